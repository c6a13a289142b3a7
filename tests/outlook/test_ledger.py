"""A ledger takes what can stand, refuses the rest with the reason, and shows if anything was rewritten."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from tests.outlook.made import ASKED, LEAVE, forecast, ledger, prior, question, resolution

from casus.outlook import Ledger, read_ledger, written
from casus.records import Forecast, Prior, Question, Resolution

Noted = Question | Forecast | Resolution


def three(*p: float) -> Forecast:
    """Forecast the three branches."""
    return Forecast(question="leave", by="ann", on=date(2024, 1, 2), probabilities=p, reasons="r")


@pytest.mark.parametrize(
    ("noted", "words"),
    [
        (three(0.5, 0.6, -0.1), "which is no probability"),
        (three(1.5, -0.25, -0.25), "gives 'stay' 1.5"),
        (three(0.5, 0.2, 0.2), "sums to 0.9 over its branches, not to 1"),
        (three(0.5, 0.5), "2 probabilities for 3 branches"),
        (three(float("nan"), 0.5, 0.5), "which is no probability"),
        (replace(three(0.2, 0.3, 0.5), reasons=" "), "gives no reasons"),
        (replace(three(0.2, 0.3, 0.5), question="leaves"), "unknown question 'leaves'"),
        (replace(three(0.2, 0.3, 0.5), on=date(2023, 12, 31)), "before the question was asked"),
        (question("x", criteria=""), "no criteria"),
        (question("x", sources=()), "names no source"),
        (question("x", resolves_on=ASKED), "not after the day it is asked"),
        (question("x", branches=("yes",)), "two or more"),
        (question("x", given=("leave", "flee")), "'flee' is no branch"),
        (question("x", given=("stay", "stay")), "unknown question 'stay'"),
        (question("x", prior=Prior(probabilities=(0.4, 0.4), source="s")), "the base rate sums to 0.8"),
        (question("x", prior=Prior(probabilities=(0.4, 0.6), source="honoured-after-1945")), "12 of 54 (22.2 %)"),
        (question("x", prior=Prior(probabilities=(0.047, 0.953), source="defence-allies-joined")), "not registered"),
        (LEAVE, "asked already"),
        (resolution("leave", "stay", date(2023, 1, 1)), "before it was asked"),
        (resolution("leave", "flee"), "'flee' is no branch of it"),
        (replace(resolution("leave", "stay"), source=""), "names no source"),
    ],
)
def test_what_cannot_stand_is_refused_with_the_reason(noted: Noted, words: str) -> None:
    """The ledger stays as it was."""
    before = ledger(LEAVE)
    after, problems = before.add(noted)
    assert words in " ".join(p.line() for p in problems)
    assert after is before


def test_a_registered_rate_can_be_the_base_rate_of_a_question() -> None:
    """Rounded to the per cent, on whichever branch."""
    rounded = Prior(probabilities=(0.78, 0.22), source="honoured-after-1945")
    assert ledger(question("x", prior=rounded)).questions["x"].prior == rounded


def test_a_forecast_after_the_outcome_is_refused() -> None:
    """Nobody forecasts what has come out."""
    known = ledger(question("q"), resolution("q", "yes", date(2024, 1, 5)))
    assert "came out on 2024-01-05" in known.add(forecast("q", 0.9, after=4))[1][0].what


def test_a_ledger_is_read_as_it_was_written() -> None:
    """Entry for entry, with the same hash."""
    made = ledger(LEAVE, three(0.2, 0.3, 0.5), resolution("leave", "stay"))
    lines = "\n".join(written(e) for e in made.entries)
    again, problems = read_ledger(lines.encode())
    assert problems == ()
    assert again.head == made.head
    assert again.entries == made.entries


@pytest.mark.parametrize("line", [0, 1])
def test_history_that_was_rewritten_shows(line: int) -> None:
    """A changed line breaks the line after it; one taken out breaks the count."""
    made = ledger(LEAVE, three(0.2, 0.3, 0.5), resolution("leave", "stay"))
    lines = [written(e) for e in made.entries]
    changed = [t.replace("0.3", "0.4").replace("0.2", "0.1").replace("1 June", "2 June") for t in lines]
    forged = "\n".join(changed[n] if n == line else t for n, t in enumerate(lines))
    cut = "\n".join(t for n, t in enumerate(lines) if n != line)
    for text in (forged, cut):
        found, problems = read_ledger(text.encode())
        assert len(found.entries) <= line + 1
        assert "changed or taken out" in problems[0].what or "unknown question" in problems[0].what


def test_what_is_no_entry_is_refused_with_its_line() -> None:
    """A broken line ends the reading."""
    found, problems = read_ledger(b'{"number": 1}\n', "l.jsonl")
    assert found.entries == ()
    assert problems[0].where == "l.jsonl:1"


def test_a_correction_is_a_further_line() -> None:
    """The last resolution counts, the first stays in the ledger."""
    made = ledger(question("q"), resolution("q", "yes"), resolution("q", "no"))
    found = made.resolution("q")
    assert found is not None
    assert found.branch == "no"
    assert len(made.entries) == 3


def test_a_question_under_a_branch_that_did_not_come_is_void() -> None:
    """And so is one under a void one."""
    under = question("war", given=("leave", "stay"))
    below = question("long", given=("war", "yes"))
    made = ledger(LEAVE, under, below)
    assert not made.is_void(under)
    made, _ = made.add(resolution("leave", "withdraw"))
    assert made.is_void(under)
    assert made.is_void(below)


def test_an_empty_ledger_has_a_head() -> None:
    """Its hash is the format's name."""
    assert Ledger().head == "casus.ledger/1"
    assert ledger(question("q", prior=prior(0.22))).head.startswith("entry-")


def test_an_end_that_was_changed_or_cut_off_shows_against_a_kept_hash() -> None:
    """A hash kept at any line still holds while lines are only added; without its line it does not."""
    made = ledger(LEAVE, three(0.2, 0.3, 0.5), resolution("leave", "stay"))
    lines = [written(e) for e in made.entries]
    cut, _ = read_ledger("\n".join(lines[:2]).encode())
    forged, problems = read_ledger("\n".join([*lines[:2], lines[2].replace("stay", "partly")]).encode())
    assert problems == ()
    assert made.holds(cut.head) == ()
    for other in (cut, forged):
        assert "none of its lines leads to the hash" in other.holds(made.head)[0].what
