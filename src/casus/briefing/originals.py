"""Originals that a report cites: named, and where supplied compared with what the report passes on."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from casus.briefing.naming import codes
from casus.briefing.phrases import same, say
from casus.briefing.tested import is_relayed
from casus.briefing.words import Shelf
from casus.records import CitedOriginal, Reading, Report, Statement, StatementRef, TestedAssertion, Words


def originals_cited(shelf: Shelf) -> tuple[CitedOriginal, ...]:
    """Give the reports that the reports name as their own sources, from their reference regions."""
    return tuple(
        CitedOriginal(report=reading.report.id, span=region.span, text=_title(shelf, reading.report.id, region.span))
        for reading in shelf.assessment.readings
        for region in reading.regions
        if region.kind == "reference"
    )


def _title(shelf: Shelf, report_id: str, span: tuple[int, int]) -> str:
    """Give the words of a reference without the short label before its colon."""
    words = " ".join(shelf.report(report_id).text[span[0] : span[1]].split())
    for mark in (":", ":"):
        head, found, rest = words.partition(mark)
        if found and len(head) <= 12 and rest.strip():
            return rest.strip()
    return words


def compared(
    shelf: Shelf,
    cited: tuple[CitedOriginal, ...],
    tested: tuple[TestedAssertion, ...],
    supplied: Sequence[tuple[Report, Reading]],
) -> tuple[tuple[CitedOriginal, ...], tuple[TestedAssertion, ...]]:
    """Compare the originals supplied with what the reports relay.

    A relayed statement is borne out where an original has the same concept from the same source with the same
    polarity. Originals are matched to the citations in order; one that no report cites is added with its own name.
    """
    if not supplied:
        return cited, tested
    said = {(s.concept, s.polarity, c) for _, r in supplied for s in r.statements for c in codes(s.source.id)}
    relayed = [(ref, s) for ref, s in shelf.statements() if is_relayed(s)]
    found = {ref for ref, s in relayed if any((s.concept, s.polarity, c) in said for c in codes(s.source.id))}
    words = _comparison(relayed, found, supplied)
    named = [msgspec.structs.replace(c, supplied=True, comparison=words) for c in cited[: len(supplied)]]
    extra = [
        CitedOriginal(
            report=shelf.assessment.reports[0].id, span=(0, 0), text=report.name, supplied=True, comparison=words
        )
        for report, _ in supplied[len(cited) :]
    ]
    return (*named, *cited[len(supplied) :], *extra), tuple(_borne_out(t, found) for t in tested)


def _borne_out(tested: TestedAssertion, found: set[StatementRef]) -> TestedAssertion:
    if tested.kind != "relayed" or tested.statement not in found:
        return tested
    return msgspec.structs.replace(tested, verdict="borne out", reason=say("in_the_original"))


def _comparison(
    relayed: list[tuple[StatementRef, Statement]], found: set[StatementRef], supplied: Sequence[tuple[Report, Reading]]
) -> Words:
    if not any(reading.statements for _, reading in supplied):
        return say("original_unread", language=same(supplied[0][0].language))
    return say("original_counts", found=str(len(found)), relayed=str(len(relayed)))
