"""Tables of the data folder: rows by column, and the line each stands on."""

from __future__ import annotations

import pytest

from casus.reading import tables


def test_a_row_knows_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remarks and empty lines are no rows but are counted as lines; a cell left out at the end is empty."""
    text = "# remark\nword\trole\n\nshell\tactor \n# another\nraid\n"
    monkeypatch.setattr(tables, "data_text", lambda *_: text)
    assert tables.numbered("any.tsv") == (
        (4, {"word": "shell", "role": "actor"}),
        (6, {"word": "raid", "role": ""}),
    )
