"""Installing elevation and roads from servers on the loopback address: the first source may not have them."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

pytest.importorskip("rasterio")

from casus.fetch.ground_sources import GroundSource, ground_sources
from casus.fetch.installing_ground import Errand, install_elevation, install_roads
from casus.fetch.shelf import installed
from casus.terrain import open_elevation

HGT = gzip.compress(np.full((1201, 1201), 1500, ">i2").tobytes(), 1, mtime=0)
OVERPASS = (
    b'{"elements":[{"type":"way","id":1,"tags":{"highway":"trunk","ref":"M-2"},'
    b'"geometry":[{"lat":39.5,"lon":46.0},{"lat":39.6,"lon":46.2}]}]}'
)


class _Files(BaseHTTPRequestHandler):
    files: ClassVar[dict[str, bytes]]
    asked: ClassVar[list[str]]

    def do_GET(self) -> None:
        """Answer with a file, or that there is none."""
        path = self.path.partition("?")[0]
        self.asked.append(self.path)
        body = self.files.get(path)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Server:
    """Sources on one server, told apart by the first part of their paths."""

    def __init__(self, port: int, handler: type[_Files]) -> None:
        self.base, self.handler = f"http://127.0.0.1:{port}", handler

    def sources(self, *levels: tuple[str, str]) -> tuple[GroundSource, ...]:
        """Make sources of elevation, by name and level, and two of roads."""
        made = [
            GroundSource(
                name=name, gives="elevation", level=level,
                address=f"{self.base}/{name}/{{ns}}{{lat}}{{ew}}{{lon}}.hgt.gz",
                file="{ns}{lat}{ew}{lon}.hgt.gz", max_mb=5, licence="free", attribution="made",
            )
            for name, level in levels
        ]  # fmt: skip
        roads = [
            GroundSource(
                name=name, gives="roads", address=f"{self.base}/{name}?data={{query}}", file="{name}.osm.json",
                max_mb=5, licence="ODbL 1.0", attribution="made",
            )
            for name in ("first", "second")
        ]  # fmt: skip
        return (*made, *roads)


@pytest.fixture
def server() -> Iterator[Server]:
    """Run a server for one test."""
    handler = type("Handler", (_Files,), {"files": {}, "asked": []})
    running = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Server(running.server_address[1], handler)
    finally:
        running.shutdown()
        running.server_close()
        thread.join(5)


def errand(folder: Path, lon: float = 46.24) -> Errand:
    """Ask for the ground about a lake."""
    return Errand(
        "Sev Lake", 39.6, lon, 5.0, folder, date(2026, 11, 1), allow=lambda address: address == "127.0.0.1"
    )  # fmt: skip


def nothing(size: int, total: int | None) -> None:
    """Take in progress."""


def test_where_the_first_source_lacks_the_tile_the_next_gives_it(server: Server, tmp_path: Path) -> None:
    """The tile is fetched, verified, noted with its true source, and usable at once."""
    server.handler.files["/b/N39E046.hgt.gz"] = HGT
    done, problems = install_elevation(errand(tmp_path), nothing, server.sources(("a", "X"), ("b", "X")))
    assert problems == ()
    assert [(d.name, d.file, d.attribution) for d in done] == [
        ("elevation:N39E046", "elevation/N39E046.hgt.gz", "made")
    ]
    assert server.handler.asked == ["/a/N39E046.hgt.gz", "/b/N39E046.hgt.gz"]
    assert installed(tmp_path)[0] == done
    assert len(open_elevation([tmp_path / "elevation"])[0].sheets) == 1
    assert list((tmp_path / "partial").iterdir()) == []


def test_levels_are_not_mixed(server: Server, tmp_path: Path) -> None:
    """Where one level has a part and the next has all, all is taken from the next."""
    server.handler.files |= {f"/{s}.hgt.gz": HGT for s in ("a/N39E046", "b/N39E046", "b/N39E045")}
    done, problems = install_elevation(errand(tmp_path, 46.0), nothing, server.sources(("a", "X"), ("b", "Y")))
    assert problems == ()
    assert [d.address.rsplit("/", 2)[1] for d in done] == ["b", "b"]


def test_a_tile_that_nobody_has_is_named_and_the_rest_installed(server: Server, tmp_path: Path) -> None:
    """It says who was asked, and that it is not the sea."""
    server.handler.files["/a/N39E046.hgt.gz"] = HGT
    done, problems = install_elevation(errand(tmp_path, 46.0), nothing, server.sources(("a", "X"), ("b", "Y")))
    assert [d.name for d in done] == ["elevation:N39E046"]
    assert problems[0].where == "N39E045"
    assert "a: the server answered 404; b: the server answered 404" in problems[0].what
    assert "not the sea" in str(problems[0].hint)


def test_what_is_not_sound_is_thrown_away(server: Server, tmp_path: Path) -> None:
    """A page in a tile's place, or half a tile, is never installed; the next source is asked."""
    server.handler.files |= {"/a/N39E046.hgt.gz": b"<html>sign in</html>", "/b/N39E046.hgt.gz": HGT[:-2000] + HGT[-4:]}
    done, problems = install_elevation(errand(tmp_path), nothing, server.sources(("a", "X"), ("b", "X")))
    assert done == ()
    assert "cut short" in problems[0].what
    assert not (tmp_path / "elevation").exists()
    assert not list((tmp_path / "partial").iterdir())


def test_roads_come_from_the_first_server_that_answers(server: Server, tmp_path: Path) -> None:
    """The second is asked where the first fails."""
    server.handler.files["/second"] = OVERPASS
    done, problems = install_roads(errand(tmp_path), nothing, server.sources())
    assert problems == ()
    assert [(d.name, d.file) for d in done] == [("osm:sev-lake", "osm/sev-lake.osm.json")]
    assert "highway" in server.handler.asked[0]


def test_the_sources_name_their_tiles_as_the_sources_do() -> None:
    """Copernicus, its coarser twin, then tiles of the SRTM form."""
    one, two, three = (s for s in ground_sources() if s.gives == "elevation")
    assert one.of_tile("N39E045")[1] == "Copernicus_DSM_COG_10_N39_00_E045_00_DEM.tif"
    assert two.of_tile("S04W071")[1] == "Copernicus_DSM_COG_30_S04_00_W071_00_DEM.tif"
    assert three.of_tile("N39E045")[0].endswith("/skadi/N39/N39E045.hgt.gz")
    assert (one.level, two.level, three.level) == ("EGM2008", "EGM2008", "EGM96")
