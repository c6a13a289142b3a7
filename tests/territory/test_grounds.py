"""Whose ground today's map units were before."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from casus.territory.boundaries import NOBODY, boundaries
from casus.territory.grounds import FIRST_DAY, ground_parts, holder_of, holding, successions
from casus.vocabulary.states import states


@pytest.mark.parametrize(
    ("unit", "day", "recognised", "controller"),
    [
        ("ARM", "1991-12-25", "SUN", "SUN"),
        ("ARM", "1991-12-26", "ARM", "ARM"),
        ("EST", "1991-09-05", "SUN", "SUN"),
        ("EST", "1991-09-06", "EST", "EST"),
        ("DZA", "1962-07-02", "FRA", "FRA"),
        ("DZA", "1962-07-03", "DZA", "DZA"),
        ("SGP", "1963-09-15", "GBR", "GBR"),
        ("SGP", "1963-09-16", "MYS", "MYS"),
        ("SGP", "1965-08-09", "SGP", "SGP"),
        ("SVK", "1992-12-31", "CSK", "CSK"),
        ("HRV", "1991-10-07", "YUG", "YUG"),
        ("SRB", "2003-02-03", "YUG", "YUG"),
        ("SRB", "2003-02-04", "SCG", "SCG"),
        ("SRB", "2006-06-05", "SRB", "SRB"),
        ("MAR", "1956-03-01", None, "FRA"),
        ("HKG", "1997-06-30", "GBR", "GBR"),
        ("HKG", "1997-07-01", "CHN", "CHN"),
        ("JPN", "1950-01-01", "JPN", "USA"),
        ("SSD", "2011-07-08", "SDN", "SDN"),
        ("SSD", "2011-07-09", "SSD", "SSD"),
        ("CUB-GUANTANAMO", "2000-01-01", "CUB", "USA"),
        ("GRL", "2000-01-01", "DNK", "DNK"),
    ],
)
def test_both_sides_of_a_change(unit: str, day: str, recognised: str | None, controller: str) -> None:
    """The day before and the day after are different answers."""
    found = holding(unit, date.fromisoformat(day))
    assert (found.recognised, found.controller) == (recognised, controller)


@pytest.mark.parametrize(
    ("unit", "point", "day", "recognised", "controller"),
    [
        ("DEU", (51.34, 12.37), "1960-01-01", "DDR", "DDR"),
        ("DEU", (51.34, 12.37), "1990-10-03", "DEU", "DEU"),
        ("DEU", (48.14, 11.58), "1960-01-01", "DEU", "DEU"),
        ("VNM", (21.03, 105.85), "1965-01-01", "VDR", "VDR"),
        ("VNM", (10.77, 106.70), "1965-01-01", "VNM", "VNM"),
        ("VNM", (21.03, 105.85), "1976-07-02", "VNM", "VNM"),
        ("MYS", (1.55, 110.35), "1963-09-15", "GBR", "GBR"),
        ("MYS", (1.55, 110.35), "1963-09-16", "MYS", "MYS"),
        ("MYS", (3.14, 101.69), "1963-09-15", "MYS", "MYS"),
        ("YEM", (12.80, 45.03), "1979-01-01", "YMD", "YMD"),
        ("YEM", (15.35, 44.20), "1979-01-01", "YEM", "YEM"),
        ("JPN", (26.21, 127.68), "1972-05-14", "JPN", "USA"),
        ("JPN", (26.21, 127.68), "1972-05-15", "JPN", "JPN"),
        ("RUS", (44.95, 34.10), "1985-01-01", "SUN", "SUN"),
        ("RUS", (44.95, 34.10), "2005-01-01", "UKR", "UKR"),
        ("RUS", (44.95, 34.10), "2015-01-01", "UKR", "RUS"),
        ("ISR", (33.00, 35.75), "2000-01-01", "SYR", "ISR"),
    ],
)
def test_parts_of_today_states_have_their_own_past(
    unit: str, point: tuple[float, float], day: str, recognised: str, controller: str
) -> None:
    """Where a state of today was divided, or the map draws a de facto line, the point decides."""
    found = holding(unit, date.fromisoformat(day), point)
    assert (found.recognised, found.controller, found.rough) == (recognised, controller, ())


def test_near_a_rough_line_both_sides_are_named() -> None:
    """At Helmstedt, on the line between the two German states, the outline cannot tell which."""
    assert holding("DEU", date(1960, 1, 1), (52.22, 11.0)).rough == ("DDR", "DEU")
    assert holding("DEU", date(2000, 1, 1), (52.22, 11.0)).rough == ()


def test_before_the_first_day_nothing_is_said() -> None:
    """The table begins with the Charter; before, the answer is open and says why."""
    found = holding("POL", FIRST_DAY - timedelta(1))
    assert found.recognised is None
    assert str(FIRST_DAY) in found.why


def test_every_unit_of_the_map_has_an_answer_for_today() -> None:
    """No unit of the map is left without a holder or a row, in 2024."""
    for unit in boundaries().units:
        if unit != NOBODY:
            found = holding(unit, date(2024, 1, 1))
            assert found.recognised or found.controller or "disputed" in found.why, unit


def test_the_table_of_successors_meets_the_table_of_states() -> None:
    """Where the last row ends and the state itself follows, no day is left out between them."""
    for ground, rows in successions().items():
        state = states().by_code(ground)
        last = max((r.until for r in rows if not r.part and r.until), default=None)
        if state and state.since and last and all(r.until for r in rows if not r.part):
            assert state.since <= last + timedelta(1), ground


def test_rows_of_one_ground_do_not_overlap() -> None:
    """On one day one row speaks for one ground."""
    for rows in successions().values():
        for part in {r.part for r in rows}:
            spans = sorted((r.since or date.min, r.until or date.max) for r in rows if r.part == part)
            assert all(a[1] < b[0] for a, b in pairwise(spans)), rows[0].ground


def test_holders_are_states() -> None:
    """Every recognised holder of the table is in the table of states, and every part is used."""
    rows = [r for found in successions().values() for r in found]
    assert all(states().is_state(r.holder) for r in rows if r.holder)
    assert {(r.ground, r.part) for r in rows if r.part} == set(ground_parts())


def test_whose_a_whole_unit_was_is_never_empty() -> None:
    """For telling boundaries between states apart a unit without a holder stands for itself."""
    assert holder_of("PSE", date(2000, 1, 1)) == "PSE"
    assert holder_of("ARM", date(1985, 1, 1)) == holder_of("AZE", date(1985, 1, 1)) == "SUN"
