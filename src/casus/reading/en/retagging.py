"""Corrections of the tagger's guesses that the neighbours settle: participles, verbs taken for nouns, ``that``."""

from __future__ import annotations

import itertools
import re

import msgspec

from casus.reading.en.misread import agent_follows, helped, no_adjective, no_infinitive, should_it
from casus.reading.en.missing_verbs import is_forces, missing_verb, pieces, verb_tag
from casus.reading.en.names import names_in
from casus.reading.en.participles import (
    FINITE,
    NOMINAL,
    PUNCTUATION,
    UNCHANGED,
    bounds,
    finite_before,
    finite_follows,
    participle,
    toll,
)
from casus.reading.en.small_words import AFTER_TO, apostrophe_tag, that_tag, there_tag, to_tag
from casus.reading.en.telling_tags import TAGS, telling_tag, told_verb
from casus.reading.en.undergone import undergone
from casus.reading.en.verb_forms import verb_known, verb_lemma, verb_lemma_known
from casus.reading.tokens import Token

_SUBORDINATORS = {
    "if", "unless", "because", "although", "though", "until", "till", "whether", "whereas", "lest", "while",
    "whenever",
}  # fmt: skip
_CURRENCIES = frozenset("$£€¥₽₹")
_BRACKETS = {"(": "PUL", ")": "PUR"}
_INTRANSITIVE = frozenset({
    "parachute", "eject", "flee", "arrive", "retreat", "die", "crash", "collapse", "erupt", "vanish", "disappear",
    "march", "stand", "stay", "remain", "hesitate", "resign", "respond", "retaliate", "appear", "emerge", "occur",
})  # fmt: skip
"""Verbs that have no passive: their past form is never a participle after its noun."""


FEARED = frozenset({"feared", "presumed", "believed", "thought", "reported"})
_ALIKE = frozenset({
    "lay", "put", "set", "cut", "hit", "shut", "let", "come", "become", "run", "quit", "split", "spread", "overrun",
    "broadcast", "cast", "rid",
})  # fmt: skip
"""Forms that are past and infinitive, or past of another verb."""
_SPECIAL = FEARED | _ALIKE | {"both", "each", "others"}


_SUBJECTS = frozenset({"they", "we", "he", "she", "i"})
_NUMBERED = re.compile(r"[A-Z]+\d+[a-z]*")
"""Groups and craft named by letters and a number (M23)."""


def retag(words: list[Token]) -> list[Token]:
    """Give the words of a sentence with the doubtful tags set right, left to right."""
    out = list(words)
    for i in range(len(out)):
        tag = _better(out, i)
        if tag is not None and tag != out[i].tag:
            out[i] = _as(out[i], tag)
    for a, b in pieces(out):
        found = missing_verb(out, a, b)
        if found is not None:
            out[found] = _as(out[found], verb_tag(out[found]))
    return out


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
    if words[i].tag in TAGS and (tag := telling_tag(words, i)) is not None:
        return tag
    low = words[i].text.lower()
    if low in {"'", "’"} and before is not None and after is not None and _opens_quotation(before, words[i], after):
        return "PUQ"
    if low in {"that", "to", "there", "'s", "’s"}:
        return _smallest(words, i, before, after)
    if low == "be" and before is not None and before.tag in {*NOMINAL, "PNP"}:
        return "VBB" if any(w.tag == "CJT" for w in words[:i]) else None
    if low in _SPECIAL and (tag := _special(words, i, before, after)) is not None:
        return tag
    if words[i].tag in {"VVD", "VVN"} or (low == "dead" and toll(words, i)):
        return _past_form(words, i)
    named = words[i].tag in {"VVB", "VVZ"} and words[i].text[0].isupper() and _inside_name(words, i)
    return "NP0" if named else _noun_or_verb(words, i)


