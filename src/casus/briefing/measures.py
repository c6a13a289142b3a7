"""Heights given in a report: "at about 3,500 m", 標高約3,500m, на высоте 3500 м."""

from __future__ import annotations

import re

from casus.records import Record, Span

FOOT_M = 0.3048
_NUMBER = r"(?P<n>\d{1,3}(?:[,, \u00a0]\d{3})+|\d{2,5})"
_HEIGHTS = {
    "ja": re.compile(rf"(?:標高|海抜|高度)[^\d。]{{0,6}}{_NUMBER}\s*(?P<u>メートル|m|m|フィート)"),
    "en": re.compile(
        r"(?:elevations?|altitudes?|height|above sea level|\bat)\D{0,24}?"
        rf"{_NUMBER}\s*[- ]?(?P<u>metres?|meters?|m|feet|ft)\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(rf"высот\w*\D{{0,24}}?{_NUMBER}\s*(?P<u>метр\w*|м)\b", re.IGNORECASE),
}


class Height(Record, frozen=True, kw_only=True):
    """A height above the sea as a report gives it, in metres."""

    height_m: float
    span: Span


def heights(text: str, language: str) -> tuple[Height, ...]:
    """Find the heights in a text, in order.

    >>> [(h.height_m, "標高(約3,500m"[slice(*h.span)]) for h in heights("標高(約3,500m", "ja")]
    [(3500.0, '標高(約3,500m')]
    """
    pattern = _HEIGHTS.get(language)
    return tuple(
        Height(
            height_m=float(re.sub(r"\D", "", m["n"])) * (FOOT_M if m["u"] in ("フィート", "feet", "ft") else 1.0),
            span=m.span(),
        )
        for m in (pattern.finditer(text) if pattern else ())
    )
