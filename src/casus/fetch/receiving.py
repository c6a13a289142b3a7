"""From an address to reports: what is fetched is taken in as files are."""

from __future__ import annotations

from datetime import date, datetime

from casus.errors import Problem
from casus.fetch.fetching import fetch
from casus.fetch.limits import Limits
from casus.fetch.resolving import Allow, Resolver, refuse_all, system_resolver
from casus.intake.markup import Served
from casus.intake.markup_receiving import receive_all
from casus.records import Report


def fetch_reports(
    url: str,
    *,
    published: date | None = None,
    language: str | None = None,
    limits: Limits | None = None,
    fetched_at: datetime | None = None,
    resolver: Resolver = system_resolver,
    allow: Allow = refuse_all,
) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Fetch an address and give its report, or all reports of a feed; none and a problem where there are none."""
    found, problems = fetch(url, limits=limits, fetched_at=fetched_at, resolver=resolver, allow=allow)
    if found is None:
        return (), problems
    reports, more = receive_all(
        found.body,
        name=url,
        served=Served(url=found.final_url, charset=found.charset, media_type=found.content_type),
        published=published,
        language=language,
    )
    return reports, (*problems, *more)
