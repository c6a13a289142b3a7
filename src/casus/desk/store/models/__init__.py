"""The desk's tables."""

from casus.desk.store.models.access import ApiToken
from casus.desk.store.models.incidents import (
    FindingChange,
    Membership,
    StoredBrief,
    StoredDecision,
    StoredFinding,
    StoredIncident,
)
from casus.desk.store.models.judged import LedgerEntry, StoredRating, TakenUp
from casus.desk.store.models.published import Publication, PublishedFinding, ShortPost
from casus.desk.store.models.sources import OutletGrade, OwnFeed, Snapshot, StoredReport, StoredStatement
from casus.desk.store.models.work import AuditEntry, Job, Watch

__all__ = [
    "ApiToken",
    "AuditEntry",
    "FindingChange",
    "Job",
    "LedgerEntry",
    "Membership",
    "OutletGrade",
    "OwnFeed",
    "Publication",
    "PublishedFinding",
    "ShortPost",
    "Snapshot",
    "StoredBrief",
    "StoredDecision",
    "StoredFinding",
    "StoredIncident",
    "StoredRating",
    "StoredReport",
    "StoredStatement",
    "TakenUp",
    "Watch",
]
