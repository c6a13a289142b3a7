"""The public functions: one report, or many, to a reading, an assessment, a brief; an incident to its obligations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from casus.briefing import compose
from casus.errors import CasusError
from casus.intake import receive
from casus.pipeline import assess as _assess
from casus.pipeline import tools
from casus.reading import read as _read
from casus.records import Assessment, Brief, Incident, Obligations, Reading, Report
from casus.treaties import weigh as _weigh


def _report(source: str | bytes, published: date | str | None, name: str) -> Report:
    day = date.fromisoformat(published) if isinstance(published, str) else published
    data = source.encode("utf-8") if isinstance(source, str) else source
    report, problems = receive(data, name=name, published=day)
    if report is None:
        raise CasusError("; ".join(p.line() for p in problems) or "nothing to read")
    return report


def read(text: str | bytes, *, published: date | str | None = None, mentions: bool = False) -> Reading:
    """Read one report: its regions, statements and comments.

    ``published`` (a date or its ISO form) is what relative dates count from. Raises CasusError
    where there is nothing to read.
    """
    reading, _ = _read(_report(text, published, "text"), gazetteer=tools().territory, mentions=mentions)
    return reading


def assess(
    *texts: str | bytes, published: date | str | None = None, on: date | str | None = None, strict: bool = False
) -> Assessment:
    """Work out everything about one or several reports of an incident."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    reports = [_report(t, published, f"text {n}") for n, t in enumerate(texts, 1)]
    assessment, _ = _assess(reports, on=day, strict=strict)
    return assessment


def brief(
    *texts: str | bytes, published: date | str | None = None, on: date | str | None = None, strict: bool = False
) -> Brief:
    """Put one or several reports of an incident into a brief; ``casus.briefing.to_text`` prints it."""
    return compose(assess(*texts, published=published, on=on, strict=strict), law=tools().book)


def weigh(incident: Incident | str | bytes, *, on: date | str | None = None, strict: bool = False) -> Obligations:
    """Say who is bound to do what in an incident, given as a record or as JSON of the form ``casus.incident/1``."""
    if isinstance(incident, str | bytes):
        try:
            incident = msgspec.json.decode(incident, type=Incident)
        except msgspec.DecodeError as trouble:
            raise CasusError(f"not an incident of the form casus.incident/1: {trouble}") from trouble
    day = date.fromisoformat(on) if isinstance(on, str) else on
    use = tools()
    findings, _ = _weigh(incident, law=use.law, places=use.territory, on=day, strict=strict)
    return Obligations(incident=incident.id, findings=findings)


__all__: Sequence[str] = ("assess", "brief", "read", "weigh")
