"""Russian trap sentences: what is denied, demanded, threatened, supposed or foretold is never read as done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casus.intake import receive
from casus.reading import NoPlaces, read
from casus.records import Statement

pytest.importorskip("pymorphy3")

ANY = "*"
_LINES = Path(__file__).with_name("traps.tsv").read_text(encoding="utf-8").splitlines()
TRAPS = tuple(tuple(line.split("\t")) for line in _LINES if line and not line.startswith("#"))
"""Sentence, words of the trigger, modalities that are right, polarity, words of the actor, words of the source."""
OWN_VOICE = {"fact", "state", "background"}


def statements(text: str) -> tuple[Statement, ...]:
    """Read one sentence."""
    report, _ = receive(text.encode(), published=date(2001, 3, 14))
    assert report is not None
    return read(report, gazetteer=NoPlaces())[0].statements


def found(text: str, words: str) -> Statement:
    """Give the statement whose trigger has the words."""
    hits = [s for s in statements(text) if words.lower() in s.trigger.text.lower()]
    hits = hits or [s for s in statements(text) if s.trigger.text.lower() in words.lower()]
    assert hits, f"no statement of {words!r}"
    return hits[0]


def test_there_are_enough_traps() -> None:
    """There are at least a hundred traps, with twenty-five plain assertions among them."""
    plain = [t for t in TRAPS if t[2] == "fact" and t[3] == "positive" and t[5] == "AUTHOR"]
    assert len(TRAPS) >= 100
    assert len(plain) >= 25


@pytest.mark.parametrize(
    ("text", "words", "modality", "polarity", "actor", "source"), TRAPS, ids=[f"{t[0][:40]}|{t[1]}" for t in TRAPS]
)
def test_a_trap_is_read_as_it_is_put(
    text: str, words: str, modality: str, polarity: str, actor: str, source: str
) -> None:
    """Each sentence is put as its words put it, by who acts and who vouches for it."""
    statement = found(text, words)
    assert statement.modality in modality.split("/")
    assert polarity in {ANY, statement.polarity}
    if actor != ANY:
        assert statement.actor is not None
        assert actor in (statement.actor.text or "")
    if source != ANY:
        assert source in (statement.source.text or statement.source.id)


@pytest.mark.parametrize("text", sorted({t[0] for t in TRAPS}), ids=lambda t: t[:40])
def test_an_actor_outside_of_its_sentence_is_flagged(text: str) -> None:
    """What is not flagged inherited has a span inside its sentence, and the span's words are the actor's."""
    for s in statements(text):
        if s.actor is not None and not s.actor.inherited:
            assert s.actor.span is not None
            assert s.sentence[0] <= s.actor.span[0] <= s.actor.span[1] <= s.sentence[1]


@pytest.mark.parametrize(
    ("text", "words", "actor", "recipient"),
    [
        ("Кувейт захватили иракские войска.", "захватили", "IRQ", "KWT"),
        ("Иракские войска атаковали иранскую заставу.", "атаковали", "IRQ", "IRN"),
        ("Иранскую заставу атаковали иракские войска.", "атаковали", "IRQ", "IRN"),
        ("Иранская застава была атакована иракскими войсками.", "атакована", "IRQ", "IRN"),
        ("Манила обвинила Пекин в таране филиппинского судна.", "обвинила", "PHL", "CHN"),
        ("Малийских повстанцев разбомбили французские самолёты.", "разбомбили", "FRA", "MLI"),
        ("Эфиопским солдатам эритрейцы вернули тела погибших.", "вернули", "ERI", "ETH"),
    ],
)
def test_free_order_and_passives_keep_who_acts_and_who_suffers(
    text: str, words: str, actor: str, recipient: str
) -> None:
    """Cases and agreement, not the order of words, tell who acts and who is acted on."""
    statement = found(text, words)
    assert statement.actor is not None
    assert actor in statement.actor.id.split()
    given = statement.recipient.id.split() if statement.recipient is not None else []
    place = statement.place.text if statement.place is not None else ""
    assert recipient in given or place


def test_what_somebody_says_is_never_the_texts_own_voice() -> None:
    """Nothing that a trap attributes, denies or demands is asserted by the text."""
    for text, words, modality, *_ in TRAPS:
        if not set(modality.split("/")) & OWN_VOICE:
            hit = found(text, words)
            assert hit.modality not in OWN_VOICE, text
