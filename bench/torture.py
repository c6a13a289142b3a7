"""Kills server and worker in the middle of intake, again and again, and looks whether anything is lost or doubled."""

from __future__ import annotations

import argparse
import http.client
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
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASUS = Path(sys.executable).with_name("casus")
TEXT = (ROOT / "examples" / "sevlake-wire.ja.txt").read_text(encoding="utf-8")
LONGEST_S = 2.5


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


class Sender:
    """Somebody who is signed in and pastes articles as fast as they are taken."""

    def __init__(self, port: int, session: str) -> None:
        self.address = f"http://127.0.0.1:{port}/intake/"
        self.session = session

    def send(self, number: int) -> bool:
        """Paste an article; tell whether the server said that it has it."""
        with urllib.request.urlopen(self._asked(), timeout=20) as answer:  # noqa: S310  our own server
            form = answer.read().decode()
            cookies = " ".join(answer.headers.get_all("Set-Cookie") or [])
        token, cookie = (
            re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form),
            re.search(r"csrftoken=([^;]+)", cookies),
        )
        if token is None or cookie is None:
            raise SystemExit("the page to take articles in is not as it should be")
        day = (date(2021, 5, 15) + timedelta(days=number % 900)).isoformat()
        given = {"csrfmiddlewaretoken": token[1], "text": f"{TEXT}\n第{number}報。", "published": day}
        asked = self._asked(urllib.parse.urlencode(given).encode(), cookie[1])
        with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310  our own server
            return "/reports/" in answer.geturl()

    def _asked(self, data: bytes | None = None, token: str = "") -> urllib.request.Request:
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={token}", "Referer": self.address}
        return urllib.request.Request(self.address, data, headers)  # noqa: S310  our own server


def one_round(session: str, numbers: list[int], draw: random.Random) -> list[int]:
    """Start a server with its worker, paste until it is killed; give the numbers it said it had."""
    port, had = free_port(), list[int]()
    with subprocess.Popen(  # noqa: S603  our own command
        [str(CASUS), "desk", "run", "--no-example", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        while not listens(port) and server.poll() is None:
            time.sleep(0.05)
        if server.poll() is not None:
            raise SystemExit("the server did not start: see `casus desk run`")
        killer = threading.Timer(draw.uniform(0.1, LONGEST_S), server.send_signal, [signal.SIGKILL])
        killer.start()
        sender = Sender(port, session)
        try:
            while True:
                number = numbers.pop()
                if sender.send(number):
                    had.append(number)
        except urllib.error.HTTPError as answer:
            raise SystemExit(f"the server answered {answer.code}") from answer
        except (OSError, http.client.HTTPException):
            killer.join()
    return had


def finish() -> None:
    """Let a worker do what is left."""
    from django.utils import timezone

    from casus.desk.queue import LEASE, perform, take
    from casus.desk.tasks import HANDLERS

    while (job := take("last", at=timezone.now() + 4 * LEASE)) is not None:
        perform(job, HANDLERS, clock=timezone.now)


def verdicts(had: list[int]) -> dict[str, int]:
    """Count what is not as it must be."""
    from django.db.models import Count

    from casus.desk.auditing import broken_links
    from casus.desk.store.models import AuditEntry, Job, Membership, StoredReport

    told = Counter(re.findall(r"第(\d+)報", " ".join(r.record.text for r in StoredReport.objects.all())))
    logged = Counter(AuditEntry.objects.filter(does="received a report").values_list("target", flat=True))
    placed = Counter(
        AuditEntry.objects.filter(does="put a report into an incident").values_list("details__report", flat=True)
    )
    reports = set(StoredReport.objects.values_list("id", flat=True))
    members = set(Membership.objects.values_list("report_id", flat=True))
    return {
        "acknowledged and lost": sum(1 for n in had if told[str(n)] == 0),
        "kept twice": sum(1 for count in told.values() if count > 1),
        "in more than one incident": Membership.objects.values("report")
        .annotate(n=Count("id"))
        .filter(n__gt=1)
        .count(),
        "in no incident": len(reports - members),
        "reports without exactly one entry in the log": sum(1 for r in reports if logged[r] != 1),
        "placings without exactly one entry in the log": sum(1 for r in members if placed[r] != 1),
        "jobs not done": Job.objects.exclude(state=Job.DONE).count(),
        "faults of the log": sum(1 for _ in broken_links()),
    }


def main() -> None:
    """Kill, count, and end with 1 where anything is lost or doubled."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=20)
    times = asked.parse_args().times
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
        draw, numbers = random.Random(5), list(range(100_000, 0, -1))  # noqa: S311
        had = [n for _ in range(times) for n in one_round(session, numbers, draw)]
        finish()
        found = verdicts(had)
        print(f"killed {times} times; {len(had)} articles acknowledged")
        for what, count in found.items():
            print(f"  {what}: {count}")
        raise SystemExit(int(not had or any(found.values())))


if __name__ == "__main__":
    main()
