"""Installing data sets, from a server on the loopback address that can break off, lie and be wrong."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.errors import Problem
from casus.fetch.installing import install
from casus.fetch.shelf import Installed, installed, note_path, put, remove
from casus.territory import open_territory
from casus.territory.geonames import COLUMNS, compiled

TODAY = date(2026, 11, 1)


def row(number: int, name: str, others: str = "", *, code: str = "PPL", lat: str = "39.5", lon: str = "46.2") -> str:
    """Write a row as GeoNames does."""
    cells = [str(number), name, name, others, lat, lon, "P" if code[:3] == "PPL" else "S", code, "AM"]
    return "\t".join([*cells, *[""] * 5, "1200", "", "1700", "Asia/Yerevan", "2024-01-01"])


ROWS = "\n".join(
    [row(1, "Ashotavan", "Ашотаван,アショタバン"), row(2, "Sisian Airport", code="AIRP"), row(3, "Old", code="PPLQ")]
)


def packed(text: str = ROWS, member: str = "AM.txt") -> bytes:
    """Make a zip file as the source has it; stored, so that it is long enough to break off in."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(member, text)
        file.writestr("readme.txt", "x" * 20_000)
    return out.getvalue()


class _Source(BaseHTTPRequestHandler):
    """Serves one file with ranges, breaking off as often as told."""

    body: ClassVar[bytes]
    etag: ClassVar[str]
    breaks: ClassVar[list[int]]
    asked: ClassVar[list[dict[str, str]]]
    status: ClassVar[int]
    declared: ClassVar[int]

    def do_GET(self) -> None:
        """Answer with the file, or with a part of it where one is asked for of this version."""
        self.asked.append({k.lower(): v for k, v in self.headers.items()})
        wants = self.headers.get("Range", "")
        start = int(wants[6:-1]) if wants and self.headers.get("If-Range") == self.etag else 0
        body = self.body[start:]
        with suppress(OSError):
            self.send_response(self.status if self.status != 200 else 206 if start else 200)
            self.send_header("ETag", self.etag)
            self.send_header("Content-Length", str(len(body) + self.declared))
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(self.body) - 1}/{len(self.body)}")
            self.end_headers()
            self.wfile.write(body[: self.breaks.pop(0)] if self.breaks else body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Source:
    """The server and what it does."""

    def __init__(self, port: int, handler: type[_Source]) -> None:
        self.address = f"http://127.0.0.1:{port}/AM.zip"
        self.handler = handler

    def install(self, folder: Path, progress: list[int] | None = None) -> tuple[Installed | None, tuple[Problem, ...]]:
        """Install Armenia's places from here."""
        told = progress if progress is not None else []
        return install(
            "geonames:AM", folder, on=TODAY, progress=lambda size, _: told.append(size), address=self.address,
            allow=lambda address: address == "127.0.0.1",
        )  # fmt: skip


@pytest.fixture
def source() -> Iterator[Source]:
    """Run a source for one test."""
    fresh = {"body": packed(), "etag": '"1"', "breaks": [], "asked": [], "status": 200, "declared": 0}
    handler = type("Handler", (_Source,), fresh)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Source(server.server_address[1], handler)
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def test_a_set_is_fetched_compiled_and_found_afterwards(source: Source, tmp_path: Path) -> None:
    """An installed village and airfield are found by name in three languages, after the places that come with casus."""
    told: list[int] = []
    done, problems = source.install(tmp_path, told)
    assert problems == ()
    assert done is not None
    assert (done.name, done.on, done.licence) == ("geonames:AM", TODAY, "CC BY 4.0")
    assert told[-1] == done.bytes == len(source.handler.body)
    room = open_territory(tmp_path / "places")
    for name, language in (("Ashotavan", "en"), ("Ашотаван", "ru"), ("アショタバン", "ja")):
        assert [p.id for p in room.seek(name, language)][-1:] == ["geonames:1"]
    assert room.seek("Sisian Airport", "en")[-1].kind in {"airfield", "settlement"}
    assert room.seek("Sisian", "en")[0].id == "sisian"
    assert not (tmp_path / "partial" / "geonames-AM.zip").exists()


def test_a_file_that_breaks_off_goes_on_from_there(source: Source, tmp_path: Path) -> None:
    """After a cut the rest alone is asked for, of the same version of the file."""
    source.handler.breaks = [5_000]
    done, problems = source.install(tmp_path)
    assert (done is not None, problems) == (True, ())
    assert [a.get("range") for a in source.handler.asked] == [None, "bytes=5000-"]
    assert source.handler.asked[1]["if-range"] == '"1"'


def test_what_came_is_kept_for_the_next_time(source: Source, tmp_path: Path) -> None:
    """Where every attempt breaks off it says so, and the next run goes on from what there is."""
    source.handler.breaks = [5_000, 100, 100]
    done, problems = source.install(tmp_path)
    assert done is None
    assert "broke off after 5,200 bytes" in problems[0].what
    assert not (tmp_path / "places").exists()
    assert source.install(tmp_path)[0] is not None
    assert source.handler.asked[-1]["range"] == "bytes=5200-"


def test_a_part_of_another_version_is_thrown_away(source: Source, tmp_path: Path) -> None:
    """Where the file has changed at its source it is fetched from the beginning."""
    source.handler.breaks = [5_000, 0, 0]
    assert source.install(tmp_path)[0] is None
    source.handler.body, source.handler.etag = packed(row(9, "Newtown")), '"2"'
    done, _ = source.install(tmp_path)
    assert done is not None
    assert done.rows == 1


def test_a_wrong_size_is_no_file(source: Source, tmp_path: Path) -> None:
    """Fewer bytes than the server says are not taken for the whole."""
    source.handler.declared = 500
    done, problems = source.install(tmp_path)
    assert done is None
    assert "broke off" in problems[0].what
    assert installed(tmp_path) == ((), ())


def test_a_damaged_zip_is_refused_and_thrown_away(source: Source, tmp_path: Path) -> None:
    """A zip file that is cut, whose checksum does not fit, or that is none, is not installed and not kept."""
    whole = packed()
    for body in (whole[:-40], whole.replace(b"Ashotavan", b"Ashotavax", 1), b"<html>no zip at all</html>"):
        source.handler.body = body
        done, problems = source.install(tmp_path)
        assert done is None
        assert "zip" in problems[0].what
        assert list((tmp_path / "partial").iterdir()) == []
        assert not (tmp_path / "places").exists()


def test_a_zip_of_something_else_is_refused(source: Source, tmp_path: Path) -> None:
    """A zip file without the file of the state, or whose rows have another form, is told with the first rows."""
    source.handler.body = packed(member="AZ.txt")
    assert "holds no AM.txt" in source.install(tmp_path)[1][0].what
    source.handler.body = packed("a,b,c\n" * 50)
    done, problems = source.install(tmp_path)
    assert done is None
    assert problems[0] == Problem(where="AM.txt:1", what=f"1 cells, there must be {COLUMNS}")
    assert "50 of its 50 rows do not fit" in problems[-1].what


def test_a_missing_file_is_told(source: Source, tmp_path: Path) -> None:
    """A 404 is a problem with a hint, not a traceback."""
    source.handler.status = 404
    done, problems = source.install(tmp_path)
    assert done is None
    assert (problems[0].what, problems[0].hint) == ("the server answered 404", "is it a file that the source has?")


def test_a_folder_that_cannot_be_written_is_told(source: Source, tmp_path: Path) -> None:
    """Where a file stands in the way of the folder, the problem names it."""
    (tmp_path / "data").write_text("x")
    done, problems = source.install(tmp_path / "data")
    assert done is None
    assert "cannot be written" in problems[0].what
    assert "CASUS_DATA" in (problems[0].hint or "")


def test_private_addresses_are_refused(source: Source, tmp_path: Path) -> None:
    """Without leave the guard of the fetch room holds here too."""
    done, problems = install("geonames:AM", tmp_path, on=TODAY, progress=lambda *_: None, address=source.address)
    assert done is None
    assert "loopback" in problems[0].what


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("geonames:XX", "no code of a state of today"),
        ("geonames:SUN", "no code of a state of today"),
        ("geoname:AM", "did you mean geonames:AM?"),
        ("maps", "kinds are"),
    ],
)
def test_an_unknown_set_is_told(name: str, says: str, tmp_path: Path) -> None:
    """A name that is no data set is answered with what there is."""
    done, problems = install(name, tmp_path, on=TODAY, progress=lambda *_: None)
    assert done is None
    assert says in problems[0].line()


