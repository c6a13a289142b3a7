"""The patterns of English date words, each with the kind of expression it finds."""

from __future__ import annotations

import re

_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?P<m>(?:{_LONG})|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR_NUMBER = r"1[5-9]\d\d|20\d\d"
_YEAR = rf"(?P<y>{_YEAR_NUMBER})"
_WEEKDAY = r"(?P<wd>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_N = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of)"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|hour|minute)s?"
_PART = r"(?:(?P<part>early|mid|late|the beginning of|the start of|the middle of|the end of)[ -])?"
_OPEN = r"(?:(?P<open>since|until|till|by|before|from)\s+(?:about |around |as early as )?)?"
_TURN = r"(?P<part>the beginning of|the start of|the middle of|the end of)"
_NTH = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)"
_OPENS = r"(?:(?P<open>since|until|till|by|before)\s+)?"
_HOURS = r"(?:(?:the\s+)?(?:(?:early|late|small)\s+hours|night|morning|evening|afternoon|eve)\s+of\s+)?"
_TO = r"\s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\btill\b)\s*"
_BETWEEN = r"(?i:(?:\b(?:between|from)\s+)?)"
_ABOUT = r"(?:(?P<about>around|about|circa)\s+)?"
_LATER = r"(?:(?P<part>early|late|earlier|later)\s+)?"
_COMING = r"(?:within|in\s+the\s+(?:next|coming)|over\s+the\s+(?:next|coming))\s+(?:the\s+(?:next|coming)\s+)?"
_DAYS = (
    "the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|overnight|last night|"
    "this morning|this afternoon|this evening|earlier in the day|later in the day|earlier today|later today|"
    "the same day|that day|the next day|the following day|a day later|a day earlier|the previous day|"
    "the day before|the night before|that night|the next morning|the following morning"
)
_WEEKS = (
    "last week|this week|next week|the previous week|the following week|the week before|"
    "last weekend|this weekend|next weekend|the weekend"
)
_MONTHS = "last month|this month|next month|the previous month|the following month"
_YEARS = "last year|this year|next year|the previous year|the following year|that year|the same year"
_NO_YEAR = r"(?!\s*(?:[-–]\d|metres|meters|km|troops|soldiers|men|people))"
_CASED = {"full", "us", "month", "year", "season"}
_BY_MONTH = (
    rf"(?i:{_OPEN}{_PART})\b{_MONTH}(?:\s+(?:of\s+)?{_YEAR}|\s+(?P<ry>last year|this year|next year))?"
    r"(?![\w'’-])"
)
_BY_SEASON = (
    rf"(?i:{_OPEN}{_PART})\b(?:the\s+)?(?:(?P<rel>last|this|next|past)\s+)?(?P<s>spring|summer|autumn|winter)"
    rf"(?:\s+of\s+{_YEAR}|\s+(?P<y2>{_YEAR_NUMBER}))?\b(?=[\s,.;:]|$)"
)
_BY_AGO = (
    rf"\b(?:(?P<about>about|around|some|nearly|almost)\s+)?{_N}\s+{_UNIT}\s+"
    r"(?P<dir>ago|earlier|later|before|after that|on)\b(?!\s+(?:the|a)\b)"
)
_BY_WEEKDAY = (
    rf"{_OPENS}{_HOURS}(?:\b(?P<part>late|early)\s+)?(?:on\s+(?=[A-Z]))?"
    rf"\b(?:(?P<rel>last|this|next|the following|the previous|the same)\s+)?{_WEEKDAY}\b"
    r"(?:\s+(?P<of>last week|next week|morning|afternoon|evening|night))?"
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
        (
            "days",
            _BY_DAYS,
        ),
        (
            "usdays",
            _BY_US_DAYS,
        ),
        ("years", rf"(?i:\b(?:between|from|in)\s+)?\b(?P<y>{_YEAR_NUMBER}){_TO}(?P<y2>{_YEAR_NUMBER}|\d\d)\b"),
        ("full", rf"(?i:{_OPEN}{_ABOUT}{_HOURS})\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?(?!\w)"),
        ("us", rf"(?i:{_OPEN}{_ABOUT}{_HOURS})\b{_MONTH}\s+{_DAY}\b(?:,?\s+{_YEAR})?(?![\w:.]*\d)"),
        ("month", _BY_MONTH),
        ("season", _BY_SEASON),
        ("ago", _BY_AGO),
        ("within", rf"\b{_COMING}{_N}\s+(?P<unit>day|week|month|year|hour)s?\b(?!\s+(?:of|since))"),
        ("lastn", rf"\b(?:over|in|during|for)?\s*the\s+(?:last|past)\s+{_N}\s+{_UNIT}\b"),
        ("weekday", _BY_WEEKDAY),
        ("relday", rf"{_OPENS}\b(?P<w>{_DAYS})\b"),
        ("dayafter", _BY_DAY_AFTER),
        ("week", rf"{_OPENS}\b{_LATER}(?P<w>{_WEEKS})\b"),
        ("relmonth", rf"{_OPENS}\b{_LATER}(?P<w>{_MONTHS})\b"),
        ("relyear", rf"{_OPENS}\b{_LATER}(?P<w>{_YEARS})\b(?!['’]s)"),
        ("year", rf"(?i:(?P<open>since|until|till|by|before|from|in|of|during)\s+)(?i:{_PART})\b{_YEAR}\b{_NO_YEAR}"),
        ("paren", rf"(?<=\(){_YEAR}(?=\))"),
        ("turn", rf"{_OPENS}\b{_TURN}\s+(?P<w>(?:last|this|next|the)\s+(?:month|year))\b(?!['’]s)"),
        ("decade", rf"{_OPEN}\b(?:the\s+)?{_PART}(?P<y>1[5-9]\d0|20\d0)s\b"),
        ("nth", rf"\bon the {_NTH}\b(?=\s*(?:[,.;:]|$)|\s+(?:and|at|in|after|before|when|that|by|with)\b)"),
    )
)
CUES = re.compile(
    r"(?P<number>\d)|(?P<month>Jan|Feb|Mar|Apr|May|June?|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"(?P<season>(?i:spring|summer|autumn|winter))|"
    r"(?P<unit>(?i:day|week|month|year|hour|minute|night|morning|today|tomorrow|afternoon|evening))"
)
"""What every date expression has one of; most sentences have none."""
NEEDS: dict[str, set[str]] = {
    "days": {"number", "month"}, "usdays": {"number", "month"}, "years": {"number"},
    "iso": {"number"}, "full": {"number", "month"}, "us": {"number", "month"}, "month": {"month"},
    "season": {"season"}, "ago": {"unit"}, "within": {"unit"}, "lastn": {"unit"}, "weekday": {"unit"},
    "relday": {"unit"}, "dayafter": {"unit"}, "week": {"unit"}, "relmonth": {"unit"}, "relyear": {"unit"},
    "year": {"number"}, "paren": {"number"}, "turn": {"unit"}, "decade": {"number"}, "nth": {"number"},
}  # fmt: skip
DATELINE = re.compile(
    r"^\s*(?:[A-Z][A-Z’'/ .-]{2,40}(?:,\s*[A-Z][a-z]+)?(?:,\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2})?\s*"
    r"(?:\([A-Za-z ]+\)\s*)?[-–—]{1,2}\s+|\d{1,2}[:.]\d{2}\s+(?:[A-Z]{2,4}\s+)?(?:[-–—:]\s*)?)"
)
AHEAD = re.compile(
    r"(?i)\b(?:will|would|shall|(?:could|may|might|must|should)(?!\s+(?:not\s+)?have\b)|"
    r"is due|are due|due to|scheduled|no later than|"
    r"is expected|are expected|is to|are to|plans? to|planned for|set for|going to)\b"
)
MAY_BE_DATE = re.compile(
    r"(?i)\b(?:in|since|until|till|by|of|last|this|next|early|late|mid|from|before|during|and|to|on|end of)[ -]*$"
)
