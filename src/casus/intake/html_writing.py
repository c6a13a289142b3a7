"""From a tree to the parts of its report, and from parts to the kept text with its regions."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from casus.errors import Problem
from casus.intake.html_blocks import blocks_of
from casus.intake.html_comments import comments_of
from casus.intake.html_headline import headline_of
from casus.intake.html_language import part_language
from casus.intake.html_main import find_scope
from casus.intake.html_meta import Head
from casus.intake.html_outline import outline_of
from casus.intake.html_regions import Part, parts_of
from casus.records import Region, Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_APART = frozenset({"headline", "lede"})
_LITTLE = 200


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What a page holds of its report."""

    headline: str | None
    parts: tuple[Part, ...]
    comments: tuple[str, ...]


def contents_of(root: Element, head: Head, *, where: str) -> tuple[Contents, tuple[Problem, ...]]:
    """Give the parts of the report and the comments; from the page's metadata where its body has next to no text."""
    outline, problems = outline_of(root, where=where)
    blocks = blocks_of(outline)
    scope = find_scope(outline, blocks)
    headline = headline_of(outline, blocks, scope, head)
    host = (urlsplit(head.url).hostname if head.url else None) or ""
    parts = parts_of(outline, blocks, scope, host=host, title=headline)
    if scope.others:
        what = f"the page holds {scope.others + 1} reports; only one was read: {headline or parts[0].text[:80]}"
        problems = (*problems, Problem(where=where, what=what, hint="give the address of each report"))
    told = sum(len(p.text) for p in parts if p.kind in {"body", "lede"})
    if head.linked.body and len(head.linked.body) > max(_LITTLE, 2 * told):
        parts = [p for p in parts if p.kind == "headline"]
        parts += [Part("body", line) for line in head.linked.body.split("\n")]
        problems = (*problems, Problem(where=where, what="the text was taken from the page's metadata", hint=None))
    return Contents(headline=headline, parts=tuple(parts), comments=comments_of(outline, blocks)), problems


def written(draft: Report, parts: Sequence[Part], comments: tuple[str, ...]) -> Report:
    """Write out the text, a part a line and an empty line before each comment, and note where each region lies."""
    pieces: list[str] = []
    regions: list[Region] = []
    at = 0
    talk = part_language(" ".join(comments), draft.language)
    for part in [*parts, *(Part("comments", c) for c in comments)]:
        gap = "" if not pieces else "\n\n" if part.kind == "comments" else "\n"
        pieces += [gap, part.text]
        at += len(gap)
        span = (at, at + len(part.text))
        at = span[1]
        tongue = talk if part.kind == "comments" else part_language(part.text, draft.language)
        last = regions[-1] if regions else None
        if (
            last
            and last.kind == part.kind
            and (part.kind == "comments" or (part.kind not in _APART and last.language == tongue))
        ):
            regions[-1] = Region(kind=last.kind, span=(last.span[0], span[1]), language=last.language)
        else:
            regions.append(Region(kind=part.kind, span=span, language=tongue))
    text = "".join(pieces)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return msgspec.structs.replace(draft, id=f"sha256:{digest}", text=text, regions=tuple(regions))
