"""The report tested: what is borne out, what is not, what nobody can tell."""

from __future__ import annotations

import msgspec
import pytest
from tests.briefing.made import DAY, REPORT, STATEMENTS, Book, assessment, finding, ground, statement

from casus.briefing import Shelf, tested_assertions
from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Finding, Reading, Statement, TestedAssertion


def held(
    *statements: Statement,
    findings: tuple[Finding, ...] = (),
    undemarcated: bool = True,
    elevation_m: float | None = None,
) -> dict[str, TestedAssertion]:
    """Test statements of the made report; give what came of each by its id."""
    made = assessment()
    reading: Reading = msgspec.structs.replace(made.readings[0], statements=statements or STATEMENTS)
    shelf = Shelf(msgspec.structs.replace(made, readings=(reading,)))
    book = Book(elevation_m)
    grounds = (ground(undemarcated=undemarcated),)
    out = tested_assertions(shelf, findings, grounds, law=book, places=book, on=DAY)
    assert {t.statement.report for t in out} <= {REPORT}
    return {t.statement.statement: t for t in out}


@pytest.mark.parametrize(("answer", "verdict"), [(YES, "borne out"), (UNKNOWN, "not borne out"), (NO, "not borne out")])
def test_a_duty_is_borne_out_only_by_an_engaged_provision(answer: Truth, verdict: str) -> None:
    """A sentence that says a duty is there is not borne out by a provision that is merely open."""
    assert held(findings=(finding(answer),))["s2"].verdict == verdict


def test_a_duty_no_instrument_speaks_of_cannot_be_told() -> None:
    """Without any provision for those named, casus cannot tell."""
    assert held()["s2"].verdict == "cannot tell"


def test_who_is_not_a_party_cannot_breach() -> None:
    """A breach ascribed to a state that is not bound is not borne out, and says why."""
    breach = statement("b1", "obliged", "Tbilisi is obliged to leave.", "breach_treaty", "claim", "GEO MIL")
    text = assessment().reports[0].text
    assert "Pact" not in text
    assert held(breach)["b1"].verdict == "cannot tell"


@pytest.mark.parametrize(("undemarcated", "verdict"), [(True, "not borne out"), (False, "borne out")])
def test_wholly_goes_too_far_where_the_line_is_not_demarcated(undemarcated: bool, verdict: str) -> None:
    """Ground recognised in the main is not "wholly" anybody's where no line has been demarcated."""
    assert held(undemarcated=undemarcated)["s3"].verdict == verdict


@pytest.mark.parametrize(
    ("elevation_m", "verdict"), [(1520.0, "borne out"), (2666.0, "not borne out"), (None, "cannot tell")]
)
def test_a_height_is_held_against_the_gazetteer(elevation_m: float | None, verdict: str) -> None:
    """A height within a tenth of the gazetteer's is borne out; without one nobody can tell."""
    number = held(elevation_m=elevation_m)["s1"]
    assert (number.kind, number.verdict) == ("numerical", verdict)


def test_another_s_words_are_relayed() -> None:
    """A claim of somebody who can be named, tested in no other way, is marked as relayed."""
    claim = statement("r1", "hold", "Georgian troops hold the hill at 1,500 m.", "hold", "claim", "GEO MIL", place=None)
    numbers = held(claim)
    assert numbers["r1"].kind == "numerical"
    other = statement("r2", "asked", "Baku asked its allies for talks.", "fight", "claim", "GEO MIL", place=None)
    assert held(other)["r2"].kind == "relayed"
