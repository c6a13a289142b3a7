"""Sentence patterns are complete in both languages, and all are used."""

from __future__ import annotations

import re
import string
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from casus.briefing.phrases import say
from casus.errors import CasusError

PATTERNS = tomllib.loads((files("casus") / "data" / "phrases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", PATTERNS)
def test_both_languages_take_the_same_values(key: str) -> None:
    """A pattern stands in English and Japanese; the Japanese asks for nothing the English does not."""
    names = {lang: {f for _, f, _, _ in string.Formatter().parse(text) if f} for lang, text in PATTERNS[key].items()}
    assert set(names) == {"en", "ja"}
    assert names["ja"] <= names["en"]


def test_every_pattern_is_used() -> None:
    """No pattern lies about unused."""
    rooms = ("briefing", "territory", "cli")
    paths = (p for room in rooms for p in sorted(Path("src/casus", room).glob("*.py")))
    sources = "".join(p.read_text(encoding="utf-8") for p in paths)
    stems = {re.sub(r"\{[^}]*\}", "", m) for m in re.findall(r'f?"([a-z_]+(?:\{[^}]*\})?)"', sources)}
    unused = [k for k in PATTERNS if not any(k == s or (s.endswith("_") and k.startswith(s)) for s in stems)]
    assert unused == []


def test_an_unknown_pattern_is_a_broken_installation() -> None:
    """A key that is not in the file is refused."""
    with pytest.raises(CasusError, match="no sentence pattern"):
        say("no_such_pattern")
