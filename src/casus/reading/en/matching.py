"""Finding the predicate row of an English predicate: phrases first, then single words, adjectives, nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred
from casus.reading.en.verb_forms import IRREGULAR
from casus.reading.en.words import GAP, PARTICLES, PLACE, QUANTITIES, index
from casus.reading.lexicon import Predicate
from casus.reading.places import place_words
from casus.reading.tokens import Token

_SKIPPED = {"adnoun", "adj", "num", "suffix", "adv", "conj"}
_BE = {
    "be", "remain", "become", "stay", "get", "keep", "seem", "look", "appear",
}  # fmt: skip
_LONGEST_GAP = 7
_BOUNDS = frozenset({"CJT", "CJS", "DTQ", "PNQ", "VBZ", "VBD", "VBB", "VHZ", "VHD", "VHB", "VM0", "VDZ", "VDD", "VDB"})
"""Tags at which another clause begins: no object reaches beyond it (maintained that it has no troops)."""
_BEYOND = frozenset({"after", "before", "during", "amid", "despite", "following", "since", "until", "because", "while"})
"""Words at which something else is told than what a verb is done to (froze grants after the tests)."""
_STOPS = {",", ";", ":", "."}
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"})
_THESE = frozenset({"this", "last"})
_SPANS = frozenset({"week", "month", "year"})
_PREPOSITIONS = frozenset({"to", "with", "against", "for", "from", "of", "at", "by", "into", "between"})
_MARKS = {'"', "“", "”"}


@dataclass(slots=True)
class Match:
    """A row, the sentence's words it takes up, and whether what follows its last word is the object."""

    row: Predicate
    taken: list[int]
    open_end: bool = False
    gap: bool = False
    generic: bool = False
    """Has it a word for any noun of place?"""
    by_subject: bool = False
    exact: bool = True

    @property
    def verb_only(self) -> bool:
        """Is it a row of a lone verb?"""
        return not self.taken

    def rank(self, *, objectless: bool) -> tuple[int, bool, bool, int, bool]:
        """More words first, then those all written out, those without a gap, what stands closest, a lone verb's row."""
        apart = max(self.taken, default=0)
        return len(self.taken), not self.generic, not self.gap, -apart, self.row.pos == "vi" and objectless


def forms_of(words: list[Token]) -> frozenset[str]:
    """Give all that the words of a sentence may be found by: as written, dictionary forms, nouns with and without s."""
    found = {w.lemma for w in words}
    for word in words:
        low = word.text.lower()
        found.add(low)
        if word.pos == "noun":
            found.update((low + "s", low.removesuffix("s"), low.removesuffix("es")))
        if _is(word, PLACE):
            found.add(PLACE)
    return frozenset(found)


def find_verb(pred: Pred, words: list[Token], position: dict[int, int], forms: frozenset[str]) -> Match | None:
    """Find the row that fits a predicate and the words around it best; ``forms``: those of the sentence's words."""
    at = position[pred.group.head.start]
    objectless = not pred.objects() and not pred.passive
    best: Match | None = None
    for rest, row in _entries(pred, forms):
        if row.pos == "vi" and not objectless:
            continue
        taken = _follow(words, at, rest)
        if taken is None:
            continue
        found = Match(row, taken, gap=GAP in rest, generic=PLACE in rest)
        found.open_end = bool(taken) and words[taken[-1]].pos == "particle" and rest[-1] != GAP
        if best is None or found.rank(objectless=objectless) > best.rank(objectless=objectless):
            best = found
    if best is None or all(words[i].text.lower() in PARTICLES | {"to"} for i in best.taken):
        return _passive_phrase(pred, words, position) or best
    return best


Entry = tuple[tuple[str, ...], Predicate]


def _entries(pred: Pred, forms: frozenset[str]) -> list[Entry]:
    """The rows that may fit, each with the words still to be found; all words are somewhere in the sentence."""
    verbs = index().verbs
    found: list[Entry] = []
    head = pred.group.head.text.lower()
    if pred.group.negative or pred.negated:
        found.extend(_there("not " + pred.lemma, forms))
        if pred.passive:
            found.extend((rest[1:], row) for rest, row in _there("not be", forms) if rest and rest[0] == head)
    if pred.passive or pred.group.form == "en":
        found.extend((rest[1:], row) for rest, row in _there("be", forms) if rest and rest[0] == head)
    keys = [pred.lemma, head] if pred.lemma in verbs else [pred.lemma, *verb_forms(head)]
    if pred.lemma in _BE:
        keys.append("be")
    for key in dict.fromkeys(keys):
        found.extend(_there(key, forms))
    return found


def _there(key: str, forms: frozenset[str]) -> list[Entry]:
    """The rows of a verb whose words the sentence has, in the order of the table."""
    by_word = _by_word(key)
    near = [entry for word in by_word.keys() & forms for entry in by_word[word]]
    near.extend(by_word.get("", ()))
    near.sort(key=lambda e: e[0])
    return [(rest, row) for _, rest, row in near if all(w in forms or w == GAP for w in rest)]


