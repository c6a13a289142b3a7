"""What a page says of itself in its head and its microdata: title, day, publisher, author, address, language."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec

from casus.intake.html_jsonld import LinkedReport, linked_report
from casus.intake.html_published import in_talk, items_of, published_of
from casus.intake.html_tree import attribute, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A page's own particulars."""

    title: str | None = None
    """As the metadata give it, for the report alone."""
    document_title: str | None = None
    """As a browser's tab shows it."""
    site: str | None = None
    published: date | None = None
    disagreeing: date | None = None
    """Another day that the page gives for its publication."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    linked: LinkedReport = LinkedReport()


def head_of(root: Element, *, url: str | None) -> Head:
    """Gather a page's particulars; what it does not say stays open."""
    meta = _metas(root)
    linked = linked_report(root)
    published, other = published_of(root, meta, linked)
    return Head(
        title=linked.headline or meta.get("og:title") or meta.get("twitter:title"),
        document_title=_document_title(root),
        published=published,
        disagreeing=other,
        site=meta.get("og:site_name"),
        publisher=linked.publisher
        or meta.get("og:site_name")
        or _item(root, "publisher")
        or meta.get("application-name"),
        author=_author(root, meta, linked),
        url=_url(root, meta, url),
        language=_language(root, meta, linked),
        linked=linked,
    )


def _metas(root: Element) -> dict[str, str]:
    """Give the named meta elements, the first of each name."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = attribute(element, "property") or attribute(element, "name") or attribute(element, "itemprop")
        content = " ".join(attribute(element, "content").split())[:2_000]
        if name and content:
            found.setdefault(name.lower(), content)
        if attribute(element, "http-equiv").lower() == "content-language" and content:
            found.setdefault("content-language", content)
    return found


def _document_title(root: Element) -> str | None:
    return next((words for e in root.iter("title") if (words := words_of(e, most=600))), None)


def _item(root: Element, prop: str) -> str | None:
    for element in items_of(root, prop):
        if in_talk(element):
            continue
        inner = next(
            (e for e in element.iter("meta", "span", "a", "div") if "name" in (e.get("itemprop") or "").split()),
            element,
        )
        found = attribute(inner, "content") or words_of(inner, most=200)
        if found:
            return found
    return None


def _author(root: Element, meta: dict[str, str], linked: LinkedReport) -> str | None:
    for said in (
        linked.author,
        meta.get("author"),
        meta.get("article:author"),
        meta.get("dc.creator"),
        _item(root, "author"),
    ):
        if said and not said.startswith(("http://", "https://", "//")):
            return said
    for element in root.iter("a", "span"):
        if "author" in (element.get("rel") or "").split() and not in_talk(element):
            return words_of(element, most=200) or None
    return None


def _url(root: Element, meta: dict[str, str], url: str | None) -> str | None:
    """Give the address that the page calls its own, else the one it came from; a site's front page is no report's."""
    links = [attribute(e, "href") for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    for said in (*links, meta.get("og:url") or ""):
        try:
            full = urljoin(url or "", said)
            parts = urlsplit(full)
            front = parts.path in {"", "/"} and not parts.query and url and urlsplit(url).path not in {"", "/"}
        except ValueError:
            continue
        if said and parts.scheme in {"http", "https"} and parts.hostname and not front:
            return full
    return url


def _language(root: Element, meta: dict[str, str], linked: LinkedReport) -> str | None:
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    said = (
        root.get("lang"),
        root.get(xml),
        root.get("xml:lang"),
        linked.language,
        meta.get("og:locale"),
        meta.get("content-language"),
    )
    for value in said:
        found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_,;\s]|$)", value or "")
        if found:
            return found.group(1).lower()
    return None