def _inside_name(words: list[Token], i: int) -> bool:
    """Is a word with a capital part of a name (Human Rights Watch), in a sentence that has a verb without?"""
    named = i > 1 and words[i - 1].text[0].isupper() and words[i - 1].pos in {"noun", "propn", "adj"}
    return named and any(w.tag in FINITE and w.text[0].islower() for w in words[i + 1 :])


def _opens_quotation(before: Token, mark: Token, after: Token) -> bool:
    """Is an apostrophe the opening mark of a quotation: a blank before it, none after (Army 'burned villages')?"""
    return before.end < mark.start and mark.end == after.start


def _smallest(words: list[Token], i: int, before: Token | None, after: Token | None) -> str | None:
    """The tag of that, to, there, and an apostrophe with s."""
    low = words[i].text.lower()
    if low == "there":
        return there_tag(words, i)
    if low == "that":
        told = before is not None and after is not None and _opens_clause(before, after)
        return "CJT" if told else that_tag(words, i)
    if low == "to":
        return to_tag(after, words, i) if after is not None else None
    return apostrophe_tag(words, i) if before is not None else None


def _special(words: list[Token], i: int, before: Token | None, after: Token | None) -> str | None:
    """The tag of words that mean another thing in certain company: both accuse, feared dead, and lay down."""
    low = words[i].text.lower()
    if low in _ALIKE:
        return "VVI" if _another_infinitive(words, i) else None
    if after is None:
        return None
    if low in FEARED:
        return "VVN" if after.text.lower() == "dead" else None
    bidden = low == "both" and after.tag == "TO0" and before is not None and before.pos == "verb"
    return "PNI" if bidden or (after.pos in {"verb", "aux"} and _opens_anew(before)) else None


def _opens_anew(before: Token | None) -> bool:
    """May a clause with a subject of its own begin after the word?"""
    return before is None or before.tag in {"CJC", "CJS", "CJT"} or before.text in {",", ";"}


def _another_infinitive(words: list[Token], i: int) -> bool:
    """Is a form that is past and infinitive alike one more infinitive (asked them to stop and lay down their arms)?"""
    if i < 2 or words[i].tag not in {"VVD", "VVN", "VVB"} or words[i - 1].tag != "CJC":
        return False
    verb = next((w for w in reversed(words[: i - 1]) if w.pos == "verb" or w.tag in FINITE), None)
    return verb is not None and verb.tag == "VVI"


def _past_form(words: list[Token], i: int) -> str | None:
    """The tag of a form in -ed: past, participle, or bare (were hit, hit)."""
    word, before = words[i], words[i - 1] if i else None
    low = word.text.lower()
    if before is not None and before.tag == "CJT" and i + 1 < len(words) and words[i + 1].tag == "NP0":
        return "AJ0"
    if word.tag == "VVD" and i > 2 and words[i - 2].tag == "DPS" and words[i - 3].lemma == "have":
        return "VVN"
    if word.lemma in _INTRANSITIVE and (before is None or before.pos != "aux"):
        return "VVD"
    if undergone(words, i):
        return "VVN"
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


_STRIKES = frozenset({
    "strike", "attack", "bomb", "fire", "land", "move", "push", "advance", "withdraw", "cross", "pull",
})  # fmt: skip
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
    strikes = verb.lemma in _STRIKES and bool(names_in(words[j - 1].text)) and not finite_follows(words, j)
    return verb.tag in FINITE - {"VVD"} or (verb.tag in {"VVD", "VVN"} and (opens or strikes))


def _fixed(word: Token, before: Token | None) -> str | None:
    """The tag of words that leave no choice: marks, subordinators, ``no one``, ``will``."""
    low = word.text.lower()
    if low in PUNCTUATION or low in _BRACKETS:
        return PUNCTUATION.get(low) or _BRACKETS[low]
    if low in _CURRENCIES:
        return "CRD"
    if word.text == "US" or (word.tag == "CRD" and _NUMBERED.fullmatch(word.text)):
        return "NP0"
    if low in _SUBORDINATORS and word.tag != "CJS":
        return "CJS"
    if low in _SMALL:
        return _small(low, word, before)
    modal = low in {"will", "would"} and (before is None or before.tag not in {"AT0", "DPS", "AJ0"})
    return "VM0" if modal else None


