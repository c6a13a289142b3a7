"""Japanese date words: 今月12日頃, 先週, 2日前, 同日未明, 昭和16年12月, 夏の終わりまでに."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from casus.reading import dates as d
from casus.reading.dates import Anchor, FoundDate
from casus.records.statement import Precision

_NUM = r"[0-9０-９]{1,4}|[一二三四五六七八九十]{1,3}"
_HOUR = (
    r"(?:の?(?:午前|午後|未明|早朝|夜明け前|明け方|朝|午前中|昼|正午|夕方|夕刻|夕(?![食暮])|夜|深夜|夜間|日中)"
    r"(?:[0-9０-９]+時(?:[0-9０-９]+分|半)?)?(?:ごろ|頃)?)?"
)
_ABOUT = r"(?P<about>ごろ|頃|前後|過ぎ)?"
_ERA = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_WEEKDAY = "月火水木金土日"
_SEASON = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_UNTIL = r"(?P<until>までに?|以前)?"
_SINCE = r"(?P<since>以降|以来|から)?"

_YEAR = (
    rf"(?:(?P<era>明治|大正|昭和|平成|令和)(?P<eray>元|{_NUM})年|(?P<y>[0-9０-９]{{4}})年"
    r"|(?P<ry>昨年|去年|一昨年|今年|本年|来年|翌年|前年|同年))"
)
_MONTH = rf"(?:(?P<m>{_NUM})月|(?P<rm>今月|先月|来月|先々月|同月|翌月|前月))"
_DAY = rf"(?P<day>{_NUM})日(?![間目本前後ぶ]|以[内上下外])"
_SPAN = r"(?P<unit>日|週間|か月|カ月|ヶ月|ヵ月|年|時間)"
_NEARBY = (
    r"(?P<w>一昨日|おととい|昨日|きのう|前日|今日|きょう|本日|同日|当日|この日"
    r"|翌日|明日|あす|翌々日|昨夜|昨晩|今夜|今朝|けさ|前夜|昨夕)"
)
_OPEN = _ABOUT + _SINCE + _UNTIL
_SOURCES = {
    "full": rf"(?:{_YEAR}の?)?{_MONTH}の?{_DAY}{_HOUR}{_OPEN}",
    "decade": r"(?P<y>[0-9０-９]{4})年代(?P<part>初め|初頭|前半|半ば|中頃|後半|末)?",
    "iso": r"(?P<y>[12][0-9]{3})[/.-](?P<m>[01]?[0-9])[/.-](?P<day>[0-3]?[0-9])(?![0-9])",
    "term": r"(?P<w>昨春|昨夏|昨秋|昨冬|今春|今夏|今秋|今冬|来春|来夏|来秋|来冬|年初|年明け|年末|年内|月末|月初め)",
    "next": rf"(?P<w>翌|同)(?P<m>{_NUM})月(?![0-9０-９間分])(?P<part>上旬|初め|初旬|中旬|半ば|下旬|末)?",
    "month": (rf"(?:{_YEAR}の?)?{_MONTH}(?![0-9０-９間分])(?P<part>上旬|初め|初旬|中旬|半ば|下旬|末)?{_OPEN}"),
    "season": (
        rf"(?:{_YEAR}の?)?(?P<s>[春夏秋冬])(?P<part>の終わり|の初め|の間|先|ごろ|頃)?{_UNTIL}(?=[にのはも、]|ま|$)"
    ),
    "year": rf"{_YEAR}(?P<part>初め|半ば|末|前半|後半|夏|春|秋|冬)?{_OPEN}(?![代間])",
    "day": rf"(?P<rd>同|翌|前)?(?P<day>{_NUM})日(?![間目本前後ぶ]|以[内上下外]){_HOUR}{_OPEN}",
    "ago": rf"(?P<n>{_NUM}|数){_SPAN}(?P<dir>ほど前|前|後)(?P<tail>に)?",
    "within": rf"(?:今後)?(?P<n>{_NUM}|数){_SPAN}以内",
    "relday": rf"{_NEARBY}{_HOUR}{_UNTIL}",
    "week": (
        r"(?P<w>先々週|先週|今週|来週|週内|この週)(?P<part>末|初め|半ば)?"
        rf"(?:の?(?P<wd>[月火水木金土日])曜日?)?{_UNTIL}"
    ),
    "weekend": r"(?P<w>週末|今週末|先週末|来週末)",
    "weekday": rf"(?P<wd>[月火水木金土日])曜日?{_HOUR}",
    "now": r"(?P<w>この時期|現時点|この日々)",
}
_NEEDS = {
    "full": "日", "day": "日", "month": "月", "next": "月", "year": "年", "decade": "年代", "week": "週",
    "weekend": "週", "weekday": "曜", "within": "以内",
}  # fmt: skip
"""What an expression of a kind must hold, so that most patterns need not be tried."""
_PATTERNS = tuple((kind, re.compile(source)) for kind, source in _SOURCES.items())
_HINT = re.compile(
    r"[年月日週春夏秋冬曜昨夜先後内]|きのう|あす|けさ|きょう|おととい|今朝|前|この時期|現時点|[0-9][/.-][0-9]"
)
_RELATIVE_DAY = {
    "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "前日": -1, "今日": 0, "きょう": 0, "本日": 0,
    "翌日": 1, "明日": 1, "あす": 1, "翌々日": 2, "昨夜": -1, "昨晩": -1, "前夜": -1, "昨夕": -1,
    "今夜": 0, "今朝": 0, "けさ": 0, "この日": 0,
}  # fmt: skip
_LEAN = {"同日", "当日", "翌日", "翌々日", "前日", "前夜", "この日"}
_RELATIVE_YEAR = {"昨年": -1, "去年": -1, "一昨年": -2, "今年": 0, "本年": 0, "来年": 1}
_RELATIVE_MONTH = {"今月": 0, "先月": -1, "来月": 1, "先々月": -2}
_WEEKS = {"先々週": -2, "先週": -1, "今週": 0, "この週": 0, "来週": 1, "週内": 0}


def find(text: str, anchor: Anchor, offset: int = 0) -> tuple[FoundDate, ...]:
    """Give the date expressions of a sentence, left to right; each may lean on the one before."""
    found: list[FoundDate] = []
    if not _HINT.search(text):
        return ()
    position = 0
    last, here = anchor.last, None
    ahead = _Ahead(text)
    while match := ahead.next(position):
        kind, m = match
        position = m.end()
        interval = _RESOLVE[kind](m, Anchor(anchor.published, last, here))
        low, high, precision = _shape(kind, m, interval)
        if low and high and (high - low).days <= 1 and precision == "day":
            last = here = high
        found.append(FoundDate((offset + m.start(), offset + _end(m)), low, high, precision))
    return tuple(_joined(found, text, offset))


def _joined(found: list[FoundDate], text: str, offset: int) -> list[FoundDate]:
    """Join two days that open and close a stretch of time (29日夜から30日未明にかけて) into one."""
    joined: list[FoundDate] = []
    for day in found:
        before = joined[-1] if joined else None
        between = text[before.span[1] - offset : day.span[0] - offset] if before is not None else ""
        lasts = day.from_ is None or text.startswith(("にかけて", "まで", "の間"), day.span[1] - offset)
        if before is None or not lasts or between not in _TO or before.from_ is None or day.until is None:
            joined.append(day)
        elif before.from_ <= day.until:
            joined[-1] = FoundDate((before.span[0], day.span[1]), before.from_, day.until, "range")
        else:
            joined.append(day)
    return joined


_TO = frozenset({"から", "〜", "～", "-", "―", "より"})


class _Ahead:
    """The next expression of each kind in a text; a kind is searched again only when its last hit is behind."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.hits: dict[str, re.Match[str] | None] = {
            kind: p.search(text) if _NEEDS.get(kind, "") in text else None for kind, p in _PATTERNS
        }

    def next(self, position: int) -> tuple[str, re.Match[str]] | None:
        best: tuple[str, re.Match[str]] | None = None
        for kind, pattern in _PATTERNS:
            m = self.hits[kind]
            if m is not None and m.start() < position:
                m = self.hits[kind] = pattern.search(self.text, position)
            if m and m.group() and _apart(self.text, m):
                key = (m.start(), -m.end())
                if best is None or key < (best[1].start(), -best[1].end()):
                    best = kind, m
        return best


