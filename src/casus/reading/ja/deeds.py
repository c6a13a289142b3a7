"""Deeds that a noun names beside any verb that governs it: XによるYの爆撃に対する…, 3日間の戦闘の末に…."""

from __future__ import annotations

from casus.reading.ja.arguments import Attachment, Frame, Taken
from casus.reading.ja.chunks import Chunk
from casus.reading.ja.forms import Form
from casus.reading.ja.lights import take_modifiers
from casus.reading.ja.particles import mark_of
from casus.reading.ja.preds import Pred, noun_cue
from casus.reading.ja.rows import operator_cue
from casus.reading.ja.words import index

_BY = frozenset({"による", "によった", "によっての"})
_ENDED = frozenset({"末", "すえ", "後", "あと", "のち", "結果", "直後", "最中", "さなか", "果て", "さい", "際", "翌日"})
"""Nouns that say of the deed before them that it went before or went on."""
_DONE = frozenset({"ASSAULT", "COERCE"})


def standing_deeds(attachment: Attachment, nominals: list[Pred]) -> list[Pred]:
    """Give the deeds named by a noun with its doer, or said to go before, that nothing else has taken as an event."""
    title = attachment.headline and not any(c.final for c in attachment.chunks)
    if not title and not any(c.tail in _BY or c.text in _ENDED for c in attachment.chunks):
        return []
    taken = {p.chunk.index for p in [*attachment.preds, *nominals]} | _spoken_for(attachment)
    found: list[Pred] = []
    number = len(attachment.preds) + len(nominals)
    for chunk in attachment.chunks:
        if chunk.index in taken or chunk.date is not None or (chunk.verbal and chunk.tail):
            continue
        if chunk.last.pos not in {"vn", "noun", "suffix"} or not (
            _told(chunk, attachment) or (title and _in_title(chunk, attachment))
        ):
            continue
        event = _event(chunk, number + len(found), attachment)
        if event is not None:
            found.append(event)
    return found


def _spoken_for(attachment: Attachment) -> set[int]:
    found: set[int] = set()
    for pred in attachment.preds:
        found |= pred.used | pred.given
    return found


def _in_title(chunk: Chunk, attachment: Attachment) -> bool:
    """Ask: does a title name a deed by a noun (国境における兵力展開と撤収, 送電線の損傷と政府の対応)?"""
    found = index().nominal(chunk.content)
    if found is None or found[0].concept.type not in _DONE | {"MOBILIZE", "RETREAT"} or noun_cue(chunk) is not None:
        return False
    after = attachment.chunks[chunk.index + 1] if chunk.index + 1 < len(attachment.chunks) else None
    return after is None or noun_cue(after) is None


def _told(chunk: Chunk, attachment: Attachment) -> bool:
    """Ask: does the phrase say who did it (Xによる), or that it went before something else (戦闘の末に)?"""
    before = attachment.modifiers(chunk)
    if any(c.tail in _BY and attachment.is_party(c.text) for c in before[:2]):
        return noun_cue(chunk) is None
    if chunk.tail != "の" or chunk.index + 1 >= len(attachment.chunks):
        return False
    after = attachment.chunks[chunk.index + 1]
    return after.text in _ENDED and after.tail in {"", "に", "には", "で", "として"}


def _event(chunk: Chunk, number: int, attachment: Attachment) -> Pred | None:
    found = index().nominal(chunk.content)
    if found is None or found[0].concept.type is None:
        return None
    row, first = found
    event = Pred(number, chunk, Form([], ""), chunk.text, row=row, nominal=True)
    event.start, event.end = chunk.content[first].start, chunk.span[1]
    event.link, event.parent = "cont", _over(chunk, attachment)
    event.happens = True
    head = attachment.head(chunk)
    if event.parent is not None and head is not chunk and operator_cue(event.parent, mark_of(head)) is not None:
        event.link, event.mark = "object", mark_of(head)  # 第三者による調査の受け入れを提案した
    attachment.frames[number] = Frame()
    take_modifiers(event, chunk, attachment)
    if event.parent is not None:
        frame, over = attachment.frames[number], attachment.frames[event.parent.index]
        frame.taken += [Taken(t.chunk, "で", shared=True) for t in over.taken if t.mark == "で" and not frame.has("で")]
        frame.dates = frame.dates or list(over.dates)
    return event


def _over(chunk: Chunk, attachment: Attachment) -> Pred | None:
    """Give the predicate the phrase of a deed stands under: the one its head belongs to, else the next."""
    holder = attachment.used.get(attachment.head(chunk).index)
    if holder is not None:
        return attachment.preds[holder]
    after = (p for p in attachment.preds if p.chunk.index > chunk.index and p.absorbed is None)
    return next(after, None)
