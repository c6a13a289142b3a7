"""The command line: one small module a command, no logic of its own."""

from __future__ import annotations

import os
import sys

from casus.cli.exits import BROKEN, INTERNAL
from casus.errors import CasusError, MissingExtraError


def main() -> None:
    """Run the command line; whatever goes wrong inside ends in a message, never in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    from casus.cli.app import app

    try:
        app()
    except MissingExtraError as trouble:
        _fail(str(trouble), BROKEN)
    except CasusError as trouble:
        _fail(str(trouble), BROKEN)
    except BrokenPipeError:
        # The reader of our output has gone: nothing is left to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as trouble:
        if os.environ.get("CASUS_TRACEBACK"):
            raise
        kind = type(trouble).__name__
        _fail(
            f"something inside casus went wrong ({kind}: {trouble}); please report it, with CASUS_TRACEBACK=1", INTERNAL
        )


def _fail(message: str, code: int) -> None:
    sys.stderr.write(f"casus: {message}\n")
    sys.exit(code)
