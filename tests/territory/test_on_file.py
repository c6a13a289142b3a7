"""How positions files answer: parts, days, views, stretches nobody has marked."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from casus.records.place import Place
from casus.territory.ground import Ground, Spot
from casus.territory.on_file import on_file, with_undemarcated
from casus.territory.position_file import PositionFile
from casus.territory.read_positions import read_positions

TEXT = """
schema = 1
id = "strip"
name = { en = "The strip" }
from = 1990-01-01
until = 2020-12-31
certainty = "partly"
[[part]]
id = "whole"
name = { en = "the whole" }
circles = [[39.60, 46.20, 20.0]]
[[part]]
id = "town"
name = { en = "the town" }
places = ["town"]
circles = [[39.60, 46.20, 2.0]]
[[recognised]]
state = "AZE"
source = "a resolution"
certainty = "checked"
[[control]]
until = 1999-12-31
by = "ARM"
source = "a report"
[[control]]
part = "town"
from = 1999-06-01
by = "AZE"
source = "another report"
[[claim]]
by = "ARM"
holder = "ARM"
until = 2010-12-31
source = "a speech"
[[claim]]
by = "AZE"
holder = "AZE"
source = "a letter"
[[undemarcated]]
states = ["ARM", "AZE"]
in_the_main = "ARM"
circles = [[39.60, 46.60, 3.0]]
from = 1995-01-01
source = "a map"
"""


def strip() -> PositionFile:
    """Read the file of these tests."""
    found, problems = read_positions("strip.toml", TEXT)
    assert found is not None, problems
    return found


def spot(lat: float, lon: float, place: str | None = None) -> Spot:
    """Make a spot, of a known place or of none."""
    known = Place(id=place, kind="settlement", names={"en": ("Town",)}) if place else None
    return Spot(name="Town", lat=lat, lon=lon, place=known)


def ask(where: Spot, day: str) -> Ground | None:
    """Ask the file of these tests."""
    return on_file(where, date.fromisoformat(day), (strip(),))


def test_a_point_outside_every_part_is_not_answered() -> None:
    """Where no file knows the point, the files say nothing."""
    assert ask(spot(41.0, 46.2), "2000-01-01") is None


def test_the_smaller_part_answers() -> None:
    """In the town the entry for the town counts, around it the one for the whole."""
    town, around = ask(spot(39.60, 46.20), "2005-01-01"), ask(spot(39.70, 46.20), "1995-01-01")
    assert town is not None
    assert around is not None
    assert (town.controller, around.controller) == ("AZE", "ARM")


def test_a_place_named_in_a_part_is_in_it_whatever_its_point() -> None:
    """The list of places goes before the outline."""
    found = ask(spot(39.70, 46.20, "town"), "2005-01-01")
    assert found is not None
    assert found.controller == "AZE"


def test_of_two_entries_the_last_written_counts() -> None:
    """Where the old entry for the whole and the new one for the town overlap, the later line of the file wins."""
    before, within = ask(spot(39.60, 46.20), "1999-05-31"), ask(spot(39.60, 46.20), "1999-06-01")
    assert before is not None
    assert within is not None
    assert (before.controller, within.controller) == ("ARM", "AZE")


def test_a_gap_in_the_entries_is_not_filled() -> None:
    """Around the town nobody is on file as holding it from 2000, and the answer says so."""
    found = ask(spot(39.70, 46.20), "2000-01-01")
    assert found is not None
    assert found.controller is None
    assert found.controller_why == "strip.toml says nothing of The strip, the whole for 2000-01-01"


def test_before_its_first_day_the_file_knows_nothing() -> None:
    """Before the first day the answer is open and names the range."""
    found = ask(spot(39.60, 46.20), "1989-12-31")
    assert found is not None
    assert (found.standing, found.recognised) == ("unknown", None)
    assert found.recognised_why == "strip.toml speaks for 1990-01-01 to 2020-12-31, not for 1989-12-31"


@pytest.mark.parametrize(("day", "carried"), [("2020-12-31", False), ("2021-01-01", True), ("2030-06-01", True)])
def test_the_last_standing_is_carried_and_says_so(day: str, carried: bool) -> None:
    """After the last check what was so then is taken to be so still, and each reason names that assumption."""
    found = ask(spot(39.60, 46.20), day)
    assert found is not None
    assert (found.recognised, found.controller) == ("AZE", "AZE")
    for why in (found.recognised_why, found.controller_why):
        assert why.endswith("; carried past the last check of 2020-12-31") is carried


def test_an_unmarked_stretch_is_carried_too() -> None:
    """A stretch that nobody had marked at the last check is taken to be unmarked still, and says so."""
    point = spot(39.60, 46.60)
    bare = Ground(standing="map", recognised="ARM", recognised_why="the map")
    found = with_undemarcated(bare, point, date(2024, 1, 1), (strip(),))
    assert found.undemarcated == ("ARM", "AZE")
    assert "carried past the last check of 2020-12-31" in found.recognised_why


def test_a_claim_given_up_is_no_view_any_more() -> None:
    """The day after a claim ends its party has no view on file."""
    before, after = ask(spot(39.60, 46.20), "2010-12-31"), ask(spot(39.60, 46.20), "2011-01-01")
    assert before is not None
    assert after is not None
    assert [v.position for v in before.views] == ["ARM", "AZE"]
    assert [v.position for v in after.views] == ["AZE"]


def test_an_answer_is_as_sure_as_its_weakest_entry() -> None:
    """A checked recognition beside a control of the file's own standing is no surer than that."""
    found = ask(spot(39.60, 46.20), "2005-01-01")
    assert found is not None
    assert found.certainty == "partly"


