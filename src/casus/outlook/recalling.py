"""Which precedents the author or the readers of a report bring up, by name or by naming both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from casus.records import Precedent, Reading, Recalled, Report, Span
from casus.vocabulary.states import states

MOST_NAMED = 3
"""Where more states are named, the words list members or observers rather than recall two that fought."""

JOINING = frozenset({"と", "対", "vs", "vs.", "・", "and", "against", "versus", "with", "-", "–", "и", "против", "с"})
"""What stands between two states that are named as a pair."""


def recalled(
    reports: Sequence[Report], readings: Sequence[Reading], among: Iterable[Precedent], *, sides: frozenset[str]
) -> tuple[Recalled, ...]:
    """Find precedents brought up in comments and sentences, each once a comment or sentence, in text order.

    A name of the precedent in the words is enough. Naming states of both its sides as a pair is too, other than the
    incident's own ``sides`` and not in a long list; of several such, the latest before the report counts.
    """
    listed = tuple(among)
    texts = {r.id: r for r in reports}
    out: dict[tuple[str, str, Span], Recalled] = {}
    for reading in readings:
        report = texts[reading.report.id]
        called = _called(report.text, listed)
        for item, span, by_reader in _passages(reading):
            words = report.text[slice(*span)]
            for precedent in _brought_up(words, report, listed, sides, called):
                key = (precedent.id, report.id, span)
                out.setdefault(
                    key,
                    Recalled(precedent=precedent.id, report=report.id, item=item, span=span, by_reader=by_reader),
                )
    return tuple(out.values())


def _passages(reading: Reading) -> Iterator[tuple[str, Span, bool]]:
    """Give each sentence of the body that holds a statement, and each comment."""
    seen: set[Span] = set()
    for statement in reading.statements:
        if statement.sentence not in seen:
            seen.add(statement.sentence)
            yield statement.id, statement.sentence, False
    for comment in reading.comments:
        yield comment.id, comment.span, True


def _brought_up(
    words: str,
    report: Report,
    listed: Sequence[Precedent],
    sides: frozenset[str],
    called: Sequence[tuple[re.Pattern[str], str]],
) -> tuple[Precedent, ...]:
    ids = {precedent for pattern, precedent in called if pattern.search(words)}
    if ids:
        return tuple(p for p in listed if p.id in ids)
    if len(named_states(words, report.language) - sides) > MOST_NAMED:
        return ()
    before = report.published or date.max
    latest: dict[frozenset[str], Precedent] = {}
    for pair in joined_states(words, report.language):
        for precedent in sorted(listed, key=lambda p: p.on):
            facing = pair & set(precedent.attacker) and pair & set(precedent.victim)
            if facing and not pair <= sides and precedent.on < before:
                latest[pair] = precedent
    return tuple(latest.values())


def joined_states(words: str, language: str) -> tuple[frozenset[str], ...]:
    """Give the pairs of states named side by side: joined by "and", "against" and the like.

    >>> [sorted(pair) for pair in joined_states("インドと中国みたいに。ロシアはジョージアを通る", "ja")]
    [['CHN', 'IND']]
    """
    pattern, codes = _states(language)
    named = list(pattern.finditer(words)) if codes else []
    pairs = (
        frozenset((codes[a[0]], codes[b[0]]))
        for a, b in pairwise(named)
        if words[a.end() : b.start()].strip().casefold() in JOINING
    )
    return tuple(dict.fromkeys(pair for pair in pairs if len(pair) > 1))


def named_states(words: str, language: str) -> frozenset[str]:
    """Give the states whose names stand in some words; a longer name hides a shorter one within it.

    >>> sorted(named_states("インドと中国みたいに", "ja"))
    ['CHN', 'IND']
    >>> sorted(named_states("Guinea-Bissau protested", "en"))
    ['GNB']
    """
    pattern, codes = _states(language)
    return frozenset(codes[match[0]] for match in pattern.finditer(words)) if codes else frozenset()


@cache
def _states(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {name: code for name, code in states().names(language) if len(name) > 1}
    return _any_of(codes), codes


def _called(text: str, listed: Sequence[Precedent]) -> list[tuple[re.Pattern[str], str]]:
    """Give patterns for those names of precedents that stand in a text at all, each with the id it stands for."""
    folded = text.casefold()
    found = ((name, p.id) for p in listed for name in p.names if name.casefold() in folded)
    return [(_any_of([name], re.IGNORECASE), precedent) for name, precedent in found]


def _any_of(names: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """Find any of some names, the longest that begins at a place; names in letters as whole words."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"\b{re.escape(n)}\b" if n.isascii() else re.escape(n) for n in ordered), flags)
