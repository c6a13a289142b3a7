"""JSON Feed 1.0 and 1.1 to items."""

from __future__ import annotations

import msgspec

from casus.errors import Problem, Refused
from casus.intake.feeds_items import MAX_ITEMS, FeedItem, paragraphs, web_address
from casus.intake.html_days import stamped_day


class _Author(msgspec.Struct):
    name: str | None = None


class _Item(msgspec.Struct):
    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    language: str | None = None
    author: _Author | None = None
    authors: list[_Author] | None = None


class _Feed(msgspec.Struct):
    version: str
    title: str | None = None
    language: str | None = None
    items: list[msgspec.Raw] = []


def json_items(
    text: str, *, where: str, url: str | None, bytes_sha256: str
) -> tuple[tuple[FeedItem, ...], tuple[Problem, ...]]:
    """Read a JSON Feed; an item that is not formed as it should be is a problem and the others are given."""
    try:
        feed = msgspec.json.decode(text, type=_Feed)
    except (msgspec.DecodeError, RecursionError) as error:
        what = f"the JSON feed cannot be read: {error}"
        return (), (Problem(where=where, what=what, hint="is it a JSON Feed 1.1?"),)
    found: list[FeedItem] = []
    problems: list[Problem] = []
    for number, raw in enumerate(feed.items[:MAX_ITEMS], 1):
        try:
            found.append(_item(msgspec.json.decode(raw, type=_Item), feed, url, bytes_sha256))
        except (msgspec.DecodeError, RecursionError) as error:
            problems.append(Refused(where=f"{where}#{number}", what=f"the item cannot be read: {error}", hint=None))
    if len(feed.items) > MAX_ITEMS:
        problems.append(Problem(where=where, what=f"only the first {MAX_ITEMS:,} items were read", hint=None))
    return tuple(found), tuple(problems)


def _item(item: _Item, feed: _Feed, url: str | None, digest: str) -> FeedItem:
    authors = [a.name for a in item.authors or ([item.author] if item.author else []) if a.name]
    return FeedItem(
        id=None if item.id is None else str(item.id),
        url=web_address(item.url or item.external_url, url),
        title=" ".join((item.title or "").split()) or None,
        published=stamped_day(item.date_published),
        summary=item.summary,
        content=item.content_html or paragraphs(item.content_text or "") or None,
        author=", ".join(authors) or None,
        publisher=feed.title,
        language=(item.language or feed.language or "")[:2].lower() or None,
        bytes_sha256=digest,
        media_type="application/feed+json",
    )
