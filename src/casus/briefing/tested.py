"""The report tested: its legal, territorial, numerical and relayed assertions held against the findings."""

from __future__ import annotations

from datetime import date

from casus.briefing.books import LawBook, PlaceBook
from casus.briefing.naming import codes, source_name
from casus.briefing.phrases import say
from casus.briefing.tested_ground import numerical, territorial
from casus.briefing.tested_law import legal
from casus.briefing.words import Shelf
from casus.records import Finding, Statement, TerritoryFinding, TestedAssertion

RELAYED = frozenset({"claim", "denied"})


def tested_assertions(
    shelf: Shelf,
    findings: tuple[Finding, ...],
    territory: tuple[TerritoryFinding, ...],
    *,
    law: LawBook,
    places: PlaceBook,
    on: date | None,
) -> tuple[TestedAssertion, ...]:
    """Hold every testable assertion of the reports against the findings, in the order of the text."""
    out: list[TestedAssertion] = []
    for ref, _ in shelf.statements():
        held = legal(shelf, ref, findings, law, on) or territorial(shelf, ref, territory)
        out += [held] if held else []
    out += numerical(shelf, territory, places)
    done = {t.statement for t in out}
    out += [t for t in _relayed(shelf) if t.statement not in done]
    order = {ref: n for n, (ref, _) in enumerate(shelf.statements())}
    return tuple(sorted(out, key=lambda t: order[t.statement]))


def _relayed(shelf: Shelf) -> list[TestedAssertion]:
    """Give what the report only passes on: another's words, whose original is not at hand."""
    return [
        TestedAssertion(
            statement=ref,
            kind="relayed",
            verdict="cannot tell",
            reason=say("relayed", who=source_name(statement.source)),
        )
        for ref, statement in shelf.statements()
        if is_relayed(statement)
    ]


def is_relayed(statement: Statement) -> bool:
    """Tell whether the report passes on words of somebody who can be named."""
    return statement.modality in RELAYED and not statement.own_voice and bool(codes(statement.source.id))
