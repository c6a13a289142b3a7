"""The whole proof of one duty: who is bound, whether the text binds at all, its condition, and its exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Proof
from casus.treaties.evaluation import Evaluation, parent
from casus.treaties.law import Text
from casus.treaties.situation import Situation

OBLIGED_BOUND = "status.obliged"
BENEFICIARY_BOUND = "status.beneficiary"
BINDING = "binding"
PERMITS = "permits"
OWN_ATTACK = "obliged.attacks"
HELP = frozenset({"defence", "offence"})
"""Duties that an attacker cannot owe its own victim."""


def implied(text: Text, used: frozenset[str]) -> tuple[str, ...]:
    """Give the facts a text's scope asks about where its expressions do not: its area, its adversaries."""
    scopes = (("place.in_area", text.area), ("attacker.named", text.adversaries))
    return tuple(name for name, given in scopes if given and name not in used)


def _leaf(name: str, truth: Truth, says: str, source: str = "", *, assumed: bool = False) -> Proof:
    """Build a leaf about standing in law; one that is carried past its last check is a declared assumption."""
    return Proof(kind="declared" if assumed else "status", name=name, truth=truth, says=says, source=source or None)


def _obliged_bound(it: Situation) -> Proof:
    """Are the obliged (alike by construction) bound that day, and not suspended towards the beneficiary?"""
    known = it.docket.statuses(it.treaty)
    found = {s: known[s] for s in it.obliged}
    first = found[it.obliged[0]]
    sources = "; ".join(dict.fromkeys(status.source for status in found.values() if status.source))
    if it.beneficiary in first.suspended_towards:
        says = f"{', '.join(it.obliged)}: duties suspended towards {it.beneficiary} ({first.says})"
        return _leaf(OBLIGED_BOUND, NO, says, sources, assumed=first.assumed)
    told: dict[str, list[str]] = {}
    plain = [s for s, status in found.items() if status.truth is YES and not status.clouded]
    for state, status in found.items():
        many = len(plain) > 1 and state in plain
        told.setdefault(" bound" if many else status.ground.removeprefix(state), []).append(state)
    says = "; ".join(", ".join(states) + what for what, states in told.items())
    return _leaf(OBLIGED_BOUND, first.truth, says, sources, assumed=first.assumed)


def _beneficiary_bound(it: Situation) -> Proof:
    """Is the beneficiary bound that day, and not suspended towards the obliged?"""
    found = it.docket.status(it.treaty, it.beneficiary)
    truth, says = found.truth, found.ground
    if any(s in found.suspended_towards for s in it.obliged):
        truth = UNKNOWN
        says += "; whether this frees the other side too is open"
    return _leaf(BENEFICIARY_BOUND, truth, says, found.source, assumed=found.assumed)


def _disputed() -> Proof:
    """Build the node of an instrument whose legal force is disputed: two readings, neither settled."""
    readings = (
        Proof(kind="reading", name="binds in law", truth=YES),
        Proof(kind="reading", name="binds politically only", truth=NO),
    )
    return parent("term", BINDING, readings, "whether the instrument binds in law is disputed")


def first_sentence(words: str) -> str:
    """Give the first sentence of some notes, without its full stop.

    >>> first_sentence("A declaration of intent. Checked against the text.")
    'A declaration of intent'
    """
    return words.split(". ", maxsplit=1)[0].strip().rstrip(".")


def standing(it: Situation) -> Iterator[Proof]:
    """Give the leaves about standing in law that every proof begins with."""
    key = it.treaty.id, it.obliged, it.beneficiary
    if key not in it.docket.bonds:
        it.docket.bonds[key] = _obliged_bound(it)
    yield it.docket.bonds[key]
    if it.text.beneficiary != "any-victim":
        yield _beneficiary_bound(it)
    if it.treaty.binding == "no":
        why = first_sentence(it.treaty.notes) or "not meant to bind in law"
        yield _leaf(BINDING, NO, f"does not oblige: {why}", it.treaty.text)
    elif it.treaty.binding == "disputed":
        yield _disputed()
    if it.text.kind == "permits":
        yield _leaf(PERMITS, NO, "permits, never obliges", it.treaty.text)
    elif it.text.owes in HELP and it.obliged[0] in it.docket.case.attacker:
        yield _leaf(OWN_ATTACK, NO, f"{', '.join(it.obliged)} is itself the attacker")


def prove(it: Situation, used: frozenset[str], before: tuple[Proof, ...], position: str | None = None) -> Proof:
    """Prove or disprove one duty, in a position's view if one is given; ``before`` are its leaves of ``standing``."""
    evaluation = Evaluation(it, position)
    parts = list(before)
    if it.text.when:
        parts.append(evaluation.prove(it.text.when))
    parts += [evaluation.fact(name) for name in implied(it.text, used)]
    parts += [parent("not", "not", (evaluation.exception(e),)) for e in it.text.exception]
    says = it.text.says.get("en", "")
    return parent("and", "and", tuple(parts), f"{it.provision.cite}: {says}", it.text.source or None)
