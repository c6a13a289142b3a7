"""What a brief says of how an open obligation would turn, and of its instrument's practice."""

from __future__ import annotations

from msgspec.structs import replace
from tests.briefing.made import Book, assessment

from casus.briefing import compose
from casus.briefing.precedents import practice_lines, turning
from casus.logic import NO, UNKNOWN, YES
from casus.records import Finding, Flip

FLIPS = (
    Flip(set=(("act.fire_opened", "yes"),), answer=YES),
    Flip(set=(("act.ground_held", "yes"), ("act.invited", "no")), answer=YES),
    Flip(set=(("act.invited", "yes"),), answer=NO),
)


def opened(finding: Finding) -> Finding:
    """Leave a finding open, with what would turn it."""
    return replace(finding, answer=UNKNOWN, flips=FLIPS)


def test_an_open_obligation_says_in_one_line_what_would_flip_it() -> None:
    """The first set for YES and the first for NO; a settled one says nothing."""
    finding = assessment().findings[0]
    words = turning(opened(finding), Book())
    assert words is not None
    assert words["en"] == "would flip it: engaged if act.fire_opened: yes; not engaged if act.invited: yes"
    assert turning(replace(finding, answer=NO, flips=FLIPS), Book()) is None
    assert turning(replace(finding, answer=UNKNOWN, flips=()), Book()) is None


def test_the_line_stands_under_its_obligation_and_practice_in_full() -> None:
    """What would flip it follows the obligation; who called on the article before lies beneath it."""
    made = assessment()
    wanted = next(f for f in made.findings if (f.treaty, f.provision) == ("pact-1990", "art-4"))
    one = replace(made, findings=tuple(opened(f) if f is wanted else f for f in made.findings))
    section = next(s for s in compose(one, law=Book()).sections if s.id == "bound")
    said = [line.says["en"] for line in section.lines]
    assert any(words.startswith("would flip it: ") for words in said)


def test_practice_names_who_asked_what_came_and_the_source() -> None:
    """One line a case of the same provision; another provision has none."""
    finding = next(f for f in assessment().findings if f.provision == "art-4")
    (line,) = practice_lines(finding, Book())
    assert line.says["en"] == (
        "practice, 1995-05-01: Turkey, Article 4, invoked: a raid; council: consultation. Talks were held."
    )
    assert line.sources == ("minutes; checked",)
    assert practice_lines(replace(finding, provision="art-9"), Book()) == ()
