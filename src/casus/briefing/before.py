"""What came before: the precedents nearest to the incident, those the readers recall, and shares among the listed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import tomli

from casus.briefing.phrases import joined, say
from casus.briefing.words import Shelf
from casus.records import Line, ListedShare, Nearness, Recalled, Section, Words

SHORT = 2
"""So many precedents stand in the short brief's one line."""
TOLD = 5
"""So many features a line names on each side."""


def before(shelf: Shelf) -> Section:
    """Tell the precedents, recalled ones first, each with what is alike and what is not."""
    found = shelf.assessment
    near = {n.precedent: n for n in (*found.nearest, *found.recalled_near)}
    lines = [_summary(shelf)] if near else []
    brought_up: dict[str, list[Recalled]] = {}
    for item in found.recalled:
        brought_up.setdefault(item.precedent, []).append(item)
    lines += [_recalled(shelf, near[p], items) for p, items in brought_up.items() if p in near]
    lines += [_near(n, say("nearest_line", **_words(n))) for n in found.nearest if n.precedent not in brought_up]
    lines += [_share(share) for share in found.shares if share.among]
    return Section(id="before", title=say("section_before"), lines=tuple(lines))


def _summary(shelf: Shelf) -> Line:
    found = shelf.assessment
    named = list(dict.fromkeys(r.precedent for r in found.recalled))
    nearest = joined([n.name for n in found.nearest[:SHORT]], apart="; ") if found.nearest else say("nobody")
    recalled = [n.name for p in named for n in found.recalled_near if n.precedent == p]
    if not recalled:
        return Line(says=say("before_short_near", nearest=nearest), short=True)
    words = say("before_short", nearest=nearest, recalled=joined(recalled, apart="; "))
    return Line(says=words, short=True)


def _recalled(shelf: Shelf, near: Nearness, items: list[Recalled]) -> Line:
    who = say("a_reader") if all(i.by_reader for i in items) else say("the_author")
    quotes = tuple(shelf.cut(i.report, i.span) for i in items)
    return Line(says=say("recalled_line", who=who, **_words(near)), quotes=quotes, sources=_sources(near))


def _near(near: Nearness, says: Words) -> Line:
    return Line(says=says, sources=_sources(near))


def _sources(near: Nearness) -> tuple[str, ...]:
    return (f"{near.source}; {near.certainty}",)


def _words(near: Nearness) -> dict[str, Words]:
    return {
        "name": near.name,
        "alike": _told(near.alike, near),
        "unlike": _told(near.unlike, near),
        "outcome": near.outcome,
    }


def _told(names: Iterable[str], near: Nearness) -> Words:
    """Tell features as they stand in the precedent."""
    parts = [_features()[n]["yes" if n in near.has else "no"] for n in tuple(names)[:TOLD]]
    return joined(parts) if parts else say("nearest_none")


@cache
def _features() -> dict[str, dict[str, Words]]:
    """Read the words for features."""
    return tomli.loads((files("casus") / "data" / "features.toml").read_text("utf-8"))["feature"]  # type: ignore[no-any-return]


def _share(share: ListedShare) -> Line:
    few = say("few_cases") if share.few else ""
    says = say("listed_share", count=str(share.count), among=str(share.among), what=share.what, few=few)
    return Line(says=says, sources=("data/precedents",))
