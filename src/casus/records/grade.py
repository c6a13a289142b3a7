"""Grades: reliability of a source and credibility of information, given separately."""

from __future__ import annotations

from typing import Literal

from casus.records.base import Record, Words

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]


class Grade(Record, frozen=True, kw_only=True):
    """Source reliability A–F and information credibility 1–6 (the Admiralty system), never joined into one number."""

    reliability: Reliability
    reliability_why: Words
    credibility: Credibility
    credibility_why: Words


class EventGrade(Record, frozen=True, kw_only=True):
    """The grade of one event."""

    event: str
    """The event's id."""
    grade: Grade
