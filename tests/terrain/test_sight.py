"""One line of sight with its profile, viewsheds, maps and pictures."""

from __future__ import annotations

import numpy as np
import pytest
from lxml import etree

pytest.importorskip("numba")

from tests.terrain.fractals import plane, with_voids

from casus.terrain import Area, Ground, Looking, Target, cumulative, line_of_sight, overlooked, viewshed
from casus.terrain.map_svg import to_svg
from casus.terrain.profile import to_svg as profile_svg
from casus.terrain.profile import to_text, verdict_line
from casus.terrain.telling import to_page
from casus.terrain.telling import to_text as view_text

LAT, LON = 39.6, 46.24


def walled() -> Ground:
    """Make level ground with a wall 900 m west of its middle."""
    heights = plane(101, 101)
    heights[:, 20] = 160.0
    return Ground.of(heights, lat=LAT, lon=LON)


def spot(ground: Ground, row: float, col: float) -> Target:
    """Give a target at a node."""
    lon, lat = ground.lonlat(np.array([[row, col]]))[0]
    return Target.point(f"{row:g},{col:g}", float(lat), float(lon))


def test_a_wall_is_named_as_what_stands_in_the_way() -> None:
    """Where, by how much, and from where on; the profile reaches from end to end."""
    ground = walled()
    found, problems = line_of_sight(ground, spot(ground, 50, 50), spot(ground, 50, 5))
    assert problems == ()
    assert found is not None
    assert found.verdict == "hidden"
    assert found.at_m == pytest.approx(900, abs=1)
    assert found.clearance_m == pytest.approx(-58, abs=0.1)
    assert found.first_blocked_m is not None
    assert 870 < found.first_blocked_m <= 900
    assert found.profile[0].distance_m == 0
    assert found.profile[-1].distance_m == found.distance_m == pytest.approx(1350, abs=1)
    assert "58 m above the line of sight 0.9 km from 50,50" in verdict_line(found)
    assert "x" in to_text(found)
    etree.fromstring(profile_svg(found))


def test_both_ways_are_the_same_line() -> None:
    """From the other end the same verdict and clearance, at the rest of the way."""
    ground = walled()
    there, _ = line_of_sight(ground, spot(ground, 50, 50), spot(ground, 40, 5))
    back, _ = line_of_sight(ground, spot(ground, 40, 5), spot(ground, 50, 50))
    assert there is not None
    assert back is not None
    assert (there.verdict, there.clearance_m) == (back.verdict, back.clearance_m)
    assert there.at_m is not None
    assert back.at_m is not None
    assert there.at_m + back.at_m == pytest.approx(there.distance_m, abs=1)


def test_a_void_or_an_end_off_the_ground_is_unknown() -> None:
    """And says so."""
    heights = plane(101, 101)
    heights[50, 30] = np.nan
    ground = Ground.of(heights, lat=LAT, lon=LON)
    gap, _ = line_of_sight(ground, spot(ground, 50, 50), spot(ground, 50, 5))
    off, _ = line_of_sight(ground, spot(ground, 50, 50), Target.point("off", 41.0, LON))
    for found in (gap, off):
        assert found is not None
        assert found.verdict == "unknown"
        assert "gaps" in verdict_line(found)
        etree.fromstring(profile_svg(found))


def test_viewsheds_add_up() -> None:
    """What two eyes see is counted; the wall hides what is behind it."""
    ground = walled()
    one = viewshed(ground, spot(ground, 50, 50))
    both = cumulative(ground, [spot(ground, 50, 50), spot(ground, 50, 5)])
    assert one[50, 60] == 1
    assert one[50, 10] == 0
    assert both.max() == 2
    assert both[50, 60] == 1


def test_a_map_shows_relief_area_targets_and_where_nothing_is_known() -> None:
    """One SVG with an embedded picture, the same bytes each time, well-formed, with scale, north, source and signs."""
    whole = walled()
    ground = Ground(
        with_voids(whole.heights, seed=1), 30.0, whole.projection, whole.west_m, whole.north_m, missing=("N39E045",)
    )
    road = Target("M-2 <east>", (ground.lonlat(np.array([[10.0, 5.0], [90.0, 95.0]])),))
    targets = [road, spot(ground, 50, 90)]
    area = Area.circle("hill", LAT, LON, 0.2)
    view = overlooked(ground, area, targets, Looking(draws=2))
    svg = to_svg(ground, area, targets, view)
    assert svg == to_svg(ground, area, targets, view)
    etree.fromstring(svg)
    for part in ("data:image/png;base64,", "M-2 &lt;east&gt;", " km<", ">N<", "missing tiles: N39E045", "marginal"):
        assert part in svg
    assert "N39E045" in view_text(view)
    assert "<table>" in to_page(view, svg)
