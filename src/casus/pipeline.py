"""From reports to an assessment: every room in its turn."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

import msgspec

from casus.briefing import (
    Shelf,
    answered,
    compared,
    expectations,
    ground_claims,
    main_findings,
    originals_cited,
    tested_assertions,
)
from casus.errors import CasusError, MissingExtraError, Problem
from casus.facts import apply as decided
from casus.facts import merge, observe
from casus.hypotheses import heard, offered
from casus.incidents import apply, gather, grades, objections, origins, regraded, unheard
from casus.intake import image_credit
from casus.logic import UNKNOWN
from casus.outlook import look
from casus.reading import read
from casus.reading.comments import is_joke
from casus.records import (
    Assessment,
    Decision,
    Event,
    Incident,
    Reading,
    Record,
    Report,
    TerritoryFinding,
    Words,
)
from casus.records.grade import Reliability
from casus.terrain import Elevation, Target, open_elevation, read_targets, views_of
from casus.territory import Territory, open_territory
from casus.territory.boundaries import boundaries
from casus.treaties import Law, load_law, weigh
from casus.treaties.book import LawBook
from casus.version import VERSION
from casus.vocabulary.states import states

MAX_OTHER_PLACES = 12


class Tools(Record, frozen=True, kw_only=True):
    """What the pipeline works with: the law files, the territory room, and elevation where there is some."""

    law: Law
    territory: Territory
    book: LawBook
    elevation: Elevation | None = None
    outlet_grades: Mapping[str, Reliability] = MappingProxyType({})
    """A desk's own grades of outlets, by key or name."""
    roads: tuple[Target, ...] = ()
    """Roads to look at, as an extract of OpenStreetMap gives them."""


@cache
def tools(places: Path | None = None) -> Tools:
    """Open the law files and the territory room; a file that does not load is a broken installation.

    ``places`` is a folder of installed places (``casus data install geonames:AM``), which need not be there.
    """
    law, problems = load_law()
    if problems:
        raise CasusError("the law files are broken: " + "; ".join(p.line() for p in problems[:3]))
    return Tools(law=law, territory=open_territory(places), book=LawBook(law))


def keep_loaded() -> None:
    """Leave all that is loaded by now out of the search for garbage, which held a page up for 90 ms now and then."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def installed_ground(folder: Path) -> tuple[Elevation | None, tuple[Target, ...], tuple[Problem, ...]]:
    """Open the elevation and the roads installed in a folder of data; a file that cannot be read is a problem.

    None and no roads where no elevation is installed, or where the extra ``terrain`` is missing.
    """
    if not (folder / "elevation").is_dir():
        return None, (), ()
    if not all(find_spec(name) for name in ("numba", "rasterio")):
        return None, (), (MissingExtraError("reading the installed elevation", "terrain").problem("elevation"),)
    found, problems = open_elevation([folder / "elevation"])
    roads: list[Target] = []
    for path in sorted((folder / "osm").glob("*.osm.json")):
        read_in, more = read_targets(path)
        problems += more
        roads += [t for t in read_in if t.is_line]
    return (found if found.sheets else None), tuple(roads), problems


def assess(
    reports: Sequence[Report],
    decisions: Sequence[Decision] = (),
    *,
    on: date | None = None,
    with_tools: Tools | None = None,
    strict: bool = False,
    originals: Sequence[Report] = (),
    readings: Mapping[str, Reading] = MappingProxyType({}),
) -> tuple[Assessment, tuple[Problem, ...]]:
    """Work out everything about some reports of one incident.

    ``on`` overrides the day that the status of treaties and places is taken for; without it each case's own day counts.
    ``originals`` are reports that these cite: compared, not assessed. A report whose id is in ``readings`` (with its
    mentions) is not read again. Claims that one place watches another are answered where the tools have elevation.
    Trouble with a report is a problem beside what it still gives.
    """
    use = with_tools or tools()
    problems: list[Problem] = []
    known: list[Reading] = []
    for report in reports:
        at_hand = readings.get(report.id)
        reading, found = (at_hand, ()) if at_hand else read(report, gazetteer=use.territory, mentions=True)
        known.append(reading)
        problems += found
    gathered, found = gather(reports, known, gazetteer=use.territory, instruments=use.book.names())
    problems += found
    problems += objections(decisions, gathered)
    gathered = apply(decisions, gathered)
    facts = decided(decisions, observe(gathered, reports, known))
    incident = merge(facts, gathered.incident) if gathered.incident else None
    law_findings, found = (
        weigh(incident, law=use.law, places=use.territory, on=on, strict=strict, flips=(UNKNOWN,))
        if incident
        else ((), ())
    )
    problems += found
    territory = _grounds(incident, known, use.territory, on)
    draft = Assessment(
        made_with=f"casus {VERSION}, law files {use.law.version}",
        on=on,
        reports=tuple(reports),
        origins=origins(reports),
        readings=tuple(known),
        events=gathered.events,
        incident=incident,
        facts=facts,
        territory=territory,
        findings=law_findings,
        tested=(),
        explanations=offered(reports, known, is_jest=is_joke),
        expectations=(),
        unheard=unheard(reports, known, incident) if incident else (),
        originals=(),
        invocations=gathered.steps,
        place_names=_place_names(gathered.events, use.territory),
        image_credits=tuple((r.id, credit) for r in reports for credit in image_credit(r)),
        grades=regraded(decisions, grades(gathered.events, reports, origins(reports), own=use.outlet_grades)),
        problems=tuple(problems),
    )
    draft, found = _looked_over(draft, use)
    problems += found
    supplied = [(o, read(o, gazetteer=use.territory)[0]) for o in originals]
    return _tested(draft, use, on, supplied), tuple(problems)


def _looked_over(draft: Assessment, use: Tools) -> tuple[Assessment, tuple[Problem, ...]]:
    """Hold claims of observation against the ground, and name the places they speak of."""
    claims = ground_claims(Shelf(draft), use.territory)
    if not claims:
        return draft, ()
    views, problems = views_of(claims, use.territory.place, use.elevation, use.roads)
    spoken_of = [use.territory.place(p) for c in claims for p in (c.area, c.target) if p]
    names = {p.id: {lang: p.name(lang) for lang in ("en", "ja")} for p in spoken_of if p}
    looked = msgspec.structs.replace(
        draft,
        ground_claims=claims,
        ground_views=views,
        place_names=names | draft.place_names,
        problems=(*draft.problems, *problems),
    )
    return looked, problems


def _tested(draft: Assessment, use: Tools, on: date | None, supplied: Sequence[tuple[Report, Reading]]) -> Assessment:
    """Hold the reports against what was found, and note what they expect and cite."""
    shelf = Shelf(draft)
    case = draft.incident.cases[0] if draft.incident and draft.incident.cases else None
    day = on or (case.on if case else next((r.published for r in draft.reports if r.published), None))
    tested = tested_assertions(shelf, main_findings(draft), draft.territory, law=use.book, places=use.territory, on=day)
    tested += answered(shelf)
    cited, tested = compared(shelf, originals_cited(shelf), tested, supplied)
    held = msgspec.structs.replace(
        draft, tested=tested, expectations=expectations(shelf), originals=cited, heard=heard(draft)
    )
    return look(held, neighbours=neighbours)


@cache
def _borders() -> frozenset[frozenset[str]]:
    """Give the pairs of states whose ground meets on today's map."""
    lines = boundaries().lines_in(-90.0, -180.0, 90.0, 180.0)
    return frozenset(frozenset(units) for units, _ in lines if len(units) > 1)