_SMALL = frozenset({"live", "suppose", "whoever", "former", "one"})


def _small(low: str, word: Token, before: Token | None) -> str | None:
    """The tag of a few small words by the word before them."""
    opens = before is None or before.tag == "CJC"
    fits = {
        "whoever": ("PNI", True),
        "former": ("AJ0", word.tag == "AV0"),
        "suppose": ("CJS", opens),
        "live": ("AJ0", before is not None and before.text in {"-", "–", "—"}),
        "one": ("NN1", before is not None and before.text.lower() in {"no", "some", "any", "every"}),
    }
    tag, fitting = fits[low]
    return tag if fitting else None


def _verb_or_noun(words: list[Token], i: int, before: Token, after: Token | None) -> str | None:
    word = words[i]
    if word.text.lower().endswith("ing"):
        return "VVG" if _joined_gerund(words, i, after) else _gerund(word, before, after)
    if word.tag == "VVZ" and _plural(words, i, before, after):
        return "NN2"
    for step in (_name, _past, _after_determiner):
        tag = step(word, before, after)
        if tag is not None:
            return tag
    if word.tag == "AJ0" or agent_follows(word, before, after):
        return no_adjective(words, i, before, after)
    if word.tag == "VVI":
        clause = before.text.lower() in _SUBJECTS and i > 1 and words[i - 2].pos not in {"aux", "adv"}
        return "VVB" if clause or no_infinitive(words, i, before) else None
    infinitive = word.tag in {"VVB", "NN1"} and (before.tag == "TO0" or _after_modal(words, i))
    infinitive = infinitive or (word.tag == "NN1" and should_it(words, i, after))
    if infinitive or (before.lemma == "help" and helped(word, before, after)):
        return "VVI"
    if word.tag in {"NN1", "NN2"} and _only_verb(words, i, before, after):
        return "VVB" if word.tag == "NN1" else "VVZ"
    return None


def _plural(words: list[Token], i: int, before: Token, after: Token | None) -> bool:
    """Is a form in -s a plural (shelling targets; seized Azeri forces; Azerbaijani forces shelled), no verb?"""
    if words[i].text == "forces" and before.tag in {"NP0", "AJ0"} and finite_before(words, i):
        return True
    if i > 1 and before.tag == "NN1" and words[i - 2].tag in {"VVG", "VVI", "PRP"}:
        return True
    if i > 1 and before.tag == "NP0" and words[i - 2].tag in FINITE:
        return not told_verb(words, i)
    return after is not None and is_forces(words[i], before, after)


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
    if word.tag == "VVI" and before.tag == "PNI":
        return "VVB"
    if word.tag == "VVI" and before.tag == "PRP" and before.text.lower() == "to":
        return "NN1"
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
    if (
        word.tag in {"NN1", "AJ0"}
        and before.text.lower() in {"of", "without", "by"}
        and verb_lemma_known(word.text.lower())
    ):
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
    return opener is not None and opener.text == "," and (after is None or after.text in {",", ".", ";"})


def _after_modal(words: list[Token], i: int) -> bool:
    for j in range(i - 1, max(-1, i - 4), -1):
        if words[j].tag in {"AV0", "XX0", "PUQ"} or (words[j].tag == "PNP" and words[j - 1].tag.startswith("VD")):
            continue
        return words[j].tag in {"VM0", "TO0"} or words[j].tag.startswith("VD")
    return False


_ROUGHLY = frozenset({"about", "around", "some", "nearly", "almost", "over", "up"})
_OBJECTS = frozenset({"AT0", "DPS", "NP0", "NN2", "PNP", "CRD"})
