"""Words set into an English clause that would tear it: a teller between dashes, a quotation after an auxiliary."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from casus.reading.en.names import names_in
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
    for words, step in _BY_WORD:
        if texts & words:
            chunks = step(chunks)
    if texts & _SELVES:
        chunks = [c for i, c in enumerate(chunks) if not (c.text in _SELVES and i and chunks[i - 1].kind == "np")]
    if any(c.kind == "adj" for c in chunks):
        chunks = _countries(chunks)
    if "or" in texts and "so" in texts:
        _leave_out_or_so(chunks)
    marks = [i for i, c in enumerate(chunks) if c.text in _MARKS] if texts & _MARKS else []
    for a, b in pairwise(marks):
        pair = chunks[a].text + chunks[b].text == "()" or {chunks[a].text, chunks[b].text} <= _DASHES
        if pair and 2 < b - a <= _LONGEST and _teller(chunks[a + 1 : b]):
            chunks[a], chunks[b] = Chunk("comma", chunks[a].words), Chunk("comma", chunks[b].words)
    return _claims_told(_quoted_verbs(chunks) if any(c.kind == "quote" for c in chunks) else chunks)


def _countries(chunks: list[Chunk]) -> list[Chunk]:
    """Make ``Danish, Swedish and German ships`` one phrase."""
    for i in range(len(chunks) - 3, -1, -1):
        first, comma, rest = chunks[i : i + 3]
        row = first.kind == "adj" and comma.kind == "comma" and rest.kind == "np" and rest.words[0].tag == "AJ0"
        if row and any(w.tag == "CJC" for w in rest.words) and names_in(first.words[-1].text):
            chunks[i : i + 3] = [Chunk("np", [*first.words, *comma.words, *rest.words])]
    return chunks


def _pointed_out(chunks: list[Chunk]) -> list[Chunk]:
    """Make ``points out`` one verb of saying."""
    for i in range(len(chunks) - 2, -1, -1):
        verb, out = chunks[i], chunks[i + 1]
        if out.text == "out" and verb.kind == "vg" and verb.group.head.lemma == "point":
            chunks[i : i + 2] = [Chunk("vg", [*verb.words, *out.words])]
    return chunks


def _quoted_as_saying(chunks: list[Chunk]) -> list[Chunk]:
    """Make ``was quoted (by the agency) as saying`` one verb of saying."""
    for i in range(len(chunks) - 3, -1, -1):
        verb = chunks[i]
        if verb.kind != "vg" or verb.group.head.lemma not in {"quote", "cite"} or not verb.group.passive:
            continue
        j = i + 3 if chunks[i + 1].text == "by" else i + 1
        if [c.text for c in chunks[j : j + 2]] == ["as", "saying"] and verb.group.form == "finite":
            chunks[i : j + 2] = [Chunk("vg", [*verb.words, *chunks[j].words, *chunks[j + 1].words])]
    return chunks


def _went_on(chunks: list[Chunk]) -> list[Chunk]:
    """Make ``, the statement went on,`` a verb of saying between commas."""
    for i in range(len(chunks) - 2, 1, -1):
        verb = chunks[i]
        if verb.kind != "vg" or chunks[i - 1].kind != "np" or chunks[i - 2].kind not in {"comma", "quote"}:
            continue
        on = verb.group.head.lemma == "go" and chunks[i + 1].text == "on"
        end = i + 2 if on else i + 1
        closed = end < len(chunks) and chunks[end].kind in {"comma", "quote", "mark"}
        if closed and (on or verb.group.head.lemma == "continue"):
            head = verb.group.head
            words = [msgspec.structs.replace(w, lemma="add") if w is head else w for w in verb.words]
            chunks[i:end] = [Chunk("vg", [*words, *(chunks[i + 1].words if on else [])])]
    return chunks


def _those(chunks: list[Chunk]) -> list[Chunk]:
    """Make ``those responsible`` one phrase."""
    for i in range(len(chunks) - 2, -1, -1):
        if chunks[i].text == "those" and chunks[i].kind == "np" and chunks[i + 1].kind == "adj":
            chunks[i : i + 2] = [Chunk("np", [*chunks[i].words, *chunks[i + 1].words])]
    return chunks


def _spoken_to(chunks: list[Chunk]) -> list[Chunk]:
    """Leave out that the author spoke to somebody (a commander I spoke to says his men held)."""
    for i in range(len(chunks) - 3, 0, -1):
        who, verb = chunks[i], chunks[i + 1]
        if who.text not in {"i", "we"} or chunks[i - 1].kind != "np" or verb.kind != "vg":
            continue
        if verb.group.head.lemma in {"speak", "talk", "meet", "interview", "reach", "ask", "contact"}:
            end = i + 3 if chunks[i + 2].text in {"to", "with"} else i + 2
            del chunks[i:end]
    return chunks


def _stands_accused(chunks: list[Chunk]) -> list[Chunk]:
    """Make ``stands accused`` one passive."""
    for i in range(len(chunks) - 2, 0, -1):
        stands, accused = chunks[i], chunks[i + 1]
        if accused.text == "accused" and stands.kind == "vg" and stands.group.head.lemma == "stand":
            made = Chunk("vg", [*stands.words, *accused.words])
            made.group.form = stands.group.form
            chunks[i : i + 2] = [made]
    return chunks


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


_BY_WORD = (
    (frozenset({"out"}), _pointed_out),
    (frozenset({"on", "continued", "continues"}), _went_on),
    (frozenset({"those"}), _those),
    (frozenset({"i", "we"}), _spoken_to),
    (frozenset({"accused"}), _stands_accused),
    (frozenset({"saying"}), _quoted_as_saying),
)
"""What is mended only where one of some words stands."""
