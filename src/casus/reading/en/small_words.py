"""The tags of small English words that the neighbours settle: that, to, there, an apostrophe with s."""

from __future__ import annotations

from casus.reading.en.participles import FINITE, PUNCTUATION
from casus.reading.en.verb_forms import verb_known
from casus.reading.tokens import Token

AFTER_TO = {
    "AT0", "DPS", "DT0", "NP0", "AJ0", "NN2", "PNP", "CRD", "VVG",
}  # fmt: skip


def that_tag(words: list[Token], i: int) -> str | None:
    """Relative after a noun and before a verb; a demonstrative before a lone noun; else the conjunction."""
    after = words[i + 1] if i + 1 < len(words) else None
    before = words[i - 1] if i else None
    beyond = words[i + 2] if i + 2 < len(words) else None
    if after is not None and after.text == "," and before is not None and before.pos == "verb" and beyond is not None:
        return "CJT" if beyond.tag in {"CJS", "PRP"} else "DT0"
    if after is None or after.text in PUNCTUATION:
        return "DT0"
    if words[i].tag == "DT0" and (
        _plural_follows(words, i) or after.text.lower() in {"up", "at", "more", "some", "no"}
    ):
        return "CJT"
    if before is not None and before.pos in {"noun", "propn"} and after.tag in FINITE:
        return "DTQ" if before.pos == "noun" else None
    if after.tag == "NN1" and (before is None or before.pos in {"particle", "verb"}) and words[i].tag == "CJT":
        rest = [w for w in words[i + 2 : i + 4] if w.tag != "AV0"]
        following = rest[0] if rest else None
        if following is None or following.pos in {"comma", "particle"}:
            return "DT0"
    return None


def _plural_follows(words: list[Token], i: int) -> bool:
    """Stands a plural noun after a ``that`` that can then be no demonstrative (and that Armenian saboteurs had …)?"""
    for word in words[i + 1 : i + 5]:
        if word.pos in {"noun", "propn"}:
            return word.tag == "NN2"
        if word.pos not in {"adj", "num"}:
            return False
    return False


_WHEN = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "night",
    "morning", "afternoon", "evening", "earlier", "later",
})  # fmt: skip
_BEING = frozenset({"be", "been", "is", "are", "was", "were"})


def there_tag(words: list[Token], i: int) -> str | None:
    """Give the tag of ``there`` after the day on which it is said that something is (said Friday there had been)."""
    before = words[i - 1].text.lower() if i else ""
    if before not in _WHEN or words[i].tag == "EX0":
        return None
    verbs = [w for w in words[i + 1 : i + 4] if w.pos == "aux"]
    return "EX0" if verbs and verbs[0] is words[i + 1] and any(w.text.lower() in _BEING for w in verbs) else None


def to_tag(after: Token, words: list[Token], i: int) -> str | None:
    """Give the tag of ``to``: before an infinitive, or the preposition."""
    if i > 1 and words[i - 1].lemma == "fire" and words[i - 2].lemma == "set":
        return "PRP"
    if after.tag in {"VVI", "VBI", "VHI", "VDI", "VVB"}:
        return "TO0"
    if after.tag in {"AV0", "XX0"} and i + 2 < len(words) and words[i + 2].tag in {"VVI", "VVB"}:
        return "TO0"
    if words[i - 1].text.lower() in _ABLE and verb_known(after.text.lower()):
        return "TO0"
    return "PRP" if after.tag in AFTER_TO else None


_ABLE = frozenset({"able", "unable", "about", "going", "ready", "due", "likely", "unlikely", "reluctant", "willing"})


def apostrophe_tag(words: list[Token], i: int) -> str | None:
    """Give the tag of an apostrophe with s: is, or the mark of a possessor."""
    before = words[i - 1]
    after = words[i + 1] if i + 1 < len(words) else None
    if before.tag == "PNP" or before.text.lower() in {"that", "there", "what", "who"}:
        return "VBZ"
    if after is not None and (after.pos in {"noun", "propn", "adj", "num"} or after.tag in {"VVN", "VVG", "AJS"}):
        return "POS"
    return None
