"""What an area overlooks: each named target seen from how much of it, at what range, how clearly and how surely."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from casus.errors import Problem
from casus.records import GroundView, Overlook
from casus.records.overlook import Overlooked
from casus.terrain.areas import Area
from casus.terrain.crossings import REFRACTION, SEEN, UNKNOWN
from casus.terrain.ground import Box, Elevation, Ground, box_about
from casus.terrain.heights import MASSIF_KM, heights_about
from casus.terrain.looking import Look
from casus.terrain.redraws import Ends, Redrawn, best_clearances, redraw, thinned
from casus.terrain.targets import Target
from casus.terrain.tiles import sources_line

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]

RANGE_M = 50_000.0
MARGIN_KM = 1.0


@dataclass(frozen=True, slots=True)
class Looking:
    """How one looks: heights over the ground, refraction, range, the elevation's error, and how often it is drawn."""

    observer_height_m: float = 2.0
    target_height_m: float = 2.0
    refraction: float = REFRACTION
    max_range_m: float = RANGE_M
    elevation_error_m: float = 3.0
    samples: int = 15_000
    """A larger area is looked from at so many of its cells."""
    draws: int = 16
    redrawn_from: int = 15_000
    """Redraws are looked over from so many cells; from fewer more is called marginal."""


def overlook(
    elevation: Elevation, area: Area, targets: Sequence[Target], how: Looking | None = None
) -> tuple[GroundView | None, tuple[Problem, ...]]:
    """Say of each target whether the area overlooks it, from what share, at what range, by what clearance, how surely.

    No ground at all is a problem; parts that are missing leave verdicts unknown, and their tiles are named.
    """
    how = how or Looking()
    ground, problems = elevation.ground(needed(area, targets, how))
    if ground is None:
        return None, problems
    return overlooked(ground, area, targets, how), problems


def needed(area: Area, targets: Sequence[Target], how: Looking) -> Box:
    """Give the box whose elevation is needed: area and massif, and the targets as far as the range goes."""
    own, widest = area.box(MASSIF_KM), area.box(how.max_range_m / 1000 + MARGIN_KM)
    box = box_about(np.vstack([area.corners, *(t.corners for t in targets)]), MARGIN_KM)
    return Box(
        max(min(box.west, own.west), widest.west), max(min(box.south, own.south), widest.south),
        min(max(box.east, own.east), widest.east), min(max(box.north, own.north), widest.north),
    )  # fmt: skip


def overlooked(ground: Ground, area: Area, targets: Sequence[Target], how: Looking) -> GroundView:
    """Work out a view over a ground that is at hand."""
    look = Look.over(ground, refraction=how.refraction, max_range_m=how.max_range_m)
    nodes = area.nodes(ground)
    cells = _sampled(nodes, how.samples)
    samples = [t.samples(ground) for t in targets]
    ends = Ends(cells, np.vstack(samples) if samples else np.empty((0, 2)), how.observer_height_m, how.target_height_m)
    eyes = ends.eyes(look)
    told = _Told(ground, area, how, eyes, len(cells))
    points = _points(look, ends, eyes)
    few = replace(ends, cells=thinned(cells, how.redrawn_from))
    drawn = redraw(ground, look, few, points.clearance_m, error_m=how.elevation_error_m, draws=how.draws)
    edges = np.concatenate([[0], np.cumsum([len(s) for s in samples])]).astype(int)
    rows = [
        told.row(target, points, drawn, slice(start, stop))
        for target, start, stop in zip(targets, edges[:-1], edges[1:], strict=True)
    ]
    return GroundView(
        area=area.name, overlooks=tuple(rows), heights=heights_about(ground, area), cells=len(eyes),
        cells_in_area=len(nodes), observer_height_m=how.observer_height_m, target_height_m=how.target_height_m,
        refraction=how.refraction, elevation_error_m=how.elevation_error_m, draws=how.draws, sources=ground.sources,
        missing=ground.missing,
    )  # fmt: skip


def _sampled(nodes: npt.NDArray[np.intp], most: int) -> npt.NDArray[np.intp]:
    if len(nodes) <= most:
        return nodes
    draw = np.random.default_rng(zlib.crc32(nodes.tobytes()))
    return nodes[np.sort(draw.choice(len(nodes), most, replace=False))]


@dataclass(frozen=True, eq=False, slots=True)
class _Points:
    targets: Floats
    codes: Codes
    """Which point is seen from which eye, shape (points, eyes)."""
    clearance_m: Floats


def _points(look: Look, ends: Ends, eyes: Floats) -> _Points:
    targets = ends.targets(look)
    codes = np.array([look.seen(eyes, t) for t in targets], np.uint8).reshape(len(targets), len(eyes))
    clearance = np.full(len(targets), np.nan)
    for k, target in enumerate(targets):
        seen = eyes[codes[k] == SEEN]
        if len(seen) or not (codes[k] == UNKNOWN).any():
            clearance[k] = best_clearances(look, seen if len(seen) else eyes, target[None])[0]
    return _Points(targets, codes, clearance)


