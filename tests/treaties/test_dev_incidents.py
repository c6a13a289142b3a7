"""The shared development incidents, where they are at hand: every finding keeps the rules."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from casus.logic import NO, UNKNOWN
from casus.records import CascadeNode, Incident, Step
from casus.territory import open_territory
from casus.treaties import NoPlaces, cascade, load_law, parse_step, weigh
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


@pytest.mark.skipif(not os.environ.get("CASUS_SHARED"), reason="CASUS_SHARED does not name the shared folder")
def test_what_might_follow_at_sev_lake() -> None:
    """Turkey's duty opens when Azerbaijani soil is struck, the alliance's at home (the twin is ``test_cascading``)."""
    incident = msgspec.json.decode((SHARED / "sevlake-2021.json").read_bytes(), type=Incident)
    written = ("RUS:helps", "RUS:attacks:Azerbaijan", "TUR:helps", "RUS:attacks:Turkey")
    steps = tuple(s for s in map(parse_step, written) if isinstance(s, Step))
    found, problems = cascade(incident, steps, law=load_law()[0], places=open_territory())
    assert problems == ()
    stages = list(_stages(found.root))
    answers = {
        (stage.kind, e.treaty, e.provision, e.beneficiary[0]): e.answer
        for stage in stages
        for e in (*stage.engaged, *stage.shut)
    }
    assert answers["helps", "tur-aze-2010", "art-2", "AZE"] is NO
    assert answers["attacks", "tur-aze-2010", "art-2", "AZE"] is UNKNOWN
    assert answers["exposed", "nat-1949", "art-5", "TUR"] is NO
    assert answers["attacks", "nat-1949", "art-5", "TUR"] is UNKNOWN
    assert any(q.startswith("own fault: Azerbaijan") for stage in stages for q in stage.questions)


def _stages(node: CascadeNode) -> Iterator[CascadeNode]:
    yield node
    for child in node.next:
        yield from _stages(child)
