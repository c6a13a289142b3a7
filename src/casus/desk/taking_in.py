"""What people give the desk: pasted words, files, addresses; each becomes reports and a job to place them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from casus.desk.receiving import Received, keep, with_changes
from casus.errors import Problem
from casus.fetch import Fetched, fetch
from casus.intake.markup import Served
from casus.intake.markup_receiving import receive_all
from casus.records import Record

Fetch = Callable[..., tuple[Fetched | None, tuple[Problem, ...]]]


class Told(Record, frozen=True, kw_only=True):
    """What a person says of what is given, where the thing itself does not."""

    published: date | None = None
    publisher: str | None = None
    title: str | None = None


def take_bytes(
    data: bytes, name: str, told: Told, *, by: str, at: datetime, address: str = "", served: Served | None = None
) -> Received:
    """Take in a text, a page or a feed; each new report is queued to find its incident."""
    reports, problems = receive_all(data, name=name, served=served, published=told.published)
    named = [with_changes(r, publisher=told.publisher, title=told.title) for r in reports]
    media_type = served.media_type if served and served.media_type else "application/octet-stream"
    kept = keep(data, named, by=by, at=at, address=address, media_type=media_type)
    return Received(reports=kept.reports, new=kept.new, problems=(*problems, *kept.problems))


def take_address(url: str, told: Told, *, by: str, at: datetime, get: Fetch = fetch) -> Received:
    """Fetch an address and take in what it gives; only pages of the public internet are asked for."""
    found, problems = get(url, fetched_at=at)
    if found is None:
        return Received(reports=(), new=(), problems=problems)
    served = Served(url=found.final_url, charset=found.charset, media_type=found.content_type)
    kept = take_bytes(found.body, url, told, by=by, at=at, address=found.final_url, served=served)
    return Received(reports=kept.reports, new=kept.new, problems=(*problems, *kept.problems))


def lines(problems: Sequence[Problem]) -> list[str]:
    """Give problems as lines for people."""
    return [p.line() for p in problems]
