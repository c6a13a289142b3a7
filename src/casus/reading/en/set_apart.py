"""What is set apart beside an English noun phrase: members and offices between commas, asides between dashes."""

from __future__ import annotations

from casus.reading.en.phrases import Chunk

_MEMBERS = frozenset(
    {"among", "including", "except", "excluding", "not", "rather than", "along with", "like", "unlike"}
)
_LONGEST_ASIDE = 7


def set_apart(chunks: list[Chunk]) -> list[Chunk]:
    """Leave out ``, among them four policemen,`` and ``, not the army,`` after a noun phrase, before a verb."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        opens = chunks[i].kind == "comma" and out and out[-1].kind == "np" and i + 2 < len(chunks)
        if opens and _office_then(chunks[i + 1 : i + 5]):
            i += 4
            continue
        if opens and (chunks[i + 1].text in _MEMBERS or _some_of(chunks[i + 1])):
            near = range(i + 2, min(i + 2 + _LONGEST_ASIDE, len(chunks) - 1))
            end = next((j for j in near if chunks[j].kind in {"comma", "vg", "mark"}), None)
            if end is not None and chunks[end].kind == "comma" and chunks[end + 1].kind in {"vg", "adv", "comp", "wh"}:
                i = end + 1
                continue
        out.append(chunks[i])
        i += 1
    return out


_DASHES = frozenset({"-", "–", "—", "--"})


def _office_then(part: list[Chunk]) -> bool:
    """Is it ``, then president,`` before the verb: what somebody was at the time?"""
    then = [c.kind for c in part] == ["adv", "np", "comma", "vg"]
    return then and part[0].text in {"then", "now", "later", "once", "formerly", "currently"}


def _some_of(chunk: Chunk) -> bool:
    """Is it ``one of them``, ``most of them``: what follows describes some of those before?"""
    if chunk.kind != "np" or len(chunk.words) > 2:
        return False
    shares = bool(chunk.of) and chunk.of[0].text in {"them", "whom"}
    return shares or (len(chunk.words) == 2 and chunk.words[0].text.lower() in {"both", "all"})


def asides(chunks: list[Chunk]) -> list[Chunk]:
    """Hang ``- A, B and C -`` and ``(A)`` on the noun phrase before it; leave other brackets out."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        chunk = chunks[i]
        hangs = bool(out) and out[-1].kind == "np"
        opens = chunk.kind == "mark" and bool(out) and (chunk.text == "(" or (chunk.text in _DASHES and hangs))
        end = next((j for j in range(i + 1, len(chunks)) if chunks[j].kind == "mark"), None) if opens else None
        closes = end is not None and (chunks[end].text in _DASHES if chunk.text != "(" else chunks[end].text == ")")
        if closes and end is not None and not any(c.kind == "vg" for c in chunks[i:end]):
            out[-1].of.extend(c for c in chunks[i + 1 : end] if c.kind == "np" and hangs)
            i = end + 1
            continue
        out.append(chunk)
        i += 1
    return out
