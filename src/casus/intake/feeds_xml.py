"""RSS and Atom to items; a feed that declares entities of its own is refused."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import TYPE_CHECKING

from casus.errors import Problem, needs
from casus.intake.feeds_items import MAX_ITEMS, FeedItem, paragraphs, web_address
from casus.intake.html_days import stamped_day

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DECLARES = re.compile(r"<!ENTITY", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
_BARE = re.compile(r"&(?!(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);)")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/elements/1.1/"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_XML = "http://www.w3.org/XML/1998/namespace"
_PLAIN = frozenset(
    {"", _ATOM, "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"}
)


def xml_items(
    text: str, *, where: str, url: str | None, bytes_sha256: str
) -> tuple[tuple[FeedItem, ...], tuple[Problem, ...]]:
    """Read RSS or Atom, mending small faults; raises MissingExtraError without the extra ``web``."""
    with needs("web", "reading feeds"):
        from lxml import etree
    if _DECLARES.search(text):
        what = "the feed declares entities of its own; such a feed is not read, since it can blow up without end"
        return (), (Problem(where=where, what=what, hint="ask for a feed without a document type"),)
    clean = _FORBIDDEN.sub("\ufffd", _BARE.sub("&amp;", _ENTITY.sub(_named, _XML_HEAD.sub("", text, count=1))))
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
    )
    try:
        root = etree.fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None or _name(root)[1].lower() not in {"rss", "feed", "rdf"}:
        return (), (Problem(where=where, what="this is no feed that can be read", hint="give RSS, Atom or JSON Feed"),)
    return _gathered(root, where, url, bytes_sha256, faults=[e.line for e in parser.error_log if e.level >= 2])


def _gathered(
    root: Element, where: str, url: str | None, digest: str, *, faults: list[int]
) -> tuple[tuple[FeedItem, ...], tuple[Problem, ...]]:
    channel = next((e for e in root if _name(e)[1] == "channel"), root)
    entries = [e for e in root.iter("{*}item", "{*}entry") if _name(e)[0] in _PLAIN]
    language = _words(channel, "language") or root.get(f"{{{_XML}}}lang") or _words(channel, "language", _DC)
    publisher = _words(channel, "title")
    base = url or _link(channel, None)
    found = tuple(_item(e, base, publisher, language, digest) for e in entries[:MAX_ITEMS])
    problems: list[Problem] = []
    if faults:
        what = f"the feed is not well-formed, first in line {faults[0]}; it was read as far as it goes"
        problems.append(Problem(where=where, what=what, hint=None))
    if len(entries) > MAX_ITEMS:
        problems.append(Problem(where=where, what=f"only the first {MAX_ITEMS:,} items were read", hint=None))
    return found, tuple(problems)


def _named(match: re.Match[str]) -> str:
    """Give the character for a name of HTML's that XML does not know."""
    return html5.get(f"{match.group(1)};", match.group())


def _name(element: Element) -> tuple[str, str]:
    """Give namespace and name."""
    tag = element.tag if isinstance(element.tag, str) else ""
    space, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return space, local


def _children(element: Element, name: str, space: str | None = None) -> list[Element]:
    return [
        child for child in element
        if _name(child)[1] == name and (_name(child)[0] == space if space else _name(child)[0] in _PLAIN)
    ]  # fmt: skip


def _words(element: Element, name: str, space: str | None = None) -> str | None:
    """Give the text of a child on one line, tags taken out of a title that is HTML."""
    for child in _children(element, name, space):
        words = "".join(str(t) for t in child.itertext("*"))
        if child.get("type") == "html" or "&" in words or "<" in words:
            words = html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", words))
        words = " ".join(words.split())
        if words:
            return words
    return None


def _markup(element: Element, name: str, space: str | None = None) -> str | None:
    """Give the content of a child as HTML or plain text; XHTML inside is written out."""
    from lxml import etree

    for child in _children(element, name, space):
        inner = [c for c in child if isinstance(c.tag, str)]
        if inner:
            written = (etree.tostring(c, encoding="unicode", method="html", with_tail=True) for c in inner)
            return html.escape(child.text or "") + "".join(written)
        if child.text and child.text.strip():
            return paragraphs(child.text) if child.get("type") == "text" else child.text
    return None


def _link(element: Element, base: str | None) -> str | None:
    """Give the address of the report: Atom's alternate link, RSS's link, a guid that is an address."""
    for child in _children(element, "link"):
        if child.get("rel", "alternate") == "alternate":
            found = web_address(child.get("href") or child.text, child.get(f"{{{_XML}}}base") or base)
            if found:
                return found
    for child in _children(element, "guid"):
        if child.get("isPermaLink", "true") == "true":
            return web_address(child.text, None)
    return None


def _item(entry: Element, base: str | None, publisher: str | None, language: str | None, digest: str) -> FeedItem:
    source = _children(entry, "source")
    origin = (_words(source[0], "title") or " ".join((source[0].text or "").split())) if source else None
    author = next((_words(a, "name") for a in _children(entry, "author") if len(a)), None)
    tongue = entry.get(f"{{{_XML}}}lang") or language or ""
    return FeedItem(
        id=_words(entry, "id") or _words(entry, "guid"),
        url=_link(entry, base),
        title=_words(entry, "title"),
        published=stamped_day(
            _words(entry, "published")
            or _words(entry, "pubDate")
            or _words(entry, "issued")
            or _words(entry, "date", _DC)
        ),
        summary=_markup(entry, "description") or _markup(entry, "summary"),
        content=_markup(entry, "encoded", _CONTENT) or _markup(entry, "content"),
        author=author or _words(entry, "creator", _DC) or _words(entry, "author"),
        publisher=origin or publisher,
        language=tongue[:2].lower() or None,
        bytes_sha256=digest,
    )
