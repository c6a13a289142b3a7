"""The patterns of English date words, each with the kind of expression it finds."""

# ruff: noqa: E501 - a pattern is easier to check in one piece
from __future__ import annotations

import re

_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?P<m>(?:{_LONG})|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, 1)}
_ORDINAL = "|".join(sorted(ORDINALS, key=lambda w: (-len(w), w)))
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100, "a couple of": 2,
    "a few": 3, "several": 3,
}  # fmt: skip
DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip
_YEAR_NUMBER = r"1[5-9]\d\d|20\d\d"
_YEAR = rf"(?P<y>{_YEAR_NUMBER})"
_WEEKDAY = r"(?P<wd>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_N = r"(?P<n>\d{1,3}|" + "|".join(sorted(COUNTS, key=lambda w: (-len(w), w))) + ")"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|hour|minute)s?"
_PARTS = (
    r"(?:the\s+)?(?P<part>early|mid|late|(?:the\s+)?(?:beginning|start|middle|end|(?:first|second|third|fourth|last)\s+"
    r"(?:half|quarter|week))\s+of)[\s-]+(?:the\s+)?"
)
_PART = rf"(?:{_PARTS})?"
_OPEN_WORDS = r"(?P<open>since|until|till|by|before|from|after|through|no later than)"
_OPEN = rf"(?:{_OPEN_WORDS}\s+(?:about |around |as early as )?)?"
_NTH = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)"
_OPENS = r"(?:(?P<open>since|until|till|by|before|through|no later than)\s+)?"
_HOURS = r"(?:(?:the\s+)?(?:(?:early|late|small)\s+hours|night|morning|evening|afternoon|eve)\s+of\s+)?"
_TO = r"\s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\btill\b)\s*"
_BETWEEN = r"(?i:(?:\b(?:between|from)\s+)?)"
_ABOUT = r"(?:(?P<about>around|about|circa)\s+)?"
_LATER = r"(?:(?P<part>early|late|earlier|later)\s+)?"
_COMING = r"(?:within|in\s+the\s+(?:next|coming)|over\s+the\s+(?:next|coming))\s+(?:the\s+(?:next|coming)\s+)?"
_DAYS = (
    "the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|overnight|last night|last evening|hours earlier|hours later|minutes earlier|minutes later|"
    "this morning|this afternoon|this evening|earlier in the day|later in the day|earlier today|later today|"
    "the same day|that day|the next day|the following day|a day later|a day earlier|the previous day|"
    r"the day before|the night before|that night|the next morning|the following morning|the day after(?=\s*[,.;]|$)"
)
_WEEKS = (
    "last week|this week|next week|the previous week|the following week|the week before|the same week|that week|"
    "last weekend|this weekend|next weekend|the weekend"
)
_MONTHS = "last month|this month|next month|the previous month|the following month|the same month|that month"
_YEARS = "last year|this year|next year|the previous year|the following year|that year|the same year"
_NO_YEAR = r"(?!\s*(?:[-–]\d|metres|meters|km|troops|soldiers|men|people))"
_END = r"(?=\s+(?:the|an?|its|his|their|and|but|or|when|by|to|in|at|on|after|before|during|under)\b|\s*[,.;:)]|\s*$)"
_CASED = {"full", "us", "month", "year", "season", "spelt", "nth"}
_BY_MONTH = (
    rf"(?i:{_OPEN}{_PART}(?:(?P<rel>last|this|next)\s+)?)\b{_MONTH}(?:\s+(?:of\s+)?{_YEAR}"
    rf"|,\s+(?P<y2>{_YEAR_NUMBER})(?=\s*[,.;:)]|$)|\s+(?:of\s+)?(?P<ry>{_YEARS}))?"
    r"(?![\w'’-])"
)
_BY_SEASON = (
    rf"(?i:{_OPEN}{_PART})\b(?:the\s+)?(?:(?P<rel>last|this|next|past)\s+)?(?P<s>spring|summer|autumn|winter|fall)"
    rf"(?:\s+of\s+{_YEAR}|\s+(?P<y2>{_YEAR_NUMBER})|\s+(?:of\s+)?(?P<ry>{_YEARS}))?"
    r"(?:[-–/](?P<over>\d{4}|\d\d))?\b(?=[\s,.;:]|$)"
)
_BY_AGO = (
    rf"\b(?:(?P<about>about|around|some|nearly|almost|(?P<sharp>exactly|precisely))\s+)?{_N}\s+{_UNIT}\s+"
    r"(?:(?P<dir>ago|earlier|later|after that|(?:before|on)(?!\s+(?:the|a|an|his|her|its|their|[A-Z])\b))\b"
    r"(?P<to>\s+to the day)?)"
)
_BY_WEEKDAY = (
    rf"{_OPENS}{_HOURS}(?:\b(?P<part>late|early)\s+)?(?:on\s+(?=[A-Z]))?"
    rf"\b(?:(?P<rel>last|this|next|the following|the previous|the same)\s+)?{_WEEKDAY}\b"
    r"(?:\s+(?:of\s+)?(?P<of>last week|next week|morning|afternoon|evening|night))?"
)
_BY_DAY_AFTER = (
    r"\b(?P<w>a day|the day|two days|a week|hours)\s+(?P<dir>after|before)\b"
    r"(?=\s+(?:a|an|the|his|her|its|their|[A-Z]))"
)
_BY_DAYS = (
    rf"(?i:{_HOURS}){_BETWEEN}\b(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?:\s+{_MONTH})?{_TO}"
    rf"(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\s+(?P<m2>{_LONG})(?:,?\s+{_YEAR})?(?!\w)"
)
_BY_US_DAYS = (
    rf"{_BETWEEN}\b{_MONTH}\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?{_TO}(?:(?P<m2>{_LONG})\s+)?"
    rf"(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?\s+{_YEAR})?(?![\w:.]*\d)"
)
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, 0 if kind in _CASED else re.IGNORECASE))
    for kind, pattern in (
        ("iso", r"\b(?P<y>\d{4})-(?P<mm>\d\d)-(?P<dd>\d\d)\b"),
        ("strokes", rf"(?<![\w/])(?P<dd>[0-3]?\d)/(?P<mm>[0-3]?\d)/{_YEAR}(?![\w/])"),
        ("days", _BY_DAYS),
        ("usdays", _BY_US_DAYS),
        ("years", rf"(?i:\b(?:between|from|in)\s+)?\b(?P<y>{_YEAR_NUMBER}){_TO}(?P<y2>{_YEAR_NUMBER}|\d\d)\b(?![-–/]\d)"),
        ("full", rf"(?i:{_OPEN}{_ABOUT}{_HOURS})\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?(?!\w)"),
        ("spelt", rf"(?i:{_OPEN}{_ABOUT}(?:the\s+)?(?P<dw>{_ORDINAL})\s+of\s+){_MONTH}(?:,?\s+{_YEAR})?(?!\w)"),
        ("us", rf"(?i:{_OPEN}{_ABOUT}{_HOURS})\b{_MONTH}\s+{_DAY}\b(?:,?\s+{_YEAR})?(?![\w:.]*\d)"),
        ("month", _BY_MONTH),
        ("season", _BY_SEASON),
        ("ago", _BY_AGO),
        ("recent", r"\b(?:in|over|during)\s+(?:the\s+)?(?P<w>recent|past|last\s+few|past\s+few|coming|next\s+few)\s+(?P<unit>day|week|month|year)s\b"),
        ("within", rf"\b{_COMING}{_N}\s+(?P<unit>day|week|month|year|hour)s?\b(?!\s+(?:of|since))"),
        ("lastn", rf"\b(?:over|in|during|for)?\s*the\s+(?:(?:last|past)\s+{_N}|past)\s+{_UNIT}\b"),
        ("weekday", _BY_WEEKDAY),
        ("relday", rf"{_OPENS}\b(?P<w>{_DAYS})(?!\w)"),
        ("dayafter", _BY_DAY_AFTER),
        ("week", rf"{_OPENS}\b{_LATER}(?P<w>{_WEEKS})\b"),
        ("relmonth", rf"{_OPENS}\b{_LATER}(?P<w>{_MONTHS})\b"),
        ("relyear", rf"{_OPENS}\b{_LATER}(?P<w>{_YEARS})\b(?:['’]s)?"),
        ("year", rf"(?i:(?P<open>since|until|till|by|before|from|after|through|in|of|during|between)\s+(?:the\s+years?\s+)?{_PART})\b{_YEAR}\b{_NO_YEAR}"),
        ("yearpart", rf"{_OPEN}\b{_PARTS}{_YEAR}\b"),
        ("yearabout", rf"\b(?P<about>around|about|circa|ca?\.)\s+{_YEAR}\b{_END}"),
        ("named", rf"\b(?:the|its|their|his|her)\s+{_YEAR}(?=\s+(?!{_LONG}\b)[A-Za-z][\w-]*\b(?<!s)(?<!men)(?<!people))"),
        ("paren", rf"(?<=\(){_YEAR}(?=\))"),
        ("turn", rf"{_OPENS}\b{_PARTS}(?P<w>(?:(?:last|this|next|the previous|the following|that)\s+)?(?:month|year)|(?:(?:last|this|next|the previous|the following|that)\s+)week)\b(?!['’]s)"),
        ("decade", rf"{_OPEN}\b(?:the\s+)?{_PART}(?P<y>1[5-9]\d0|20\d0)s\b"),
        ("shortdecade", rf"{_OPEN}(?<!his )(?<!her )(?<!heir )\b(?:the\s+)?{_PART}(?:['’](?P<y2>[2-9]0)s|(?P<yw>{'|'.join(DECADES)}))\b"),
        ("century", rf"{_OPEN}\b(?:the\s+)?{_PART}(?:(?P<c>\d\d?)(?:st|nd|rd|th)|(?P<cw>{_ORDINAL}))[\s-]centur(?:y|ies)\b(?!\s+BC)"),
        ("nth", rf"\b[Oo]n the {_NTH}\b(?=\s*(?:[,.;:]|$)|\s+(?:and|at|in|after|before|when|that|by|with|the|they|he|she|it|we|[A-Z])\b)"),
        ("holiday", rf"(?P<w>Christmas (?:Day|Eve)|New Year['’]s (?:Day|Eve))(?:,?\s+{_YEAR})?\b"),
    )
)  # fmt: skip
CUES = re.compile(
    r"(?P<number>\d+)|(?P<month>Jan|Feb|Mar|Apr|May|June?|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"(?P<season>(?i:spring|summer|autumn|winter|\bfall\b))|(?P<weekday>(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day))|"
    r"(?P<unit>(?i:day|week|month|year|hour|minute|night|morning|today|tomorrow|afternoon|evening))"
)
"""What every date expression has one of; most sentences have none."""
RARE_CUES = {"short": ("0s", "ties"), "century": ("centur",), "holiday": ("Christmas ", "New Year")}
"""The same for expressions that are rare: looked for as they stand."""
NEEDS: dict[str, set[str]] = {
    "days": {"number", "month"}, "usdays": {"number", "month"}, "years": {"four"}, "strokes": {"four"},
    "iso": {"four"}, "full": {"number", "month"}, "us": {"number", "month"}, "month": {"month"},
    "season": {"season"}, "ago": {"unit"}, "within": {"unit"}, "lastn": {"unit"}, "weekday": {"weekday"},
    "relday": {"unit"}, "dayafter": {"unit"}, "week": {"unit"}, "relmonth": {"unit"}, "relyear": {"unit"},
    "year": {"four"}, "paren": {"four"}, "turn": {"unit"}, "decade": {"four"}, "nth": {"number"},
    "yearpart": {"four"}, "yearabout": {"four"}, "named": {"four"}, "shortdecade": {"short"},
    "century": {"century"}, "holiday": {"holiday"}, "recent": {"unit"}, "spelt": {"month"},
}  # fmt: skip
CLOCK = re.compile(
    r"\b(?:at|by|around|about|before|after|until|since|from)\s+(?:about\s+|around\s+)?(?P<w>\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.)"
    r"|(?:first\s+)?(?:noon|midday|midnight|dawn|daybreak|nightfall|sunrise|sunset|dusk))(?!\w)",
    re.IGNORECASE,
)
"""A time of day, which says only when on the day that is told of."""
DATELINE = re.compile(
    r"^\s*(?:[A-Z][A-Z’'/ .-]{2,40}(?:,\s*[A-Z][a-z]+)?(?:,\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2})?\s*"
    r"(?:\([A-Za-z ]+\)\s*)?[-–—]{1,2}\s+|\d{1,2}[:.]\d{2}\s+(?:[A-Z]{2,4}\s+)?(?:[-–—:]\s*)?)"
)
MAY_BE_DATE = re.compile(
    r"(?i)\b(?:in|since|until|till|by|of|last|this|next|early|late|mid|from|before|during|and|to|on|end of)[ -]*$"
)
