"""A page's text to a tree, under limits of depth and size; every walk over it goes in a loop, never by recursion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casus.errors import Problem, needs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_ELEMENTS = 200_000
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)[\s/][^<>]{20000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 2_000
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def tree_of(text: str, *, where: str) -> tuple[Element | None, tuple[Problem, ...]]:
    """Parse a page as browsers do, mending what is broken; entities outside HTML's own are never followed.

    Nothing is loaded from the network or the disk. Raises MissingExtraError without the extra ``web``.
    """
    with needs("web", "reading web pages"):
        from lxml import etree
    # huge_tree lifts the parser's depth from 256 elements, which old layout tables reach, to 2048.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    clean = _FORBIDDEN.sub("\ufffd", _LONG_TAG.sub(_bare, _XML_HEAD.sub("", text, count=1)))
    try:
        root = etree.fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        return None, (Problem(where=where, what="the page holds nothing", hint="save it from a browser once shown"),)
    notes: list[Problem] = []
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        what = "the page nests its elements too deeply; what lies deeper than 2,048 levels was not read"
        notes.append(Problem(where=where, what=what, hint="give the text of the report"))
    return root, tuple(notes)


def _bare(match: re.Match[str]) -> str:
    """Take the attributes off a tag that has thousands: the parser's time grows with their square."""
    count = len(_QUOTED.sub("", match.group()).split())
    return f"<{match.group(1)} " if count > _MOST_ATTRIBUTES else match.group()


def attribute(element: Element, name: str) -> str:
    """Give an attribute without outer blanks; an empty text where there is none."""
    return (element.get(name) or "").strip()


def words_of(element: Element, *, most: int = 2_000) -> str:
    """Give the text inside an element on one line."""
    parts: list[str] = []
    size = 0
    for part in element.itertext("*"):
        parts.append(str(part))
        size += len(parts[-1])
        if size > most * 4:
            break
    return " ".join("".join(parts).split())[:most]
