"""Expressions, terms with readings and exceptions, evaluated into proofs whose parents re-add from their children."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec.structs import replace

from casus.logic import NO, UNKNOWN, YES, Truth, all_of, any_of, negate
from casus.records import Proof, Words
from casus.records.finding import ProofKind
from casus.treaties.docket import Cuts
from casus.treaties.expression import Conjunction, Disjunction, Expression, Name, Negation, Node
from casus.treaties.fact_answers import OF_TREATY, answer
from casus.treaties.law import Exception_, Law, Term, TermReading
from casus.treaties.situation import Situation
from casus.vocabulary.phrases import both, in_language, say

BASE = "base meaning"
NOTHING: Words = {"en": "", "ja": ""}
"""What a node says that needs no words of its own."""


def agreement(truths: Iterable[Truth]) -> Truth:
    """Give the value all agree on, else UNKNOWN.

    >>> agreement([YES, YES]), agreement([YES, NO])
    (<Truth.YES: 'yes'>, <Truth.UNKNOWN: 'unknown'>)
    """
    found = list(truths)
    return found[0] if found and all(truth is found[0] for truth in found) else UNKNOWN


_ADDS: dict[ProofKind, Callable[[list[Truth]], Truth]] = {
    "and": all_of,
    "exception": all_of,
    "reading": all_of,
    "or": any_of,
    "not": lambda values: negate(values[0]),
    "term": agreement,
}


def readd(node: Proof) -> Truth:
    """Work a node's truth out from its children: the rule that every proof tree satisfies."""
    if not node.children:
        return node.truth
    return _ADDS[node.kind]([c.truth for c in node.children if c.chosen])


def parent(
    kind: ProofKind,
    name: str,
    children: tuple[Proof, ...],
    says: Words = NOTHING,
    source: str | None = None,
    name_ja: str = "",
) -> Proof:
    """Build a node whose truth re-adds from its children."""
    truth = _ADDS[kind]([c.truth for c in children if c.chosen])
    return Proof(
        kind=kind,
        name=name,
        truth=truth,
        says=says["en"],
        source=source,
        children=children,
        name_ja=name_ja,
        says_ja=in_language(says, "ja"),
    )


class Evaluation:
    """One situation worked out in one position's view; every fact and term once, so that shared nodes are one node.

    A file's expressions and terms see its own terms before the shared ones; shared terms see shared terms only.
    """

    def __init__(self, situation: Situation, position: str | None = None) -> None:
        self.situation = situation
        self.position = position
        self._facts: dict[str, Proof] = {}
        self._terms: dict[tuple[str, bool], Proof] = {}

    def prove(self, expression: Expression, *, own: bool = True) -> Proof:
        """Evaluate an expression; ``own``: does it see the treaty's own terms?"""
        return self._node(expression.root, own=own)

    def fact(self, name: str) -> Proof:
        """Answer a fact."""
        if name not in self._facts:
            self._facts[name] = self._once(name, partial(answer, self.situation, name, self.position))
        return self._facts[name]

    def _node(self, node: Node, *, own: bool) -> Proof:
        match node:
            case Name(name):
                return self._name(name, own=own)
            case Negation(part):
                return parent("not", "not", (self._node(part, own=own),))
            case Conjunction(parts):
                return parent("and", "and", tuple(self._node(p, own=own) for p in parts))
            case Disjunction(parts):
                return parent("or", "or", tuple(self._node(p, own=own) for p in parts))

    def _name(self, name: str, *, own: bool) -> Proof:
        """Evaluate a term, else answer a fact."""
        it = self.situation
        mine = it.treaty.terms.get(name) if own else None
        term = mine or it.docket.law.terms.get(name)
        if term is None:
            return self.fact(name)
        key = name, mine is not None
        if key not in self._terms:
            found = (
                self._term(name, term, own=True)
                if mine
                else self._once(name, lambda: self._term(name, term, own=False))
            )
            self._terms[key] = found
        return self._terms[key]

    def _once(self, name: str, work: Callable[[], Proof]) -> Proof:
        """Work a shared term or a fact out once for all treaties, where it turns on nothing but the case."""
        docket = self.situation.docket
        if name not in docket.general:
            docket.general[name] = not (closure(docket.law, name) & OF_TREATY)
        if not docket.general[name]:
            return work()
        key = name, self.position, self.situation.beneficiary
        if key not in docket.proofs:
            docket.proofs[key] = work()
        return docket.proofs[key]

    def _term(self, name: str, term: Term, *, own: bool) -> Proof:
        """Evaluate a term under the readings held that day: a settled one gives it, else they must agree."""
        base = self.prove(term.when, own=own)
        source = "; ".join(filter(None, (term.authority, term.source))) or None
        held = [r for r in term.reading if r.holds(self.situation.docket.on)]
        children = self._readings(term, base, held, own=own) if held else (base,)
        return parent("term", name, children, both(term.says, term.says_ja), source, term.name.get("ja", ""))

    def _readings(self, term: Term, base: Proof, held: list[TermReading], *, own: bool) -> tuple[Proof, ...]:
        """Evaluate the base meaning and each reading held that day; a settled one, else all, are followed."""
        meanings = [(say("base_meaning"), term.standing, term.authority, both(term.says, term.says_ja), base)]
        for reading in held:
            proof = self.prove(reading.when, own=own) if reading.when else base
            if reading.adds:
                proof = parent("and", "and", (base, self.prove(reading.adds, own=own)))
            name, says = both(reading.name, reading.name_ja), both(reading.says, reading.says_ja)
            meanings.append((name, reading.standing, reading.authority, says, proof))
        settled = any(standing == "settled" for _, standing, *_ in meanings)
        return tuple(
            Proof(
                kind="reading",
                name=title["en"],
                name_ja=title.get("ja", ""),
                truth=proof.truth,
                says=says["en"],
                says_ja=in_language(says, "ja"),
                source=authority or None,
                children=(proof,),
                chosen=standing == "settled" or not settled,
            )
            for title, standing, authority, says, proof in meanings
        )

    def exception(self, exception: Exception_) -> Proof:
        """Evaluate an exception: its condition, and not what takes the case back in."""
        children: tuple[Proof, ...] = (self.prove(exception.when),)
        if exception.unless:
            children = (*children, parent("not", "not", (self.prove(exception.unless),)))
        says = both(exception.says, exception.says_ja)
        return parent("exception", exception.name, children, says, name_ja=exception.name_ja)


