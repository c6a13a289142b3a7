"""Assertions about ground: whose it is, and how high."""

from __future__ import annotations

from casus.briefing.books import PlaceBook
from casus.briefing.measures import Height, heights
from casus.briefing.naming import codes, party_name, place_name, state_named, told
from casus.briefing.phrases import same, say
from casus.briefing.words import Shelf
from casus.records import Place, StatementRef, TerritoryFinding, TestedAssertion, Words
from casus.records.assessment import Verdict

SOVEREIGNTY = frozenset({"claim_sovereignty", "belong_to", "recognise_territory"})
EMPHATIC = ("完全", "全面的", "entirely", "wholly", "fully", "completely", "полностью", "целиком")
AROUND = ("周辺", "一帯", "around", "near", "окрестност", "район")
SAME_HEIGHT = 0.1
"""Heights within a tenth of each other count as the same."""


def territorial(shelf: Shelf, ref: StatementRef, territory: tuple[TerritoryFinding, ...]) -> TestedAssertion | None:
    """Hold "this ground is X's" against the territory findings; None where the statement says no such thing."""
    statement = shelf.statement(ref)
    if statement.concept not in SOVEREIGNTY or statement.polarity == "negative":
        return None
    place = statement.place.id if statement.place else _named_before(shelf, ref)
    ground = next((t for t in territory if t.place == place), None)
    holder = state_named(statement.trigger.text, shelf.report(ref.report).language) or next(
        iter(codes(statement.actor.id if statement.actor else None)), None
    )
    if ground is None or holder is None:
        return None
    emphatic = any(word in shelf.sentence(ref) for word in EMPHATIC)
    verdict, reason = _whose(ground, holder, emphatic=emphatic)
    return TestedAssertion(statement=ref, kind="territorial", verdict=verdict, reason=reason)


def _named_before(shelf: Shelf, ref: StatementRef) -> str | None:
    """Give the place named last before the trigger in its sentence, as the topic of a clause often is."""
    statement = shelf.statement(ref)
    named = [
        m
        for m in shelf.reading(ref.report).mentions or ()
        if m.kind == "place" and m.id and statement.sentence[0] <= m.span[0] and m.span[1] <= statement.trigger.span[0]
    ]
    return named[-1].id if named else None


def _whose(ground: TerritoryFinding, holder: str, *, emphatic: bool) -> tuple[Verdict, Words]:
    why = told(ground.recognised_why, ground.recognised_why_ja)
    if ground.recognised is None:
        return "cannot tell", say("ground_not_settled", place=ground.name, why=why)
    if ground.recognised != holder:
        other = party_name(ground.recognised)
        return "not borne out", say("ground_other", place=ground.name, holder=other, why=why)
    if ground.undemarcated:
        verdict: Verdict = "not borne out" if emphatic else "cannot tell"
        return verdict, say("ground_in_the_main", place=ground.name, holder=party_name(holder), why=why)
    return "borne out", say("ground_so", place=ground.name, holder=party_name(holder), why=why)


def numerical(shelf: Shelf, territory: tuple[TerritoryFinding, ...], places: PlaceBook) -> list[TestedAssertion]:
    """Hold every height a report gives against the gazetteer's, at the first statement of its sentence."""
    out = []
    for report in shelf.assessment.reports:
        for height in heights(report.text, report.language):
            ref = shelf.statement_at(report.id, height.span[0])
            if ref is None:
                continue
            stated = shelf.statement(ref).place
            place = places.place(stated.id) if stated and stated.id else None
            if place is None and territory:
                place = places.place(territory[0].place)
            verdict, reason = _height(height, place, around=any(a in shelf.sentence(ref) for a in AROUND))
            out.append(
                TestedAssertion(statement=ref, span=height.span, kind="numerical", verdict=verdict, reason=reason)
            )
    return out


def _height(height: Height, place: Place | None, *, around: bool) -> tuple[Verdict, Words]:
    given = same(f"{height.height_m:,.0f} m")
    if place is None or place.elevation_m is None:
        return "cannot tell", say("height_unknown", height=given)
    known = same(f"{place.elevation_m:,.0f} m")
    words = {"height": given, "known": known, "place": place_name(place), "source": {"en": place.source}}
    if abs(height.height_m - place.elevation_m) <= SAME_HEIGHT * place.elevation_m:
        return "borne out", say("height_so", **words)
    if around:
        return "cannot tell", say("height_around", **words)
    return "not borne out", say("height_other", **words)
