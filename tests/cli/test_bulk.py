"""Many reports at once: nothing lost, nothing doubled, what is bad is named and skipped."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from tests.cli.running import run

from casus.cli.bulk import already
from casus.cli.exits import UNUSABLE
from casus.errors import CasusError

WIRE = Path("examples/sevlake-wire.ja.txt")
RECIPE = "Mix the flour with two eggs and let the dough rest for an hour before you bake it slowly in a warm oven."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two reports, a recipe and something that is no text."""
    inside = tmp_path / "in" / "deeper"
    inside.mkdir(parents=True)
    (inside / "wire.txt").write_bytes(WIRE.read_bytes())
    (tmp_path / "in" / "baku.txt").write_bytes(Path("examples/sevlake-baku.en.txt").read_bytes())
    (tmp_path / "in" / "recipe.txt").write_text(RECIPE)
    (tmp_path / "in" / "bad.bin").write_bytes(bytes(range(256)) * 8)
    return tmp_path / "in"


def lines(out: Path) -> dict[str, dict[str, object]]:
    """Give the lines of a file by their id; each stands once."""
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len({f["id"] for f in found}) == len(found)
    return {f["id"]: f for f in found}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_is_read_whole_and_the_bad_is_named(folder: Path, tmp_path: Path, jobs: str) -> None:
    """One line for each file; what is no text has its trouble in its line and on standard error."""
    out = tmp_path / "out.jsonl"
    run("read", "--jobs", jobs, "--out", str(out), str(folder), code=UNUSABLE)
    found = lines(out)
    assert set(found) == {"deeper/wire.txt", "baku.txt", "recipe.txt", "bad.bin"}
    assert "error" in found["bad.bin"]
    assert found["deeper/wire.txt"]["statements"]


def test_started_again_it_goes_on_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    """A line that was cut off is read again; the others are passed over; the end is the same."""
    out = tmp_path / "out.jsonl"
    run("read", "--jobs", "1", "--out", str(out), str(folder), code=UNUSABLE)
    whole = out.read_text(encoding="utf-8")
    out.write_text(whole[: len(whole) // 2], encoding="utf-8")
    run("read", "--jobs", "1", "--out", str(out), str(folder))
    assert sorted(out.read_text(encoding="utf-8").splitlines()) == sorted(whole.splitlines())


def test_an_archive_and_lines_of_json(folder: Path, tmp_path: Path) -> None:
    """Members go by archive and name, lines by their id or their number; a bad line is skipped."""
    archive, items, out = tmp_path / "a.zip", tmp_path / "b.jsonl", tmp_path / "out.jsonl"
    with zipfile.ZipFile(archive, "w") as made:
        made.write(folder / "baku.txt", "x/baku.txt")
    text = (folder / "baku.txt").read_text(encoding="utf-8")
    items.write_text(json.dumps({"id": 7, "text": text + " ", "published": "2021-05-16"}) + "\nnot json\n")
    run("read", "--jobs", "1", "--out", str(out), str(archive), str(items), code=UNUSABLE)
    assert set(lines(out)) == {"a.zip!x/baku.txt", "7", "b.jsonl:2"}


def test_triage_passes_over_what_tells_of_no_act(folder: Path, tmp_path: Path) -> None:
    """The recipe is passed over, the reports are read."""
    out = tmp_path / "out.jsonl"
    run("read", "--jobs", "1", "--triage", "--out", str(out), str(folder), code=UNUSABLE)
    found = lines(out)
    assert found["recipe.txt"] == {"id": "recipe.txt", "passed_over": True}
    assert "statements" in found["baku.txt"]


def test_a_member_larger_than_allowed_is_not_unpacked(tmp_path: Path) -> None:
    """Whatever an archive says of itself, no more than the limit is unpacked of a member."""
    archive, out = tmp_path / "bomb.zip", tmp_path / "out.jsonl"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("big.txt", "a" * 3_000_000)
    run("read", "--jobs", "1", "--max-bytes", "1000000", "--out", str(out), str(archive), code=UNUSABLE)
    assert "1,000,000 bytes" in str(lines(out)["bomb.zip!big.txt"]["error"])


def test_a_file_of_something_else_is_not_added_to(tmp_path: Path) -> None:
    """What holds no readings is left alone."""
    other = tmp_path / "other.jsonl"
    other.write_text("{}\n")
    with pytest.raises(CasusError, match="something else"):
        already(other)
