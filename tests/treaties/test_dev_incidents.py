"""The shared development incidents, where they are at hand: every finding keeps the rules."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from casus.logic import UNKNOWN
from casus.records import Incident
from casus.treaties import NoPlaces, load_law, weigh
from casus.treaties.evaluation import nodes, readd

SHARED = Path(os.environ.get("CASUS_SHARED", "")) / "evals" / "incidents-dev"


@pytest.mark.skipif(not os.environ.get("CASUS_SHARED"), reason="CASUS_SHARED does not name the shared folder")
def test_findings_on_the_development_incidents_keep_the_rules() -> None:
    """Proofs re-add, UNKNOWN has an open question (the twin in our own words is ``test_properties``)."""
    law, _ = load_law()
    for path in sorted(SHARED.glob("*.json")):
        incident = msgspec.json.decode(path.read_bytes(), type=Incident)
        findings, _ = weigh(incident, law=law, places=NoPlaces())
        for found in findings:
            assert all(readd(n) is n.truth for n in nodes(found.because)), (path.stem, found.id)
            assert bool(found.open_questions) is (found.answer is UNKNOWN), (path.stem, found.id)
