"""Clauses as every language pack gives them: a predicate, its marked arguments, the operators over it."""

from __future__ import annotations

import msgspec

from casus.reading.lexicon import Predicate
from casus.records import Span
from casus.vocabulary.concepts import Slot


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase; ``head`` is its last word with the modifiers written together with it."""

    span: Span
    head: Span
    parts: tuple[Span, ...] = ()
    """The modifiers before the head, left to right."""


class Argument(msgspec.Struct, frozen=True):
    """A noun phrase with the mark of its role: a particle, a preposition, or ``subject``/``object``."""

    mark: str
    slots: tuple[Slot, ...]
    phrase: Phrase
    own: bool = True
    """Is it overt in the predicate's own clause?"""
    shared: bool = False
    """Does the clause share it with a neighbour (one topic, two predicates)?"""


class Operator(msgspec.Struct, frozen=True):
    """Something a clause stands under: a denial, a demand, a condition, a speaker."""

    effect: str
    """A modality label, or ``none`` for an operator that only names a speaker."""
    rule: str
    negative: bool = False
    speaker: Phrase | None = None
    voice: str = "none"
    """Whose voice: ``named`` (``speaker``), ``carried`` (the last speaker of the text), ``account`` (the
    words name an account, 発表: its speaker is the last one), ``unnamed``, ``author``, ``none``."""
    weak: bool = False
    """A weak operator yields to any other one."""
    flips: bool = False
    """Does it undo the clause's own negation?"""
    agent: bool = False
    """Does the speaker announce an act of their own?"""


class DateSpan(msgspec.Struct, frozen=True):
    """A date expression a clause takes, and whether it stands in its own clause."""

    span: Span
    own: bool = True


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """One predicate with all that bears on it, in no language in particular."""

    number: int
    sentence: Span
    trigger: Span
    lemma: str
    predicate: Predicate | None
    arguments: tuple[Argument, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    operators: tuple[Operator, ...] = ()
    """Nearest first."""
    negative: bool = False
    passive: bool = False
    causative: bool = False
    stative: bool = False
    past: bool = False
    nominal: bool = False
    finite: bool = False
    """Does it end in a finite form of the present, as an announcement or forecast does?"""
    speech: bool = False
    """Does it carry content of its own (accuse, demand, deny)?"""
    content_of: int | None = None
    """Number of the clause whose content this is."""
    trigger_of: int | None = None
    """Number of the clause this is the condition of."""
    rules: tuple[str, ...] = ()


class ParsedSentence(msgspec.Struct, frozen=True):
    """A sentence with its clauses and date expressions."""

    span: Span
    clauses: tuple[Clause, ...]
    speakers: tuple[Phrase, ...] = ()
    """Speakers named in the sentence, outermost first: the next sentence may lean on them."""
