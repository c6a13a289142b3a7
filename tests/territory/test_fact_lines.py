"""Every fact of a place, asked of real ground on both sides of its line: in space, by party, from day to day."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import msgspec
import pytest

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import CasePlace
from casus.territory import open_territory

ROWS: tuple[tuple[str, str, str, str, Truth], ...] = (
    # whose ground it is recognised as
    ("of", "AZE", "Shusha", "2019-01-01", YES),
    ("of", "ARM", "Shusha", "2019-01-01", NO),
    ("of", "ARM", "Goris", "2021-05-12", YES),
    ("of", "AZE", "Goris", "2021-05-12", NO),
    ("of", "ARM", "39.60,46.24", "2021-05-12", UNKNOWN),
    ("of", "UKR", "Sevastopol", "2014-02-26", YES),
    ("of", "UKR", "Sevastopol", "2020-01-01", YES),
    ("of", "RUS", "Sevastopol", "2020-01-01", NO),
    ("of", "GBR", "Hong Kong", "1997-06-30", YES),
    ("of", "CHN", "Hong Kong", "1997-07-01", YES),
    ("of", "GBR", "Hong Kong", "1997-07-01", NO),
    ("of", "SDN", "Juba", "2011-07-08", YES),
    ("of", "SDN", "Juba", "2011-07-09", NO),
    ("of", "ETH", "Massawa", "1993-05-23", YES),
    ("of", "ETH", "Massawa", "1993-05-24", NO),
    ("of", "KWT", "Kuwait City", "1990-08-09", YES),
    ("of", "IRQ", "Kuwait City", "1990-08-09", NO),
    # who holds it
    ("held", "AZE", "Shusha", "2020-11-07", NO),
    ("held", "AZE", "Shusha", "2020-11-09", YES),
    ("held", "KWT", "Kuwait City", "1990-08-01", YES),
    ("held", "KWT", "Kuwait City", "1990-08-03", NO),
    ("held", "KWT", "Kuwait City", "1991-03-01", YES),
    ("held", "UKR", "Kherson", "2022-02-23", YES),
    ("held", "UKR", "Kherson", "2022-04-01", NO),
    ("held", "UKR", "Kherson", "2022-11-12", YES),
    ("held", "EGY", "Sharm el-Sheikh", "1975-01-01", NO),
    ("held", "EGY", "Sharm el-Sheikh", "1982-04-26", YES),
    ("held", "GBR", "Stanley", "1982-04-01", YES),
    ("held", "GBR", "Stanley", "1982-04-03", NO),
    ("held", "GBR", "Stanley", "1982-06-15", YES),
    # is it disputed between states
    ("disputed", "JPN", "Senkaku Islands", "2012-09-11", YES),
    ("disputed", "JPN", "Sapporo", "2012-09-11", NO),
    ("disputed", "IND", "Srinagar", "1999-06-01", YES),
    ("disputed", "IND", "Mumbai", "1999-06-01", NO),
    ("disputed", "ARG", "Stanley", "1982-04-01", YES),
    ("disputed", "GBR", "Southampton", "1982-04-01", NO),
    ("disputed", "TCD", "Aouzou", "1990-01-01", YES),
    ("disputed", "TCD", "Aouzou", "1995-01-01", NO),
    # is the boundary there marked
    ("undemarcated", "ARM", "Sev Lake", "2021-05-12", YES),
    ("undemarcated", "ARM", "Yerevan", "2021-05-12", NO),
    ("undemarcated", "AZE", "Baku", "2021-05-12", NO),
    # land or sea
    ("land", "UKR", "Odesa", "2022-03-01", YES),
    ("land", "UKR", "44.0,32.0", "2022-03-01", NO),
    ("land", "IRN", "Abu Musa", "1990-01-01", YES),
    ("land", "IRN", "26.5,52.0", "1990-01-01", NO),
    # home ground or overseas
    ("metropolitan", "GBR", "Southampton", "1982-04-02", YES),
    ("metropolitan", "GBR", "Stanley", "1982-04-02", NO),
    ("metropolitan", "FRA", "Toulouse", "1990-01-01", YES),
    ("metropolitan", "FRA", "Cayenne", "1990-01-01", NO),
    ("metropolitan", "USA", "Norfolk, Virginia", "1990-01-01", YES),
    ("metropolitan", "USA", "Guam", "1990-01-01", NO),
    ("metropolitan", "PRT", "Lisbon", "1961-12-18", YES),
    ("metropolitan", "PRT", "Panaji", "1961-12-17", NO),
)  # fmt: skip
FACTS = {
    "of": ("place.of_beneficiary", "place.of_attacker", "place.of_obliged"),
    "held": ("place.held_by_beneficiary",),
    "disputed": ("place.disputed",),
    "undemarcated": ("place.undemarcated",),
    "land": ("place.on_land",),
    "metropolitan": ("place.metropolitan",),
}
ELSEWHERE = {"place.in_area"}
"""Asked of every treaty area in the tests of areas."""


def case_place(where: str) -> CasePlace:
    """Make the place of a case from a name or a point."""
    if where[0].isdigit():
        lat, lon = map(float, where.split(","))
        return CasePlace(name=where, lat=lat, lon=lon)
    found = open_territory().seek(where, "en")
    assert found, where
    return CasePlace(name=where, lat=found[0].lat, lon=found[0].lon)


@pytest.mark.parametrize(("line", "party", "where", "day", "expected"), ROWS)
def test_a_fact_on_its_side_of_the_line(line: str, party: str, where: str, day: str, expected: Truth) -> None:
    """The answer is that of this side, with a reason in English and Japanese."""
    for fact in FACTS[line]:
        found = open_territory().place_fact(fact, case_place(where), date.fromisoformat(day), party=party, area=None)
        assert found.truth is expected, (fact, found.reason)
        assert found.reason
        assert found.reason_ja


def test_every_fact_of_places_has_both_sides_here() -> None:
    """Whoever adds a fact of places adds ground on both sides of its line."""
    facts = msgspec.toml.decode((files("casus") / "data" / "facts.toml").read_text("utf-8"))["fact"]
    of_places = {name for name in facts if name.startswith("place.")} - ELSEWHERE
    for truth in (YES, NO):
        sided = {fact for line, *_, expected in ROWS if expected is truth for fact in FACTS[line]}
        assert sided == of_places
