"""The lexicon: predicates with their concepts, and cues, as a language's tables give them."""

from __future__ import annotations

from functools import cache
from itertools import product

import msgspec

from casus.errors import Problem
from casus.reading.tables import rows
from casus.vocabulary.concepts import Concept, Slot, concepts


class Predicate(msgspec.Struct, frozen=True):
    """A row of a language's predicate table."""

    text: str
    concept: Concept
    pos: str
    roles: tuple[tuple[str, str], ...]

    def parts(self, mark: str, slots: tuple[Slot, ...]) -> tuple[str, ...]:
        """Give the parts an argument plays: as the row says of its mark, else as the concept says of its slots."""
        own = tuple(role for m, role in self.roles if m == mark)
        if own:
            return own
        return next((roles for slot in slots if (roles := self.concept.roles_of(slot))), ())


class Cue(msgspec.Struct, frozen=True):
    """A row of a language's cue table: a word that says how a content is put."""

    cue: str
    kind: str
    content: str
    """How the content is marked (``to``, ``yo``, ``wo`` …) or empty."""
    effect: str
    example: str
    expect: str

    @property
    def rule(self) -> str:
        """The id under which a statement names the row."""
        return f"{self.kind}:{self.cue}" + (f"/{self.content}" if self.content else "")


@cache
def predicates(language: str) -> tuple[Predicate, ...]:
    """Give a language's predicate rows whose concept is known."""
    known = concepts()
    return tuple(
        Predicate(text=text.strip(), concept=known[r["concept"]], pos=r["pos"], roles=_roles(r["roles"]))
        for r in rows("languages", language, "predicates.tsv")
        if r["concept"] in known
        for text in forms(r["predicate"])
    )


def forms(cell: str) -> tuple[str, ...]:
    """Give all the forms a predicate cell stands for: ``|`` parts forms, ``/`` words of one place, ``_`` joins words.

    >>> forms("send/ship rice/drinking_water|airlift")
    ('send rice', 'send drinking water', 'ship rice', 'ship drinking water', 'airlift')
    """
    found: list[str] = []
    for form in cell.split("|"):
        found.extend(" ".join(words).replace("_", " ") for words in product(*(w.split("/") for w in form.split())))
    return tuple(found)


def _roles(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (part.partition("=") for part in text.split(",") if "=" in part)
    return tuple((mark.strip(), role.strip()) for mark, _, role in pairs)


@cache
def cues(language: str) -> tuple[Cue, ...]:
    """Give a language's cue rows."""
    return tuple(
        Cue(r["cue"], r["kind"], r["content"], r["effect"], r["example"], r["expect"])
        for r in rows("languages", language, "cues.tsv")
    )


def check(language: str) -> tuple[Problem, ...]:
    """Run the example of every row of a language's tables; give a problem for each that is not read as it says."""
    from casus.reading.lexicon_check import check_language

    return check_language(language)
