"""Corrections of the tagger's guesses that the neighbours settle: participles, verbs taken for nouns, ``that``."""

from __future__ import annotations

import itertools

import msgspec

from casus.reading.en.names import english_names
from casus.reading.tokens import Token

_NOMINAL = {"NN0", "NN1", "NN2", "NP0"}
_FINITE = {
    "VVD", "VVZ", "VVB", "VM0", "VBD", "VBZ", "VBB", "VHD", "VHZ", "VHB", "VDD", "VDZ", "VDB",
}  # fmt: skip
_HAVE_BE = {"be", "have", "get"}
_SUBORDINATORS = {
    "if", "unless", "because", "although", "though", "until", "till", "whether", "whereas", "lest", "while",
}  # fmt: skip
_PUNCTUATION = {
    ",": "PUN", ".": "PUN", ";": "PUN", ":": "PUN", "!": "PUN", "?": "PUN", '"': "PUQ", "“": "PUQ", "”": "PUQ",
}  # fmt: skip
_BRACKETS = {"(": "PUL", ")": "PUR"}
_CLAUSE_MARKS = {";", ":", ",", ".", '"', "“", "”"}
_SAME_FORM = frozenset({
    "sent", "shot", "struck", "hit", "cut", "said", "held", "found", "lost", "met", "fought", "left", "put", "led",
    "built", "brought", "spread", "set", "shut", "split", "burst", "cast", "sought", "bought", "caught", "kept",
    "made", "paid", "laid", "fled", "won", "spent", "sold", "told", "heard", "felt", "stood", "understood",
})  # fmt: skip
IRREGULAR = {
    "overflown": "overfly", "overflew": "overfly", "retook": "retake", "retaken": "retake", "overran": "overrun",
    "overthrew": "overthrow", "overthrown": "overthrow", "forbade": "forbid", "sank": "sink",
}  # fmt: skip
"""Irregular past forms the tagger may not know."""
_AFTER_TO = {
    "AT0", "DPS", "DT0", "NP0", "AJ0", "NN2", "PNP", "CRD", "VVG",
}  # fmt: skip


def retag(words: list[Token]) -> list[Token]:
    """Give the words of a sentence with the doubtful tags set right, left to right."""
    out = list(words)
    for i in range(len(out)):
        tag = _better(out, i)
        if tag is not None and tag != out[i].tag:
            out[i] = _as(out[i], tag)
    for a, b in [*_segments(out), *_first_piece(out)]:
        found = _missing_verb(out, a, b)
        if found is not None:
            out[found] = _as(out[found], _verb_tag(out[found]))
    return out


def _segments(words: list[Token]) -> list[tuple[int, int]]:
    """Cut at the words a clause may begin at; commas cut none."""
    cuts = [i for i, w in enumerate(words) if bounds(w) and w.text != "," and w.tag != "CJC"]
    edges = [-1, *cuts, len(words)]
    relative = [
        (i + 1, next((j for j in range(i + 1, len(words)) if bounds(words[j])), len(words)))
        for i, w in enumerate(words)
        if w.tag in {"DTQ", "PNQ"}
    ]
    return relative + [(a + 1, b) for a, b in itertools.pairwise(edges) if b - a > 1]


def _first_piece(words: list[Token]) -> list[tuple[int, int]]:
    """Give what stands before a closing tag (Iran fires missiles, Pentagon says): its verb may be hidden too."""
    commas = [i for i, w in enumerate(words) if w.text == ","]
    if not commas or any(w.tag in _FINITE for w in words[: commas[-1]]):
        return []
    rest = words[commas[-1] + 1 :]
    tag = [w for w in rest if w.tag in _FINITE]
    return (
        [(0, commas[-1])] if len(tag) == 1 and len(rest) <= 8 and words[0].tag in {"NP0", "NN1", "NN2", "AJ0"} else []
    )


