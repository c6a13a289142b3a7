"""The table of armed groups and de facto authorities."""

from datetime import date
from itertools import pairwise

import pytest

from casus.vocabulary.groups import find_group, group_names, groups
from casus.vocabulary.roles import ROLES


def test_there_are_enough_rows_and_ids_are_unique() -> None:
    """The table covers at least eighty groups, each with an id of its own."""
    ids = [each.id for each in groups()]
    assert len(ids) >= 200
    assert len(set(ids)) == len(ids)


def test_ids_begin_with_the_country_and_hold_a_role() -> None:
    """An id is country, role and tag in some order; groups of no one country begin with the role."""
    for each in groups():
        parts = each.id.split()
        assert any(part in ROLES for part in parts), each.id
        assert parts[0] in ROLES if each.country is None else len(parts[0]) == 3, each.id
        assert set(each.names) == {"en", "ja", "ru"}, each.id
        assert each.source, each.id


def test_a_name_of_two_rows_is_told_apart_by_the_day() -> None:
    """Rows that share a name do not overlap in time."""
    for language in ("en", "ja", "ru"):
        for name in {name for name, _ in group_names(language)}:
            rows = [each for each in groups() if name in each.names.get(language, ())]
            for first, second in pairwise(rows):
                assert first.period.end is not None, name
                assert second.period.start is not None, name
                assert first.period.end < second.period.start, name


@pytest.mark.parametrize(
    ("name", "language", "on", "party"),
    [
        ("власти Приднестровья", "ru", date(2022, 4, 26), "MDA PMR GOV"),
        ("Artsakh authorities", "en", date(2021, 5, 12), "AZE ARTSAKH GOV"),
        ("ДНР", "ru", date(2015, 1, 1), None),
        ("DNR authorities", "en", date(2015, 1, 1), "UKR DNR GOV"),
        ("ヒズボラ", "ja", date(2006, 7, 12), "LBN REB HEZBOLLAH"),
        ("タリバン", "ja", date(2010, 1, 1), "AFG REB TALIBAN"),
        ("タリバン", "ja", date(2022, 1, 1), "AFG TALIBAN GOV"),
        ("Hamas", "en", date(2025, 9, 9), "PSE REB HAMAS"),
    ],
)
def test_a_name_finds_its_party_on_the_day(name: str, language: str, on: date, party: str | None) -> None:
    """A name may be rebels on one day, a government on another; the bare name of an entity is a place."""
    found = find_group(name, language, on=on)
    assert (found.id if found else None) == party
