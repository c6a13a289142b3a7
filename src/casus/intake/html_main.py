"""Where in a page the report stands: the element that is marked as its body, or that holds most of the running text."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from casus.intake.html_blocks import Block
from casus.intake.html_outline import Outline
from casus.intake.html_roles import Role

TALK = Role.COMMENTS | Role.COMMENT | Role.COMMENT_TEXT
_NOT_TEXT = Role.DROP | Role.ASIDE | Role.META | TALK
_ENOUGH = 0.4
_NEARLY_ALL = 0.85
_ONE_OF_MANY = 160
_MOST_ALIKE = 100
_MOSTLY_THEIRS = 1.5
_HEADINGS = frozenset({"h1", "h2", "h3"})


class Scope(msgspec.Struct, frozen=True):
    """The elements that hold the report, and the one round them that holds headline and pictures too."""

    bodies: tuple[int, ...]
    article: int
    others: int = 0
    """How many further reports of its kind the page holds."""


def find_scope(outline: Outline, blocks: Sequence[Block]) -> Scope:
    """Find the report in a page; the whole page where nothing stands out."""
    weights = _weights(outline, blocks)
    whole = weights[0] if weights else 0
    if not whole:
        return Scope((0,), 0)
    for part in (Role.BODY, Role.ARTICLE):
        scope = _marked(outline, weights, part)
        if scope and sum(weights[n] for n in scope.bodies) >= _ENOUGH * whole / (1 + scope.others):
            return scope
    body = _densest(outline, weights, blocks)
    return Scope((body,), body)


def _weights(outline: Outline, blocks: Sequence[Block]) -> list[int]:
    """Give for each element how much running text stands inside it."""
    weights = [0] * len(outline.tags)
    for block in blocks:
        if not block.role & _NOT_TEXT:
            weights[block.element] += block.weight
    for number in range(len(weights) - 1, 0, -1):
        weights[outline.parents[number]] += weights[number]
    return weights


def _marked(outline: Outline, weights: list[int], part: Role) -> Scope | None:
    """Find the body among the elements of a part: of the heaviest and what it holds, the deepest with nearly all."""
    marked = [n for n, role in enumerate(outline.roles) if role & part and weights[n]]
    if not marked:
        return None
    most = max(weights[n] for n in marked)
    best = max((n for n in marked if weights[n] >= _NEARLY_ALL * most), key=lambda n: (outline.depths[n], -n))
    like = [n for n in marked if n != best and weights[n] >= _ONE_OF_MANY and _is_like(outline, n, best)][:_MOST_ALIKE]
    others = [n for n in like if _stands_alone(outline, n, best) and _stands_alone(outline, best, n)]
    if others:
        if weights[best] * 2 <= sum(weights[n] for n in (best, *others)):
            best = min(best, *others)
        return Scope((best,), _article_round(outline, weights, best), len(others))
    whole = best
    for piece in like:  # a body in several pieces, each marked: what holds them all
        whole = _common(outline, whole, piece)
    if like and weights[whole] <= _MOSTLY_THEIRS * sum(weights[n] for n in (best, *like)):
        return Scope((whole,), _article_round(outline, weights, whole))
    parent = outline.parents[best]
    beside = [n for n in marked if outline.parents[n] == parent and outline.tags[n] != "article"]
    if part is Role.BODY and len(beside) > 1:
        return Scope(tuple(beside), _article_round(outline, weights, parent))
    return Scope((best,), _article_round(outline, weights, best))


def _is_like(outline: Outline, number: int, best: int) -> bool:
    return outline.tags[number] == outline.tags[best] and outline.depths[number] == outline.depths[best]


def _common(outline: Outline, one: int, other: int) -> int:
    """Give the innermost element that holds both."""
    while not outline.inside(other, one):
        one = outline.parents[one]
    return one


def _stands_alone(outline: Outline, number: int, other: int) -> bool:
    """Tell whether an element, or what holds it and not the other, is an article with a heading of its own."""
    round_both = _common(outline, number, other)
    branch = number
    while outline.parents[branch] != round_both:
        branch = outline.parents[branch]
    inside = range(branch, outline.ends[branch])
    if any(outline.roles[n] & Role.HEADLINE for n in inside):
        return True
    return any(outline.tags[n] == "article" for n in inside) and any(outline.tags[n] in _HEADINGS for n in inside)


def _article_round(outline: Outline, weights: list[int], body: int) -> int:
    """Give the outermost element round a body that holds little other text: it has the headline and the pictures."""
    best = number = body
    while number > 0 and weights[number] <= weights[body] * 1.25 + 100:
        best = number
        if outline.tags[number] == "article":
            break
        number = outline.parents[number]
    return best


def _densest(outline: Outline, weights: list[int], blocks: Sequence[Block]) -> int:
    """Go down from the root as long as one child holds nearly all running text, in more than one block."""
    counts = [0] * len(weights)
    for block in blocks:
        counts[block.element] += bool(block.weight and not block.role & _NOT_TEXT)
    heaviest: dict[int, int] = {}
    for number in range(len(weights) - 1, 0, -1):
        parent = outline.parents[number]
        counts[parent] += counts[number]
        if weights[number] >= weights[heaviest.get(parent, number)]:
            heaviest[parent] = number
    best = 0
    while (child := heaviest.get(best)) is not None:
        if weights[child] < _NEARLY_ALL * weights[0] or counts[child] < min(2, counts[0]):
            break
        best = child
    return best
