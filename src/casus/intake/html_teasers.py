"""Teasers of other reports: small boxes, several alike in a page, whose heading is a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from casus.intake.html_outline import Outline, Stretch
from casus.intake.html_roles import Role

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SMALL = 400
_OWN = Role.HEADLINE | Role.COMMENT | Role.COMMENTS


def teasers_of(outline: Outline, weights: Sequence[int]) -> frozenset[int]:
    """Give the elements that are teasers; ``weights`` tells how much running text each element holds."""
    headings = dict.fromkeys(s.element for s in outline.stretches if _is_linked_heading(s, outline))
    counts = [0] * len(outline.tags)
    for number in headings:
        counts[number] += 1
    for number in range(len(counts) - 1, 0, -1):
        counts[outline.parents[number]] += counts[number]
    boxes = [_box(outline, number, weights, counts) for number in headings]
    alike = Counter((outline.tags[n], outline.depths[n]) for n in boxes)
    return frozenset(n for n in boxes if alike[outline.tags[n], outline.depths[n]] > 1)


def _is_linked_heading(stretch: Stretch, outline: Outline) -> bool:
    if outline.tags[stretch.element] not in _HEADINGS or outline.roles[stretch.element] & _OWN:
        return False
    return all(piece.linked or piece.text.isspace() for piece in stretch.pieces)


def _box(outline: Outline, number: int, weights: Sequence[int], counts: Sequence[int]) -> int:
    """Give the largest element round a heading that holds no other such heading and little text."""
    parent = outline.parents[number]
    while parent > 0 and counts[parent] == 1 and weights[parent] <= _SMALL:
        number, parent = parent, outline.parents[parent]
    return number
