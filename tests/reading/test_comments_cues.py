"""Every row of the cue tables is tested by its own example; broken tables are refused with the place."""

from __future__ import annotations

import pytest

from casus.errors import CasusError
from casus.reading.comment_cues import CueRow, compile_rows, cue_rows, cue_table, normal, read_rows
from casus.reading.comment_judging import judge
from casus.reading.comments import is_joke, read_comments
from casus.records import Comment
from casus.vocabulary.hypotheses import hypothesis

HEAD = "cue\tkind\tvalue\tweight\texample\tsource\n"
BEFORE = {"ja": "前の人の話", "en": "Something was said before.", "ru": "Раньше что-то сказали."}


def rows(*kinds: str) -> list[object]:
    """Give the rows of some kinds in all languages as parameters named by their place."""
    return [
        pytest.param(language, row, id=row.where)
        for language in ("ja", "en", "ru")
        for row in cue_rows(language)
        if row.kind in kinds
    ]


def only(text: str, language: str) -> Comment:
    """Read a text that is one comment."""
    (comment,) = read_comments(text, (0, len(text)), language)
    return comment


def answer(row: CueRow, language: str) -> Comment:
    """Read the example of a row as the comment after another one."""
    text = BEFORE[language] + "\n" + row.example
    first, second = read_comments(text, (0, len(text)), language)
    assert second.replies_to == first.id
    return second


@pytest.mark.parametrize("language", ["ja", "en", "ru"])
def test_tables_are_long_and_each_row_has_a_source(language: str) -> None:
    """The tables hold more than the words of one report, and no row stands twice."""
    found = cue_rows(language)
    assert len(found) >= {"ja": 200, "en": 120, "ru": 120}[language]
    assert all(row.source and row.example for row in found)
    assert len({(row.cue, row.kind, row.value) for row in found}) == len(found)


@pytest.mark.parametrize(
    ("language", "row"),
    rows("softener", "negation", "heading", "header", "furniture", "join", "open", "domain", "counter", "reply"),
)
def test_a_cue_occurs_in_its_example(language: str, row: CueRow) -> None:
    """A cue matches the words of its own example."""
    table = compile_rows(language, [row])
    assert table.first(row.kind, normal(row.example)) is not None


@pytest.mark.parametrize(("language", "row"), rows("topic"))
def test_the_example_of_a_topic_row_has_that_topic(language: str, row: CueRow) -> None:
    """The example of a topic row is read as of that topic, against all other rows."""
    assert compile_rows(language, [row]).first("topic", normal(row.example))
    assert only(row.example, language).topic == row.value


@pytest.mark.parametrize(("language", "row"), rows("stance"))
def test_the_example_of_a_stance_row_has_that_stance(language: str, row: CueRow) -> None:
    """The example of a stance row is read with that stance, against all other rows."""
    assert compile_rows(language, [row]).first("stance", normal(row.example))
    assert only(row.example, language).stance == row.value


@pytest.mark.parametrize(("language", "row"), rows("hypothesis"))
def test_the_example_of_a_hypothesis_row_puts_it_forward(language: str, row: CueRow) -> None:
    """The example of a hypothesis row is read as putting that standard explanation forward."""
    assert hypothesis(row.value) is not None
    assert compile_rows(language, [row]).first("hypothesis", normal(row.example))
    comment = only(row.example, language)
    assert comment.hypothesis == row.value
    assert comment.stance not in {"denies", "doubts"}


@pytest.mark.parametrize(("language", "row"), rows("joke"))
def test_the_example_of_a_joke_row_supports_nothing(language: str, row: CueRow) -> None:
    """The example of a joke row is no assertion."""
    assert compile_rows(language, [row]).first("joke", normal(row.example))
    assert is_joke(row.example, language)
    assert only(row.example, language).stance in {"insinuates", "unknown"}


@pytest.mark.parametrize(("language", "row"), rows("reply"))
def test_the_example_of_a_reply_row_answers_the_comment_before(language: str, row: CueRow) -> None:
    """The example of a reply row is linked to the comment before it, and a contradiction denies."""
    comment = answer(row, language)
    assert row.value in {"denies", "agrees", "follows"}
    if row.value == "denies":
        assert comment.stance == "denies"
    if row.value == "agrees":
        assert comment.stance not in {"denies", "doubts"}


@pytest.mark.parametrize(("language", "row"), rows("counter"))
def test_a_counter_denies_only_as_an_answer(language: str, row: CueRow) -> None:
    """A negative statement that answers nobody asserts its own content."""
    assert judge(normal(row.example), cue_table(language)).stance != "denies"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cue\tkind\n", "xx/comments.tsv:1: the columns are cue, kind; they should be cue, kind, value, weight"),
        (HEAD + "a\ttopic\tintent\n", "xx/comments.tsv:2: 3 cells; a row has 6, parted by tabs"),
        (HEAD + "a\tcolour\tred\t1\ta\town\n", "xx/comments.tsv:2: the kind 'colour' is not known"),
        (HEAD + "# remark\na(\ttopic\tintent\t1\ta\town\n", "xx/comments.tsv:3: missing )"),
        (HEAD + "a\ttopic\tintent\tmuch\ta\town\n", "xx/comments.tsv:2: could not convert string to float"),
    ],
)
def test_a_broken_table_is_refused(text: str, message: str) -> None:
    """The message names file, line and what is wrong."""
    with pytest.raises(CasusError) as refused:
        tuple(read_rows("xx/comments.tsv", text))
    assert str(refused.value).startswith(message)


def test_a_language_without_a_table_has_no_cues() -> None:
    """An unknown language, or one that is no name, gives an empty table."""
    assert cue_rows("xx") == ()
    assert cue_rows("../ja") == ()
    assert cue_table("und").by_kind == {}
