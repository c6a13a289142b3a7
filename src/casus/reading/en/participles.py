"""Past tense or participle: what a form in -ed is, from the words before and after it."""

from __future__ import annotations

import itertools

from casus.reading.tokens import Token

NOMINAL = {"NN0", "NN1", "NN2", "NP0"}
FINITE = {
    "VVD", "VVZ", "VVB", "VM0", "VBD", "VBZ", "VBB", "VHD", "VHZ", "VHB", "VDD", "VDZ", "VDB",
}  # fmt: skip
_BOTH = {"both", "either", "neither", "also"}
_HAVE_BE = {"be", "have", "get"}
PUNCTUATION = {
    ",": "PUN", ".": "PUN", ";": "PUN", ":": "PUN", "!": "PUN", "?": "PUN", '"': "PUQ", "“": "PUQ", "”": "PUQ",
    "–": "PUN", "—": "PUN", "--": "PUN", "-": "PUN",
}  # fmt: skip
_CLAUSE_MARKS = {";", ":", ",", ".", '"', "“", "”"}
SAME_FORM = frozenset({
    "sent", "shot", "struck", "hit", "cut", "said", "held", "found", "lost", "met", "fought", "left", "put", "led",
    "built", "brought", "spread", "set", "shut", "split", "burst", "cast", "sought", "bought", "caught", "kept",
    "made", "paid", "laid", "fled", "won", "spent", "sold", "told", "heard", "felt", "stood", "understood",
})  # fmt: skip
UNCHANGED = SAME_FORM | {
    "read",
    "bid",
    "bet",
    "beat",
    "quit",
    "rid",
    "thrust",
    "cost",
    "let",
    "shed",
    "upset",
    "come",
    "run",
    "become",
    "overrun",
    "hurt",
    "overcome",
    "offset",
    "reset",
    "broadcast",
    "forecast",
    "wed",
    "slit",
}
"""Verbs whose past form may look like their dictionary form."""
_SHUT = frozenset({
    "shut", "cut", "hit", "shot", "held", "closed", "blocked", "seized", "detained", "destroyed", "sealed", "bombed",
    "shelled", "jailed", "expelled", "confiscated", "looted", "burnt", "torched", "cancelled", "suspended", "frozen",
})  # fmt: skip
"""Past forms of what is done to something, which end no clause of their own."""
WANTS = frozenset({"want", "need"})
_NOUN_PHRASE = frozenset({*NOMINAL, "AT0", "DPS", "AJ0", "CRD", "DT0", "POS", "PNP", "AVP", "AV0"})
_TIMES = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "time"})
_ORDERS = frozenset(
    {"order", "demand", "urge", "warn", "accuse", "condemn", "deny", "reject", "propose", "offer", "call"}
)
COUNTS = frozenset({"report", "count", "record", "confirm", "announce", "list", "register"})
_HARMED = frozenset({
    "dead",
    "killed", "wounded", "injured", "hurt", "arrested", "detained", "feared", "missing", "kidnapped", "abducted",
})  # fmt: skip


def participle(words: list[Token], i: int, after: Token | None) -> str | None:
    """Past tense or participle: a participle after be and have and before ``by``; a clause's only verb is finite."""
    opener = _opener(words, i)
    if opener is not None and opener.pos == "aux" and opener.lemma in _HAVE_BE:
        return "VVN"
    if opener is not None and opener.tag == "CJC" and words[i].tag == "VVN":
        return "VVD" if _joined_past(words, i, after) else None
    if _says_so(words, i, after):
        return "VVD"
    if wanted(words, i):
        return "VVN"
    if words[i].tag == "VVD" and _passive_goes_on(words, i, after):
        return "VVN"
    if (i and _set_between(words, i)) or _casualty_of(words, i) or toll(words, i):
        return "VVN"
    return _past(words, i, after) if words[i].tag == "VVD" else _maybe_past(words, i, after)


