"""Explanations are gathered in the voice of whoever offers them, and never counted as more."""

from __future__ import annotations

import csv
from importlib.resources import files

import msgspec
import pytest
from tests.briefing.made import assessment, span, statement

from casus.hypotheses import offered
from casus.hypotheses.offered import gives_reason
from casus.records import Comment, Explanation
from casus.records.statement import Stance


def explanations(*comments: Comment) -> tuple[Explanation, ...]:
    """Gather from the made report with other comments."""
    made = assessment()
    return offered(made.reports, (msgspec.structs.replace(made.readings[0], comments=comments),))


def comment(stance: Stance, hypothesis: str | None = "intent-signal") -> Comment:
    """Make a comment about a hypothesis."""
    return Comment(
        id="c",
        span=span("Just a bluff."),
        replies_to=None,
        topic="intent",
        hypothesis=hypothesis,
        stance=stance,
        about=None,
    )


@pytest.mark.parametrize("stance", ["asserts", "doubts", "denies", "asks", "insinuates"])
def test_a_stance_counts(stance: Stance) -> None:
    """Whoever asserts, doubts, denies, asks or insinuates offers an explanation or speaks to one."""
    (only,) = explanations(comment(stance))
    assert (only.offered_by, only.stance, only.hypothesis) == ("reader", stance, "intent-signal")


def test_a_jest_does_not_count() -> None:
    """A comment without a stance, as a jest is read, is no explanation."""
    assert explanations(comment("unknown")) == ()


def test_a_jest_that_hints_does_not_count_either() -> None:
    """Where somebody can tell a jest, its hint at a motive is no support."""
    made = assessment()
    reading = msgspec.structs.replace(made.readings[0], comments=(comment("insinuates"),))
    assert offered(made.reports, (reading,), is_jest=lambda words, _: "bluff" in words) == ()


def test_no_reason_is_said_to_be_none() -> None:
    """A bare guess offers no evidence; "because" does."""
    assert not explanations(comment("asserts"))[0].evidence_offered
    reasoned = msgspec.structs.replace(comment("asserts"), span=span("They want the road because it is short."))
    assert explanations(reasoned)[0].evidence_offered


def test_a_motive_ascribed_by_the_author_is_the_author_s() -> None:
    """A motive in the report's own voice is the author's; a party's own announced plan is no explanation."""
    made = assessment()
    ascribed = statement("m1", "stay", "If they stay, war will follow.", "aim", "opinion", "GEO MIL", kind="intent")
    own = statement("m2", "asked", "Baku asked its allies for talks.", "aim", "claim", "AZE GOV", kind="intent")
    reading = msgspec.structs.replace(made.readings[0], statements=(ascribed, own), comments=())
    (only,) = offered(made.reports, (reading,))
    assert (only.offered_by, only.item) == ("author", "m1")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_cue_works_on_its_example(language: str) -> None:
    """Each row of reasons.tsv finds a reason in its own example."""
    text = (files("casus") / "data" / "languages" / language / "reasons.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))
    assert len(rows) >= 10
    for row in rows:
        assert gives_reason(row["example"], language), row
        assert row["cue"].casefold() in row["example"].casefold(), row
