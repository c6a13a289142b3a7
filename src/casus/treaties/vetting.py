"""What a law file may not say: unknown names and states, circles of terms, acts and texts that clash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from casus.treaties.expression import Expression
from casus.treaties.fact_answers import ENGINE_FACTS
from casus.treaties.law import Act, FactEntry, Provision, Term, Text, Treaty
from casus.treaties.law_file import LawFile, nearest
from casus.treaties.toml_source import Path
from casus.vocabulary.states import states

ENDLESS = date.max


class Vetting:
    """Checks one file against what all files know; problems go to the file."""

    def __init__(
        self, file: LawFile, *, terms: dict[str, Term], facts: dict[str, FactEntry], known_state: Callable[[str], bool]
    ) -> None:
        self.file = file
        self.terms = terms
        """Terms the file may use: its own before the shared ones."""
        self.facts = facts
        self.known_state = known_state

    def treaty(self, treaty: Treaty) -> None:
        """Check a treaty file."""
        self._acts(treaty.acts)
        seen: set[str] = set()
        for number, provision in enumerate(treaty.provisions):
            if provision.id in seen:
                self.file.problem(("provision", number, "id"), f"provision '{provision.id}' is written twice")
            seen.add(provision.id)
            self._provision(provision, ("provision", number))
        self.own_terms(treaty.terms)

    def own_terms(self, own: dict[str, Term]) -> None:
        """Check the terms that stand in this file."""
        for name, term in own.items():
            self._term(name, term)
        for circle in circles(own):
            self.file.problem(("term", circle[0], "when"), f"terms in a circle: {' > '.join((*circle, circle[0]))}")

    def _acts(self, acts: tuple[Act, ...]) -> None:
        """Check that the acts of each state follow from one another."""
        bound: set[str] = set()
        resting: set[str] = set()
        for number, act in sorted(enumerate(acts), key=lambda pair: (pair[1].on, pair[0])):
            path = ("act", number)
            for state in act.states:
                self._state(state, (*path, "states"))
                if wrong := _out_of_turn(act, state, bound, resting):
                    self.file.problem((*path, "states"), wrong, word=state)
            for state in act.towards:
                self._state(state, (*path, "towards"))
            if len(set(act.states)) < len(act.states):
                self.file.problem((*path, "states"), "a state is written twice in one act")
            _take(act, bound, resting)

    def _state(self, code: str, path: Path) -> None:
        """Check a state's code."""
        if not self.known_state(code):
            near = nearest(code, (state.alpha3 for state in states().rows))
            hint = near or "ISO 3166-1 alpha-3; data/vocabulary/states.tsv"
            self.file.problem(path, f"unknown state '{code}'", word=code, hint=hint)

    def _provision(self, provision: Provision, path: Path) -> None:
        """Check a provision's texts, and that no two hold on one day."""
        texts = sorted(enumerate(provision.text), key=lambda pair: pair[1].from_)
        for number, text in texts:
            self._text(text, (*path, "text", number))
        for (_, one), (number, other) in pairwise(texts):
            if other.from_ <= (one.until or ENDLESS):
                what = f"this text and that from {one.from_} both hold on {other.from_}"
                self.file.problem((*path, "text", number, "from"), what, hint="give the earlier one an 'until'")
        if not texts:
            self.file.problem(path, f"provision '{provision.id}' has no text")

    def _text(self, text: Text, path: Path) -> None:
        """Check one dated text."""
        self._days(text.from_, text.until, path)
        for key, group in (("obliged", text.obliged), ("beneficiary", text.beneficiary)):
            for state in group if isinstance(group, tuple) else ():
                self._state(state, (*path, key))
        if text.when:
            self._names(text.when, (*path, "when"))
        elif text.kind == "obliges" and text.owes != "neutrality":
            self.file.problem(path, "an obliging text needs a 'when'")
        names: set[str] = set()
        for number, exception in enumerate(text.exception):
            here = (*path, "exception", number)
            if not exception.name.strip() or exception.name in names:
                self.file.problem((*here, "name"), "an exception needs a name of its own", hint="say what is excepted")
            names.add(exception.name)
            self._names(exception.when, (*here, "when"))
            if exception.unless:
                self._names(exception.unless, (*here, "unless"))

    def _days(self, first: date | None, last: date | None, path: Path) -> None:
        """Check that days do not run backwards."""
        if first and last and last < first:
            self.file.problem((*path, "until"), f"ends on {last}, before it begins on {first}")

    def _names(self, expression: Expression, path: Path) -> None:
        """Check that an expression's names are terms or facts."""
        for name in expression.names:
            if name.name in self.terms:
                continue
            known = name.name in self.facts
            if known and not name.name.startswith(("act.", "victim.")) and name.name not in ENGINE_FACTS:
                self.file.problem(
                    path, f"no room answers '{name.name}'", word=name.name, hint=nearest(name.name, ENGINE_FACTS)
                )
            elif not known:
                hint = nearest(name.name, {*self.terms, *self.facts})
                self.file.problem(path, f"unknown name '{name.name}'", word=name.name, hint=hint)

    def _term(self, name: str, term: Term) -> None:
        """Check a term and its readings."""
        path: Path = ("term", name)
        if name in self.facts:
            self.file.problem(path, f"'{name}' is a fact already")
        self._names(term.when, (*path, "when"))
        if term.reading and term.standing is None:
            self.file.problem(path, f"term '{name}' has readings: say the 'standing' of its base meaning")
        seen: set[str] = set()
        for number, reading in enumerate(term.reading):
            here = (*path, "reading", number)
            self._days(reading.from_, reading.until, here)
            if (reading.adds is None) is (reading.when is None):
                self.file.problem(here, f"reading '{reading.name}' needs 'adds' or 'when', one of them")
            if reading.name in seen:
                self.file.problem((*here, "name"), f"reading '{reading.name}' is written twice")
            seen.add(reading.name)
            for key, expression in (("adds", reading.adds), ("when", reading.when)):
                if expression:
                    self._names(expression, (*here, key))
        for one, other, day, number in rival_settled(term):
            when = "at one time" if day == date.min else f"on {day}"
            what = f"two settled meanings of '{name}' hold {when} and differ: '{one}' and '{other}'"
            self.file.problem(
                (*path, "reading", number, "name"), what, hint="let the earlier be 'majority', or date it"
            )


