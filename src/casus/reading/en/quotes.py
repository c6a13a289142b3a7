"""Quotations that run over several sentences: whether a sentence begins inside one, and who speaks at its end."""

from __future__ import annotations

import re

from casus.reading.clauses import Phrase
from casus.reading.en.joining import join
from casus.reading.en.phrases import chunks
from casus.reading.en.preds import takes_tag
from casus.reading.en.tokenizer import tokens

_CLOSE = re.compile(r'["”]')
_END = re.compile(r"[.;!?](?=\s|$)|\n")
_ASKS = frozenset({"ask", "wonder", "demand"})
_CITES = frozenset({"quote", "cite"})
_LONGEST_QUOTE = 1200


def inside_quote(text: str, position: int) -> bool:
    """Does a quotation opened in the same paragraph still run at a position?

    >>> inside_quote('"We left. Nobody fired," he said.', 10)
    True
    """
    line = text.rfind("\n", 0, position) + 1
    before = text[line:position]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def later_speaker(text: str, position: int) -> Phrase | None:
    """Give the speaker named right after the end of the quotation that runs at a position."""
    close = _CLOSE.search(text, position, min(len(text), position + _LONGEST_QUOTE))
    if close is None or "\n" in text[position : close.start()]:
        return None
    end = _END.search(text, close.end())
    span = (close.end(), end.start() if end else len(text))
    if span[1] - span[0] < 4:
        return None
    parts = join(chunks(tokens(text, span), ()))
    for i, chunk in enumerate(parts):
        lemma = chunk.group.head.lemma if chunk.kind == "vg" else ""
        if not (takes_tag(lemma) or lemma in _ASKS):
            continue
        if lemma in _CITES and [c.text for c in parts[i + 2 : i + 3]] == ["as"] and parts[i + 1].kind == "np":
            return parts[i + 1].phrase()
        near = [c for c in (*parts[max(0, i - 2) : i], *parts[i + 1 : i + 2]) if c.kind == "np"]
        return near[0].phrase() if near else None
    return None
