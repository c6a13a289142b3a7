"""Reasons in one calm line, from the part of a proof its answer rests on."""

from __future__ import annotations

from casus.logic import NO, UNKNOWN, YES, all_of
from casus.records import Proof
from casus.records.finding import Certainty
from casus.treaties.duty import BENEFICIARY_BOUND, OBLIGED_BOUND
from casus.treaties.evaluation import open_leaves
from casus.treaties.situation import DETAIL

MOST = 4
"""Phrases shown of one part before the rest is counted."""
SPECIAL = frozenset(
    f"act.{name}"
    for name in (
        "on_vessel",
        "on_aircraft",
        "cyber",
        "poison",
        "sabotage",
        "blockade",
        "annexation_declared",
        "waters_entered",
        "airspace_entered",
        "un_authorised",
        "invited",
    )
)
"""Facts of special kinds of acts: what else is open is said before them."""
FROM_MEMORY = "(from memory, not checked against the text)"
PLACE_FROM_MEMORY = "(what is known of the place is from memory, not checked)"


def title(name: str) -> str:
    """Print a term's name.

    >>> title("armed_attack")
    'armed attack'
    """
    return name.replace("_", " ")


def _some(phrases: list[str], most: int = MOST) -> str:
    """Join phrases, each once, the first few in full."""
    once = list(dict.fromkeys(p for p in phrases if p))
    rest = len(once) - most
    return "; ".join(once[:most]) + (f"; and {rest} more" if rest > 0 else "")


def _leaf(node: Proof) -> str:
    """Say a leaf, without its detail."""
    return node.says.partition(DETAIL)[0] or f"{node.name}: {node.truth.value}"


def _term(node: Proof) -> str:
    """Say how a settled term stands, with what it rests on."""
    inside = _some([_leaf(leaf) for leaf in node.leaves()], MOST - 1)
    return f"{'no ' if node.truth is NO else ''}{title(node.name)} ({inside})"


def _exception(node: Proof) -> str:
    """Say whether an exception applies."""
    how = "applies" if node.truth is YES else "does not apply"
    return f"the exception '{node.name}' {how} ({_some([_leaf(leaf) for leaf in node.leaves()], MOST - 1)})"


def _parts(node: Proof) -> list[str]:
    """Say a settled part in phrases, one for each leaf, term or exception."""
    if not node.children:
        return [_leaf(node)]
    if node.kind == "term":
        return [_term(node)]
    if node.kind == "exception":
        return [_exception(node)]
    return [p for child in node.children for p in _parts(child)]


def _parted(term: Proof, within: Proof) -> str:
    """Say that the readings of a term part: in full for the term itself, by name for one inside it."""
    if term is not within:
        return f"what counts as {title(term.name)}"
    return "readings differ: " + ", ".join(f"{r.name} {r.truth.value}" for r in term.children if r.chosen)


def _turning(node: Proof) -> list[str]:
    """Say what a part turns on: each open leaf and term of its own, a term with what is open in it, facts first."""
    if not node.children or node.truth is not UNKNOWN:
        return [_leaf(node)] if node.truth is UNKNOWN else []
    if node.kind not in ("term", "exception"):
        return [p for child in node.children for p in _turning(child)]
    gaps = sorted(open_leaves(node), key=lambda leaf: (leaf.kind == "term", leaf.name in SPECIAL))
    inside = [_parted(leaf, node) if leaf.kind == "term" else _leaf(leaf) for leaf in gaps]
    name = f"the exception '{node.name}'" if node.kind == "exception" else title(node.name)
    return [f"{name} ({_some(inside, MOST - 1)})" if inside else name]


def reason(root: Proof, needed: Proof) -> str:
    """Give the part an answer rests on (``needed``, cut from ``root``), in one line."""
    if root.truth is UNKNOWN:
        return f"open, turns on: {_some(_turning(root))}"
    parts = _parts(needed)
    if root.truth is NO:
        return _some(parts)
    standing = {_leaf(leaf) for leaf in needed.leaves() if leaf.name in (OBLIGED_BOUND, BENEFICIARY_BOUND)}
    return f"rests on: {_some([p for p in parts if p not in standing] or parts)}"


def permitting(root: Proof) -> str:
    """Say of a right whether its own condition, if it has one, is met: for a text that permits and never obliges."""
    conditions = [c.truth for c in root.children if c.kind not in ("status", "declared")]
    if not conditions:
        return ""
    return {
        YES: "the right is open",
        NO: "its condition is not met either",
        UNKNOWN: "whether its condition is met is open",
    }[all_of(conditions)]


def with_certainty(why: str, of_law: Certainty, of_place: Certainty | None) -> str:
    """Add to a reason that its law, or what it knows of the place, was not checked, where it was not."""
    if of_law == "memory":
        return f"{why} {FROM_MEMORY}"
    return f"{why} {PLACE_FROM_MEMORY}" if of_place == "memory" else why
