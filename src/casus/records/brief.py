"""A brief: findings put into lines, each with the words or the source it rests on; the form ``casus.brief/1``."""

from __future__ import annotations

from typing import Literal

from casus.records.assessment import Assessment
from casus.records.base import Record, Span, Words

BRIEF_FORMAT = "casus.brief/1"

SectionId = Literal[
    "short",
    "tested",
    "happened",
    "accounts",
    "ground",
    "overlook",
    "bound",
    "asked",
    "explanations",
    "before",
    "expected",
    "stand",
    "unknown",
    "sources",
]


class Quote(Record, frozen=True, kw_only=True):
    """Words of a report that a line rests on."""

    report: str
    """Id of the report."""
    span: Span
    text: str
    language: str
    by: Words
    """Who says so."""


class Line(Record, frozen=True, kw_only=True):
    """One sentence of a brief with what it rests on; it unfolds into ``more``."""

    says: Words
    quotes: tuple[Quote, ...] = ()
    sources: tuple[str, ...] = ()
    """Instruments, data rows or findings it rests on, where it does not rest on a report's words alone."""
    mark: Literal["yes", "no", "unknown", "none"] = "none"
    """The answer a line gives, for a sign beside it."""
    short: bool = False
    """Does it belong to the short brief?"""
    position: Words | None = None
    """For an answer that holds if one side is right: whose position it is."""
    more: tuple[Line, ...] = ()


class Section(Record, frozen=True, kw_only=True):
    """A part of a brief."""

    id: SectionId
    title: Words
    lines: tuple[Line, ...]


class Brief(Record, frozen=True, kw_only=True):
    """A readable brief over an assessment."""

    format: Literal["casus.brief/1"] = "casus.brief/1"
    headline: Words
    """The judgement in one line, with the open question in it."""
    sections: tuple[Section, ...]
    assessment: Assessment
