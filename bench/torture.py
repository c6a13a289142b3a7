"""Kills server and worker in the middle of intake and publishing, again and again: is anything lost, doubled or half?

A round kills a server with the worker inside it, a worker beside a server that goes on, or a server beside a worker
that goes on.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

    from casus.desk.store.models import Publication

ROOT = Path(__file__).resolve().parent.parent
CASUS = Path(sys.executable).with_name("casus")
TEXT = (ROOT / "examples" / "sevlake-wire.ja.txt").read_text(encoding="utf-8")
LONGEST_S, WARM_S = 2.5, 40.0
"""How long a server lives at most once it is warm, and how long that is waited for."""
SPARED = 50
"""How many of the latest pages a feed of all tells of."""
TOGETHER, WORKER, SERVER = "server with its worker", "worker beside a server", "server beside a worker"
KILLS = (TOGETHER, WORKER, TOGETHER, SERVER)
UNREADY = 0.2
"""In so many rounds nobody waits until the server is warm."""


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def listens(port: int) -> bool:
    """Does somebody listen on a port?"""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.5).close()
    except OSError:
        return False
    return True


class Person:
    """Somebody who is signed in."""

    def __init__(self, port: int, session: str) -> None:
        self.site = f"http://127.0.0.1:{port}"
        self.session = session

    def get(self, path: str) -> str:
        """Read a page."""
        with urllib.request.urlopen(self._asked(path), timeout=60) as answer:  # noqa: S310  our own server
            return str(answer.read().decode())

    def post(self, form: str, path: str, given: dict[str, str]) -> tuple[str, str]:
        """Fill in a form that stands on a page; give the address that it led to, and the page there."""
        with urllib.request.urlopen(self._asked(form), timeout=60) as answer:  # noqa: S310  our own server
            page = answer.read().decode()
            cookies = " ".join(answer.headers.get_all("Set-Cookie") or [])
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        cookie = re.search(r"csrftoken=([^;]+)", cookies)
        if token is None or cookie is None:
            raise SystemExit(f"the page {form} is not as it should be")
        data = urllib.parse.urlencode(given | {"csrfmiddlewaretoken": token[1]}).encode()
        with urllib.request.urlopen(self._asked(path, data, cookie[1]), timeout=60) as answer:  # noqa: S310  ours
            return str(answer.geturl()), str(answer.read().decode())

    def _asked(self, path: str, data: bytes | None = None, token: str = "") -> urllib.request.Request:
        cookies = f"sessionid={self.session}; csrftoken={token}"
        headers = {"Cookie": cookies, "Referer": self.site + path}
        return urllib.request.Request(self.site + path, data, headers)  # noqa: S310  our own server


class Told:
    """What the servers said that they had: numbers of articles, versions of pages."""

    def __init__(self) -> None:
        self.numbers = iter(range(1, 1_000_000))
        self.articles: list[int] = []
        self.pages: list[tuple[str, int]] = []
        self.corrected = 0
        self.trouble: list[str] = []

    def paste(self, person: Person) -> None:
        """Paste the next article."""
        number = next(self.numbers)
        day = (date(2021, 5, 15) + timedelta(days=number % 900)).isoformat()
        given = {"text": f"{TEXT}\n第{number}報。", "published": day}
        if "/reports/" in person.post("/intake/", "/intake/", given)[0]:
            self.articles.append(number)

    def publish(self, person: Person, draw: random.Random) -> None:
        """Draft the page of an incident, as a correction where one is out, and publish it."""
        found = sorted(set(re.findall(r'href="/incidents/([^/"]+)/"', person.get("/incidents/"))))
        if not found:
            return
        name = draw.choice(found)
        drafts = f"/incidents/{name}/drafts/"
        corrects = f"the hour was wrong ({draw.random():.6f})" if name in {page for page, _ in self.pages} else ""
        _, page = person.post(drafts, drafts, {"correction": corrects})
        waiting = [int(n) for n in re.findall(rf"{re.escape(drafts)}(\d+)/publish/", page)]
        if waiting:
            number = max(waiting)
            _, page = person.post(drafts, f"{drafts}{number}/publish/", {})
            if f"{drafts}{number}/publish/" not in page:
                self.pages.append((name, number))
                self.corrected += bool(corrects)

    def warm(self, person: Person, draw: random.Random) -> None:
        """Paste, and publish once what was pasted is worked out."""
        before, until = len(self.pages), time.monotonic() + WARM_S
        self.paste(person)
        while len(self.pages) == before and time.monotonic() < until:
            self.publish(person, draw)
            time.sleep(0.1)

    def until_killed(self, act: Callable[[], None]) -> None:
        """Do something over and over until nobody answers any more; another answer than a good one is trouble."""
        try:
            while True:
                act()
        except urllib.error.HTTPError as answer:
            self.trouble.append(f"{answer.url} answered {answer.code}")
        except SystemExit as trouble:
            self.trouble.append(str(trouble))
        except (OSError, http.client.HTTPException):
            return


@contextmanager
def started(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command of the desk; it is killed at the end at the latest."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen([str(CASUS), "desk", *words], stdout=quiet, stderr=quiet) as process:  # noqa: S603  our own
        try:
            yield process
        finally:
            process.send_signal(signal.SIGKILL)


def one_round(kill: str, session: str, told: Told, draw: random.Random) -> int:
    """Start what is killed, paste and publish until it is; give the number of processes killed."""
    port, own = free_port(), () if kill == TOGETHER else ("--no-worker",)
    with started("run", "--no-example", *own, "--port", str(port)) as server:
        while not listens(port) and server.poll() is None:
            time.sleep(0.05)
        if server.poll() is not None:
            raise SystemExit("the server did not start: see `casus desk run`")
        with nullcontext() if kill == TOGETHER else started("worker") as worker:
            _live_and_die(kill, server, worker, Person(port, session), told, draw)
    if told.trouble:
        raise SystemExit("; ".join(told.trouble[:3]))
    return 1 if kill == TOGETHER else 2


def _live_and_die(
    kill: str,
    server: subprocess.Popen[bytes],
    worker: subprocess.Popen[bytes] | None,
    person: Person,
    told: Told,
    draw: random.Random,
) -> None:
    """Paste and publish until the server is killed; before it a worker beside it, or after it."""
    acts = (lambda: told.paste(person), lambda: told.publish(person, draw))
    people = [threading.Thread(target=told.until_killed, args=[act]) for act in acts]
    if draw.random() > UNREADY:
        told.warm(person, draw)
    for one in people:
        one.start()
    time.sleep(draw.uniform(0.1, LONGEST_S))
    if worker is not None:
        first = worker if kill == WORKER else server
        first.send_signal(signal.SIGKILL)
        first.wait()
        time.sleep(draw.uniform(0.1, 1.0))
    server.send_signal(signal.SIGKILL)
    for one in people:
        one.join()


def finish() -> None:
    """Let a worker do what is left."""
    from django.utils import timezone

    from casus.desk.queue import LEASE, perform, take
    from casus.desk.tasks import HANDLERS

    while (job := take("last", at=timezone.now() + 4 * LEASE)) is not None:
        perform(job, HANDLERS, clock=timezone.now)


def verdicts(told: Told) -> dict[str, int]:
    """Count what is not as it must be."""
    from casus.desk.auditing import broken_links
    from casus.desk.store.models import Job

    return {
        **of_intake(told.articles),
        **of_publishing(told.pages),
        **of_feeds(),
        "jobs not done": Job.objects.exclude(state=Job.DONE).count(),
        "faults of the log": sum(1 for _ in broken_links()),
    }


def of_intake(had: list[int]) -> dict[str, int]:
    """Count reports that are lost, doubled, or not in the log once."""
    from django.db.models import Count

    from casus.desk.store.models import AuditEntry, Membership, StoredReport

    told = Counter(re.findall(r"第(\d+)報", " ".join(r.record.text for r in StoredReport.objects.iterator())))
    logged = Counter(AuditEntry.objects.filter(does="received a report").values_list("target", flat=True))
    placings = AuditEntry.objects.filter(does="put a report into an incident")
    placed = Counter(placings.values_list("details__report", flat=True))
    reports = set(StoredReport.objects.values_list("id", flat=True))
    members = set(Membership.objects.values_list("report_id", flat=True))
    doubled = Membership.objects.values("report").annotate(n=Count("id")).filter(n__gt=1)
    return {
        "acknowledged and lost": sum(1 for n in had if told[str(n)] == 0),
        "kept twice": sum(1 for count in told.values() if count > 1),
        "in more than one incident": doubled.count(),
        "in no incident": len(reports - members),
        "reports without exactly one entry in the log": sum(1 for r in reports if logged[r] != 1),
        "placings without exactly one entry in the log": sum(1 for r in members if placed[r] != 1),
        "entries in the log of reports that are not there": len(set(logged) - reports),
    }


def of_publishing(had: list[tuple[str, int]]) -> dict[str, int]:
    """Count versions that are lost, half kept, or not in the log once."""
    from casus.desk.store.models import AuditEntry, Publication

    rows = list(Publication.objects.prefetch_related("findings", "reports"))
    drafted = {(row.incident_id, row.number, row.digest) for row in rows}
    published = {(row.incident_id, row.number, row.digest) for row in rows if row.published_at}
    logged = {
        does: Counter(
            (e.target, e.details["number"], e.details["digest"]) for e in AuditEntry.objects.filter(does=does)
        )
        for does in ("drafted a page", "published a page")
    }
    numbers: dict[str, list[int]] = {}
    for row in rows:
        numbers.setdefault(row.incident_id, []).append(row.number)
    known = {(name, number) for name, number, _ in published}
    return {
        "published, acknowledged and lost": sum(1 for one in had if one not in known),
        "versions half kept": sum(1 for row in rows if is_half(row)),
        "incidents whose versions are not numbered one by one": sum(
            1 for found in numbers.values() if sorted(found) != [*range(1, len(found) + 1)]
        ),
        "drafts without exactly one entry in the log": unlike(drafted, logged["drafted a page"]),
        "publications without exactly one entry in the log": unlike(published, logged["published a page"]),
    }


def unlike(kept: set[tuple[str, int, str]], logged: Counter[tuple[str, int, str]]) -> int:
    """Count what is kept and not logged once, and what is logged and not kept."""
    return sum(1 for one in kept | set(logged) if one not in kept or logged[one] != 1)


def is_half(row: Publication) -> bool:
    """Is a version not what its digest is of, or without some of its findings or reports?"""
    from casus.desk.publishing import digest

    answers = sorted(f.question for f in row.findings.all()) == sorted(f["question"] for f in row.record["findings"])
    made_from = {r.id for r in row.reports.all()} == {r["id"] for r in row.content["reports"]}
    signed = bool(row.published_by) == bool(row.published_at)
    return digest(row) != row.digest or not (answers and made_from and signed)


def of_feeds() -> dict[str, int]:
    """Count what the feeds and pages tell otherwise than the versions that stand."""
    from django.conf import settings
    from django.test import Client

    from casus.desk.store.models import Publication

    reader = Client()
    rows = Publication.objects.filter(published_at__isnull=False, withdrawn_at=None).defer("content", "record")
    out = [(row, row.published_at.isoformat()) for row in rows.order_by("-published_at") if row.published_at]
    last = {row.incident_id: (row, at) for row, at in out[::-1]}
    pages = sorted(last.values(), key=lambda one: one[1], reverse=True)[:SPARED]
    corrected = [(row, at) for row, at in out if row.correction][:SPARED]
    site = f"{settings.CASUS.url}/p"
    wanted = {
        "all": {(f"{site}/{row.incident_id}/", at) for row, at in pages},
        "corrections": {(f"{site}/{row.incident_id}/#version-{row.number}", at) for row, at in corrected},
    }
    told = {name: _entries(reader, name) for name in wanted}
    shown = {row: reader.get(f"/p/{row.incident_id}/").content.decode() for row, _ in last.values()}
    stale = sum(1 for row, page in shown.items() if f'"{row.incident_id} no. {row.number}"' not in page)
    return {f"entries of the feed '{name}' that differ": len(told[name] ^ wanted[name]) for name in wanted} | {
        "pages that do not show their last version": stale
    }


def _entries(reader: Client, feed: str) -> set[tuple[str, str]]:
    """Give the entries of a feed: address and moment."""
    items = json.loads(reader.get(f"/feeds/{feed}.json").content).get("items", [])
    return {(item["id"], item["date_published"]) for item in items}


def main() -> None:
    """Kill, count, and end with 1 where anything is lost, doubled or half."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=20, help="how many processes are killed")
    asked.add_argument("--minutes", type=float, default=600.0, help="no more than so long")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="casus-torture-") as folder:
        os.environ["CASUS_DESK_DIR"] = folder
        from casus.desk.configuration import configuration
        from casus.desk.starting import bring_up_to_date, set_up

        set_up(configuration())
        from django.contrib.auth.models import User
        from django.db import connections
        from django.test import Client

        bring_up_to_date()
        client = Client()
        client.force_login(User.objects.create_superuser("tester", password=os.urandom(12).hex()))
        session = client.cookies["sessionid"].value
        connections.close_all()
        draw, told = random.Random(5), Told()  # noqa: S311
        killed, rounds = 0, 0
        until = time.monotonic() + given.minutes * 60
        while killed < given.times and time.monotonic() < until:
            killed += one_round(KILLS[rounds % len(KILLS)], session, told, draw)
            rounds += 1
        finish()
        found = verdicts(told)
        had = f"{len(told.articles)} articles and {len(told.pages)} publications acknowledged"
        print(f"{killed} processes killed in {rounds} rounds; {had}, {told.corrected} of them corrections")
        for what, count in found.items():
            print(f"  {what}: {count}")
        raise SystemExit(int(not told.articles or not told.pages or any(found.values())))


if __name__ == "__main__":
    main()
