"""What would flip a finding, said in words."""

from __future__ import annotations

from casus.records import Flip, Words
from casus.treaties.duty import BENEFICIARY_BOUND, BINDING, OBLIGED_BOUND
from casus.treaties.evaluation import BASE
from casus.treaties.law import Law
from casus.treaties.wording import title
from casus.vocabulary.phrases import both, in_language, same, say

_STANDINGS = {
    (OBLIGED_BOUND, "yes"): "flip_obliged_bound",
    (OBLIGED_BOUND, "no"): "flip_obliged_free",
    (BENEFICIARY_BOUND, "yes"): "flip_beneficiary_bound",
    (BENEFICIARY_BOUND, "no"): "flip_beneficiary_free",
    (BINDING, "yes"): "flip_binds_in_law",
    (BINDING, "no"): "flip_binds_politically",
}


def in_words(law: Law, changes: tuple[tuple[str, str], ...]) -> str:
    """Say a set of changes (English) as clauses, joined by "and"."""
    return set_words(law, changes)["en"]


def set_words(law: Law, changes: tuple[tuple[str, str], ...]) -> Words:
    """Say a set of changes as clauses in each language."""
    told = [_change(law, name, value) for name, value in changes]
    return {"en": " and ".join(w["en"] for w in told), "ja": "、かつ".join(in_language(w, "ja") for w in told)}


def _change(law: Law, name: str, value: str) -> Words:
    """Say one change."""
    if (name, value) in _STANDINGS:
        return say(_STANDINGS[name, value])
    entry = law.facts.get(name)
    if entry is None:
        return _read_as(law, name, value)
    return dict(entry.yes if value == "yes" else entry.no) or same(f"{name}: {value}")


def _read_as(law: Law, name: str, value: str) -> Words:
    """Say that a term, shared or of an instrument, is read in one of its meanings."""
    terms = [t for t in (law.terms.get(name), *(t.terms.get(name) for t in law.treaties)) if t]
    term = {"en": title(name), **next((t.name for t in terms if t.name), {})}
    if value == BASE:
        return say("read_in_base", term=term)
    readings = (both(r.name, r.name_ja) for t in terms for r in t.reading if r.name == value)
    return say("read_as", term=term, reading=next(readings, same(value)))


def lines(law: Law, flips: tuple[Flip, ...], note: str = "") -> list[str]:
    """Say what would flip a finding, one line an answer and set."""
    told = [f"{flip.answer.value} if {in_words(law, flip.set)}" for flip in flips]
    return [*told, f"({note})"] if note else told
