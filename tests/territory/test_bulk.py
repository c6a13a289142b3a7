"""Many points at once give what one point gives."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from casus.records import CasePlace
from casus.territory import open_territory


@pytest.mark.parametrize("on", [date(1955, 6, 1), date(1985, 6, 1), date(2020, 1, 1)])
def test_points_in_bulk_are_told_as_one_by_one(on: date) -> None:
    """On land the codes are the same; at sea nothing is told in bulk, though a point may be in a territorial sea."""
    draw = np.random.default_rng(7)
    lat = np.concatenate([np.degrees(np.arcsin(draw.uniform(-1, 1, 150))), draw.uniform(30, 60, 150)])
    lon = np.concatenate([draw.uniform(-180, 180, 150), draw.uniform(-10, 60, 150)])
    room = open_territory()
    codes = room.recognised_all(lat, lon, on)
    for at, code in zip(zip(lat, lon, strict=True), codes, strict=True):
        found = room.stand(CasePlace(name="a point", lat=float(at[0]), lon=float(at[1])), on)
        at_sea = code == "" and "off the coast" in found.recognised_why
        assert at_sea or (found.recognised or "") == code, (at, code, found.recognised_why)


def test_both_sides_of_the_date_line_are_land() -> None:
    """Chukotka runs over 180 degrees."""
    codes = open_territory().recognised_all(
        np.array([66.5, 67.0, 62.0]), np.array([178.5, -178.0, 129.7]), date(2020, 1, 1)
    )
    assert codes.tolist() == ["RUS"] * 3


def test_names_in_bulk_are_found_as_one_by_one() -> None:
    """Each name gives what ``find`` gives, in the order asked."""
    room = open_territory()
    names = ["Shusha", "nowhere at all", "Goris", "Shusha"]
    assert room.find_all(names, "en") == tuple(room.find(n, "en") for n in names)


@pytest.mark.parametrize("on", [date(1970, 6, 1), date(2020, 1, 1)])
def test_the_territorial_sea_in_bulk_is_told_as_one_by_one(on: date) -> None:
    """Off a coast whoever holds it is told, unless another coast or the sea's limit is about as near."""
    draw = np.random.default_rng(11)
    lat, lon = draw.uniform(34, 46, 600), draw.uniform(5, 30, 600)
    room = open_territory()
    codes = room.recognised_all(lat, lon, on, sea=True)
    told = 0
    for at, code in zip(zip(lat, lon, strict=True), codes, strict=True):
        found = room.stand(CasePlace(name="a point", lat=float(at[0]), lon=float(at[1])), on)
        assert code in {"", found.recognised}, (at, code, found.recognised_why)
        if "off the coast" in found.recognised_why and found.recognised:
            told += code == found.recognised
            assert code, (at, found.recognised_why)
    assert told > 10


def test_the_open_sea_is_nobodys_in_bulk() -> None:
    """The middle of an ocean, and a point off Malta near the limit, are told for nobody."""
    codes = open_territory().recognised_all(np.array([40.0]), np.array([-40.0]), date(2020, 1, 1), sea=True)
    assert codes.tolist() == [""]
