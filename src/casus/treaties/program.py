"""What a text asks, with its terms, readings and exceptions, flattened once into steps over whole arrays of cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.treaties.duty import implied
from casus.treaties.evaluation import BASE
from casus.treaties.expression import Conjunction, Disjunction, Expression, Name, Negation, Node
from casus.treaties.law import Law, Term, Text, Treaty

Signs = npt.NDArray[np.int8]
"""Truths in numbers: -1 is NO, 0 UNKNOWN, +1 YES; then AND is the least, OR the greatest, NOT the negative (Kleene)."""

SIGN: dict[Truth, int] = {NO: -1, UNKNOWN: 0, YES: 1}
TRUTH: dict[int, Truth] = {sign: truth for truth, sign in SIGN.items()}
NONE = -1
"""In an array of choices: no reading is chosen, the term's own rule gives its value."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation on slots that are filled before it; ``agree`` is the rule of a term's readings."""

    does: Literal["and", "or", "not", "agree"]
    args: tuple[int, ...]
    term: str = ""
    readings: tuple[str, ...] = ()
    """Names of the meanings that ``agree`` holds together, in the order of ``args``."""
    open: bool = False
    """May another of these readings be followed: is none of them settled?"""


@dataclass(frozen=True, slots=True)
class Program:
    """Facts first, then steps, each a slot of its own; ``out`` is the slot of the answer."""

    inputs: tuple[str, ...]
    steps: tuple[Operation, ...]
    out: int

    def run(self, facts: Mapping[str, Signs], count: int, chosen: Mapping[int, Signs] | None = None) -> Signs:
        """Work out ``count`` cases at once; a fact that is not given is UNKNOWN in all of them.

        ``chosen`` gives for a slot of an ``agree`` step the number of the reading to follow in each case, or ``NONE``.
        """
        unknown = np.zeros(count, dtype=np.int8)
        slots = [facts.get(name, unknown) for name in self.inputs]
        for step in self.steps:
            args = [slots[a] for a in step.args]
            value = _work(step, args) if args else np.ones(count, dtype=np.int8)
            if chosen and len(slots) in chosen:
                for number, arg in enumerate(args):
                    value = np.where(chosen[len(slots)] == number, arg, value)
            slots.append(value)
        return slots[self.out]


def _work(step: Operation, args: list[Signs]) -> Signs:
    """Work one step out."""
    first, *rest = args
    if step.does == "not":
        return -first
    if step.does == "agree":
        low = high = first
        for arg in rest:
            low, high = np.minimum(low, arg), np.maximum(high, arg)
        return np.where(low == high, low, np.int8(0))
    join = np.minimum if step.does == "and" else np.maximum
    for arg in rest:
        first = join(first, arg)
    return first


class Builder:
    """Flattens expressions as seen from one treaty on one day; every fact and term becomes one slot.

    A treaty's expressions see its own terms before the shared ones; shared terms see shared terms only.
    """

    def __init__(self, law: Law, treaty: Treaty | None, on: date) -> None:
        self.law = law
        self.own = treaty.terms if treaty else {}
        self.on = on
        self.inputs: dict[str, int] = {}
        self.steps: list[Operation] = []
        self._slots: dict[tuple[str, bool], int] = {}
        self._made: dict[Operation, int] = {}

    def expression(self, expression: Expression, *, own: bool = True) -> int:
        """Flatten an expression; gives a number for its value (negative ones are facts until ``finish``)."""
        return self._node(expression.root, own=own)

    def fact(self, name: str) -> int:
        """Give the number of a fact."""
        return -1 - self.inputs.setdefault(name, len(self.inputs))

    def step(self, does: Literal["and", "or", "not", "agree"], args: tuple[int, ...], **more: object) -> int:
        """Add a step; the same step twice is one."""
        if does in ("and", "or") and len(args) == 1:
            return args[0]
        made = Operation(does, args, **more)  # type: ignore[arg-type]  # the rest of a step's own fields
        if made not in self._made:
            self._made[made] = len(self.steps)
            self.steps.append(made)
        return self._made[made]

    def finish(self, out: int) -> Program:
        """Give the program, its facts numbered before its steps."""
        count = len(self.inputs)

        def slot(number: int) -> int:
            return -1 - number if number < 0 else number + count

        steps = tuple(Operation(s.does, tuple(slot(a) for a in s.args), s.term, s.readings, s.open) for s in self.steps)
        return Program(tuple(self.inputs), steps, slot(out))

    def _node(self, node: Node, *, own: bool) -> int:
        match node:
            case Name(name):
                return self._name(name, own=own)
            case Negation(part):
                return self.step("not", (self._node(part, own=own),))
            case Conjunction(parts):
                return self.step("and", tuple(self._node(p, own=own) for p in parts))
            case Disjunction(parts):
                return self.step("or", tuple(self._node(p, own=own) for p in parts))

    def _name(self, name: str, *, own: bool) -> int:
        mine = self.own.get(name) if own else None
        term = mine or self.law.terms.get(name)
        if term is None:
            return self.fact(name)
        key = name, mine is not None
        if key not in self._slots:
            self._slots[key] = self._term(name, term, own=mine is not None)
        return self._slots[key]

    def _term(self, name: str, term: Term, *, own: bool) -> int:
        """Flatten a term: where a reading is settled on the day only the settled ones count, else all must agree."""
        base = self.expression(term.when, own=own)
        meanings = [(BASE, term.standing, base)]
        for reading in (r for r in term.reading if r.holds(self.on)):
            value = self.expression(reading.when, own=own) if reading.when else base
            if reading.adds:
                value = self.step("and", (base, self.expression(reading.adds, own=own)))
            meanings.append((reading.name, reading.standing, value))
        if len(meanings) == 1:
            return base
        followed = [m for m in meanings if m[1] == "settled"]
        names, _, values = zip(*(followed or meanings), strict=True)
        return self.step("agree", tuple(values), term=name, readings=tuple(names), open=not followed)


def condition(law: Law, treaty: Treaty, text: Text, on: date, standing: tuple[str, ...] = ()) -> Program:
    """Flatten all that a text asks about a case: its condition, its scope, none of its exceptions.

    A text without any is always YES. ``standing`` names further facts that must hold, such as who is bound.
    """
    builder = Builder(law, treaty, on)
    parts = [builder.fact(name) for name in standing]
    parts += [builder.expression(text.when)] if text.when else []
    parts += [builder.fact(name) for name in implied(text, law.names(treaty, text))]
    for exception in text.exception:
        applies = [builder.expression(exception.when)]
        if exception.unless:
            applies.append(builder.step("not", (builder.expression(exception.unless),)))
        parts.append(builder.step("not", (builder.step("and", tuple(applies)),)))
    return builder.finish(builder.step("and", tuple(parts)))
