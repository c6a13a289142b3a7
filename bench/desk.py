"""How a full desk does: pages, searches, readers at once, intake and memory, beside the limits it is held to.

``--incidents N`` fills it with N incidents, ten reports each, ten statements a report; ``--full`` with ten thousand;
one incident in ten is published, in two versions. It is filled by copies of examples that were read, assessed and
published, with ids, days and words of their own. ``--folder`` keeps what was filled, to be measured again.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote

from bench.desk_copies import EXAMPLES, NOW, ROOT, fill
from bench.figures import row

if TYPE_CHECKING:
    from django.test import Client

CASUS = Path(sys.executable).with_name("casus")
READERS = 50
WORKERS, WARM = 2, 8
PAGE_MS, SEARCH_MS, MEMORY_MB, INTAKE_A_SECOND = 150.0, 200.0, 700.0, 5.0
QUERIES = {
    "ja": ("占領", "空港", "陣地", "国境 要請", "アルメニア", "キルギス"),
    "en": ("word17", "shelling", "border guards", "word4999 word17", "armenian"),
    "ru": ("обстрел", "армения", "слово17", "пограничники", "слово4999"),
}


def p95(times: list[float]) -> float:
    """Give the time that nineteen of twenty stay under, in milliseconds."""
    return sorted(times)[int(len(times) * 0.95)] * 1000


def timed(act: Callable[[], object]) -> float:
    """Give how long something takes, in seconds."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def measure_pages(client: Client, draw: random.Random, runs: int) -> None:
    """Measure pages that come at random, and searches."""
    from casus.desk.store.models import Publication, StoredIncident, StoredReport

    ids = list(StoredIncident.objects.order_by("id").values_list("id", flat=True))
    report_ids = list(StoredReport.objects.order_by("id").values_list("id", flat=True)[:5000])
    out = list(Publication.objects.order_by("incident").values_list("incident", flat=True).distinct())
    pages: dict[str, Callable[[], str]] = {
        "incident page": lambda: f"/incidents/{draw.choice(ids)}/",
        "its map": lambda: f"/incidents/{draw.choice(ids)}/map.json",
        "list of incidents": lambda: f"/incidents/?page={draw.randrange(1, 30)}",
        "list of reports": lambda: f"/reports/?page={draw.randrange(1, 30)}",
        "report page": lambda: f"/reports/{draw.choice(report_ids)}/",
        "first page (public)": lambda: "/",
        "published page": lambda: f"/p/{draw.choice(out)}/",
        "its map, published": lambda: f"/p/{draw.choice(out)}/map.json",
        "a state's page": lambda: f"/states/{draw.choice(('ARM', 'AZE', 'KGZ'))}/",
        "feed of all": lambda: "/feeds/all.atom",
        "page to take in": lambda: "/intake/",
        "log": lambda: "/log/",
        "work": lambda: "/jobs/",
    }
    for name, address in pages.items():
        measure(client, name, address, runs, PAGE_MS)
    for language, queries in QUERIES.items():
        measure(client, f"search ({language})", partial(_query, draw, queries), runs, SEARCH_MS)


def _query(draw: random.Random, queries: tuple[str, ...]) -> str:
    return f"/search/?q={quote(draw.choice(queries))}"


def measure(client: Client, name: str, address: Callable[[], str], runs: int, limit: float) -> None:
    """Ask for an address some times; print the median and what nineteen of twenty stay under."""
    _good(client, address())
    times = [timed(partial(_good, client, address())) for _ in range(runs)]
    row(f"{name}, p95 of {runs} (median {median(times) * 1000:.0f} ms)", p95(times), limit, "ms")


def _good(client: Client, address: str) -> None:
    status = client.get(address).status_code
    if status != 200:
        raise SystemExit(f"{address} answered {status}")


def measure_intake(count: int) -> None:
    """Measure the taking in of articles that differ, with reading here, matching and weighing by two workers."""
    from casus.desk.knowledge import state
    from casus.desk.store.models import StoredIncident, StoredReport

    StoredIncident.objects.update(made_with=state())  # a desk filled by an earlier casus would be worked out anew first
    first = StoredReport.objects.count()  # a desk measured before has its articles already
    command = [str(CASUS), "desk", "worker"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    workers = [subprocess.Popen(command, **quiet) for _ in range(WORKERS)]  # type: ignore[call-overload]  # noqa: S603
    try:
        starting = timed(partial(_placed, range(first, first + WARM)))
        print(f"first {WARM} articles, while {WORKERS} workers start: {starting:.1f} s")
        rate = count / timed(partial(_placed, range(first + WARM, first + WARM + count)))
        row("intake with analysis, reports a second (at least)", rate, INTAKE_A_SECOND, "/s", more_is_better=True)
        row("memory of a worker at its most", max(peak_mb(w.pid) for w in workers), MEMORY_MB, "MB")
    finally:
        for worker in workers:
            worker.terminate()
            worker.wait()


def _placed(numbers: range) -> None:
    """Take articles in, twenty days apart, and wait until each is in an incident."""
    from casus.desk.store.models import Job
    from casus.desk.taking_in import Told, take_bytes

    texts = [(ROOT / "examples" / name).read_text(encoding="utf-8") for name, _ in EXAMPLES]
    for n in numbers:
        text = f"{texts[n % len(texts)]}\n同行の記者{n}人が現地から伝えた。"
        day = date(2021, 5, 15) + timedelta(days=20 * (n % 150))
        take_bytes(text.encode(), f"article {n}", Told(published=day), by="bench", at=NOW)
    while Job.objects.filter(kind="place", state__in=(Job.WAITING, Job.RUNNING)).exists():
        time.sleep(0.05)
    if failed := Job.objects.filter(kind="place", state=Job.FAILED).count():
        raise SystemExit(f"{failed} articles could not be placed")


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
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=120)) as asked:
            try:
                asked.request("GET", address, headers={"Cookie": f"sessionid={cookie}"})
                with asked.getresponse() as answer:
                    answer.read()
                if answer.status != 200:
                    bad.append(f"{address} {answer.status}")
            except (OSError, http.client.HTTPException) as trouble:  # among these an answer that ends early
                bad.append(f"{address} {trouble!r}")


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
    asked.add_argument("--folder", type=Path, help="keep the desk here; one that is filled is only measured")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="casus-bench-") as folder:
        os.environ["CASUS_DESK_DIR"] = str(given.folder.absolute() if given.folder else folder)
        run(10_000 if given.full else given.incidents, given.runs)


def run(incidents: int, runs: int) -> None:
    """Fill the desk where it is empty, and measure it."""
    from casus.desk.configuration import configuration
    from casus.desk.starting import bring_up_to_date, set_up

    set_up(configuration())
    from django.contrib.auth.models import User
    from django.test import Client

    from casus.desk.store.models import StoredIncident

    bring_up_to_date()
    client = Client()
    client.force_login(User.objects.get_or_create(username="bench", is_superuser=True, is_staff=True)[0])
    if not StoredIncident.objects.exists():
        fill(incidents)
    measure_pages(client, random.Random(3), runs)  # noqa: S311
    measure_intake(80)
    measure_readers(client.cookies["sessionid"].value)


if __name__ == "__main__":
    main()
