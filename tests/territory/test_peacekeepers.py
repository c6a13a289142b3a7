"""Forces between the sides, and days past a file's last check."""

from __future__ import annotations

from datetime import date

import pytest

from casus.territory import open_territory


@pytest.mark.parametrize(
    ("name", "on", "sent_by"),
    [
        ("Stepanakert", date(2020, 11, 9), []),
        ("Stepanakert", date(2020, 11, 10), ["RUS"]),
        ("Stepanakert", date(2024, 6, 12), ["RUS"]),
        ("Stepanakert", date(2024, 6, 13), []),
        ("Tskhinvali", date(2000, 1, 1), ["RUS"]),
        ("Tskhinvali", date(2010, 1, 1), []),
        ("Abyei", date(2015, 1, 1), ["IGO UN"]),
        ("Goris", date(2021, 1, 1), []),
    ],
)
def test_a_force_is_there_from_its_first_to_its_last_day(name: str, on: date, sent_by: list[str]) -> None:
    """Peacekeepers are told with who sent them, on the days between and on no other."""
    room = open_territory()
    assert [p.by for p in room.peacekeepers(room.find(name, "en")[0], on)] == sent_by


def test_spans_part_where_a_force_comes_and_goes() -> None:
    """Through the years a span ends where peacekeepers leave, though nobody's claim changes; sources are named."""
    room = open_territory()
    spans = room.spans(room.find("Stepanakert", "en")[0], date(1988, 1, 1), date(2026, 12, 31))
    told = {span.first: (span.finding.recognised, span.finding.controller, len(span.peacekeepers)) for span in spans}
    assert told[date(1988, 1, 1)] == ("SUN", "SUN", 0)
    assert told[date(2020, 11, 10)] == ("AZE", "AZE-ARTSAKH", 1)
    assert told[date(2023, 9, 20)] == ("AZE", "AZE", 1)
    assert told[date(2024, 6, 13)] == ("AZE", "AZE", 0)
    assert all(span.finding.sources for span in spans)


def test_strict_says_nothing_past_the_last_check() -> None:
    """Where the usual room carries on what was so at the last check, and says so, the strict one does not know."""
    room, strict = open_territory(), open_territory(strict=True)
    shusha = room.find("Shusha", "en")[0]
    later = date(2030, 1, 1)
    carried = room.stand(shusha, later)
    assert carried.recognised == "AZE"
    assert "carried past the last check" in carried.recognised_why
    assert strict.stand(shusha, later).recognised is None
    assert "speaks for" in strict.stand(shusha, later).recognised_why
    assert strict.stand(shusha, date(2020, 1, 1)) == room.stand(shusha, date(2020, 1, 1))
