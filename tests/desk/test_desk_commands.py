"""``casus desk …``: each command in a folder of its own, as a person runs it."""

from __future__ import annotations

import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from casus.cli.exits import BROKEN, FAULTS

Run = Callable[..., subprocess.CompletedProcess[str]]
CASUS = [sys.executable, "-m", "casus", "desk"]


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """Give an environment with a desk of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("CASUS_DESK", "DJANGO", "DATABASE_URL"))}
    return kept | {"CASUS_DESK_DIR": str(folder)} | more


@pytest.fixture
def desk(tmp_path: Path) -> Run:
    """Run a command of the desk in a folder."""

    def run(*words: str, folder: str = "desk", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603  our own command
            [*CASUS, *words], env=surroundings(tmp_path / folder, **more), capture_output=True, text=True, check=False
        )

    return run


def test_a_desk_is_made_looked_at_backed_up_and_put_back(desk: Run, tmp_path: Path) -> None:
    """The password is shown once, the example is taken in once, and a backup fills an empty desk only."""
    made = desk("init")
    assert made.returncode == 0, made.stderr
    assert re.search(r"the password \S{16} ", made.stdout)
    assert "worked example" in made.stdout
    again = desk("init")
    assert "password" not in again.stdout
    assert "worked example" not in again.stdout
    assert desk("migrate").stdout == "the tables are up to date\n"
    assert desk("check").stdout == "sound\n"
    file = tmp_path / "desk.backup"
    assert desk("backup", str(file)).returncode == 0
    back = desk("restore", str(file), folder="other")
    assert "rows put back" in back.stdout, back.stderr
    refused = desk("restore", str(file))
    assert refused.returncode == BROKEN
    assert "empty desk only" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_desk_that_was_never_made_is_told_what_to_do(desk: Run) -> None:
    """Its tables wait for ``migrate``."""
    looked = desk("check")
    assert looked.returncode == FAULTS
    assert "casus desk migrate" in looked.stderr


def test_unsafe_in_public_is_refused_in_a_line(desk: Run) -> None:
    """No traceback, the setting by name."""
    refused = desk("run", CASUS_DESK_PUBLIC="1", CASUS_DESK_HOSTS="*", CASUS_DESK_URL="https://desk.example.org")
    assert refused.returncode == BROKEN
    assert "CASUS_DESK_HOSTS" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_database_that_cannot_be_reached_is_told_in_a_line(desk: Run) -> None:
    """The same for one that is away."""
    away = desk("migrate", DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
    assert away.returncode == BROKEN
    assert "cannot read or write" in away.stderr
    assert "Traceback" not in away.stderr


def test_a_full_disk_is_told_in_a_line_and_leaves_no_half_backup(desk: Run, tmp_path: Path) -> None:
    """A backup that does not fit is not there."""
    assert desk("init").returncode == 0
    file = tmp_path / "desk.backup"
    full = subprocess.run(  # noqa: S603  our own command
        [*CASUS, "backup", str(file)],
        env=surroundings(tmp_path / "desk"),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=little_room,
    )
    assert full.returncode == BROKEN
    assert "cannot read or write" in full.stderr
    assert "Traceback" not in full.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["desk"]


def little_room() -> None:
    """Let no file grow beyond four kilobytes: what a full disk does to a writer."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_it_serves_and_its_worker_works_until_interrupted(tmp_path: Path) -> None:
    """``run`` answers on its port, works the example out, and ends on an interrupt."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*CASUS, "run", "--port", str(port)]
    with subprocess.Popen(  # noqa: S603  our own command
        command, env=surroundings(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        assert running.stdout is not None
        said = [line for _, line in zip(range(5), running.stdout, strict=False)]
        try:
            assert "place" in "".join(said), said
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
                assert answer.status == 200
        finally:
            running.send_signal(signal.SIGINT)
            until = time.monotonic() + 20
            running.stdout.read()
            running.wait(timeout=max(0.0, until - time.monotonic()))
