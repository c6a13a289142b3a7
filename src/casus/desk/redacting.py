"""What words and points must lose before they stand in public: handles of persons, exact fresh positions."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from casus.desk.pages.mapping import shown_at
from casus.desk.refusing import refusal
from casus.errors import Problem
from casus.records import Case

HANDLE = re.compile(r"(?<![\w.])@\w{2,}|\b(?:u|user)/\w{2,}")
POSITION = re.compile(
    r"\d{1,3}\.\d{2,}\s*°?\s*[NSEW]?\s*[,;/ ]\s*-?\d{1,3}\.\d{2,}"  # decimal degrees, to a kilometre or nearer
    r"|\d{1,3}°\s*\d{1,2}['′](?:\s*\d)?"  # degrees and minutes
    r"|\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}\b"  # military grid
)
ACCOUNT = re.compile(
    r"https?://(?:[\w-]+\.)*(?:x|twitter|instagram|tiktok|facebook|threads|bsky|youtube|vk|weibo|ok)"
    r"\.(?:com|net|app|ru)/[^\s\"<]*",
    re.IGNORECASE,
)
"""An address on a platform where what follows the host names whoever keeps the account."""
DROPPED = "[…]"


def without_persons(said: Any) -> Any:
    """Give JSON without handles, and without addresses that name an account.

    >>> without_persons({"title": "seen by @some_one", "n": [1, "https://x.com/some_one/status/1"]})
    {'title': 'seen by […]', 'n': [1, '[…]']}
    """
    if isinstance(said, str):
        return HANDLE.sub(DROPPED, ACCOUNT.sub(DROPPED, said))
    if isinstance(said, dict):
        return {key: without_persons(value) for key, value in said.items()}
    return [without_persons(value) for value in said] if isinstance(said, list | tuple) else said


def objection(where: str, *texts: str, coarse: bool) -> Problem | None:
    """Say what keeps words that somebody wrote from standing in public; None where nothing does."""
    if any(HANDLE.search(text) or ACCOUNT.search(text) for text in texts):
        return refusal(where, "refused_handle", hint="hint_leave_out")
    if coarse and any(POSITION.search(text) for text in texts):
        return refusal(where, "refused_exact_position", hint="hint_name_the_place")
    return None


def placed(case: Case, *, coarse: bool) -> Case:
    """Give a case with its place no more exactly than it may be shown, in words and in figures."""
    place = case.place
    if not coarse or place.lat is None or place.lon is None:
        return case
    lat, lon = shown_at(place.lat, place.lon, fresh=True)
    return replace(case, place=replace(place, name=POSITION.sub(DROPPED, place.name), lat=lat, lon=lon))
