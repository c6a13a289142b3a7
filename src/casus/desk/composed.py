"""Briefs and findings as they are kept for showing: once composed, without the proofs, which the assessment holds."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from msgspec.structs import replace

from casus.desk.store.models import Membership, StoredBrief, StoredFinding, StoredIncident
from casus.records import Brief, Finding


def made_from(incident: StoredIncident) -> str:
    """Give the digest of what an incident's brief is composed from: its version, the data files, its reports."""
    members = Membership.objects.filter(incident=incident, active=True).order_by("report_id")
    said = "\n".join((incident.id, incident.version, incident.made_with, *members.values_list("report_id", flat=True)))
    return "sha256:" + hashlib.sha256(said.encode()).hexdigest()


def kept_brief(incident: StoredIncident, key: str) -> Brief | None:
    """Give the brief that is kept, where it was made from what ``key`` is the digest of; without reports."""
    row = StoredBrief.objects.filter(incident=incident, made_from=key).first()
    return row.record if row else None


def keep_brief(incident: StoredIncident, brief: Brief) -> None:
    """Keep a brief; its lines say what the proofs say."""
    given = {"made_from": made_from(incident), "record": without_proofs(brief)}
    StoredBrief.objects.update_or_create(incident=incident, defaults=given)


def without_proofs(brief: Brief) -> Brief:
    """Give a brief whose assessment is without proofs, reports and readings."""
    known = brief.assessment
    findings = tuple(unproven(f) for f in known.findings)
    return replace(brief, assessment=replace(known, reports=(), readings=(), findings=findings))


def unproven(finding: Finding) -> Finding:
    """Give a finding with the first node of its proof only."""
    return replace(finding, because=replace(finding.because, children=()), readings=())


def keep_findings(incident: StoredIncident, findings: Sequence[Finding]) -> None:
    """Keep an incident's answers as they stand now, in the place of those before."""
    incident.findings.all().delete()
    StoredFinding.objects.bulk_create(
        StoredFinding(
            incident=incident,
            question=f.question_id,
            record=unproven(f),
            treaty=f.treaty,
            provision=f.provision,
            answer=f.answer.value,
            certainty=f.certainty,
        )
        for f in findings
    )
