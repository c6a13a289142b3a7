"""Articles as Japanese writes them: ``Article IV, second paragraph`` is 第4条第2項."""

from __future__ import annotations

import re

from casus.records import Words
from casus.vocabulary.phrases import both, same

_NUMBER = r"(\d+|[IVX]+)"
_UNIT = "(Article|Section|paragraph|point)"
_ONE = re.compile(rf"{_UNIT} {_NUMBER}((?:\([0-9a-z]+\))*)(?:, (first|second|third) paragraph)?")
_QUALIFIED = re.compile(r"(.+) \(([a-z ]+)\)")
_SOME = re.compile(rf"(Articles|paragraphs|points) {_NUMBER}((?:(?:, | and | to |-|–)(?:\d+|[IVX]+))+)")
_UNITS = {"article": "条", "section": "節", "paragraph": "項", "point": "項"}
_QUALIFIERS = {
    "aid": "援助",
    "concert": "協調",
    "consultation": "協議",
    "measures": "措置",
    "meeting": "会合",
    "participation": "参加",
    "use of armed forces": "軍隊の使用",
}
"""What is told apart within an article, where it promises more than one thing."""
_ORDINALS = {"first": 1, "second": 2, "third": 3}
_ROMAN = {"I": 1, "V": 5, "X": 10}


def cite_words(cite: str, ja: str = "") -> Words:
    """Write a citation in English and Japanese; ``ja`` is what the law file says it is called.

    >>> cite_words("Article 2, second paragraph")["ja"], cite_words("Article IV(1)")["ja"]
    ('第2条第2項', '第4条第1項')
    >>> cite_words("Articles 52-54")["ja"], cite_words("Articles 10, 21 and 28")["ja"]
    ('第52条～第54条', '第10条、第21条、第28条')
    >>> cite_words("Article 2, second paragraph (consultation)")["ja"]
    '第2条第2項(協議)'
    >>> cite_words("letters exchanged")
    {'en': 'letters exchanged'}
    >>> cite_words("letters exchanged", "交換書簡")["ja"]
    '「交換書簡」'
    """
    words = ja or _japanese(cite)
    return both(cite, words if words.startswith(("第", "「")) or not words else f"「{words}」")


def under_words(under: str, title: Words | None = None) -> Words:
    """Write what a request is said to be made under: an instrument and an article, or an article alone.

    ``title`` is what the instrument is called, where it is one of the law files.

    >>> under_words("集団安全保障条約, Article 2")["ja"], under_words("Article 4")["ja"]
    ('集団安全保障条約第2条', '第4条')
    >>> under_words("集団安全保障条約, Article 2", {"en": "Collective Security Treaty", "ja": "集団安全保障条約"})["en"]
    'Collective Security Treaty, Article 2'
    """
    treaty, found, cite = under.rpartition(", Article")
    article = f"Article{cite}" if found else under
    words = cite_words(article)
    if title and found:
        return {"en": f"{title['en']}, {article}", "ja": title.get("ja", treaty) + words.get("ja", article)}
    if "ja" not in words:
        return title or same(under)
    return {"en": under, "ja": treaty + words["ja"]}


def _japanese(cite: str) -> str:
    """Write what follows the pattern of an article; empty where it does not."""
    if (whole := _QUALIFIED.fullmatch(cite)) and whole[2] in _QUALIFIERS:
        article = _japanese(whole[1])
        return article and f"{article}({_QUALIFIERS[whole[2]]})"
    if one := _ONE.fullmatch(cite):
        unit, number, inner, part = one.groups()
        below = "".join(_below(step) for step in re.findall(r"\(([0-9a-z]+)\)", inner))
        return _article(unit, number) + below + (f"第{_ORDINALS[part]}項" if part else "")
    if some := _SOME.fullmatch(cite):
        unit, first, rest = some.groups()
        out = _article(unit[:-1], first)
        for mark, number in re.findall(r"(, | and | to |-|–)(\d+|[IVX]+)", rest):
            out += ("、" if mark in (", ", " and ") else "～") + _article(unit[:-1], number)
        return out
    return ""


def _article(unit: str, number: str) -> str:
    return f"第{number if number.isdigit() else _arabic(number)}{_UNITS[unit.lower()]}"


def _below(step: str) -> str:
    """Write a numbered paragraph, or a letter in its brackets."""
    return f"第{step}項" if step.isdigit() else f"({step})"


def _arabic(roman: str) -> int:
    """Read a Roman number.

    >>> _arabic("IX"), _arabic("VIII")
    (9, 8)
    """
    values = [_ROMAN[c] for c in roman]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
