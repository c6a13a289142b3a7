"""The answer of ``casus where`` as text: labelled lines, in English or Japanese."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
import unicodedata
from typing import TYPE_CHECKING

from casus.records import NamedPoint, Whereabouts
from casus.territory.account import labelled, owner, peacekeepers_words, span_words
from casus.territory.describe import party_name
from casus.vocabulary.phrases import say

if TYPE_CHECKING:
    from casus.territory.territory import Territory

LABEL = 12


def to_text(answer: Whereabouts, room: Territory, language: str) -> str:
    """Write an answer: what was asked, hints, the finding, forces between the sides, namesakes, years."""
    lines = [_title(answer, language)]
    told: list[tuple[str, str]] = []
    if answer.hint:
        told.append(("hint", answer.hint))
    if answer.near:
        near = say("where_near", km=f"{answer.near.km:g}", place=answer.near.name)
        told.append(("nearest", near[language]))
    if answer.position:
        told.append(("position", _position(answer, answer.position, language)))
    told += room.account(answer.finding, language)
    told += [("between", peacekeepers_words(force)[language]) for force in answer.peacekeepers]
    if answer.others:
        told.append(("also so", "; ".join(_other(o) for o in answer.others)))
    told += [("standing", span_words(span)[language]) for span in answer.spans]
    return "\n".join([*lines, *(line for label, words in told for line in _wrapped(labelled(label, language), words))])


def _title(answer: Whereabouts, language: str) -> str:
    found = answer.finding
    name = found.name.get(language) or found.name.get("en", found.place)
    asked = answer.asked.strip()
    day = str(found.on) if answer.day_given else say("where_today", day=str(found.on))[language]
    key = "where_title" if name.casefold() == asked.casefold() else "where_title_asked"
    return say(key, place=name, asked=asked, day=day)[language]


def _position(answer: Whereabouts, party: str, language: str) -> str:
    names = {lang: party_name(party, lang) for lang in ("en", "ja")}
    if answer.holder_in_position is None:
        return say("where_no_view", party=names)[language]
    return say("where_in_view", party=names, holder=owner(answer.holder_in_position))[language]


def _other(other: NamedPoint) -> str:
    at = f" ({other.lat:g},{other.lon:g})" if other.lat is not None and other.lon is not None else ""
    return f"{other.name}, {other.within}{at}"


def _wrapped(label: str, words: str) -> list[str]:
    width = max(60, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 110
    head = f"  {label}{' ' * max(1, LABEL - _columns(label))}"
    following = " " * _columns(head)
    if _columns(words) == len(words):
        return textwrap.wrap(words, width, initial_indent=head, subsequent_indent=following, break_long_words=False)
    rows = [""]
    for piece in re.findall(r"[!-~]{1,40}|.", words):
        if _columns(rows[-1] + piece) > width - len(following):
            rows.append("")
        rows[-1] += piece if rows[-1] or piece != " " else ""
    return [(following if n else head) + row for n, row in enumerate(rows)]


def _columns(words: str) -> int:
    """Give how many columns of a terminal words take: wide letters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)
