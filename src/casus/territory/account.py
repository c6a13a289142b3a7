"""A territory finding as labelled lines, for people who ask about one place."""

from __future__ import annotations

from collections.abc import Iterator

from casus.records.finding import HolderView, TerritoryFinding
from casus.records.where import Peacekeepers, TerritorySpan
from casus.territory.describe import owned, party_name


def point_words(lat: float, lon: float) -> str:
    """Write a point with its hemispheres.

    >>> point_words(46.24, 39.6), point_words(-51.69, -57.857)
    ('46.24° N, 39.6° E', '51.69° S, 57.857° W')
    """
    return f"{abs(lat):g}° {'N' if lat >= 0 else 'S'}, {abs(lon):g}° {'E' if lon >= 0 else 'W'}"


def account(found: TerritoryFinding) -> tuple[tuple[str, str], ...]:
    """Give (label, words): recognised and why, held and why, views, boundary, certainty, notes, sources."""
    return tuple(_lines(found))


def _lines(found: TerritoryFinding) -> Iterator[tuple[str, str]]:
    if isinstance(found.lat, float) and isinstance(found.lon, float):
        yield "point", point_words(found.lat, found.lon)
    main = ", in the main" if found.undemarcated else ""
    nobody = "no sovereign on file as generally recognised"
    recognised = party_name(found.recognised, "en") + main if found.recognised else nobody
    yield "recognised", _because(recognised, found.recognised_why)
    controller = party_name(found.controller, "en") if found.controller else "no one holder on file"
    yield "held by", _because(controller, found.controller_why)
    for view in found.views:
        yield "view", f"{view_words(view)} ({view.source})"
    if found.undemarcated:
        yield "unmarked", "within a stretch of the boundary that nobody has marked on the ground"
    if found.boundary_km is not None and found.accuracy_km is not None:
        yield "boundary", _boundary(found, found.boundary_km, found.accuracy_km)
    yield "certainty", found.certainty
    for note in found.notes:
        yield "note", note["en"]
    for source in found.sources:
        yield "source", source


def _because(answer: str, why: str) -> str:
    return f"{answer}: {why}" if why else answer


def view_words(view: HolderView) -> str:
    """Say whose it is in a party's view."""
    if view.holder == view.position:
        return f"{party_name(view.position, 'en')}: its own"
    return f"{party_name(view.position, 'en')}: {owned(view.holder)}"


def _boundary(found: TerritoryFinding, km: float, accuracy: float) -> str:
    sides = "–".join(party_name(side, "en") for side in (found.boundary_with or "").split("–"))
    proves = ", so that the map alone proves nothing here" if km <= accuracy else ""
    return f"{km:g} km from the boundary {sides} on a map good to {accuracy:g} km{proves}"


def span_words(span: TerritorySpan) -> str:
    """Say in one line who was recognised, who held it and who saw it otherwise through some days."""
    found = span.finding
    recognised = party_name(found.recognised, "en") if found.recognised else "nobody settled"
    held = party_name(found.controller, "en") if found.controller else "no one holder on file"
    others = [view_words(v) for v in found.views if v.holder != found.recognised]
    views = f"; {'; '.join(others)}" if others else ""
    forces = "".join(f"; {peacekeepers_words(p)}" for p in span.peacekeepers)
    sources = f" ({'; '.join(found.sources)})" if found.sources else ""
    return f"{span.first} to {span.last}: recognised {recognised}, held by {held}{views}{forces}{sources}"


def peacekeepers_words(force: Peacekeepers) -> str:
    """Name a force that stands between sides, who sent it, and the source."""
    return f"peacekeepers: {force.name['en']}, sent by {party_name(force.by, 'en')} ({force.source})"
