"""Looks up known faults of the pinned dependencies with pip-audit; says plainly what was checked and what was not."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

VERSION = "2.10.1"
PLACE = Path(".pip-audit")
PINNED = Path("constraints.txt")
KNOWN_FAULTY = "jinja2==2.10"
"""A version with faults on record (PYSEC-2019-217): where none is told of it, whoever was asked has no such data."""
BEYOND = "never checked by this: casus itself, what constraints.txt does not pin, libraries of the system"
Told = Mapping[str, object]


class NotAskedError(Exception):
    """Nobody could be asked; the message says why."""


def main() -> int:
    """Give 1 where a fault is known, 0 where none is or where nobody could be asked."""
    pinned = names(PINNED.read_text(encoding="utf-8"))
    try:
        told = ask()
    except NotAskedError as trouble:
        print(f"NOT AUDITED: none of the {len(pinned)} pinned dependencies was checked: {trouble}", file=sys.stderr)
        print("run it where pypi.org is reached directly; nothing is said here of faults either way", file=sys.stderr)
        return 0
    return report(pinned, told)


def names(text: str) -> tuple[str, ...]:
    r"""Give what a file of constraints pins.

    >>> names("# why\naffine==3.0.1\n\nattrs==24.1 ; python_version < '4'\n")
    ('affine', 'attrs')
    """
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line.partition("==")[0].strip() for line in lines if line)


def ask() -> list[Told]:
    """Ask about the pinned dependencies; give what is told of each. Raises NotAskedError."""
    try:
        tool = installed()
        with tempfile.TemporaryDirectory() as folder:
            control = Path(folder) / "control.txt"
            control.write_text(KNOWN_FAULTY + "\n", encoding="utf-8")
            options = ("--no-deps", "--disable-pip", "--progress-spinner", "off", "--format", "json")
            command = [str(tool), "--requirement", str(PINNED), "--requirement", str(control), *options]
            done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as trouble:
        raise NotAskedError(f"pip-audit {VERSION} is not installed and cannot be had ({trouble})") from trouble
    try:
        told: list[Told] = json.loads(done.stdout)["dependencies"]
    except (json.JSONDecodeError, KeyError, TypeError) as trouble:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise NotAskedError(f"pip-audit got no answer ({last})") from trouble
    control_name = names(KNOWN_FAULTY)[0]
    if not any(faults(one) for one in told if one["name"] == control_name):
        raise NotAskedError(f"what answers for pypi.org here has no data about faults: it knows none of {KNOWN_FAULTY}")
    return [one for one in told if one["name"] != control_name]


def installed() -> Path:
    """Give pip-audit, installed beside where it is not there yet."""
    tool = PLACE / "bin" / "pip-audit"
    if not tool.exists():
        venv.create(PLACE, with_pip=True)
        install = [str(PLACE / "bin" / "python"), "-m", "pip", "install", "--quiet", f"pip-audit=={VERSION}"]
        subprocess.run(install, check=True, stderr=subprocess.DEVNULL)  # noqa: S603
    return tool


def faults(one: Told) -> list[str]:
    """Give the faults known of a dependency, each with its name and version."""
    known = one.get("vulns", [])
    assert isinstance(known, list)  # noqa: S101  pip-audit's form
    return [f"{one['name']} {one['version']}: {fault['id']}" for fault in known]


def report(pinned: Sequence[str], told: Sequence[Told]) -> int:
    """Print what was checked, what was not, and the faults; give the status."""
    checked = {str(one["name"]) for one in told if "skip_reason" not in one}
    left = [name for name in pinned if plain(name) not in {plain(known) for known in checked}]
    print(
        f"checked: {len(pinned) - len(left)} of {len(pinned)} pinned dependencies, by pip-audit {VERSION} at pypi.org"
    )
    print(f"NOT checked, for pypi.org tells nothing of them: {', '.join(left) or 'none'}")
    print(BEYOND)
    found = [fault for one in told for fault in faults(one)]
    print("\n".join(found) or "no fault is known of those that were checked")
    return 1 if found else 0


def plain(name: str) -> str:
    """Give a name as registries compare names (PEP 503).

    >>> plain("Ruamel_Yaml")
    'ruamel-yaml'
    """
    return name.lower().replace("_", "-").replace(".", "-")


if __name__ == "__main__":
    sys.exit(main())
