"""Feeds of the desk's own: asked politely, only when due, with what is new taken in once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from tests.desk.made import EXAMPLES, NOW, YEREVAN

from casus.desk.polling import MOST_WAIT, poll, queue_due
from casus.desk.store.models import Job, OwnFeed, Snapshot, StoredReport
from casus.errors import Problem
from casus.fetch import Fetched, Known

pytestmark = pytest.mark.django_db

ADDRESS = "https://news.example.org/feed.xml"
FEED = (
    """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>A wire</title>{items}</channel></rss>"""
)
ITEM = """<item><title>{title}</title><link>https://news.example.org/{n}</link>
<pubDate>Sat, 15 May 2021 0{n}:00:00 GMT</pubDate>
<description>{text}</description></item>"""


class Server:
    """Gives answers in turn, and remembers what it was asked."""

    def __init__(self, answers: Sequence[Fetched | Problem]) -> None:
        self.answers = list(answers)
        self.asked: list[Known] = []

    def __call__(self, address: str, *, known: Known, **_: object) -> tuple[Fetched | None, tuple[Problem, ...]]:
        """Answer."""
        assert address == ADDRESS
        self.asked.append(known)
        answer = self.answers.pop(0)
        return (None, (answer,)) if isinstance(answer, Problem) else (answer, ())


def feed_of(*texts: str, etag: str | None = None) -> Fetched:
    """Give a feed with some items as a server sends it."""
    items = "".join(ITEM.format(title=text[:30], n=n, text=text) for n, text in enumerate(texts, 1))
    body = FEED.format(items=items).encode()
    return Fetched(body=body, final_url=ADDRESS, content_type="application/rss+xml", charset="utf-8", etag=etag)


UNCHANGED = Fetched(body=b"", final_url=ADDRESS, content_type="", status=304)


def own() -> OwnFeed:
    """Add a feed."""
    return OwnFeed.objects.create(address=ADDRESS, added_by="ann", next_poll=NOW, every_minutes=30)


def asked(feed: OwnFeed, server: Server, *, at: timedelta = timedelta()) -> dict[str, object]:
    """Poll it."""
    said = poll({"feed": feed.id}, lambda _share, _says: None, NOW + at, get=server)
    feed.refresh_from_db()
    return said


def text() -> str:
    """Give an article."""
    return (EXAMPLES / YEREVAN).read_text(encoding="utf-8")


def test_what_is_new_is_taken_in_once() -> None:
    """An item is a report and a job to place it; seen again, it is neither."""
    feed = own()
    server = Server(
        [feed_of(text(), etag='"one"'), feed_of(text(), "Soldiers crossed the border at dawn, the ministry said.")]
    )
    assert asked(feed, server) == {"new": 1}
    assert asked(feed, server, at=timedelta(minutes=30)) == {"new": 1}
    assert StoredReport.objects.count() == 2
    assert Job.objects.filter(kind="place").count() == 2
    assert set(StoredReport.objects.values_list("received_by", flat=True)) == {"feed"}
    assert Snapshot.objects.filter(address=ADDRESS).count() == 2


def test_it_asks_only_for_what_has_changed() -> None:
    """What the server said of its last answer is sent along; an answer that nothing has changed changes nothing."""
    feed = own()
    server = Server([feed_of(text(), etag='"one"'), UNCHANGED, UNCHANGED])
    asked(feed, server)
    assert asked(feed, server) == {"new": 0}
    asked(feed, server)
    assert [k.etag for k in server.asked] == [None, '"one"', '"one"']
    assert StoredReport.objects.count() == 1


def test_trouble_is_shown_and_waits_longer_each_time() -> None:
    """Twice as long each time, a day at most; the first good answer sets it back."""
    feed = own()
    trouble = Problem(where=ADDRESS, what="no answer")
    server = Server([*[trouble] * 8, UNCHANGED])
    waits = []
    for _ in range(8):
        assert "no answer" in str(asked(feed, server)["trouble"])
        waits.append(feed.next_poll - NOW)
    assert waits[:3] == [timedelta(hours=1), timedelta(hours=2), timedelta(hours=4)]
    assert waits[-1] == MOST_WAIT
    asked(feed, server)
    assert (feed.trouble, feed.failures, feed.next_poll) == ("", 0, NOW + timedelta(minutes=30))


def test_what_is_no_feed_is_trouble_and_is_asked_for_whole_again() -> None:
    """An answer that holds nothing readable is shown on the feed, and its mark is not sent along the next time."""
    feed = own()
    nothing = Fetched(body=b"\x00\x01" * 200, final_url=ADDRESS, content_type="application/octet-stream", etag='"bad"')
    server = Server([nothing, UNCHANGED])
    asked(feed, server)
    assert feed.trouble
    asked(feed, server)
    assert server.asked[1].etag is None


def test_only_feeds_that_are_due_are_queued_and_each_once() -> None:
    """Asked twice in a moment, a feed still has one job."""
    feed = own()
    assert queue_due(at=NOW) == 1
    queue_due(at=NOW)
    assert Job.objects.count() == 1
    OwnFeed.objects.filter(id=feed.id).update(active=False)
    assert queue_due(at=NOW) == 0
