"""The accounts of an act side by side: who says what, and what the law is if it is right."""

from __future__ import annotations

from msgspec.structs import replace
from tests.briefing.made import Book, assessment, finding, ref

from casus.briefing import compose, to_html, to_text
from casus.briefing.accounts import main_findings
from casus.logic import NO, UNKNOWN, YES
from casus.records import Assessment, Brief, Fact, PositionAnswer


def disputed() -> Assessment:
    """Make an assessment in which Georgia denies what is reported: its account answers Article 4 with NO."""
    made = assessment()
    assert made.incident is not None
    (case,) = made.incident.cases
    rival = replace(case, id="case-2", told_by="GEO")
    denied = replace(made.readings[0].statements[0], modality="denied")
    reading = replace(made.readings[0], statements=(denied, *made.readings[0].statements[1:]))
    facts = (
        Fact(case="case-1", name="act.ground_held", truth=YES, position="AZE", statements=(ref("s3"),)),
        Fact(case="case-1", name="act.ground_held", truth=NO, position="GEO", statements=(ref("s1"),)),
        Fact(case="case-1", name="act.un_authorised", truth=NO, position="GEO", statements=(ref("s3"),)),
    )
    viewed = (PositionAnswer(position="GEO", answer=UNKNOWN, why="as it sees the ground"),)
    return replace(
        made,
        incident=replace(made.incident, cases=(case, rival)),
        readings=(reading,),
        facts=facts,
        findings=(replace(finding(UNKNOWN), positions=viewed), replace(finding(NO), case="case-2")),
    )


def brief(made: Assessment) -> Brief:
    """Compose its brief."""
    return compose(made, law=Book())


def test_a_question_is_answered_once_with_every_account() -> None:
    """The rival account's answer stands as a position of the main finding, in the place of its view of the ground."""
    (found,) = main_findings(disputed())
    assert (found.case, found.answer) == ("case-1", UNKNOWN)
    assert {p.position: p.answer for p in found.positions} == {"AZE": UNKNOWN, "GEO": NO}


def test_findings_of_one_account_stay_as_they_are() -> None:
    """Where nobody tells the act otherwise, no position is added."""
    made = assessment()
    assert main_findings(made) == made.findings


def test_the_sides_stand_side_by_side() -> None:
    """What each says of the act and its ground, and what is owed if it is right, with its words."""
    (section,) = [s for s in brief(disputed()).sections if s.id == "accounts"]
    act, whose, law = section.lines
    assert [m.says["en"] for m in act.more] == ["act.ground_held: no", "act.ground_held: yes"]
    assert all(m.quotes for m in act.more)
    assert [m.says["en"] for m in whose.more] == ["Georgia's", "no view on file"]
    assert [m.mark for m in law.more] == ["no", "unknown"]


def test_one_account_alone_is_no_comparison() -> None:
    """Without a rival account there is no such section; nor where a side says nothing of the act itself."""
    silent = replace(disputed(), facts=disputed().facts[1:])
    assert not [s for made in (assessment(), silent) for s in brief(made).sections if s.id == "accounts"]


def test_text_names_each_side_before_what_it_says() -> None:
    """In the short text the accounts stand in one line a thing."""
    text = to_text(brief(disputed()))
    assert "Georgia: act.ground_held: no" in text
    assert "Azerbaijan: open if right" in text


def test_the_page_sets_them_in_a_table() -> None:
    """A column for each side with its name as heading, a row for each thing, quotations inside."""
    page = to_html(brief(disputed()))
    table = page[page.index('<table class="positions accounts"') :]
    assert table.index(">Georgia</th>") < table.index(">Azerbaijan</th>") < table.index('<th scope="row"')
    assert table[: table.index("</table>")].count("<blockquote>") == 2
    assert "denied by" in table


def test_the_headline_says_who_disputes_it() -> None:
    """A headline is never bare where a side denies it."""
    assert "disputed by Georgia" in brief(disputed()).headline["en"]
