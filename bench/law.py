"""How fast the law room is, each figure beside the limit it is held to; prints, never asserts."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

import msgspec
import numpy as np

from casus.logic import NO, YES
from casus.pipeline import tools
from casus.records import Case, CasePlace, Incident, Step
from casus.treaties import cascade, flatten, parse_step, weigh
from casus.treaties.loading import _load

RUNS = 9
CASES = 100_000


def seconds(act: Callable[[], object], runs: int = RUNS) -> float:
    """Give the median wall time of some runs after a first one, in seconds."""
    act()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def row(what: str, value: float, limit: float, unit: str, *, more_is_better: bool = False) -> None:
    """Print a figure, its limit, and how it stands to it (1.00 is just met, less is better)."""
    ratio = limit / value if more_is_better else value / limit
    print(f"{what:62}{value:12.3f} {unit:7} limit {limit:10.3f}  ratio {ratio:5.2f}")


def border() -> Incident:
    """Make an incident with two cases at an undemarcated boundary."""
    entered = {"act.territory_entered": YES, "act.ground_held": YES, "act.by_regular_forces": YES, "act.invited": NO}
    place = CasePlace(name="Sev Lake, Syunik, Armenia", lat=39.6, lon=46.24)
    one = Case(id="one", on=date(2021, 5, 12), attacker=("AZE",), victim=("ARM",), place=place, facts=entered)
    fire = {**entered, "act.fire_opened": YES, "act.persons_killed": YES, "act.heavy_weapons": YES}
    two = Case(id="two", on=date(2021, 11, 16), attacker=("AZE",), victim=("ARM",), place=place, facts=fire)
    return Incident(id="border", cases=(one, two))


def main() -> None:
    """Measure and print."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    incident = msgspec.json.decode(given.read_bytes(), type=Incident) if given else border()
    use = tools()
    law, places = use.law, use.territory
    folder = files("casus") / "data"
    row(f"load and check {len(law.treaties)} law files", seconds(lambda: _load(folder)), 0.5, "s")
    found, _ = weigh(incident, law=law, places=places)
    name = f"weigh {incident.id}, {len(incident.cases)} cases, {len(found)} findings with proofs"
    row(name, seconds(lambda: weigh(incident, law=law, places=places)) * 1000, 50.0, "ms")
    flipped = seconds(lambda: weigh(incident, law=law, places=places, flips=True)) * 1000
    row("  the same with what would flip each, per finding", flipped / max(len(found), 1), 200.0, "ms")
    steps = tuple(s for s in map(parse_step, ("RUS:helps", "RUS:attacks:Azerbaijan")) if isinstance(s, Step))
    row("cascade of two steps", seconds(lambda: cascade(incident, steps, law=law, places=places), 3), 1.0, "s")
    _arrays()


def _arrays() -> None:
    """Measure truth values a second over all texts of the law."""
    law = tools().law
    programs = [
        flatten(text, law=law, treaty=t, on=text.from_) for t in law.treaties for p in t.provisions for text in p.text
    ]
    draw = np.random.default_rng(1)
    facts = {name: draw.integers(-1, 2, CASES, dtype=np.int8) for name in law.facts}
    spent = seconds(lambda: [program.run(facts, CASES) for program in programs], 3)
    values = len(programs) * CASES / spent / 1e6
    row(f"arrays: {CASES} cases × {len(programs)} texts, one core", values, 1.0, "M/s", more_is_better=True)


if __name__ == "__main__":
    main()
