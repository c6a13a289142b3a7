"""Many cases at once give what each gives alone."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import pytest
from tests.treaties.made import DAY, case, treaty
from tests.treaties.made import law as own_law

from casus.errors import CasusError
from casus.logic import UNKNOWN, YES, Truth
from casus.records import Proof
from casus.treaties import Law, NoPlaces, Text, Treaty, evaluate_array, flatten, load_law
from casus.treaties.docket import open_docket
from casus.treaties.duty import implied
from casus.treaties.evaluation import Evaluation
from casus.treaties.expression import Conjunction, Expression, Name, Negation, Node
from casus.treaties.law import Term
from casus.treaties.program import SIGN, TRUTH, Signs
from casus.treaties.situation import Situation

TOTAL = 100_000


@cache
def texts() -> list[tuple[Treaty, Text]]:
    """List every text of the package's law."""
    return [(t, text) for t in load_law()[0].treaties for p in t.provisions for text in p.text]


def drawn(names: list[str], count: int, seed: int) -> dict[str, Signs]:
    """Draw facts for some cases."""
    draw = np.random.default_rng(seed)
    return {name: draw.integers(-1, 2, count, dtype=np.int8) for name in names}


class Alone:
    """One case worked out by the Kleene tables and the rule of readings, written apart from the room's own code."""

    def __init__(self, law: Law, treaty: Treaty, text: Text) -> None:
        self.law, self.treaty, self.text = law, treaty, text
        self.scope = implied(text, law.names(treaty, text))
        self.held = {
            id(r): r.holds(text.from_) for t in (treaty.terms, law.terms) for x in t.values() for r in x.reading
        }
        self.facts: dict[str, int] = {}
        self.known: dict[tuple[str, bool], int] = {}

    def answer(self, facts: dict[str, int]) -> int:
        """Work out the condition, the scope and the exceptions."""
        self.facts, self.known = facts, {}
        parts = [self.value(self.text.when.root, own=True)] if self.text.when else []
        parts += [facts[name] for name in self.scope]
        for exception in self.text.exception:
            applies = [self.value(exception.when.root, own=True)]
            if exception.unless:
                applies.append(-self.value(exception.unless.root, own=True))
            parts.append(-min(applies))
        return min(parts, default=1)

    def value(self, node: Node, *, own: bool) -> int:
        """Work a node out."""
        if isinstance(node, Name):
            return self.name(node.name, own=own)
        if isinstance(node, Negation):
            return -self.value(node.part, own=own)
        found = [self.value(p, own=own) for p in node.parts]
        return min(found) if isinstance(node, Conjunction) else max(found)

    def name(self, name: str, *, own: bool) -> int:
        """Work a fact or term out, once."""
        mine = self.treaty.terms.get(name) if own else None
        term = mine or self.law.terms.get(name)
        if term is None:
            return self.facts[name]
        key = name, mine is not None
        if key not in self.known:
            self.known[key] = self.term(term, own=mine is not None)
        return self.known[key]

    def term(self, term: Term, *, own: bool) -> int:
        """Follow the settled meanings of the day, else what all agree on."""
        base = self.value(term.when.root, own=own)
        found = [(term.standing, base)]
        for reading in (r for r in term.reading if self.held[id(r)]):
            value = self.value(reading.when.root, own=own) if reading.when else base
            if reading.adds:
                value = min(base, self.value(reading.adds.root, own=own))
            found.append((reading.standing, value))
        values = {v for standing, v in found if standing == "settled"} or {v for _, v in found}
        if len(found) == 1:
            return base
        return values.pop() if len(values) == 1 else 0


def test_a_hundred_thousand_cases_are_the_same_alone_and_together() -> None:
    """Random facts over every text of the law, terms, readings and exceptions included."""
    law = load_law()[0]
    each = -(-TOTAL // len(texts()))
    tried = 0
    for number, (known, text) in enumerate(texts()):
        program = flatten(text, law=law, treaty=known, on=text.from_)
        facts = drawn(list(program.inputs), each, number)
        together = evaluate_array(program, facts) if facts else np.ones(each, dtype=np.int8)
        rows = zip(*(column.tolist() for column in facts.values()), strict=True) if facts else [()] * each
        alone = Alone(law, known, text)
        answers = [alone.answer(dict(zip(facts, row, strict=True))) for row in rows]
        assert answers == together.tolist(), (known.id, text.duty)
        tried += each
    assert tried >= TOTAL


class Told(Evaluation):
    """The room's own evaluation with facts as they are told."""

    facts: dict[str, Truth]

    def fact(self, name: str) -> Proof:
        """Give the told value."""
        return Proof(kind="fact", name=name, truth=self.facts[name])


def test_the_array_form_agrees_with_the_proofs() -> None:
    """What arrays give is what a proof of the same facts gives."""
    law = load_law()[0]
    draw = random.Random(7)  # noqa: S311 - cases, not secrets
    for known, text in draw.sample(texts(), 40):
        if text.when is None:
            continue
        program = flatten(text.when, law=law, treaty=known, on=DAY)
        facts = drawn(list(program.inputs), 25, 3)
        together = evaluate_array(program, facts)
        for i in range(25):
            docket = open_docket(case(), (), (), law=law, places=NoPlaces())
            alone = Told(Situation(docket, known, known.provisions[0], text, ("FRA",), "PRT"))
            alone.facts = {n: TRUTH[int(c[i])] for n, c in facts.items()}
            assert SIGN[alone.prove(text.when).truth] == together[i]


def test_a_fact_that_is_not_given_is_unknown() -> None:
    """Kleene: what is not told stays open unless another part settles it."""
    program = flatten(Expression("act.fire_opened and act.invited"), law=own_law(), on=treaty().signed)
    told = evaluate_array(program, {"act.fire_opened": np.array([-1, 0, 1], dtype=np.int8)})
    assert told.tolist() == [-1, 0, 0]
    assert evaluate_array(program, {}).tolist() == [0]


def test_a_text_without_a_condition_is_always_yes() -> None:
    """Nothing asked, nothing open."""
    text = Text(from_=treaty().signed, owes="neutrality", duty="to stay out", says={"en": "stay out"})
    assert evaluate_array(flatten(text, law=own_law(), treaty=treaty(), on=treaty().signed), {}).tolist() == [1]


def test_misuse_is_refused() -> None:
    """Columns of different lengths or types, and a text without its treaty, are mistakes of the caller."""
    program = flatten(Expression("act.fire_opened and act.invited"), law=own_law(), on=treaty().signed)
    one, two = np.zeros(1, dtype=np.int8), np.zeros(2, dtype=np.int8)
    with pytest.raises(CasusError, match="one length"):
        evaluate_array(program, {"act.fire_opened": one, "act.invited": two})
    with pytest.raises(CasusError, match=r"int8 arrays of -1, 0 and 1: act\.invited"):
        evaluate_array(program, {"act.invited": np.zeros(2)})  # type: ignore[dict-item]  # the mistake under test
    with pytest.raises(CasusError, match="treaty"):
        flatten(treaty().provisions[0].text[0], law=own_law(), on=treaty().signed)


def test_truths_and_signs_are_the_same_thing() -> None:
    """The numbers stand for the three truths, in their order."""
    assert [TRUTH[SIGN[t]] for t in Truth] == list(Truth)
    assert SIGN[YES] > SIGN[UNKNOWN] > SIGN[Truth.NO]
