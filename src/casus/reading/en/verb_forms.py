"""Dictionary forms of English verbs that the tagger took for something else, and whether the tables know a verb."""

from __future__ import annotations

import re

IRREGULAR = {
    "overflown": "overfly", "overflew": "overfly", "retook": "retake", "retaken": "retake", "overran": "overrun",
    "overthrew": "overthrow", "overthrown": "overthrow", "forbade": "forbid", "sank": "sink",
    "flown": "fly", "flew": "fly", "unfroze": "unfreeze", "unfrozen": "unfreeze",
}  # fmt: skip
"""Irregular past forms the tagger may not know."""
_SHORT = re.compile(r"[^aeiou]{1,2}[aeiou][^aeiouwxy]")
"""What doubles its last letter before -ed, so that a single one belongs to a verb in -e (raped, fired)."""


def verb_lemma(word: str) -> str:
    """Guess the dictionary form of a verb the tagger took for a noun or an adjective.

    >>> verb_lemma("strikes"), verb_lemma("seizes"), verb_lemma("denies"), verb_lemma("shelled")
    ('strike', 'seize', 'deny', 'shell')
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("ed") and len(word) > 4:
        stem = word[:-2]
        if _SHORT.fullmatch(stem):
            return stem + "e"
        return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl" else stem
    return word


def verb_lemma_known(word: str) -> bool:
    """Is an -ing form that of a verb of the tables?"""
    stem = word.removesuffix("ing")
    return verb_known(stem) or verb_known(stem + "e")


def verb_known(lemma: str) -> bool:
    """Is it a verb of the tables?"""
    from casus.reading.en.words import is_verb

    return is_verb(lemma)
