"""The whole proof of one duty: who is bound, whether the text binds at all, its condition, and its exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Proof, Words
from casus.treaties.evaluation import Evaluation, parent
from casus.treaties.law import Text
from casus.treaties.situation import Situation
from casus.vocabulary.cites import cite_words
from casus.vocabulary.party_names import coded, coded_list
from casus.vocabulary.phrases import both, in_language, joined, say

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


def _leaf(name: str, truth: Truth, says: Words, source: str = "", *, assumed: bool = False) -> Proof:
    """Build a leaf about standing in law; one that is carried past its last check is a declared assumption."""
    return Proof(
        kind="declared" if assumed else "status",
        name=name,
        truth=truth,
        says=says["en"],
        says_ja=in_language(says, "ja"),
        source=source or None,
    )


def _obliged_bound(it: Situation) -> Proof:
    """Are the obliged (alike by construction) bound that day, and not suspended towards the beneficiary?"""
    known = it.docket.statuses(it.treaty)
    found = {s: known[s] for s in it.obliged}
    first = found[it.obliged[0]]
    sources = "; ".join(dict.fromkeys(status.source for status in found.values() if status.source))
    if it.beneficiary in first.suspended_towards:
        how = {"en": first.says, "ja": first.says_ja}
        says = say("duties_suspended", states=coded_list(it.obliged), beneficiary=coded(it.beneficiary), says=how)
        return _leaf(OBLIGED_BOUND, NO, says, sources, assumed=first.assumed)
    told: dict[str, list[str]] = {}
    plain = [s for s, status in found.items() if status.truth is YES and not status.clouded]
    for state, status in found.items():
        many = len(plain) > 1 and state in plain
        told.setdefault("" if many else status.ground.removeprefix(state), []).append(state)
    named = [_alike(states, found[states[0]].words if how else None) for how, states in told.items()]
    return _leaf(OBLIGED_BOUND, first.truth, joined(named, apart="; "), sources, assumed=first.assumed)


def _alike(states: list[str], words: Words | None) -> Words:
    """Say of states together what is said of the first, whose name it begins with; None: that they are bound."""
    names, first = coded_list(states), coded(states[0])
    if words is None:
        return say("status_many_bound", states=names)
    return {lang: names[lang] + text.removeprefix(first[lang]) for lang, text in words.items()}


def _beneficiary_bound(it: Situation) -> Proof:
    """Is the beneficiary bound that day, and not suspended towards the obliged?"""
    found = it.docket.status(it.treaty, it.beneficiary)
    truth, says = found.truth, found.words
    if any(s in found.suspended_towards for s in it.obliged):
        truth = UNKNOWN
        says = say("frees_the_other", says=says)
    return _leaf(BENEFICIARY_BOUND, truth, says, found.source, assumed=found.assumed)


def _disputed() -> Proof:
    """Build the node of an instrument whose legal force is disputed: two readings, neither settled."""
    names = ((say("binds_in_law"), YES), (say("binds_politically"), NO))
    readings = tuple(Proof(kind="reading", name=n["en"], name_ja=n["ja"], truth=truth) for n, truth in names)
    return parent("term", BINDING, readings, say("binding_disputed"), name_ja=say("binding")["ja"])


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
        notes = it.treaty.why_not or first_sentence(it.treaty.notes)
        why = both(notes, it.treaty.why_not_ja) if notes else say("not_meant_to_bind")
        yield _leaf(BINDING, NO, say("does_not_oblige", why=why), it.treaty.text)
    elif it.treaty.binding == "disputed":
        yield _disputed()
    if it.text.kind == "permits":
        yield _leaf(PERMITS, NO, say("permits"), it.treaty.text)
    elif it.text.owes in HELP and it.obliged[0] in it.docket.case.attacker:
        yield _leaf(OWN_ATTACK, NO, say("own_attack", states=coded_list(it.obliged)))


def prove(it: Situation, used: frozenset[str], before: tuple[Proof, ...], position: str | None = None) -> Proof:
    """Prove or disprove one duty, in a position's view if one is given; ``before`` are its leaves of ``standing``."""
    evaluation = Evaluation(it, position)
    parts = list(before)
    if it.text.when:
        parts.append(evaluation.prove(it.text.when))
    parts += [evaluation.fact(name) for name in implied(it.text, used)]
    parts += [parent("not", "not", (evaluation.exception(e),)) for e in it.text.exception]
    cite = cite_words(it.provision.cite, it.provision.cite_ja)
    says = say("cited", cite=cite, says={"en": "", **it.text.says})
    return parent("and", "and", tuple(parts), says, it.text.source or None)
