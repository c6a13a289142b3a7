"""How a full desk does: pages, searches, readers at once, intake and memory, beside the limits it is held to.

``--incidents N`` fills it with N incidents, ten reports each, ten statements a report; ``--full`` with ten thousand.
It is filled by copies of examples that were read and assessed, with ids, days and words of their own.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

if TYPE_CHECKING:
    from django.test import Client

    from casus.desk.store.models import StoredFinding, StoredIncident, StoredReport, StoredStatement

ROOT = Path(__file__).resolve().parent.parent
CASUS = Path(sys.executable).with_name("casus")
EXAMPLES = (("sevlake-wire.ja.txt", date(2021, 5, 15)), ("border-post.ja.txt", date(2021, 4, 30)))
NOW = datetime(2026, 1, 1, tzinfo=UTC)
REPORTS, STATEMENTS = 10, 10
BATCH = 200
READERS = 50
PAGE_MS, SEARCH_MS, MEMORY_MB, INTAKE_A_SECOND = 150.0, 200.0, 700.0, 5.0
QUERIES = ("占領", "空港", "陣地", "国境 要請", "word17", "アルメニア", "キルギス", "shelling")


def row(what: str, value: float, limit: float, unit: str) -> None:
    """Print a figure, its limit and the ratio."""
    print(f"{what:52}{value:10.3f} {unit:4} limit {limit:8.3f} {unit:4} ratio {value / limit:5.2f}", flush=True)


def p95(times: list[float]) -> float:
    """Give the time that nineteen of twenty stay under, in milliseconds."""
    return sorted(times)[int(len(times) * 0.95)] * 1000


def timed(act: Callable[[], object]) -> float:
    """Give how long something takes, in seconds."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def read_examples() -> list[StoredIncident]:
    """Take the examples in and let them be worked out; their incidents are what the copies are made of."""
    from casus.desk.assessing import place_report
    from casus.desk.receiving import keep
    from casus.intake import receive

    made = []
    for name, published in EXAMPLES:
        data = (ROOT / "examples" / name).read_bytes()
        report, _ = receive(data, name=name, published=published)
        if report is not None:
            incident = place_report(keep(data, [report], by="bench", at=NOW).reports[0], at=NOW)
            made += [incident] if incident else []
    return made


