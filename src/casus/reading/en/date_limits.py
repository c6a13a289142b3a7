"""The tense an English date stands in: the clause tells of what was or of what is to come, or the day is a limit."""

from __future__ import annotations

import re

from casus.reading.date_choices import Tense

_BOUNDS = re.compile(r"[;:.—]|, (?:and|but|while)\b|\b(?:that|which|who|after|before|when)\b", re.IGNORECASE)
_SAYING = r"(?:said|says|told|announced|warned|reported|added|accused|claimed|declared|confirmed|denied|stated)"
_SAID_THEN = re.compile(rf"\b{_SAYING}(?:\s+\w+){{0,3}}\s*$", re.IGNORECASE)
_AHEAD = (
    r"(?:will|would|shall|(?:could|may|might|must|should)(?!\s+(?:not\s+)?have\b)|"
    r"(?:is|are) (?:due|set|scheduled|expected|to)|due to|scheduled|no later than|plans? to|planned for|set for|"
    r"going to|expires?)\b"
)
_BOUND_TO = r"(?:agreed|vowed|pledged|promised|threatens?|hopes?|intends?|wants?|ordered)\s+(?:\w+\s+){0,3}to\b"
_PAST = (
    r"(?:was|were|had|did|has|have|[a-z]{2,}ed|(?:re|over|under|out|with|up|for)?(?:began|begun|blew|broke|brought|built|"
    r"came|caught|cut|drew|drove|fell|fled|flew|fought|found|gave|got|grew|held|hit|kept|knew|laid|led|left|lost|made|met|"
    r"paid|put|ran|rose|said|sank|saw|sent|set|shook|shot|sought|spoke|stood|stole|struck|swept|swore|threw|told|took|went|"
    r"won|wrote))\b"
)
_BEFORE = re.compile(rf"\b(?:(?P<future>(?i:{_BOUND_TO}|{_AHEAD}))|(?P<past>{_PAST}))")
"""What tells the tense before an expression."""
_AFTER = re.compile(rf"\b(?:(?P<future>(?i:{_AHEAD}))|(?P<past>{_PAST}))")
"""What tells it after one: the first counts, and who ordered something to be done has ordered it by then."""
_AHEAD_WORDS = re.compile(rf"\b(?:{_BOUND_TO}|{_AHEAD})", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)


def tense(text: str, start: int, end: int) -> Tense:
    """Does the clause around an expression tell of what was, or of what is to come?

    >>> tense("Ministers will meet on Friday.", 23, 29), tense("The armies clashed in May.", 22, 25)
    ('future', 'past')
    >>> tense("On 1 May the court ordered them to leave.", 3, 8), tense("It ordered them to leave by May.", 28, 31)
    ('past', 'future')
    """
    before = _BOUNDS.split(text[:start])[-1]
    if _SAID_THEN.search(before):
        return "past"
    told = {m.lastgroup for m in _BEFORE.finditer(before)}
    if not told:
        first = _AFTER.search(_BOUNDS.split(text[end:], maxsplit=1)[0])
        told = {first.lastgroup} if first else set()
    return "future" if "future" in told else "past" if told else ""


def is_point(m: re.Match[str]) -> bool:
    """Is an until no limit but the day of the clause itself (not until Friday did they admit it)?

    >>> is_point(re.search("(?P<open>until) May", "Not until May did they admit it."))
    True
    """
    opening = (m.group("open") or "").lower()
    before = _BOUNDS.split(m.string[: m.start("open")])[-1] if opening in {"until", "till"} else ""
    return _NOT.search(before) is not None and tense(m.string, m.start(), m.end()) == "past"


def is_limit(m: re.Match[str]) -> bool:
    """Is it the day by which something is to be done (must leave by Friday; until Sunday to reply)?"""
    opening = (m.group("open") or "").lower()
    if opening == "by":
        before, after = m.string[: m.start()], _BOUNDS.split(m.string[m.end() :], maxsplit=1)[0]
        had_by = " had " in after and _AHEAD_WORDS.search(before) is None  # by Monday they had taken the town
        return not had_by and before.rfind(" had ") <= max(before.rfind(" to "), before.rfind(" would "))
    if opening == "no later than":
        return True
    return opening in {"until", "till"} and re.match(r"\s+to\s+\w", m.string[m.end() :]) is not None
