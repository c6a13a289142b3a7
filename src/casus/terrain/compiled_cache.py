"""Where compiled code is kept between runs: a folder of the user's, not beside the installed source."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any


def cache_folder() -> Path:
    """Give the folder for compiled code, by each system's custom; ``XDG_CACHE_HOME`` is heeded everywhere."""
    home = Path.home()
    given = os.environ.get("XDG_CACHE_HOME")
    if given:
        base = Path(given)
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = home / ".cache"
    return base / "casus" / "compiled"


@contextmanager
def cache_kept_in_user_folder() -> Iterator[None]:
    """Let numba keep what is compiled within in the user's folder, unless the user told it another one.

    numba takes the folder from its settings when a function is decorated, so they are put back at once. A folder that
    cannot be written to is left to numba, which then keeps nothing.
    """
    config: Any = import_module("numba.core.config")

    before = config.CACHE_DIR
    if not before:
        config.CACHE_DIR = str(cache_folder())
    try:
        yield
    finally:
        config.CACHE_DIR = before
