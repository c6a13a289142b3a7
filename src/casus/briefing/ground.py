"""Whose ground: recognised, held and claimed, per position, with the distance to the line."""

from __future__ import annotations

from casus.briefing.naming import line_between, party_name, place_called, told
from casus.briefing.phrases import day_words, same, say
from casus.records import Line, Section, TerritoryFinding

SHORT_PLACES = 3


def ground(territory: tuple[TerritoryFinding, ...]) -> Section:
    """Tell whose ground each place is, the incident's own place first."""
    lines = [_line(t, short=n < SHORT_PLACES) for n, t in enumerate(territory)]
    return Section(id="ground", title=say("section_ground"), lines=tuple(lines))


def _line(finding: TerritoryFinding, *, short: bool) -> Line:
    day, place = day_words(finding.on), place_called(finding.name)
    why = told(finding.recognised_why, finding.recognised_why_ja)
    if finding.recognised is None:
        says = say("ground_line_unknown", place=place, day=day, why=why)
    else:
        main = say("in_the_main") if finding.undemarcated else same("")
        says = say(
            "ground_line",
            place=place_called(finding.name),
            day=day,
            holder=party_name(finding.recognised),
            main=main,
            why=why,
        )
    return Line(
        says=says,
        sources=finding.sources,
        short=short,
        more=tuple(_more(finding)),
        mark="unknown" if finding.recognised is None or finding.undemarcated else "none",
    )


def _more(finding: TerritoryFinding) -> list[Line]:
    lines = []
    if finding.controller:
        words = say(
            "controller_line",
            who=party_name(finding.controller),
            why=told(finding.controller_why, finding.controller_why_ja),
        )
        lines.append(Line(says=words, sources=finding.sources))
    for view in finding.views:
        words = say("view_line", party=party_name(view.position), holder=party_name(view.holder))
        lines.append(Line(says=words, sources=(view.source,)))
    if finding.boundary_km is not None and finding.accuracy_km is not None:
        near = finding.boundary_km <= finding.accuracy_km
        words = say(
            "boundary_line",
            km=same(f"{finding.boundary_km:.1f}"),
            accuracy=same(f"{finding.accuracy_km:g}"),
            with_=line_between(finding.boundary_with) if finding.boundary_with else same("—"),
            proves=say("map_proves_nothing") if near else same(""),
        )
        lines.append(Line(says=words))
    lines += [Line(says=note) for note in finding.notes]
    lines.append(Line(says=say("certainty_place", certainty=say(f"certainty_{finding.certainty}"))))
    return lines
