"""Forces beside each other, with and without the allies bound to help, and what such figures do not show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import fsum
from typing import Literal

from casus.logic import UNKNOWN, YES, Truth
from casus.outlook.capabilities import CapabilityTable
from casus.outlook.features import has_nuclear_weapons, in_force, sides
from casus.records import (
    Balance,
    Capabilities,
    Caveat,
    Event,
    Figure,
    Finding,
    Group,
    Incident,
    Precedent,
    Support,
    Words,
)
from casus.vocabulary.party_names import known_party
from casus.vocabulary.phrases import joined, same, say

FIGURES: tuple[Literal["personnel", "spending", "population"], ...] = ("personnel", "spending", "population")
HELPING = frozenset(
    {"supply_arms", "military_aid", "train", "share_intelligence", "military_cooperation", "pledge_aid"}
)
"""Concepts of support short of fighting."""
SHORT_OF_FIGHTING = frozenset({"armed", "advised"})
REMEMBERED = timedelta(days=5 * 365)
"""So long before an incident support in an earlier one between the same two is told."""

Neighbours = Callable[[str, str], bool | None]


def balance(
    incident: Incident,
    findings: Sequence[Finding],
    *,
    table: CapabilityTable | None,
    support: Sequence[Support] = (),
    neighbours: Neighbours | None = None,
) -> Balance:
    """Set the sides' figures beside each other, then with those bound to help the victim. Says nothing of who wins.

    Without a ``table`` there are no figures; who is bound, support and caveats are told all the same.
    """
    attackers, victims = sides(incident)
    bound = obliged_to_help(findings, attackers, victims, YES)
    open_ = obliged_to_help(findings, attackers, victims, UNKNOWN) - bound
    day = incident.cases[0].on
    everybody = sorted(attackers | victims | bound | open_)
    known = {s: table.latest(s, day.year) if table else None for s in everybody}
    rows = tuple(row for row in known.values() if row)
    groups: tuple[Group, ...] = (
        _group("attacker", attackers, known),
        _group("victim", victims, known),
        _group("victim with the bound", victims | bound, known),
        _group("victim with the bound and those whose duty is open", victims | bound | open_, known),
    )
    groups = groups if table else ()
    return Balance(
        incident=incident.id,
        on=day,
        source=table.source if table else "",
        states=rows,
        groups=groups,
        bound=tuple(sorted(bound)),
        open=tuple(sorted(open_)),
        support=tuple(support),
        caveats=tuple(_caveats(attackers | victims, bound | open_, day, rows, groups, neighbours)),
    )


def obliged_to_help(
    findings: Iterable[Finding], attackers: frozenset[str], victims: frozenset[str], answer: Truth
) -> frozenset[str]:
    """Give those outside the case who owe a victim defence by findings of that answer."""
    found: set[str] = set()
    for finding in findings:
        if finding.owes == "defence" and finding.answer is answer and in_force(finding):
            found |= set(finding.obliged) if victims & set(finding.beneficiary) else set()
    return frozenset(found) - attackers - victims


def support_told(events: Iterable[Event]) -> tuple[Support, ...]:
    """Give the support short of fighting that the reports tell of as having been given."""
    return tuple(
        Support(by=e.actor, to=e.recipient or "", what=same(e.concept.replace("_", " ")), source=e.id, on=e.from_day)
        for e in events
        if e.concept in HELPING and e.actor and e.modality in ("fact", "background", "state", "claim")
    )


def support_before(incident: Incident, among: Iterable[Precedent]) -> tuple[Support, ...]:
    """Give the support short of fighting in earlier incidents between the same two, some years back."""
    attackers, victims = sides(incident)
    day = incident.cases[0].on
    found = []
    for earlier in among:
        theirs = (frozenset(earlier.attacker), frozenset(earlier.victim))
        same_two = all((attackers | victims) & side for side in theirs)
        if not same_two or not day - REMEMBERED <= earlier.on < day:
            continue
        found += [
            _supported(earlier, h.party, h.side, h.how, h.said) for h in earlier.helper if h.how in SHORT_OF_FIGHTING
        ]
    return tuple(found)


def _supported(earlier: Precedent, by: str, side: str, how: str, said: Words) -> Support:
    to = earlier.attacker if side == "attacker" else earlier.victim
    what = said or say(f"help_{how}")
    return Support(by=by, to=", ".join(to), what=what, source=f"precedents/{earlier.id}", on=earlier.on)


def _group(
    name: Literal["attacker", "victim", "victim with the bound", "victim with the bound and those whose duty is open"],
    states: frozenset[str],
    known: dict[str, Capabilities | None],
) -> Group:
    return Group(name=name, states=tuple(sorted(states)), figures=tuple(_figure(w, states, known) for w in FIGURES))


def _figure(
    what: Literal["personnel", "spending", "population"], states: frozenset[str], known: dict[str, Capabilities | None]
) -> Figure:
    values = {s: getattr(known[s], what) if known[s] else None for s in sorted(states)}
    given = [v for v in values.values() if v is not None]
    return Figure(
        what=what, total=fsum(given) if given else None, missing=tuple(s for s, v in values.items() if v is None)
    )


def _caveats(
    parties: frozenset[str],
    helpers: frozenset[str],
    on: date,
    rows: Sequence[Capabilities],
    groups: Sequence[Group],
    neighbours: Neighbours | None,
) -> Iterator[Caveat]:
    """Say what the figures do not show, as far as this case calls for it."""
    yield Caveat(kind="air power", says=say("caveat_air"))
    if helpers:
        yield Caveat(kind="will", says=say("caveat_will"))
        yield Caveat(kind="distance", says=say("caveat_distance"))
    apart = sorted(h for h in helpers if neighbours and not _touches(h, parties, neighbours))
    if apart:
        yield Caveat(kind="border", says=say("caveat_border", states=_names(apart)))
    nuclear = sorted(s for s in parties | helpers if has_nuclear_weapons(s, on))
    if nuclear:
        yield Caveat(kind="nuclear", says=say("caveat_nuclear", states=_names(nuclear)))
    if groups:
        years = sorted({r.year for r in rows if r.year != on.year})
        if years:
            yield Caveat(kind="year", says=say("caveat_year", years=", ".join(map(str, years)), year=str(on.year)))
        missing = sorted({s for g in groups for f in g.figures for s in f.missing})
        if missing:
            yield Caveat(kind="missing", says=say("caveat_missing", states=_names(missing)))


def _touches(state: str, others: frozenset[str], neighbours: Neighbours) -> bool:
    """Does it border on any of them, as far as is known? What is not known is not said to be apart."""
    return any(neighbours(state, other) is not False for other in others)


def _names(states: Iterable[str]) -> Words:
    return joined([known_party(s) or same(s) for s in states])
