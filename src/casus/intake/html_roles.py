"""What an element's tag, classes and microdata say of its part in a page."""

from __future__ import annotations

import re
from enum import IntFlag, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from casus.intake import html_names as names

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Role(IntFlag):
    """Parts an element can have; what lies inside has them too."""

    NONE = 0
    DROP = auto()
    """Never text: scripts, forms, what is hidden."""
    ASIDE = auto()
    """The site's, not the article's: navigation, related pages, sharing, advertisements."""
    META = auto()
    """Byline, date, tags."""
    CAPTION = auto()
    NOTICE = auto()
    LEDE = auto()
    HEADLINE = auto()
    EMBED = auto()
    """Somebody else's post or page shown inside."""
    REFERENCE = auto()
    BODY = auto()
    """Marked as the body of the article."""
    ARTICLE = auto()
    COMMENTS = auto()
    COMMENT = auto()
    COMMENT_TEXT = auto()
    COMMENT_META = auto()


_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "option",
        "button",
        "textarea",
        "input",
        "datalist",
        "dialog",
        "menu",
        "rt",
        "rp",
        "head",
        "title",
        "link",
        "meta",
        "base",
        "frame",
        "frameset",
    ]
)
_WHOLE = frozenset({"html", "body", "main"})
_LONGEST = 400
_NAMING = ("class", "id", "data-component")
_LONGEST_NAME = 60
_TAGS = {
    "nav": Role.ASIDE,
    "aside": Role.ASIDE,
    "form": Role.ASIDE,
    "footer": Role.ASIDE,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "article": Role.ARTICLE,
    "main": Role.ARTICLE,
    "h1": Role.HEADLINE,
    "time": Role.META,
    "address": Role.META,
}
_PROPERTIES = {
    "articleBody": Role.BODY,
    "headline": Role.HEADLINE,
    "comment": Role.COMMENT,
    "commentText": Role.COMMENT_TEXT,
    "text": Role.COMMENT_TEXT,
    "alternativeHeadline": Role.LEDE,
    "caption": Role.CAPTION,
    "author": Role.META | Role.COMMENT_META,
    "creator": Role.META | Role.COMMENT_META,
    "datePublished": Role.META | Role.COMMENT_META,
    "dateModified": Role.META,
    "dateCreated": Role.META | Role.COMMENT_META,
    "publisher": Role.META,
    "copyrightHolder": Role.CAPTION,
    "keywords": Role.META,
}
_ASIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu"})

_WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]{2,}(?![a-z])|\d+")


def role_of(element: Element) -> Role:
    """Tell an element's own part; the parts of what it stands in come on top."""
    tag = element.tag if isinstance(element.tag, str) else "script"
    if tag in _DROPPED or _hidden(element):
        return Role.DROP
    role = _TAGS.get(tag, Role.NONE) | _by_microdata(element)
    named = _names(element)
    if named and tag not in _WHOLE:
        role |= _by_names(named)
    if tag == "article":
        role &= ~Role.COMMENTS  # ``has-comments`` and the like on what holds the article
    if role & (Role.COMMENT | Role.COMMENTS | Role.COMMENT_TEXT) or tag == "article":
        role &= ~(Role.ASIDE | Role.META | Role.NOTICE)
    return role


def _hidden(element: Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style") or ""
    return "none" in style and re.search(r"display\s*:\s*none", style) is not None


def _by_microdata(element: Element) -> Role:
    role = Role.NONE
    kind = element.get("itemtype") or ""
    if kind:
        last = kind.rstrip("/").rpartition("/")[2]
        if last in {"Comment", "UserComments", "Answer"}:
            role |= Role.COMMENT
        elif last.endswith(("Article", "BlogPosting", "Report")):
            role |= Role.ARTICLE
    prop = (element.get("itemprop") or "").split()
    if prop:
        role |= _by_property(prop)
    if element.get("role") in _ASIDE_ROLES:
        role |= Role.ASIDE
    elif element.get("role") in {"main", "article"}:
        role |= Role.ARTICLE
    return role


def _by_property(prop: list[str]) -> Role:
    role = Role.NONE
    for name in prop:
        role |= _PROPERTIES.get(name, Role.NONE)
    return role


def _names(element: Element) -> str:
    """Give classes and id in small letters, words joined by hyphens: ``commentBody`` becomes ``comment-body``."""
    raw = " ".join(element.get(name) or "" for name in _NAMING)[:_LONGEST].split()
    return " ".join("-".join(_WORD.findall(name[:_LONGEST_NAME])).lower() for name in raw)


@lru_cache(maxsize=4_096)
def _by_names(named: str) -> Role:
    role = Role.NONE
    for pattern, meaning in _PATTERNS:
        if pattern.search(named):
            role |= meaning
    return role


_PATTERNS = (
    (names.ASIDE, Role.ASIDE),
    (names.META, Role.META),
    (names.CAPTION, Role.CAPTION),
    (names.NOTICE, Role.NOTICE),
    (names.LEDE, Role.LEDE),
    (names.HEADLINE, Role.HEADLINE),
    (names.EMBED, Role.EMBED),
    (names.REFERENCE, Role.REFERENCE),
    (names.BODY, Role.BODY),
    (names.COMMENTS, Role.COMMENTS),
    (names.COMMENT, Role.COMMENT),
    (names.COMMENT_TEXT, Role.COMMENT_TEXT),
    (names.COMMENT_META, Role.COMMENT_META),
)