def _missing_verb(words: list[Token], a: int, b: int) -> int | None:
    """Find the word that must be the verb of a stretch without one (An airborne regiment mutinied over pay)."""
    from casus.reading.en.words import is_verb

    if any(w.tag in _FINITE for w in words[a:b]):
        return None
    for i in range(a + 1, b):
        word, before = words[i], words[i - 1]
        after = words[i + 1] if i + 1 < len(words) else None
        if before.pos not in {"noun", "propn", "adv", "pron", "num"} or word.tag not in _MAY_BE_VERB:
            continue
        low = word.text.lower()
        if (
            word.tag == "NN1"
            and after is not None
            and after.tag == "CJT"
            and is_verb(low)
            and any(w.tag == "NN2" for w in words[a:i])
        ):
            return i
        if low in IRREGULAR and (after is None or after.tag in _OPENS_OBJECT):
            return i
        if not (low.endswith("ed") or word.tag in {"NN2", "VVN"} or low in _SAME_FORM):
            continue
        if word.tag == "NN2" and before.tag in {"NN1", "NN2"} and (after is None or after.tag == "PRP"):
            continue
        known = low.endswith("ed") or is_verb(verb_lemma(low))
        if known and (after is None or after.tag in _OPENS_OBJECT or after.text in {".", ","}):
            return i
    return None


_MAY_BE_VERB = {"NN2", "AJ0", "VVN", "NN1", "NN0", "NP0"}
_OPENS_OBJECT = {
    "AT0", "DPS", "NP0", "CJT", "PRP", "TO0", "AJ0", "NN2", "CRD", "DT0", "AV0", "AVP", "PNP", "NN1",
}  # fmt: skip


def _verb_tag(word: Token) -> str:
    low = word.text.lower()
    if low.endswith("s") and not low.endswith("ss"):
        return "VVZ"
    return "VVD" if low.endswith("ed") or low in _SAME_FORM or low in IRREGULAR else "VVB"


def _as(word: Token, tag: str) -> Token:
    from casus.reading.en.tokenizer import coarse

    lemma = word.lemma
    if tag.startswith("VV") and word.tag in {"NN2", "NN1", "NN0", "AJ0", "NP0"}:
        lemma = verb_lemma(word.text.lower())
    return msgspec.structs.replace(word, tag=tag, pos=coarse(tag), lemma=lemma)


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
        return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl" else stem
    return word


def _better(words: list[Token], i: int) -> str | None:
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    fixed = _fixed(words[i], before)
    if fixed is not None:
        return fixed
    low = words[i].text.lower()
    if low == "that":
        return _that(words, i)
    if low == "to":
        return _to(after, words, i) if after is not None else None
    if low in {"'s", "’s"}:
        return _apostrophe(words, i) if before is not None else None
    if words[i].tag in {"VVD", "VVN"}:
        return _participle(words, i, after)
    return _verb_or_noun(words, i, before, after) if before is not None else None


def _fixed(word: Token, before: Token | None) -> str | None:
    """The tag of words that leave no choice: marks, subordinators, ``no one``, ``will``."""
    low = word.text.lower()
    if low in _PUNCTUATION or low in _BRACKETS:
        return _PUNCTUATION.get(low) or _BRACKETS[low]
    if low in _SUBORDINATORS and word.tag != "CJS":
        return "CJS"
    if low == "one" and before is not None and before.text.lower() in {"no", "some", "any", "every"}:
        return "NN1"
    modal = low in {"will", "would"} and (before is None or before.tag not in {"AT0", "DPS", "AJ0"})
    return "VM0" if modal else None


def _verb_or_noun(words: list[Token], i: int, before: Token, after: Token | None) -> str | None:
    word = words[i]
    if word.text.lower().endswith("ing"):
        return _gerund(word, before, after)
    for step in (_name, _past, _after_determiner):
        tag = step(word, before, after)
        if tag is not None:
            return tag
    if word.tag in {"VVB", "NN1"} and (before.tag == "TO0" or _after_modal(words, i)):
        return "VVI"
    if word.tag in {"NN1", "NN2"} and _only_verb(words, i, before, after):
        return "VVB" if word.tag == "NN1" else "VVZ"
    return None


