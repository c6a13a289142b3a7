"""The public functions: one report, or many, to a reading, an assessment, a brief; an incident to its obligations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from casus.briefing import compose
from casus.errors import CasusError, NotInstalled, Problem
from casus.intake import receive, receive_all
from casus.logic import Truth
from casus.pipeline import assess as _assess
from casus.pipeline import tools
from casus.reading import read as _read
from casus.records import Assessment, Brief, Incident, Obligations, Reading, Report
from casus.treaties import weigh as _weigh

Source = str | bytes | Report
"""A report: its text or its page's HTML, their bytes, or a record that ``receive_all`` or ``casus.fetch`` gave."""


def _report(source: Source, published: date | str | None, name: str) -> Report:
    day = date.fromisoformat(published) if isinstance(published, str) else published
    if isinstance(source, Report):
        return source if day is None else msgspec.structs.replace(source, published=day)
    data = source.encode("utf-8") if isinstance(source, str) else source
    report, problems = receive(data, name=name, published=day)
    if report is None:
        raise CasusError("; ".join(p.line() for p in problems) or "nothing to read")
    return report


def _read_at_all(problems: Iterable[Problem]) -> None:
    """Stop where a report was not read for want of an extra: its silence is not to be taken for an answer."""
    lacking = [p.line() for p in problems if isinstance(p, NotInstalled)]
    if lacking:
        raise CasusError("; ".join(lacking))


def read(source: Source, *, published: date | str | None = None, mentions: bool = False) -> Reading:
    """Read one report: its regions, statements and comments.

    ``published`` (a date or its ISO form) is what relative dates count from; it overrides what a page says of itself.
    Raises CasusError where there is nothing to read, or an extra is missing.
    """
    report = _report(source, published, "text")
    reading, problems = _read(report, gazetteer=tools().territory, mentions=mentions)
    _read_at_all(problems)
    return reading


def assess(
    *sources: Source, published: date | str | None = None, on: date | str | None = None, strict: bool = False
) -> Assessment:
    """Work out everything about one or several reports of an incident; raises CasusError as ``read`` does."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    reports = [_report(s, published, f"text {n}") for n, s in enumerate(sources, 1)]
    assessment, problems = _assess(reports, on=day, strict=strict)
    _read_at_all(problems)
    return assessment


def brief(
    *sources: Source, published: date | str | None = None, on: date | str | None = None, strict: bool = False
) -> Brief:
    """Put one or several reports of an incident into a brief; ``casus.briefing.to_text`` prints it."""
    return compose(assess(*sources, published=published, on=on, strict=strict), law=tools().book)


def weigh(
    incident: Incident | str | bytes,
    *,
    on: date | str | None = None,
    strict: bool = False,
    flips: bool = False,
    as_known_on: date | str | None = None,
    practice: bool = False,
) -> Obligations:
    """Say who is bound to do what in an incident, given as a record or as JSON of the form ``casus.incident/1``.

    ``on`` takes the place of each case's day; with ``strict`` nothing is assumed past a file's last check; with
    ``flips`` each finding says what would turn it (at most three things together); what came after ``as_known_on`` does
    not count; with ``practice`` the documented practice of the instruments comes with the findings.
    """
    if isinstance(incident, str | bytes):
        try:
            incident = msgspec.json.decode(incident, type=Incident)
        except msgspec.DecodeError as trouble:
            raise CasusError(f"not an incident of the form casus.incident/1: {trouble}") from trouble
    use = tools()
    findings, _ = _weigh(
        incident,
        law=use.law,
        places=use.territory,
        on=_day(on),
        strict=strict,
        flips=tuple(Truth) if flips else (),
        as_known_on=_day(as_known_on),
    )
    known = use.book.practices(f.treaty for f in findings) if practice else ()
    return Obligations(incident=incident.id, findings=findings, practice=known)


def _day(given: date | str | None) -> date | None:
    """Take a day as it is, or from its ISO form."""
    return date.fromisoformat(given) if isinstance(given, str) else given


__all__: Sequence[str] = ("assess", "brief", "read", "receive_all", "weigh")
