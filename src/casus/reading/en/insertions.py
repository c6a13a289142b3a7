"""Words set into an English clause that would tear it: a teller between dashes, a quotation after an auxiliary."""

from __future__ import annotations

from itertools import pairwise

from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import takes_tag
from casus.reading.en.telling_tags import CLAIMS

_DASHES = frozenset({"-", "–", "—", "--"})
_MARKS = _DASHES | {"(", ")"}
_SELVES = frozenset({"itself", "himself", "herself", "themselves"})
"""Words that only stress the noun before them (the army itself)."""
_LONGEST = 5
HANDLES = frozenset({"reject", "deny", "dismiss", "refute", "dispute", "confirm", "probe", "investigate", "rebut"})
"""Verbs of what is done with a claim."""


def mend(chunks: list[Chunk]) -> list[Chunk]:
    """Give the phrases with a teller between dashes put between commas, and auxiliaries put to their quoted verbs."""
    texts = {c.text for c in chunks}
    if texts & _SELVES:
        chunks = [c for i, c in enumerate(chunks) if not (c.text in _SELVES and i and chunks[i - 1].kind == "np")]
    if "or" in texts and "so" in texts:
        _leave_out_or_so(chunks)
    marks = [i for i, c in enumerate(chunks) if c.text in _MARKS] if texts & _MARKS else []
    for a, b in pairwise(marks):
        pair = chunks[a].text + chunks[b].text == "()" or {chunks[a].text, chunks[b].text} <= _DASHES
        if pair and 2 < b - a <= _LONGEST and _teller(chunks[a + 1 : b]):
            chunks[a], chunks[b] = Chunk("comma", chunks[a].words), Chunk("comma", chunks[b].words)
    return _claims_told(_quoted_verbs(chunks) if any(c.kind == "quote" for c in chunks) else chunks)


def _leave_out_or_so(chunks: list[Chunk]) -> None:
    """Leave out ``or so`` before who says so (…, or so residents claim)."""
    for i in range(len(chunks) - 4, -1, -1):
        if [c.text for c in chunks[i : i + 3]] == [",", "or", "so"] and chunks[i + 3].kind == "np":
            del chunks[i + 1 : i + 3]


def _claims_told(chunks: list[Chunk]) -> list[Chunk]:
    """Part a claim from the subject of the clause that tells it (rejects claim | soldiers raped detainees)."""
    for i in range(len(chunks) - 3, 0, -1):
        if chunks[i].kind != "np" or chunks[i - 1].kind != "vg" or chunks[i + 1].kind != "vg":
            continue
        verb, noun, told, after = chunks[i - 1 : i + 3]
        if after.kind != "np" or verb.group.head.lemma not in HANDLES or told.group.form != "finite":
            continue
        claim = next((k for k, w in enumerate(noun.words[:-1]) if w.lemma in CLAIMS and w.pos == "noun"), None)
        if claim is not None:
            chunks[i : i + 1] = [Chunk("np", noun.words[: claim + 1]), Chunk("np", noun.words[claim + 1 :])]
    return chunks


def _teller(inside: list[Chunk]) -> bool:
    """Is it who says so and nothing else (the ministry said; said the mayor; witnesses told Reuters)?"""
    if inside[0].text in {"as", "so"}:
        inside = inside[1:]
    kinds = [c.kind for c in inside]
    if kinds not in (["np", "vg"], ["vg", "np"], ["np", "vg", "np"], ["np", "vg", "date"]):
        return False
    made = inside[kinds.index("vg")].group
    addressed = kinds != ["np", "vg", "np"] or made.head.lemma in {"tell", "inform", "assure", "remind"}
    return addressed and made.form == "finite" and not made.passive and takes_tag(made.head.lemma)


def _quoted_verbs(chunks: list[Chunk]) -> list[Chunk]:
    """Begin a quotation that opens after an auxiliary before it (had "attacked our bases"): the verb is whole."""
    for i in range(len(chunks) - 3, -1, -1):
        aux, mark, verb = chunks[i : i + 3]
        if [aux.kind, mark.kind, verb.kind] != ["vg", "quote", "vg"] or any(w.pos == "verb" for w in aux.words):
            continue
        if aux.group.form == "finite" and verb.group.form in {"finite", "en", "ing", "bare"}:
            chunks[i : i + 3] = [mark, Chunk("vg", [*aux.words, *verb.words])]
    return chunks