def _passive_goes_on(words: list[Token], i: int, after: Token | None) -> bool:
    """Is it a passive that shares its auxiliary (visas have been revoked and the post shut), nothing after it?"""
    ends = after is None or after.text in {".", ",", ";"} or after.text.lower() == "by"
    if not ends or words[i].text.lower() not in _SHUT:
        return False
    j = i - 1
    while j > 0 and words[j].tag in _NOUN_PHRASE:
        j -= 1
    return 1 < j < i - 1 and words[j].tag == "CJC" and _passive_in(words[:j])


def _passive_in(words: list[Token]) -> bool:
    return any(a.pos == "aux" and a.lemma == "be" and b.tag == "VVN" for a, b in itertools.pairwise(words))


def wanted(words: list[Token], i: int) -> bool:
    """Is it what somebody wants done (wants the militia disarmed and its leaders handed over), not what was done?"""
    seen = False
    for word in reversed(words[:i]):
        if word.lemma in WANTS and word.pos == "verb":
            return seen
        if word.tag not in _NOUN_PHRASE and word.tag not in {"CJC", "VVN"}:
            return False
        seen = seen or word.tag in NOMINAL
    return False


def _says_so(words: list[Token], i: int, after: Token | None) -> bool:
    """Is it a verb of saying between commas with its subject (If talks fail, one envoy mused, war will come)?"""
    from casus.reading.en.words import governor

    if after is None or after.text != "," or governor(words[i].lemma, "report", "that") is None:
        return False
    j = i - 1
    while j > 0 and (words[j].tag in NOMINAL or words[j].tag in {"AT0", "DPS", "AJ0", "CRD", "DT0", "POS", "PNP"}):
        j -= 1
    return 0 < j < i - 1 and words[j].text == ","


def _opener(words: list[Token], i: int) -> Token | None:
    """Give the word a form leans on: the one before it, adverbs left aside."""
    j = i - 1
    while j >= 0 and (words[j].tag in {"AV0", "XX0"} or words[j].text.lower() in _BOTH):
        j -= 1
    return words[j] if j >= 0 else None


_GOES_ON = {"AT0", "DPS", "DT0", "PNP", "CRD", "NP0", "PRP", "AVP", "CJT", "TO0", "AV0", "AJ0", "NN1", "NN2"}


def _joined_past(words: list[Token], i: int, after: Token | None) -> bool:
    """Is a form after ``and`` one more past tense (condemned the raid and called for talks), no participle?"""
    if after is None or after.tag not in _GOES_ON or after.text.lower() == "by" or not _has_past_form(words[i]):
        return False
    if words[i].lemma in _ORDERS and after.tag in {"AT0", "DPS", "NP0", "DT0", "PNP", "NN2"}:
        return True
    joint = next(j for j in range(i - 1, -1, -1) if words[j].tag == "CJC")
    earlier = _verb_before(words, joint)
    return earlier is not None and earlier.tag in {"VVD", "VVZ"} and words[joint - 1].tag != "VVN"


def _past(words: list[Token], i: int, after: Token | None) -> str | None:
    """Whether what was taken for the past tense is a participle on its noun."""
    if i and after is not None and after.text.lower() == "by" and words[i - 1].tag in NOMINAL:
        reduced = finite_follows(words, i) or finite_before(words, i) or _past_follows(words, i)
    else:
        reduced = i > 0 and _reduced(words, i, after)
    return "VVN" if reduced else None


def _maybe_past(words: list[Token], i: int, after: Token | None) -> str | None:
    """Whether what was taken for a participle is the past tense its clause lacks."""
    if not i or not _has_past_form(words[i]):
        return None
    if _after_aside(words, i) or _own_clause(words, i, after):
        return "VVD"
    if (after is not None and after.text.lower() == "by") or finite_before(words, i):
        return None
    object_follows = after is not None and (after.tag in {"AT0", "DPS", "NP0", "PNP"} or _plural_object(words, i + 1))
    lone = object_follows or not finite_follows(words, i)
    return "VVD" if lone and words[i - 1].tag not in {"CJS", "AT0", "DPS"} else None