@cache
def _by_word(key: str) -> dict[str, list[tuple[int, tuple[str, ...], Predicate]]]:
    """A verb's rows by the last word of each, which tells them apart best; those of the lone verb under nothing."""
    found: dict[str, list[tuple[int, tuple[str, ...], Predicate]]] = {}
    for n, (rest, row) in enumerate(index().verbs.get(key, ())):
        word = next((w for w in reversed(rest) if w != GAP), "")
        found.setdefault(word, []).append((n, rest, row))
    return found


@cache
def verb_forms(word: str) -> tuple[str, ...]:
    """Give the dictionary forms a written verb may have, for verbs the tagger does not know.

    >>> verb_forms("torpedoed")
    ('torpedo', 'torpedoe', 'torpedoed')
    """
    if word in IRREGULAR:
        return (IRREGULAR[word],)
    found = []
    for ending in ("ed", "ing", "es", "s", "d"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            found.append(stem)
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
            if ending == "ing":
                found.append(stem + "e")
    return (*dict.fromkeys(found), word)


def counted(chunk: Chunk) -> Chunk:
    """Give what a phrase counts (hundreds of strikes), else the phrase itself."""
    counts = chunk.head.lemma.removesuffix("s") in QUANTITIES
    inner = chunk.of[0] if chunk.of and counts else None
    return inner if inner is not None and inner.kind == "np" else chunk


def is_be_row(row: Predicate, pred: Pred) -> bool:
    """Is the row written as a passive (be killed), so that its subject keeps the role the row gives?"""
    words = row.text.split()
    return pred.passive and (words[0] == "be" or words[:2] == ["not", "be"])


def _follow(words: list[Token], at: int, rest: tuple[str, ...]) -> list[int] | None:
    """Find the words of a row after the verb, in order: the indexes taken, or None."""
    taken: list[int] = []
    j, wide = at + 1, False
    for n, word in enumerate(rest):
        if word == GAP:
            wide = True
            continue
        particle = word in PARTICLES and n == 0 and len(rest) == 1
        found = _next(words, j, word, wide=wide or particle)
        apart = found is not None and not all(_dates(words, k) for k in range(j, found))
        if particle and found is not None and apart and words[found].tag not in {"AVP", "AV0"}:
            return None
        if found is None:
            return None
        taken.append(found)
        j, wide = found + 1, False
    return None if taken and _belongs_to_people(words, taken[-1]) else taken


def _belongs_to_people(words: list[Token], k: int) -> bool:
    """Does a noun only tell what persons these are (gave the aid workers an hour; U.N. arms experts)?"""
    after = words[k + 1] if k + 1 < len(words) else None
    if after is None or words[k].pos != "noun" or after.tag not in {"NN1", "NN2", "NN0"}:
        return False
    return _person(after.text) and not _person(words[k].text)


def _person(word: str) -> bool:
    return any(f.entry.kind == "role" and f.entry.sort in {"person", "persons"} for f in names_in(word))


def _next(words: list[Token], j: int, word: str, *, wide: bool) -> int | None:
    """Find a word from ``j`` on: next but for its modifiers, or after an object where there is room for one."""
    limit = j + (_LONGEST_GAP if wide else 6)
    for k in range(j, min(limit, len(words))):
        token = words[k]
        if _dates(words, k):
            continue
        if _is(token, word) and not (wide and token.tag in {"VVD", "VVN"} and token.text.lower() != word):
            near = wide or word not in PARTICLES or k == j or words[k - 1].pos == "adv" or _dates(words, k - 1)
            return k if near else None
        if token.text in _STOPS or token.tag == "CJT" or (token.tag in {"CJS", "DTQ"} and not wide):
            return None
        if wide:
            beyond = token.tag in _BOUNDS or token.text.lower() in _BEYOND
            if (token.pos == "verb" and token.tag not in {"VVG", "VVN"}) or beyond:
                return None
        elif not _modifies(words, k) and token.tag not in {"VVG", "VVN"}:
            return None
    return None


def _dates(words: list[Token], k: int) -> bool:
    """Is a word part of the day that stands between a verb and its words (called on Friday for)?"""
    low = words[k].text.lower()
    before = words[k - 1].text.lower() if k else ""
    after = words[k + 1].text.lower() if k + 1 < len(words) else ""
    if low in _DAYS or (low in _SPANS and before in _THESE) or (low in _THESE and after in _SPANS):
        return True
    return low in {"on", "late", "early"} and (after in _DAYS or (after == "on" and _dates(words, k + 1)))


def _modifies(words: list[Token], k: int) -> bool:
    """Is a word one that stands between a verb and the noun of its phrase?"""
    if words[k].pos in _SKIPPED or words[k].text in _MARKS or words[k].lemma.removesuffix("s") in QUANTITIES:
        return True
    if words[k].text == "of":
        return words[k - 1].lemma.removesuffix("s") in QUANTITIES
    if words[k].pos not in {"noun", "propn"}:
        return False
    after = k + 2 if k + 1 < len(words) and words[k + 1].text in _MARKS else k + 1
    return after < len(words) and words[after].pos in {"noun", "propn", "suffix"}


def _is(token: Token, word: str) -> bool:
    low = token.text.lower()
    if word in (low, token.lemma):
        return True
    if token.pos != "noun":
        return word == PLACE and token.pos == "propn" and (low in place_words("en") or _country(token.text))
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return low in (word + "s", plural) or low + "s" == word or (word == PLACE and token.lemma in place_words("en"))


def _country(word: str) -> bool:
    return any(f.entry.kind in {"state", "capital"} and f.entry.sort == "name" for f in names_in(word))


@cache
def _with_noun(lemma: str, after: str) -> tuple[tuple[tuple[str, ...], Predicate], ...]:
    """Give a verb's phrases that begin with nouns, without the particle after the verb where it has one: words, row."""
    found: list[tuple[tuple[str, ...], Predicate]] = []
    for rest, row in index().verbs.get(lemma, ()):
        plain = tuple(w for w in rest if w != GAP)
        if after and plain and plain[0] == after:
            plain = plain[1:]
        if plain and plain[0] not in PARTICLES and row.pos == "phrase":
            found.append((plain, row))
    return tuple(sorted(found, key=lambda f: -len(f[0])))


def _passive_phrase(pred: Pred, words: list[Token], position: dict[int, int]) -> Match | None:
    """Find a row whose noun became the subject, or is told of (aid was cut off; a drone that Iran launched)."""
    told = pred.noun is not None and any(t.chunk is pred.noun and not t.own for t in pred.taken)
    known = pred.noun if told else pred.subject if pred.passive else None
    if known is None:
        return None
    noun = known.head
    at = position[pred.group.head.start] + 1
    after = words[at].text.lower() if at < len(words) and words[at].text.lower() in PARTICLES else ""
    keys = (pred.lemma,) if pred.lemma in index().verbs else (pred.lemma, *verb_forms(pred.group.head.text.lower()))
    for key in keys:
        for nouns, row in _with_noun(key, after):
            k = next((n for n, word in enumerate(nouns) if _is(noun, word)), -1)
            first = position[noun.start] - k
            if k < 0 or first < 0 or not all(_is(words[first + n], nouns[n]) for n in range(k)):
                continue
            if _tail(words, position[noun.start] + 1, at, nouns[k + 1 :]):
                return Match(row, [position[noun.start]], by_subject=True)
    return None


def _tail(words: list[Token], noun: int, verb: int, tail: tuple[str, ...]) -> bool:
    """Stand the words that follow a phrase's noun after it (a line of credit), or after the verb (was imposed on)?"""
    if not tail:
        return True
    after = words[noun : noun + len(tail)]
    if len(after) == len(tail) and all(_is(w, t) for w, t in zip(after, tail, strict=True)):
        return True
    if len(tail) == 1 and tail[0] in PARTICLES | _PREPOSITIONS:
        return any(w.text.lower() == tail[0] for w in (*words[noun : verb - 1], *words[verb : verb + 4]))
    k = verb
    for word in tail:
        k = next((n + 1 for n in range(k, min(k + 4, len(words))) if _is(words[n], word)), 0)
        if not k:
            return False
    return True


def find_noun(words: list[Token]) -> tuple[Predicate, int] | None:
    """Find the longest row that ends a noun phrase: the row and the index of its first word."""
    last = words[-1]
    for key in dict.fromkeys((last.text.lower(), last.lemma)):
        for before, row in index().nouns.get(key, ()):
            n = len(before)
            if n < len(words) and all(_is(words[-1 - n + k], w) for k, w in enumerate(before)):
                return row, len(words) - 1 - n
    return None


def find_noun_of(words: list[Token], inner: list[Token]) -> tuple[Predicate, int] | None:
    """Find the row of a noun with what stands after its ``of`` (an act of aggression): the row and its first word."""
    last = inner[-1]
    for key in dict.fromkeys((last.text.lower(), last.lemma)):
        for before, row in index().nouns.get(key, ()):
            if len(before) > 1 and before[-1] == "of" and _is(words[-1], before[-2]) and len(before) - 2 < len(words):
                return row, len(words) - len(before) + 1
    return None


def find_adjective(words: list[Token]) -> tuple[Predicate, Token] | None:
    """Find the row of the predicative words that begin here (illegal; unaccounted for; at risk): row and last word."""
    for k, token in enumerate(words[:3]):
        for rest, row in index().adjectives.get(token.text.lower(), ()):
            tail = words[k + 1 : k + 1 + len(rest)]
            if len(tail) == len(rest) and all(_is(t, w) for t, w in zip(tail, rest, strict=True)):
                return row, (tail[-1] if tail else token)
        if token.pos not in {"adv", "adj"}:
            break
    return None
