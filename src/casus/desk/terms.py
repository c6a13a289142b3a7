"""What a text is found by: words in scripts that part them, pairs of characters in those that do not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_RUN = re.compile(r"[぀-ヿ㐀-鿿豈-﫿ー々〆]+|[^\W_]+")
_TOGETHER = re.compile(r"[぀-ヿ㐀-鿿豈-﫿ー々〆]")
STEM = 5
"""Words of alphabets are found by their first letters too, so that endings do not matter: обстрел finds обстреляли."""
BEGINS = "9q"
"""Marks a beginning of a word; of letters and digits, so that every full-text index takes it for a part of the term."""


def terms(text: str) -> Iterator[str]:
    """Give the terms a text is kept under.

    >>> list(terms("領土を占領"))
    ['領土', '土を', 'を占', '占領']
    >>> list(terms("Occupied it"))
    ['occupied', '9qoccup', 'it']
    """
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if not _TOGETHER.match(run):
            yield run
            if len(run) > STEM:
                yield BEGINS + run[:STEM]
        elif len(run) == 1:
            yield run
        else:
            yield from (run[n : n + 2] for n in range(len(run) - 1))


def asked(query: str) -> tuple[str, ...]:
    """Give the terms a question asks for, each once: the beginnings of long words, the pairs of Japanese ones.

    >>> asked("占領 空港"), asked("shelling")
    (('占領', '空港'), ('9qshell',))
    """
    found = []
    for run in _RUN.findall(unicodedata.normalize("NFKC", query).casefold()):
        if _TOGETHER.match(run):
            found += [run[n : n + 2] for n in range(len(run) - 1)] or [run]
        else:
            found.append(BEGINS + run[:STEM] if len(run) > STEM else run)
    return tuple(dict.fromkeys(found))