def _apart(text: str, m: re.Match[str]) -> bool:
    """Is the number not the tail of a longer one or of another word?"""
    before = text[m.start() - 1] if m.start() else ""
    return not (before.isdecimal() or (before and before in "第約計.,・" and m.group()[0] in "0123456789"))


def _end(m: re.Match[str]) -> int:
    for name in ("until", "since"):
        if name in m.re.groupindex and m.group(name):
            return m.start(name) if m.group(name) == "から" else m.end(name)
    return m.end()


def _number(text: str) -> int:
    kanji = {c: i for i, c in enumerate("〇一二三四五六七八九")}
    if all(unicodedata.normalize("NFKC", c).isdecimal() for c in text):
        return int(unicodedata.normalize("NFKC", text))
    tens, _, ones = text.rpartition("十")
    value = (kanji.get(tens, 1) if "十" in text else 0) * 10
    return value + (kanji.get(ones, 0) if ones else 0)


def _shape(
    kind: str, m: re.Match[str], interval: tuple[date, date] | None
) -> tuple[date | None, date | None, Precision]:
    precision: Precision = _PRECISION[kind]
    if interval is None:
        return None, None, precision
    low, high = interval
    groups = m.re.groupindex
    if kind in {"ago", "relday", "week"} and (high - low).days > 1:
        precision = "week" if (high - low).days <= 6 else "about"
    if "about" in groups and m.group("about"):
        precision = "about"
    if kind == "week" and (high - low).days == 0:
        precision = "day"
    if "until" in groups and m.group("until"):
        return None, high, "range"
    if kind == "within":
        return None, high, "range"
    if "since" in groups and m.group("since") in {"以降", "以来"}:
        return low, None, "range"
    return low, high, precision


