"""Does で with a comma after a noun of place say where (国境の森で、), or what something is (首都で、)?"""

from __future__ import annotations

import msgspec

from casus.reading.places import place_words
from casus.reading.tokens import Token

_DEFINES = (
    "首都", "国", "州都", "省都", "要衝", "拠点", "都市", "領土", "領", "施設", "要塞", "地域",
    "位置", "植民地", "場所",
)  # fmt: skip
"""Kinds of places that something is said to be."""


def set_scenes(found: list[Token]) -> list[Token]:
    """Make で before a comma the particle of a place, where the words tell of no more than where something happens."""
    for n in range(1, len(found) - 1):
        token = found[n]
        if token.text == "で" and token.pos == "aux" and found[n + 1].pos == "comma" and _happens(found[: n + 1]):
            found[n] = msgspec.structs.replace(token, pos="particle", tag="助詞-格助詞", lemma="で", form="")
    return found


def _happens(found: list[Token]) -> bool:
    """Ask of the words up to で: do they end in a place, and name nothing that is one?"""
    last = found[-2] if len(found) > 1 else None
    if last is None or last.pos not in {"noun", "propn", "suffix"}:
        return False
    kind = found[-3] if len(found) > 2 and all("ァ" <= c <= "ー" or c == "・" for c in last.text) else last
    if not kind.text.endswith(place_words("ja")):
        return False
    for n, token in enumerate(reversed(found[:-2])):
        if token.text in {"は", "が", "も"} and token.pos == "particle":
            return False
        if token.pos in {"verb", "helper", "aux"}:
            return True
        if token.pos == "comma":
            before = found[-4 - n] if len(found) > 3 + n else None
            return before is None or before.text not in {"は", "が", "も"} or not kind.text.endswith(_DEFINES)
    return True


def is_beside(word: str, before: list[str]) -> bool:
    """Ask: does a word for a time say where, by the place it is beside (国境の近くに, 宮殿の前に)?

    >>> is_beside("前", ["宮殿"]), is_beside("前", ["会談"])
    (True, False)
    """
    return bool(before) and (word == "近く" or (word == "前" and before[0].endswith(place_words("ja"))))
