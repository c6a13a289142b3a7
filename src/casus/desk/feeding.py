"""Feeds of what is published: Atom, RSS 2.0 and JSON Feed 1.1 of the same entries."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from typing import IO, Any

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

from casus.records import Record

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""What a feed without entries gives as its time, so that it is the same at every asking."""


class Entry(Record, frozen=True, kw_only=True):
    """One thing published, in one language."""

    id: str
    link: str
    title: str
    text: str
    published: datetime
    updated: datetime
    author: str
    subjects: tuple[str, ...] = ()
    source: str = ""
    """Address of what a short post comes from; empty where it is words."""


class OwnTime(SyndicationFeed):
    """A feed whose time is that of its latest entry, whenever it is written."""

    def latest_post_date(self) -> datetime:
        """Give the time of the latest entry."""
        return max((item["updateddate"] for item in self.items), default=NEVER)


class JsonFeed(OwnTime):
    """JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: IO[Any], encoding: str) -> None:
        """Write the feed."""
        said = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "language": self.feed["language"],
            "items": [_item(item) for item in self.items],
        }
        outfile.write(json.dumps(said, ensure_ascii=False, indent=1).encode(encoding))


def _item(item: dict[str, Any]) -> dict[str, object]:
    said: dict[str, object] = {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "content_text": item["description"],
        "date_published": item["pubdate"].isoformat(),
        "date_modified": item["updateddate"].isoformat(),
        "authors": [{"name": item["author_name"]}],
        "tags": list(item["categories"]),
    }
    return said | ({"external_url": item["source"]} if item["source"] else {})


class AtomFeed(OwnTime, Atom1Feed):
    """Atom 1.0 (RFC 4287)."""

    content_type = "application/atom+xml; charset=utf-8"


class RssFeed(OwnTime, Rss201rev2Feed):
    """RSS 2.0."""

    content_type = "application/rss+xml; charset=utf-8"


FORMS: dict[str, type[AtomFeed | RssFeed | JsonFeed]] = {"atom": AtomFeed, "rss": RssFeed, "json": JsonFeed}


def as_html(text: str) -> str:
    r"""Give words as HTML: Atom's summaries here and RSS's descriptions are read as that.

    >>> as_html("nobody <b>entered</b>\nat all")
    'nobody &lt;b&gt;entered&lt;/b&gt;<br>at all'
    """
    return escape(text).replace("\n", "<br>")


def written(
    form: str, entries: Iterable[Entry], *, title: str, about: str, link: str, own: str, language: str
) -> bytes:
    """Write a feed of entries in one of the :data:`FORMS`; the same entries give the same bytes."""
    feed = FORMS[form](title=title, link=link, description=about, language=language, feed_url=own, feed_guid=own)
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=entry.link,
            description=entry.text if form == "json" else as_html(entry.text),
            unique_id=entry.id,
            unique_id_is_permalink=False,
            pubdate=entry.published,
            updateddate=entry.updated,
            author_name=entry.author,
            categories=entry.subjects,
            source=entry.source,
        )
    out = BytesIO()
    feed.write(out, "utf-8")
    return out.getvalue()
