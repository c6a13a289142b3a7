"""Grades: reliability by outlet, credibility by who tells and who denies, each by its own rule."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from casus.incidents.grading import grades, regraded, reliability
from casus.records import Decision, Event, EventCode, Report, StatementRef
from casus.records.statement import Modality


def report(name: str, **more: object) -> Report:
    """Make a report."""
    return Report(id=name, text="text", language="en", bytes_sha256="0", name=name, **more)  # type: ignore[arg-type]


REPORTS = (report("one", publisher="Reuters"), report("two", url="https://www.reuters.com/x"), report("three"))
ORIGINS = (("one", "two"), ("three",))


def event(for_: str, against: str = "", said_by: tuple[str, ...] = ("AUTHOR",), modality: Modality = "fact") -> Event:
    """Make an event told and denied in reports."""

    def refs(names: str) -> tuple[StatementRef, ...]:
        return tuple(StatementRef(report=name, statement="s1") for name in names.split())

    return Event(
        id="e",
        concept="shell",
        code=EventCode(type="ASSAULT"),
        actor="AZE",
        recipient="ARM",
        place=None,
        from_day=date(2021, 5, 12),
        until_day=None,
        modality=modality,
        said_by=said_by,
        statements_for=refs(for_),
        statements_against=refs(against),
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (event("one three"), "1"),
        (event("one two"), "3"),
        (event("one", said_by=("AUTHOR", "ARM")), "2"),
        (event("one", said_by=("ARM",), modality="claim"), "3"),
        (event("one three", "two"), "4"),
        (event("one", "three"), "5"),
        (event("one", said_by=("unnamed reports",), modality="claim"), "6"),
    ],
)
def test_credibility_is_of_the_event_and_counts_origins(told: Event, expected: str) -> None:
    """Two outlets with one origin are one voice; what is denied is doubtful however often it is told."""
    (found,) = grades([told], REPORTS, ORIGINS)
    assert found.grade.credibility == expected


def test_what_is_only_demanded_or_feared_is_not_graded() -> None:
    """A grade is of something told as having happened."""
    assert grades([event("one", modality="demanded")], REPORTS, ORIGINS) == ()


def test_reliability_is_the_outlet_s_and_a_desk_s_own_goes_first() -> None:
    """By name or by address; nobody's judgement is F, and says so."""
    by_name, by_address, unknown = REPORTS
    assert reliability(by_name, {})[0] == reliability(by_address, {})[0] == "F"
    assert reliability(by_name, {"reuters": "B"})[0] == reliability(by_address, {"reuters": "B"})[0] == "B"
    grade, why = reliability(unknown, {"reuters": "B"})
    assert grade == "F"
    assert "not judged" in why["en"]


def regrading(name: str, value: str, *, number: int = 1, does: str = "regrade", target: str = "e") -> Decision:
    """Decide that an event is graded otherwise."""
    at = datetime(2021, 5, 16, 12, number, tzinfo=UTC)
    return Decision(id=f"d{number}", does=does, target=target, name=name, value=value, by="eva", at=at, why="seen")  # type: ignore[arg-type]


def test_a_person_s_grade_goes_before_the_rule_s_until_it_is_undone() -> None:
    """Each scale apart, with who and why; a letter that is none changes nothing."""
    told = event("one two")
    found = grades([told], REPORTS, ORIGINS)
    better = regrading("credibility", "1", target=told.id)
    (mine,) = regraded([better], found)
    assert (mine.grade.credibility, mine.grade.reliability) == ("1", found[0].grade.reliability)
    assert mine.grade.credibility_why["ja"] == "eva: seen"
    assert regraded([better, regrading("", "", number=2, does="undo", target="d1")], found) == found
    assert regraded([regrading("credibility", "9", target=told.id)], found) == found
    assert regraded([regrading("mood", "1", target=told.id)], found) == found
