"""Corrections to the tagger's guesses where the neighbours settle them: participles, verbs taken for nouns, ``that``."""

from __future__ import annotations

import msgspec

from casus.reading.tokens import Token

_NOMINAL = {"NN0", "NN1", "NN2", "NP0"}
_BEFORE_NOUN = {"AT0", "DPS", "AJ0", "AJC", "AJS", "ORD", "POS"}
_FINITE = {"VVD", "VVZ", "VVB", "VM0", "VBD", "VBZ", "VBB", "VHD", "VHZ", "VHB", "VDD", "VDZ", "VDB"}
_HAVE_BE = {"be", "have", "get"}
_SUBORDINATORS = {
    "if",
    "unless",
    "because",
    "although",
    "though",
    "until",
    "till",
    "whether",
    "whereas",
    "lest",
    "once",
    "while",
    "since",
}
_PUNCTUATION = {
    ",": "PUN",
    ".": "PUN",
    ";": "PUN",
    ":": "PUN",
    "!": "PUN",
    "?": "PUN",
    '"': "PUQ",
    "“": "PUQ",
    "”": "PUQ",
    "(": "PUL",
    ")": "PUR",
}
_MONTHS = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}


def retag(words: list[Token]) -> list[Token]:
    """Give the words of a sentence with the doubtful tags set right, left to right."""
    out = list(words)
    for i in range(len(out)):
        tag = _better(out, i)
        if tag is not None and tag != out[i].tag:
            out[i] = _as(out[i], tag)
    return out


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
    word = words[i]
    low = word.text.lower()
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if low in _PUNCTUATION:
        return _PUNCTUATION[low]
    if low in _SUBORDINATORS and word.tag != "CJS" and low not in {"since", "once"}:
        return "CJS"
    if low in {"will", "would"} and (before is None or before.tag not in {"AT0", "DPS", "AJ0"}):
        return "VM0"
    if low == "that":
        return _that(words, i)
    if low == "to" and after is not None:
        return _to(word, after, words, i)
    if low == "'s" and before is not None:
        return _apostrophe(words, i)
    if word.tag in {"VVD", "VVN"}:
        return _participle(words, i)
    if (
        word.tag == "AJ0"
        and low.endswith("ed")
        and before is not None
        and before.lemma in {"have"}
        and before.pos == "aux"
    ):
        return "VVN"
    if (
        word.tag == "VVB"
        and before is not None
        and before.tag in {"AT0", "DPS", "AJ0"}
        and (after is None or after.tag not in _NOMINAL)
    ):
        return "NN1"
    if word.tag in {"NN1", "VVB"} and before is not None and before.tag == "TO0":
        return "VVI"
    if word.tag in {"VVB", "NN1"} and _after_modal(words, i):
        return "VVI"
    if word.tag in {"NN1", "NN2"} and before is not None and _only_verb(words, i):
        return "VVB" if word.tag == "NN1" else "VVZ"
    return None


def _only_verb(words: list[Token], i: int) -> bool:
    """Is a word the tagger took for a noun the verb its clause lacks: after ``that`` (that X hand over), or before a comma (, the ministry reports,)?"""
    from casus.reading.en.words import is_verb

    word, before = words[i], words[i - 1]
    if not is_verb(verb_lemma(word.text.lower()) if word.tag == "NN2" else word.text.lower()) or before.pos not in {
        "noun",
        "propn",
    }:
        return False
    if _finite_follows(words, i) or _finite_before(words, i):
        return False
    after = words[i + 1] if i + 1 < len(words) else None
    opener = next((w for w in reversed(words[:i]) if _bounds(w)), None)
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
    after = words[i + 1] if i + 1 < len(words) else None
    before = words[i - 1] if i else None
    if after is None:
        return "DT0"
    if (
        before is not None
        and before.pos in {"noun", "propn"}
        and (after.pos in {"verb", "aux"} and after.tag in _FINITE)
    ):
        return "DTQ" if before.pos == "noun" else None
    if after.tag in {"NN1"} and (before is None or before.pos in {"particle", "verb"}) and words[i].tag == "CJT":
        nxt = words[i + 2] if i + 2 < len(words) else None
        if nxt is None or nxt.pos in {"comma", "particle"}:
            return "DT0"
    return None


def _to(word: Token, after: Token, words: list[Token], i: int) -> str | None:
    if after.tag in {"VVI", "VBI", "VHI", "VDI"}:
        return "TO0"
    if after.tag == "VVB":
        return "TO0"
    if after.tag in {"AV0", "XX0"} and i + 2 < len(words) and words[i + 2].tag in {"VVI", "VVB"}:
        return "TO0"
    if after.tag in {"AT0", "DPS", "DT0", "NP0", "AJ0", "NN2", "PNP", "CRD", "VVG"}:
        return "PRP"
    return None


def _apostrophe(words: list[Token], i: int) -> str | None:
    before = words[i - 1]
    after = words[i + 1] if i + 1 < len(words) else None
    if before.tag == "PNP" or before.text.lower() in {"that", "there", "what", "who"}:
        return "VBZ"
    if after is not None and (after.pos in {"noun", "propn", "adj", "num"} or after.tag in {"VVN", "VVG", "AJS"}):
        return "POS"
    return None


def _participle(words: list[Token], i: int) -> str | None:
    """Past tense or participle: after be and have a participle, before ``by`` after a noun too; a subject's only verb is finite."""
    for j in range(i - 1, -1, -1):
        tag = words[j].tag
        if tag in {"AV0", "XX0"} or words[j].text.lower() in {"both", "either", "neither", "also"}:
            continue
        if words[j].pos == "aux" and words[j].lemma in _HAVE_BE:
            return "VVN"
        if words[j].tag == "CJC" and words[i].tag == "VVN":
            return None
        break
    after = words[i + 1] if i + 1 < len(words) else None
    if (
        words[i].tag == "VVD"
        and after is not None
        and after.text.lower() == "by"
        and i
        and words[i - 1].tag in _NOMINAL
    ):
        return "VVN" if _finite_follows(words, i) or _finite_before(words, i) else None
    if words[i].tag == "VVN" and i and not _finite_before(words, i) and not _finite_follows(words, i):
        return "VVD" if _has_past_form(words[i]) and after is not None and after.text.lower() != "by" else None
    return None


def _has_past_form(word: Token) -> bool:
    return word.text.lower().endswith("ed") or word.text.lower() in {
        "sent",
        "shot",
        "struck",
        "hit",
        "cut",
        "said",
        "held",
        "found",
        "lost",
        "met",
        "fought",
        "took",
    }


def _finite_before(words: list[Token], i: int) -> bool:
    return any(w.tag in _FINITE for w in words[:i])


def _finite_follows(words: list[Token], i: int) -> bool:
    return any(w.tag in _FINITE for w in words[i + 1 :])