def test_a_set_can_be_removed(source: Source, tmp_path: Path) -> None:
    """Its file and its note go; to remove what is not there is a problem that lists what is."""
    done, _ = source.install(tmp_path)
    assert done is not None
    assert [e.name for e in installed(tmp_path)[0]] == ["geonames:AM"]
    assert "installed: geonames:AM" in (remove(tmp_path, "geonames:AZ") or Problem(where="", what="")).line()
    assert remove(tmp_path, "GEONAMES:am") is None
    assert installed(tmp_path) == ((), ())
    assert not (tmp_path / done.file).exists()


def test_nothing_is_half_written(tmp_path: Path) -> None:
    """A file that cannot be put in its place leaves no trace of it."""
    (tmp_path / "full").mkdir()
    with pytest.raises(OSError, match=r"."):
        put(tmp_path / "full", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["full"]


def test_a_broken_note_is_told(tmp_path: Path) -> None:
    """A note that cannot be read is a problem, the others are listed."""
    put(note_path(tmp_path, "geonames-AM"), b"{")
    found, problems = installed(tmp_path)
    assert (found, len(problems)) == ((), 1)


@given(st.text(max_size=300))
def test_any_row_is_compiled_or_told(text: str) -> None:
    """No row, however odd, is more than a problem."""
    made = compiled("X.txt", text.split("\n"))
    assert made.unfit <= made.rows
