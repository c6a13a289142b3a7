"""The verb a clause seems to lack: which word, taken for a noun or a participle, must be it."""

from __future__ import annotations

import itertools

from casus.reading.en.names import names_in
from casus.reading.en.participles import FINITE, NOMINAL, SAME_FORM, bounds, toll
from casus.reading.en.undergone import undergone
from casus.reading.en.verb_forms import IRREGULAR, verb_known, verb_lemma
from casus.reading.tokens import Token


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
    if not commas or any(w.tag in FINITE for w in words[: commas[-1]]):
        return []
    rest = words[commas[-1] + 1 :]
    tag = [w for w in rest if w.tag in FINITE]
    return (
        [(0, commas[-1])] if len(tag) == 1 and len(rest) <= 8 and words[0].tag in {"NP0", "NN1", "NN2", "AJ0"} else []
    )


def pieces(words: list[Token]) -> list[tuple[int, int]]:
    """Give the stretches of a sentence that may lack their verb."""
    return [*_segments(words), *_first_piece(words)]


def missing_verb(words: list[Token], a: int, b: int) -> int | None:
    """Find the word that must be the verb of a stretch without one (An airborne regiment mutinied over pay)."""
    if any(w.tag in FINITE for w in words[a:b]):
        return None
    bare = next((i for i in range(a + 1, b - 1) if _bare_verb(words, i)), None)
    if bare is not None:
        return bare
    for i in range(a + 1, b):
        word, before = words[i], words[i - 2 if words[i - 1].tag == "PUQ" and i - 1 > a else i - 1]
        after = words[i + 1] if i + 1 < len(words) else None
        if before.pos not in {"noun", "propn", "adv", "pron", "num"} or word.tag not in _MAY_BE_VERB:
            continue
        if toll(words, i) or undergone(words, i):
            continue
        if _says_that(words[a:i], word, after) or _lone_verb(word, before, after):
            return i
    several = next((i for i in range(a + 2, b) if _of_several(words, a, i)), None)
    return several if several is not None else next((i for i in range(a + 3, b) if _after_aside(words, a, i)), None)


def _after_aside(words: list[Token], a: int, i: int) -> bool:
    """Is it the verb after an aside between commas (The group, angered by the raid, suspended peace talks)?"""
    low = words[i].text.lower()
    aside = words[i - 1].text == "," and any(w.text == "," for w in words[a + 1 : i - 1])
    object_follows = i + 1 < len(words) and words[i + 1].tag in _ITS_OBJECT
    return (
        aside and object_follows and low.endswith("ed") and words[i].tag in _MAY_BE_VERB and verb_known(verb_lemma(low))
    )


def _of_several(words: list[Token], a: int, i: int) -> bool:
    """Is it a noun only in form after two or more parties (Rebels, army clash in Goma; A and B trade fire)?"""
    after = words[i + 1] if i + 1 < len(words) else None
    before = words[a:i]
    several = before[-1].tag in NOMINAL and any(w.tag == "CJC" or w.text == "," for w in before)
    parties = all(w.tag in {*NOMINAL, "CJC", "AJ0", "AT0", "CRD"} or w.text == "," for w in before)
    opens = after is None or (after.tag in _OPENS_OBJECT and after.text.lower() not in {"on", "of"})
    return several and parties and opens and words[i].tag == "NN1" and verb_known(words[i].text.lower())


_ITS_OBJECT = frozenset({"NN1", "NN2", "NN0", "NP0", "AT0", "AJ0", "CRD", "DPS", "TO0", "PRP", "DT0"})


def _bare_verb(words: list[Token], i: int) -> bool:
    """Is it the present tense of a headline's several subjects (Israeli jets bomb camp; Congo, M23 sign truce)?"""
    from casus.reading.en.words import is_verb

    word, before, after = words[i], words[i - 1], words[i + 1]
    if word.tag not in {"NN1", "AJ0", "NN0", "VVI"} or after.tag not in _ITS_OBJECT or not is_verb(word.text.lower()):
        return False
    if before.tag == "NN2":
        return any(f.entry.kind == "role" for f in names_in(before.text))
    joined = i > 2 and (words[i - 2].tag == "CJC" or words[i - 2].text == ",") and words[i - 3].tag == "NP0"
    return before.tag == "NP0" and joined


def _says_that(before: list[Token], word: Token, after: Token | None) -> bool:
    """Is it a noun only in form before ``that`` (officials claim that)?"""
    from casus.reading.en.words import is_verb

    that = word.tag == "NN1" and after is not None and after.tag == "CJT"
    return that and is_verb(word.text.lower()) and any(w.tag == "NN2" for w in before)


def _lone_verb(word: Token, before: Token, after: Token | None) -> bool:
    """May a form in -ed or -s be the verb, by what stands before and after it?"""
    from casus.reading.en.words import is_verb, listed

    low = word.text.lower()
    opens = after is None or after.tag in _OPENS_OBJECT
    if low in IRREGULAR and opens:
        return True
    if not (low.endswith("ed") or word.tag in {"NN2", "VVN"} or low in SAME_FORM):
        return False
    if word.tag == "NN2" and after is not None and is_forces(word, before, after):
        return False
    if word.tag == "NN2" and before.tag in {"NN1", "NN2"} and (after is None or after.tag == "PRP"):
        return False
    if after is not None and after.tag in {"VVG", "VBG"} and verb_lemma(low) in listed("takes_ing"):
        return True
    known = low.endswith("ed") or is_verb(verb_lemma(low))
    return known and (opens or (after is not None and after.text in {".", ","}))


_MAY_BE_VERB = {"NN2", "AJ0", "VVN", "NN1", "NN0", "NP0"}
_OPENS_OBJECT = {
    "AT0", "DPS", "NP0", "CJT", "PRP", "TO0", "AJ0", "NN2", "CRD", "DT0", "AV0", "AVP", "PNP", "NN1",
}  # fmt: skip


def verb_tag(word: Token) -> str:
    """Give the tag of a form that must be a finite verb."""
    low = word.text.lower()
    if low.endswith("s") and not low.endswith("ss"):
        return "VVZ"
    return "VVD" if low.endswith("ed") or low in SAME_FORM or low in IRREGULAR else "VVB"


def is_forces(word: Token, before: Token, after: Token) -> bool:
    """Is it a body of somebody's before its verb (Azerbaijani forces shelled): no verb itself?"""
    verb = after.text.lower().endswith("ed") and after.tag in {"AJ0", "VVN", "VVD"}
    body = any(f.entry.kind == "role" for f in names_in(word.text))
    return verb and body and bool(names_in(before.text))
