"""Blocks of a page: each stretch of text as it is kept, with the part it plays."""

from __future__ import annotations

import re

import msgspec

from casus.intake.html_outline import Outline, Piece, Stretch
from casus.intake.html_roles import Role
from casus.intake.html_teasers import teasers_of

_CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_WRAP = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n][ \t\r\n\f]*(?=[{_CJK}])")
_SPACE = re.compile(r"[ \t\r\n\f\x0b\u00a0\u2028\u2029]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_WIDE = re.compile(rf"[{_CJK}]")
_ENDS = re.compile(r"[。．.!?！？:：;；」』)）\"”»…]$")
_INLINE_ASIDES = frozenset({"span", "sup", "sub", "a", "small", "i", "b", "em", "strong", "label", "abbr", "cite"})
_SHARE_OF_PAGE = 0.5
_PROSE = 40


class Block(msgspec.Struct, frozen=True):
    """Text between two breaks."""

    element: int
    """Number of the innermost breaking element round it."""
    text: str
    role: Role
    linked: float
    """Share of its characters inside links."""
    href: str = ""

    @property
    def weight(self) -> int:
        """How much running text it is: characters outside links, wide ones twice; short lines count nothing."""
        size = len(self.text) + len(_WIDE.findall(self.text))
        return int(size * (1 - self.linked)) if size >= _PROSE and self.linked < 0.6 else 0


def blocks_of(outline: Outline) -> list[Block]:
    """Make the blocks; a part told by a class name is not believed of an element that holds most of the page."""
    roles = _settled(outline)
    verbatim = outline.marks([n for n, tag in enumerate(outline.tags) if tag == "pre"])
    asides = outline.marks([n for n, role in enumerate(outline.roles) if _is_inline_aside(outline.tags[n], role)])
    found: list[Block] = []
    for stretch in outline.stretches:
        kept = [p for p in stretch.pieces if asides[stretch.element] or not asides[p.element]]
        block = _block(stretch, kept, roles, verbatim=verbatim[stretch.element])
        if block is None:
            continue
        if stretch.after_br and found and _goes_on(found[-1], block):
            found[-1] = _joined(found[-1], block)
        else:
            found.append(block)
    return found


def _is_inline_aside(tag: str, role: Role) -> bool:
    """Tell a mark inside a line that is no part of what the line says: a footnote's number, an edit link."""
    return tag in _INLINE_ASIDES and bool(role & Role.ASIDE or (tag == "sup" and role & Role.REFERENCE))


def _settled(outline: Outline) -> list[Role]:
    """Give all parts of each element, those of what it stands in included."""
    weights = _raw_weights(outline)
    whole = weights[0] if weights else 0
    teasers = teasers_of(outline, weights)
    doubtful = (
        Role.ASIDE | Role.META | Role.CAPTION | Role.NOTICE | Role.LEDE | Role.EMBED | Role.REFERENCE | Role.HEADLINE
    )
    roles: list[Role] = []
    for number, own in enumerate(outline.roles):
        most = whole > 0 and weights[number] > _SHARE_OF_PAGE * whole
        parent = outline.parents[number]
        seen = own & ~doubtful if most else own | Role.ASIDE if number in teasers else own
        roles.append(seen | (roles[parent] if parent >= 0 else Role.NONE))
    return roles


def _raw_weights(outline: Outline) -> list[int]:
    """Give for each element the running text inside it that is not readers' comments."""
    weights = [0] * len(outline.tags)
    talk = Role.COMMENTS | Role.COMMENT
    for stretch in outline.stretches:
        plain = sum(len(p.text.strip()) for p in stretch.pieces if not p.linked)
        weights[stretch.element] += plain if plain >= _PROSE // 2 else 0
    for number in range(len(weights) - 1, 0, -1):
        if not outline.roles[number] & talk:
            weights[outline.parents[number]] += weights[number]
    return weights


def _block(stretch: Stretch, kept: list[Piece], roles: list[Role], *, verbatim: bool) -> Block | None:
    text = _clean("".join(p.text for p in kept), verbatim=verbatim)
    if not text:
        return None
    role = ~Role.NONE
    for piece in kept:
        if not piece.text.isspace():
            role &= roles[piece.element]
    linked = sum(len(p.text.strip()) for p in kept if p.linked)
    return Block(stretch.element, text, role, min(1.0, linked / len(text)), stretch.href)


def _clean(text: str, *, verbatim: bool) -> str:
    """Collapse white space as a browser shows it; a line wrapped between wide characters is joined without a blank."""
    text = _INVISIBLE.sub("", text)
    if verbatim:
        return "\n".join(line for line in (_SPACE.sub(" ", part).strip() for part in text.split("\n")) if line)
    return _SPACE.sub(" ", _WRAP.sub("", text)).strip(" \u3000")


def _goes_on(before: Block, block: Block) -> bool:
    """Did a line break cut a sentence: no stop before it, a small letter after it?"""
    return block.text[0].islower() and not _ENDS.search(before.text) and before.role == block.role


def _joined(before: Block, block: Block) -> Block:
    text = f"{before.text} {block.text}"
    linked = (before.linked * len(before.text) + block.linked * len(block.text)) / len(text)
    return Block(before.element, text, before.role, linked, before.href or block.href)
