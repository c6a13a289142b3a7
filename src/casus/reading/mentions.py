"""All parties, persons, places, dates and numbers a report names."""

from __future__ import annotations

import re

from msgspec import UNSET

from casus.reading.dates import FoundDate
from casus.reading.gazetteer import Gazetteer
from casus.reading.names import name_table
from casus.records import Mention, Report, Span

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_KINDS = {
    "state": "party",
    "org": "party",
    "group": "party",
    "role": "party",
    "short": "party",
    "capital": "place",
    "person": "person",
}


def find_mentions(report: Report, dates: tuple[FoundDate, ...], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Give the mentions of a report in text order."""
    text, language = report.text, report.language
    taken: list[Span] = [d.span for d in dates]
    found = [_mention(text, d.span, "date", _day(d)) for d in dates]
    for name in name_table(language).scan(text):
        if not _overlaps(name.span, taken):
            found.append(_mention(text, name.span, _KINDS[name.entry.kind], name.entry.id))
            taken.append(name.span)
    found.extend(_places(text, language, gazetteer, taken))
    numbers = (m.span() for m in _NUMBER.finditer(text))
    found.extend(_mention(text, span, "number", None) for span in numbers if not _overlaps(span, taken))
    return tuple(sorted(found, key=lambda m: m.span))


def _places(text: str, language: str, gazetteer: Gazetteer, taken: list[Span]) -> list[Mention]:
    found: list[Mention] = []
    names = sorted({n for n, _ in gazetteer.names(language) if len(n) > 1 and n in text}, key=lambda n: (-len(n), n))
    for name in names:
        places = gazetteer.find(name, language)
        if not places:
            continue
        place = places[0]
        for match in re.finditer(re.escape(name), text):
            if not _overlaps(match.span(), taken):
                taken.append(match.span())
                lat = UNSET if place.lat is None else place.lat
                lon = UNSET if place.lon is None else place.lon
                found.append(Mention(text=name, span=match.span(), kind="place", id=place.id, lat=lat, lon=lon))
    return found


def _mention(text: str, span: Span, kind: str, ident: str | None) -> Mention:
    return Mention(text=text[slice(*span)], span=span, kind=kind, id=ident)  # type: ignore[arg-type]


def _day(found: FoundDate) -> str | None:
    if found.from_ is None or found.until is None:
        return None
    return str(found.from_) if found.from_ == found.until else f"{found.from_}/{found.until}"


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in taken)
