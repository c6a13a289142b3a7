"""Hypotheses and weighed matrices as text for a screen, in every language of the sentence patterns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from casus.hypotheses.naming import speaker
from casus.records import Assessment, Explanation, Heard, Weighed, WeighedHypothesis
from casus.vocabulary.phrases import in_language, say

LABEL = 52
"""Columns of a screen that a label takes."""
HASHED = 19
"""So much of a report's hash tells it apart on a screen."""


def heard_text(assessment: Assessment, groups: tuple[Heard, ...], language: str = "en") -> str:
    """List the hypotheses heard: voices for and against, replies, refutation, evidence suggested for rating."""
    lines = [line for group in groups for line in _heard(assessment, group, language)]
    return "\n".join(lines) or say("heard_none")[language]


def _heard(assessment: Assessment, group: Heard, language: str) -> Iterator[str]:
    yield say(
        "heard_line",
        name=group.hypothesis or say("heard_own"),
        label=group.label,
        support=str(len(group.supporters)),
        doubt=str(len(group.doubters)),
        ask=str(len(group.askers)),
        reason=say("heard_reason" if group.evidence_offered else "heard_no_reason"),
    )[language]
    yield from _voices(assessment, group, language)
    if group.refuted_by:
        yield f"  {say('heard_refuted', words=group.refuted_by)[language]}"
        yield f"  {say('heard_expected', words=group.expects)[language]}"
    for suggested in group.suggested:
        count = str(len(suggested.statements) + len(suggested.findings))
        yield f"  {say('heard_suggested', count=count, because=suggested.because)[language]}"


def _voices(assessment: Assessment, group: Heard, language: str) -> Iterator[str]:
    known = {e.id: e for e in assessment.explanations}
    texts = {r.id: r.text for r in assessment.reports}
    replies = dict(group.replies)
    for sign, names in (("+", group.supporters), ("-", group.doubters), ("?", group.askers)):
        for said in (known[name] for name in names):
            answered = known.get(replies.get(said.id, ""))
            to = say("heard_answers", to=answered.item)[language] if answered else ""
            quoted = " ".join(texts[said.report][slice(*said.span)].split())
            yield f"  {sign} {said.item} {_who(said, language)}{to}: {quoted}"


def _who(said: Explanation, language: str) -> str:
    party = speaker(said.party) if said.party else None
    return in_language(party or say(f"offered_{said.offered_by}"), language)


def weighed_text(weighed: Weighed, language: str = "en") -> str:
    """Write a weighed matrix: rows by rank, what the lead rests on, where counts, raters and coverage differ."""
    return "\n".join(_weighed(weighed, language))


def _weighed(weighed: Weighed, language: str) -> Iterator[str]:
    yield f"{in_language(weighed.question, language)}  {say('weighed_note')[language]}"
    heads = [say(f"weighed_{name}")[language] for name in ("count", "weighted", "rated")]
    yield f"    {padded(say('weighed_hypothesis')[language], LABEL)}{''.join(_right(h, 10) for h in heads)}"
    numbers = {item.item: str(n) for n, item in enumerate(weighed.items, 1)}
    for row in sorted(weighed.hypotheses, key=lambda h: (h.rank, h.rank_weighted, h.hypothesis)):
        yield from _row(row, numbers, language)
    yield from _lead(weighed, language)
    yield say("weighed_items")[language]
    for item in sorted(weighed.items, key=lambda i: (-i.diagnosticity, int(numbers[i.item]))):
        told = f"{numbers[item.item]:>3}. {in_language(item.label, language)} [{_origin(item.origin, language)}]"
        yield f"  {item.diagnosticity:4.2f}{'*' if item.linchpin else ' '}{told}"
    labels = {h.hypothesis: h.label for h in weighed.hypotheses}
    for cell in weighed.disagreements:
        said = ", ".join(f"{who} {rating}" for who, rating in cell.ratings)
        yield say("weighed_differ", label=labels[cell.hypothesis], item=numbers[cell.item], said=said)[language]


def _origin(name: str, language: str) -> str:
    """Name an origin: a party, a report by the beginning of its hash, or as it is called."""
    party = speaker(name)
    return in_language(party, language) if party else name[: HASHED if name.startswith("sha256:") else None]


def _lead(weighed: Weighed, language: str) -> Iterator[str]:
    labels = {h.hypothesis: in_language(h.label, language) for h in weighed.hypotheses}
    names = ", ".join(labels[h] for h in weighed.leaders)
    yield say("weighed_leads", names=names or say("weighed_nothing"))[language]
    if weighed.leaders != weighed.leaders_weighted:
        names = ", ".join(labels[h] for h in weighed.leaders_weighted)
        yield say("weighed_leads_weighted", names=names)[language]
    if len({h.coverage for h in weighed.hypotheses}) > 1:
        yield say("weighed_uneven")[language]
    if weighed.fewest_removals:
        without = ", ".join(_origin(name, language) for name in weighed.fewest_removals)
        yield say("weighed_falls", names=without, count=str(len(weighed.fewest_removals)))[language]
    elif weighed.fewest_removals is None and weighed.leaders:
        yield say("weighed_stands")[language]


def _row(row: WeighedHypothesis, numbers: Mapping[str, str], language: str) -> Iterator[str]:
    figures = "".join(_right(f, 10) for f in (f"{row.inconsistency:.2f}", f"{row.weighted:.2f}", f"{row.coverage:.0%}"))
    yield f"{row.rank:2}. {padded(in_language(row.label, language), LABEL)}{figures}"
    yield f"      {say('heard_refuted', words=row.refuted_by)[language]}"
    if row.separates:
        yield f"      {say('weighed_apart', names=', '.join(numbers[name] for name in row.separates))[language]}"


def columns(text: str) -> int:
    """Count the columns a text takes on a screen: wide characters take two.

    >>> columns("陽動 A")
    6
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def padded(text: str, width: int) -> str:
    """Cut or fill a text to so many columns.

    >>> padded("陽動作戦", 5) + "|", padded("ab", 3) + "|"
    ('陽動 |', 'ab |')
    """
    while columns(text) > width:
        text = text[:-1]
    return text + " " * (width - columns(text))


def _right(text: str, width: int) -> str:
    return " " * (width - columns(text)) + text
