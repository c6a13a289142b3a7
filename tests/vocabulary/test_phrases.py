"""Sentence patterns of findings are complete in both languages, and all are used."""

from __future__ import annotations

import re
import string
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from casus.vocabulary.phrases import days_words, in_language, marked, patterns, say

REASONS = tomllib.loads((files("casus") / "data" / "reasons.toml").read_text(encoding="utf-8"))
BRIEFS = tomllib.loads((files("casus") / "data" / "phrases.toml").read_text(encoding="utf-8"))
SCREENS = tomllib.loads((files("casus") / "data" / "screens.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", REASONS)
def test_both_languages_take_the_same_values(key: str) -> None:
    """A pattern stands in English and Japanese; the Japanese asks for nothing the English does not."""
    names = {lang: {f for _, f, _, _ in string.Formatter().parse(text) if f} for lang, text in REASONS[key].items()}
    assert set(names) == {"en", "ja"}
    assert names["ja"] - {"holder"} <= names["en"]


def test_no_key_stands_in_two_files() -> None:
    """Patterns of findings, of briefs and of screens have keys of their own."""
    assert len(patterns()) == len(REASONS) + len(BRIEFS) + len(SCREENS)
    assert set(patterns()) == set(REASONS) | set(BRIEFS) | set(SCREENS)


def test_every_pattern_is_used() -> None:
    """No pattern lies about unused."""
    rooms = ("treaties", "territory", "vocabulary", "briefing")
    sources = "".join(p.read_text(encoding="utf-8") for r in rooms for p in Path("src/casus", r).glob("*.py"))
    stems = {re.sub(r"\{[^}]*\}", "*", m) for m in re.findall(r'f?"([a-z_-]*(?:\{[^}]*\}[a-z_-]*)*)"', sources)}
    shapes = [re.compile(re.escape(s).replace(r"\*", "[a-z_-]+")) for s in stems if s.strip("*")]
    assert [key for key in REASONS if not any(shape.fullmatch(key) for shape in shapes)] == []


def test_what_has_no_japanese_is_marked_english() -> None:
    """English that stands in Japanese for want of a text is marked as English; English itself never is."""
    assert say("from_memory", why={"en": "as told"})["ja"].startswith("［英語:as told］")
    assert marked({"en": "as told"}) == {"en": "as told", "ja": "［英語:as told］"}
    assert in_language({"en": ""}, "ja") == ""


@pytest.mark.parametrize(
    ("last", "ja"),
    [(12, "2021年5月12日"), (14, "2021年5月12日～14日")],
)
def test_days_are_written_as_japanese_does(last: int, ja: str) -> None:
    """A day or some days, the month and year once."""
    assert days_words(date(2021, 5, 12), date(2021, 5, last))["ja"] == ja
    assert days_words(date(2021, 12, 30), date(2022, 1, 2))["ja"] == "2021年12月30日～2022年1月2日"
