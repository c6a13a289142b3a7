"""Runs schemathesis against the interface of a desk with the worked example; its own environment, since it is heavy."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from datetime import datetime
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

VERSION = "4.32.5"
PLACE = Path(".schemathesis")
NOT_ASKED = "positive_data_acceptance"
"""No schema can tell which cursors, reports or decisions mean something here: those that do not are refused."""


def main() -> int:
    """Give schemathesis's exit status: once for a reader, once for an analyst's token."""
    with tempfile.TemporaryDirectory(prefix="casus-api-") as folder:
        os.environ |= {"CASUS_DESK_DIR": folder, "CASUS_DESK_SECRET": "a-secret-for-this-run-that-is-long-enough"}
        return serve_and_test()


def serve_and_test() -> int:
    """Fill a desk, serve it on a free port and run the tool against it."""
    import threading

    from casus.desk.configuration import configuration
    from casus.desk.starting import bring_up_to_date, load_example, set_up

    set_up(configuration())
    from django.conf import settings
    from django.utils import timezone

    bring_up_to_date()
    load_example(at=timezone.now())
    settings.CASUS_WRITES_PER_MINUTE = 0
    from casus.desk.queue import perform, take
    from casus.desk.tasks import HANDLERS
    from casus.desk.tokens import make_token
    from casus.desk.wsgi import application

    while (job := take("api test", at=timezone.now())) is not None:
        perform(job, HANDLERS, clock=timezone.now)
    _publish(timezone.now())
    token = make_token("schemathesis", "analyst", by="make", at=timezone.now())
    server = make_server("127.0.0.1", 0, application, handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/api/v1/openapi.json"
    return max(_run(address, ()), _run(address, ("--header", f"Authorization: Bearer {token}")))


def _publish(at: datetime) -> None:
    """Publish what there is, so that a reader is given something."""
    from casus.desk.publishing import draft, publish
    from casus.desk.store.models import StoredIncident

    for incident in StoredIncident.objects.all():
        row, _ = draft(incident, by="make", at=at)
        if row is not None:
            publish(row, by="make too", at=at)


class _Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as its parent names it
        """Say nothing."""


def _run(address: str, more: tuple[str, ...]) -> int:
    """Run the tool with a fixed seed, so that a run can be done again."""
    options = ("--checks", "all", "--exclude-checks", NOT_ASKED, "--seed", "1", "--max-examples", "8", "--no-color")
    command = [str(_tool()), "run", address, *options, *more]
    return subprocess.run(command, check=False).returncode  # noqa: S603  our own tool


def _tool() -> Path:
    """Give the tool, put into an environment of its own where it is not there yet."""
    given = os.environ.get("SCHEMATHESIS")
    if given:
        return Path(given)
    tool = PLACE / "bin" / "schemathesis"
    if not tool.exists():
        venv.create(PLACE, with_pip=True)
        python = str(PLACE / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"schemathesis=={VERSION}"], check=True)  # noqa: S603
    return tool


if __name__ == "__main__":
    sys.exit(main())
