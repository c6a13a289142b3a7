"""Grades: reliability of a source and credibility of information, given separately."""

from __future__ import annotations

from typing import Literal

from casus.records.base import Record

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]


class Grade(Record, frozen=True, kw_only=True):
    """Source reliability A–F and information credibility 1–6 (the Admiralty system), never joined into one number."""

    reliability: Reliability
    reliability_why: str
    credibility: Credibility
    credibility_why: str
