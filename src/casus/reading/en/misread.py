"""Words the tagger took for another class, by what stands around them: participles, infinitives, nouns of office."""

from __future__ import annotations

from casus.reading.en.names import names_in
from casus.reading.en.participles import FINITE, NOMINAL, wanted
from casus.reading.en.small_words import AFTER_TO
from casus.reading.en.verb_forms import verb_known, verb_lemma
from casus.reading.tokens import Token

_BEFORE_BARE = frozenset({"TO0", "VM0", "VVI", "VDD", "VDB", "VDZ", "VBI"})
"""Tags of what a bare infinitive after ``and`` may be joined to."""


def agent_follows(word: Token, before: Token, after: Token | None) -> bool:
    """Is it a participle before its agent, taken for a noun (a truce brokered by Qatar)?"""
    by = after is not None and after.text.lower() == "by"
    return by and word.tag == "NN1" and before.tag in NOMINAL and verb_known(verb_lemma(word.text.lower()))


def no_adjective(words: list[Token], i: int, before: Token, after: Token | None) -> str | None:
    """The tag of what is only taken for an adjective: wants it disarmed, a former spy chief, helped free them."""
    word = words[i]
    by = after is not None and after.text.lower() == "by"
    if word.text.lower().endswith("ed") and before.tag in NOMINAL and (by or wanted(words, i)):
        return "VVN"
    if before.text.lower() == "the" and _is_people(words, i):
        return "NN2"
    if before.tag == "NN1" and _ends_phrase(after) and _is_role(before.text + " " + word.text):
        return "NN1"
    if before.tag == "AT0" and _ends_phrase(after) and _is_role(word.text):
        return "NN1"
    return "VVI" if before.lemma == "help" and helped(word, before, after) else None


_AFTER_PEOPLE = frozenset({"TO0", "CJT", "PRP", "PRF", "DTQ", "PNQ", "VVN", *FINITE})


def _is_people(words: list[Token], i: int) -> bool:
    """Is an adjective of a country a whole people or its side (asked the Chinese to keep clear), no noun after it?"""
    named = any(f.entry.kind == "state" for f in names_in(words[i].text))
    after = words[i + 1 : i + 3]
    if not named or not after:
        return named
    joined = after[0].tag == "CJC" and len(after) > 1 and after[1].tag in {"AT0", "DPS", "PNP", *FINITE}
    return after[0].tag in _AFTER_PEOPLE or after[0].pos == "comma" or after[0].text in {".", ";", ":"} or joined


def no_infinitive(words: list[Token], i: int, before: Token) -> bool:
    """Is it the present tense: after a verb of saying, or joined to no infinitive (are safe and remain on board)?"""
    from casus.reading.en.words import listed

    if before.tag in {"VVZ", "VVD"}:
        return before.lemma in listed("report")
    return before.tag == "CJC" and not any(w.tag in _BEFORE_BARE for w in words[:i])


def should_it(words: list[Token], i: int, after: Token | None) -> bool:
    """Is it the verb of an inverted condition (should the North attack the islands)?"""
    if words[-1].text == "?" and words[0].tag in {"VM0", "VDD", "VDZ", "VDB"} and _asked_verb(words, i, after):
        return True
    if after is None or after.tag not in AFTER_TO or not verb_known(words[i].text.lower()):
        return False
    for j in range(i - 1, max(-1, i - 5), -1):
        if words[j].text.lower() == "should":
            return j < i - 1 and (j == 0 or words[j - 1].pos not in {"noun", "propn", "pron"})
        if words[j].tag not in {"AT0", "DPS", "AJ0", "NP0", "NN1", "NN2", "DT0"}:
            return False
    return False


def _asked_verb(words: list[Token], i: int, after: Token | None) -> bool:
    """Is it the verb of a question (Could Russian troops land at the airport?)?"""
    if after is None or after.tag not in AFTER_TO | {"PRP"} or not verb_known(words[i].text.lower()):
        return False
    phrase = {"AT0", "DPS", "AJ0", "NP0", "NN1", "NN2", "NN0", "DT0", "PNP", "POS"}
    return i > 1 and words[i - 1].tag in {"NN2", "NP0", "NN0", "PNP"} and all(w.tag in phrase for w in words[1:i])


def _ends_phrase(after: Token | None) -> bool:
    return after is None or after.tag in {"PRP", "PUN", "PRF", "CJC"} or after.pos in {"verb", "aux"}


def helped(word: Token, before: Token, after: Token | None) -> bool:
    """Is it a verb after help with an object of its own (helped free the hostages)?"""
    opens = before.pos == "verb" and after is not None and after.tag in AFTER_TO
    return opens and word.tag in {"VVB", "NN1", "AJ0"} and verb_known(word.text.lower())


def _is_role(word: str) -> bool:
    return any(f.entry.kind == "role" and f.span[1] == len(word) for f in names_in(word.lower()))
