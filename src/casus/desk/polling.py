"""Feeds of the desk's own: polled when due, politely, with what is new taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from casus.desk.queue import Report, enqueue
from casus.desk.receiving import keep
from casus.desk.store.models import OwnFeed
from casus.errors import Problem
from casus.fetch import Fetched, Known, fetch
from casus.intake.markup import Served
from casus.intake.markup_receiving import receive_all

MOST_WAIT = timedelta(days=1)
MOST_DOUBLINGS = 12
"""Beyond this the longest wait is reached whatever the feed's own step."""
BY = "feed"

Fetch = Callable[..., tuple[Fetched | None, tuple[Problem, ...]]]


def queue_due(*, at: datetime) -> int:
    """Queue the polling of every feed that is due; give their number."""
    due = list(OwnFeed.objects.filter(active=True, next_poll__lte=at))
    for feed in due:
        enqueue("poll", {"feed": feed.id}, key=f"feed {feed.id}", at=at)
    return len(due)


def poll(arguments: Mapping[str, object], report: Report, at: datetime, *, get: Fetch = fetch) -> dict[str, object]:
    """Ask a feed for what is new; trouble makes the next time later, twice each time, up to a day."""
    feed = OwnFeed.objects.get(id=int(str(arguments["feed"])))
    report(0.1, f"asking {feed.address}")
    known = Known(etag=feed.etag or None, last_modified=feed.modified or None)
    found, problems = get(feed.address, known=known)
    if found is None:
        return _put_off(feed, problems, at=at)
    reports: tuple[str, ...] = ()
    new: list[str] = []
    if found.body:
        reports, new, problems = _take_in(feed, found, at=at)
        if problems and not reports:
            return _put_off(feed, problems, at=at)
    feed.failures, feed.trouble, feed.next_poll = 0, "", at + timedelta(minutes=feed.every_minutes)
    feed.etag, feed.modified = found.etag or feed.etag, found.last_modified or feed.modified
    feed.save(update_fields=["failures", "trouble", "next_poll", "etag", "modified"])
    return {"new": len(new)}


def _put_off(feed: OwnFeed, problems: Sequence[Problem], *, at: datetime) -> dict[str, object]:
    """Ask a feed in trouble later; what the server said of its last good answer stays."""
    feed.failures += 1
    feed.trouble = "; ".join(p.line() for p in problems)
    doublings = min(feed.failures, MOST_DOUBLINGS)
    feed.next_poll = at + min(timedelta(minutes=feed.every_minutes) * 2**doublings, MOST_WAIT)
    feed.save(update_fields=["failures", "trouble", "next_poll"])
    return {"trouble": feed.trouble}


def _take_in(feed: OwnFeed, found: Fetched, *, at: datetime) -> tuple[tuple[str, ...], list[str], tuple[Problem, ...]]:
    """Keep what a feed gave; give the ids of its reports, those that are new, and the trouble met."""
    served = Served(url=found.final_url, charset=found.charset, media_type=found.content_type)
    reports, problems = receive_all(found.body, name=feed.address, served=served)
    kept = keep(found.body, reports, by=BY, at=at, address=found.final_url, media_type=found.content_type)
    return kept.reports, list(kept.new), tuple(problems)
