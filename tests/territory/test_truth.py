"""Every row of the truth table: whose ground a place is on a day, set down apart from the files it tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from casus.records import CasePlace, Place, TerritoryFinding
from casus.territory import open_territory
from casus.vocabulary.states import states

TABLE = Path(__file__).with_name("truth.tsv")
COLUMNS = ("name", "lat", "lon", "on", "recognised", "controller", "disputed_by", "source")
UNTESTED = "?"
NOBODY = "none"


class Row(NamedTuple):
    """What the answer must be: alternatives are joined by a bar, ``?`` leaves it open, ``none`` means nobody."""

    name: str
    lat: str
    lon: str
    on: str
    recognised: str
    controller: str
    disputed_by: str
    source: str


def rows() -> list[Row]:
    """Read the table."""
    header, *lines = (line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    assert tuple(header.split("\t")) == COLUMNS
    return [Row(*line.split("\t")) for line in lines]


def language(name: str) -> str:
    """Tell a name's language by its letters."""
    if any("\u0400" <= letter <= "\u04ff" for letter in name):
        return "ru"
    return "ja" if any("\u3040" <= letter <= "\u9fff" for letter in name) else "en"


def stand(row: Row) -> TerritoryFinding:
    """Ask for the row's ground: at its point, or where the name is found."""
    room = open_territory()
    where: Place | CasePlace
    if row.lat:
        where = CasePlace(name=row.name, lat=float(row.lat), lon=float(row.lon))
    else:
        found = room.seek(row.name, language(row.name))
        assert found, f"no place is called {row.name}; near it: {', '.join(room.suggest(row.name))}"
        where = found[0]
    return room.stand(where, date.fromisoformat(row.on))


def opponents(found: TerritoryFinding) -> set[str]:
    """Give the states that see it otherwise; where no sovereign is recognised, all that see it as somebody's."""
    of_states = {v.position: v.holder for v in found.views if states().is_state(v.position)}
    return {by for by, holder in of_states.items() if holder != found.recognised}


def faults(row: Row, found: TerritoryFinding) -> list[str]:
    """List what differs from the row."""
    wrong = []
    for what, want, got, why in (
        ("recognised", row.recognised, found.recognised, found.recognised_why),
        ("controller", row.controller, found.controller, found.controller_why),
    ):
        if want != UNTESTED and (got or NOBODY) not in want.split("|"):
            wrong.append(f"{what} {got or NOBODY}, not {want}: {why}")
    if row.disputed_by != UNTESTED:
        want_by = set(row.disputed_by.strip("+-").split(",")) - {""}
        got_by = opponents(found)
        if not want_by <= got_by or (not row.disputed_by.endswith("+") and want_by != got_by):
            wrong.append(f"disputed by {', '.join(sorted(got_by)) or 'nobody'}, not {row.disputed_by}")
    return wrong


@pytest.mark.parametrize("row", rows(), ids=lambda r: f"{r.name} {r.on}")
def test_row(row: Row) -> None:
    """The room gives the sovereign, the holder and the opponents that the table's source gives."""
    wrong = faults(row, stand(row))
    assert not wrong, f"{row.name} on {row.on} ({row.source}): " + "; ".join(wrong)


def test_the_table_is_large_and_in_three_languages() -> None:
    """At least 320 rows, one in seven of them asked in Japanese or Russian, and every one with a source."""
    table = rows()
    foreign = [row for row in table if language(row.name) != "en"]
    assert len(table) >= 320
    assert len(foreign) * 7 >= len(table)
    assert all(row.source for row in table)
