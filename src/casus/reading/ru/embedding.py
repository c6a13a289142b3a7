"""Participles with words of their own before a Russian noun (в опубликованном вчера докладе): what they describe."""

from __future__ import annotations

from casus.reading.ru.agreement import same
from casus.reading.ru.morphology import Form
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.releasing import deep_parts, split_off

_REACH = 4
"""So many phrases may stand between a participle and its noun."""
_BETWEEN = frozenset({"np", "date", "adv", "measure"})
_HOLDS = frozenset({"verb", "inf", "ger", "np"})


def embed(chunks: list[Chunk]) -> list[Chunk]:
    """Leave out participles, and what depends on them, between a preposition, verb or noun and what they describe."""
    found: list[Chunk] = []
    i = 0
    while i < len(chunks):
        lead = chunks[i]
        before = found[-1] if found else None
        named = _described(chunks, i) if _leads(lead, before) else None
        if named is None:
            found.append(lead)
            i += 1
            continue
        at, noun = named
        noun.prep = lead.prep
        owner = before if before is not None and before.kind == "np" and not lead.prep else None
        if owner is not None and noun.may("gen") and not owner.parts:
            owner.words, owner.parts = [*owner.words, *noun.words], [noun]  # по мнению опрошенных газетой экспертов
        else:
            found.append(noun)
        i = at + 1
    return found


def _leads(lead: Chunk, before: Chunk | None) -> bool:
    """Is it a participle after a preposition, or in the midst of a clause?"""
    if lead.kind not in {"np", "part"} or len(lead.words) != 1 or lead.head.has("PRTF") is None:
        return False
    if lead.kind == "np" and (lead.form is None or lead.form.pos != "PRTF"):
        return False
    return bool(lead.prep) or (before is not None and before.kind in _HOLDS)


def _described(chunks: list[Chunk], i: int) -> tuple[int, Chunk] | None:
    """Give the noun a participle describes, past what depends on the participle, and where it stands."""
    lead, inner = chunks[i], None
    forms = [f for f in lead.head.forms if f.pos == "PRTF" and f.case in lead.cases]
    for at in range(i + 1, min(len(chunks), i + 2 + _REACH)):
        chunk = chunks[at]
        if chunk.kind not in _BETWEEN:
            break
        if chunk.kind != "np":
            continue
        if at > i + 1 and not chunk.prep and (cases := _agreeing(forms, chunk)):
            chunk.cases = cases
            return at, chunk
        if inner is None:
            deep = (p for p in reversed(deep_parts(chunk)) if _agreeing(forms, p))
            inner = next(((at, chunk, part) for part in deep), None)
    if inner is None:
        return None
    at, chunk, part = inner
    cases = _agreeing(forms, part)
    noun = split_off(chunk, part)
    noun.cases = cases
    return at, noun


def _agreeing(participle: list[Form], noun: Chunk) -> frozenset[str]:
    """Give the cases in which a participle and a noun agree."""
    nouns = [f for f in noun.head.forms if f.pos == "NOUN" and f.case in noun.cases]
    cases = frozenset(b.case for a in participle for b in nouns if same(a, b))
    people = cases == {"gen"} and all(f.animate and f.number == "plur" for f in nouns)
    return cases | {"acc"} if people and any(a.case == "acc" for a in participle) else cases
