"""Tags of words in the company of verbs of saying: claims it killed, described how, called claims that … false."""

from __future__ import annotations

from casus.reading.en.participles import FINITE, NOMINAL, finite_before, finite_follows
from casus.reading.en.verb_forms import IRREGULAR, verb_known, verb_lemma
from casus.reading.tokens import Token

TAGS = frozenset({"NN1", "NN2", "VVN", "VVD", "VVZ", "AJ0"})
"""The tags that may be mended here."""
JUDGES = frozenset({"call", "describe", "brand", "label", "term", "deem", "dismiss", "denounce", "consider", "reject"})
"""Verbs by which somebody calls what is said false or baseless."""
CLAIMS = frozenset({"claim", "report", "allegation", "accusation", "charge"})
_PAPERS = frozenset({"daily", "weekly", "monthly"})
_DASHES = frozenset({"-", "–", "—", "--"})
_PRONOUNS = frozenset({"it", "he", "she", "they", "we"})
_AFTER_TAG = frozenset({"on", "in", ".", ";"})
_TELLS_HOW = frozenset({"describe", "recount", "relate", "explain", "detail", "recall"})


def telling_tag(words: list[Token], i: int) -> str | None:
    """Give the tag of a word that what is said, or that it is said, settles; None where it does not."""
    if i + 1 >= len(words) or words[i].tag not in TAGS:
        return None
    if i == 0:
        told = words[0].tag == "VVZ" and words[1].tag == "CJT" and words[0].text.lower() in {"claims", "reports"}
        return "NN2" if told else None
    return _MENDS[words[i].tag](words, i)


def _says(words: list[Token], i: int) -> str | None:
    """A verb before a pronoun with its verb (junta claims it killed), or between dashes (— the militia claims —)."""
    from casus.reading.en.words import listed

    if told_verb(words, i):
        return "VVZ"
    if words[i - 1].tag not in NOMINAL or verb_lemma(words[i].text.lower()) not in listed("report"):
        return None
    after = words[i + 1]
    clause = after.text.lower() in _PRONOUNS and i + 2 < len(words) and words[i + 2].tag in FINITE
    if clause and not finite_before(words, i):
        return "VVZ"
    j = i - 1
    while j > 0 and words[j].tag in {*NOMINAL, "AJ0", "AT0", "DPS", "POS"}:
        j -= 1
    or_so = words[j].text.lower() == "so" and words[j - 1].text.lower() == "or"
    return "VVZ" if or_so or (after.text in _DASHES and words[j].text in _DASHES) else None


def told_verb(words: list[Token], i: int) -> bool:
    """Is it the verb of what a named one is said to do (says Doha reserves the right)?"""
    from casus.reading.en.words import listed

    if not 1 < i < len(words) - 1 or words[i - 1].tag != "NP0" or words[i + 1].tag not in {"AT0", "DPS", "PNP"}:
        return False
    says = words[i - 2].tag in FINITE and words[i - 2].lemma in listed("report")
    return says and verb_known(verb_lemma(words[i].text.lower())) and not finite_follows(words, i)


def _claims(words: list[Token], i: int) -> str | None:
    """A headline's verb before the attack somebody owns up to (Rebels claim attack on base)."""
    from casus.reading.en.words import index

    if _plural_tells(words, i) or _several_say(words, i):
        return "VVB"
    if words[i].text != "claim" or words[i - 1].tag not in {"NP0", "NN2"} or words[i + 1].lemma not in index().nouns:
        return None
    return None if any(w.tag in FINITE for w in words) else "VVB"


def _plural_tells(words: list[Token], i: int) -> bool:
    """Is it what several say, before a pronoun with its verb (the Houthis claim they fired)?"""
    from casus.reading.en.words import listed

    before, after = words[i - 1], words[i + 1 : i + 3]
    clause = len(after) == 2 and after[0].text.lower() in _PRONOUNS and after[1].tag in FINITE
    plural = before.tag == "NN2" or (before.tag == "NP0" and before.text.endswith("s"))
    return clause and plural and words[i].text in listed("report") and not finite_before(words, i)


