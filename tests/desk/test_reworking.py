"""When law changes what rests on it is worked out again, tells what changed and why, and changes nothing published."""

from __future__ import annotations

import threading
from pathlib import Path
from shutil import copytree

import pytest
from django.test import Client
from msgspec.structs import replace
from tests.desk.made import NOW, YEREVAN, Clock, followed, work
from tests.desk.test_publishing import published

from casus.desk import assessing, knowledge
from casus.desk.store.models import Job, StoredIncident
from casus.desk.worker import run_worker
from casus.treaties import load_law
from casus.treaties.book import LawBook

pytestmark = pytest.mark.django_db
DATA = Path("src/casus/data")
ASKED = 'threat_to_a_party"'


def other_law(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the desk come up with a corrected law file: consultations are owed only where fire was opened."""
    copytree(DATA / "treaties", folder / "treaties")
    for name in ("terms.toml", "facts.toml", "reasons.toml", "ways.toml", "authorisations.toml"):
        if (DATA / name).exists():
            (folder / name).write_bytes((DATA / name).read_bytes())
    file = folder / "treaties" / "cst-1992.toml"
    text = file.read_text(encoding="utf-8")
    assert ASKED in text
    file.write_text(text.replace(ASKED, f"act.fire_opened and {ASKED}"), encoding="utf-8")
    law, problems = load_law(folder)
    assert not problems, problems
    known = knowledge.tools_at_hand()
    monkeypatch.setattr(assessing, "tools_at_hand", lambda: replace(known, law=law, book=LawBook(law)))
    parts = [f"law {law.version[:8]}" if part.startswith("law ") else part for part in knowledge.packaged()]
    monkeypatch.setattr(knowledge, "packaged", lambda: tuple(parts))


def started_and_idle() -> None:
    """Start a worker, and stop it when it finds nothing to do."""
    stop = threading.Event()

    class Idle(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            del timeout
            stop.set()
            self.set()
            return True

    run_worker(Idle(), clock=Clock(NOW), between=lambda: None)
    assert stop.is_set()


def test_a_corrected_law_file_changes_findings_with_its_reason(
    client: Client, analyst: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker queues it by itself; the page says from what to what, and that the law was changed."""
    incident = followed(YEREVAN)
    published(incident)
    address = f"/p/{incident.id}/"
    before = {place: client.get(place).content for place in (address, f"/api/v1/incidents/{incident.id}/findings")}
    was = {f.question: f.answer for f in incident.findings.filter(treaty="cst-1992", provision="art-2-consult")}
    assert "yes" in was.values()
    other_law(tmp_path, monkeypatch)
    started_and_idle()
    assert {job.kind for job in Job.objects.filter(kind__in=("rework", "work out"), state=Job.DONE)} == {
        "rework",
        "work out",
    }
    incident = StoredIncident.objects.get(id=incident.id)
    assert incident.made_with == knowledge.state()
    changes = list(incident.changes.filter(treaty="cst-1992", provision="art-2-consult"))
    assert changes
    assert {(c.before, c.after) for c in changes} == {("yes", "unknown")}
    assert {c.cause for c in changes} == {"data files changed: law"}
    page = analyst.get(f"/incidents/{incident.id}/", {"lang": "en"}).content.decode()
    assert "data files changed: law" in page
    assert {place: client.get(place).content for place in before} == before


def test_what_is_as_it_was_is_not_worked_out_again() -> None:
    """A worker that starts with the same files queues nothing."""
    followed(YEREVAN)
    started_and_idle()
    assert not Job.objects.filter(kind__in=("rework", "work out")).exists()


def test_other_words_have_the_reports_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a lexicon changed the reading may be another; where nothing comes of it nothing changes."""
    incident = followed(YEREVAN)
    parts = [f"{part.split()[0]} 00000000" if part.startswith("words") else part for part in knowledge.packaged()]
    monkeypatch.setattr(knowledge, "packaged", lambda: tuple(parts))
    started_and_idle()
    job = Job.objects.get(kind="work out")
    assert job.arguments["reread"]
    assert job.arguments["cause"]["en"] == "data files changed: words"
    assert not incident.changes.exists()
    incident.refresh_from_db()
    assert incident.made_with == knowledge.state()
    assert work() == 0
