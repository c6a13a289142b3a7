"""Reads a region of readers' comments: where each begins, whom it answers, its topic, explanation and stance."""

from __future__ import annotations

import re

from casus.reading.comment_cues import CueTable, cue_table, normal
from casus.reading.comment_judging import Answered, Judgement, Setting, judge
from casus.reading.comment_links import Link, Spoken, echoes, link, spoken
from casus.reading.comment_parties import parties_in
from casus.reading.comment_split import Block, split_comments
from casus.records import Comment, Span

_OBJECTS = frozenset({"denies", "doubts"})
_PROPOSES = frozenset({"asserts", "insinuates"})
_STATES = frozenset({"asserts", "denies", "doubts"})
_ASIDE = frozenset({"off-topic", "wish"})
_RUN = re.compile(r"[一-鿿々]{2,}|[ァ-ヶー]{3,}")
_NAME = re.compile(r"(?<=[a-zа-яё,] )[A-ZА-ЯЁ][a-zа-яё]{2,}")


def read_comments(text: str, region: Span, language: str, *, apart: bool = False) -> tuple[Comment, ...]:
    """Read the comments of a region, in text order; spans count in the whole text.

    ``apart`` says that the page's markup told the comments apart: an empty line stands between each two, nowhere else.
    A language without a table of cues gives comments of topic ``off-topic`` and stance ``unknown`` or ``asks``.
    """
    table = cue_table(language)
    report = text[: region[0]] + text[region[1] :]
    names = frozenset(normal(n) for n in _NAME.findall(report))
    report = normal(report)
    comments: list[Comment] = []
    before: list[tuple[Block, Spoken]] = []
    for block in split_comments(text, region, table, apart=apart):
        said = spoken(block)
        about = parties_in(text[slice(*block.span)], language)
        shares = any(run in report for run in _RUN.findall(said.body)) or any(n in said.body for n in names)
        found, answer = _judge(said, before, comments, table, Setting(report, shares or about is not None))
        before.append((block, said))
        comments.append(_comment(block, f"c{len(before)}", found, comments[answer.target] if answer else None, about))
    return tuple(comments)


def is_joke(text: str, language: str) -> bool:
    """Is it said in jest, in irony or as a slur, so that it supports no explanation?

    >>> is_joke("兵站は気合の精神(笑)", "ja"), is_joke("兵站が続かない", "ja")
    (True, False)
    """
    return cue_table(language).first("joke", normal(text)) is not None


def _comment(block: Block, name: str, found: Judgement, answered: Comment | None, about: str | None) -> Comment:
    return Comment(
        id=name,
        span=block.span,
        replies_to=answered.id if answered else None,
        topic=found.topic,
        hypothesis=found.hypothesis,
        stance=found.stance,
        about=about,
    )


def _judge(
    said: Spoken, before: list[tuple[Block, Spoken]], earlier: list[Comment], table: CueTable, under: Setting
) -> tuple[Judgement, Link | None]:
    """Judge a comment; one that objects to an explanation answers the last comment that put it forward."""
    answer = link(said, before, table)
    if answer:
        answered = _answered(earlier[answer.target], answer.opening, marked=answer.marked)
        return judge(said.body, table, answered, under), answer
    alone = judge(said.body, table, under=under)
    if said.quotes:
        return alone, None
    if alone.stance in _OBJECTS and alone.hypothesis:
        for i in range(len(earlier) - 1, -1, -1):
            if earlier[i].hypothesis == alone.hypothesis and earlier[i].stance in _PROPOSES:
                return judge(said.body, table, _answered(earlier[i], None), under), Link(i)
    if earlier and _takes_up(said.body, alone, before[-1][1].body, earlier[-1], table):
        return judge(said.body, table, _answered(earlier[-1], None), under), Link(len(earlier) - 1)
    return alone, None


def _takes_up(body: str, alone: Judgement, above: str, asked: Comment, table: CueTable) -> bool:
    """Does a comment without any mark go on from the one above: an answer to its question, or a no to its words?"""
    if asked.topic in _ASIDE or alone.topic in _ASIDE or alone.stance not in _STATES:
        return False
    if asked.stance == "asks" and alone.topic in (asked.topic, "assessment"):
        return True
    counters = asked.stance == "asks" or any(c.weight >= 1 for c, _ in table.matches("counter", body))
    return counters and echoes(body, above, table.language)


def _answered(comment: Comment, opening: str | None, *, marked: bool = False) -> Answered:
    challenged = marked and opening is None and comment.stance in _PROPOSES
    return Answered(comment.topic, comment.hypothesis, opening, comment.stance == "asks", challenged)
