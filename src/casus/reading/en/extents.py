"""Where English verb groups and noun phrases end."""

from __future__ import annotations

from casus.reading.en.names import names_in
from casus.reading.en.words import governor
from casus.reading.places import place_words
from casus.reading.tokens import Token
from casus.records import Span

NOUNS = {"noun", "propn"}
FINITE = {
    "VVD", "VVZ", "VVB", "VM0", "VBD", "VBZ", "VBB", "VHD", "VHZ", "VHB", "VDD", "VDZ", "VDB",
}  # fmt: skip
_INSIDE = {"noun", "propn", "adj", "num", "adnoun"}
_TIMES = {"time", "day", "week", "month", "year", "hour", "minute"}
_FLOATS = {"first", "each", "both", "all"}
"""Words that may stand between an auxiliary and its verb (must first disarm; may each act)."""
_TAKEN = {"hostage", "prisoner", "captive"}
_DEGREE = {
    "most", "least", "more", "less", "about", "some", "nearly", "almost", "only", "over", "around", "up", "fewer",
}  # fmt: skip


def verb_end(words: list[Token], i: int) -> int:
    """Give where a verb group that begins here ends; ``i`` where none does."""
    opens = i + 1 if words[i].tag == "XX0" and i + 1 < len(words) and words[i + 1].tag == "TO0" else i
    to = words[opens].tag == "TO0"
    j = _after_to(words, opens) if to else _after_adverbs(words, i)
    if j < 0:
        return i
    while j < len(words):
        word = words[j]
        if word.pos == "verb":
            return (
                j if _adjectival(words, j, i) and any(w.pos == "aux" for w in words[i:j]) else _with_verb(words, i, j)
            )
        if word.pos == "aux" and not (to and j > i and word.tag in FINITE):
            ought = word.text.lower() == "ought" and j + 1 < len(words) and words[j + 1].tag == "TO0"
            j += 2 if ought else 1
        elif (word.tag in {"XX0", "AV0"} or (j > i and word.text.lower() in _FLOATS)) and _continues(words, j):
            j += 1
        else:
            break
    return j if any(w.pos == "aux" for w in words[i:j]) else i


def _with_verb(words: list[Token], i: int, j: int) -> int:
    return i if _adjectival(words, j, i) else j + 1


def _after_to(words: list[Token], opens: int) -> int:
    """The verb of an infinitive, adverbs left aside; -1 where none follows."""
    j = opens + 1
    while j < len(words) and words[j].tag in {"AV0", "XX0"}:
        j += 1
    return j if j < len(words) and words[j].pos in {"verb", "aux"} else -1


def _after_adverbs(words: list[Token], i: int) -> int:
    """Where the verbs of a group begin that may open with ``not`` or ``never``; -1 for an adverb that opens none."""
    if words[i].tag not in {"XX0", "AV0"}:
        return i
    k = i
    while k < len(words) and words[k].tag in {"XX0", "AV0"} and words[k].text.lower() not in _DEGREE:
        k += 1
    if k == i or k == len(words):
        return -1
    verb = words[k].pos == "verb"
    own = words[i].text.lower() in {"never", "also", "flatly"} and words[k].tag != "VVN"
    return k if words[k].pos == "aux" or (verb and (words[i].tag == "XX0" or own)) else -1


def _continues(words: list[Token], j: int) -> bool:
    """Does an adverb stand inside the group (have never formally disputed, will not)?"""
    if words[j].tag == "XX0":
        return True
    k = j + 1
    while k < len(words) and words[k].tag in {"AV0", "XX0"}:
        k += 1
    return k < len(words) and words[k].pos in {"verb", "aux"} and not _adjectival(words, k, j)


def _adjectival(words: list[Token], j: int, start: int) -> bool:
    """Does a participle stand before its noun (an occupied town, advancing troops)?"""
    tag = words[j].tag
    if tag not in {"VVN", "VVG"} or j + 1 >= len(words):
        return False
    before = words[j - 1] if j else None
    if before is not None and before.pos == "aux" and j > start:
        return False
    follows = words[j + 1].pos in NOUNS
    if before is not None and before.pos in {"adnoun", "adj", "num"} and before.tag != "CRD":
        return follows or words[j + 1].pos == "adj"
    return bool(before is not None and before.tag in {"CRD", "POS"} and follows)