def _name(word: Token, before: Token, after: Token | None) -> str | None:  # noqa: ARG001
    """A surname the tagger takes for a noun or an adjective."""
    doubtful = word.tag in {"AJ0", "NN1", "NN2"} and word.text[0].isupper() and before.tag == "NP0"
    return "NP0" if doubtful and not english_names().scan(word.text) else None


def _past(word: Token, before: Token, after: Token | None) -> str | None:
    """A verb in -ed after have, or after and where an object follows (unfounded and accused Mali of)."""
    if word.tag not in {"AJ0", "VVN"} or not word.text.lower().endswith("ed"):
        return None
    if before.tag == "CJC" and after is not None:
        opens = after.tag in {"AT0", "DPS", "NP0", "PNP"} or after.text[0].isupper()
        return "VVD" if opens else None
    return "VVN" if word.tag == "AJ0" and before.lemma == "have" and before.pos == "aux" else None


def _after_determiner(word: Token, before: Token, after: Token | None) -> str | None:
    """A noun after a determiner, an adjective or a preposition."""
    if word.tag in {"VVB", "VVI"} and before.tag in {"AT0", "DPS"}:
        return "NN1"
    if word.tag == "VVB" and before.tag == "AJ0" and (after is None or after.tag not in _NOMINAL):
        return "NN1"
    return "NN2" if word.tag == "VVZ" and before.tag == "PRP" else None


def _gerund(word: Token, before: Token, after: Token | None) -> str | None:
    """A verb after begin or deny; a noun after a preposition where no object follows (after shelling)."""
    from casus.reading.en.words import index, listed

    if word.tag in {"NN1", "AJ0"} and before.pos == "verb" and before.lemma in listed("takes_ing"):
        return "VVG"
    alone = after is None or after.pos in {"particle", "comma", "conj"} or after.tag == "PUN"
    if word.tag == "VVG" and before.tag in {"PRP", "CJS"} and alone and word.text.lower() in index().nouns:
        return "NN1"
    return None


def _only_verb(words: list[Token], i: int, before: Token, after: Token | None) -> bool:
    """Is a word the tagger took for a noun the verb its clause lacks (that X hand over; , the ministry reports,)?"""
    from casus.reading.en.words import is_verb

    word = words[i]
    low = word.text.lower()
    if before.pos not in {"noun", "propn"} or not is_verb(verb_lemma(low) if word.tag == "NN2" else low):
        return False
    opener = next((w for w in reversed(words[:i]) if bounds(w)), None)
    if _finite_follows(words, i) or _finite_before(words, i, comma=word.tag == "NN2"):
        return False
    if word.tag == "NN1":
        return opener is not None and opener.tag == "CJT" and (after is None or after.tag not in {"VVN", "NN1", "NN2"})
    return opener is not None and opener.text == "," and (after is None or after.text in {",", "."})


def _after_modal(words: list[Token], i: int) -> bool:
    for j in range(i - 1, max(-1, i - 4), -1):
        if words[j].tag in {"AV0", "XX0"}:
            continue
        return words[j].tag in {"VM0", "TO0"} or words[j].tag.startswith("VD")
    return False


def _that(words: list[Token], i: int) -> str | None:
    """Relative after a noun and before a verb; a demonstrative before a lone noun; else the conjunction."""
    after = words[i + 1] if i + 1 < len(words) else None
    before = words[i - 1] if i else None
    if after is None:
        return "DT0"
    if words[i].tag == "DT0" and _plural_follows(words, i):
        return "CJT"
    if before is not None and before.pos in {"noun", "propn"} and after.tag in _FINITE:
        return "DTQ" if before.pos == "noun" else None
    if after.tag == "NN1" and (before is None or before.pos in {"particle", "verb"}) and words[i].tag == "CJT":
        following = words[i + 2] if i + 2 < len(words) else None
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


