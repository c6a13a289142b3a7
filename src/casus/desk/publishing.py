"""Publishing an incident's page: drafted, approved, corrected by a new version, withdrawn; never changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from casus.desk.assessing import reports_of
from casus.desk.auditing import audit, one_at_a_time
from casus.desk.freezing import findings_of
from casus.desk.redacting import objection
from casus.desk.refusing import in_words, refusal
from casus.desk.rendering import rendering
from casus.desk.store.models import Publication, PublishedFinding, StoredIncident
from casus.errors import Problem
from casus.records import Record, Words

Kept = tuple[Publication | None, tuple[Problem, ...]]


class Picture(Record, frozen=True, kw_only=True):
    """A picture beside a page, with what must be said of it."""

    address: str
    alt: str
    creator: str
    licence: str
    credit: str
    file_photo: bool = False
    """Was it taken at another time or place than what the page tells of?"""

    def kept(self) -> dict[str, object]:
        """Give it as the publication's column holds it."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


def standing() -> QuerySet[Publication]:
    """Give all published versions that are not withdrawn, the latest first."""
    rows = Publication.objects.filter(published_at__isnull=False, withdrawn_at=None)
    return rows.order_by("-published_at", "-number").defer("record")


def listed(rows: QuerySet[Publication]) -> QuerySet[Publication]:
    """Give versions with what a list tells of them, not with the page itself."""
    return rows.defer("content", "record")


def latest(at: datetime | None = None) -> QuerySet[Publication]:
    """Give the latest standing version of every incident, of those published up to a moment where one is given."""
    out = Q(published_at__isnull=False, withdrawn_at=None)
    if at:
        out &= Q(published_at__lte=at)
    newer = Publication.objects.filter(out, incident=OuterRef("incident"), number__gt=OuterRef("number"))
    return standing().filter(out, ~Exists(newer))


def draft(
    incident: StoredIncident,
    *,
    by: str,
    at: datetime,
    picture: Picture | None = None,
    correction: str = "",
    exact_why: str = "",
) -> Kept:
    """Freeze an incident's page as it stands; a version that corrects says what was wrong."""
    before = standing().filter(incident=incident).first()
    if correction.strip() and before is None:
        return None, (refusal(incident.id, "refused_nothing_to_correct"),)
    if picture is not None and not all((picture.creator, picture.licence, picture.credit, picture.alt)):
        return None, (refusal(incident.id, "refused_picture_unsaid"),)
    with transaction.atomic():
        one_at_a_time()  # nothing joins the incident between what is rendered and what is kept of it
        incident = StoredIncident.objects.select_for_update().get(id=incident.id)
        page = rendering(incident, today=at.date(), exact_why=exact_why.strip())
        refused = objection(incident.id, correction, exact_why, coarse=bool(page.content["coarse"]))
        if refused:
            return None, (refused,)
        number = (incident.publications.aggregate(last=Max("number"))["last"] or 0) + 1
        row = Publication(
            incident=incident,
            number=number,
            version=incident.version,
            headline=page.headline,
            arrow=arrow(page.engaged, before),
            content=page.content,
            record=page.frozen.record | {"findings": list(page.frozen.findings)},
            picture=picture.kept() if picture else {},
            correction=correction.strip(),
            drafted_by=by,
            drafted_at=at,
        )
        row.digest = digest(row)
        row.save(force_insert=True)
        row.reports.set(reports_of(incident))
        PublishedFinding.objects.bulk_create(findings_of(row, page.frozen.findings))
        audit(by, "drafted a page", incident.id, at=at, number=number, digest=row.digest, correction=row.correction)
        if exact_why.strip():
            audit(by, "lifted the coarsening of places", incident.id, at=at, number=number, why=exact_why.strip())
    return row, ()


def arrow(engaged: tuple[str, ...], before: Publication | None) -> str:
    """Tell whether more duties are engaged than in the version before (up), fewer (down), or as many (same)."""
    was = len(before.content["engaged"]) if before else len(engaged)
    return "up" if len(engaged) > was else "down" if len(engaged) < was else "same"


def digest(row: Publication) -> str:
    """Give the digest (SHA-256) of all that a reader is shown."""
    said: Mapping[str, object] = {
        "headline": row.headline,
        "arrow": row.arrow,
        "content": row.content,
        "record": row.record,
        "picture": row.picture,
        "correction": row.correction,
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def publish(row: Publication, *, by: str, at: datetime) -> Kept:
    """Put a draft before the public; where two persons are asked for, the second is another than the first."""
    if settings.CASUS.two_person and by == row.drafted_by:
        return None, (refusal(_version(row), "refused_own_draft", hint="hint_another_editor"),)
    if digest(row) != row.digest:
        return None, (refusal(_version(row), "refused_not_as_drafted", hint="hint_draft_anew"),)
    with transaction.atomic():
        waiting = Publication.objects.filter(id=row.id, published_at=None, withdrawn_at=None)
        newer = Publication.objects.filter(incident=row.incident_id, number__gt=row.number, published_at__isnull=False)
        if newer.exists() or not waiting.update(published_by=by, published_at=at):
            return None, (refusal(_version(row), "refused_overtaken"),)
        audit(by, "published a page", row.incident_id, at=at, number=row.number, digest=row.digest)
    row.refresh_from_db()
    return row, ()


def _version(row: Publication) -> Words:
    return in_words("at_version", incident=row.incident_id, number=row.number)


def withdraw(incident: StoredIncident, *, by: str, at: datetime, why: str) -> tuple[Problem, ...]:
    """Take an incident's page back, all versions and drafts of it; the reason is shown in its place."""
    if not why.strip():
        return (refusal(incident.id, "refused_withdrawal_unsaid"),)
    with transaction.atomic():
        rows = incident.publications.filter(withdrawn_at=None)
        if not rows.update(withdrawn_at=at, withdrawn_why=why.strip()):
            return (refusal(incident.id, "refused_nothing_to_withdraw"),)
        audit(by, "withdrew a page", incident.id, at=at, why=why.strip())
    return ()


def as_of(incident_id: str, at: datetime) -> Publication | None:
    """Give the version that stood at a moment; what was withdrawn since is not shown for any moment."""
    return standing().filter(incident_id=incident_id, published_at__lte=at).first()


def places_exact(incident_id: str) -> bool:
    """Has an editor lifted the coarsening of places in the version that stands?"""
    row = standing().filter(incident_id=incident_id).first()
    return bool(row and row.content.get("exact_why"))
