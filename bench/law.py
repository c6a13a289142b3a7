"""How fast the law room is, and whether arrays agree with proofs, each figure beside its limit; never asserts."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import msgspec
import numpy as np
from bench.figures import row

from casus.logic import NO, YES, Truth
from casus.pipeline import tools
from casus.records import Case, CasePlace, Incident, Proof, Step
from casus.treaties import Law, NoPlaces, Text, Treaty, cascade, flatten, parse_step, weigh
from casus.treaties.docket import Docket, open_docket
from casus.treaties.duty import implied
from casus.treaties.evaluation import Evaluation, parent
from casus.treaties.loading import _load
from casus.treaties.program import SIGN, TRUTH
from casus.treaties.situation import Situation

RUNS = 9
CASES = 100_000


def seconds(act: Callable[[], object], runs: int = RUNS) -> float:
    """Give the least wall time of some runs after a first one, in seconds: others on the machine only add to it."""
    act()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return min(times)


def border() -> Incident:
    """Make an incident at an undemarcated boundary."""
    entered = {"act.territory_entered": YES, "act.ground_held": YES, "act.by_regular_forces": YES, "act.invited": NO}
    place = CasePlace(name="Sev Lake, Syunik, Armenia", lat=39.6, lon=46.24)
    fire = {**entered, "act.fire_opened": YES, "act.persons_killed": YES, "act.heavy_weapons": YES}
    one = Case(id="one", on=date(2021, 11, 16), attacker=("AZE",), victim=("ARM",), place=place, facts=fire)
    return Incident(id="border", cases=(one,))


def measure(given: Path | None = None) -> None:
    """Measure the law room and print; one incident of one case unless another is given."""
    incident = msgspec.json.decode(given.read_bytes(), type=Incident) if given else border()
    use = tools()
    law, places = use.law, use.territory
    folder = files("casus") / "data"
    row(f"load and check {len(law.treaties)} law files", seconds(lambda: _load(folder), 5), 0.5, "s")
    found, _ = weigh(incident, law=law, places=places)
    cases = f"{len(incident.cases)} case" + ("s" if len(incident.cases) > 1 else "")
    name = f"weigh {incident.id}, {cases}, {len(found)} findings with proofs"
    row(name, seconds(lambda: weigh(incident, law=law, places=places)) * 1000, 50.0, "ms")
    flipped = seconds(lambda: weigh(incident, law=law, places=places, flips=tuple(Truth))) * 1000
    row("  the same with what would flip each, per finding", flipped / max(len(found), 1), 200.0, "ms")
    steps = tuple(s for s in map(parse_step, ("RUS:helps", "RUS:attacks:Azerbaijan")) if isinstance(s, Step))
    row("cascade of two steps", seconds(lambda: cascade(incident, steps, law=law, places=places), 3), 1.0, "s")
    _arrays(law)
    _same(law)


def _texts(law: Law) -> Iterator[tuple[Treaty, Text]]:
    """Give every text of the law."""
    return ((t, text) for t in law.treaties for p in t.provisions for text in p.text)


def _arrays(law: Law) -> None:
    """Measure truth values a second over all texts of the law."""
    programs = [flatten(text, law=law, treaty=t, on=text.from_) for t, text in _texts(law)]
    draw = np.random.default_rng(1)
    facts = {name: draw.integers(-1, 2, CASES, dtype=np.int8) for name in law.facts}
    spent = seconds(lambda: [program.run(facts, CASES) for program in programs], 3)
    values = len(programs) * CASES / spent / 1e6
    row(f"arrays: {CASES} cases × {len(programs)} texts, one core", values, 1.0, "M/s", more_is_better=True)


class _Told(Evaluation):
    """The room's own proofs, with facts as they are told."""

    facts: dict[str, Truth]

    def fact(self, name: str) -> Proof:
        """Give the told value."""
        return Proof(kind="fact", name=name, truth=self.facts[name])


def _same(law: Law) -> None:
    """Count on how many random fact sets, spread over all texts, the array form differs from the proof of each."""
    texts = list(_texts(law))
    each = -(-CASES // len(texts))
    tried = differing = 0
    for number, (treaty, text) in enumerate(texts):
        program = flatten(text, law=law, treaty=treaty, on=text.from_)
        draw = np.random.default_rng(number)
        facts = {name: draw.integers(-1, 2, each, dtype=np.int8) for name in program.inputs}
        together = program.run(facts, each)
        case = border().cases[0]
        for i in range(each):
            docket = open_docket(case, (), (), law=law, places=NoPlaces(), on=text.from_)
            told = {name: TRUTH[int(column[i])] for name, column in facts.items()}
            differing += SIGN[_alone(docket, treaty, text, told)] != together[i]
        tried += each
    what = f"arrays differing from the proof, of {tried} random fact sets"
    print(f"{what:62}{differing:12} sets    limit          0")


def _alone(docket: Docket, treaty: Treaty, text: Text, told: dict[str, Truth]) -> Truth:
    """Prove one text's condition, scope and exceptions from facts as told."""
    alone = _Told(Situation(docket, treaty, treaty.provisions[0], text, ("FRA",), "PRT"))
    alone.facts = told
    parts = [alone.prove(text.when)] if text.when else []
    parts += [alone.fact(name) for name in implied(text, docket.law.names(treaty, text))]
    parts += [parent("not", "not", (alone.exception(e),)) for e in text.exception]
    return parent("and", "and", tuple(parts)).truth if parts else YES


if __name__ == "__main__":
    measure(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
