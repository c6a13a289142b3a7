"""How reliable a desk holds outlets: its own grades in the place of the table's, and what they change."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from django.db import transaction
from django.db.models import Q, QuerySet

from casus.desk.auditing import audit
from casus.desk.causes import graded
from casus.desk.pages.phrases import LANGUAGES
from casus.desk.queue import enqueue
from casus.desk.refusing import choices, in_words, refusal
from casus.desk.store.models import OutletGrade, StoredIncident, StoredReport
from casus.errors import Problem
from casus.records import Record
from casus.records.grade import Reliability
from casus.vocabulary.outlets import Outlet, find_outlet

GRADES: tuple[Reliability, ...] = get_args(Reliability)


class Held(Record, frozen=True, kw_only=True):
    """An outlet that reports name, with what is held of it."""

    name: str
    """As the reports name it."""
    by_table: str
    """The grade of the table that comes with casus; empty where it has no such outlet."""
    own: OutletGrade | None
    """The desk's own."""

    @property
    def stands(self) -> str:
        """Give the grade that counts."""
        return self.own.grade if self.own else self.by_table or "F"


def known_outlet(name: str) -> Outlet | None:
    """Find an outlet of the table by its name in any of the languages."""
    return next((found for code in (*LANGUAGES, "ru") if (found := find_outlet(name, code))), None)


def key_of(name: str) -> str:
    """Give the key that an outlet's grade is kept under: the table's, else its name."""
    found = known_outlet(name)
    return found.key if found else name.strip()


def held() -> list[Held]:
    """List the outlets that reports name, by name, with those that have a grade of the desk's."""
    named = set(StoredReport.objects.exclude(publisher="").order_by().values_list("publisher", flat=True).distinct())
    own = {row.outlet: row for row in OutletGrade.objects.all()}
    keys = {name: key_of(name) for name in named}
    keys |= {key: key for key in own if key not in keys.values()}
    table = {name: known_outlet(name) for name in keys}
    return [
        Held(name=name, by_table=found.reliability if (found := table[name]) else "", own=own.get(keys[name]))
        for name in sorted(keys)
    ]


def grade(name: str, value: str, *, by: str, at: datetime, why: str) -> tuple[Problem, ...]:
    """Grade an outlet, and queue the working out of the incidents that it reports on; refused without a reason."""
    if value not in GRADES or not name.strip() or not why.strip():
        return (refusal(in_words("at_grade", outlet=name), "refused_grade", grades=choices(GRADES)),)
    key = key_of(name)
    with transaction.atomic():
        given = {"grade": value, "by": by, "at": at, "why": why.strip()}
        OutletGrade.objects.update_or_create(outlet=key, defaults=given)
        audit(by, f"graded an outlet: {value}", key, at=at, why=why.strip())
        cause = graded(by, name, value, why.strip())
        for incident in _touched(key, name):
            enqueue("work out", {"incident": incident, "cause": cause}, key=f"{incident} {key}", at=at)
    return ()


def _touched(key: str, name: str) -> QuerySet[StoredIncident, str]:
    """Give ids of the incidents with a report of an outlet, by its names and its addresses."""
    found = known_outlet(name)
    names = {key, name.strip(), *(n for all_ in found.names.values() for n in all_)} if found else {key, name.strip()}
    of = Q(publisher__in=names)
    for domain in found.domains if found else ():
        of |= Q(snapshot__address__contains=domain)
    told = StoredReport.objects.filter(of).order_by().values("id")
    touched = StoredIncident.objects.filter(merged_into=None, memberships__active=True, memberships__report__in=told)
    return touched.order_by("id").values_list("id", flat=True).distinct()
