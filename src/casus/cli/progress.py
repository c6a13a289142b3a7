"""What takes longer than a second says so on standard error."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from casus.cli.screen import shown

PATIENCE_S = 1.0


@contextmanager
def step(says: str, *, patience: float = PATIENCE_S) -> Iterator[None]:
    """Say what is going on once it takes longer than ``patience`` seconds.

    A terminal is shown the seconds as they pass, and the line is taken away at the end; elsewhere one line is written.
    """
    done = threading.Event()
    watch = threading.Thread(target=_watch, args=(says, done, patience), daemon=True)
    watch.start()
    try:
        yield
    finally:
        done.set()
        watch.join()


def _watch(says: str, done: threading.Event, patience: float) -> None:
    began = time.monotonic()
    if done.wait(patience):
        return
    err, says = sys.stderr, shown(says)
    if not err.isatty():
        err.write(f"casus: {says} …\n")
        err.flush()
        return
    while True:
        err.write(f"\r\x1b[Kcasus: {says} … {time.monotonic() - began:.0f} s")
        err.flush()
        if done.wait(1.0):
            break
    err.write("\r\x1b[K")
    err.flush()
