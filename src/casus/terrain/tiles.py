"""A folder of elevation files as one: mosaics, what is missing, and the ground of a box on a local metric grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from casus.errors import Problem
from casus.records import ElevationSource
from casus.terrain import geotiff, hgt
from casus.terrain.ground import Box, Ground, bilinear, tile_name
from casus.terrain.projection import LocalProjection
from casus.terrain.sheets import Posts, Raster, Sheet, Unreadable

Grid = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]

MOST_NODES = 60_000_000
_ROWS_AT_ONCE = 256
_SAME_POSTS = 1e-3
"""Two rasters stand on the same posts if these are within a thousandth of a step of each other."""


def open_elevation(paths: Iterable[Path]) -> tuple[Tiles, tuple[Problem, ...]]:
    """Look through files and folders for elevation; a file that is none is a problem, and the others still serve."""
    sheets, problems = [], []
    for path in _files(paths):
        try:
            sheets.append(hgt.look(path) if hgt.is_hgt(path) else geotiff.look(path))
        except Unreadable as trouble:
            problems.append(Problem(where=path.name, what=trouble.what, hint=trouble.hint))
        except OSError as trouble:
            problems.append(Problem(where=path.name, what=trouble.strerror or "cannot be read"))
    return Tiles(tuple(sheets)), tuple(problems)


def _files(paths: Iterable[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path] if path.exists() else []
        found |= dict.fromkeys(
            p for p in inside if not p.is_dir() and (hgt.is_hgt(p) or geotiff.is_tiff(p) or p == path)
        )
    return list(found)


@dataclass(frozen=True, slots=True)
class Tiles:
    """Files of elevation, the first of several that have a height giving it; satisfies ``Elevation``."""

    sheets: tuple[Sheet, ...]

    def ground(self, box: Box, *, cell_m: float | None = None) -> tuple[Ground | None, tuple[Problem, ...]]:
        """Give the ground of a box, at the finest file's resolution where no other is asked for.

        Heights counted from different levels are refused, not mixed; what no file has is void and its tile named.
        """
        sheets = sorted((s for s in self.sheets if s.box.touches(box)), key=lambda s: s.source.resolution_m)
        if not sheets:
            return None, (_nothing(box),)
        mixed = _mixed(sheets)
        if mixed:
            return None, (mixed,)
        ground = _laid_out(box, cell_m or sheets[0].source.resolution_m)
        if isinstance(ground, Problem):
            return None, (ground,)
        rasters, problems = _read(sheets, box)
        if not rasters:
            return None, problems
        _fill(ground, _joined(rasters))
        return _named(ground, sheets, box), problems


def _read(sheets: Sequence[Sheet], box: Box) -> tuple[list[Raster], tuple[Problem, ...]]:
    problems, rasters = [], []
    for sheet in sheets:
        try:
            rasters.append(hgt.read(sheet) if sheet.form == "hgt" else geotiff.read(sheet, box))
        except Unreadable as trouble:
            problems.append(Problem(where=sheet.path.name, what=trouble.what, hint=trouble.hint))
    return rasters, tuple(problems)


def _nothing(box: Box) -> Problem:
    tiles = ", ".join(box.tiles())
    return Problem(where="elevation", what=f"no file has any of the ground: needed are the tiles {tiles}")


def _mixed(sheets: Sequence[Sheet]) -> Problem | None:
    by_level: dict[str, list[str]] = {}
    for sheet in sheets:
        if sheet.source.vertical:
            by_level.setdefault(sheet.source.vertical, []).append(sheet.path.name)
    if len(by_level) < 2:
        return None
    told = "; ".join(f"{level}: {', '.join(sorted(names))}" for level, names in sorted(by_level.items()))
    hint = "give files of one source"
    return Problem(where="elevation", what=f"the heights are counted from different levels ({told})", hint=hint)


def _laid_out(box: Box, cell_m: float) -> Ground | Problem:
    """Lay an empty grid over a box."""
    projection = LocalProjection((box.south + box.north) / 2, (box.west + box.east) / 2)
    lons, lats = np.linspace(box.west, box.east, 9), np.linspace(box.south, box.north, 9)
    edge = np.array([(lon, lat) for lon in lons for lat in lats])
    at = projection.to_metres(edge)
    (west, south), (east, north) = at.min(axis=0), at.max(axis=0)
    rows, cols = int((north - south) / cell_m) + 2, int((east - west) / cell_m) + 2
    if rows * cols > MOST_NODES:
        what = f"{rows:,} × {cols:,} heights are more than are worked on at once"
        return Problem(where="elevation", what=what, hint="take a shorter range")
    return Ground(np.full((rows, cols), np.nan, np.float32), cell_m, projection, float(west), float(north))


def _joined(rasters: Sequence[Raster]) -> list[Raster]:
    """Put together rasters that stand on the same posts, so that heights between two tiles are known too."""
    groups: list[list[Raster]] = []
    for raster in rasters:
        group = next((g for g in groups if _same_posts(g[0], raster)), None)
        if group is None:
            groups.append([raster])
        else:
            group.append(raster)
    return [_pasted(group) if len(group) > 1 else group[0] for group in groups]


def _same_posts(a: Raster, b: Raster) -> bool:
    p, q = a.posts, b.posts
    if a.crs != b.crs or abs(p.dx / q.dx - 1) > _SAME_POSTS / 1e4 or abs(p.dy / q.dy - 1) > _SAME_POSTS / 1e4:
        return False
    off = np.array([(q.x0 - p.x0) / p.dx, (q.y0 - p.y0) / p.dy])
    return bool((np.abs(off - np.round(off)) < _SAME_POSTS).all())


def _pasted(group: Sequence[Raster]) -> Raster:
    first = group[0].posts
    corners = [(round((r.posts.y0 - first.y0) / first.dy), round((r.posts.x0 - first.x0) / first.dx)) for r in group]
    top, left = min(c[0] for c in corners), min(c[1] for c in corners)
    down = max(c[0] + r.heights.shape[0] for c, r in zip(corners, group, strict=True))
    right = max(c[1] + r.heights.shape[1] for c, r in zip(corners, group, strict=True))
    out = np.full((down - top, right - left), np.nan, np.float32)
    for (row, col), raster in zip(corners, group, strict=True):
        part = out[row - top :, col - left :][: raster.heights.shape[0], : raster.heights.shape[1]]
        np.copyto(part, raster.heights, where=np.isnan(part))
    posts = Posts(first.x0 + left * first.dx, first.y0 + top * first.dy, first.dx, first.dy)
    return Raster(out, posts, group[0].crs)


def _fill(ground: Ground, rasters: Sequence[Raster]) -> None:
    """Interpolate the rasters at the nodes, each where those before it have no height; some rows at a time."""
    rows, cols = ground.heights.shape
    for start in range(0, rows, _ROWS_AT_ONCE):
        stop = min(rows, start + _ROWS_AT_ONCE)
        row, col = np.mgrid[start:stop, 0:cols]
        lonlat = ground.lonlat(np.column_stack([row.ravel(), col.ravel()]).astype(np.float64))
        part = ground.heights[start:stop].reshape(-1)
        for raster in rasters:
            empty = np.flatnonzero(np.isnan(part))
            if not len(empty):
                break
            part[empty] = _sampled(raster, lonlat[empty])


def _sampled(raster: Raster, lonlat: Floats) -> Floats:
    """Interpolate heights at points; up to half a step beyond the last post its height holds, farther out is void."""
    at = lonlat if raster.crs is None else geotiff.to_crs(raster.crs, lonlat)
    posts = raster.posts
    nodes = np.column_stack([(at[:, 1] - posts.y0) / posts.dy, (at[:, 0] - posts.x0) / posts.dx])
    last = np.array(raster.heights.shape) - 1
    inside = np.all((nodes >= -0.5) & (nodes <= last + 0.5), axis=1)
    return np.where(inside, bilinear(raster.heights, np.clip(np.where(inside[:, None], nodes, 0), 0, last)), np.nan)


def _named(ground: Ground, sheets: Sequence[Sheet], box: Box) -> Ground:
    """Say what the ground was made from, and which tiles of the box no file has."""
    by_name: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        by_name.setdefault(sheet.source.name, []).append(sheet)
    sources = tuple(
        msgspec.structs.replace(group[0].source, files=tuple(sorted(s.path.name for s in group)))
        for group in by_name.values()
    )
    return Ground(
        ground.heights, ground.cell_m, ground.projection, ground.west_m, ground.north_m, sources,
        _missing(ground, sheets, box),
    )  # fmt: skip


def _missing(ground: Ground, sheets: Sequence[Sheet], box: Box) -> tuple[str, ...]:
    """Name the tiles with void nodes in them over whose middle no file lies."""
    void = np.argwhere(np.isnan(ground.heights[::8, ::8])).astype(np.float64) * 8
    if not len(void):
        return ()
    corner = np.unique(np.floor(ground.lonlat(void)).astype(int), axis=0)
    named = {tile_name(int(lat), int(lon)) for lon, lat in corner if not _covered(sheets, int(lat), int(lon))}
    return tuple(t for t in box.tiles() if t in named)


def _covered(sheets: Sequence[Sheet], lat: int, lon: int) -> bool:
    return any(s.box.west <= lon + 0.5 <= s.box.east and s.box.south <= lat + 0.5 <= s.box.north for s in sheets)


def sources_line(sources: Iterable[ElevationSource]) -> str:
    """Tell sources in one line, with what their heights are of."""
    return "; ".join(
        f"{s.name} ({s.resolution_m:g} m, {s.vertical or 'level not stated'}"
        + (", surface with trees and roofs)" if s.surface else ")")
        for s in sources
    )
