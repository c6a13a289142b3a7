"""The nominatives that a Russian name in another case may have, by its endings alone: candidates, never an answer."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ского", ("ский", "ское")), ("скому", ("ский", "ское")), ("ским", ("ский", "ское", "ские")),
    ("ском", ("ский", "ское", "ск")), ("ской", ("ская",)), ("скую", ("ская",)), ("ских", ("ские",)),
    ("ого", ("ый", "ой", "ое")), ("его", ("ий", "ее")), ("ому", ("ый", "ой", "ое")), ("ым", ("ый", "ой", "ое")),
    ("ую", ("ая",)), ("юю", ("яя",)), ("ых", ("ые",)), ("их", ("ие",)), ("ой", ("ая", "а")),
    ("ей", ("яя", "я", "ь", "а")),
    ("иями", ("ии", "ия")), ("ами", ("ы", "и", "а")), ("ями", ("и", "я")), ("ах", ("ы", "и", "а")), ("ях", ("и", "я")),
    ("иям", ("ии",)), ("ам", ("ы", "и", "а")), ("ям", ("и", "я")), ("ии", ("ия", "ий")), ("ию", ("ия", "ий")),
    ("ия", ("ий",)), ("ием", ("ий", "ие")), ("ией", ("ия",)), ("ом", ("", "о", "ой", "ое", "ый")),
    ("ем", ("", "ь", "й", "е")),
    ("ём", ("", "ь", "й")), ("ью", ("ь", "ье")), ("ов", ("ы", "и")), ("ев", ("и", "ы")), ("ка", ("ок", "ек")),
    ("ке", ("ок", "ек")), ("ку", ("ок", "ек")), ("ца", ("ец",)), ("це", ("ец",)), ("цу", ("ец",)), ("цом", ("ец",)),
    ("е", ("", "а", "я", "о", "ь", "й")), ("у", ("", "а", "о")), ("ю", ("ь", "й", "я")), ("ы", ("а", "")),
    ("и", ("а", "я", "ь", "й")), ("а", ("", "о", "е")), ("я", ("ь", "й", "е")),
)  # fmt: skip
_TWO_CONSONANTS = re.compile("[бвгджзклмнпрстфхцчшщ]{2}$")
_CONSONANT = re.compile("[бвгджзклмнпрстфхцчшщ]$")
_SHORTEST = 3
_MOST = 400
_LONGEST = 5
"""Names of more words, counting those joined by hyphens, are none that the tables hold."""


@lru_cache(maxsize=4096)
def nominatives(name: str) -> tuple[str, ...]:
    """List what a name may be in the nominative, every word of it apart.

    >>> "Мисурата" in nominatives("Мисурату"), "Херсонская область" in nominatives("Херсонской области")
    (True, True)
    >>> "Бадма" in nominatives("Бадме"), "Египет" in nominatives("Египта"), "Афины" in nominatives("Афин")
    (True, True, True)
    """
    if name.count(" ") + name.count("-") >= _LONGEST:
        return ()
    words = [(word, *_word(word)) for word in name.split()]
    found = (" ".join(parts) for parts in product(*words))
    return tuple(dict.fromkeys(f for _, f in zip(range(_MOST), found, strict=False) if f != name))


def _word(word: str) -> tuple[str, ...]:
    head, hyphen, last = word.rpartition("-")
    found = [
        last[: len(last) - len(ending)] + other
        for ending, others in _ENDINGS
        if last.endswith(ending) and len(last) - len(ending) >= _SHORTEST - 1
        for other in others
    ]
    found += [f"{f[:-1]}{vowel}{f[-1]}" for f in found if _TWO_CONSONANTS.search(f) for vowel in "ео"]
    if _CONSONANT.search(last):
        found += [f"{last}{ending}" for ending in ("ы", "и", "а")]
    firsts = (head, *_word(head)) if hyphen else ("",)
    return tuple(
        dict.fromkeys(
            f"{first}{hyphen}{f}" for first in firsts for f in (last, *found) if f"{first}{hyphen}{f}" != word
        )
    )
