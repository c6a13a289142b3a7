"""Corrections of the tagger's guesses that the neighbours settle: participles, verbs taken for nouns, ``that``."""

from __future__ import annotations

import itertools

import msgspec

from casus.reading.en.names import names_in
from casus.reading.en.participles import (
    FINITE,
    NOMINAL,
    PUNCTUATION,
    SAME_FORM,
    UNCHANGED,
    bounds,
    finite_before,
    finite_follows,
    participle,
    toll,
)
from casus.reading.en.small_words import AFTER_TO, apostrophe_tag, that_tag, to_tag
from casus.reading.en.verb_forms import verb_known, verb_lemma, verb_lemma_known
from casus.reading.tokens import Token

_SUBORDINATORS = {
    "if", "unless", "because", "although", "though", "until", "till", "whether", "whereas", "lest", "while",
}  # fmt: skip
_CURRENCIES = frozenset("$£€¥₽₹")
_BRACKETS = {"(": "PUL", ")": "PUR"}
IRREGULAR = {
    "overflown": "overfly", "overflew": "overfly", "retook": "retake", "retaken": "retake", "overran": "overrun",
    "overthrew": "overthrow", "overthrown": "overthrow", "forbade": "forbid", "sank": "sink",
    "flown": "fly", "flew": "fly",
}  # fmt: skip
"""Irregular past forms the tagger may not know."""
_INTRANSITIVE = frozenset({
    "parachute", "eject", "flee", "arrive", "retreat", "die", "crash", "collapse", "erupt", "vanish", "disappear",
    "march", "hesitate", "resign", "respond", "retaliate", "appear", "emerge", "occur",
})  # fmt: skip
"""Verbs that have no passive: their past form is never a participle after its noun."""


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
    if not commas or any(w.tag in FINITE for w in words[: commas[-1]]):
        return []
    rest = words[commas[-1] + 1 :]
    tag = [w for w in rest if w.tag in FINITE]
    return (
        [(0, commas[-1])] if len(tag) == 1 and len(rest) <= 8 and words[0].tag in {"NP0", "NN1", "NN2", "AJ0"} else []
    )


def _missing_verb(words: list[Token], a: int, b: int) -> int | None:
    """Find the word that must be the verb of a stretch without one (An airborne regiment mutinied over pay)."""
    if any(w.tag in FINITE for w in words[a:b]):
        return None
    bare = next((i for i in range(a + 1, b - 1) if _bare_verb(words, i)), None)
    if bare is not None:
        return bare
    for i in range(a + 1, b):
        word, before = words[i], words[i - 1]
        after = words[i + 1] if i + 1 < len(words) else None
        if before.pos not in {"noun", "propn", "adv", "pron", "num"} or word.tag not in _MAY_BE_VERB:
            continue
        if toll(words, i):
            continue
        if _says_that(words[a:i], word, after) or _lone_verb(word, before, after):
            return i
    return next((i for i in range(a + 2, b) if _of_several(words, a, i)), None)


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
    if word.tag == "NN2" and after is not None and _forces(word, before, after):
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


def _verb_tag(word: Token) -> str:
    low = word.text.lower()
    if low.endswith("s") and not low.endswith("ss"):
        return "VVZ"
    return "VVD" if low.endswith("ed") or low in SAME_FORM or low in IRREGULAR else "VVB"


def _as(word: Token, tag: str) -> Token:
    from casus.reading.en.tokenizer import coarse

    lemma = "kill" if word.lemma == "dead" and tag == "VVN" else word.lemma
    if lemma == word.lemma and tag.startswith("VV") and word.tag in {"NN2", "NN1", "NN0", "AJ0", "NP0"}:
        lemma = verb_lemma(word.text.lower())
    return msgspec.structs.replace(word, tag=tag, pos=coarse(tag), lemma=lemma)


def _better(words: list[Token], i: int) -> str | None:
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    fixed = _fixed(words[i], before)
    if fixed is not None:
        return fixed
    low = words[i].text.lower()
    if low == "that":
        told = before is not None and after is not None and _opens_clause(before, after)
        return "CJT" if told else that_tag(words, i)
    if low == "be" and before is not None and before.tag in {*NOMINAL, "PNP"}:
        return "VBB" if any(w.tag == "CJT" for w in words[:i]) else None
    if low == "to":
        return to_tag(after, words, i) if after is not None else None
    if low in {"'s", "’s"}:
        return apostrophe_tag(words, i) if before is not None else None
    if words[i].tag in {"VVD", "VVN"} or (low == "dead" and toll(words, i)):
        return _past_form(words, i)
    return _noun_or_verb(words, i)


def _past_form(words: list[Token], i: int) -> str | None:
    """The tag of a form in -ed: past, participle, or bare (were hit, hit)."""
    word, before = words[i], words[i - 1] if i else None
    low = word.text.lower()
    if word.tag == "VVD" and i > 2 and words[i - 2].tag == "DPS" and words[i - 3].lemma == "have":
        return "VVN"
    if word.lemma in _INTRANSITIVE and (before is None or before.pos != "aux"):
        return "VVD"
    bare = word.tag == "VVD" and word.lemma == low and low not in UNCHANGED
    return "VVB" if bare else participle(words, i, words[i + 1] if i + 1 < len(words) else None)


