"""Taking in whatever bytes hold: one report of a page or text, all reports of a feed."""

from __future__ import annotations

from datetime import date

from casus.errors import Problem
from casus.intake.markup import Served, kind_of
from casus.intake.receive import MAX_BYTES, receive
from casus.records import Report


def receive_all(
    data: bytes,
    *,
    name: str = "-",
    served: Served | None = None,
    published: date | None = None,
    language: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Make reports of bytes: HTML, RSS, Atom, JSON Feed or plain text, told by their beginning.

    ``served`` is what a server said of them, where there was one.
    """
    said = served or Served()
    kind = kind_of(data, name=name, media_type=said.media_type) if len(data) <= max_bytes and data.strip() else None
    if kind == "feed":
        from casus.intake.feeds import items, reports_of

        found, problems = items(data, name=name, url=said.url, charset=said.charset)
        reports, more = reports_of(found, name=name, published=published, language=language)
        return reports, (*problems, *more)
    if kind == "html":
        from casus.intake.pages import read_page

        report, problems = read_page(
            data, name=name, url=said.url, charset=said.charset, published=published, language=language
        )
    else:
        report, problems = receive(data, name=name, published=published, language=language, max_bytes=max_bytes)
    return ((report,) if report else ()), problems
