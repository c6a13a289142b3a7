"""The law as it was known on an earlier day: what was done, checked, asked or decided later does not count."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from casus.records import Incident
from casus.treaties.law import Law, Provision, Term, TermReading, Text, Treaty

Dated = TypeVar("Dated", Text, TermReading)


def as_known(law: Law, day: date) -> Law:
    """Give the law without what came after a day.

    Instruments signed later are left out, and so are later acts, texts and readings. A text or reading that ended later
    is open-ended, and no file counts as checked beyond that day: a later standing is carried and marked as assumed. A
    text is dated by the day it took effect, which is all the files say; that it was signed before is not known here.
    """
    treaties = (_treaty(t, day) for t in law.treaties if t.signed <= day)
    return replace(
        law,
        treaties=tuple(t for t in treaties if t.acts),
        terms={name: _term(term, day) for name, term in law.terms.items()},
        authorisations=tuple(a for a in law.authorisations if a.adopted <= day),
        version=f"{law.version} as known on {day}",
    )


def as_told(incident: Incident, day: date) -> Incident:
    """Give an incident without the requests and decisions after a day; undated ones stay."""
    return replace(
        incident,
        requests=tuple(r for r in incident.requests if r.on is None or r.on <= day),
        decisions=tuple(d for d in incident.decisions if d.on is None or d.on <= day),
    )


def _treaty(treaty: Treaty, day: date) -> Treaty:
    provisions = (_provision(p, day) for p in treaty.provisions)
    return replace(
        treaty,
        acts=tuple(a for a in treaty.acts if a.on <= day),
        checked_until=min(treaty.checked_until, day),
        provisions=tuple(p for p in provisions if p.text),
        terms={name: _term(term, day) for name, term in treaty.terms.items()},
    )


def _provision(provision: Provision, day: date) -> Provision:
    return replace(provision, text=tuple(_dated(t, day) for t in provision.text if t.from_ <= day))


def _term(term: Term, day: date) -> Term:
    kept = (r for r in term.reading if r.from_ is None or r.from_ <= day)
    return replace(term, reading=tuple(_dated(r, day) for r in kept))


def _dated(part: Dated, day: date) -> Dated:
    return replace(part, until=None) if part.until and part.until > day else part
