"""What the law files say, typed and frozen: treaties, their dated acts and texts, terms with readings, facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Literal

from msgspec import field

from casus.records import Record, Words
from casus.records.finding import Certainty, Owes, Standing
from casus.treaties.expression import Expression

Does = Literal["sign", "become bound", "cease to be bound", "suspend", "resume", "freeze", "denounce"]
Binding = Literal["yes", "no", "disputed"]
Kind = Literal["obliges", "permits"]
Room = Literal["facts", "incidents", "territory", "treaties", "asked-only"]

WEAKEST_FIRST: tuple[Certainty, ...] = ("memory", "partly", "checked")


class Act(Record, frozen=True, kw_only=True):
    """A dated step of some states; ``on`` is the first day its effect holds."""

    on: date
    does: Does
    states: tuple[str, ...]
    source: str
    ground: str = ""
    ground_ja: str = ""
    certainty: Certainty | None = None
    towards: tuple[str, ...] = ()
    """For ``suspend`` and ``resume``: only towards these; empty is towards all."""


class Organ(Record, frozen=True, kw_only=True):
    """An organ of an instrument and how reports call it."""

    id: str
    names: tuple[str, ...]


class Exception_(Record, frozen=True, kw_only=True):  # noqa: N801 - "Exception" is taken by the language
    """What takes a case out of a text, with what takes it back in (``unless``)."""

    name: str
    name_ja: str = ""
    says: str = ""
    says_ja: str = ""
    when: Expression
    unless: Expression | None = None


class Text(Record, frozen=True, kw_only=True):
    """A provision as it stood between two days (closed; None is open)."""

    from_: date = field(name="from")
    until: date | None = None
    kind: Kind = "obliges"
    owes: Owes
    duty: str
    duty_ja: str = ""
    procedure: str = ""
    procedure_ja: str = ""
    says: Words
    obliged: Literal["others", "all", "attackers"] | tuple[str, ...] = "others"
    beneficiary: Literal["parties", "victims", "any-victim"] | tuple[str, ...] = "parties"
    area: str | None = None
    adversaries: tuple[str, ...] = ()
    when: Expression | None = None
    certainty: Certainty | None = None
    source: str = ""
    exception: tuple[Exception_, ...] = ()

    def expressions(self) -> Iterator[Expression]:
        """Give its own expressions: its condition, its exceptions and theirs."""
        if self.when:
            yield self.when
        for exception in self.exception:
            yield exception.when
            if exception.unless:
                yield exception.unless

    def holds(self, on: date) -> bool:
        """Is this the text of that day?"""
        return self.from_ <= on and (self.until is None or on <= self.until)


class Provision(Record, frozen=True, kw_only=True):
    """An article, as a list of dated texts."""

    id: str
    cite: str
    cite_ja: str = ""
    text: tuple[Text, ...]


class TermReading(Record, frozen=True, kw_only=True):
    """One defensible interpretation of a term, with its authority; ``adds`` narrows the base, ``when`` replaces it."""

    name: str
    name_ja: str = ""
    says: str = ""
    says_ja: str = ""
    standing: Standing
    authority: str = ""
    source: str = ""
    from_: date | None = field(name="from", default=None)
    until: date | None = None
    adds: Expression | None = None
    when: Expression | None = None
    certainty: Certainty | None = None

    def holds(self, on: date) -> bool:
        """Is this reading held on that day?"""
        return (self.from_ is None or self.from_ <= on) and (self.until is None or on <= self.until)


class Term(Record, frozen=True, kw_only=True):
    """A notion of law defined from facts and other terms."""

    says: str
    says_ja: str = ""
    name: Words = {}
    """What reasons call it in other languages; in English its key with spaces."""
    when: Expression
    standing: Standing | None = None
    """Standing of the base meaning; None only where there is no reading beside it."""
    authority: str = ""
    source: str = ""
    certainty: Certainty | None = None
    reading: tuple[TermReading, ...] = ()

    def expressions(self) -> Iterator[Expression]:
        """Give its expressions: its base and its readings."""
        yield self.when
        for reading in self.reading:
            yield from (e for e in (reading.adds, reading.when) if e)


class FactEntry(Record, frozen=True, kw_only=True):
    """A fact that expressions may use, with its question in words."""

    asks: Words
    yes: Words = {}
    no: Words = {}
    from_: Room = field(name="from", default="facts")
    yes_from: tuple[str, ...] = ()
    """Concepts of statements that make it YES; read by the facts room."""
    no_from: tuple[str, ...] = ()
    no_from_negated: bool = False


class Authorisation(Record, frozen=True, kw_only=True):
    """A mandate of the Security Council to use force: who may act, against whom, where, from when to when."""

    id: str
    resolution: int
    adopted: date
    paragraphs: str
    to: tuple[str, ...]
    with_: tuple[str, ...] = field(name="with", default=())
    where: tuple[str, ...]
    area: str = ""
    against: tuple[str, ...] = ()
    for_: Literal[
        "defence of the attacked",
        "enforcement",
        "embargo",
        "protection",
        "stabilisation",
        "evacuation",
        "piracy",
        "no-fly zone",
    ] = field(name="for")
    strength: Literal["all necessary means", "measures commensurate", "force", "recommendation"]
    from_: date = field(name="from")
    until: date | None = None
    force: str = ""
    says: str = ""
    disputed: str = ""
    renewed: tuple[str, ...] = ()
    source: str
    certainty: Certainty = "memory"

    def holds(self, on: date) -> bool:
        """Does it hold on that day?"""
        return self.from_ <= on and (self.until is None or on <= self.until)


class Treaty(Record, frozen=True, kw_only=True, dict=True):
    """One instrument: who is bound when, and what its provisions owe."""

    id: str
    title: Words
    short: Words = {}
    """How people call it ("Russia–Armenia Treaty 1997"); the title where nothing is given."""
    names: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    signed: date
    binding: Binding = "yes"
    text: str = ""
    certainty: Certainty
    notes: str = ""
    why_not: str = ""
    """For a look-alike: why it does not oblige; the first sentence of the notes where nothing is given."""
    why_not_ja: str = ""
    checked_until: date
    acts: tuple[Act, ...] = ()
    organs: tuple[Organ, ...] = ()
    provisions: tuple[Provision, ...] = ()
    terms: dict[str, Term] = {}
    file: str = ""

    @cached_property
    def dated(self) -> tuple[Act, ...]:
        """Its acts in order of their days."""
        return tuple(sorted(self.acts, key=lambda a: a.on))

    def states(self, until: date | None = None) -> tuple[str, ...]:
        """All states with an act (up to a day), sorted."""
        return tuple(sorted({s for a in self.acts if until is None or a.on <= until for s in a.states}))


class Law(Record, frozen=True, kw_only=True, dict=True):
    """All law files together, and the hash of their bytes; what is worked out of them is kept with them."""

    treaties: tuple[Treaty, ...]
    terms: dict[str, Term]
    facts: dict[str, FactEntry]
    authorisations: tuple[Authorisation, ...] = ()
    """Mandates of the Security Council; none where the folder has no such file."""
    version: str
    """First twelve hex digits of the SHA-256 over the files."""

    def treaty(self, id_: str) -> Treaty | None:
        """Give a treaty by its id."""
        return next((t for t in self.treaties if t.id == id_), None)

    def touching(self, states: Iterable[str]) -> tuple[Treaty, ...]:
        """Give the treaties that ever concerned any of some states, in order."""
        found = {number for state in states for number in self._by_state.get(state, ())}
        return tuple(self.treaties[number] for number in sorted(found))

    @cached_property
    def _by_state(self) -> dict[str, list[int]]:
        """Numbers of the treaties with an act of each state."""
        found: dict[str, list[int]] = {}
        for number, treaty in enumerate(self.treaties):
            for state in treaty.states():
                found.setdefault(state, []).append(number)
        return found

    @cached_property
    def _names(self) -> dict[int, tuple[Text, frozenset[str]]]:
        """Names worked out so far, by the text's identity; the text is kept so that its identity stays its own."""
        return {}

    def names(self, treaty: Treaty, text: Text) -> frozenset[str]:
        """Give all facts and terms a text may ask about, through its terms, their readings and its exceptions."""
        if id(text) not in self._names:
            self._names[id(text)] = text, self._used(treaty, text)
        return self._names[id(text)][1]

    def _used(self, treaty: Treaty, text: Text) -> frozenset[str]:
        """Follow a text's names through all terms."""
        used: set[str] = set()
        seen: set[tuple[str, bool]] = set()
        queue = [(name.name, True) for e in text.expressions() for name in e.names]
        while queue:
            name, own = queue.pop()
            mine = treaty.terms.get(name) if own else None
            if (name, mine is not None) not in seen:
                seen.add((name, mine is not None))
                used.add(name)
                term = mine or self.terms.get(name)
                queue += [(n.name, mine is not None) for e in (term.expressions() if term else ()) for n in e.names]
        return frozenset(used)


def weakest(*certainties: Certainty | None) -> Certainty:
    """Give the weakest of some certainties; None counts for nothing.

    >>> weakest("checked", None, "partly")
    'partly'
    """
    return min((c for c in certainties if c is not None), key=WEAKEST_FIRST.index, default="checked")
