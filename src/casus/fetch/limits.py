"""What a fetch may cost, and the clock that its time limit runs by."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The most that one fetch may take, all its redirects together."""

    max_bytes: int = 20_000_000
    """Bytes of the answer, as sent and as unpacked."""
    timeout_s: float = 20.0
    """Seconds from the first look-up of a name to the last byte."""
    redirects: int = 5


class Deadline:
    """A moment that all steps of a fetch must keep."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Give the seconds that are left, never less than nothing.

        >>> now = iter([100.0, 103.0, 200.0])
        >>> deadline = Deadline(5, clock=lambda: next(now))
        >>> deadline.left(), deadline.left()
        (2.0, 0.0)
        """
        return max(0.0, self._end - self._clock())