def _noun_or_verb(words: list[Token], i: int) -> str | None:
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if i == 0 and words[i].tag == "VVG" and after is not None and after.tag in FINITE:
        return "NN1"
    if words[i].tag == "PRP" and (tag := _no_preposition(words, i, before, after)) is not None:
        return tag
    return _verb_or_noun(words, i, before, after) if before is not None else None


def _opens_clause(before: Token, after: Token) -> bool:
    """Is ``that`` the conjunction: before a number (claims that 80 died) or a name (that Rome had)?"""
    return (before.pos == "verb" and after.tag == "CRD") or (before.pos in {"verb", "noun"} and after.tag == "NP0")


def _no_preposition(words: list[Token], i: int, before: Token | None, after: Token | None) -> str | None:
    """The tag of what is only taken for a preposition: is considering, about ten, after Turkey shot down."""
    low = words[i].text.lower()
    if low.endswith("ing") and before is not None and before.lemma == "be":
        return "VVG"
    if low in _ROUGHLY and after is not None and after.tag == "CRD":
        return "AV0"
    if low == "between" and [w.tag for w in words[i + 1 : i + 4]] == ["CRD", "CJC", "CRD"]:
        return "AV0"
    return "CJS" if low in _TEMPORAL and i and _clause_follows(words, i) else None


_TEMPORAL = {"after", "before", "since", "until"}
_IN_PHRASE = {"AT0", "DPS", "AJ0", "NN0", "NN1", "NN2", "NP0", "CRD", "POS", "DT0"}


def _clause_follows(words: list[Token], i: int) -> bool:
    """Opens a preposition of time a clause (came a day after Turkey shot down a jet), there being a verb before?"""
    if not any(w.tag in FINITE for w in words[:i]):
        return False
    j = i + 1
    while j < len(words) and words[j].tag in _IN_PHRASE:
        if j > i + 1 and words[j - 1].tag in {"NN1", "NN2"} and words[j].tag in {"NP0", "AT0", "DPS"}:
            return False
        j += 1
    if j == i + 1 or j >= len(words):
        return False
    verb, after = words[j], words[j + 1] if j + 1 < len(words) else None
    opens = after is not None and after.tag in {"AT0", "DPS", "NP0", "AVP", "PNP", "CRD", "AJ0", "NN2", "TO0"}
    return verb.tag in FINITE - {"VVD"} or (verb.tag in {"VVD", "VVN"} and opens)


def _fixed(word: Token, before: Token | None) -> str | None:
    """The tag of words that leave no choice: marks, subordinators, ``no one``, ``will``."""
    low = word.text.lower()
    if low in PUNCTUATION or low in _BRACKETS:
        return PUNCTUATION.get(low) or _BRACKETS[low]
    if low in _CURRENCIES:
        return "CRD"
    if word.text == "US":
        return "NP0"
    if low in _SUBORDINATORS and word.tag != "CJS":
        return "CJS"
    if low == "live" and before is not None and before.text in {"-", "–", "—"}:
        return "AJ0"
    if low == "suppose" and (before is None or before.tag == "CJC"):
        return "CJS"
    if low == "one" and before is not None and before.text.lower() in {"no", "some", "any", "every"}:
        return "NN1"
    modal = low in {"will", "would"} and (before is None or before.tag not in {"AT0", "DPS", "AJ0"})
    return "VM0" if modal else None


def _verb_or_noun(words: list[Token], i: int, before: Token, after: Token | None) -> str | None:
    word = words[i]
    if word.text.lower().endswith("ing"):
        return "VVG" if _joined_gerund(words, i, after) else _gerund(word, before, after)
    if word.tag == "VVZ" and before.tag == "NN1" and i > 1 and words[i - 2].tag in {"VVG", "VVI", "PRP"}:
        return "NN2"
    if word.tag == "VVZ" and before.tag == "NP0" and i > 1 and words[i - 2].tag in FINITE:
        return "NN2"
    if word.tag == "VVZ" and after is not None and _forces(word, before, after):
        return "NN2"
    for step in (_name, _past, _after_determiner):
        tag = step(word, before, after)
        if tag is not None:
            return tag
    if word.tag in {"VVB", "NN1"} and (before.tag == "TO0" or _after_modal(words, i)):
        return "VVI"
    if word.tag in {"NN1", "NN2"} and _only_verb(words, i, before, after):
        return "VVB" if word.tag == "NN1" else "VVZ"
    return None


def _forces(word: Token, before: Token, after: Token) -> bool:
    """Is it a body of somebody's before its verb (Azerbaijani forces shelled): no verb itself?"""
    verb = after.text.lower().endswith("ed") and after.tag in {"AJ0", "VVN", "VVD"}
    body = any(f.entry.kind == "role" for f in names_in(word.text))
    return verb and body and bool(names_in(before.text))


