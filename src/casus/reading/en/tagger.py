"""HanTa's English model, run word by word with what it says of each word kept: the same tags, many times faster."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import Protocol, cast

_CUTOFF = 5.0
_MOST_STATES = 5
_START = (0, 1)
_END = 2
_UNKNOWN = 3
_NEVER = -1e6
_KEPT_WORDS = 100_000
_Pair = tuple[int, int]
"""The tags of two words running."""


class _Model(Protocol):
    """What is used of HanTa, which has no types of its own."""

    cache: dict[str, list[tuple[int, float]]]
    int2tag: dict[int, str]
    tag2int: dict[str, int]
    LP_trans_word: dict[_Pair, dict[int, float]]
    LP_wtag: dict[int, float]

    def tag_word(self, word: str, cutoff: float, casesensitive: bool) -> list[tuple[str, float]]: ...

    def analyze(self, word: str, pos: str) -> tuple[str, str]: ...

    def normalize(self, w: str) -> str: ...


@cache
def _model() -> _Model:
    from HanTa import HanoverTagger

    return cast("_Model", HanoverTagger.HanoverTagger("morphmodel_en.pgz"))


def tag(words: tuple[str, ...]) -> list[str]:
    """Give each word's tag: the likeliest sequence, by trigrams of tags (Viterbi)."""
    names = _model().int2tag
    return [names[t] for t in _sequence(words)]


def _sequence(words: tuple[str, ...]) -> list[int]:
    follows = _model().LP_trans_word
    row = {_START: 0.0}
    steps: list[dict[_Pair, _Pair]] = []
    cased = False
    for word in words:
        came: dict[_Pair, _Pair] = {}
        row = _step(row if len(row) <= _MOST_STATES else _likely(row), _options(word, cased), follows, came)
        steps.append(came)
        cased = True
    state = max(row, key=lambda s: row[s] + follows[s].get(_END, -math.inf))
    tags: list[int] = []
    for came in reversed(steps):
        tags.append(state[1])
        state = came[state]
    tags.reverse()
    return tags


def _step(
    row: dict[_Pair, float],
    options: tuple[tuple[int, float], ...],
    follows: dict[_Pair, dict[int, float]],
    came: dict[_Pair, _Pair],
) -> dict[_Pair, float]:
    """Go on by one word: the best score of each pair of last tags; ``came`` takes the pair each came from."""
    best: dict[_Pair, float] = {}
    if len(options) == 1:
        ((tag_, fits),) = options
        for state, so_far in row.items():
            score = so_far + follows[state][tag_] + fits
            pair = (state[1], tag_)
            if score > best.get(pair, _NEVER):
                best[pair] = score
                came[pair] = state
        return best
    for state, so_far in row.items():
        next_ = follows[state]
        last = state[1]
        for tag_, fits in options:
            score = so_far + next_[tag_] + fits
            pair = (last, tag_)
            if score > best.get(pair, _NEVER):
                best[pair] = score
                came[pair] = state
    return best


def _likely(row: dict[_Pair, float]) -> dict[_Pair, float]:
    """Drop the states that lag behind the best few, as HanTa does."""
    bound = sorted(row.values(), reverse=True)[_MOST_STATES] - 1
    return {state: score for state, score in row.items() if score >= bound}


@lru_cache(maxsize=_KEPT_WORDS)
def _options(word: str, cased: bool) -> tuple[tuple[int, float], ...]:
    """Give the tags a word may have with log p(word | tag), the likeliest first; all tags for what cannot be read."""
    model = _model()
    known = [(model.tag2int[t], p) for t, p in model.tag_word(word, math.inf, cased)]
    found = sorted(((t, p - model.LP_wtag[t]) for t, p in known if t != _UNKNOWN), key=lambda x: -x[1])
    if not found:
        return tuple((t, 0.0) for t in model.LP_wtag if t > _UNKNOWN)
    if model.normalize(word) not in model.cache:
        found = [(t, p) for t, p in found if p >= found[0][1] - _CUTOFF]
    return tuple(found)


@lru_cache(maxsize=_KEPT_WORDS)
def lemma(word: str, tag_: str) -> str:
    """Give a word's dictionary form under a tag, in lower case."""
    return _model().analyze(word, tag_)[0].lower()
