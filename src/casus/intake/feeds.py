"""Feeds to reports: RSS 0.9 to 2.0, Atom and JSON Feed."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Sequence
from datetime import date

from casus.errors import Problem, Refused
from casus.intake.feeds_items import FeedItem, paragraphs
from casus.intake.feeds_json import json_items
from casus.intake.feeds_xml import xml_items
from casus.intake.html_decode import decode_page
from casus.intake.html_language import language_of
from casus.intake.html_meta import Head
from casus.intake.html_tree import tree_of
from casus.intake.html_writing import contents_of, written
from casus.records import Report

_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--")


def items(
    data: bytes, *, name: str = "-", url: str | None = None, charset: str | None = None
) -> tuple[tuple[FeedItem, ...], tuple[Problem, ...]]:
    """Give the items of a feed in its order; none and a problem where it is none, or declares entities.

    ``url`` is where the feed came from, for links in it that are relative.
    """
    decoded = decode_page(data, where=name, charset=charset)
    if isinstance(decoded, Problem):
        return (), (decoded,)
    text, _, notes = decoded
    digest = hashlib.sha256(data).hexdigest()
    read = json_items if text.lstrip().startswith("{") else xml_items
    found, problems = read(text, where=name, url=url, bytes_sha256=digest)
    if not found and not problems:
        problems = (Problem(where=name, what="the feed has no items", hint=None),)
    return found, (*notes, *problems)


def reports_of(
    found: Sequence[FeedItem], *, name: str = "-", published: date | None = None, language: str | None = None
) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Make a report of each item, of its content where it has any, else of its summary.

    A report's bytes are those of the whole feed. ``published`` overrides what the items say.
    """
    reports: list[Report] = []
    problems: list[Problem] = []
    for number, item in enumerate(found, 1):
        where = item.url or f"{name}#{item.id or number}"
        report, notes = _report(item, where, published, language)
        problems += notes
        if report:
            reports.append(report)
    return tuple(reports), tuple(problems)


def only_report(
    data: bytes, *, name: str = "-", published: date | None = None, language: str | None = None
) -> tuple[Report | None, tuple[Problem, ...]]:
    """Give the report of a feed that has one item; None and a problem where it has several."""
    found, problems = items(data, name=name)
    if len(found) > 1:
        what = f"this is a feed of {len(found)} items, and one report was asked for"
        return None, (*problems, Problem(where=name, what=what, hint="take in the feed as a whole, or give one report"))
    reports, notes = reports_of(found, name=name, published=published, language=language)
    return (reports[0] if reports else None), (*problems, *notes)


def _report(
    item: FeedItem, where: str, published: date | None, language: str | None
) -> tuple[Report | None, tuple[Problem, ...]]:
    head = Head(title=item.title, url=item.url)
    root, problems = tree_of(f"<html><body>{_markup(item)}</body></html>", where=where)
    if root is None:
        return None, problems
    contents, notes = contents_of(root, head, where=where)
    parts = contents.parts
    problems += notes
    if not parts:
        return None, (*problems, Refused(where=where, what="the item has neither title nor text", hint=None))
    if not any(p.kind != "headline" for p in parts):
        hint = "fetch the item's own address for its text" if item.url else None
        problems = (*problems, Problem(where=where, what="the item has a title only", hint=hint))
    draft = Report(
        id="",
        text="",
        language=language or language_of(" ".join(p.text for p in parts), item.language),
        bytes_sha256=item.bytes_sha256,
        media_type=item.media_type,
        name=where,
        title=item.title,
        published=published or item.published,
        publisher=item.publisher,
        author=item.author,
        url=item.url,
    )
    return written(draft, parts, ()), problems


def _markup(item: FeedItem) -> str:
    """Give the longer of content and summary as HTML; plain text becomes a paragraph a line."""
    source = item.content or item.summary or ""
    if not _TAG.search(source):
        source = paragraphs(html.unescape(source))
    return f'<div itemprop="articleBody">{source}</div>'
