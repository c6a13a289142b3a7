"""Broken law files, each refused with its exact message (``tests/bad/treaties``: FILE.toml beside FILE.txt)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.treaties.made import DATA

from casus.treaties import load_law

BAD = Path(__file__).parent.parent / "bad" / "treaties"


def folder_with(bad: Path, folder: Path) -> Path:
    """Lay the tests' own facts and terms and one broken file out as a law folder."""
    (folder / "treaties").mkdir()
    for name in ("facts.toml", "terms.toml"):
        shutil.copy(DATA / "law" / name, folder / name)
    shared = bad.stem.startswith("terms-")
    shutil.copy(bad, folder / "terms.toml" if shared else folder / "treaties" / bad.name)
    return folder


@pytest.mark.parametrize("name", sorted(p.stem for p in BAD.glob("*.toml")))
def test_a_broken_file_is_refused_with_its_message(name: str, tmp_path: Path) -> None:
    """The problems are those written beside the file, and the treaty does not come into the law."""
    law, problems = load_law(folder_with(BAD / f"{name}.toml", tmp_path))
    told = "".join(p.line() + "\n" for p in problems)
    assert told == (BAD / f"{name}.txt").read_text(encoding="utf-8")
    assert law.treaties == ()


def test_every_broken_file_has_its_message() -> None:
    """No message stands without its file, no file without its message."""
    assert {p.stem for p in BAD.glob("*.toml")} == {p.stem for p in BAD.glob("*.txt")}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """Without facts and terms a folder is no law, and says which file is missing."""
    law, problems = load_law(tmp_path)
    assert law.treaties == ()
    assert [p.line() for p in problems] == ["facts.toml: the file is not there", "terms.toml: the file is not there"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("unknown-fact", "unknown name 'act.fire_opend' (did you mean 'act.fire_opened'?)"),
        ("misspelt-state", "unknown state 'EPS' (did you mean "),
        ("bound-twice", "becomes bound on 1995-01-01, but is bound already"),
        ("circle", "terms in a circle: "),
        ("exception-without-rule", "an exception to a text that is not there"),
        ("two-settled", "two settled meanings of 'clash' hold on 2003-01-01 and differ"),
    ],
)
def test_the_slips_lawyers_make_are_placed_to_the_column(name: str, says: str) -> None:
    """Misspelt fact, unknown state, overlapping acts, cycle, lost exception, clash: file, line and column."""
    first = (BAD / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0]
    where, _, what = first.partition(": ")
    file, line, column = where.split(":")
    assert file == f"treaties/{name}.toml"
    assert int(line) > 1
    assert int(column) >= 1
    assert says in what
