"""``casus desk``: run the desk, its worker, and look after what it keeps."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from casus.cli.exits import BROKEN, FAULTS
from casus.errors import CasusError, needs

app = typer.Typer(
    name="desk",
    help="The desk: reports, incidents and briefs in a browser, published as pages and feeds.",
    no_args_is_help=True,
)

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)]
File = Annotated[Path, typer.Argument(help="The backup file.")]


@contextmanager
def _ready() -> Iterator[None]:
    """Load the desk; trouble is told in one line."""
    try:
        with needs("desk", "running the desk"):
            import django as _  # noqa: F401
        from casus.desk.configuration import configuration
        from casus.desk.starting import set_up

        set_up(configuration())
        yield
    except CasusError as trouble:
        typer.echo(f"casus: {trouble}", err=True)
        raise typer.Exit(BROKEN) from None
    except Exception as trouble:
        if not isinstance(trouble, OSError) and type(trouble).__module__ != "django.db.utils":
            raise
        typer.echo(f"casus: the desk cannot read or write what it keeps: {trouble}", err=True)
        raise typer.Exit(BROKEN) from None


@app.command("init")
def init(
    example: Annotated[bool, typer.Option(help="Take in the worked example.")] = True,
) -> None:
    """Make the database, a first admin and, in an empty desk, the worked example."""
    with _ready():
        _init(example=example)


def _init(*, example: bool) -> None:
    from casus.desk.starting import ADMIN, bring_up_to_date, first_admin, load_example, queue_rework

    bring_up_to_date()
    if queue_rework(at=datetime.now(UTC)):
        typer.echo("the data files have changed: what was made with others is worked out again")
    password = first_admin()
    if password:
        typer.echo(f"made the admin '{ADMIN}' with the password {password} (shown this once; change it)")
    if example and load_example(at=datetime.now(UTC)):
        typer.echo("took in the worked example: Sev Lake, May 2021, from both sides")


@app.command("run")
def run(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    worker: Annotated[bool, typer.Option(help="Run a worker in the same process.")] = True,
    example: Annotated[bool, typer.Option(help="Take in the worked example in an empty desk.")] = True,
) -> None:
    """Bring everything up to date and serve the desk until interrupted."""
    with _ready():
        from casus.desk.serving import serve

        _init(example=example)
        typer.echo(f"the desk is at http://{host}:{port}/ (stop it with Ctrl-C)")
        serve(host, port, with_worker=worker, told=lambda says: typer.echo(says, err=True))


@app.command("worker")
def worker() -> None:
    """Do what is queued, and poll feeds, until interrupted; as many of these may run as there are cores."""
    with _ready():
        from django.utils import timezone

        from casus.desk.worker import run_worker

        stop = threading.Event()
        try:
            run_worker(stop, clock=timezone.now, told=lambda says: typer.echo(says, err=True))
        except KeyboardInterrupt:
            stop.set()


@app.command("migrate")
def migrate() -> None:
    """Change the tables to what this version needs, and queue the working out of what other law now answers."""
    with _ready():
        from casus.desk.starting import bring_up_to_date, queue_rework

        bring_up_to_date()
        queue_rework(at=datetime.now(UTC))
        typer.echo("the tables are up to date")


@app.command("backup")
def backup(file: File) -> None:
    """Write everything the desk keeps into one file, as it is at one moment, while the desk goes on."""
    with _ready():
        from casus.desk.backup import backup as write

        typer.echo(f"{write(file)} rows written to {file}")


@app.command("restore")
def restore(file: File) -> None:
    """Put a backup into an empty desk."""
    with _ready():
        from casus.desk.backup import restore as put_back
        from casus.desk.starting import bring_up_to_date

        bring_up_to_date()
        typer.echo(f"{put_back(file)} rows put back from {file}")


@app.command("check")
def check() -> None:
    """Look whether the desk is sound: its settings, its tables, its audit log, work that was given up."""
    with _ready():
        from casus.desk.soundness import faults

        found = tuple(faults())
        for problem in found:
            typer.echo(problem.line(), err=True)
        typer.echo("sound" if not found else f"faults: {len(found)}")
        if found:
            raise typer.Exit(FAULTS)