def closure(law: Law, name: str) -> frozenset[str]:
    """Give all facts and shared terms a shared term turns on, with itself."""
    found: set[str] = set()
    queue = [name]
    while queue:
        one = queue.pop()
        if one not in found:
            found.add(one)
            term = law.terms.get(one)
            queue += [n.name for e in (term.expressions() if term else ()) for n in e.names]
    return frozenset(found)


_ONE_IS_ENOUGH = {("and", NO), ("exception", NO), ("or", YES)}
"""Nodes whose answer rests on any one of the children that share it."""


def support(root: Proof, cuts: Cuts | None = None) -> Proof:
    """Cut a proof down to the part its answer rests on: the smallest failing part, or all that is needed or open.

    ``cuts`` remembers nodes that several proofs share.
    """
    return _cut(root, {} if cuts is None else cuts)[1]


def _cut(node: Proof, cuts: Cuts) -> tuple[int, Proof]:
    """Give the number of leaves kept, and the node cut down."""
    if not node.children:
        return 1, node
    if id(node) not in cuts:
        children = [c for c in node.children if c.chosen]
        if node.kind in ("and", "or", "exception"):
            children = [c for c in children if c.truth is node.truth]
        kept = [_cut(c, cuts) for c in children]
        if (node.kind, node.truth) in _ONE_IS_ENOUGH:
            kept = [min(kept, key=lambda k: k[0])]
        part = replace(node, children=tuple(part for _, part in kept))
        cuts[id(node)] = node, sum(size for size, _ in kept), part
    _, size, part = cuts[id(node)]
    return size, part


def nodes(root: Proof) -> Iterator[Proof]:
    """Walk a proof, parents first, shared nodes once."""
    seen: set[int] = set()
    queue = [root]
    while queue:
        node = queue.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            queue += reversed(node.children)


def open_leaves(node: Proof) -> tuple[Proof, ...]:
    """Find what an UNKNOWN turns on: unknown leaves no settled sibling makes idle, and terms whose readings part."""
    found: list[Proof] = []
    _open_leaves(node, found, set())
    return tuple(found)


def _open_leaves(node: Proof, found: list[Proof], seen: set[int]) -> None:
    """Go through the open nodes, shared ones once."""
    if node.truth is not UNKNOWN or id(node) in seen:
        return
    seen.add(id(node))
    chosen = [c for c in node.children if c.chosen]
    if not chosen or (node.kind == "term" and any(c.truth is not chosen[0].truth for c in chosen)):
        found.append(node)
    for child in chosen:
        _open_leaves(child, found, seen)