class Copies:
    """Rows of one example, packed once, to be written out again under other ids."""

    def __init__(self, incident: StoredIncident) -> None:
        self.incident = incident
        self.assessment = msgspec.json.encode(incident.assessment)
        self.report = incident.reports.get()
        self.record, self.reading = msgspec.json.encode(self.report.record), msgspec.json.encode(self.report.reading)
        self.statements = [(s, msgspec.json.encode(s.record)) for s in self.report.statements.all()]
        self.findings = [(f, zlib.compress(msgspec.json.encode(f.record), 1)) for f in incident.findings.all()]

    def write(self, numbers: range, draw: random.Random) -> None:
        """Write incidents with their reports, statements and findings."""
        from casus.desk.store import models as m

        reports, statements, members, incidents, findings = [], [], [], [], []
        for n in numbers:
            ids = [f"sha256:{draw.getrandbits(256):064x}" for _ in range(REPORTS)]
            incidents.append(self._incident(f"{self.incident.id}-{n}", ids[0], n))
            for k, report_id in enumerate(ids):
                reports.append(self._report(report_id, ids[0] if k < 3 else report_id, n, k, draw))
                statements += list(self._statements(report_id, draw))
                given = {"added_at": NOW, "added_by": "bench", "why": "copied"}
                members.append(m.Membership(incident_id=incidents[-1].id, report_id=report_id, **given))
            findings += list(self._findings(incidents[-1].id))
        m.StoredIncident.objects.bulk_create(incidents)
        m.StoredReport.objects.bulk_create(reports, batch_size=BATCH)
        m.StoredStatement.objects.bulk_create(statements, batch_size=BATCH)
        m.Membership.objects.bulk_create(members, batch_size=BATCH)
        m.StoredFinding.objects.bulk_create(findings, batch_size=BATCH)

    def _incident(self, name: str, report_id: str, n: int) -> StoredIncident:
        from casus.desk.store.models import StoredIncident

        old = self.incident
        text = self.assessment.replace(self.report.id.encode(), report_id.encode())
        given = {f: getattr(old, f) for f in ("headline", "sides", "attacker", "victim", "lat", "lon", "made_with")}
        day, at = old.day + timedelta(days=n % 3000), NOW + timedelta(seconds=n)
        return StoredIncident(
            id=name, version=f"sha256:{n}", assessment=zlib.compress(text, 1), place=f"{old.place} {n}", day=day,
            opened_at=at, changed_at=at, **given,
        )  # fmt: skip

    def _report(self, report_id: str, origin: str, n: int, k: int, draw: random.Random) -> StoredReport:
        from casus.desk.store.models import StoredReport

        old, to = self.report.id.encode(), report_id.encode()
        return StoredReport(
            id=report_id,
            snapshot_id=self.report.snapshot_id,
            record=zlib.compress(self.record.replace(old, to), 1),
            reading=zlib.compress(self.reading.replace(old, to), 1),
            title=f"report {n}.{k}",
            publisher=f"outlet {draw.randrange(300)}",
            language=self.report.language,
            published=self.report.published,
            received_at=NOW + timedelta(seconds=n * REPORTS + k),
            received_by="bench",
            origin=origin,
            terms=f"{self.report.terms} word{draw.randrange(5000)}",
        )

    def _statements(self, report_id: str, draw: random.Random) -> Iterator[StoredStatement]:
        from casus.desk.store.models import StoredStatement

        kept = ("words", "concept", "plover", "modality", "polarity", "actor", "recipient", "speaker", "place", "day")
        for k in range(STATEMENTS):
            old, packed = self.statements[k % len(self.statements)]
            terms = f"{old.terms} word{draw.randrange(5000)}"
            given = {name: getattr(old, name) for name in kept}
            yield StoredStatement(
                report_id=report_id, number=f"s{k}", record=zlib.compress(packed, 1), terms=terms, **given
            )

    def _findings(self, incident_id: str) -> Iterator[StoredFinding]:
        from casus.desk.store.models import StoredFinding

        for old, packed in self.findings:
            given = {name: getattr(old, name) for name in ("question", "treaty", "provision", "answer", "certainty")}
            yield StoredFinding(incident_id=incident_id, record=packed, **given)


