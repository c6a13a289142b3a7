"""Compound particles (によると, に対し, をめぐり) and the slot each particle stands for: ``particles.tsv``."""

from __future__ import annotations

from functools import cache

from casus.reading.ja.chunks import Chunk
from casus.reading.tables import rows
from casus.vocabulary.concepts import Slot

_SLOTS: dict[str, tuple[Slot, ...]] = {
    "が": ("subject",),
    "は": ("subject",),
    "も": ("subject",),
    "を": ("object",),
    "に": ("target", "goal"),
    "へ": ("goal", "target", "object"),
    "に対して": ("target", "object", "goal"),
    "に向けて": ("goal", "target"),
    "と": ("partner",),
    "から": ("origin",),
    "まで": ("goal",),
    "の": ("subject",),
}


@cache
def _used_as(use: str) -> frozenset[str]:
    return frozenset(r["form"] for r in rows("languages", "ja", "particles.tsv") if use in r["use"].split(","))


@cache
def _marks() -> dict[str, str]:
    return {r["form"]: r["mark"] for r in rows("languages", "ja", "particles.tsv") if r["mark"] or not r["use"]}


def adnominal(form: str) -> bool:
    """Ask whether a phrase with this particle describes the noun after it (の, への, による)."""
    return form in _used_as("adnominal")


def merge_compounds(chunks: list[Chunk]) -> list[Chunk]:
    """Join a noun phrase with the verb that only serves as its particle (X に + よると)."""
    merged: list[Chunk] = []
    for chunk in chunks:
        if merged and _is_compound(merged[-1], chunk):
            before = merged[-1]
            before.function += [*chunk.content, *chunk.function]
            before.comma, before.final = chunk.comma, chunk.final
            before.closes = before.closes or chunk.closes
            before.settle()
        else:
            merged.append(chunk)
    for i, chunk in enumerate(merged):
        chunk.index = i
    return merged


def _is_compound(before: Chunk, chunk: Chunk) -> bool:
    if before.verbal or before.comma or before.closes or len(chunk.content) != 1 or before.bracket != chunk.bracket:
        return False
    if before.tail not in {"に", "を", "へ", "と", "から"}:
        return False
    whole = before.tail + chunk.text + chunk.tail
    if (chunk.final or chunk.comma) and adnominal(whole):
        return False  # 協定に反する。 says it; 協定に反する行為 describes with it.
    return whole in _used_as("compound") or whole.rstrip("はも") in _used_as("compound")


def mark_of(chunk: Chunk) -> str:
    """Give the role mark of a noun phrase, variants folded (には is に)."""
    return _marks().get(chunk.tail, chunk.tail)


def fold(mark: str) -> str:
    """Fold the variants of a mark (への, に対し).

    >>> fold("との"), fold("を")
    ('と', 'を')
    """
    return _marks().get(mark, mark)


def slots_of(mark: str) -> tuple[Slot, ...]:
    """Give the slots a mark may fill, likeliest first."""
    return _SLOTS.get(mark, ())
