"""What could be otherwise in a finding: open facts, contested grounds and readings, assumed standings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from casus.logic import NO, UNKNOWN, YES, Truth, negate
from casus.records import Proof
from casus.treaties.evaluation import nodes
from casus.treaties.place_answers import HOMELAND, OWN_GROUND
from casus.treaties.program import SIGN, Program
from casus.treaties.situation import Situation

Range = tuple[int, int]
STANDING = "standing:"
"""Set before the name of a leaf about standing in law, which may be that of a fact too."""

IMPLIES: dict[tuple[str, Truth], tuple[tuple[str, Truth], ...]] = {
    ("request.under_article", YES): (("request.under_treaty", YES),),
    ("request.under_treaty", YES): (
        ("request.made", YES),
        ("request.by_any_party", YES),
        ("beneficiary.claims_threat", YES),
    ),
    ("request.for_help", YES): (("request.made", YES), ("beneficiary.claims_threat", YES)),
    ("request.for_talks", YES): (("request.made", YES), ("beneficiary.claims_threat", YES)),
    ("request.made", NO): (("request.for_help", NO), ("request.for_talks", NO), ("request.under_treaty", NO)),
    ("request.under_treaty", NO): (("request.under_article", NO),),
    ("decision.force", YES): (("decision.measures", YES),),
    ("decision.measures", YES): (("decision.consulted", YES), ("decision.refused", NO)),
    ("decision.refused", YES): (("decision.measures", NO),),
    ("decision.measures", NO): (("decision.force", NO),),
    ("decision.consulted", NO): (("decision.measures", NO),),
}
"""What one fact about requests and decisions brings with it, as ``request_answers`` reads them."""


@dataclass(frozen=True)
class Option:
    """One thing that could be otherwise: what it is called, the facts it sets, or the reading it follows."""

    name: str
    value: str
    sets: tuple[tuple[str, int], ...] = ()
    slot: int = -1
    """Slot of the term whose reading is followed."""
    reading: int = -1

    @cached_property
    def marks(self) -> frozenset[tuple[str | int, int]]:
        """Give all it fixes, to tell which of two sets says more."""
        return frozenset({*self.sets, *(((self.slot, self.reading),) if self.slot >= 0 else ())})


def options(
    it: Situation, program: Program, leaves: Mapping[str, Proof], views: Mapping[str, Mapping[str, Proof]]
) -> tuple[Option, ...]:
    """List what could be otherwise and bears on the answer, facts before readings.

    ``leaves`` are the finding's own leaves by name, ``views`` those in each position.
    """
    values = {name: _otherwise(leaf, [v[name] for v in views.values()]) for name, leaf in leaves.items()}
    live = _live(program, leaves, values)
    linked = it.sole_victim and {HOMELAND, OWN_GROUND} <= set(leaves) and _both_open(leaves)
    found: list[Option] = []
    for name in program.inputs:
        for truth in values[name] if name in live and not (linked and name == HOMELAND) else ():
            sets = _brought(name, truth, leaves, linked=linked)
            found.append(Option(name.removeprefix(STANDING), truth.value, tuple((n, SIGN[t]) for n, t in sets.items())))
    return (*found, *_readings(program, live))


def leaves_of(root: Proof, before: Iterable[Proof]) -> dict[str, Proof]:
    """Give what a proof rests on by name: its facts, and ``before`` them its leaves about standing in law."""
    facts = {node.name: node for node in nodes(root) if node.kind in ("fact", "declared")}
    return {**facts, **{STANDING + leaf.name: leaf for leaf in before}}


def _both_open(leaves: Mapping[str, Proof]) -> bool:
    return leaves[HOMELAND].truth is UNKNOWN and leaves[OWN_GROUND].truth is UNKNOWN


def _otherwise(leaf: Proof, seen: Iterable[Proof]) -> tuple[Truth, ...]:
    """Give the values a leaf might have: either for an open one, what a position says, the reverse of an assumption."""
    if leaf.kind == "declared" and leaf.truth is not UNKNOWN:
        return (negate(leaf.truth),)
    if leaf.truth is UNKNOWN:
        return (YES, NO)
    held = {view.truth for view in seen} - {leaf.truth, UNKNOWN}
    return tuple(t for t in (YES, NO) if t in held)


def _brought(name: str, truth: Truth, leaves: Mapping[str, Proof], *, linked: bool) -> dict[str, Truth]:
    """Give a fact with what it brings with it, as far as that is open: a sole victim's ground is its homeland."""
    sets = {name: truth}
    queue = [(name, truth)]
    while queue:
        for other, value in IMPLIES.get(queue.pop(), ()):
            if other not in sets and (other not in leaves or leaves[other].truth is UNKNOWN):
                sets[other] = value
                queue.append((other, value))
    if linked and name == OWN_GROUND:
        sets[HOMELAND] = truth
    return {n: t for n, t in sets.items() if n in leaves}


def _live(
    program: Program, leaves: Mapping[str, Proof], values: Mapping[str, tuple[Truth, ...]]
) -> frozenset[str | int]:
    """Name the facts and the terms' slots that can still move the answer, by the range each slot can take.

    A slot that can take one value only is settled whatever is learnt; what stands below it alone is idle.
    """
    ranges: list[Range] = []
    for name in program.inputs:
        signs = [SIGN[leaves[name].truth], *(SIGN[t] for t in values[name])]
        ranges.append((min(signs), max(signs)))
    for step in program.steps:
        ranges.append(_range(step.does, [ranges[a] for a in step.args]))
    live: set[int] = set()
    queue = [program.out]
    while queue:
        slot = queue.pop()
        if slot in live or ranges[slot][0] == ranges[slot][1]:
            continue
        live.add(slot)
        if slot >= len(program.inputs):
            queue += program.steps[slot - len(program.inputs)].args
    return frozenset(program.inputs[s] if s < len(program.inputs) else s for s in live)


def _range(does: str, args: list[Range]) -> Range:
    """Give the least and the greatest value a step can take."""
    if not args:
        return 1, 1
    lows, highs = [a[0] for a in args], [a[1] for a in args]
    match does:
        case "not":
            return -highs[0], -lows[0]
        case "and":
            return min(lows), min(highs)
        case "or":
            return max(lows), max(highs)
    return min(lows), max(highs)


def _readings(program: Program, live: frozenset[str | int]) -> Iterator[Option]:
    """Offer each reading of each live term on which none is settled."""
    for number, step in enumerate(program.steps, start=len(program.inputs)):
        if step.open and number in live:
            for reading, name in enumerate(step.readings):
                yield Option(step.term, name, slot=number, reading=reading)
