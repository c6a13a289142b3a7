"""Where one comment ends and the next begins, in pages without and with marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.reading.comments import read_comments


def bodies(text: str, language: str = "ja") -> list[str]:
    """Give the words of each comment of a text that is all comments."""
    return [text[slice(*c.span)] for c in read_comments(text, (0, len(text)), language)]


def test_each_line_is_a_comment_by_default() -> None:
    """Without any mark a line is a comment."""
    assert bodies("峠は雪だ。\n橋は落ちた。\n") == ["峠は雪だ。", "橋は落ちた。"]


@pytest.mark.parametrize("heading", ["コメント", "コメント(3件)", "3件のコメント", "■コメント欄■"])
def test_a_japanese_heading_is_no_comment(heading: str) -> None:
    """The heading over the comments is left out."""
    assert bodies(f"{heading}\n\n峠は雪だ。") == ["峠は雪だ。"]


@pytest.mark.parametrize("heading", ["Comments", "Comments (10)", "COMMENTS:", "12 comments", "Leave a reply"])
def test_an_english_heading_is_no_comment(heading: str) -> None:
    """The heading over the comments is left out."""
    assert bodies(f"{heading}\nThe pass is snowed in.", "en") == ["The pass is snowed in."]


def test_a_heading_is_left_out_where_the_language_has_no_table() -> None:
    """A single word at the top is taken for the heading where no cues tell."""
    assert bodies("Kommentare (2)\nDer Pass ist zu.\nStimmt.", "de") == ["Der Pass ist zu.", "Stimmt."]


def test_a_line_that_breaks_off_goes_on() -> None:
    """A line ending in a comma or a particle is joined with the next."""
    assert bodies("北の村が焼かれたのは、\n補給路だったからだ。\n別の話。") == [
        "北の村が焼かれたのは、\n補給路だったからだ。",
        "別の話。",
    ]


def test_a_conclusion_belongs_to_what_it_concludes() -> None:
    """つまり, ようは and their like go on with the comment before."""
    assert len(bodies("港には艦隊がいる\nつまり封鎖する気だ\nようは脅しだよ")) == 1


def test_bullets_belong_to_one_comment() -> None:
    """A list with ・ is one comment together with the line that opens it."""
    assert bodies("得をしたのは次の国だ\n・北の隣国\n・南の隣国\n以上。")[0].count("\n") == 2


def test_trailing_dots_end_a_comment() -> None:
    """A line that trails off is complete."""
    assert len(bodies("早く終わればいいのに・・・\n守備隊に勝算はあるのか?")) == 2


def test_a_quotation_belongs_to_its_answer() -> None:
    """A quoted line and what is said to it are one comment."""
    assert bodies("橋は落ちたのか?\n>橋は落ちたのか?\n昨日見たら残ってた。") == [
        "橋は落ちたのか?",
        ">橋は落ちたのか?\n昨日見たら残ってた。",
    ]


def test_a_number_on_its_own_line_belongs_to_its_answer() -> None:
    """An anchor stands at the head of the comment that it opens."""
    assert bodies("橋は落ちた。\n>>1\nまだある。")[1] == ">>1\nまだある。"


def test_blank_lines_part_paragraphs() -> None:
    """Where blank lines part short paragraphs, each paragraph is a comment."""
    assert bodies("The bridge is gone.\nThe ferry too.\n\nSo is the mill.", "en") == [
        "The bridge is gone.\nThe ferry too.",
        "So is the mill.",
    ]


def test_posts_with_headers_are_cut_at_the_headers() -> None:
    """A line with number, name and day opens a post and is not part of it."""
    text = "1: 名無し 2021/05/15(土) 10:00\n橋は落ちた。\n渡し船もない。\n2: 山猫 2021/05/15(土) 10:04\n>>1\n船はある。"
    assert bodies(text) == ["橋は落ちた。\n渡し船もない。", ">>1\n船はある。"]


def test_english_posts_with_headers_are_cut_at_the_headers() -> None:
    """A line with a name and a time opens a post."""
    text = "old salt 3 hours ago\nThe bridge is gone.\nReply\nharbourmaster 2 hours ago\nIt stands."
    assert bodies(text, "en") == ["The bridge is gone.", "It stands."]


def test_listed_comments_keep_their_lines_together() -> None:
    """In a list with numbers a line without one goes on."""
    text = "1. The bridge is gone.\n2. It stands.\nI saw it.\n3. Which bridge?"
    assert bodies(text, "en") == ["1. The bridge is gone.", "2. It stands.\nI saw it.", "3. Which bridge?"]


def test_a_line_that_goes_on_in_small_letters_is_joined() -> None:
    """A wrapped line of an English comment is no new comment."""
    assert len(bodies("They came over the ridge and burned\nthree barns on the way down.", "en")) == 1


def test_the_pages_own_words_are_no_comments() -> None:
    """Buttons and counters are left out."""
    assert bodies("橋は落ちた。\n返信する\nいいね!\n渡し船もない。") == ["橋は落ちた。", "渡し船もない。"]


def test_comments_posted_twice_are_two() -> None:
    """The same words posted twice are two comments."""
    assert len(bodies("これは陽動だ。\n違うと思う。\nこれは陽動だ。")) == 3


def test_spans_count_in_the_whole_text() -> None:
    """Offsets are those of the whole text, not of the region, whatever the line ends and widths."""
    text = "本文。\r\nコメント\r\n  ﾊﾝｶｸの話\u3000\r\n次。"
    found = read_comments(text, (5, len(text)), "ja")
    assert [text[slice(*c.span)] for c in found] == ["ﾊﾝｶｸの話", "次。"]


@given(st.text(alphabet="橋は落た。?、\n\r >↑@1:a b(笑)-・", max_size=60), st.integers(0, 5))
def test_spans_are_ordered_and_cover_only_the_region(text: str, start: int) -> None:
    """Comments lie in the region, in order, without overlap, and none is blank."""
    start = min(start, len(text))
    at = start
    for number, comment in enumerate(read_comments(text, (start, len(text)), "ja"), 1):
        assert comment.id == f"c{number}"
        assert at <= comment.span[0] < comment.span[1] <= len(text)
        assert text[slice(*comment.span)].strip() == text[slice(*comment.span)]
        at = comment.span[1]


def apart(text: str, language: str = "ja") -> list[str]:
    """Give the words of each comment that a page's markup told apart."""
    return [text[slice(*c.span)] for c in read_comments(text, (0, len(text)), language, apart=True)]


def test_what_the_markup_told_apart_stays_apart() -> None:
    """Words that would join, list, head or name comments do nothing; an empty line parts them."""
    assert apart("港には艦隊がいる、\n\nつまり封鎖する気だ\n\n・北の隣国") == [
        "港には艦隊がいる、",
        "つまり封鎖する気だ",
        "・北の隣国",
    ]
    assert apart("Nonsense\n\n1. They crossed.\n2. They stayed.\n\n3. So what", "en") == [
        "Nonsense",
        "1. They crossed.\n2. They stayed.",
        "3. So what",
    ]


def test_a_comment_alone_on_its_page_is_one_however_many_lines_it_has() -> None:
    """Without an empty line there is one comment; a button's word that stands in it is no part of it."""
    lines = [f"峠の{n}番の小屋は空だ。" for n in range(9)]
    assert apart("\n".join([*lines, "返信"])) == ["\n".join(lines)]