@dataclass(frozen=True, eq=False, slots=True)
class _Told:
    """Puts what was worked out into one row a target."""

    ground: Ground
    area: Area
    how: Looking
    eyes: Floats
    cells: int

    def row(self, target: Target, points: _Points, drawn: Redrawn, part: slice) -> Overlook:
        """Tell one target."""
        codes, ends = points.codes[part], points.targets[part]
        verdicts = tuple(self._verdict(codes[k], marginal=bool(drawn.marginal[part][k])) for k in range(len(codes)))
        sees = (codes == SEEN).any(axis=0)
        known = sees | ~(codes == UNKNOWN).any(axis=0)
        share = float(sees.sum() / known.sum()) if known.any() else None
        low, high = _shares(drawn, part, share)
        best = _best(points.clearance_m[part])
        near, median = self._ranges(codes, ends)
        verdict = overall(verdicts)
        return Overlook(
            area=self.area.name, target=target.name, verdict=verdict, share_of_area=_short(share, 4),
            share_low=_short(low, 4), share_high=_short(high, 4), nearest_m=_short(near, 0), median_m=_short(median, 0),
            clearance_m=_short(None if best is None else float(points.clearance_m[part][best]), 1),
            clearance_low_m=_short(None if best is None else float(drawn.low_m[part][best]), 1),
            clearance_high_m=_short(None if best is None else float(drawn.high_m[part][best]), 1),
            points=len(codes), points_seen=verdicts, source=sources_line(self.ground.sources),
            reason=self._reason(ends, verdicts) if verdict == "unknown" else None,
            **(_line_shares(verdicts) if target.is_line else {}),
        )  # fmt: skip

    def _verdict(self, codes: Codes, *, marginal: bool) -> Overlooked:
        if not len(codes) or (not (codes == SEEN).any() and (codes == UNKNOWN).any()):
            return "unknown"
        if len(codes) < self.cells and not (codes == SEEN).any():
            return "unknown"
        if marginal:
            return "marginal"
        return "overlooked" if (codes == SEEN).any() else "hidden"

    def _ranges(self, codes: Codes, ends: Floats) -> tuple[float | None, float | None]:
        """Give the nearest and the median range of the lines of sight that reach, in metres along the ground."""
        seen = codes == SEEN
        if not seen.any():
            return None, None
        off = [np.hypot(*(self.eyes[s, :2] - e[:2]).T) for s, e in zip(seen, ends, strict=True)]
        every = np.concatenate(off) * self.ground.cell_m
        return float(every.min()), float(np.median(every))

    def _reason(self, ends: Floats, verdicts: Sequence[Overlooked]) -> str:
        missing = ", ".join(self.ground.missing)
        if not len(self.eyes):
            return f"the area's own elevation is missing{f': tiles {missing}' if missing else ''}"
        open_ends = np.array([v == "unknown" for v in verdicts])
        if np.isnan(ends[open_ends, 2]).all():
            inside = self._in_range(ends)
            if not inside:
                return f"it lies outside the ground looked at, {self.how.max_range_m / 1000:g} km about the area"
            return f"its own elevation is missing{f': tiles {missing}' if missing else ''}"
        return f"the elevation has gaps on the way{f': tiles {missing}' if missing else ''}"

    def _in_range(self, ends: Floats) -> bool:
        rows, cols = self.ground.heights.shape
        return bool(((ends[:, :2] >= 0) & (ends[:, :2] <= (rows - 1, cols - 1))).all(axis=1).any())


def overall(verdicts: Sequence[Overlooked]) -> Overlooked:
    """Give the verdict on a line by those on its points: overlooked where any is, unknown rather than hidden.

    >>> overall(["hidden", "marginal", "overlooked"]), overall(["hidden", "unknown"]), overall(["hidden", "marginal"])
    ('overlooked', 'unknown', 'marginal')
    """
    order: tuple[Overlooked, ...] = ("overlooked", "marginal", "unknown", "hidden")
    return next((v for v in order if v in verdicts), "unknown")


def _line_shares(verdicts: Sequence[Overlooked]) -> dict[str, float]:
    count = {v: verdicts.count(v) / len(verdicts) for v in ("overlooked", "marginal", "hidden", "unknown")}
    return {
        "share_of_line": round(count["overlooked"] + count["marginal"] / 2, 4),
        "line_low": round(count["overlooked"], 4),
        "line_high": round(1 - count["hidden"], 4),
    }


def _shares(drawn: Redrawn, part: slice, share: float | None) -> tuple[float | None, float | None]:
    """Widen a share by how far it moved in the redraws."""
    if share is None:
        return None, None
    each = [float(s[part].any(axis=0).mean()) if s[part].size else 0.0 for s in drawn.shares]
    moved = [e - each[0] for e in each]
    return max(0.0, share + min(moved)), min(1.0, share + max(moved))


def _best(clearance_m: Floats) -> int | None:
    return None if np.isnan(clearance_m).all() else int(np.nanargmax(clearance_m))


def _short(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
