"""Trouble, in two kinds: problems of input are values, misuse and broken installations are exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


class Refused(Problem, frozen=True, kw_only=True):
    """A problem that costs a whole report: nothing of it is read. Other problems beside a report are notes."""


class NotInstalled(Refused, frozen=True, kw_only=True):
    """It lies with the installation rather than with the input: an extra is missing."""


class CasusError(Exception):
    """Misuse of the library or a broken installation; the message says what to do."""


class MissingExtraError(CasusError):
    """An optional part is not installed.

    >>> print(MissingExtraError("reading web pages", "web"))
    reading web pages needs an extra: pip install 'casus[web]'
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an extra: pip install 'casus[{extra}]'")
        self.extra = extra

    def problem(self, where: str) -> NotInstalled:
        """Say it of one input, where others can be read without the extra."""
        return NotInstalled(where=where, what=str(self))


@contextmanager
def needs(extra: str, what: str) -> Iterator[None]:
    """Wrap the imports of an extra: what cannot be imported is answered with MissingExtraError.

    A module of casus itself that is missing is a fault, not an extra, and stays what it is.

    >>> with needs("web", "reading web pages"):
    ...     import a_module_that_nobody_has
    Traceback (most recent call last):
    casus.errors.MissingExtraError: reading web pages needs an extra: pip install 'casus[web]'
    """
    try:
        yield
    except ImportError as error:
        if (error.name or "").partition(".")[0] == "casus":
            raise
        raise MissingExtraError(what, extra) from error
