"""Copies of one text."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from casus.incidents import copied, origins
from casus.incidents.origins import likeness, shingles
from casus.records import Report

AGENCY = (
    "Troops of the northern state crossed the river on Tuesday and took up positions around two villages, the defence "
    "ministry of the southern state said, adding that its border guards had withdrawn without firing and that talks "
    "between the commanders on both banks would be held the same evening at the bridge."
)
OTHER = (
    "The southern state asked its allies for consultations on Wednesday after what its foreign minister called a raid "
    "on two villages; the northern state answered that its units had never left their barracks and that the whole "
    "story had been invented to sway an election in which the border has been the only subject for weeks."
)


def report(name: str, text: str, language: str = "en", published: date | None = None) -> Report:
    """Make a report whose id is its name."""
    return Report(id=name, text=text, language=language, bytes_sha256=name, published=published)


def test_a_copy_with_another_headline_and_comments_has_the_same_origin() -> None:
    """An outlet's headline and its readers' comments do not make a new origin."""
    copy = f"War at the river?\n{AGENCY}\nComments\nfirst!\n" + "So it begins, they all said in the pub. " * 8
    assert origins([report("a", AGENCY), report("b", copy), report("c", OTHER)]) == (("a", "b"), ("c",))


def test_the_earliest_published_comes_first() -> None:
    """The origin of a group is the report that was out first, whatever the order given."""
    late, early = report("a", AGENCY, published=date(2021, 5, 13)), report("b", AGENCY, published=date(2021, 5, 12))
    assert origins([late, early]) == (("b", "a"),)


def test_japanese_is_cut_by_characters() -> None:
    """A text without spaces is compared by runs of characters, across line breaks."""
    text = "アゼルバイジャン軍は国境の湖の岸辺に部隊を送り込み、住民によると夜までそこにとどまっていた。"
    shorter = text[:30] + "\n" + text[30:]
    assert origins([report("a", text, "ja"), report("b", shorter + "続報を待ちたい。", "ja")]) == (("a", "b"),)


def test_short_notes_are_copies_only_when_equal() -> None:
    """Two short notes share a phrase by chance; the same note twice is one origin."""
    one, same, near = (
        report(n, t)
        for n, t in (("a", "Shots at the lake."), ("b", "Shots at  the lake."), ("c", "Shots at the pier."))
    )
    assert origins([one, same, near]) == (("a", "b"), ("c",))


def test_nothing_gives_nothing() -> None:
    """No reports, no origins; one report given twice is one."""
    assert origins([]) == ()
    assert origins([report("a", AGENCY), report("a", AGENCY)]) == (("a",),)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_every_report_is_in_one_group(texts: list[str]) -> None:
    """Grouping loses no report and puts none in twice."""
    given_reports = [report(f"r{i}", t) for i, t in enumerate(texts)]
    flat = [name for group in origins(given_reports) for name in group]
    assert sorted(flat) == sorted(r.id for r in given_reports)


@given(st.text(), st.text())
def test_likeness_is_a_share(a: str, b: str) -> None:
    """Likeness lies between 0 and 1, the same both ways, and a text is wholly like itself."""
    one, other = shingles(a, "ja"), shingles(b, "ja")
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
    assert likeness(one, one) == (1 if one else 0)


@given(st.lists(st.sampled_from([AGENCY, OTHER, f"Late edition. {AGENCY}", "Shots at the lake."]), max_size=4))
def test_copies_of_one_report_are_those_it_shares_an_origin_with(texts: list[str]) -> None:
    """What is told of one report against others is what grouping the two of them tells."""
    one = report("new", AGENCY)
    others = [report(f"r{i}", t) for i, t in enumerate(texts)]
    assert copied(one, others) == tuple(o.id for o in others if len(origins([one, o])) == 1)
