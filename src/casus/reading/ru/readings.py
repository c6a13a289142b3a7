"""Choosing between the readings of ambiguous Russian forms: вели, перешли, стоит, сторожу."""

from __future__ import annotations

from casus.reading.ru.rowindex import index
from casus.reading.ru.tokenizer import Word
from casus.reading.ru.words import PREPOSITIONS, governors

_VERBS = frozenset({"VERB", "PRTS", "INFN", "GRND"})


def settle_forms(words: list[Word]) -> None:
    """Put the likelier reading of each word first."""
    for i, word in enumerate(words):
        if word.low == "есть":
            word.forms = tuple(sorted(word.forms, key=lambda f: f.lemma != "быть"))
        elif len(word.forms) > 1:
            _among_verbs(words, i)
            _adverb_or_done(words, i)
            _noun_or_gerund(words, i)
            _told_or_done(words, i)
    for i, word in enumerate(words):
        if len(word.forms) > 1 and word.best is not None:
            _verb_or_noun(words, i)


def _told_or_done(words: list[Word], i: int) -> None:
    """Take покинут for a verb where those who leave stand before it (войска покинут город)."""
    word = words[i]
    verb, done = next((f for f in word.forms if f.pos == "VERB"), None), word.forms[0]
    if verb is None or done.pos not in {"PRTS", "ADJS"} or verb.number != "plur" or done.number != "sing":
        return
    before = [w for w in _stretch(words, i) if w.start < word.start]
    many = any(f.case == "nom" and f.number == "plur" and f.pos in {"NOUN", "NPRO"} for w in before for f in w.forms)
    if many and not any(w.has("VERB") for w in before):
        word.forms = (verb, *(f for f in word.forms if f is not verb))


def _adverb_or_done(words: list[Word], i: int) -> None:
    """Take убито beside было for what was done."""
    word, done = words[i], words[i].has("PRTS")
    beside = {w.low for w in words[max(0, i - 2) : i + 2]} & {"было", "будет"}
    if done is not None and word.forms[0].pos == "ADVB" and beside and _known(done.lemma):
        word.forms = (done, *(f for f in word.forms if f is not done))


def _among_verbs(words: list[Word], i: int) -> None:
    """Prefer what is told to what is commanded, and verbs the tables know."""
    word = words[i]
    verbs = [f for f in word.forms if f.pos == "VERB"]
    if len({(f.lemma, f.mood, f.tense) for f in verbs}) < 2:
        return
    infinitive = any(w.best is not None and w.best.pos == "INFN" for w in words[i + 1 : i + 4])
    best = max(
        verbs, key=lambda f: (f.mood != "impr", f.tense != "futr", f.lemma != "стоить" or infinitive, _known(f.lemma))
    )
    first = word.forms[0]
    if first.pos == "VERB":
        word.forms = (best, *(f for f in word.forms if f is not best))
    else:
        rest = [f for f in word.forms if f is not best]
        at = next(k for k, f in enumerate(word.forms) if f.pos == "VERB")
        word.forms = (*rest[:at], best, *rest[at:])


def _known(lemma: str) -> bool:
    return lemma in index().verbs or any((lemma, kind) in governors() for kind in ("report", "verb", "flat"))


def _noun_or_gerund(words: list[Word], i: int) -> None:
    """Take устав before a verb for the noun."""
    word = words[i]
    following = words[i + 1].best if i + 1 < len(words) else None
    noun = next((f for f in word.forms if f.pos == "NOUN" and f.case == "nom"), None)
    nominal = following is not None and (following.pos == "VERB" or words[i + 1].capital or following.case == "gen")
    if word.forms[0].pos == "GRND" and noun is not None and nominal:
        word.forms = (noun, *(f for f in word.forms if f is not noun))


def _verb_or_noun(words: list[Word], i: int) -> None:
    """Let a stretch without a verb have one, and one with a verb have no second."""
    word = words[i]
    noun, verb = word.has("NOUN"), next((f for f in word.forms if f.pos == "VERB" and f.mood == "indc"), None)
    if noun is None or verb is None or word.capital:
        return
    finite = _VERBS - {"INFN"}
    others = [w for w in _stretch(words, i) if w is not word and w.best is not None and w.best.pos in finite]
    first = word.forms[0]
    if first.pos == "NOUN" and not others and _known(verb.lemma) and not _noun_here(words, i):
        word.forms = (verb, *(f for f in word.forms if f is not verb))
    elif first.pos == "VERB" and _beside_verb(words, i) and not _known(verb.lemma):
        word.forms = (noun, *(f for f in word.forms if f is not noun))


def _noun_here(words: list[Word], i: int) -> bool:
    before = words[i - 1] if i else None
    if before is None or before.low in PREPOSITIONS:
        return True
    form = before.best
    return form is not None and form.pos in {"ADJF", "PRTF", "NUMR"}


def _beside_verb(words: list[Word], i: int) -> bool:
    before = words[i - 1].best if i else None
    return before is not None and before.pos in _VERBS


def _stretch(words: list[Word], i: int) -> list[Word]:
    low = next((k for k in range(i, -1, -1) if words[k].mark), -1)
    high = next((k for k in range(i, len(words)) if words[k].mark), len(words))
    return words[low + 1 : high]