def noun_end(words: list[Token], i: int, dates: tuple[Span, ...]) -> int:
    """Give where a noun phrase that begins here ends; ``i`` where none does."""
    first = words[i]
    if first.tag in {"PNP", "PNI", "PNX", "EX0"}:
        return i + 1
    if _own_alone(words, i):
        return i + 2
    if first.pos in {"particle", "adv", "conj"} and (opens := _counting(words, i)) > i:
        rest = noun_end(words, opens, dates)
        return rest if rest > opens else i
    if first.tag == "DTQ" or (first.tag == "AV0" and not _quantity(words, i)):
        return i
    j, last = i, i
    while j < len(words) and not (dates and any(d[0] <= words[j].start < d[1] for d in dates)):
        if _belongs(words, i, j):
            j += 1
            if words[j - 1].pos in NOUNS or words[j - 1].tag in {"DT0", "CRD", "PNP"}:
                last = j
        elif _links(words, i, j):
            j += 1
        else:
            break
    superlative = last == i and j > i + 1 and words[j - 1].tag in {"AJS", "ORD"} and first.tag == "AT0"
    return j if superlative else _without_result(words, i, last)


def _counting(words: list[Token], i: int) -> int:
    """Give where a number begins that ``at least``, ``up to`` or ``as many as`` opens here; ``i`` where none does."""
    low = words[i].text.lower()
    if low not in {"at", "up", "as"} or i + 2 >= len(words):
        return i
    after = words[i + 1].text.lower()
    if low == "at":
        return i + 2 if after in {"least", "most"} else i
    if low == "up":
        return i + 2 if after == "to" and words[i + 2].tag == "CRD" else i
    many = after in {"many", "few", "much"} and words[i + 2].text.lower() == "as"
    return i + 3 if many and i + 3 < len(words) else i


def _own_alone(words: list[Token], i: int) -> bool:
    """Is it ``its own`` without a noun (its men fled, and our own held out)?"""
    if words[i].tag != "DPS" or i + 1 >= len(words) or words[i + 1].text.lower() != "own":
        return False
    return i + 2 >= len(words) or words[i + 2].pos not in _INSIDE


def _without_result(words: list[Token], i: int, last: int) -> int:
    """Leave out what only says how somebody ended (shot dead a mayor; took the envoy hostage)."""
    if words[i].text.lower() == "dead" and last > i and words[i + 1].tag in {"AT0", "CRD"}:
        return i
    taken = last > i + 2 and words[last - 1].text.lower() in _TAKEN and words[last - 2].pos in NOUNS
    return last - 1 if taken else last


def _belongs(words: list[Token], i: int, j: int) -> bool:
    """Is a word part of the noun phrase that began at ``i``?"""
    word = words[j]
    participle = word.tag in {"VVN", "VVG"} and j > i and _adjectival(words, j, j)
    if word.pos not in _INSIDE and word.tag != "POS" and not participle:
        return False
    if word.tag == "CRD" and word.text.isalpha() and j > i and words[j - 1].tag == "NP0":
        return False
    opens = word.pos == "adnoun" and j > i and words[j - 1].pos in NOUNS
    counts = word.tag == "CRD" and j > i and words[j - 1].pos == "noun" and j + 1 < len(words)
    opens = opens or (counts and words[j + 1].tag == "NN2" and words[j + 1].lemma in _TIMES)
    if j > i and word.tag == "NN2" and _next_people(words, i, j):
        return False
    return not opens and not (j > i and _next_name(words, i, j))