def neighbours(one: str, other: str) -> bool | None:
    """Do two states of today share a land border? None for a state the map does not have."""
    known = frozenset().union(*_borders())
    return frozenset((one, other)) in _borders() if one in known and other in known else None


def _grounds(
    incident: Incident | None, readings: Sequence[Reading], territory: Territory, on: date | None
) -> tuple[TerritoryFinding, ...]:
    """Say whose ground the cases' places are, then the places disputed by their sides that the reports speak of."""
    if incident is None or not incident.cases:
        return ()
    out: dict[str, TerritoryFinding] = {}
    for case in incident.cases:
        finding = territory.stand(case.place, on or case.on)
        out.setdefault(finding.place, finding)
    sides = {party for case in incident.cases for party in (*case.attacker, *case.victim)}
    for place_id in _mentioned(readings):
        place = territory.place(place_id)
        if place is None or place.kind == "state" or place_id in out:
            continue
        finding = territory.stand(place, on or incident.cases[0].on)
        told = {(f.recognised_why, f.controller_why) for f in out.values()}
        theirs = {finding.recognised, finding.controller, *(v.holder for v in finding.views)} & sides
        disputed = theirs and (finding.views or finding.undemarcated or finding.recognised != finding.controller)
        if disputed and (finding.recognised_why, finding.controller_why) not in told:
            out[place_id] = finding
        if len(out) > MAX_OTHER_PLACES:
            break
    return tuple(out.values())


def _place_names(events: Sequence[Event], territory: Territory) -> dict[str, Words]:
    """Name the places of the events; a place that is a state goes by the state's name."""
    found: dict[str, Words] = {}
    for place_id in sorted({e.place for e in events if e.place}):
        place = territory.place(place_id)
        state = states().by_code(place_id)
        if place is not None:
            found[place_id] = {lang: place.name(lang) for lang in ("en", "ja")}
        elif state is not None:
            found[place_id] = {lang: state.name(lang) for lang in ("en", "ja")}
    return found


def _mentioned(readings: Sequence[Reading]) -> list[str]:
    """Give ids of places named outside the readers' comments, in text order, each once."""
    found: dict[str, None] = {}
    for reading in readings:
        talk = [r.span for r in reading.regions if r.kind == "comments"]
        for mention in reading.mentions or ():
            inside = any(a <= mention.span[0] < b for a, b in talk)
            if mention.kind == "place" and mention.id and not inside:
                found[mention.id] = None
    return list(found)
