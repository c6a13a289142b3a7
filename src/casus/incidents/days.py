"""Days of a statement and of an act: overlap, gaps, how firmly they are known."""

from __future__ import annotations

from datetime import date, timedelta

from casus.records import DateMention, Record

ABOUT = timedelta(days=3)
"""How far "about the 12th" reaches either way."""


class Days(Record, frozen=True, kw_only=True):
    """A closed interval of days; an open end is None."""

    first: date | None
    last: date | None
    overt: bool = True
    """Does the statement's own sentence give it?"""
    about: bool = False

    @property
    def start(self) -> date | None:
        """The first day known, else the last."""
        return self.first or self.last


def days_of(mention: DateMention | None) -> Days | None:
    """Read a date mention; None where there is none, or it is only the day of publication."""
    if mention is None or (mention.from_ is None and mention.until is None):
        return None
    if mention.assumed and mention.span is None:
        return None
    return Days(
        first=mention.from_,
        last=mention.until,
        overt=not mention.assumed,
        about=mention.precision in {"about", "season"},
    )


def overlap(a: Days | None, b: Days | None) -> bool:
    """Can two acts be of one day? An act without a day can be of any.

    >>> monday, tuesday = (Days(first=d, last=d) for d in (date(2021, 5, 10), date(2021, 5, 11)))
    >>> overlap(monday, tuesday), overlap(monday, None), overlap(monday, Days(first=None, last=date(2021, 5, 12)))
    (False, True, True)
    """
    if a is None or b is None:
        return True
    slack = max((ABOUT for d in (a, b) if d.about), default=timedelta(0))
    before = a.last is not None and b.first is not None and a.last + slack < b.first
    after = b.last is not None and a.first is not None and b.last + slack < a.first
    return not before and not after
