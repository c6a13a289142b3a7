"""What people give the desk: words, files, addresses; each a report once, with a job to place it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desk.made import EXAMPLES, NOW, YEREVAN

from casus.desk.store.models import Job, Snapshot, StoredReport
from casus.desk.taking_in import Told, lines, take_address, take_bytes
from casus.errors import Problem
from casus.fetch import Fetched

pytestmark = pytest.mark.django_db

TOLD = Told(published=date(2021, 5, 15), publisher="A wire", title="At the lake")
PAGE = """<!doctype html><html lang="en"><head><title>A page</title><meta property="article:published_time"
content="2021-05-16T08:00:00Z"></head><body><article><h1>A page</h1><p>Soldiers of one side crossed the border on
Saturday and took up positions above the lake, the ministry of defence said in a statement on Sunday.</p>
<p>The other side denied that anybody had crossed the border, and called the statement groundless.</p>
</article></body></html>"""


def data() -> bytes:
    """Give an article."""
    return (EXAMPLES / YEREVAN).read_bytes()


def test_what_a_person_says_of_it_is_kept() -> None:
    """Day, publisher and title; the bytes as they were given; one job to place it."""
    kept = take_bytes(data(), "pasted", TOLD, by="ann", at=NOW)
    stored = StoredReport.objects.get()
    assert kept.new == (stored.id,)
    assert (stored.published, stored.publisher, stored.title) == (TOLD.published, TOLD.publisher, TOLD.title)
    assert bytes(Snapshot.objects.get().content) == data()
    assert Job.objects.get().arguments == {"report": stored.id}


def test_the_same_words_given_twice_are_kept_once() -> None:
    """The second time names the report that is there, and queues nothing."""
    first, second = (take_bytes(data(), "pasted", TOLD, by=who, at=NOW) for who in ("ann", "bob"))
    assert second.reports == first.reports
    assert second.new == ()
    assert Job.objects.count() == 1
    assert StoredReport.objects.get().received_by == "ann"


def test_a_page_of_an_address_is_taken_with_its_own_day() -> None:
    """What the page says of itself stands; where it was fetched from is kept with the bytes."""

    def get(url: str, **_: object) -> tuple[Fetched, tuple[Problem, ...]]:
        return Fetched(body=PAGE.encode(), final_url=url + "/", content_type="text/html", charset="utf-8"), ()

    kept = take_address("https://example.org/a", Told(), by="ann", at=NOW, get=get)
    assert len(kept.new) == 1
    assert StoredReport.objects.get().published == date(2021, 5, 16)
    assert Snapshot.objects.get().address == "https://example.org/a/"


def test_an_address_that_gives_nothing_is_told() -> None:
    """In words, and nothing is kept."""
    trouble = Problem(where="https://example.org", what="it is not there")
    kept = take_address("https://example.org", Told(), by="ann", at=NOW, get=lambda *_, **__: (None, (trouble,)))
    assert lines(kept.problems) == [trouble.line()]
    assert not StoredReport.objects.exists()
