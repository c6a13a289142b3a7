"""Decisions: facts set, reports taken out, incidents merged; each undone by another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.desk.made import BAKU, BATKEN, NOW, YEREVAN, followed

from casus.desk.assessing import reports_of
from casus.desk.deciding import Wanted, decide
from casus.desk.store.models import AuditEntry, FindingChange, StoredIncident

pytestmark = pytest.mark.django_db


def not_entered(incident: StoredIncident) -> Wanted:
    """Want it set that nobody entered."""
    assert incident.assessment.incident is not None
    case = incident.assessment.incident.cases[0].id
    return Wanted(does="set-fact", target=case, name="act.territory_entered", value="no", why="survey of 16 May")


def test_a_fact_that_is_set_changes_answers_with_its_reason() -> None:
    """The change names who decided and why; the log has it."""
    incident = followed(YEREVAN)
    decision, problems = decide(incident, not_entered(incident), by="ann", at=NOW)
    assert decision is not None
    assert not problems
    changed = FindingChange.objects.filter(cause__contains="survey of 16 May")
    assert {(c.before, c.after) for c in changed} == {("yes", "unknown")}
    assert AuditEntry.objects.filter(does="decided: set-fact", by="ann").exists()


def test_the_same_decision_sent_twice_is_one() -> None:
    """A form sent twice at one moment sets the fact once, with one entry in the log."""
    incident = followed(YEREVAN)
    first, _ = decide(incident, not_entered(incident), by="ann", at=NOW)
    again, problems = decide(incident, not_entered(incident), by="ann", at=NOW)
    assert again == first
    assert not problems
    assert AuditEntry.objects.filter(does="decided: set-fact").count() == incident.decisions.count() == 1


def test_a_decision_is_undone_by_another() -> None:
    """Undone, everything answers as before, and both decisions stay on record."""
    incident = followed(YEREVAN)
    before = {f.question: f.answer for f in incident.findings.all()}
    decision, _ = decide(incident, not_entered(incident), by="ann", at=NOW)
    assert decision is not None
    undo = Wanted(does="undo", target=decision.id, why="the survey was of another post")
    decide(incident, undo, by="bob", at=NOW + timedelta(minutes=5))
    assert {f.question: f.answer for f in incident.findings.all()} == before
    assert incident.decisions.count() == 2


def test_a_report_split_off_is_out_until_that_is_undone() -> None:
    """What it told no longer counts."""
    incident = followed(YEREVAN, BAKU)
    out = reports_of(incident)[1]
    decision, _ = decide(incident, Wanted(does="split", target=out.id, why="another place"), by="ann", at=NOW)
    assert decision is not None
    assert [r.id for r in reports_of(incident)] != [out.id]
    assert len(reports_of(incident)) == 1
    decide(incident, Wanted(does="undo", target=decision.id, why="it is the same"), by="ann", at=NOW + timedelta(1))
    assert len(reports_of(incident)) == 2


def test_incidents_merge_and_part_again() -> None:
    """The other's reports move over, and back when that is undone."""
    one, other = followed(YEREVAN), followed(BATKEN)
    decision, problems = decide(one, Wanted(does="merge", target=other.id, why="one operation"), by="ann", at=NOW)
    assert decision is not None, problems
    assert StoredIncident.objects.filter(id=other.id, merged_into=one).exists()
    assert len(reports_of(one)) == 2
    decide(one, Wanted(does="undo", target=decision.id, why="they are not"), by="ann", at=NOW + timedelta(1))
    assert StoredIncident.objects.filter(id=other.id, merged_into=None).exists()
    assert len(reports_of(one)) == 1


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Wanted(does="set-fact", target="case-x", name="act.fire_opened", value="yes", why=" "), "needs a reason"),
        (Wanted(does="guess", target="x", why="so"), "no kind of decision"),
        (Wanted(does="undo", target="decision-none", why="so"), "no decision"),
        (Wanted(does="merge", target="incident-none", why="so"), "no other incident"),
        (Wanted(does="split", target="sha256:none", why="so"), "not in this incident"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_the_reason(wanted: Wanted, says: str) -> None:
    """Nothing is kept of it."""
    incident = followed(YEREVAN)
    decision, (problem,) = decide(incident, wanted, by="ann", at=NOW)
    assert decision is None
    assert says in problem.what
    assert not incident.decisions.exists()


def test_a_case_is_corrected_and_that_is_undone() -> None:
    """Its day and its sides are another until another decision takes that back; both stay on record."""
    incident = followed(YEREVAN)
    assert incident.assessment.incident is not None
    case = incident.assessment.incident.cases[0]
    wanted = Wanted(does="correct", target=case.id, name="on", value="2021-05-13", why="the ministry's own log")
    decision, problems = decide(incident, wanted, by="ann", at=NOW)
    assert decision is not None, problems
    assert StoredIncident.objects.get(id=incident.id).day == date(2021, 5, 13)
    undo = Wanted(does="undo", target=decision.id, why="that log is of another day")
    decide(incident, undo, by="bea", at=NOW + timedelta(minutes=5))
    assert StoredIncident.objects.get(id=incident.id).day == case.on
    assert [d.does for d in incident.decisions.all()] == ["correct", "undo"]


def test_an_event_is_graded_otherwise_and_that_is_undone() -> None:
    """The grade and its reason are the person's, then the rule's again."""
    incident = followed(YEREVAN)
    before = incident.assessment.grades
    event = next(each.event for each in before if each.grade.credibility != "1")
    wanted = Wanted(does="regrade", target=event, name="credibility", value="1", why="seen on the footage")
    decision, problems = decide(incident, wanted, by="ann", at=NOW)
    assert decision is not None, problems
    mine = next(g for g in StoredIncident.objects.get().assessment.grades if g.event == event)
    assert (mine.grade.credibility, mine.grade.credibility_why["en"]) == ("1", "ann: seen on the footage")
    undo = Wanted(does="undo", target=decision.id, why="the footage is older")
    decide(incident, undo, by="bea", at=NOW + timedelta(minutes=5))
    assert StoredIncident.objects.get().assessment.grades == before


@pytest.mark.parametrize(
    ("does", "name", "value", "says"),
    [
        ("correct", "on", "soon", "is not a day"),
        ("correct", "mood", "x", "no 'mood' to correct"),
        ("correct", None, None, "no name or no value"),
        ("set-fact", "act.dreamt", "yes", "no fact act.dreamt"),
        ("set-fact", "act.fire_opened", "maybe", "not one of yes, no, unknown"),
        ("regrade", "credibility", "9", "not one of 1, 2, 3"),
        ("regrade", "mood", "1", "reliability or credibility"),
    ],
)
def test_what_would_change_nothing_is_refused(does: str, name: str | None, value: str | None, says: str) -> None:
    """A day that is none, a grade that is none, a fact nobody knows."""
    incident = followed(YEREVAN)
    assert incident.assessment.incident is not None
    of_case, of_event = incident.assessment.incident.cases[0].id, incident.assessment.grades[0].event
    wanted = Wanted(
        does=does, target=of_event if does == "regrade" else of_case, name=name, value=value, why="so it is"
    )
    decision, (problem,) = decide(incident, wanted, by="ann", at=NOW)
    assert decision is None
    assert says in problem.what
    other = Wanted(does=does, target="case-none", name=name, value=value, why="so it is")
    assert "here" in decide(incident, other, by="ann", at=NOW)[1][0].what
