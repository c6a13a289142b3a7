"""The days on which a place's standing may change, so that a span of years is asked about on few days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from casus.territory.ground import Spot
from casus.territory.grounds import FIRST_DAY, successions
from casus.territory.on_file import within
from casus.territory.on_map import LAW_OF_THE_SEA
from casus.territory.position_file import Dated, PositionFile
from casus.vocabulary.states import states

NEXT_DAY = timedelta(days=1)


def change_days(spot: Spot, files: Iterable[PositionFile], first: date, last: date) -> tuple[date, ...]:
    """Give the first day and all later ones to the last on which an entry that may bear on the spot begins or ends."""
    days = {first, FIRST_DAY, LAW_OF_THE_SEA}
    for since, until in (*_of_files(spot, files), *_of_tables()):
        days |= {since} if since else set()
        days |= {until + NEXT_DAY} if until and until < date.max else set()
    return tuple(sorted(d for d in days if first <= d <= last))


def _of_files(spot: Spot, files: Iterable[PositionFile]) -> Iterator[tuple[date | None, date | None]]:
    for file in files:
        ground = (*((p.places, p.outline) for p in file.part), *((u.places, u.outline) for u in file.undemarcated))
        if any(within(spot, places, outline) for places, outline in ground):
            entries: tuple[Dated, ...] = (
                *file.recognised, *file.control, *file.claim, *file.undemarcated, *file.peacekeeping,
            )  # fmt: skip
            yield from ((e.from_, e.until) for e in entries)
            yield file.from_, None


def _of_tables() -> Iterator[tuple[date | None, date | None]]:
    yield from ((row.since, row.until) for rows in successions().values() for row in rows)
    yield from ((state.since, state.until) for state in states().rows)
