"""Explanations as somebody offers them, in a report's body or below it; never facts, never probabilities."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from casus.records import Comment, Explanation, Reading, Report, Statement, content_id

MOTIVES = frozenset({"aim", "intend", "motive", "want", "exploit", "plan"})
ASCRIBED = frozenset({"opinion", "intended", "claim", "possible", "question"})
COUNTED = frozenset({"asserts", "doubts", "denies", "asks", "insinuates"})


def _never(_words: str, _language: str) -> bool:
    return False


def offered(
    reports: Sequence[Report], readings: Sequence[Reading], *, is_jest: Callable[[str, str], bool] = _never
) -> tuple[Explanation, ...]:
    """Gather the explanations of all reports: motives told in statements first, then readers' comments, in text order.

    A comment counts where it speaks of intent or of a standard hypothesis and takes a stance; ``is_jest`` (words,
    language) tells the jests, which do not count.
    """
    texts = {r.id: r for r in reports}
    out: list[Explanation] = []
    for reading in readings:
        report = texts[reading.report.id]
        out += [_of_statement(report, s) for s in reading.statements if _is_motive(s)]
        out += [
            _of_comment(report, c)
            for c in reading.comments
            if _counts(c) and not is_jest(_words(report, c), report.language)
        ]
    return tuple(out)


def _is_motive(statement: Statement) -> bool:
    """Is a motive ascribed: by the author, or to one party by another (a party's own plan is no explanation)?"""
    ascribed = statement.kind == "intent" or statement.concept in MOTIVES
    if not ascribed or statement.polarity == "negative" or statement.modality not in ASCRIBED:
        return False
    actor = statement.actor.id.split()[0] if statement.actor and statement.actor.id else None
    return actor is not None and actor != (statement.source.id.split() or [""])[0]


def _counts(comment: Comment) -> bool:
    return comment.stance in COUNTED and (comment.hypothesis is not None or comment.topic == "intent")


def _of_statement(report: Report, statement: Statement) -> Explanation:
    start, end = statement.sentence
    author = statement.own_voice
    return Explanation(
        id=content_id("why", report.id, statement.id),
        report=report.id,
        offered_by="author" if author else "party",
        party=None if author else statement.source.id,
        item=statement.id,
        span=statement.sentence,
        hypothesis=None,
        label=statement.trigger.text,
        stance="asserts",
        evidence_offered=gives_reason(report.text[start:end], report.language),
    )


def _words(report: Report, comment: Comment) -> str:
    return report.text[slice(*comment.span)]


def _of_comment(report: Report, comment: Comment) -> Explanation:
    words = _words(report, comment)
    return Explanation(
        id=content_id("why", report.id, comment.id),
        report=report.id,
        offered_by="reader",
        item=comment.id,
        span=comment.span,
        hypothesis=comment.hypothesis,
        label=comment.hypothesis or " ".join(words.split()),
        stance=comment.stance,
        replies_to=comment.replies_to,
        evidence_offered=gives_reason(words, report.language),
    )


def gives_reason(words: str, language: str) -> bool:
    """Do the words themselves give a reason (``data/languages/<code>/reasons.tsv``)?

    >>> gives_reason("They moved because the pass was empty.", "en"), gives_reason("A bluff.", "en")
    (True, False)
    """
    lowered = words.casefold()
    return any(cue in lowered for cue in _reasons(language))


@cache
def _reasons(language: str) -> tuple[str, ...]:
    table = files("casus") / "data" / "languages" / language / "reasons.tsv"
    if not table.is_file():
        return ()
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return tuple(row["cue"].casefold() for row in rows)
