"""What is worked out while others write: kept only if nothing it rests on has changed, and a page holds together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.desk.made import BAKU, NOW, YEREVAN, Clock, followed, take_in, work

from casus.desk import assessing
from casus.desk.assessing import brief_of, place_report, whole, work_out
from casus.desk.causes import added
from casus.desk.publishing import draft
from casus.desk.store.models import AuditEntry, Membership, OutletGrade, StoredBrief, StoredIncident
from casus.errors import CasusError


@pytest.mark.django_db
def test_what_changed_meanwhile_is_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A grade given while a report is weighed counts; the report is placed once."""
    report = take_in(YEREVAN).reports[0]
    real, seen = assessing._composed, list[int]()

    def slowly(*given: object) -> object:
        seen.append(OutletGrade.objects.count())
        made = real(*given)  # type: ignore[arg-type]
        if len(seen) == 1:
            OutletGrade.objects.create(outlet="a wire", grade="A", by="ann", at=NOW, why="known")
        return made

    monkeypatch.setattr(assessing, "_composed", slowly)
    incident = place_report(report, at=NOW)
    assert incident is not None
    assert seen == [0, 1]
    assert Membership.objects.filter(report=report).count() == 1
    assert AuditEntry.objects.filter(does="put a report into an incident").count() == 1


@pytest.mark.django_db
def test_what_changes_at_every_try_is_worked_out_while_others_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """The third time nobody else can write; what still changes then is a fault, and nothing of it is kept."""
    incident = followed(YEREVAN)
    before = AuditEntry.objects.count()
    real, grades = assessing._composed, iter(range(9))

    def moving(*given: object) -> object:
        OutletGrade.objects.create(outlet=f"wire {next(grades)}", grade="A", by="ann", at=NOW, why="known")
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(assessing, "_composed", moving)
    with pytest.raises(CasusError, match="cannot be worked out"):
        work_out(incident, cause=added("x"), at=NOW)
    assert AuditEntry.objects.count() == before


@pytest.mark.django_db
def test_a_page_is_drafted_from_the_incident_as_it_stands() -> None:
    """Who drafts with an older copy of the incident in hand gets version and reports of one moment."""
    old = followed(YEREVAN)
    take_in(BAKU, at=NOW + timedelta(minutes=2))
    work(Clock(NOW + timedelta(minutes=3)))
    row, problems = draft(old, by="ann", at=NOW + timedelta(minutes=4))
    assert row is not None, problems
    assert row.version == StoredIncident.objects.get(id=old.id).version != old.version
    assert {r.id for r in row.reports.all()} == {r["id"] for r in row.content["reports"]}


@pytest.mark.django_db
def test_a_brief_is_kept_without_proofs_and_says_the_same_as_one_composed_anew() -> None:
    """The kept one is shown; where there is none it is composed."""
    incident = followed(YEREVAN, BAKU)
    kept = brief_of(incident)
    assert all(not f.because.children for f in kept.assessment.findings)
    assert any(f.because.children for f in whole(incident).findings)
    StoredBrief.objects.all().delete()
    assert brief_of(incident).sections == kept.sections