def _several_say(words: list[Token], i: int) -> bool:
    """Is it who says so between commas (…, analysts caution, …)?"""
    from casus.reading.en.words import listed

    if words[i + 1].text != "," or words[i - 1].tag != "NN2" or finite_before(words, i, comma=True):
        return False
    j = i - 1
    while j > 0 and words[j].tag in {*NOMINAL, "AT0", "DPS", "AJ0", "CRD", "DT0", "POS"}:
        j -= 1
    low = words[i].text.lower()
    return words[j].text == "," and j < i - 1 and (low in listed("report") or low in listed("tag"))


def _said(words: list[Token], i: int) -> str | None:
    """A past tense before ``how`` or ``claims that``, and of who it says did something (a man who it says spied)."""
    from casus.reading.en.words import listed

    word, before, after = words[i], words[i - 1], words[i + 1]
    if before.tag in {"VVZ", "VVD", "VVB"} and before.lemma in listed("report") and i > 2:
        return "VVD" if words[i - 3].tag in {"PNQ", "DTQ"} and words[i - 2].tag in {"PNP", "NP0"} else None
    if _stays(words, i) or _closing_tag(words, i):
        return "VVD"
    if before.tag not in {*NOMINAL, "PNP"} or finite_before(words, i):
        return None
    if after.text.lower() == "how" and word.lemma in _TELLS_HOW:
        return "VVD"
    claims = after.tag == "VVZ" and i + 2 < len(words) and words[i + 2].tag == "CJT"
    return "VVD" if claims and word.lemma in JUDGES else None


def _closing_tag(words: list[Token], i: int) -> bool:
    """Is it the verb of who says so after a clause and a comma (…, the naval force confirmed on Friday)?"""
    from casus.reading.en.words import listed

    if words[i + 1].text.lower() not in _AFTER_TAG or words[i - 1].tag not in NOMINAL or finite_follows(words, i):
        return False
    if words[i].lemma not in listed("report") and words[i].lemma not in listed("tag"):
        return False
    j = i - 1
    while j > 0 and words[j].tag in {*NOMINAL, "AT0", "DPS", "AJ0", "CRD", "DT0", "POS"}:
        j -= 1
    return words[j].text == "," and finite_before(words, j)


def _stays(words: list[Token], i: int) -> str | None:
    """A past tense as the verb of what somebody tells (described how police fired)."""
    if words[i - 1].tag not in {*NOMINAL, "PNP"} or words[i + 1].text.lower() == "by":
        return None
    j = i - 1
    while j > 1 and words[j].tag in {*NOMINAL, "PNP", "AT0", "DPS", "AJ0", "CRD", "DT0"}:
        j -= 1
    told = j > 0 and words[j].text.lower() == "how" and words[j - 1].lemma in _TELLS_HOW
    return "VVD" if told else None


def _things_said(words: list[Token], i: int) -> str | None:
    """A plural right after a verb (called claims that …; wants guarantees): two finite verbs never stand together."""
    if words[i - 1].tag in {"VVZ", "VVD", "VVB"} and words[i - 1].lemma not in JUDGES:
        return "NN2" if i > 1 and words[i - 2].tag not in {"DTQ", "PNQ", "CJT"} else None
    judged = words[i - 1].pos == "verb" and words[i - 1].lemma in JUDGES
    return "NN2" if judged and words[i + 1].tag == "CJT" else None


def _past(words: list[Token], i: int) -> str | None:
    """A past tense where no adjective can stand (it retook; Riyadh armed the rebels); a newspaper (the daily said)."""
    low, before = words[i].text.lower(), words[i - 1]
    if before.text.lower() in _PRONOUNS and low in IRREGULAR:
        return "VVD"
    claimed = i > 1 and words[i - 2].lemma in CLAIMS and words[i - 2].pos == "noun" and before.tag in {"NP0", "NN2"}
    if claimed and low.endswith("ed"):
        return "VVD"
    after = words[i + 1]
    if low in _PAPERS and before.tag == "AT0" and (after.tag in FINITE or after.tag == "VVN"):
        return "NN1"
    if before.tag != "NP0" or not low.endswith("ed"):
        return None
    alone = not finite_before(words, i, comma=True) and not finite_follows(words, i)
    named = after.text[0].isupper() and words[i].text.islower() and alone
    return "VVD" if named or after.tag in {"AT0", "DPS"} else None


_MENDS = {"NN1": _claims, "NN2": _says, "VVN": _said, "VVD": _stays, "VVZ": _things_said, "AJ0": _past}
"""What mends a tag."""