def test_near_the_edge_of_a_rough_outline_a_note_says_so() -> None:
    """Within the outline's accuracy of its edge the reader is told."""
    near, far = ask(spot(39.60, 46.42), "2005-01-01"), ask(spot(39.65, 46.25), "2005-01-01")
    assert near is not None
    assert far is not None
    assert "from the edge of the whole on file" in near.notes[0]["en"]
    assert far.notes == ()


def test_a_stretch_nobody_has_marked_lies_over_the_map() -> None:
    """Inside, both states have a view, the main holder is recognised, and neither is beyond doubt."""
    mapped = Ground(standing="map", recognised="AZE", recognised_why="the map shows it in Azerbaijan", controller="AZE")
    inside = with_undemarcated(mapped, spot(39.60, 46.60), date(2005, 1, 1), (strip(),))
    assert inside.undemarcated == ("ARM", "AZE")
    assert inside.recognised == "ARM"
    assert {v.position: v.holder for v in inside.views} == {"ARM": "ARM", "AZE": "AZE"}
    assert inside.controller is None


def test_a_stretch_has_its_days_and_its_ground() -> None:
    """Before its first day, and outside its outline, the stretch changes nothing."""
    mapped = Ground(standing="map", recognised="AZE", recognised_why="the map shows it in Azerbaijan")
    assert with_undemarcated(mapped, spot(39.60, 46.60), date(1994, 12, 31), (strip(),)) == mapped
    assert with_undemarcated(mapped, spot(39.60, 46.70), date(2005, 1, 1), (strip(),)) == mapped


def test_of_two_files_the_one_that_speaks_for_the_day_answers() -> None:
    """A file out of its range does not hide another that is in it."""
    older = msgspec.structs.replace(strip(), id="older", from_=date(1950, 1, 1), until=date(1989, 12, 31))
    found = on_file(spot(39.60, 46.20), date(1985, 1, 1), (strip(), older))
    assert found is not None
    assert found.recognised == "AZE"


def test_a_place_that_a_part_names_is_not_taken_into_a_stretch_that_does_not() -> None:
    """A town that a part names stays the town's, though the outline of an unmarked stretch runs over it."""
    text = TEXT.replace("circles = [[39.60, 46.60, 3.0]]", "circles = [[39.60, 46.20, 3.0]]")
    found, problems = read_positions("strip.toml", text)
    assert problems == ()
    assert found is not None
    bare = Ground(standing="positions", recognised="AZE", recognised_why="a resolution")
    town, beside = spot(39.60, 46.20, "town"), spot(39.61, 46.21)
    assert with_undemarcated(bare, town, date(2005, 1, 1), (found,)) == bare
    assert with_undemarcated(bare, beside, date(2005, 1, 1), (found,)).undemarcated == ("ARM", "AZE")