def _out_of_turn(act: Act, state: str, bound: set[str], resting: set[str]) -> str | None:
    """Say why an act of a state cannot follow the acts before it."""
    match act.does:
        case "become bound" if state in bound:
            return f"{state} becomes bound on {act.on}, but is bound already"
        case "cease to be bound" | "suspend" | "freeze" | "denounce" if state not in bound:
            return f"{state} is to {act.does} on {act.on}, but is not bound that day"
        case "resume" if state not in resting:
            return f"{state} is to resume on {act.on}, but nothing is suspended or frozen"
    return None


def _take(act: Act, bound: set[str], resting: set[str]) -> None:
    """Go on to the standing after an act."""
    match act.does:
        case "become bound":
            bound |= set(act.states)
        case "cease to be bound":
            bound -= set(act.states)
            resting -= set(act.states)
        case "suspend" | "freeze":
            resting |= set(act.states)
        case "resume":
            resting -= set(act.states)


def rival_settled(term: Term) -> Iterator[tuple[str, str, date, int]]:
    """Give pairs of settled meanings of a term that hold on one day and differ: names, day, number of the later one."""
    meanings: list[tuple[str, date, date, str, int]] = []
    if term.reading and term.standing == "settled":
        meanings.append(("base meaning", date.min, ENDLESS, term.when.text, 0))
    for number, reading in enumerate(term.reading):
        if reading.standing == "settled":
            words = reading.when.text if reading.when else f"{term.when.text} and {reading.adds and reading.adds.text}"
            meanings.append((reading.name, reading.from_ or date.min, reading.until or ENDLESS, words, number))
    for place, (one, first, last, words, _) in enumerate(meanings):
        for other, begins, ends, others, number in meanings[place + 1 :]:
            if words != others and max(first, begins) <= min(last, ends):
                yield one, other, max(first, begins), number


def circles(own: dict[str, Term]) -> Iterator[tuple[str, ...]]:
    """Give circles among a file's own terms, each once, beginning with its first name in order.

    Shared terms see shared terms only, so no circle leads through them and back; their own circles are their file's.
    """
    seen: set[frozenset[str]] = set()
    clear: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if name in path:
            circle = path[path.index(name) :]
            if frozenset(circle) not in seen:
                seen.add(frozenset(circle))
                start = circle.index(min(circle))
                yield circle[start:] + circle[:start]
        elif name not in clear:
            inside = (n.name for expression in own[name].expressions() for n in expression.names)
            for inner in dict.fromkeys(n for n in inside if n in own):
                yield from walk(inner, (*path, name))
            clear.add(name)

    for name in sorted(own):
        yield from walk(name, ())