def _plural_object(words: list[Token], j: int) -> bool:
    """Is it a plural object (suspended deliveries; killed six civilians), no length of time (arrested two days ago)?"""
    for word in words[j : j + 4]:
        if word.tag == "NN2":
            return word.lemma not in _TIMES
        if word.tag not in {"AJ0", "CRD", "NN1"}:
            return False
    return False


def _own_clause(words: list[Token], i: int, after: Token | None) -> bool:
    """Is it the verb of a clause after a noun and ``that`` (isles that X occupied), or right after ``says``?"""
    from casus.reading.en.words import governor, listed

    j = i - 2 if words[i - 1].text.lower() == "never" else i - 1
    while j > 0 and (words[j].tag in NOMINAL or words[j].tag in {"AT0", "DPS", "AJ0", "CRD", "DT0", "POS"}):
        if _begins_phrase(words, j) and (after is None or after.text.lower() != "by"):
            return True
        j -= 1
    if j <= 0 or j == i - 1 or (after is not None and after.text.lower() == "by"):
        return False
    if words[j].tag in {"CJT", "DTQ"}:
        return words[j].text.lower() in {"that", "which"} and words[j - 1].pos == "noun"
    says = governor(words[j].lemma, "report", "that") is not None or words[j].lemma in listed("tag")
    return words[j].tag in FINITE and says and not finite_follows(words, i)


def _begins_phrase(words: list[Token], j: int) -> bool:
    """Begins a noun phrase here right after a noun it is not part of (a claim the ministry denied)?"""
    before = words[j - 1]
    return words[j].tag in {"AT0", "DPS"} and before.tag in {"NN1", "NN2"} and j > 1 and words[j - 2].tag != "PRP"


def _set_between(words: list[Token], i: int) -> bool:
    """Stands the participle between commas before the clause's verb (the men, accused of spying, were flown home)?"""
    before = words[i - 2] if words[i - 1].tag == "AV0" and i > 1 else words[i - 1]
    if before.text != "," or finite_before(words, i):
        return False
    for k in range(i + 1, len(words)):
        if words[k].text == ",":
            rest = [w for w in words[k + 1 : k + 3] if w.tag not in {"AV0", "XX0"}]
            return bool(rest) and rest[0].tag in FINITE
        if bounds(words[k]) or words[k].tag in FINITE:
            return False
    return False


def _casualty_of(words: list[Token], i: int) -> bool:
    """Is it the second of ``six were killed and four wounded``: a number before, a passive before that?"""
    if i < 2 or words[i - 1].tag != "CRD":
        return False
    joined = words[i - 2].tag == "CJC" or words[i - 2].text == ","
    passive = any(a.pos == "aux" and a.lemma == "be" and b.tag == "VVN" for a, b in itertools.pairwise(words[:i]))
    return joined and passive


def toll(words: list[Token], i: int) -> bool:
    """Is it a headline's ``two killed in`` or ``five people injured``: a number, a participle, no object?"""
    number = i > 0 and (
        words[i - 1].tag == "CRD" or (i > 1 and words[i - 1].tag in {"NN2", "NN0", "NN1"} and words[i - 2].tag == "CRD")
    )
    after = words[i + 1] if i + 1 < len(words) else None
    ends = after is None or after.tag in {"PRP", "CJS", "PUN", "CJC"} or after.text in PUNCTUATION
    if words[i].text.lower() not in _HARMED or not number or not ends:
        return False
    return not finite_before(words, i, comma=True) or _counts_them(words, i)


def _counts_them(words: list[Token], i: int) -> bool:
    """Is it the toll that somebody reports (the hospital reported 12 dead and 40 wounded)?"""
    verb = next((w for w in reversed(words[:i]) if w.tag in FINITE), None)
    return verb is not None and verb.lemma in COUNTS


