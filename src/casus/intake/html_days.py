"""Days as pages and feeds write them, read only where nothing is left to guess."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T\s])")
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}\S*)?\s*$")
_SHOWN = re.compile(r"(?<!\d)(\d{4})\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|([-/.])(\d{1,2})\4(\d{1,2})(?!\d))")
_ERA = re.compile(r"(令和|平成|昭和)\s*(元|\d{1,2})年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января", "february feb февраля", "march mar марта", "april apr апреля", "may мая",
            "june jun июня", "july jul июля", "august aug августа", "september sep sept сентября",
            "october oct октября", "november nov ноября", "december dec декабря",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_NAMED = re.compile(
    r"(?<!\w)(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m>[A-Za-zа-я]{3,9})\.?,?\s+(?P<y>\d{4})"
    r"|(?P<M>[A-Za-z]{3,9})\.?\s+(?P<D>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<Y>\d{4}))(?!\d)",
    re.IGNORECASE,
)


def stamped_day(text: str | None) -> date | None:
    """Read a machine's date: ISO 8601, or that of mail and RSS (RFC 5322); the day is the one its writer named.

    >>> stamped_day("2021-05-15T00:30:00+09:00"), stamped_day("Sat, 15 May 2021 00:30:00 +0900"), stamped_day("15/5/21")
    (datetime.date(2021, 5, 15), datetime.date(2021, 5, 15), None)
    """
    if not text or len(text) > 100:
        return None
    found = _ISO.match(text) or _COMPACT.match(text)
    if found:
        return _day(*(int(g) for g in found.groups()))
    if "," in text or re.match(r"\s*\d{1,2} [A-Za-z]{3} ", text):
        try:
            return parsedate_to_datetime(text).date()
        except (ValueError, TypeError, IndexError):
            pass
    return shown_day(text)


def shown_day(text: str) -> date | None:
    """Read a date as shown to people; none where day and month could be taken for each other.

    >>> shown_day("公開日:2021年5月15日(土)"), shown_day("Published May 15, 2021"), shown_day("05/06/2021")
    (datetime.date(2021, 5, 15), datetime.date(2021, 5, 15), None)
    """
    text = text[:200].translate(_NARROW)
    found = _SHOWN.search(text)
    if found:
        year, a, b, _, c, d = found.groups()
        return _day(int(year), int(a or c), int(b or d))
    found = _ERA.search(text)
    if found:
        era, year, month, day = found.groups()
        return _day(_ERAS[era] + (1 if year == "元" else int(year)), int(month), int(day))
    found = _NAMED.search(text)
    if found:
        month_number = _MONTHS.get((found["m"] or found["M"]).lower())
        return _day(int(found["y"] or found["Y"]), month_number or 0, int(found["d"] or found["D"]))
    return None


_NARROW = str.maketrans("0123456789", "0123456789")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 1800 else None
    except ValueError:
        return None
