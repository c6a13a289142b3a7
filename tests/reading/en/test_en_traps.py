"""English trap sentences: what is denied, demanded, threatened, supposed or foretold is never read as done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Statement

ANY = "*"


def _rows() -> list[tuple[str, ...]]:
    """Give the rows of the table: sentence, words of the trigger, modalities, polarity, actor, source."""
    lines = Path(__file__).with_name("traps.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


TRAPS = _rows()


def statements(text: str) -> tuple[Statement, ...]:
    """Read a text published in May 2024, without a gazetteer."""
    report, _ = receive(text.encode(), published=date(2024, 5, 15))
    assert report is not None
    return read(report, gazetteer=NoPlaces())[0].statements


def found(text: str, words: str) -> Statement:
    """Give the statement whose trigger shares the given words."""
    at = text.index(words)
    hits = [s for s in statements(text) if s.trigger.span[0] < at + len(words) and at < s.trigger.span[1]]
    assert hits, f"nothing is read at {words!r}"
    return max(hits, key=lambda s: min(s.trigger.span[1], at + len(words)) - max(s.trigger.span[0], at))


@pytest.mark.parametrize(
    ("text", "words", "modality", "polarity", "actor", "source"), TRAPS, ids=[t[0][:50] for t in TRAPS]
)
def test_a_trap_is_read_as_it_is_put(
    text: str, words: str, modality: str, polarity: str, actor: str, source: str
) -> None:
    """Each sentence is put as its words put it, by who acts and who vouches for it."""
    statement = found(text, words)
    assert statement.modality in modality.split()
    assert statement.polarity == polarity
    if actor != ANY:
        assert statement.actor is not None
        assert actor in (statement.actor.text or "")
    if source != ANY:
        assert source in (statement.source.text or statement.source.id)


@pytest.mark.parametrize(
    "text", [t[0] for t in TRAPS if not {"fact", "background", "opinion"} & set(t[2].split())], ids=lambda t: t[:50]
)
def test_an_actor_outside_of_its_clause_is_flagged(text: str) -> None:
    """What is not flagged inherited has a span inside its sentence, and the span's words are the actor's."""
    for s in statements(text):
        if s.actor is not None and not s.actor.inherited:
            assert s.actor.span is not None
            assert s.sentence[0] <= s.actor.span[0] <= s.actor.span[1] <= s.sentence[1]


@pytest.mark.parametrize(
    ("text", "words", "actor", "recipient"),
    [
        ("Kuwait was invaded by Iraq.", "was invaded", "IRQ", "KWT"),
        ("Manila accused Beijing of ramming a Philippine boat.", "ramming", "CHN", "PHL"),
        ("Malian rebels were attacked by French jets.", "were attacked", "FRA", "MLI"),
        ("Six soldiers were ambushed and killed by gunmen.", "were ambushed", "REB", "MIL"),
    ],
)
def test_passive_and_active_keep_who_acts_and_who_suffers(text: str, words: str, actor: str, recipient: str) -> None:
    """The one who acts is never taken for the one acted on."""
    statement = found(text, words)
    assert statement.actor is not None
    assert statement.recipient is not None
    assert actor in statement.actor.id.split()
    assert recipient in statement.recipient.id.split()


def test_there_are_enough_traps_and_plain_assertions() -> None:
    """The table holds at least a hundred sentences, twenty-five of them plain assertions."""
    plain = {t[0] for t in TRAPS if {"fact", "background", "state"} & set(t[2].split()) and t[3] == "positive"}
    assert len({t[0] for t in TRAPS}) >= 100
    assert len(plain) >= 25
