"""The tense a Russian date stands in: what was (подписали в январе), or what is to come (должны встретиться)."""

from __future__ import annotations

import re

from casus.reading.date_choices import Tense
from casus.reading.ru.morphology import forms

_CLAUSE_MARKS = (",", ";", ":", "—", "«")
_MARKS = ((*_CLAUSE_MARKS, " и "), _CLAUSE_MARKS, _CLAUSE_MARKS[1:])
"""What bounds the words that tell the tense: the nearest ones first."""
_LETTERS = re.compile(r"[А-Яа-яЁё-]+")
_TO_COME = re.compile(
    r"(?<!\w)(?:долж[не]\w*|обяза[нл]\w*|намер\w+|предстоит|планиру\w+|собира[ею]тся|ожида[ею]тся|готов\w*|гроз[яи]т\w*"
    r"|требу[ею]т|обеща[ею]т)(?!\w)",
    re.IGNORECASE,
)


def tense(text: str, match: re.Match[str]) -> Tense:
    """Does the clause an expression stands in tell of what was, or of what is to come?

    Where no verb stands between the commas around it (зимой Эфиопия, скорее всего, перейдёт), the wider clause tells;
    where и joins two verbs, the one on the same side of it.
    """
    return next((told for marks in _MARKS if (told := _between(text, match, marks))), "")


def _between(text: str, match: re.Match[str], marks: tuple[str, ...]) -> Tense:
    start = max(text.rfind(mark, 0, match.start()) for mark in marks) + 1
    end = min((i for mark in marks if (i := text.find(mark, match.end())) >= 0), default=len(text))
    words = _LETTERS.findall(text[start : match.start()] + text[match.end() : end])
    told = {f.tense for word in words for f in forms(word)[:1] if f.pos in {"VERB", "PRTS"}}
    if "past" in told:
        return "past" if "," in marks or "futr" not in told else ""
    return "future" if "futr" in told or _TO_COME.search(text, start, end) else ""
