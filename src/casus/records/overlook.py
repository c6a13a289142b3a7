"""What an area of ground sees of named targets."""

from __future__ import annotations

from typing import Literal

from casus.records.base import Record


class Overlook(Record, frozen=True, kw_only=True):
    """One area and one target: seen from how much of the area, at what range, how surely."""

    area: str
    target: str
    verdict: Literal["overlooked", "marginal", "hidden", "unknown"]
    share_of_area: float | None
    nearest_m: float | None
    clearance_m: float | None
    source: str