def _after_aside(words: list[Token], i: int) -> bool:
    """Waits the subject for its verb behind a relative clause set between commas (the envoy, who is to fly, called)?"""
    if words[i - 1].text != ",":
        return False
    opener = next((k for k in range(i - 2, 0, -1) if words[k].tag in {"DTQ", "PNQ"} and words[k - 1].text == ","), None)
    if opener is None or not any(w.tag in FINITE for w in words[opener:i]):
        return opener is None and _after_participle(words, i)
    return not any(w.tag in FINITE for w in words[: opener - 1])


def _after_participle(words: list[Token], i: int) -> bool:
    """Waits the subject behind a participle between commas (the ship, hit by a mine, sank; says the ship, …, sank)?"""
    from casus.reading.en.words import governor

    k = i - 2
    while k > 1 and words[k].text != "," and words[k].tag not in FINITE:
        k -= 1
    if k < 2 or words[k].text != "," or words[k + 1].tag not in {"VVN", "VVG"} or finite_follows(words, i):
        return False
    j = k - 1
    while j >= 0 and words[j].tag in _NOUN_PHRASE | {"PRF"}:
        j -= 1
    if j < 0:
        return words[k - 1].tag in NOMINAL
    says = words[j].tag in FINITE and governor(words[j].lemma, "report", "that") is not None
    return (says or words[j].tag == "CJT") and words[k - 1].tag in NOMINAL


def _verb_before(words: list[Token], i: int) -> Token | None:
    """The finite verb the clause has already, with nothing between that could begin another."""
    for j in range(i - 1, -1, -1):
        if words[j].tag in FINITE or (words[j].tag == "VVN" and j and words[j - 1].pos in {"aux", "adv"}):
            return words[j]
        if bounds(words[j]):
            return None
    return None


def _reduced(words: list[Token], i: int, after: Token | None) -> bool:
    """Is a past form a participle on its noun (jets deployed under a treaty were scrambled)?"""
    from casus.reading.en.words import governor

    if words[i - 1].tag not in NOMINAL or after is None or after.tag not in {"PRP", "PRF", "AV0", "AVP"}:
        return False
    earlier = _verb_before(words, i)
    if earlier is None and words[i - 1].tag == "NP0" and (i == 1 or words[i - 2].tag not in {"AT0", "AJ0", *NOMINAL}):
        return False
    if earlier is not None:
        takes = any(governor(earlier.lemma, kind, "that") is not None for kind in ("report", "verb"))
        return _has_past_form(words[i]) and not takes and earlier.lemma not in {"be", "have", "do"}
    if not _has_past_form(words[i]) or governor(words[i].lemma, "report", "that") is not None:
        return False
    if governor(words[i].lemma, "verb", "that") is not None:
        return False
    for word in words[i + 1 :]:
        if word.tag in FINITE:
            return True
        if bounds(word):
            return False
    return False


def _has_past_form(word: Token) -> bool:
    return word.text.lower().endswith("ed") or word.text.lower() in SAME_FORM


def bounds(word: Token) -> bool:
    """May a clause begin or end at the word?"""
    return word.tag in {"CJT", "CJS", "CJC", "DTQ", "PNQ"} or word.text in _CLAUSE_MARKS


def finite_before(words: list[Token], i: int, *, comma: bool = False) -> bool:
    """Has the clause a finite verb before the word?"""
    for word in reversed(words[:i]):
        if word.tag in FINITE:
            return True
        if bounds(word) and (comma or word.text != ","):
            return False
    return False


def _past_follows(words: list[Token], i: int) -> bool:
    """Comes a past form after a noun, before the clause ends, that may be its verb (planted by X exploded)?"""
    for before, word in itertools.pairwise(words[i + 1 :]):
        if word.tag in {"VVN", "VVD"} and _has_past_form(word) and before.tag in NOMINAL:
            return True
        if bounds(word):
            return False
    return False


def finite_follows(words: list[Token], i: int) -> bool:
    """Comes a finite verb after the word, before the clause ends?"""
    for word in words[i + 1 :]:
        if word.tag in FINITE:
            return True
        if bounds(word):
            return False
    return False