def fill(incidents: int) -> None:
    """Fill the desk."""
    from django.db import connection, transaction

    copies, draw = [Copies(one) for one in read_examples()], random.Random(1)  # noqa: S311
    start = time.perf_counter()
    for n in range(0, incidents, BATCH // 10):
        with transaction.atomic():
            copies[n // 20 % len(copies)].write(range(n, min(n + BATCH // 10, incidents)), draw)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    took = time.perf_counter() - start
    rows = f"{incidents} incidents, {incidents * REPORTS} reports, {incidents * REPORTS * STATEMENTS} statements"
    print(f"filled: {rows} on {connection.vendor} in {took:.0f} s", flush=True)


def measure_pages(client: Client, draw: random.Random, runs: int) -> None:
    """Measure pages that come at random, and searches."""
    from casus.desk.store.models import StoredIncident, StoredReport

    ids = list(StoredIncident.objects.values_list("id", flat=True))
    report_ids = list(StoredReport.objects.values_list("id", flat=True)[:5000])
    pages: dict[str, Callable[[], str]] = {
        "incident page": lambda: f"/incidents/{draw.choice(ids)}/",
        "its map": lambda: f"/incidents/{draw.choice(ids)}/map.json",
        "list of incidents": lambda: f"/incidents/?page={draw.randrange(1, 30)}",
        "list of reports": lambda: f"/reports/?page={draw.randrange(1, 30)}",
        "report page": lambda: f"/reports/{draw.choice(report_ids)}/",
        "first page (public)": lambda: "/",
        "search": lambda: f"/search/?q={quote(draw.choice(QUERIES))}",
    }
    for name, address in pages.items():
        client.get(address())
        times = [timed(partial(_good, client, address())) for _ in range(runs)]
        row(f"{name}, p95 of {runs}", p95(times), SEARCH_MS if name == "search" else PAGE_MS, "ms")


def _good(client: Client, address: str) -> None:
    status = client.get(address).status_code
    if status != 200:
        raise SystemExit(f"{address} answered {status}")


def measure_intake(count: int) -> None:
    """Measure the taking in of articles that differ, with reading, matching, weighing and storing."""
    from casus.desk.assessing import place_report
    from casus.desk.taking_in import Told, take_bytes

    texts = [(ROOT / "examples" / name).read_text(encoding="utf-8") for name, _ in EXAMPLES]
    start = time.perf_counter()
    for n in range(count):
        text = f"{texts[n % len(texts)]}\n同行の記者{n}人が現地から伝えた。"
        day = date(2021, 5, 15) + timedelta(days=20 * n)
        for new in take_bytes(text.encode(), f"article {n}", Told(published=day), by="bench", at=NOW).new:
            place_report(new, at=NOW)
    row(
        "intake with analysis, reports a second (at least)",
        count / (time.perf_counter() - start),
        INTAKE_A_SECOND,
        "/s",
    )
    row(
        "memory of this process at its most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, MEMORY_MB, "MB"
    )


def measure_readers(cookie: str) -> None:
    """Let fifty read at once from a server of their own."""
    from casus.desk.store.models import StoredIncident

    port = free_port()
    command = [str(CASUS), "desk", "run", "--no-worker", "--no-example", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:  # noqa: S603
        try:
            wait_for(port)
            ids = list(StoredIncident.objects.values_list("id", flat=True)[:500])
            bad: list[str] = []
            addresses = [
                "/",
                "/search/?q=%E5%8D%A0%E9%A0%98",
                *(f"/incidents/{i}/" for i in random.Random(2).sample(ids, 8)),  # noqa: S311
            ]
            readers = [threading.Thread(target=reading, args=(port, cookie, addresses, bad)) for _ in range(READERS)]
            took = timed(lambda: [*map(threading.Thread.start, readers), *map(threading.Thread.join, readers)])
            asked = READERS * len(addresses)
            rate = f"{asked} pages in {took:.1f} s, {asked / took:.0f} a second"
            print(f"{READERS} readers at once: {rate}, {len(bad)} errors {bad[:2]}")
            row("memory of the server at its most", peak_mb(server.pid), MEMORY_MB, "MB")
        finally:
            server.terminate()


def reading(port: int, cookie: str, addresses: list[str], bad: list[str]) -> None:
    """Read some pages over one connection."""
    for address in addresses:
        try:
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
            asked.request("GET", address, headers={"Cookie": f"sessionid={cookie}"})
            answer = asked.getresponse()
            answer.read()
            if answer.status != 200:
                bad.append(f"{address} {answer.status}")
            asked.close()
        except OSError as trouble:
            bad.append(f"{address} {trouble}")


def peak_mb(pid: int) -> float:
    """Give the most memory a process has had, in megabytes (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(port: int, seconds: float = 60.0) -> None:
    """Wait until a server listens."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


def main() -> None:
    """Fill a desk in a folder of its own and measure it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--incidents", type=int, default=100)
    asked.add_argument("--full", action="store_true", help="ten thousand incidents")
    asked.add_argument("--runs", type=int, default=100)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="casus-bench-") as folder:
        os.environ["CASUS_DESK_DIR"] = folder
        from casus.desk.configuration import configuration
        from casus.desk.starting import bring_up_to_date, set_up

        set_up(configuration())
        from django.contrib.auth.models import User
        from django.test import Client

        bring_up_to_date()
        client = Client()
        client.force_login(User.objects.create_superuser("bench", password=os.urandom(12).hex()))
        fill(10_000 if given.full else given.incidents)
        measure_pages(client, random.Random(3), given.runs)  # noqa: S311
        measure_intake(20)
        measure_readers(client.cookies["sessionid"].value)


if __name__ == "__main__":
    main()