_PRECISION: dict[str, Precision] = {
    "full": "day", "month": "month", "season": "season", "year": "year", "day": "day", "ago": "day", "within": "range",
    "decade": "range", "iso": "day", "term": "season", "next": "month", "relday": "day", "week": "week",
    "weekend": "range", "weekday": "day", "now": "month",
}  # fmt: skip


def _year_of(m: re.Match[str], anchor: Anchor) -> int | None:
    if m.group("y"):
        return _number(m.group("y"))
    if m.group("era"):
        count = 1 if m.group("eray") == "元" else _number(m.group("eray"))
        return _ERA[m.group("era")] + count
    word = m.group("ry")
    if word in _RELATIVE_YEAR:
        return anchor.published.year + _RELATIVE_YEAR[word] if anchor.published else None
    if word and anchor.last:
        return anchor.last.year + {"翌年": 1, "前年": -1}.get(word, 0)
    return None


def _has_year(m: re.Match[str]) -> bool:
    return bool(m.group("y") or m.group("era") or m.group("ry"))


def _year_month(m: re.Match[str], anchor: Anchor) -> tuple[int, int] | None:
    if word := m.group("rm"):
        if word in _RELATIVE_MONTH:
            return d.shift_month(anchor.published, _RELATIVE_MONTH[word]) if anchor.published else None
        base = anchor.last or anchor.published
        return d.shift_month(base, {"翌月": 1, "前月": -1}.get(word, 0)) if base else None
    year = _year_of(m, anchor)
    return (year, _number(m.group("m"))) if year else None


