"""Who acts, who is acted on and where, in constructions of the English press."""

from __future__ import annotations

from datetime import date

import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Statement

# sentence, words of the trigger, PLOVER type, words of the actor, of the recipient, of the place; - for none
ROLES = (
    ("A MiG-29 was scrambled to escort the airliner.", "was scrambled", "MOBILIZE", "MiG-29", "-", "-"),
    ("German Patriot batteries were put on alert.", "put on alert", "MOBILIZE", "Patriot batteries", "-", "-"),
    ("Two destroyers were sent to the strait by Washington.", "were sent", "MOBILIZE", "Washington", "*", "the strait"),
    ("The port was seized on Sunday.", "seized", "ASSAULT", "-", "The port", "The port"),
    ("The town had fallen to the guard.", "fallen", "ASSAULT", "the guard", "The town", "The town"),
    ("Hezbollah dragged Lebanon into the war.", "dragged", "ASSAULT", "Hezbollah", "Lebanon", "*"),
    ("Jordan could be drawn into open war.", "drawn into", "ASSAULT", "Jordan", "-", "*"),
    ("Trade through the crossing remains suspended.", "suspended", "*", "-", "Trade", "*"),
    ("The republic promised the residents safe passage.", "promised", "AGREE", "The republic", "the residents", "-"),
    ("Her twenty-five seamen are being held.", "held", "COERCE", "-", "seamen", "-"),
    ("Police seized former vice president Jorge Glas.", "seized", "COERCE", "Police", "Glas", "-"),
    ("The general advised foreigners to leave Ecuador.", "leave", "RETREAT", "foreigners", "-", "Ecuador"),
    ("Moscow has defended its ally.", "defended", "SUPPORT", "Moscow", "its ally", "-"),
    ("The Americans helped free the hostages.", "free", "RETREAT", "The Americans", "the hostages", "-"),
    (
        "The food agency suspended deliveries after its trucks were looted.",
        "suspended",
        "*",
        "The food agency",
        "*",
        "*",
    ),
    ("Gunmen attacked two villages in north-western Nigeria.", "attacked", "ASSAULT", "Gunmen", "villages", "Nigeria"),
    ("The prosecutors charged a former spy chief with treason.", "charged", "ACCUSE", "prosecutors", "spy chief", "-"),
    ("The two navies held joint drills in the gulf.", "joint drills", "COOPERATE", "The two navies", "*", "the gulf"),
    ("No state has recognised the republic.", "recognised", "SUPPORT", "*", "the republic", "-"),
    ("Fifteen sailors, one of them a cook, were freed.", "freed", "RETREAT", "-", "sailors", "-"),
)


def _statement(text: str, words: str) -> Statement:
    """Give the statement of a sentence whose trigger shares the given words."""
    report, _ = receive(text.encode(), published=date(2024, 5, 15))
    assert report is not None
    at = text.index(words)
    hits = [
        s
        for s in read(report, gazetteer=NoPlaces())[0].statements
        if s.trigger.span[0] < at + len(words) and at < s.trigger.span[1]
    ]
    assert hits, f"nothing is read at {words!r}"
    return hits[0]


@pytest.mark.parametrize(("text", "words", "type_", "actor", "recipient", "place"), ROLES, ids=[r[0] for r in ROLES])
def test_roles_follow_the_construction(
    text: str, words: str, type_: str, actor: str, recipient: str, place: str
) -> None:
    """Each construction gives its event the type, the doer, the one acted on and the place that it says."""
    statement = _statement(text, words)
    if type_ != "*":
        assert statement.event.type == (None if type_ == "-" else type_)
    for expected, found in ((actor, statement.actor), (recipient, statement.recipient), (place, statement.place)):
        if expected == "-":
            assert found is None
        elif expected != "*":
            assert found is not None
            assert expected in (found.text or "")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The blogger Sofia Sapega was arrested in Minsk.", "Sofia", "BGR"),
        ("Jordan Walker, an engineer, was killed in Goma.", "Jordan", "JOR"),
    ],
)
def test_a_given_name_is_no_country(text: str, name: str, country: str) -> None:
    """A given name that is a capital's or a state's too names no country before a surname."""
    report, _ = receive(text.encode(), published=date(2024, 5, 15))
    assert report is not None
    parties = [p for s in read(report, gazetteer=NoPlaces())[0].statements for p in (s.actor, s.recipient) if p]
    assert any(name in (p.text or "") for p in parties)
    assert all(country not in p.id.split() for p in parties)
