"""Many reports read at once: folders, archives, lines of JSON, by several processes, going on where it stopped."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path

import msgspec
import typer

from casus.cli.exits import OK, UNUSABLE
from casus.cli.inputs import warn
from casus.errors import CasusError, Problem
from casus.intake import receive_all
from casus.records import Record

MEMBERS = 1_000_000
"""The most members of an archive that are looked at."""
AHEAD = 64
"""How many reports wait for each process, so that none is idle and memory stays small."""
TOLD_EVERY_S = 1.0


class Given(Record, frozen=True, kw_only=True):
    """One document to read."""

    key: str
    """What it is called in what is written: a path, an archive and its member, or the id of a line."""
    data: bytes
    published: date | None = None


class Line(msgspec.Struct):
    """One line of JSON."""

    text: str
    id: str | int | None = None
    published: date | None = None


class Written(msgspec.Struct):
    """What a line of the output says of itself."""

    id: str


def documents(names: Sequence[str], max_bytes: int) -> Iterator[Given | Problem]:
    """Give the documents in folders, archives (zip) and files of JSON lines, in a fixed order."""
    for name in names:
        path = Path(name)
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.is_file())
            yield from (_file(p, str(p.relative_to(path)), max_bytes) for p in files)
        elif zipfile.is_zipfile(path):
            yield from _members(path, max_bytes)
        elif path.suffix in {".jsonl", ".ndjson"}:
            yield from _lines(path, max_bytes)
        else:
            yield _file(path, name, max_bytes)


def _file(path: Path, key: str, max_bytes: int) -> Given | Problem:
    try:
        if path.stat().st_size > max_bytes:
            return Problem(where=key, what=f"has more than {max_bytes:,} bytes", hint="--max-bytes allows more")
        return Given(key=key, data=path.read_bytes())
    except OSError as trouble:
        return Problem(where=key, what=trouble.strerror or "cannot be read")


def _members(path: Path, max_bytes: int) -> Iterator[Given | Problem]:
    try:
        with zipfile.ZipFile(path) as archive:
            for member in islice(sorted(archive.infolist(), key=lambda m: m.filename), MEMBERS):
                if not member.is_dir():
                    yield _member(archive, member, f"{path.name}!{member.filename}", max_bytes)
    except (OSError, zipfile.BadZipFile) as trouble:
        yield Problem(where=str(path), what=f"the archive cannot be read: {trouble}")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, key: str, max_bytes: int) -> Given | Problem:
    try:
        with archive.open(member) as file:  # never more than the limit is unpacked, whatever the archive says of itself
            data = file.read(max_bytes + 1)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as trouble:
        return Problem(where=key, what=f"cannot be unpacked: {trouble}")
    if len(data) > max_bytes:
        return Problem(where=key, what=f"has more than {max_bytes:,} bytes", hint="--max-bytes allows more")
    return Given(key=key, data=data)


def _lines(path: Path, max_bytes: int) -> Iterator[Given | Problem]:
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(iter(lambda: file.readline(max_bytes), b""), 1):
                if raw.strip():
                    yield _line(raw, f"{path.name}:{number}")
    except OSError as trouble:
        yield Problem(where=str(path), what=trouble.strerror or "cannot be read")


def _line(raw: bytes, where: str) -> Given | Problem:
    try:
        item = msgspec.json.decode(raw, type=Line)
    except msgspec.DecodeError as trouble:
        return Problem(where=where, what=f"not {{id, text, published}}: {trouble}")
    key = where if item.id is None else str(item.id)
    return Given(key=key, data=item.text.encode("utf-8", "surrogatepass"), published=item.published)


def read_many(
    names: Sequence[str], *, out: Path | None, jobs: int, triage: bool, mentions: bool, max_bytes: int
) -> int:
    """Read all documents and write a line for each; give the exit code. What ``out`` has already is passed over."""
    done = already(out) if out else frozenset[str]()
    code, count, began, told = OK, 0, time.monotonic(), time.monotonic()
    with _writer(out) as file:
        for lines, problem in _results(documents(names, max_bytes), done, jobs, triage=triage, mentions=mentions):
            if problem:
                warn([problem])
                code = UNUSABLE
            file.write(lines)
            file.flush()
            count += 1
            if time.monotonic() - told >= TOLD_EVERY_S:
                told = time.monotonic()
                typer.echo(f"casus: {count:,} read, {count / (told - began):.0f} a second", err=True)
    typer.echo(f"casus: {count:,} read, {len(done):,} were there already", err=True)
    return code


def already(out: Path) -> frozenset[str]:
    """Give the keys a file has already; a last line that was cut off in the middle is taken away."""
    if not out.exists():
        return frozenset()
    data = out.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) < len(data):
        out.write_bytes(whole)
    try:
        return frozenset(msgspec.json.decode(line, type=Written).id for line in whole.splitlines())
    except msgspec.DecodeError as trouble:
        raise CasusError(f"{out} holds something else than readings: {trouble}") from trouble


def _writer(out: Path | None) -> io.TextIOBase:
    return (
        out.open("a", encoding="utf-8")
        if out
        else io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", write_through=True)
    )


def _results(
    given: Iterable[Given | Problem], done: frozenset[str], jobs: int, *, triage: bool, mentions: bool
) -> Iterator[tuple[str, Problem | None]]:
    wanted = (g for g in given if isinstance(g, Problem) or g.key not in done)
    if jobs == 1:
        yield from (_read(g, triage, mentions) for g in wanted)
        return
    with ProcessPoolExecutor(jobs) as pool:
        while batch := list(islice(wanted, AHEAD * jobs)):
            yield from pool.map(_read, batch, [triage] * len(batch), [mentions] * len(batch), chunksize=4)


def _read(given: Given | Problem, triage: bool, mentions: bool) -> tuple[str, Problem | None]:
    """Read one document; trouble of any kind costs nothing but this one."""
    if isinstance(given, Problem):
        return _json({"id": given.where, "error": given.what}), given
    try:
        return _reading(given, triage=triage, mentions=mentions)
    except Exception as trouble:  # noqa: BLE001  one document that the reader stumbles over must not stop a million
        problem = Problem(where=given.key, what=f"the reader stumbled: {type(trouble).__name__}: {trouble}")
        return _json({"id": given.key, "error": problem.what}), problem


def _reading(given: Given, *, triage: bool, mentions: bool) -> tuple[str, Problem | None]:
    from casus.cli.installed import installed_tools
    from casus.reading import read
    from casus.reading.triage import worth_reading

    reports, problems = receive_all(given.data, name=given.key, published=given.published)
    if not reports:
        problem = problems[0] if problems else Problem(where=given.key, what="nothing to read")
        return _json({"id": given.key, "error": problem.what}), problem
    lines = ""
    for report in reports:
        if triage and not worth_reading(report.text, report.language):
            lines += _json({"id": given.key, "passed_over": True})
            continue
        reading, _ = read(report, gazetteer=installed_tools().territory, mentions=mentions)
        lines += _json({"id": given.key, **msgspec.to_builtins(reading)})
    _settle()
    return lines, None


@cache
def _settle() -> None:
    """Once, after the first document: the search for garbage takes a tenth of the time."""
    from casus.pipeline import keep_loaded

    keep_loaded()


def _json(line: dict[str, object]) -> str:
    return msgspec.json.encode(line).decode("utf-8") + "\n"
