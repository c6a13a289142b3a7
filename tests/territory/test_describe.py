"""Findings in plain sentences."""

from __future__ import annotations

from datetime import date

from casus.records import CasePlace
from casus.territory import open_territory


def test_a_dispute_is_told_with_both_views_and_the_maps_error() -> None:
    """The sentences name who is recognised, both views, the distance and how good the map is."""
    room = open_territory()
    told = room.describe(room.stand(CasePlace(name="Sev Lake", lat=39.6, lon=46.24), date(2021, 5, 12)))
    assert told["en"].startswith("Sev Lake on 2021-05-12: recognised in the main as Armenia's ground")
    assert "Held: " in told["en"]
    assert "In the view of Azerbaijan it is Azerbaijan's." in told["en"]
    assert "of a map good to 5 km" in told["en"]
    assert told["ja"].startswith("セブ湖(2021-05-12時点):大部分はアルメニア領と認められている。")
    assert "アゼルバイジャンの立場ではアゼルバイジャン領。" in told["ja"]


def test_open_sea_has_no_holder_and_no_boundary() -> None:
    """At sea the sentences say that there is no sovereign, and why."""
    room = open_territory()
    told = room.describe(room.stand(CasePlace(name="mid-ocean", lat=-30.0, lon=-100.0), date(2000, 1, 1)))
    assert told["en"].startswith("mid-ocean on 2000-01-01: no recognised sovereign on file (open sea: ")
    assert "boundary" not in told["en"].replace("no boundary", "")
