"""A text cut into pieces: plain ones, words that a statement rests on, words that a link points to."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from casus.records import Record, Span


class Piece(Record, frozen=True, kw_only=True):
    """A stretch of text of one kind."""

    text: str
    said: bool = False
    """Does a statement rest on it?"""
    pointed: bool = False
    """Does the link that led here point to it?"""
    first: bool = False
    """Is it the first piece that is pointed to?"""


def pieces(text: str, said: Sequence[Span], pointed: Span | None) -> list[Piece]:
    """Cut a text at every end of a span; put together again the pieces are the text.

    >>> [(p.text, p.said, p.pointed) for p in pieces("they shelled it", [(5, 12)], (0, 12))]
    [('they ', False, True), ('shelled', True, True), (' it', False, False)]
    """
    spans = [*said, *([pointed] if pointed else [])]
    cuts = sorted({0, len(text), *(edge for span in spans for edge in span)})
    found = []
    for a, b in itertools.pairwise(cuts):
        within = bool(pointed and pointed[0] <= a and b <= pointed[1])
        rests = any(s <= a and b <= e for s, e in said)
        found.append(
            Piece(text=text[a:b], said=rests, pointed=within, first=within and pointed is not None and a == pointed[0])
        )
    return found
