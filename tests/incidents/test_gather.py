"""Whole reports gathered: the model report's twin, and reports of no incident."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.incidents.made import OCCUPY, Atlas, Line, Said, made, one
from tests.incidents.sev_lake import sev_lake

from casus.incidents import Gathered, gather, unheard

REPORT, READING = sev_lake()


@pytest.fixture(scope="module")
def twin() -> Gathered:
    """Gather the twin."""
    gathered, problems = gather([REPORT], [READING], gazetteer=Atlas())
    assert problems == ()
    return gathered


def test_the_twin_has_one_agreed_case(twin: Gathered) -> None:
    """Occupation, troops sent and the stay are one case; the victim's own troops and readers' comments make none."""
    assert twin.incident is not None
    (case,) = twin.incident.cases
    assert (case.attacker, case.victim, case.told_by) == (("AZE",), ("ARM",), "agreed")
    assert (case.on, case.until, case.place.name) == (date(2021, 5, 12), None, "Quiet Lake")


def test_the_twin_asks_under_the_article_it_names(twin: Gathered) -> None:
    """The request goes to the organisation under Article 2; the organisation's promise is a statement, no decision."""
    assert twin.incident is not None
    (request,) = twin.incident.requests
    assert (request.by, request.to, request.under) == ("ARM", "IGO CSTO", "集団安全保障条約, Article 2")
    assert twin.incident.decisions == ()
    assert [s.what for s in twin.steps] == ["statement", "request"]


def test_the_twin_never_turns_talk_into_events(twin: Gathered) -> None:
    """Withdrawal demanded and foreseen, staying on a condition and force as a possibility keep their modality."""
    told = {(e.concept, e.modality) for e in twin.events}
    assert {
        ("withdraw", "demanded"),
        ("withdraw", "forecast"),
        ("stay", "conditional"),
        ("use_force", "possible"),
    } <= told
    assert ("withdraw", "fact") not in told
    assert not any(e.actor == "ARM" and e.concept == "open_fire" for e in twin.events)


def test_the_twin_does_not_quote_the_attacker(twin: Gathered) -> None:
    """Only the victim is heard."""
    assert [u.party for u in unheard([REPORT], [READING], twin.incident)] == ["AZE"]


def test_the_twin_comes_out_the_same_every_time(twin: Gathered) -> None:
    """Same input, same bytes."""
    again = gather([REPORT], [READING], gazetteer=Atlas())[0]
    assert msgspec.json.encode(again) == msgspec.json.encode(twin)


@pytest.mark.parametrize(
    "lines",
    [
        [Line(text="Beat the eggs and fold in the flour.", says=(Said(trigger="Beat", concept="beat"),))],
        [
            Line(
                text="Japan attacked from the left and Brazil counterattacked.",
                region="headline",
                says=(
                    Said(trigger="attacked", concept="attack", actor="JPN", recipient="BRA"),
                    Said(trigger="counterattacked", concept="counterattack", actor="BRA", recipient="JPN"),
                ),
            )
        ],
        [
            Line(
                text="The opposition attacked the government and demanded that the minister go.",
                says=(
                    Said(trigger="attacked", concept="attack", actor="GBR CIV", recipient="GBR GOV"),
                    Said(trigger="demanded", concept="demand", actor="GBR CIV", recipient="GBR GOV"),
                ),
            )
        ],
        [Line(text="Nothing.")],
        [],
    ],
    ids=["recipe", "match", "politics", "nothing", "empty"],
)
def test_a_report_of_no_armed_act_has_no_incident(lines: list[Line]) -> None:
    """A recipe, a match and a debate in parliament give no incident and no problem."""
    report, reading = made(lines)
    gathered, problems = gather([report], [reading], gazetteer=Atlas())
    assert gathered.incident is None
    assert gathered.case_statements == ()
    assert problems == ()


@given(st.lists(st.sampled_from(READING.statements), unique=True))
def test_any_part_of_a_reading_is_gathered(statements: list[object]) -> None:
    """Whatever a reader misses, what it finds is gathered; every case rests on statements of the reading."""
    part = msgspec.structs.replace(READING, statements=tuple(s for s in READING.statements if s in statements))
    gathered, _ = gather([REPORT], [part], gazetteer=Atlas())
    ids = {s.id for s in part.statements}
    for event in gathered.events:
        assert {r.statement for r in (*event.statements_for, *event.statements_against)} <= ids
    for case in gathered.case_statements:
        assert case.acts
        assert {r.statement for r in (*case.acts, *case.context)} <= ids


def test_a_place_not_in_the_gazetteer_keeps_its_words() -> None:
    """The case's place is then a name without a point."""
    report, reading = one(msgspec.structs.replace(OCCUPY, place="the old quarry"))
    incident = gather([report], [reading], gazetteer=Atlas())[0].incident
    assert incident is not None
    assert (incident.cases[0].place.name, incident.cases[0].place.lat) == ("the old quarry", None)
