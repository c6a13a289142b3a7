"""Names of places in a text, where the text is no text."""

from __future__ import annotations

from casus.reading.place_names import MOST_WORDS, names_in


def test_a_run_of_capitals_without_end_asks_for_short_names_only() -> None:
    """Words with capitals that never stop are asked for in pieces no longer than a name, however long the run."""
    asked: list[str] = []

    def known(name: str) -> bool:
        asked.append(name)
        return name == "Iceland"

    text = "Threatd Nobody " * 300 + "Iceland"
    names_in(text, "en", [], known)
    assert max(len(name.split()) for name in asked) <= MOST_WORDS
    assert len(asked) <= 601 * MOST_WORDS
