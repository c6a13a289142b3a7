"""All parties, persons, places, dates and numbers a report names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import UNSET

from casus.reading.dates import FoundDate
from casus.reading.gazetteer import Gazetteer, Settler
from casus.reading.names import Entry
from casus.reading.packs import scanner
from casus.reading.place_names import names_in
from casus.records import Mention, Place, Report, Span
from casus.records.place import NameInText

_GROUND = frozenset({"state", "capital"})
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
    named = [(n.span, n.entry) for n in scanner(language).scan(text) if not _overlaps(n.span, taken)]
    ground = {span: entry for span, entry in named if entry.kind in _GROUND and whole(text, *span)}
    others = [(span, entry) for span, entry in named if entry.kind not in _GROUND]
    found.extend(_mention(text, s, _KINDS[e.kind], e.id) for s, e in others)
    taken.extend(span for span, _ in others)
    found.extend(_places(text, language, gazetteer, taken, ground))
    taken.extend(m.span for m in found)
    numbers = (m.span() for m in _NUMBER.finditer(text))
    found.extend(_mention(text, span, "number", None) for span in numbers if not _overlaps(span, taken))
    return tuple(sorted(found, key=lambda m: m.span))


def _places(
    text: str, language: str, gazetteer: Gazetteer, taken: list[Span], told: dict[Span, Entry]
) -> Iterator[Mention]:
    """Give states and places, each name judged together with the others where the gazetteer can."""
    names = _names(text, language, gazetteer, taken, list(told))
    parties = [told[n.span].id for n in names if n.span in told and told[n.span].kind == "state"]
    for name, place in zip(names, _settled(names, language, gazetteer, parties), strict=True):
        entry = told.get(name.span)
        if place is None or (entry and entry.kind == "capital" and place.kind == "state"):
            if entry:
                yield _mention(text, name.span, _KINDS[entry.kind], entry.id)
            continue
        yield Mention(
            text=name.name,
            span=name.span,
            kind="party" if place.kind == "state" else "place",
            id=place.id,
            lat=UNSET if place.lat is None else place.lat,
            lon=UNSET if place.lon is None else place.lon,
        )


def _names(text: str, language: str, gazetteer: Gazetteer, taken: list[Span], states: list[Span]) -> list[NameInText]:
    """Find the names of states and places in text order; of two that overlap the longer stands."""
    known = _asked_once(lambda name: bool(_candidates(gazetteer, name, language)))
    names = [NameInText(text[slice(*span)], span, marked=True) for span in states]
    names += _kept(text, language, gazetteer, taken)
    names += names_in(text, language, taken, known)
    found: list[NameInText] = []
    for name in sorted(names, key=lambda n: (n.span[0] - n.span[1], n.span, not n.marked)):
        if not _overlaps(name.span, [f.span for f in found]):
            found.append(name)
    return sorted(found, key=lambda n: n.span)


def _kept(text: str, language: str, gazetteer: Gazetteer, taken: list[Span]) -> list[NameInText]:
    """Find the names of hand-kept places, the longest first; none that is a part of another word."""
    found: list[NameInText] = []
    taken = list(taken)
    names = sorted({n for n, _ in gazetteer.names(language) if len(n) > 1 and n in text}, key=lambda n: (-len(n), n))
    for name in names:
        for match in re.finditer(re.escape(name), text):
            if not _overlaps(match.span(), taken) and whole(text, *match.span()):
                taken.append(match.span())
                found.append(NameInText(name, match.span(), marked=True))
    return found


def _candidates(gazetteer: Gazetteer, name: str, language: str) -> tuple[object, ...]:
    if isinstance(gazetteer, Settler):
        return gazetteer.candidates(name, language)
    return gazetteer.find(name, language)


def _settled(
    names: list[NameInText], language: str, gazetteer: Gazetteer, parties: list[str]
) -> tuple[Place | None, ...]:
    if isinstance(gazetteer, Settler):
        return gazetteer.settle(names, language, parties)
    found = (gazetteer.find(name.name, language) for name in names)
    return tuple(places[0] if places else None for places in found)


def _asked_once(ask: Callable[[str], bool]) -> Callable[[str], bool]:
    told: dict[str, bool] = {}

    def answer(name: str) -> bool:
        if name not in told:
            told[name] = ask(name)
        return told[name]

    return answer


def whole(text: str, a: int, b: int) -> bool:
    """Is it no part of a longer word of letters or of katakana?

    >>> whole("カテゴリー", 2, 4), whole("Gori fell", 0, 4), whole("ゴリで", 0, 2)
    (False, True, True)
    """
    return not (_one_word(text[a - 1 : a], text[a]) or _one_word(text[b - 1], text[b : b + 1]))


def _one_word(one: str, other: str) -> bool:
    if not one or not other or "・" in {one, other}:
        return False
    kana = ("ァ" <= one <= "ヿ", "ァ" <= other <= "ヿ")
    letters = (one.isalpha() and one < "\u0600", other.isalpha() and other < "\u0600")
    return all(kana) or all(letters)


def _mention(text: str, span: Span, kind: str, ident: str | None) -> Mention:
    return Mention(text=text[slice(*span)], span=span, kind=kind, id=ident)  # type: ignore[arg-type]


def _day(found: FoundDate) -> str | None:
    """Write the days of a date: one day, or the first and the last with a stroke between; an open end is left out.

    >>> from datetime import date
    >>> _day(FoundDate((0, 7), None, date(2030, 12, 31), "range"))
    '/2030-12-31'
    """
    if found.from_ is None and found.until is None:
        return None
    if found.from_ == found.until:
        return str(found.from_)
    return f"{found.from_ or ''}/{found.until or ''}"


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in taken)
