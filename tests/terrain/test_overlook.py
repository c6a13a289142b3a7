"""What an area overlooks: verdicts with intervals, shares of area and line, unknown where ground is missing."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

pytest.importorskip("numba")

from tests.terrain.fractals import fractal, plane

from casus.records import AreaHeights
from casus.terrain import Area, Ground, Looking, Target, heights, overlook, overlooked
from casus.terrain.areas import first_crossing
from casus.terrain.redraws import SURE

LAT, LON = 39.6, 46.24


def hill() -> Ground:
    """Make level ground with a hill in its middle and a wall in the east."""
    row, col = np.mgrid[0:201, 0:201]
    heights_m = 1000 + 400 * np.exp(-(((row - 100) ** 2 + (col - 100) ** 2) / 2 / 12**2))
    heights_m[:, 160] = 1600
    return Ground.of(heights_m.astype(np.float32), lat=LAT, lon=LON)


def at(ground: Ground, row: float, col: float) -> tuple[float, float]:
    """Give latitude and longitude of a node."""
    lon, lat = ground.lonlat(np.array([[row, col]], float))[0]
    return float(lat), float(lon)


def test_what_is_in_the_open_is_overlooked_and_what_is_behind_a_wall_hidden() -> None:
    """From the hill the plain is seen, the ground behind the wall is not, and each with its figures."""
    ground = hill()
    targets = [Target.point("plain", *at(ground, 100, 30)), Target.point("behind", *at(ground, 100, 190))]
    how = Looking(target_height_m=15.0)
    view, problems = overlook(ground, Area.circle("hill", LAT, LON, 0.3), targets, how)
    assert view is not None
    assert problems == ()
    plain, behind = view.overlooks
    assert plain.verdict == "overlooked"
    assert behind.verdict == "hidden"
    assert plain.share_of_area is not None
    assert plain.share_of_area > 0.4
    assert plain.nearest_m is not None
    assert 1500 < plain.nearest_m < 2100
    assert behind.share_of_area == 0
    assert behind.clearance_m is not None
    assert behind.clearance_m < -100


def test_a_road_is_overlooked_along_a_part_of_its_length() -> None:
    """The stretch before the wall is seen, that behind it is not."""
    ground = hill()
    ends = np.array([at(ground, 60, 20)[::-1], at(ground, 60, 199)[::-1]])
    view = overlooked(ground, Area.circle("hill", LAT, LON, 0.3), [Target("road", (ends,))], Looking())
    road = view.overlooks[0]
    assert road.verdict == "overlooked"
    assert road.share_of_line is not None
    assert 0.7 < road.share_of_line < 0.82
    assert road.line_low is not None
    assert road.line_high is not None
    assert road.line_low <= road.share_of_line <= road.line_high
    assert len(road.points_seen) == road.points > 40


def test_missing_ground_makes_unknown_not_hidden_or_seen() -> None:
    """A target on missing ground, one past it, and an area on it: unknown, with the tiles named."""
    whole = hill()
    cut = whole.heights.copy()
    cut[:, :60] = np.nan
    ground = Ground(cut, 30.0, whole.projection, whole.west_m, whole.north_m, missing=("N39E045",))
    area = Area.circle("hill", LAT, LON, 0.3)
    targets = [Target.point("on it", *at(ground, 100, 30)), Target.point("far off", 40.6, 46.24)]
    view = overlooked(ground, area, targets, Looking(draws=2))
    assert [o.verdict for o in view.overlooks] == ["unknown", "unknown"]
    assert "N39E045" in str(view.overlooks[0].reason)
    assert "outside the ground" in str(view.overlooks[1].reason)
    off = Area.circle("gone", *at(ground, 100, 20), 0.2)
    [row] = overlooked(ground, off, [Target.point("hill", LAT, LON)], Looking(draws=2)).overlooks
    assert row.verdict == "unknown"
    assert "area's own elevation is missing" in str(row.reason)


def test_an_area_partly_on_missing_ground_never_calls_a_target_hidden() -> None:
    """What the missing part would see is not known."""
    whole = hill()
    cut = whole.heights.copy()
    cut[:, :100] = np.nan
    ground = Ground(cut, 30.0, whole.projection, whole.west_m, whole.north_m)
    [row] = overlooked(
        ground, Area.circle("hill", LAT, LON, 0.3), [Target.point("behind", *at(ground, 100, 190))], Looking(draws=0)
    ).overlooks
    assert row.verdict == "unknown"


def test_the_same_input_gives_the_same_bytes() -> None:
    """Redraws and samples are seeded from the input."""
    ground = Ground.of(fractal(160, 160, seed=5), lat=LAT, lon=LON)
    targets = [Target.point(str(k), *at(ground, 10 + 14 * k, 150 - 9 * k)) for k in range(10)]
    how = Looking(samples=300, draws=4)
    one, two = (overlooked(ground, Area.circle("a", LAT, LON, 1.0), targets, how) for _ in range(2))
    assert msgspec.json.encode(one) == msgspec.json.encode(two)
    assert one.cells == 300 < one.cells_in_area


def test_marginal_holds_most_of_what_noise_turns_and_little_else() -> None:
    """Of targets that turn in noisy redraws most are marginal; of those that never do, few are."""
    ground = Ground.of(fractal(200, 200, seed=11), lat=LAT, lon=LON)
    draw = np.random.default_rng(2)
    targets = [Target.point(str(k), *at(ground, *draw.uniform(0, 199, 2))) for k in range(80)]
    area = Area.circle("a", LAT, LON, 0.6)
    marginal = np.array([o.verdict == "marginal" for o in overlooked(ground, area, targets, Looking()).overlooks])
    plain = Looking(draws=0)
    first = [o.verdict for o in overlooked(ground, area, targets, plain).overlooks]
    turned = np.zeros(80, bool)
    for _ in range(20):
        noisy = ground.heights + draw.normal(0, 3, ground.heights.shape).astype(np.float32)
        again = Ground(noisy, 30.0, ground.projection, ground.west_m, ground.north_m)
        turned |= np.array([o.verdict for o in overlooked(again, area, targets, plain).overlooks]) != np.array(first)
    assert turned.sum() > 5
    assert marginal[turned].mean() >= 0.9
    assert marginal[~turned].mean() <= 0.25
    assert SURE > 2


def test_a_height_is_tried_against_place_area_and_massif() -> None:
    """3,500 m fits the massif and not the lake."""
    row, col = np.mgrid[0:801, 0:801]
    heights_m = 2600 + 900 * np.exp(-(((row - 400) ** 2 + (col - 600) ** 2) / 2 / 20**2))
    ground = Ground.of(heights_m.astype(np.float32), lat=LAT, lon=LON)
    view = overlooked(ground, Area.circle("lake", LAT, LON, 2.0), [], Looking())
    fits = {h.name: h.fits(3500) for h in view.heights}
    assert fits == {"middle": False, "area": False, "massif": True}
    lake = heights(ground, Area.circle("lake", LAT, LON, 2.0))
    assert isinstance(lake, AreaHeights)
    assert 2590 < lake.lowest_m <= lake.median_m <= lake.highest_m < 2700


def test_a_polygon_gives_the_nodes_inside_it_and_one_that_crosses_itself_is_refused() -> None:
    """Even the smallest area has one cell."""
    from casus.errors import Problem

    ground = Ground.of(plane(101, 101), lat=LAT, lon=LON)
    square = ground.lonlat(np.array([[10.5, 10.5], [10.5, 20.5], [20.5, 20.5], [20.5, 10.5]]))
    area = Area.of_rings("square", [square])
    assert isinstance(area, Area)
    assert len(area.nodes(ground)) == 100
    assert len(Area.circle("dot", LAT, LON, 0.001).nodes(ground)) == 1
    bow = Area.of_rings("bow", [square[[0, 2, 1, 3]]])
    assert isinstance(bow, Problem)
    assert "crosses itself" in bow.what
    assert first_crossing(np.vstack([square, square[:1]])) is None
