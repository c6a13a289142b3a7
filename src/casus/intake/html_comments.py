"""Readers' comments in a page: each one's words, without names, dates and buttons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from casus.intake.html_blocks import Block
from casus.intake.html_outline import Outline
from casus.intake.html_roles import Role

TALK = Role.COMMENTS | Role.COMMENT | Role.COMMENT_TEXT
_AROUND = Role.DROP | Role.ASIDE | Role.META | Role.COMMENT_META | Role.CAPTION
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend", "dt", "th"})
_ITEMS = frozenset({"li", "dd", "tr", "article"})


def is_talk(block: Block) -> bool:
    """Tell whether it stands among readers' comments."""
    return bool(block.role & TALK)


def comments_of(outline: Outline, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Give the comments in page order; the lines of one are joined by single line ends."""
    texts = _leaves(outline, Role.COMMENT_TEXT)
    holders = _holders(outline, texts)
    lists = _lists(outline)
    told: dict[int, list[str]] = {}
    for block in blocks:
        if not is_talk(block) or _is_around(block, outline):
            continue
        owner = _owner(outline, block, texts, holders, lists)
        if owner is not None:
            told.setdefault(owner, []).append(block.text)
    return tuple("\n".join(lines) for lines in told.values())


def _is_around(block: Block, outline: Outline) -> bool:
    """Is it a name, a date, a heading, a button?"""
    if block.role & _AROUND:
        return True
    return outline.tags[block.element] in _HEADINGS or (block.linked > 0.8 and len(block.text) < 30)


def _leaves(outline: Outline, part: Role) -> frozenset[int]:
    """Give the elements of a part that hold no other of it."""
    marked = [n for n, role in enumerate(outline.roles) if role & part]
    inner = {m for m, n in pairwise(marked) if outline.inside(n, m)}
    return frozenset(marked) - inner


def _holders(outline: Outline, texts: frozenset[int]) -> dict[int, int]:
    """Count for each comment the text elements whose nearest comment it is."""
    counts: dict[int, int] = {}
    for number in texts:
        nearest = _nearest(outline, number, Role.COMMENT)
        if nearest is not None:
            counts[nearest] = counts.get(nearest, 0) + 1
    return counts


def _nearest(outline: Outline, number: int, part: Role) -> int | None:
    while number >= 0:
        if outline.roles[number] & part:
            return number
        number = outline.parents[number]
    return None


def _owner(
    outline: Outline, block: Block, texts: frozenset[int], holders: dict[int, int], lists: frozenset[int]
) -> int | None:
    """Give the element that is the block's comment; None where the block stands beside the comment's own text."""
    number = block.element
    while number >= 0:
        role = outline.roles[number]
        if number in texts:
            return number
        if role & Role.COMMENT:
            if holders.get(number):
                return None
            return _item(outline, block, number) if number in lists else number
        if role & Role.COMMENTS:
            return None if holders or texts else _item(outline, block, number)
        number = outline.parents[number]
    return None


def _lists(outline: Outline) -> frozenset[int]:
    """Give the comments that rather are lists of them: several items inside, none marked as a comment."""
    items = [0] * len(outline.tags)
    nested = [False] * len(outline.tags)
    for number in range(len(outline.tags) - 1, 0, -1):
        parent = outline.parents[number]
        items[parent] += items[number] + (outline.tags[number] in _ITEMS)
        nested[parent] = nested[parent] or nested[number] or bool(outline.roles[number] & Role.COMMENT)
    return frozenset(
        n
        for n, role in enumerate(outline.roles)
        if role & Role.COMMENT and items[n] > 1 and not nested[n] and outline.tags[n] not in _ITEMS
    )


def _item(outline: Outline, block: Block, container: int) -> int:
    """Give the list item or the like that a block of an unmarked list stands in, else the block's own element."""
    number = block.element
    while number > container:
        if outline.tags[number] in _ITEMS:
            return number
        number = outline.parents[number]
    return block.element
