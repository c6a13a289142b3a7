"""Trouble, in two kinds: problems of input are values, misuse and broken installations are exceptions."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One thing wrong with an input: where, what, and what to do about it."""

    where: str
    what: str
    hint: str | None = None

    def line(self) -> str:
        """Print on one line.

        >>> Problem(where="a.txt", what="the file is empty", hint="give a report as text").line()
        'a.txt: the file is empty (give a report as text)'
        """
        return f"{self.where}: {self.what}" + (f" ({self.hint})" if self.hint else "")


class CasusError(Exception):
    """Misuse of the library or a broken installation; the message says what to do."""


class MissingExtraError(CasusError):
    """An optional part is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional part that is not installed: pip install 'casus[{extra}]'")
        self.extra = extra
