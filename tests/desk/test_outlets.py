"""A desk's own grades of outlets: given with a reason, logged, and counted in what is worked out after them."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.desk.made import EXAMPLES, NOW, YEREVAN, Clock, work

from casus.desk.assessing import brief_of, judged_tools
from casus.desk.outlets import grade, held, key_of
from casus.desk.store.models import AuditEntry, Job, OutletGrade, StoredIncident
from casus.desk.taking_in import Told, take_bytes
from casus.records import Line

pytestmark = pytest.mark.django_db


def told_by(publisher: str) -> StoredIncident:
    """Take in a report of an outlet, and work on it."""
    data = (EXAMPLES / YEREVAN).read_bytes()
    take_bytes(data, YEREVAN, Told(published=NOW.date(), publisher=publisher), by="ann", at=NOW)
    work()
    return StoredIncident.objects.get()


def said(incident: StoredIncident) -> str:
    """Give all that an incident's brief says, in English."""

    def within(line: Line) -> str:
        return " ".join((line.says["en"], *map(within, line.more)))

    return " ".join(within(line) for section in brief_of(incident).sections for line in section.lines)


def test_a_grade_reaches_the_incidents_of_its_outlet() -> None:
    """The worker works them out anew; each event's reliability names the desk."""
    incident = told_by("Lake Gazette")
    assert {g.grade.reliability for g in incident.assessment.grades} == {"F"}
    assert grade("Lake Gazette", "B", by="ed", at=NOW, why="right in three of three cases") == ()
    assert judged_tools().outlet_grades == {"Lake Gazette": "B"}
    job = Job.objects.get(kind="work out")
    assert "ed graded Lake Gazette: B" in job.arguments["cause"]["en"]
    work(Clock())
    incident.refresh_from_db()
    assert "B" in {g.grade.reliability for g in incident.assessment.grades}
    assert "Lake Gazette: as this desk grades it" in said(incident)
    assert AuditEntry.objects.filter(does="graded an outlet: B", by="ed", target="Lake Gazette").exists()


def test_an_outlet_of_the_table_is_known_by_any_of_its_names() -> None:
    """Its grade is kept under its key, and is the desk's in the place of the table's."""
    assert key_of("新華社") == key_of("Xinhua")
    told_by("新華社")
    grade("Xinhua", "C", by="ed", at=NOW, why="a state agency")
    assert OutletGrade.objects.get().outlet == key_of("新華社")
    assert Job.objects.filter(kind="work out").count() == 1
    (row,) = held()
    assert (row.name, row.stands) == ("新華社", "C")


@pytest.mark.parametrize(("name", "value", "why"), [("x", "G", "so"), ("x", "A", " "), (" ", "A", "so")])
def test_a_grade_needs_an_outlet_a_letter_and_a_reason(name: str, value: str, why: str) -> None:
    """Else nothing is kept."""
    assert grade(name, value, by="ed", at=NOW, why=why)
    assert not OutletGrade.objects.exists()


def test_editors_grade_on_a_page_that_analysts_see(analyst: Client, editor: Client) -> None:
    """The second grade takes the place of the first; both stand in the log."""
    told_by("Lake Gazette")
    assert "Lake Gazette" in analyst.get("/outlets/", {"lang": "en"}).content.decode()
    form = {"outlet": "Lake Gazette", "grade": "B", "why": "three of three"}
    assert analyst.post("/outlets/grade/", form).status_code == 403
    editor.post("/outlets/grade/", form)
    editor.post("/outlets/grade/", form | {"grade": "D", "why": "an invention on 3 May"})
    page = editor.get("/outlets/", {"lang": "ja"}).content.decode()
    assert "an invention on 3 May" in page
    assert "あまり信頼できない" in page
    does = AuditEntry.objects.filter(target="Lake Gazette").values_list("does", flat=True)
    assert list(does) == ["graded an outlet: B", "graded an outlet: D"]
