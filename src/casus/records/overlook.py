"""What an area of ground sees of named targets, and how high it is."""

from __future__ import annotations

from typing import Literal

from casus.records.base import Record
from casus.records.incident import StatementRef

Overlooked = Literal["overlooked", "marginal", "hidden", "unknown"]


class ElevationSource(Record, frozen=True, kw_only=True):
    """Where heights come from, with what has to be known and said of them."""

    name: str
    """As "Copernicus GLO-30"."""
    resolution_m: float
    vertical: str | None = None
    """What the heights are counted from, as "EGM2008"; None where the file does not say."""
    surface: bool = True
    """Does it show treetops and roofs rather than bare ground?"""
    attribution: str = ""
    files: tuple[str, ...] = ()


class Overlook(Record, frozen=True, kw_only=True):
    """One area and one target: seen from how much of the area, at what range, how surely."""

    area: str
    target: str
    verdict: Overlooked
    share_of_area: float | None
    """Of the area's ground that is known: the part that sees the target, or any of it."""
    nearest_m: float | None
    clearance_m: float | None
    """The least clearance of the best line of sight: how far over the ground it passes; below 0 it does not."""
    source: str
    share_low: float | None = None
    share_high: float | None = None
    """The share with the elevation's error taken in."""
    share_of_line: float | None = None
    """Of a line: the part of its length that is overlooked from anywhere in the area."""
    line_low: float | None = None
    line_high: float | None = None
    median_m: float | None = None
    """Median range of the lines of sight that reach it."""
    clearance_low_m: float | None = None
    clearance_high_m: float | None = None
    points: int = 1
    """Points that stand for it: one, or samples along a line."""
    points_seen: tuple[Overlooked, ...] = ()
    """The verdict at each point."""
    reason: str | None = None
    """Why it is unknown."""


class AreaHeights(Record, frozen=True, kw_only=True):
    """How high a part of the ground is, in metres."""

    name: str
    lowest_m: float
    median_m: float
    highest_m: float
    part_known: float = 1.0

    def fits(self, height_m: float, *, within: float = 0.03) -> bool:
        """Is a height between the lowest and the highest, taken as exactly as such figures are given?

        >>> AreaHeights(name="lake", lowest_m=2600, median_m=2650, highest_m=2700).fits(3500)
        False
        """
        return self.lowest_m * (1 - within) <= height_m <= self.highest_m * (1 + within)


class GroundView(Record, frozen=True, kw_only=True):
    """What an area overlooks: its heights, its targets, and what was reckoned with."""

    format: Literal["casus.overlook/1"] = "casus.overlook/1"
    area: str
    overlooks: tuple[Overlook, ...]
    heights: tuple[AreaHeights, ...] = ()
    """The heights of the place itself, of the area and of the massif about it."""
    cells: int
    """Cells of the area that lines of sight start from."""
    cells_in_area: int
    observer_height_m: float
    target_height_m: float
    refraction: float
    elevation_error_m: float
    draws: int
    sources: tuple[ElevationSource, ...] = ()
    missing: tuple[str, ...] = ()
    """Tiles of elevation that would be needed and are not there."""


class GroundClaim(Record, frozen=True, kw_only=True):
    """A report's claim that one place watches or commands another, and the height it gives of it."""

    statement: StatementRef
    area: str
    """Id of the place that is said to watch."""
    target: str | None
    """Id of the place that is said to be watched."""
    road: bool = False
    """Does its sentence speak of a road?"""
    height_m: float | None = None


class SightSample(Record, frozen=True):
    """One point of a profile: how far from the first end, height of the ground and of the line of sight, in metres."""

    distance_m: float
    ground_m: float | None
    line_m: float


class Sight(Record, frozen=True, kw_only=True):
    """One line of sight with the profile that proves it."""

    format: Literal["casus.sight/1"] = "casus.sight/1"
    start: str
    end: str
    verdict: Literal["seen", "hidden", "unknown"]
    distance_m: float
    clearance_m: float | None
    """Least clearance over the ground; below 0 by how much the ground stands in the way."""
    at_m: float | None = None
    """How far from the start the line passes lowest over the ground, or is blocked most."""
    at_lat: float | None = None
    at_lon: float | None = None
    first_blocked_m: float | None = None
    """How far from the start the ground first stands in the way."""
    profile: tuple[SightSample, ...] = ()
    observer_height_m: float
    target_height_m: float
    refraction: float
    sources: tuple[ElevationSource, ...] = ()
    missing: tuple[str, ...] = ()
