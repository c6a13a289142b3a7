"""JSON Schemas of the forms casus prints and takes, generated from the records."""

from __future__ import annotations

from typing import Any

import msgspec

from casus.records.assessment import Assessment
from casus.records.balance import Attention, Balance
from casus.records.brief import Brief
from casus.records.cascade import Cascade
from casus.records.hypothesis import MatrixSheet, Weighed
from casus.records.incident import Incident
from casus.records.obligations import Obligations
from casus.records.outlook import Entry, Track
from casus.records.overlook import GroundView, Sight
from casus.records.statement import Reading
from casus.records.where import Whereabouts

FORMS: dict[str, type[msgspec.Struct]] = {
    "casus.reading-1": Reading,
    "casus.incident-1": Incident,
    "casus.obligations-1": Obligations,
    "casus.assessment-1": Assessment,
    "casus.brief-1": Brief,
    "casus.cascade-1": Cascade,
    "casus.where-1": Whereabouts,
    "casus.matrix-1": MatrixSheet,
    "casus.weighed-1": Weighed,
    "casus.ledger-1": Entry,
    "casus.track-1": Track,
    "casus.balance-1": Balance,
    "casus.attention-1": Attention,
    "casus.overlook-1": GroundView,
    "casus.sight-1": Sight,
}


def schema_of(form: str) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a form by its name in ``FORMS``."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": form, **msgspec.json.schema(FORMS[form])}
