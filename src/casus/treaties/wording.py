"""Reasons in one calm line, from the part of a proof its answer rests on."""

from __future__ import annotations

from casus.logic import NO, UNKNOWN, YES, Truth, all_of
from casus.records import Proof, Words
from casus.records.finding import Certainty
from casus.treaties.duty import BENEFICIARY_BOUND, OBLIGED_BOUND
from casus.treaties.evaluation import open_leaves
from casus.treaties.situation import DETAIL
from casus.vocabulary.phrases import both, joined, say

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


def name_words(node: Proof) -> Words:
    """Say what a term, reading or exception is called."""
    return both(title(node.name) if node.kind == "term" else node.name, node.name_ja)


def _some(phrases: list[Words], most: int = MOST) -> Words:
    """Join phrases, each once, the first few in full."""
    once = list({p["en"]: p for p in phrases if p["en"]}.values())
    rest = len(once) - most
    told = joined(once[:most], apart="; ")
    if rest <= 0:
        return told
    more = say("and_more", rest=str(rest))
    return {lang: told[lang] + more[lang] for lang in told}


def _leaf(node: Proof) -> Words:
    """Say a leaf, without its detail."""
    if not node.says:
        return say("fact_value", name=node.name, truth=_truth(node.truth))
    return both(node.says.partition(DETAIL)[0], node.says_ja.partition(DETAIL)[0])


def _truth(truth: Truth) -> Words:
    """Say a truth value."""
    return say(f"truth_{truth.value}")


def _leaves(node: Proof) -> Words:
    """Say the first few leaves of a part."""
    return _some([_leaf(leaf) for leaf in node.leaves()], MOST - 1)


def _parts(node: Proof) -> list[Words]:
    """Say a settled part in phrases, one for each leaf, term (with what it rests on) or exception."""
    if not node.children:
        return [_leaf(node)]
    if node.kind == "term":
        return [say("term_fails" if node.truth is NO else "term_holds", term=name_words(node), inside=_leaves(node))]
    if node.kind == "exception":
        key = "exception_applies" if node.truth is YES else "exception_not"
        return [say(key, name=name_words(node), inside=_leaves(node))]
    return [p for child in node.children for p in _parts(child)]


def _parted(term: Proof, within: Proof) -> Words:
    """Say that the readings of a term part: in full for the term itself, by name for one inside it."""
    if term is not within:
        return say("what_counts", term=name_words(term))
    given = [say("reading_gives", name=name_words(r), truth=_truth(r.truth)) for r in term.children if r.chosen]
    return say("readings_differ", readings=joined(given))


def _turning(node: Proof) -> list[Words]:
    """Say what a part turns on: each open leaf and term of its own, a term with what is open in it, facts first."""
    if not node.children or node.truth is not UNKNOWN:
        return [_leaf(node)] if node.truth is UNKNOWN else []
    if node.kind not in ("term", "exception"):
        return [p for child in node.children for p in _turning(child)]
    gaps = sorted(open_leaves(node), key=lambda leaf: (leaf.kind == "term", leaf.name in SPECIAL))
    inside = [_parted(leaf, node) if leaf.kind == "term" else _leaf(leaf) for leaf in gaps]
    values = {"name" if node.kind == "exception" else "term": name_words(node)}
    if not inside:
        return [say(f"{node.kind}_open_bare", **values)]
    return [say(f"{node.kind}_open", inside=_some(inside, MOST - 1), **values)]


def reason(root: Proof, needed: Proof) -> Words:
    """Give the part an answer rests on (``needed``, cut from ``root``), in one line."""
    if root.truth is UNKNOWN:
        return say("turns_on", parts=_some(_turning(root)))
    parts = _parts(needed)
    if root.truth is NO:
        return _some(parts)
    standing = {_leaf(n)["en"] for n in needed.leaves() if n.name in (OBLIGED_BOUND, BENEFICIARY_BOUND)}
    return say("rests_on", parts=_some([p for p in parts if p["en"] not in standing] or parts))


def permitting(root: Proof, why: Words) -> Words:
    """Add to a reason whether a right's own condition, if it has one, is met: where a text permits, never obliges."""
    conditions = [c.truth for c in root.children if c.kind not in ("status", "declared")]
    if not conditions:
        return why
    return say({YES: "right_open", NO: "right_shut", UNKNOWN: "right_unknown"}[all_of(conditions)], why=why)


def with_certainty(why: Words, of_law: Certainty, of_place: Certainty | None) -> Words:
    """Add to a reason that its law, or what it knows of the place, was not checked, where it was not."""
    if of_law == "memory":
        return say("from_memory", why=why)
    return say("place_from_memory", why=why) if of_place == "memory" else why
