"""A territory finding as labelled lines, for people who ask about one place, in English and Japanese."""

from __future__ import annotations

from collections.abc import Iterator

from casus.records.base import Words
from casus.records.finding import HolderView, TerritoryFinding
from casus.records.where import Peacekeepers, TerritorySpan
from casus.territory.describe import owned, party_name
from casus.vocabulary.party_names import known_party
from casus.vocabulary.phrases import in_language, say

HEMISPHERES: dict[str, Words] = {
    "N": {"en": "N", "ja": "北緯"},
    "S": {"en": "S", "ja": "南緯"},
    "E": {"en": "E", "ja": "東経"},
    "W": {"en": "W", "ja": "西経"},
}
CERTAINTY: dict[str, Words] = {
    "checked": {"en": "checked", "ja": "確認済み"},
    "partly": {"en": "partly", "ja": "一部確認"},
    "memory": {"en": "memory", "ja": "未照合(記憶による)"},
}
LABELS = {"held by": "held", "also so": "also"}
"""Labels whose pattern has another name than they."""


def point_words(lat: float, lon: float) -> Words:
    """Write a point with its hemispheres.

    >>> point_words(46.24, 39.6)["en"], point_words(-51.69, -57.857)["ja"]
    ('46.24° N, 39.6° E', '南緯51.69度、西経57.857度')
    """
    north, east = HEMISPHERES["N" if lat >= 0 else "S"], HEMISPHERES["E" if lon >= 0 else "W"]
    return say("where_point_here", lat=f"{abs(lat):g}", lon=f"{abs(lon):g}", north=north, east=east)


def owner(party: str) -> Words:
    """Name a party as an owner: ``Cyprus'`` in English."""
    return _named(party) | {"en": owned(party)}


def _named(party: str) -> Words:
    known = known_party(party)
    return {"en": party_name(party, "en"), "ja": known["ja"] if known else party_name(party, "ja")}


def labelled(label: str, language: str) -> str:
    """Write a label in a language.

    >>> labelled("held by", "ja")
    '支配'
    """
    return in_language(say(f"where_label_{LABELS.get(label, label)}"), language)


def account(found: TerritoryFinding, language: str = "en") -> tuple[tuple[str, str], ...]:
    """Give (label, words): recognised and why, held and why, views, boundary, certainty, notes, sources.

    Labels are the same in all languages (``labelled`` writes them).
    """
    return tuple((label, in_language(words, language)) for label, words in _lines(found))


def _lines(found: TerritoryFinding) -> Iterator[tuple[str, Words | str]]:
    if isinstance(found.lat, float) and isinstance(found.lon, float):
        yield "point", point_words(found.lat, found.lon)
    yield "recognised", _because(_recognised(found), found.recognised_why, found.recognised_why_ja)
    held = _named(found.controller) if found.controller else say("where_nobody_held")
    yield "held by", _because(held, found.controller_why, found.controller_why_ja)
    for view in found.views:
        yield "view", say("where_sourced", says=view_words(view), source=view.source)
    if found.undemarcated:
        yield "unmarked", say("where_unmarked")
    if found.boundary_km is not None and found.accuracy_km is not None:
        yield "boundary", _boundary(found, found.boundary_km, found.accuracy_km)
    yield "certainty", CERTAINTY[found.certainty]
    for note in found.notes:
        yield "note", note
    for source in found.sources:
        yield "source", source


def _recognised(found: TerritoryFinding) -> Words:
    if not found.recognised:
        return say("where_nobody")
    party = _named(found.recognised)
    return say("where_main", party=party) if found.undemarcated else party


def _because(answer: Words, why: str, why_ja: str) -> Words:
    if not why:
        return answer
    return say("where_because", answer=answer, why={"en": why, "ja": why_ja} if why_ja else {"en": why})


def view_words(view: HolderView) -> Words:
    """Say whose it is in a party's view."""
    if view.holder == view.position:
        return say("where_view_own", party=_named(view.position))
    return say("where_view", party=_named(view.position), holder=owner(view.holder))


def _boundary(found: TerritoryFinding, km: float, accuracy: float) -> Words:
    named = [_named(side) for side in (found.boundary_with or "").split("–")]
    sides = {"en": "–".join(n["en"] for n in named), "ja": "・".join(in_language(n, "ja") for n in named)}
    key = "where_boundary_near" if km <= accuracy else "where_boundary"
    return say(key, km=f"{km:g}", sides=sides, accuracy=f"{accuracy:g}")


def span_words(span: TerritorySpan) -> Words:
    """Say in one line who was recognised, who held it and who saw it otherwise through some days."""
    found = span.finding
    others = [view_words(v) for v in found.views if v.holder != found.recognised]
    told = [*others, *(peacekeepers_words(p) for p in span.peacekeepers)]
    sources = "; ".join(found.sources)
    more = {
        "en": "".join(f"; {words['en']}" for words in told) + (f" ({sources})" if sources else ""),
        "ja": "".join(f"、{in_language(words, 'ja')}" for words in told) + (f"(出典:{sources})" if sources else ""),
    }
    return say(
        "where_span",
        first=str(span.first),
        last=str(span.last),
        recognised=_named(found.recognised) if found.recognised else say("where_nobody_settled"),
        held=_named(found.controller) if found.controller else say("where_nobody_held"),
        more=more,
    )


def peacekeepers_words(force: Peacekeepers) -> Words:
    """Name a force that stands between sides, who sent it, and the source."""
    return say("where_peacekeepers", name=force.name, by=_named(force.by), source=force.source)
