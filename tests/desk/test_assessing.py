"""Incidents on the desk: reports find their incident, and what they change is told."""

from __future__ import annotations

import pytest
from tests.desk.made import BAKU, BATKEN, NOW, YEREVAN, followed

from casus.desk.assessing import brief_of, whole, work_out
from casus.desk.store.models import FindingChange, StoredIncident
from casus.pipeline import assess

pytestmark = pytest.mark.django_db


def test_reports_of_one_occurrence_come_together() -> None:
    """A Japanese and an English report of the same days and sides are one incident; one of another border is not."""
    incident = followed(YEREVAN, BAKU, BATKEN)
    assert incident.memberships.count() == 2
    assert StoredIncident.objects.count() == 2
    assert (incident.attacker, incident.victim, incident.place) == ("AZE", "ARM", "Sev Lake")
    assert "disputed by Azerbaijan" in incident.headline["en"]


def test_the_assessment_is_that_of_the_reports_together() -> None:
    """What the desk keeps, with its reports put back, is what the analysis gives for them."""
    incident = followed(YEREVAN, BAKU)
    kept = whole(incident)
    fresh, _ = assess(kept.reports)
    assert kept.findings == fresh.findings
    assert kept.incident == fresh.incident
    assert brief_of(incident).headline == incident.headline


def test_what_a_second_report_changes_is_told_with_its_cause() -> None:
    """Each answer that is new or other than before is a change, caused by the report."""
    followed(YEREVAN, BAKU)
    changes = FindingChange.objects.all()
    assert changes
    assert {c.cause.split()[0] for c in changes} == {"report"}


def test_working_out_anew_without_news_changes_nothing() -> None:
    """The same reports, decisions and law give the same version."""
    incident = followed(YEREVAN)
    before = (incident.version, incident.changed_at, FindingChange.objects.count())
    again = work_out(incident, cause={"en": "nothing", "ja": "なし"}, at=NOW)
    assert (again.version, again.changed_at, FindingChange.objects.count()) == before