def _name(word: Token, before: Token, after: Token | None) -> str | None:  # noqa: ARG001
    """A surname the tagger takes for a noun or an adjective."""
    if word.tag not in {"AJ0", "NN1", "NN2"} or not word.text[0].isupper() or names_in(word.text):
        return None
    part = before.tag == "NP0" or (before.tag == "NN1" and before.text[0].isupper() and word.tag == "AJ0")
    return "NP0" if part else None


def _past(word: Token, before: Token, after: Token | None) -> str | None:
    """A verb in -ed after have, or after and where an object follows (unfounded and accused Mali of)."""
    if word.tag not in {"AJ0", "VVN"} or not word.text.lower().endswith("ed"):
        return None
    if before.tag in {"NP0", "NN2", "PNP"} and after is not None and after.tag == "CJC":
        return "VVD" if word.tag == "AJ0" else None
    if before.tag == "CJC" and after is not None:
        opens = after.tag in {"AT0", "DPS", "NP0", "PNP"} or after.text[0].isupper()
        return "VVD" if opens else None
    return "VVN" if word.tag == "AJ0" and before.lemma == "have" and before.pos == "aux" else None


def _after_determiner(word: Token, before: Token, after: Token | None) -> str | None:
    """A noun after a determiner, an adjective or a preposition."""
    if word.tag in {"VVB", "VVI"} and before.tag in {"AT0", "DPS"}:
        return "NN1"
    if word.tag == "VVB" and before.tag == "AJ0" and (after is None or after.tag not in NOMINAL):
        return "NN1"
    return "NN2" if word.tag == "VVZ" and before.tag == "PRP" else None


def _gerund(word: Token, before: Token, after: Token | None) -> str | None:
    """A verb after begin or deny; a noun after a preposition where no object follows (after shelling)."""
    from casus.reading.en.words import index, listed

    if word.tag == "VVG" and before.tag == "CJT" and after is not None and after.tag in FINITE:
        return "NN1"
    if word.tag in {"NN1", "AJ0"} and before.pos == "verb" and before.lemma in listed("takes_ing"):
        return "VVG"
    if word.tag == "AJ0" and before.text.lower() in {"against", "without"} and verb_lemma_known(word.text.lower()):
        return "VVG"
    if word.tag in {"NN1", "AJ0"} and before.text.lower() in {"of", "without"} and verb_lemma_known(word.text.lower()):
        takes = after is not None and after.tag in _OBJECTS and after.lemma not in index().nouns
        return "VVG" if takes or word.text.lower() not in index().nouns else None
    alone = after is None or after.pos in {"particle", "comma", "conj"} or after.tag == "PUN"
    if (
        word.tag == "VVG"
        and before.tag in {"PRP", "CJS"}
        and before.text.lower() != "without"
        and alone
        and word.text.lower() in index().nouns
    ):
        return "NN1"
    return None


def _joined_gerund(words: list[Token], i: int, after: Token | None) -> bool:
    """Is it one more of a row of gerunds (of looting shops, torturing prisoners and deporting children)?"""
    if words[i - 1].text not in {",", "and", "or"} or after is None or after.tag not in AFTER_TO:
        return False
    clause = itertools.takewhile(lambda w: w.tag not in {"CJT", "CJS", "DTQ"} | FINITE, reversed(words[: i - 1]))
    return any(w.tag == "VVG" for w in clause) and verb_lemma_known(words[i].text.lower())


def _only_verb(words: list[Token], i: int, before: Token, after: Token | None) -> bool:
    """Is a word the tagger took for a noun the verb its clause lacks (that X hand over; , the ministry reports,)?"""
    word = words[i]
    low = word.text.lower()
    if before.text.lower() == "who" and word.tag == "NN2":
        return verb_known(verb_lemma(low))
    if i > 1 and (words[i - 2].tag in {"VVG", "VVI"} or (words[i - 2].tag == "PRP" and before.tag == "NN1")):
        return False
    if before.pos not in {"noun", "propn"} or not verb_known(verb_lemma(low) if word.tag == "NN2" else low):
        return False
    opener = next((w for w in reversed(words[:i]) if bounds(w)), None)
    if finite_follows(words, i) or finite_before(words, i, comma=word.tag == "NN2"):
        return False
    if word.tag == "NN1":
        return opener is not None and opener.tag == "CJT" and (after is None or after.tag not in {"VVN", "NN1", "NN2"})
    return opener is not None and opener.text == "," and (after is None or after.text in {",", "."})


def _after_modal(words: list[Token], i: int) -> bool:
    for j in range(i - 1, max(-1, i - 4), -1):
        if words[j].tag in {"AV0", "XX0", "PUQ"}:
            continue
        return words[j].tag in {"VM0", "TO0"} or words[j].tag.startswith("VD")
    return False


_ROUGHLY = frozenset({"about", "around", "some", "nearly", "almost", "over", "up"})
_OBJECTS = frozenset({"AT0", "DPS", "NP0", "NN2", "PNP", "CRD"})