def _links(words: list[Token], i: int, j: int) -> bool:
    """Is a word one that only links parts of the phrase (more than ten, very large, Peruvian and Ecuadorean)?"""
    word = words[j]
    if word.text.lower() == "than":
        return j > i and words[j - 1].text.lower() in {"more", "less", "fewer"}
    if word.text.lower() == "so" and j > i + 1 and _or_so(words, j - 1):
        return True
    if word.tag == "AV0":
        before_adjective = j > i and j + 1 < len(words) and words[j + 1].pos == "adj" and _noun_after(words, j)
        return _quantity(words, j) or before_adjective
    if word.tag == "CJC":
        return j > i and (_joined_adjectives(words, j) or _or_so(words, j))
    return word.tag in {"VVN", "VVG"} and j == i and _premodifier(words, i)


def _or_so(words: list[Token], j: int) -> bool:
    """Is it ``30 or so gunmen``: a rough number?"""
    rough = words[j].text.lower() == "or" and j + 2 < len(words) and words[j + 1].text.lower() == "so"
    return rough and words[j - 1].tag == "CRD" and words[j + 2].pos in _INSIDE


def _next_people(words: list[Token], i: int, j: int) -> bool:
    """Begins another phrase here: a plural after ``a`` and its noun, or after hours (within hours shells were)?"""
    verb = j + 1 < len(words) and words[j + 1].tag in FINITE
    if not verb or words[j - 1].pos != "noun":
        return False
    hours = words[j - 1].tag == "NN2" and words[j - 1].lemma in _TIMES and i > 0 and words[i - 1].pos == "particle"
    return hours or (words[i].text.lower() in {"a", "an"} and words[j - 1].tag == "NN1" and words[i - 1].text == ",")


def _next_name(words: list[Token], i: int, j: int) -> bool:
    """Begins another phrase here with a name (at Ankara's request NATO ambassadors; after the attack Mali said)?"""
    word, before = words[j], words[j - 1]
    if before.pos != "noun" or not before.text[0].islower() or not word.text[0].isupper():
        return False
    named = word.tag == "NP0" or (word.tag == "NN1" and bool(names_in(word.text)))
    charge = words[i].tag == "AT0" and governor(before.lemma, "noun", "that") is not None and named
    remark = words[i].tag == "AT0" and i > 0 and words[i - 1].text == "," and named and _verb_after(words, j)
    if not (named or word.tag == "AJ0") or i == 0 or not (words[i - 1].pos == "particle" or charge or remark):
        return False
    role = any(f.entry.kind == "role" and f.entry.sort != "body" for f in names_in(before.text))
    return not role and before.text.lower() not in place_words("en")


def _verb_after(words: list[Token], j: int) -> bool:
    """Follows a finite verb right after a name (, a ruling Hong Kong has never accepted)?"""
    while j < len(words) and words[j].tag == "NP0":
        j += 1
    return j < len(words) and words[j].tag in FINITE


def _premodifier(words: list[Token], i: int) -> bool:
    """Does a phrase open with a participle that modifies (advancing troops, at a clause's beginning)?"""
    before = words[i - 1] if i else None
    opens = before is None or before.pos == "comma" or before.tag in {"CJC", "CJS", "CJT"}
    return opens and words[i].tag == "VVN" and i + 1 < len(words) and words[i + 1].pos in NOUNS


def _noun_after(words: list[Token], j: int) -> bool:
    k = j + 1
    while k < len(words) and words[k].pos in {"adj", "num"}:
        k += 1
    return k < len(words) and words[k].pos in NOUNS


def _quantity(words: list[Token], i: int) -> bool:
    """Does a word of degree open a number (about ten jets, at least eight, only the loss)?"""
    if words[i].text.lower() not in _DEGREE or i + 1 >= len(words):
        return False
    after = words[i + 1]
    return (
        after.tag in {"CRD", "DT0"}
        or (after.tag == "CJS" and after.text.lower() == "than")
        or (words[i].text.lower() == "only" and after.pos == "adnoun")
    )


def _joined_adjectives(words: list[Token], j: int) -> bool:
    """Is it ``Peruvian and 11 Ecuadorean soldiers``: adjectives joined before one noun?"""
    before = words[j - 1]
    if before.pos not in {"adj", "num"}:
        return False
    k = j + 1
    while k < len(words) and words[k].pos in {"adj", "num"}:
        k += 1
    return k > j + 1 and k < len(words) and words[k].pos in NOUNS
