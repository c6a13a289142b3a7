"""The tense a Japanese date stands in: what is told, or what is to come (会談する予定だ)."""

from __future__ import annotations

import re

from casus.reading.date_choices import Tense

_TO_COME = r"予定|見通し|見込み|方針|計画(?!し)|つもり|だろう|なければならない|べきだ|期限"
_VERB_END = r"[うくすつぬむぐぶ]|(?<!あ)る"
_FINITE = re.compile(
    rf"(?P<lasting>[てで]い?る(?=と|。|」|$|が、))|(?P<ahead>{_TO_COME}"
    rf"|(?:{_VERB_END})(?=と(?!き|ころ|も)|。|」|$|よう|こと[でにを]|という))"
    r"|(?P<past>[^まか]た(?=と(?!き|ころ|も|は)|。|、|」|$|が、|ため|ほか|もの|という|こと[をで]|後)|だった|であった)"
)
_LASTING = re.compile(r"[てで]い(?:る|た|ます|ない)|続[いけ]|続く")
_BEGINNING = re.compile(r"始[まめ]|開始|着手")


def tense(text: str, end: int) -> Tense:
    """Does the predicate an expression belongs to tell of what was, or of what is to come?

    A day set off by a comma belongs to the last predicate of the sentence, or the last before …が、; any other to the
    next predicate.

    >>> tense("両国は25日に会談すると発表した。", 6), tense("国防省は12日、軍が撤退すると発表した。", 7)
    ('future', 'past')
    """
    whole = text.startswith("、", end)
    kind: str | None = None
    for match in _FINITE.finditer(text, end):
        kind = match.lastgroup
        if not whole or text.startswith("が、", match.end()):
            break
    return "future" if kind == "ahead" else "past" if kind == "past" else ""


def goes_on(text: str, end: int) -> bool:
    """Does the clause after から tell of something that lasts (2014年から支配している), not of its beginning?"""
    stop = min((i for i in (text.find("、", end), text.find("。", end)) if i >= 0), default=len(text))
    clause = text[end:stop]
    return _LASTING.search(clause) is not None and _BEGINNING.search(clause) is None


def had_happened(text: str, end: int) -> bool:
    """Does the sentence tell of what had happened before what was told (占拠していた)?"""
    return re.search(r"[てで]いた(?:。|$)", text[end:]) is not None
