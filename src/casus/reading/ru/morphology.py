"""Forms of Russian words: pymorphy3's analyses as small records, asked once a word."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from typing import Any

import msgspec

from casus.errors import needs

_CASES = {
    "nomn": "nom", "gent": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "acc2": "acc",
    "ablt": "inst", "loct": "loc", "loc2": "loc",
}  # fmt: skip
ALL_CASES = frozenset(_CASES.values())
_ENOUGH = 0.02


class Form(msgspec.Struct, frozen=True, gc=False):
    """One analysis of a word; a feature that does not apply is empty."""

    lemma: str
    pos: str
    """The tagger's part of speech: NOUN ADJF ADJS VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL …"""
    case: str
    number: str
    gender: str
    person: str
    tense: str
    mood: str
    passive: bool
    perfective: bool
    animate: bool
    transitive: bool
    kind: str
    """``geo``, ``person``, ``own`` (any other name) or nothing."""
    fixed: bool
    """Is it the same in all cases?"""
    known: bool = True
    """Does the dictionary have the word, or is its form a guess?"""


@cache
def _analyzer() -> Any:
    with needs("ru", "reading Russian"):
        return import_module("pymorphy3").MorphAnalyzer(lang="ru")


@lru_cache(maxsize=200_000)
def forms(word: str) -> tuple[Form, ...]:
    """Give a word's analyses, likeliest first; ё and е are alike in the lemmas."""
    found: list[Form] = []
    parses = _analyzer().parse(word)
    if any("Abbr" not in p.tag.grammemes for p in parses):
        parses = [p for p in parses if "Abbr" not in p.tag.grammemes]  # порт is no портативный
    for parse in parses:
        form = _form(parse)
        cognate = any(form.lemma == f.lemma and form.pos == f.pos for f in found)
        if (parse.score >= _ENOUGH or not found or cognate) and form not in found and form.case != "other":
            found.append(form)
    return tuple(found)


def _form(parse: Any) -> Form:
    tag = parse.tag
    marks = tag.grammemes
    case = str(tag.case or "")
    fixed = "Fixd" in marks or str(tag.POS or "") in {"", "None"}
    return Form(
        lemma=plain(parse.normal_form),
        pos=str(tag.POS or ("NUMB" if "NUMB" in marks else "LATN" if "LATN" in marks else "UNKN")),
        case=_CASES.get(case, "other" if case else ""),
        number=str(tag.number or ""),
        gender=str(tag.gender or ""),
        person=str(tag.person or ""),
        tense=str(tag.tense or ""),
        mood=str(tag.mood or ""),
        passive=tag.voice == "pssv",
        perfective=tag.aspect == "perf",
        animate=tag.animacy == "anim",
        transitive="tran" in marks,
        kind="geo"
        if "Geox" in marks
        else "person"
        if marks & {"Name", "Surn", "Patr"}
        else "own"
        if "Orgn" in marks
        else "",
        fixed=fixed,
        known=bool(parse.is_known),
    )


def plain(word: str) -> str:
    """Write a word in small letters and with е for ё.

    >>> plain("Вооружённые")
    'вооруженные'
    """
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=200_000)
def lemmas(word: str) -> frozenset[str]:
    """Give the dictionary forms a word may have, and the word itself.

    A participle or an adjective has the nominative of its own as well (погибших: погибший, погибнуть).
    """
    found = {plain(word)}
    for form in forms(word):
        found.add(form.lemma)
        if form.pos == "PRTF":
            found.update(_participles(word))
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _participles(word: str) -> tuple[str, ...]:
    found: list[str] = []
    for parse in _analyzer().parse(word):
        if parse.tag.POS == "PRTF":
            masculine = parse.inflect({"masc", "sing", "nomn"})
            if masculine is not None:
                found.append(plain(masculine.word))
    return tuple(dict.fromkeys(found))
