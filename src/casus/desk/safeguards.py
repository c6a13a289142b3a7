"""What must not be published: unchecked law as triggered, private persons, exact fresh places, unsupported lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from msgspec import UNSET
from msgspec.structs import replace

from casus.briefing.phrases import both, say
from casus.desk.knowledge import tools_at_hand
from casus.desk.pages.mapping import COARSE_KM, is_fresh, shown_at
from casus.desk.redacting import HANDLE, POSITION, without_persons
from casus.logic import Truth
from casus.records import Assessment, Brief, Finding, Line, Quote, Section, Span, Statement, TerritoryFinding

UNCHECKED = "not checked against the text of the instrument, so not published as settled"
UNCHECKED_JA = "条文と照合していないため、確定した結論としては公開しない"
COMMAND = re.compile(r"casus data install")
"""Advice to whoever runs the desk, which says nothing to its readers."""
ABSENCES = ("short", "asked")
"""Sections that tell what no report says: such a line rests on all of them."""


def must_be_coarse(day: date, today: date, *, lifted: bool) -> bool:
    """Must places be shown coarsely: is the incident fresh, and has nobody lifted it knowingly?"""
    return is_fresh(day, today) and not lifted


def cautious(assessment: Assessment, *, coarse: bool) -> Assessment:
    """Give an assessment as it may be published: law from memory stays open, fresh places are coarse."""
    findings = tuple(_unsettled(f) if f.certainty == "memory" else f for f in assessment.findings)
    territory = tuple(_coarse(t) if coarse else t for t in assessment.territory)
    return replace(assessment, findings=findings, territory=territory)


def _unsettled(finding: Finding) -> Finding:
    """Leave open what would be triggered by an instrument whose text nobody has checked."""
    positions = tuple(
        replace(p, answer=Truth.UNKNOWN, why=UNCHECKED, why_ja=UNCHECKED_JA) if p.answer is Truth.YES else p
        for p in finding.positions
    )
    if finding.answer is not Truth.YES:
        return replace(finding, positions=positions)
    return replace(finding, answer=Truth.UNKNOWN, why=UNCHECKED, why_ja=UNCHECKED_JA, positions=positions)


def _coarse(found: TerritoryFinding) -> TerritoryFinding:
    lat, lon = found.lat, found.lon
    if lat is not UNSET and lon is not UNSET:
        lat, lon = shown_at(float(lat), float(lon), fresh=True)
    near = found.boundary_km
    far = None if near is None else max(COARSE_KM, round(near / COARSE_KM) * COARSE_KM)
    return replace(found, lat=lat, lon=lon, boundary_km=far)


def private(statement: Statement) -> bool:
    """Is its source a private person: a civilian, alone or of some state?"""
    return any("CIV" in part.split() for part in statement.source.id.split(","))


def private_spans(assessment: Assessment) -> dict[str, tuple[Span, ...]]:
    """Give, by report, the stretches that are a private person's words: comments and what civilians are quoted with."""
    return {
        reading.report.id: tuple(
            chain(
                (c.span for c in reading.comments),
                (r.span for r in reading.regions if r.kind == "comments"),
                (s.sentence for s in reading.statements if private(s)),
            )
        )
        for reading in assessment.readings
    }


class Sieve:
    """Lets through the lines of a brief that may stand in public; counts what it holds back, by the reason."""

    def __init__(self, assessment: Assessment, *, coarse: bool) -> None:
        self._private = private_spans(assessment)
        self._coarse = coarse
        self._cites = {
            say("cite", treaty=tools_at_hand().book.title(f.treaty), cite=both(f.cite, f.cite_ja))["en"]
            for f in assessment.findings
        }
        self._views = tuple(dict.fromkeys(v.source for t in assessment.territory for v in t.views))
        self._reports = tuple(without_persons(r.title or r.name) for r in assessment.reports)
        self.left_out: dict[str, int] = {"private": 0, "unsupported": 0}

    def sections(self, brief: Brief) -> tuple[Section, ...]:
        """Give the sections with what may stand in public; one that is left with nothing is left out."""
        passed = (replace(s, lines=tuple(self._lines(s))) for s in brief.sections)
        return tuple(s for s in passed if s.lines)

    def _lines(self, section: Section) -> Iterator[Line]:
        for line in section.lines:
            grounded = self._grounded(self._public(line), section)
            if HANDLE.search(" ".join(line.says.values())):
                self.left_out["private"] += 1
            elif COMMAND.search(line.says["en"]) or (section.id != "sources" and not supported(grounded)):
                self.left_out["unsupported"] += 1
            else:
                yield grounded

    def _grounded(self, line: Line, section: Section) -> Line:
        """Name what a line rests on where the brief leaves it to its place: a provision, a view, all the reports."""
        if supported(line):
            return line
        if section.id == "accounts":
            return replace(line, sources=(line.says["en"],) if line.says["en"] in self._cites else self._views)
        silent = section.id in ABSENCES and line.mark == "unknown"
        return replace(line, sources=self._reports) if silent else line

    def _public(self, line: Line) -> Line:
        """Drop the words of private persons, and exact positions while they must be coarse, however deep."""
        quotes = tuple(q for q in line.quotes if not self._hidden(q))
        self.left_out["private"] += len(line.quotes) - len(quotes)
        more = tuple(self._public(m) for m in line.more if not HANDLE.search(" ".join(m.says.values())))
        return replace(line, quotes=quotes, more=more, sources=tuple(without_persons(s) for s in line.sources))

    def _hidden(self, quote: Quote) -> bool:
        a, b = quote.span
        if any(s < b and a < e for s, e in self._private.get(quote.report, ())):
            return True
        return bool(HANDLE.search(quote.text) or (self._coarse and POSITION.search(quote.text)))


def supported(line: Line) -> bool:
    """Does a line rest on words or sources, its own or those it unfolds to?"""
    return bool(line.quotes or line.sources) or any(supported(m) for m in line.more)


def open_lines(sections: Sequence[Section]) -> tuple[Line, ...]:
    """Give the lines that tell what is not known."""
    return tuple(line for s in sections if s.id == "unknown" for line in s.lines)
