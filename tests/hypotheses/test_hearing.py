"""Explanations gather under hypotheses with supporters, doubters and replies; evidence is suggested, never rated."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.briefing.made import assessment, span
from tests.hypotheses.matrices import HEUER

from casus.hypotheses import Matrix, heard, lay_out
from casus.hypotheses.drawing import to_svg
from casus.hypotheses.showing import heard_text, weighed_text
from casus.intake import receive
from casus.pipeline import assess
from casus.records import Assessment, Explanation, Heard, StatementRef, Suggested


def model() -> Assessment:
    """Assess the model report."""
    folder = os.environ.get("CASUS_SHARED")
    if not folder:
        pytest.skip("CASUS_SHARED does not name the folder with the model report")
    data = (Path(folder) / "reports" / "sevlake.ja.txt").read_bytes()
    report, _ = receive(data, published=date(2021, 5, 15))
    assert report is not None
    return assess([report])[0]


def test_the_model_report_offers_ten_hypotheses_the_diversion_with_its_doubters() -> None:
    """Ten or more standard ones; the diversion is doubted by somebody who answers it; jests are not counted."""
    found = model()
    standard = {h.hypothesis: h for h in found.heard if h.hypothesis}
    assert len(standard) >= 10
    diversion = standard["intent-diversion"]
    assert diversion.supporters
    assert diversion.doubters
    assert any(answer in diversion.doubters for answer, _ in diversion.replies)
    said = [found.reports[0].text[slice(*e.span)] for e in found.explanations]
    assert not any("バレへんか" in words for words in said)
    assert all(h.refuted_by and h.expects for h in standard.values())
    assert any(h.suggested for h in standard.values())


def test_a_sheet_laid_out_is_blank_and_can_be_rated() -> None:
    """The matrix from a report has hypotheses, items with origins, and no rating at all."""
    found = model()
    made = lay_out(found, found.heard, raters=("ann",))
    assert made.ratings == ()
    matrix, problems = Matrix.of(made)
    assert matrix is not None, problems
    assert matrix.weigh().leaders == ()
    assert heard_text(found, found.heard).count("refuted by:") >= 10


def test_a_sentence_of_one_speaker_is_one_item_however_many_statements_it_holds() -> None:
    """Of the made report and, where it is at hand, the model report: no label stands twice in one origin."""
    made = assessment()
    first = made.readings[0].statements[0]
    twice = replace(first, id="again")
    both = replace(made, readings=(replace(made.readings[0], statements=(*made.readings[0].statements, twice)),))
    report = made.reports[0].id
    refs = tuple(StatementRef(report=report, statement=name) for name in (first.id, "again"))
    group = Heard(hypothesis="intent-signal", label={"en": "s"}, suggested=(Suggested(because="x", statements=refs),))
    (item,) = lay_out(both, [group]).items
    assert item.statements == refs
    assert item.id == f"{report}:{first.id}"


def test_the_sheet_of_the_model_report_repeats_no_words() -> None:
    """Each sentence of each speaker stands once."""
    found = model()
    items = [(i.label["en"], i.origin) for i in lay_out(found, found.heard).items]
    assert len(set(items)) == len(items)


def test_a_matrix_is_shown_with_its_counts_and_as_a_drawing() -> None:
    """The text names counts and linchpins; the drawing holds every rating; no per cent chance in either."""
    matrix, _ = Matrix.of(HEUER)
    assert matrix is not None
    text = weighed_text(matrix.weigh())
    assert "no probabilities" in text
    assert "the lead falls without: o2, o3" in text
    drawn = to_svg(HEUER, matrix.weigh())
    assert drawn.count(">C<") + drawn.count(">I<") == 18


def test_supporters_doubters_and_replies_are_told_apart() -> None:
    """In a made report: one asserts, one who answers doubts, one asks; the standard words for it come along."""
    made = assessment()
    report = made.reports[0].id
    stances = [("e1", "c1", "asserts", None), ("e2", "c2", "doubts", "c1"), ("e3", "c3", "asks", None)]
    told = tuple(
        Explanation(
            id=name,
            report=report,
            offered_by="reader",
            item=item,
            span=span("Just a bluff."),
            hypothesis="intent-signal",
            label="intent-signal",
            stance=stance,
            replies_to=to,
        )
        for name, item, stance, to in stances
    )
    (group,) = heard(replace(made, explanations=told))
    assert (group.supporters, group.doubters, group.askers) == (("e1",), ("e2",), ("e3",))
    assert group.replies == (("e2", "e1"),)
    assert not group.evidence_offered
    assert group.refuted_by["ja"]
    (line, *voices) = heard_text(replace(made, explanations=told), (group,), "ja").splitlines()
    assert line.endswith("（支持1、疑問視・否定1、質問1；根拠の提示なし）")
    assert any(voice.startswith("  - c2 読者（c1への返信）: ") for voice in voices)
