"""Statements that tell the same act, put together into events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from casus.incidents.areas import same_area
from casus.incidents.days import overlap
from casus.incidents.families import same_family
from casus.incidents.telling import Telling
from casus.records import Event, EventCode, StatementRef, content_id
from casus.records.party import Side
from casus.records.statement import Modality
from casus.records.voice import REPORTED

_OWN_ORDER: tuple[Modality, ...] = ("fact", "state", "background")


def gather_events(told: Sequence[Telling]) -> tuple[Event, ...]:
    """Group tellings into events, in the order in which they are first told.

    An event keeps how it is put: what is only demanded, threatened, planned or denied is an event of that modality, and
    never joins one that is said to have happened. A denial stands against the event it denies.
    """
    groups: list[list[Telling]] = []
    for telling in sorted(told, key=_fullest_first):
        group = next((g for g in groups if _joins(telling, g)), None)
        if group is None:
            groups.append([telling])
        else:
            group.append(telling)
    order = {t.ref: i for i, t in enumerate(told)}
    ordered = sorted((sorted(g, key=lambda t: order[t.ref]) for g in groups), key=lambda g: order[g[0].ref])
    return tuple(_event(group) for group in ordered)


def same_act(a: Telling, b: Telling) -> bool:
    """Can two tellings be of one act: same family, no two parties, places or days that differ?"""
    return (
        same_family(a.family, b.family)
        and _same_sides(a.actors, b.actors)
        and _same_sides(a.recipients, b.recipients)
        and same_area(a.place, b.place)
        and overlap(a.days, b.days)
    )


def _same_sides(a: tuple[Side, ...], b: tuple[Side, ...]) -> bool:
    return not a or not b or {s.id for s in a} == {s.id for s in b}


def _manner(telling: Telling) -> str:
    """Tell what keeps events apart: history, what is said to be so or not so, each way of not saying so."""
    if telling.stance == "neither" or telling.statement.modality == "background":
        return telling.statement.modality
    return "real"


def _joins(telling: Telling, group: Sequence[Telling]) -> bool:
    return _manner(telling) == _manner(group[0]) and all(
        same_act(telling, other) and not _lends(telling, other) and not _lends(other, telling) for other in group
    )


def _lends(told: Telling, claimed: Telling) -> bool:
    """Tell whether joining would make the text itself name a doer whom only somebody else names."""
    return REPORTED in told.positions and not told.actors and bool(claimed.actors) and REPORTED not in claimed.positions


def _fullest_first(telling: Telling) -> tuple[int, int, str, int]:
    known = sum(bool(x) for x in (telling.actors, telling.recipients, telling.place, telling.days))
    return (-known, -telling.weight, telling.ref.report, telling.statement.trigger.span[0])


def _telling_best(group: Sequence[Telling]) -> Telling:
    """Choose the telling that names the act: of the concept used most often, the one that says most."""
    counts = Counter(t.statement.concept for t in group)
    return min(group, key=lambda t: (-counts[t.statement.concept], _fullest_first(t)))


def _event(group: Sequence[Telling]) -> Event:
    against = [t for t in group if t.stance == "denies"]
    backing = [t for t in group if t.stance != "denies"]
    best = _telling_best(backing or against)
    denying = {_voice(p) for t in against for p in t.positions}
    told = {_voice(p) for t in backing for p in t.positions}
    voices = told - denying or told  # who denies what the others tell is no witness to it for what it admits beside
    days = [t.days for t in group if t.days]
    first = min((d.first for d in days if d.first), default=None)
    last = max((d.last for d in days if d.last), default=None)
    placed = [t.place for t in sorted(group, key=_fullest_first) if t.place]
    place = min(placed, key=lambda p: p.kind == "state").id if placed else None
    actor, recipient = _party(t.actors for t in group), _party(t.recipients for t in group)
    modality = _modality(backing or against)
    return Event(
        id=content_id("event", best.family, modality, actor, recipient, place, first, *_refs_key(group)),
        concept=best.concept,
        code=EventCode(
            type=best.statement.event.type, mode=best.statement.event.mode, cameo=best.statement.event.cameo
        ),
        actor=actor,
        recipient=recipient,
        place=place,
        from_day=first,
        until_day=_not_before(last, first),
        about=any(d.about for d in days if d.first == first),
        modality=modality,
        said_by=tuple(sorted(voices, key=lambda v: (v != "AUTHOR", v))),
        statements_for=tuple(t.ref for t in backing),
        statements_against=tuple(t.ref for t in against),
    )


def _voice(position: str) -> str:
    return "AUTHOR" if position == "reported" else position


def _not_before(last: date | None, first: date | None) -> date | None:
    return None if last is not None and first is not None and last < first else last


def _party(found: Iterable[tuple[Side, ...]]) -> str | None:
    ids = next((sides for sides in found if sides), ())
    return ", ".join(sorted(s.id for s in ids)) or None


def _modality(group: Sequence[Telling]) -> Modality:
    said = [t.statement.modality for t in group]
    return next((m for m in _OWN_ORDER if m in said), said[0])


def _refs_key(group: Sequence[Telling]) -> tuple[str, ...]:
    refs: list[StatementRef] = [t.ref for t in group]
    return tuple(sorted(f"{r.report}#{r.statement}" for r in refs))
