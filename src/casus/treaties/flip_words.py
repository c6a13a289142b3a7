"""What would flip a finding, said in words."""

from __future__ import annotations

from casus.records import Flip
from casus.treaties.duty import BENEFICIARY_BOUND, BINDING, OBLIGED_BOUND
from casus.treaties.evaluation import BASE
from casus.treaties.law import Law
from casus.treaties.wording import title

_STANDINGS = {
    (OBLIGED_BOUND, "yes"): "the obliged are bound after all",
    (OBLIGED_BOUND, "no"): "the obliged are bound no longer",
    (BENEFICIARY_BOUND, "yes"): "the beneficiary is bound after all",
    (BENEFICIARY_BOUND, "no"): "the beneficiary is bound no longer",
    (BINDING, "yes"): "the instrument binds in law",
    (BINDING, "no"): "the instrument binds politically only",
}


def in_words(law: Law, changes: tuple[tuple[str, str], ...]) -> str:
    """Say a set of changes as clauses, joined by "and"."""
    return " and ".join(_change(law, name, value) for name, value in changes)


def _change(law: Law, name: str, value: str) -> str:
    """Say one change."""
    if (name, value) in _STANDINGS:
        return _STANDINGS[name, value]
    entry = law.facts.get(name)
    if entry is None:
        how = "in its base meaning" if value == BASE else f"as '{value}'"
        return f"'{title(name)}' is read {how}"
    words = entry.yes if value == "yes" else entry.no
    return words.get("en", f"{name}: {value}")


def lines(law: Law, flips: tuple[Flip, ...], note: str = "") -> list[str]:
    """Say what would flip a finding, one line an answer and set."""
    told = [f"{flip.answer.value} if {in_words(law, flip.set)}" for flip in flips]
    return [*told, f"({note})"] if note else told
