"""Cutting a Russian sentence where its commas, dashes and joints cut it."""

from __future__ import annotations

from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Segment

_MARKS = frozenset({"comma", "semicolon", "colon", "dash", "open", "close", "stop"})
_STRONG = frozenset({"colon", "semicolon", "open", "close", "dash"})
_VERBAL = frozenset({"verb", "short", "adj", "pred"})
_LEADS = frozenset({"conj", "adv", "not", "quote", "unquote", "date", "prep"})


def segments_of(chunks: list[Chunk], *, quoted: bool = False) -> list[Segment]:
    """Give the segments of a sentence in order; ``quoted`` where it begins inside a quotation."""
    cutter = _Cutter(int(quoted))
    for i, chunk in enumerate(chunks):
        cutter.take(i, chunk)
    cutter.close("", len(chunks))
    return cutter.found


class _Cutter:
    """Collects chunks into segments."""

    def __init__(self, quote: int) -> None:
        self.found: list[Segment] = []
        self.quote = self.inside = quote
        self.opened = 0
        self.before = ""
        self.current: list[Chunk] = []
        self.first = 0

    def take(self, i: int, chunk: Chunk) -> None:
        """Take the next chunk of the sentence."""
        if chunk.kind == "quote":
            self.quote += 1
            self.inside = self.quote
            self.opened = len(self.current)
        elif chunk.kind == "unquote":
            if _whole_quote(self.current[self.opened :]):
                self.close("unquote", i + 1)
            self.inside = 0
        elif chunk.kind in _MARKS:
            self.close(chunk.kind, i + 1)
        elif chunk.kind in {"sub", "rel"} and self.current and not _only_leads(self.current):
            self.close("", i)
            self.current = [chunk]
        else:
            self.first = i if not self.current else self.first
            self.current.append(chunk)

    def close(self, mark: str, following: int) -> None:
        """End the segment being collected at a mark."""
        if self.current:
            made = Segment(self.current, self.first, self.before, quoted=self.inside, after=mark)
            self.found.extend(_joints(made))
        if mark and (self.current or mark in _STRONG or not self.before):
            self.before = mark
        self.current, self.first, self.opened = [], following, 0


def _whole_quote(current: list[Chunk]) -> bool:
    return any(c.kind in _VERBAL for c in current)


def _only_leads(current: list[Chunk]) -> bool:
    return all(c.kind in _LEADS for c in current)


def _joints(segment: Segment) -> list[Segment]:
    """Cut a segment at the conjunctions that join two predicates (занял порт | и поднял флаг)."""
    pieces: list[Segment] = []
    chunks, start = segment.chunks, 0
    for i, chunk in enumerate(chunks):
        if chunk.kind != "conj" or i == start:
            continue
        left = any(c.kind in _VERBAL for c in chunks[start:i])
        right = next((c for c in chunks[i + 1 :] if c.kind in _VERBAL or c.kind in {"conj", "inf"}), None)
        if left and right is not None and right.kind in _VERBAL:
            pieces.append(_piece(segment, start, i, pieces))
            start = i
    pieces.append(_piece(segment, start, len(chunks), pieces))
    pieces[-1].after = segment.after
    return pieces


def _piece(segment: Segment, start: int, end: int, pieces: list[Segment]) -> Segment:
    made = Segment(segment.chunks[start:end], segment.first + start, "conj" if pieces else segment.before)
    made.quoted = segment.quoted
    for i, chunk in enumerate(made.chunks):
        if chunk.kind == "conj" and not made.coord and all(c.kind in _LEADS for c in made.chunks[:i]):
            made.coord = chunk.low
        elif chunk.kind == "sub" and made.sub is None and _only_leads(made.chunks[:i]):
            made.sub = chunk
        elif chunk.kind == "rel" and made.rel is None:
            before = made.chunks[i - 1] if i else None
            made.rel = chunk
            made.rel_prep = before.prep if before is not None and before.kind == "prep" else ""
        elif chunk.kind not in _LEADS:
            break
    if made.rel is None:
        made.rel = next((c for c in made.chunks[:3] if c.kind == "rel"), None)
    return made
