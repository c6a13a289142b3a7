"""Maps of a place on a day: SVG, a page, GeoJSON."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from casus.records import CasePlace, Place
from casus.territory import open_territory
from casus.territory.clipping import clip_ring, runs_in
from casus.territory.geometry import great_circle_km
from casus.territory.map_geojson import to_geojson
from casus.territory.map_page import to_page
from casus.territory.map_svg import to_svg
from casus.territory.sketch import Sketch, coarsened

DAY = date(2019, 1, 1)


def place(name: str) -> Place:
    """Give a place by its English name."""
    return open_territory().find(name, "en")[0]


def map_of(name: str, on: date = DAY, coarse_km: float = 0.0) -> Sketch:
    """Give the map of a place."""
    found = open_territory().sketch(place(name), on, coarse_km=coarse_km)
    assert found is not None
    return found


def test_disputed_ground_is_dashed_and_bears_both_names() -> None:
    """The map of Shusha names the town in both ways, and the ground by who is recognised and who holds it."""
    svg = to_svg(map_of("Shusha"), "recognised: Azerbaijan; held by: Artsakh")
    ET.fromstring(svg)  # noqa: S314 - our own text
    assert "Shusha / Shushi" in svg
    assert "recognised: Azerbaijan; held by: Artsakh (in Azerbaijan)" in svg
    assert "stroke-dasharray" in svg
    assert 'class="area"' in svg
    for furniture in (" km</text>", ">N</text>", "Sources: Natural Earth", "disputed, not marked"):
        assert furniture in svg


def test_a_line_between_two_states_is_solid_and_one_that_nobody_settled_is_dashed() -> None:
    """By Sev Lake the boundary is dashed where no one has marked it, and solid elsewhere."""
    lines = map_of("Sev Lake", date(2021, 5, 15)).lines
    assert {line.dashed for line in lines} == {True, False}
    assert {line.dashed for line in map_of("Vilnius").lines if line.points} <= {False}


def test_names_on_a_map_do_not_cover_one_another() -> None:
    """Neighbours are few and stand apart."""
    marks = map_of("Stepanakert").marks
    assert marks[0].main
    assert 3 <= len(marks) <= 10
    near = [great_circle_km(a.lat, a.lon, b.lat, b.lon) for n, a in enumerate(marks) for b in marks[n + 1 :]]
    assert min(near) > 5


def test_words_of_files_cannot_break_the_drawing() -> None:
    """What has signs of markup in it is escaped."""
    sketch = open_territory().sketch(CasePlace(name='<b>&"x"', lat=39.8, lon=46.7), DAY)
    assert sketch is not None
    ET.fromstring(to_svg(sketch, "<i>&"))  # noqa: S314 - our own text
    assert "<b>" not in to_page("<b>", "", [("<i>", "&")]).partition("<body>")[2]


def test_a_page_needs_nothing_from_outside() -> None:
    """No script, no link, no font from elsewhere."""
    page = to_page("Shusha", to_svg(map_of("Shusha"), "x"), [("source", "S/RES/822 (1993)")])
    assert "<script" not in page
    assert "src=" not in page
    assert 'name="viewport"' in page


def test_geojson_has_precision_and_validity() -> None:
    """The point comes first, longitude before latitude; disputed parts carry days and the files' accuracy."""
    room = open_territory()
    town = place("Shusha")
    valid = room.standing(town, DAY)
    told = json.loads(to_geojson(map_of("Shusha"), room.stand(town, DAY), precision_km=1.0, valid=valid))
    assert told["type"] == "FeatureCollection"
    first = told["features"][0]
    assert first["geometry"] == {
        "type": "Point",
        "coordinates": [pytest.approx(46.75, abs=0.01), pytest.approx(39.76, abs=0.01)],
    }
    assert first["properties"]["valid_from"] <= "1992-05-09"
    assert first["properties"]["valid_until"] == "2020-11-07"
    areas = [f for f in told["features"] if f["properties"]["role"] == "disputed"]
    assert areas
    for area in areas:
        assert area["properties"]["precision_km"] > 0
        for (ring,) in area["geometry"]["coordinates"]:
            assert ring[0] == ring[-1]
    assert {f["properties"]["precision_km"] for f in told["features"] if f["properties"]["role"] == "boundary"} == {5.0}


def test_a_coarse_map_hides_the_point() -> None:
    """With a grid of 5 km the point is another for no place within the cell, and is drawn as a circle."""
    coarse = map_of("Sev Lake", coarse_km=5.0)
    lake = place("Sev Lake")
    assert (coarse.lat, coarse.lon) != (lake.lat, lake.lon)
    assert coarsened(coarse.lat, coarse.lon, 5.0) == (coarse.lat, coarse.lon)
    assert great_circle_km(coarse.lat, coarse.lon, lake.lat or 0, lake.lon or 0) < 4
    assert 'fill-opacity=".25"' in to_svg(coarse, "")
    told = json.loads(to_geojson(coarse, open_territory().stand(lake, DAY), precision_km=1, valid=(None, None)))
    assert told["features"][0]["properties"]["precision_km"] == 5


def test_a_state_has_no_map() -> None:
    """What has no point cannot be drawn about."""
    assert open_territory().sketch(place("Armenia"), DAY) is None


def test_a_ring_outside_the_box_is_nothing() -> None:
    """Cutting leaves out what is elsewhere, and keeps what holds the whole box."""
    ring = np.array([[10.0, 10], [20, 10], [20, 20], [10, 20], [10, 10]])
    assert len(clip_ring(ring, (30, 30, 40, 40))) == 0
    assert len(clip_ring(ring, (12, 12, 13, 13))) == 5


def test_a_line_is_parted_where_its_marks_change() -> None:
    """Runs follow one another without a gap."""
    line = np.array([[0.0, 0], [1, 0], [2, 0], [3, 0]])
    runs = list(runs_in(line, (-1, -1, 1, 4), lambda middles: middles[:, 0] > 1))
    assert [(flag, run[0][0], run[-1][0]) for flag, run in runs] == [(False, 0, 1), (True, 1, 3)]