def _to(after: Token, words: list[Token], i: int) -> str | None:
    if after.tag in {"VVI", "VBI", "VHI", "VDI", "VVB"}:
        return "TO0"
    if after.tag in {"AV0", "XX0"} and i + 2 < len(words) and words[i + 2].tag in {"VVI", "VVB"}:
        return "TO0"
    return "PRP" if after.tag in _AFTER_TO else None


def _apostrophe(words: list[Token], i: int) -> str | None:
    before = words[i - 1]
    after = words[i + 1] if i + 1 < len(words) else None
    if before.tag == "PNP" or before.text.lower() in {"that", "there", "what", "who"}:
        return "VBZ"
    if after is not None and (after.pos in {"noun", "propn", "adj", "num"} or after.tag in {"VVN", "VVG", "AJS"}):
        return "POS"
    return None


def _participle(words: list[Token], i: int, after: Token | None) -> str | None:
    """Past tense or participle: a participle after be and have and before ``by``; a clause's only verb is finite."""
    for j in range(i - 1, -1, -1):
        if words[j].tag in {"AV0", "XX0"} or words[j].text.lower() in {"both", "either", "neither", "also"}:
            continue
        if words[j].pos == "aux" and words[j].lemma in _HAVE_BE:
            return "VVN"
        if words[j].tag == "CJC" and words[i].tag == "VVN":
            return None
        break
    before_by = after is not None and after.text.lower() == "by"
    if words[i].tag == "VVD" and before_by and i and words[i - 1].tag in _NOMINAL:
        return "VVN" if _finite_follows(words, i) or _finite_before(words, i) else None
    if words[i].tag == "VVD" and i and _reduced(words, i, after):
        return "VVN"
    if words[i].tag == "VVN" and i and _has_past_form(words[i]) and not before_by and not _finite_before(words, i):
        object_follows = after is not None and after.tag in {"AT0", "DPS", "NP0", "PNP"}
        if object_follows or not _finite_follows(words, i):
            return "VVD" if words[i - 1].tag not in {"CJS", "AT0", "DPS"} else None
    return None


def _verb_before(words: list[Token], i: int) -> Token | None:
    """The finite verb the clause has already, with nothing between that could begin another."""
    for word in reversed(words[:i]):
        if word.tag in _FINITE or word.tag == "VVN":
            return word
        if bounds(word):
            return None
    return None


def _reduced(words: list[Token], i: int, after: Token | None) -> bool:
    """Is a past form a participle on its noun (jets deployed under a treaty were scrambled)?"""
    from casus.reading.en.words import governor

    if words[i - 1].tag not in _NOMINAL or after is None or after.tag not in {"PRP", "PRF", "AV0", "AVP"}:
        return False
    earlier = _verb_before(words, i)
    if earlier is not None:
        takes = any(governor(earlier.lemma, kind, "that") is not None for kind in ("report", "verb"))
        return _has_past_form(words[i]) and not takes and earlier.lemma not in {"be", "have", "do"}
    if not _has_past_form(words[i]) or governor(words[i].lemma, "report", "that") is not None:
        return False
    if governor(words[i].lemma, "verb", "that") is not None:
        return False
    for word in words[i + 1 :]:
        if word.tag in _FINITE:
            return True
        if bounds(word):
            return False
    return False


def _has_past_form(word: Token) -> bool:
    return word.text.lower().endswith("ed") or word.text.lower() in _SAME_FORM


def bounds(word: Token) -> bool:
    """May a clause begin or end at the word?"""
    return word.tag in {"CJT", "CJS", "CJC", "DTQ", "PNQ"} or word.text in _CLAUSE_MARKS


def _finite_before(words: list[Token], i: int, *, comma: bool = False) -> bool:
    """Has the clause a finite verb before the word?"""
    for word in reversed(words[:i]):
        if word.tag in _FINITE:
            return True
        if bounds(word) and (comma or word.text != ","):
            return False
    return False


def _finite_follows(words: list[Token], i: int) -> bool:
    """Comes a finite verb after the word, before the clause ends?"""
    for word in words[i + 1 :]:
        if word.tag in _FINITE:
            return True
        if bounds(word):
            return False
    return False
