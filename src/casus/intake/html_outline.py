"""A page's tree as flat lists: its elements in order, with their parts, and its stretches of text between breaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from typing import TYPE_CHECKING

import msgspec

from casus.errors import Problem
from casus.intake.html_roles import Role, role_of
from casus.intake.html_tree import MAX_ELEMENTS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BREAKING = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "noscript",
    ]
)


class Piece(msgspec.Struct, frozen=True):
    """A text as it stands in the page, and the element it stands in."""

    element: int
    text: str
    linked: bool


class Stretch(msgspec.Struct, frozen=True):
    """Text without a break in it."""

    element: int
    """The innermost breaking element round it."""
    pieces: tuple[Piece, ...]
    href: str = ""
    """The first link in it."""
    after_br: bool = False
    """Does nothing but a line break part it from the one before?"""


class Outline(msgspec.Struct):
    """Elements in document order by number, and the stretches of text."""

    tags: list[str] = msgspec.field(default_factory=list)
    parents: list[int] = msgspec.field(default_factory=list)
    ends: list[int] = msgspec.field(default_factory=list)
    """The number after the last element inside."""
    depths: list[int] = msgspec.field(default_factory=list)
    roles: list[Role] = msgspec.field(default_factory=list)
    hrefs: dict[int, str] = msgspec.field(default_factory=dict)
    stretches: list[Stretch] = msgspec.field(default_factory=list)

    def marks(self, elements: Collection[int]) -> list[bool]:
        """Tell of each element whether it is one of some or inside one."""
        chosen = frozenset(elements)
        found: list[bool] = []
        for number, parent in enumerate(self.parents):
            found.append(number in chosen or (parent >= 0 and found[parent]))
        return found

    def inside(self, element: int, outer: int) -> bool:
        """Is one element the other, or inside it?"""
        return outer <= element < self.ends[outer]


def outline_of(root: Element, *, where: str) -> tuple[Outline, tuple[Problem, ...]]:
    """Walk a tree once."""
    from lxml import etree

    walk = _Walk()
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            walk.leave(element)
            continue
        if len(walk.outline.tags) >= MAX_ELEMENTS:
            walk.leave_all()
            _correct(walk.outline)
            what = f"the page has more than {MAX_ELEMENTS:,} elements; the rest was not read"
            return walk.outline, (Problem(where=where, what=what, hint="give the address of a single report"),)
        if walk.enter(element) is Role.DROP:
            events.skip_subtree()
    walk.leave_all()
    _correct(walk.outline)
    return walk.outline, ()


def _correct(outline: Outline) -> None:
    """Take back that an element holds the comments where it holds a first heading: it holds the report too."""
    firsts = [n for n, tag in enumerate(outline.tags) if tag == "h1"]
    for number, role in enumerate(outline.roles):
        if role & Role.COMMENTS:
            at = bisect_left(firsts, number)
            if at < len(firsts) and firsts[at] < outline.ends[number]:
                outline.roles[number] = role & ~Role.COMMENTS


class _Walk:
    """Where the walk stands: the open elements and the text since the last break."""

    def __init__(self) -> None:
        self.outline = Outline()
        self._open: list[int] = []
        self._dropped: list[bool] = []
        self._links = 0
        self._pieces: list[Piece] = []
        self._href = ""
        self._after_br = False

    def enter(self, element: Element) -> Role:
        role = role_of(element)
        tag = element.tag if isinstance(element.tag, str) else ""
        out = self.outline
        number = len(out.tags)
        if tag in BREAKING:
            self._flush(br=tag == "br")
        out.tags.append(tag)
        out.parents.append(self._open[-1] if self._open else -1)
        out.ends.append(number + 1)
        out.depths.append(len(self._open))
        out.roles.append(role)
        self._open.append(number)
        self._dropped.append(role is Role.DROP)
        if tag == "a":
            self._links += 1
            href = (element.get("href") or "").strip()
            if href:
                out.hrefs[number] = href
                self._href = self._href or href
        if role is not Role.DROP:
            self._add(element.text)
        return role

    def leave(self, element: Element) -> None:
        tag = self.outline.tags[self._open[-1]]
        if tag in BREAKING and tag != "br":
            self._flush()
        if tag == "a":
            self._links -= 1
        self._close()
        self._add(element.tail)

    def leave_all(self) -> None:
        self._flush()
        while self._open:
            self._close()

    def _close(self) -> None:
        number = self._open.pop()
        self._dropped.pop()
        self.outline.ends[number] = len(self.outline.tags)

    def _add(self, text: str | None) -> None:
        if text and self._open:
            self._pieces.append(Piece(self._open[-1], str(text), self._links > 0))

    def _flush(self, *, br: bool = False) -> None:
        if any(not piece.text.isspace() for piece in self._pieces):
            holder = next((n for n in reversed(self._open) if self.outline.tags[n] in BREAKING), 0)
            self.outline.stretches.append(Stretch(holder, tuple(self._pieces), self._href, self._after_br))
            self._after_br = br
        else:
            self._after_br = br and not self._after_br
        self._pieces = []
        self._href = ""
