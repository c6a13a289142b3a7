"""Running the command line in-process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from typer.testing import CliRunner, Result

from casus.cli.app import app
from casus.cli.exits import OK


def run(*words: str, stdin: bytes | str | None = None, code: int = OK) -> Result:
    """Run a command that ends with an exit code, and never with a traceback."""
    result = CliRunner().invoke(app, list(words), input=stdin)
    assert result.exit_code == code, result.output[-2_000:] + repr(result.exception)
    assert "Traceback" not in result.output
    return result


def readings(result: Result) -> list[Mapping[str, Any]]:
    """Give the readings that ``casus read`` printed."""
    return [json.loads(line) for line in result.stdout.splitlines()]
