"""Statements put together into events."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

import msgspec
import pytest
from tests.incidents.made import DAY, OCCUPY, Atlas, Line, Said, made, one

from casus.incidents import gather
from casus.records import Event
from casus.records.statement import Modality


def events(*says: Said) -> tuple[Event, ...]:
    """Gather the events of some statements."""
    report, reading = one(*says)
    return gather([report], [reading], gazetteer=Atlas())[0].events


def but(said: Said, **changes: object) -> Said:
    """Give a statement with some parts changed."""
    return msgspec.structs.replace(said, **changes)


def test_tellings_of_one_act_are_one_event() -> None:
    """Two words of one family, one without a day, one with a nearby place, are one event told twice."""
    told = events(OCCUPY, Said(trigger="stayed", concept="stay", actor="AZE GOV", place="shore"))
    assert len(told) == 1
    assert [r.statement for r in told[0].statements_for] == ["s1", "s2"]
    assert (told[0].actor, told[0].recipient, told[0].place, told[0].from_day) == ("AZE", "ARM", "lake", DAY)


@pytest.mark.parametrize(
    "other",
    [
        but(OCCUPY, trigger="again", actor="ARM MIL"),
        but(OCCUPY, trigger="again", recipient="GEO"),
        but(OCCUPY, trigger="again", place="far"),
        but(OCCUPY, trigger="again", on=DAY - timedelta(days=30)),
        but(OCCUPY, trigger="again", concept="airstrike"),
        but(OCCUPY, trigger="again", modality="demanded", source="ARM GOV"),
        but(OCCUPY, trigger="again", modality="background"),
    ],
    ids=["actor", "recipient", "place", "day", "family", "modality", "history"],
)
def test_what_differs_in_one_part_is_another_event(other: Said) -> None:
    """Another actor, victim, place, day, kind of act or way of putting it makes another event."""
    assert len(events(OCCUPY, other)) == 2


def test_a_general_word_for_an_attack_can_tell_any_use_of_weapons() -> None:
    """An attack is the shelling told beside it, never the occupation."""
    attack = Said(trigger="attacked", concept="attack", actor="AZE MIL", recipient="ARM", on=DAY)
    assert len(events(attack, but(attack, trigger="shelled", concept="shell"))) == 1
    assert len(events(attack, OCCUPY)) == 2


def test_a_denial_stands_against_the_event_it_denies() -> None:
    """Claimant and denier are kept apart; the event stays a claim."""
    claim = but(OCCUPY, modality="claim", source="ARM GOV")
    (event,) = events(claim, but(OCCUPY, trigger="not", modality="denied", polarity="negative", source="AZE GOV"))
    assert (event.modality, event.said_by) == ("claim", ("ARM",))
    assert [r.statement for r in event.statements_against] == ["s2"]


@pytest.mark.parametrize("modality", [m for m in get_args(Modality) if m not in {"fact", "state"}])
def test_no_modality_but_fact_and_state_becomes_a_reported_event(modality: Modality) -> None:
    """Alone or beside a reported event, what is demanded, threatened, denied or claimed is not turned into a fact."""
    said = but(OCCUPY, trigger="maybe", modality=modality, source=None if modality == "background" else "ARM GOV")
    (alone,) = events(said)
    assert alone.modality == modality
    for event in events(OCCUPY, said):
        if "s2" in {r.statement for r in event.statements_for}:
            assert event.modality == modality or (modality, event.modality) == ("claim", "fact")


def test_comments_references_and_captions_tell_no_events() -> None:
    """Readers are never a source of facts, nor is the headline of another report or a picture's caption."""
    lines = [Line(text=f"{r} occupied", region=r, says=(OCCUPY,)) for r in ("comments", "reference", "furniture")]
    report, reading = made(lines)
    gathered, problems = gather([report], [reading], gazetteer=Atlas())
    assert gathered.events == ()
    assert gathered.incident is None
    assert problems == ()


def test_ids_rest_on_content() -> None:
    """The same statements give the same ids, another day another id."""
    assert events(OCCUPY)[0].id == events(OCCUPY)[0].id
    assert events(OCCUPY)[0].id != events(but(OCCUPY, on=DAY + timedelta(days=9)))[0].id
