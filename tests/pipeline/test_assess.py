"""The main job on a real article and on its twin in the project's own words."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

import casus
from casus.briefing import compose, to_text
from casus.briefing.accounts import main_findings
from casus.intake import receive
from casus.logic import NO, UNKNOWN, YES, Truth
from casus.pipeline import assess, tools
from casus.records import Assessment, Brief, Finding

BAKU = Path("examples/sevlake-baku.en.txt")
TWIN = Path("examples/sevlake-wire.ja.txt")


def model() -> Path:
    """Give the model report, or skip where the folder with it is not at hand."""
    folder = os.environ.get("CASUS_SHARED")
    file = Path(folder or "") / "reports" / "sevlake.ja.txt"
    if not folder or not file.is_file():
        pytest.skip("CASUS_SHARED does not name the folder with the model report")
    return file


@pytest.fixture(params=["twin", "model"])
def brief(request: pytest.FixtureRequest) -> Brief:
    """Brief the twin and, where it is at hand, the model report."""
    file = TWIN if request.param == "twin" else model()
    return casus.brief(file.read_text(encoding="utf-8"), published="2021-05-15")


def answers(assessment: Assessment, treaty: str, provision: str) -> set[Truth]:
    """Give the answers of a provision towards Armenia."""
    found = [f for f in assessment.findings if f.treaty == treaty and f.provision.startswith(provision)]
    return {f.answer for f in found if "ARM" in f.beneficiary}


def obliged(assessment: Assessment, treaty: str, provision: str) -> set[str]:
    """Give who is obliged towards Armenia under a provision that is engaged."""
    found: list[Finding] = [f for f in assessment.findings if f.treaty == treaty and f.provision.startswith(provision)]
    return {o for f in found if f.answer is YES and "ARM" in f.beneficiary for o in f.obliged}


def test_the_act_its_place_and_its_day(brief: Brief) -> None:
    """Azerbaijan's troops hold ground at Sev Lake since about 12 May 2021, as reported; fire is unknown, never no."""
    incident = brief.assessment.incident
    assert incident is not None
    case = incident.cases[0]
    assert (case.attacker, case.victim, case.on) == (("AZE",), ("ARM",), date(2021, 5, 12))
    assert case.fact("act.territory_entered") is YES
    assert case.fact("act.fire_opened") is UNKNOWN
    assert brief.assessment.territory[0].place == "sev-lake"


def test_the_ground_is_nobody_s_beyond_doubt(brief: Brief) -> None:
    """Recognised Armenian in the main, on a line that is not demarcated."""
    ground = brief.assessment.territory[0]
    assert ground.recognised == "ARM"
    assert ground.undemarcated


def test_consultation_is_engaged_defence_is_open(brief: Brief) -> None:
    """Article 2 of the CST binds five allies; Article 4 and the 1997 treaty's Article 3 stay open."""
    assessment = brief.assessment
    assert obliged(assessment, "cst-1992", "art-2") == {"BLR", "KAZ", "KGZ", "RUS", "TJK"}
    assert answers(assessment, "cst-1992", "art-4") == {UNKNOWN}
    assert answers(assessment, "rus-arm-1997", "art-3") == {UNKNOWN}


def test_turkey_is_not_engaged(brief: Brief) -> None:
    """The agreement of 2010 is listed with the reason that Azerbaijan was not attacked."""
    (found,) = [f for f in brief.assessment.findings if f.treaty == "tur-aze-2010" and f.owes == "defence"]
    assert "not attacked" in found.why


def test_the_request_is_told_and_what_is_missing_too(brief: Brief) -> None:
    """Armenia's request to the organisation is there; the decision is printed as missing."""
    steps = brief.assessment.invocations
    assert any(s.what == "request" and s.by.startswith("ARM") and s.to == "IGO CSTO" for s in steps)
    assert "decision of the organ" in to_text(brief)


@pytest.mark.parametrize("first", [TWIN, None], ids=["twin", "model"])
def test_a_report_from_the_other_side_makes_two_accounts(first: Path | None) -> None:
    """Beside Baku's report Baku is heard; if its account is right Article 4 falls and Article 2 is arguable."""
    files = ((first or model(), date(2021, 5, 15)), (BAKU, date(2021, 5, 16)))
    received = [receive(f.read_bytes(), name=f.name, published=day)[0] for f, day in files]
    assessment, _ = assess([r for r in received if r])
    assert assessment.incident is not None
    told_by = ["ARM" if first else "agreed", "AZE"]
    assert [c.told_by for c in assessment.incident.cases] == told_by
    assert not assessment.unheard
    (_,) = [e for e in assessment.events if e.concept in {"occupy", "intrude", "invade"} and e.statements_against]
    assert len(assessment.incident.requests) == 1
    answers = {
        (f.provision[:5], p.position): p.answer
        for f in main_findings(assessment)
        if f.treaty == "cst-1992" and f.provision in {"art-2-consult", "art-4"}
        for p in f.positions
    }
    assert answers == {
        ("art-2", "ARM"): YES,
        ("art-2", "AZE"): UNKNOWN,
        ("art-4", "ARM"): UNKNOWN,
        ("art-4", "AZE"): NO,
    }
    assert "言い分" in to_text(compose(assessment, law=tools().book), language="ja")


def test_every_quotation_stands_in_the_report(brief: Brief) -> None:
    """No line quotes words that are not there."""
    texts = {r.id: r.text for r in brief.assessment.reports}
    quotes = [q for s in brief.sections for line in s.lines for q in line.quotes]
    assert len(quotes) > 15
    assert all(texts[q.report][slice(*q.span)] == q.text for q in quotes)


def test_the_model_report_is_tested() -> None:
    """The duty to expel and the breach by a non-party are not borne out; Baku is unheard; explanations stand apart."""
    brief = casus.brief(model().read_text(encoding="utf-8"), published="2021-05-15")
    assessment = brief.assessment
    text = to_text(brief)
    failed = {t.statement.statement for t in assessment.tested if t.verdict == "not borne out" and t.kind == "legal"}
    words = {s.id: s.trigger.text for s in assessment.readings[0].statements}
    assert {"排除", "抵触"} <= {words[s][:2] for s in failed}
    assert "cannot breach" in text
    assert [u.party for u in assessment.unheard] == ["AZE"]
    readers = [e for e in assessment.explanations if e.offered_by == "reader"]
    assert len(readers) >= 10
    assert len({e.hypothesis for e in readers if e.hypothesis}) >= 8
    assert "WalkerBaku" in text
    assert assessment.originals
    assert {e.form for e in assessment.expectations} >= {"condition", "consequence"}


def test_corrections_are_data() -> None:
    """A fact that a person sets changes the answers and leaves the report's own facts beside it."""
    from datetime import UTC, datetime

    from casus.records import Decision

    report, _ = receive(TWIN.read_bytes(), name="twin", published=date(2021, 5, 15))
    assert report is not None
    before, _ = assess([report])
    assert before.incident is not None
    set_fire = Decision(
        id="d1",
        does="set-fact",
        target=before.incident.cases[0].id,
        name="act.fire_opened",
        value="yes",
        by="analyst",
        at=datetime(2021, 5, 16, tzinfo=UTC),
        why="footage of 16 May",
    )
    after, _ = assess([report], [set_fire])
    assert after.incident is not None
    assert after.incident.cases[0].fact("act.fire_opened") is YES
    assert {f.position for f in after.facts if f.name == "act.fire_opened"} >= {"decided"}
