"""The table of news outlets."""

from collections import Counter
from urllib.parse import urlsplit

import pytest

from casus.vocabulary.outlets import find_outlet, outlet_names, outlet_of, outlets


def test_there_are_enough_rows_and_keys_are_unique() -> None:
    """At least sixty outlets, each with a key of its own, names in three languages and a domain."""
    assert len(outlets()) >= 60
    assert max(Counter(each.key for each in outlets()).values()) == 1
    for each in outlets():
        assert set(each.names) == {"en", "ja", "ru"}, each.key
        assert each.domains, each.key
        assert len(each.country) == 3, each.key


def test_nobody_is_judged_in_advance() -> None:
    """Reliability is F, cannot be judged, until a desk judges it."""
    assert {each.reliability for each in outlets()} == {"F"}


def test_no_name_or_domain_stands_for_two_outlets() -> None:
    """A name is one outlet in its language, and a domain one outlet's."""
    for language in ("en", "ja", "ru"):
        counts = Counter(name for name, _ in outlet_names(language))
        assert [name for name, count in counts.items() if count > 1] == []
    domains = Counter(domain for each in outlets() for domain in each.domains)
    assert max(domains.values()) == 1
    assert all(urlsplit(f"//{domain}").hostname for domain in domains)


@pytest.mark.parametrize(
    ("name", "language", "party"),
    [
        ("イラン国営通信", "ja", "IRN MED"),
        ("共同通信", "ja", "JPN MED"),
        ("ТАСС", "ru", "RUS MED"),
        ("Reuters", "en", "GBR MED"),
        ("Azerbaijani Ministry of Defence site", "en", "AZE GOV"),
    ],
)
def test_a_name_gives_the_party_it_speaks_under(name: str, language: str, party: str) -> None:
    """Media speak under their country, a ministry's site under its government."""
    found = find_outlet(name, language)
    assert found is not None
    assert found.party == party


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.reuters.com/world/europe/", "reuters"),
        ("azatutyun.am/a/1", "rferl"),
        ("https://t.me/rybar/12", "rybar"),
        ("https://t.me/rybarfans", None),
        ("https://notreuters.com/", None),
    ],
)
def test_an_address_gives_its_outlet(url: str, key: str | None) -> None:
    """A subdomain belongs to its domain; a domain that only ends alike does not."""
    found = outlet_of(url)
    assert (found.key if found else None) == key
