"""The headline of a page's report: the longest heading that the page's own title repeats, else what the title says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from casus.intake.html_blocks import Block
from casus.intake.html_main import TALK, Scope
from casus.intake.html_meta import Head
from casus.intake.html_outline import Outline
from casus.intake.html_roles import Role

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TOP = frozenset({"h1", "h2", "h3"})
_SEPARATOR = re.compile(r"\s+[|–—«»:・/-]\s+|\s*[|｜]\s*")
_LONGEST = 300
_SHORTEST = 3


def headline_of(outline: Outline, blocks: Sequence[Block], scope: Scope, head: Head) -> str | None:
    """Give the headline; None where the page has neither headings nor a title."""
    usable = [b for b in blocks if not b.role & (TALK | Role.DROP) and len(b.text) <= _LONGEST]
    headings = [b for b in usable if outline.tags[b.element] in _TOP or b.role & Role.HEADLINE]
    if scope.others:
        inside = [b.text for b in headings if outline.inside(b.element, scope.article)]
        return inside[0] if inside else without_site(head.title, head.site)
    titles = [t for t in (head.title, head.document_title) if t]
    named = _longest(b.text for b in headings if any(_squeezed(b.text) in _squeezed(t) for t in titles))
    if named:
        return named
    pieces = {_squeezed(piece) for t in titles for piece in (t, *_SEPARATOR.split(t))}
    shown = _longest(b.text for b in usable if _squeezed(b.text) in pieces and not b.role & Role.ASIDE)
    if shown or head.title:
        return shown or without_site(head.title, head.site)
    firsts = [b.text for b in headings if outline.tags[b.element] == "h1" and not b.role & Role.ASIDE]
    return firsts[0] if len(firsts) == 1 else without_site(head.document_title, head.site)


def _longest(texts: Iterable[str]) -> str | None:
    return max((t for t in texts if len(t) >= _SHORTEST), key=len, default=None)


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def without_site(title: str | None, site: str | None) -> str | None:
    """Take the site's name off a title, where it is known or what is left is much the longer.

    >>> without_site("Troops cross the river - The Times", "The Times")
    'Troops cross the river'
    """
    cuts = list(_SEPARATOR.finditer(title or ""))
    if not title or not cuts:
        return title
    head, tail = title[: cuts[-1].start()].strip(), title[cuts[-1].end() :].strip()
    if site and _squeezed(site) == _squeezed(tail):
        return head
    if site and _squeezed(site) == _squeezed(title[: cuts[0].start()]):
        return title[cuts[0].end() :].strip()
    return head if not site and len(head) > len(tail) else title