def _full(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    number = _number(m.group("day"))
    if m.group("rm") or _has_year(m):
        pair = _year_month(m, anchor)
        return d.on_day(*pair, number) if pair else None
    base = anchor.published or anchor.last
    return d.nearest_year(base, _number(m.group("m")), number) if base else None


def _month(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    if m.group("rm") or _has_year(m):
        pair = _year_month(m, anchor)
        whole = d.month(*pair) if pair else None
    else:
        base = anchor.published or anchor.last
        whole = d.nearest_year(base, _number(m.group("m")), None) if base else None
    return _part_of_month(whole, m.group("part")) if whole else None


def _decade(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:  # noqa: ARG001
    first = _number(m.group("y"))
    low, high = {"初め": (0, 2), "初頭": (0, 2), "前半": (0, 4), "半ば": (4, 6), "中頃": (4, 6)}.get(
        m.group("part") or "", (5, 9) if m.group("part") == "後半" else (8, 9) if m.group("part") == "末" else (0, 9)
    )
    return date(first + low, 1, 1), date(first + high, 12, 31)


def _iso(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:  # noqa: ARG001
    return d.on_day(int(m.group("y")), int(m.group("m")), int(m.group("day")))


def _term(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    base, word = anchor.published or anchor.last, m.group("w")
    if base is None:
        return None
    if word[1] in _SEASON:
        return d.season(base.year + {"昨": -1, "今": 0, "来": 1}[word[0]], _SEASON[word[1]])
    whole = d.month(base.year, base.month)
    if word in {"月末", "月初め"}:
        return _part_of_month(whole, "末" if word == "月末" else "初め") if whole else None
    months = {"年初": (1, 1), "年明け": (1, 1), "年末": (12, 12), "年内": (base.month, 12)}[word]
    low, high = d.month(base.year, months[0]), d.month(base.year, months[1])
    return (low[0], high[1]) if low and high else None


def _next(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    base = anchor.last or anchor.published
    if base is None:
        return None
    number = _number(m.group("m"))
    whole = d.month(base.year + (m.group("w") == "翌" and number < base.month), number)
    return _part_of_month(whole, m.group("part")) if whole else None


def _part_of_month(whole: tuple[date, date], part: str | None) -> tuple[date, date]:
    low, high = whole
    if part in {"上旬", "初め", "初旬"}:
        return low, low.replace(day=10)
    if part in {"中旬", "半ば"}:
        return low.replace(day=11), low.replace(day=20)
    if part in {"下旬", "末"}:
        return low.replace(day=21), high
    return whole


def _season(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    base = anchor.published or anchor.last
    year = _year_of(m, anchor) if _has_year(m) else (base.year if base else None)
    if year is None:
        return None
    return d.season(year, _SEASON[m.group("s")])


def _year(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    year = _year_of(m, anchor)
    if year is None:
        return None
    part = m.group("part")
    if part and part in _SEASON:
        return d.season(year, _SEASON[part])
    months = {"初め": (1, 2), "前半": (1, 6), "半ば": (5, 8), "後半": (7, 12), "末": (11, 12)}.get(part or "")
    if months:
        low, high = d.month(year, months[0]), d.month(year, months[1])
        return (low[0], high[1]) if low and high else None
    return d.year(year)


def _day(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    number, word = _number(m.group("day")), m.group("rd")
    base = (anchor.last or anchor.published) if word else (anchor.published or anchor.last)
    if base is None:
        return None
    if word == "同":
        return d.on_day(base.year, base.month, number)
    return d.last_named_day(base, number, future=word == "翌")


def _ago(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    back = m.group("dir") != "後"
    base = anchor.published if back else (anchor.last or anchor.published)
    if base is None or m.group("n") == "数":
        return None
    return _step(base, _number(m.group("n")) * (-1 if back else 1), m.group("unit"))


def _step(base: date, count: int, unit: str) -> tuple[date, date] | None:
    try:
        if unit == "日":
            return d.day(base + timedelta(days=count))
        if unit == "週間":
            return d.week(base, count)
        if unit == "年":
            return d.year(base.year + count)
        if unit == "時間":
            return d.day(base + timedelta(hours=count))
    except OverflowError:
        return None
    return d.month(*d.shift_month(base, count))


def _within(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    base = anchor.last or anchor.published
    if base is None or m.group("n") == "数":
        return None
    count, unit = _number(m.group("n")), m.group("unit")
    days = {"日": 1, "週間": 7, "時間": 0, "年": 365}.get(unit, 30) * count
    return base, base + timedelta(days=min(days, 36500))


def _relday(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    word = m.group("w")
    base = (anchor.here if word in {"前日", "前夜"} else None) or anchor.published
    if word in {"同日", "当日", "翌日", "翌々日"}:
        base = anchor.last or anchor.published
    return d.day(base + timedelta(days=_RELATIVE_DAY.get(word, 0))) if base else None


def _week(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    if anchor.published is None:
        return None
    word = m.group("w")
    low, high = d.week(anchor.published, _WEEKS[word])
    if m.group("wd"):
        return d.day(low + timedelta(days=_WEEKDAY.index(m.group("wd"))))
    if m.group("part") == "末":
        return d.weekend(anchor.published, _WEEKS[word])
    return (anchor.published, high) if word == "週内" else (low, high)


def _weekend(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    if anchor.published is None:
        return None
    weeks = {"先週末": -1, "来週末": 1}.get(m.group("w"), 0)
    return d.weekend(anchor.published, weeks)


def _weekday(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:
    if anchor.published is None:
        return None
    back = (anchor.published.weekday() - _WEEKDAY.index(m.group("wd"))) % 7
    return d.day(anchor.published - timedelta(days=back))


def _now(m: re.Match[str], anchor: Anchor) -> tuple[date, date] | None:  # noqa: ARG001
    return d.month(anchor.published.year, anchor.published.month) if anchor.published else None


_RESOLVE: dict[str, Callable[[re.Match[str], Anchor], tuple[date, date] | None]] = {
    "full": _full, "month": _month, "season": _season, "year": _year, "day": _day, "ago": _ago, "within": _within,
    "decade": _decade, "iso": _iso, "term": _term, "next": _next, "relday": _relday, "week": _week,
    "weekend": _weekend, "weekday": _weekday, "now": _now,
}  # fmt: skip
