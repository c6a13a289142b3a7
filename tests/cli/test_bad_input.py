"""Bad input gets a clear message and an exit code, never a traceback."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from casus.cli.app import app
from casus.cli.exits import NO_INCIDENT, UNUSABLE, USAGE

RECIPE = """肉じゃがの作り方
じゃがいもと玉ねぎを切り、鍋で炒める。
肉を加え、砂糖と醤油で二十分ほど煮る。
火を止めて味をなじませる。
"""


def run(*words: str, stdin: bytes | str | None = None) -> Result:
    """Run the command line in-process."""
    return CliRunner().invoke(app, list(words), input=stdin)


def refused(result: Result, code: int, *words: str) -> None:
    """Check the exit code, the message, and that no traceback was printed."""
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    for word in words:
        assert word in result.output


@pytest.mark.parametrize("command", ["brief", "read"])
def test_empty(command: str) -> None:
    """Nothing, or nothing but white space, is called empty."""
    refused(run(command, "-", stdin=b""), UNUSABLE, "empty")
    refused(run(command, "-", stdin=b" \n\t\n"), UNUSABLE, "white space")


@pytest.mark.parametrize("command", ["brief", "read"])
def test_binary(command: str, tmp_path: Path) -> None:
    """A picture is not a report."""
    file = tmp_path / "report.txt"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4)
    refused(run(command, str(file)), UNUSABLE, "report.txt", "no text")


def test_fifty_megabytes(tmp_path: Path) -> None:
    """A file of 50 MB is refused without being read to its end."""
    file = tmp_path / "large.txt"
    file.write_bytes("軍が町を占領した。\n".encode() * (50_000_000 // 28))
    refused(run("brief", str(file)), UNUSABLE, "large.txt", "50 MB", "at most 20 MB")


def test_missing_file() -> None:
    """A file that is not there is named."""
    refused(run("brief", "no-such-file.txt"), UNUSABLE, "no-such-file.txt")


@pytest.mark.parametrize("day", ["2021-13-01", "yesterday", "15/05/2021", "2021-02-30"])
def test_wrong_day(day: str) -> None:
    """A day that is none is refused with the form expected."""
    refused(run("brief", "-", "--published", day, stdin="軍が町を占領した。"), USAGE, "YYYY-MM-DD")


def test_a_recipe_is_no_incident() -> None:
    """A recipe gives no incident, with an exit code of its own."""
    refused(run("brief", "-", "--published", "2021-05-15", stdin=RECIPE), NO_INCIDENT, "no armed incident found")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "empty"),
        ("not json", "casus.incident/1"),
        ('{"format":"casus.incident/1","id":"a"}', "cases"),
        ('{"format":"casus.incident/1","id":"a","cases":[],"colour":1}', "colour"),
    ],
)
def test_weigh_says_what_is_wrong_with_an_incident(content: str, says: str, tmp_path: Path) -> None:
    """An incident file that is not of the form is refused with the part that does not fit."""
    file = tmp_path / "incident.json"
    file.write_text(content, encoding="utf-8")
    refused(run("weigh", str(file)), UNUSABLE, "incident.json", says)


def test_an_unknown_instrument_gets_the_nearest() -> None:
    """A misspelt id is answered with ids near it."""
    refused(run("treaties", "show", "cts-1992"), UNUSABLE, "cst-1992")


def test_jsonl_keeps_order_and_ids_and_reports_a_bad_line() -> None:
    """One reading a line, in order, with its id; a bad line is reported in its place and the rest is read."""
    lines = [
        json.dumps({"id": "a", "text": "A国軍が町を占領した。", "published": "2021-05-15"}, ensure_ascii=False),
        "{broken",
        json.dumps({"id": "c", "text": "B国は攻撃を否定した。", "published": None}, ensure_ascii=False),
    ]
    result = run("read", "--jsonl", "-", stdin="\n".join(lines))
    out = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in out] == ["a", None, "c"]
    assert out[0]["format"] == out[2]["format"] == "casus.reading/1"
    assert "error" in out[1]
    assert result.exit_code == UNUSABLE


def test_without_any_day_the_act_is_told_but_not_judged() -> None:
    """An armed act whose day nobody knows is not called nothing: the message says what to give."""
    text = "タジキスタン軍は28日、キルギスの村を迫撃砲で砲撃した。\n"
    refused(run("brief", "-", stdin=text), UNUSABLE, "no day is known", "--published")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
        ("page.html", b"%PDF-1.7\n<a>1</a>", "a PDF document"),
        ("a.docx", b"PK\x03\x04" + bytes(60), "a zip archive, or an Office or EPUB document"),
        ("a.html.gz", gzip.compress(b"<p>Troops crossed.", mtime=0), "a gzip archive"),
        ("bomb.gz", gzip.compress(bytes(50_000_000)), "a gzip archive"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(range(200)), "a JPEG image"),
        ("a.webp", b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a WebP image"),
        ("a.mp4", b"\x00\x00\x00\x20ftypisom", "a film or an image"),
    ],
)
def test_files_that_hold_no_text_are_named(name: str, data: bytes, says: str, tmp_path: Path) -> None:
    """A document, an archive, an image: nothing is unpacked, and the message says what to do."""
    file = tmp_path / name
    file.write_bytes(data)
    result = run("brief", str(file))
    refused(result, UNUSABLE, f"{file}: this is {says}, no text (")


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_two_encodings_in_one_file_are_told(name: str, tmp_path: Path) -> None:
    """The byte is named from which on the file is in another encoding."""
    line = "A国軍は十二日、国境を越えて隣国の領土に入った。"
    file = tmp_path / name
    file.write_bytes(b"<p>" + f"{line}</p>\n<p>".encode() * 5 + f"{line}</p>\n<p>".encode("cp932") * 5)
    refused(run("read", str(file)), UNUSABLE, f"{file}: the ", "mixes encodings: UTF-8, and from byte ")


def test_one_bad_input_costs_nothing_of_the_others(tmp_path: Path) -> None:
    """The good reports are read, the bad ones named, and the exit code says that something is missing."""
    good = tmp_path / "good.txt"
    good.write_text("タジキスタン軍は28日、キルギスの村を迫撃砲で砲撃した。\n", encoding="utf-8")
    words = ("brief", "no-such-file.txt", str(good), str(tmp_path), "--published", "2021-04-29", "--format", "json")
    result = run(*words)
    refused(result, UNUSABLE, "casus: no-such-file.txt: ", f"casus: {tmp_path}: ")
    told = json.loads(result.stdout)["assessment"]
    assert [r["name"] for r in told["reports"]] == [str(good)]
    assert told["incident"]


def test_an_original_that_cannot_be_read_costs_nothing_of_the_brief(tmp_path: Path) -> None:
    """The brief is made without it."""
    good = tmp_path / "good.txt"
    good.write_text("タジキスタン軍は28日、キルギスの村を迫撃砲で砲撃した。\n", encoding="utf-8")
    result = run("brief", str(good), "--published", "2021-04-29", "--original", "none.txt")
    refused(result, UNUSABLE, "none.txt")
    assert "BOUND" in result.stdout


def test_nothing_is_read_past_the_limit(tmp_path: Path) -> None:
    """``--max-bytes`` holds for files, and for standard input, whose size nobody knows."""
    file = tmp_path / "a.txt"
    file.write_text("x" * 2_000_000, encoding="utf-8")
    refused(run("read", str(file), "--max-bytes", "1500000"), UNUSABLE, "has 2 MB; at most 1.5 MB are read")
    refused(run("read", "-", "--max-bytes", "1500000", stdin="x" * 2_000_000), UNUSABLE, "has more; at most 1.5 MB")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """``--keep`` names the folder it could not write to; the reading is printed all the same."""
    file = tmp_path / "a.txt"
    file.write_text("Norland troops crossed the river.", encoding="utf-8")
    result = run("read", str(file), "--keep", str(file / "kept"))
    refused(result, UNUSABLE, f"casus: {file / 'kept'}: ")
    assert json.loads(result.stdout)["format"] == "casus.reading/1"
