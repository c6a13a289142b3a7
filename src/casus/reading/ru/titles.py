"""Names after an office that has a genitive of its own (депутат Сабора Миро Буль), whatever they look like."""

from __future__ import annotations

from casus.reading.ru.names import russian_names
from casus.reading.ru.phrases import Chunk

_LIKE_NAMES = frozenset({"np", "verb", "adv", "short", "adj", "adjective", "inf"})
_LONGEST = 4
"""So many words has a name at most."""


def titled(chunks: list[Chunk]) -> list[Chunk]:
    """Join the name to the one it belongs to, where the dictionary takes it for something else (Хайме Вела)."""
    found: list[Chunk] = []
    for chunk in chunks:
        holder = found[-1] if found else None
        if holder is None or not _holds(holder) or not _name(chunk) or _known(chunk):
            found.append(chunk)
            continue
        form = chunk.form if chunk.kind == "np" else None
        name = Chunk("np", chunk.words, chunk.words[-1], form, cases=holder.cases, core=chunk.words[-1].end)
        holder.words = [*holder.words, *chunk.words]
        holder.parts = [*holder.parts, name]
    return found


def _holds(chunk: Chunk) -> bool:
    """Is it somebody of an office, followed by whose office it is?"""
    if chunk.kind != "np" or not chunk.parts or chunk.form is None or chunk.joined:
        return False
    person = chunk.form.animate and chunk.form.known and not chunk.form.kind and chunk.number == "sing"
    return person and chunk.may("nom") and not chunk.prep


def _name(chunk: Chunk) -> bool:
    """Are all its words written as names, and none of them in quotation marks?"""
    plain = not chunk.prep and not chunk.joined and len(chunk.words) <= _LONGEST
    return plain and chunk.kind in _LIKE_NAMES and all(w.capital and not w.mark for w in chunk.words)


def _known(chunk: Chunk) -> bool:
    """Is it a state, a town or a party by name, which acts or suffers itself?"""
    geo = chunk.form is not None and chunk.form.kind == "geo"
    names = russian_names().scan(" ".join(w.text for w in chunk.words))
    return geo or any(f.entry.kind != "person" for f in names)
