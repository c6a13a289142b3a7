"""Sentence patterns as the sections of a brief use them; the patterns stand in ``data/phrases.toml``."""

from __future__ import annotations

from casus.vocabulary.phrases import (
    LANGUAGES,
    MARKED,
    both,
    day_words,
    days_words,
    in_language,
    joined,
    marked,
    same,
    say,
)

__all__ = ["LANGUAGES", "MARKED", "both", "day_words", "days_words", "in_language", "joined", "marked", "same", "say"]
