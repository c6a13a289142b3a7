"""Receiving bytes."""

from __future__ import annotations

import codecs
import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.intake import receive

TEXT = "政府軍は国境の村を占領した。\r\n住民は避難した。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "shift_jis", "euc_jp", "utf-16", "utf-16-le", "iso2022_jp"])
def test_japanese_encodings_are_told_apart(encoding: str) -> None:
    """The text is the same in every encoding, newlines unchanged, a byte-order mark left out."""
    report, problems = receive(TEXT.encode(encoding))
    assert problems == ()
    assert report is not None
    assert report.text == TEXT
    assert report.language == "ja"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8_r"])
def test_russian_encodings_are_told_apart(encoding: str) -> None:
    """Cyrillic bytes decode to Russian."""
    text = "Войска заняли деревню на границе, сообщило министерство обороны.\n"
    report, _ = receive(text.encode(encoding))
    assert report is not None
    assert (report.text, report.language) == (text, "ru")


def test_hashes_are_of_text_and_of_bytes() -> None:
    """The id is of the text in UTF-8, the other hash of the bytes as they came."""
    data = TEXT.encode("shift_jis")
    report, _ = receive(data, name="a.txt", published=date(2021, 5, 15))
    assert report is not None
    assert report.id == "sha256:" + hashlib.sha256(TEXT.encode()).hexdigest()
    assert report.bytes_sha256 == hashlib.sha256(data).hexdigest()
    assert (report.name, report.published) == ("a.txt", date(2021, 5, 15))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "white space"),
        ("\u3000\n".encode(), "white space"),
        (codecs.BOM_UTF8, "white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "no text"),
        (bytes(range(256)) * 4, "no text"),
        (b"\xff\xfe\xfa" * 50, "no text"),
    ],
)
def test_what_is_no_report_is_a_problem(data: bytes, words: str) -> None:
    """Empty, blank and binary input give no report and one problem with a hint."""
    report, problems = receive(data, name="x")
    assert report is None
    assert len(problems) == 1
    assert words in problems[0].what
    assert problems[0].where == "x"
    assert problems[0].hint


def test_a_huge_file_is_refused_before_it_is_decoded() -> None:
    """Fifty megabytes are over the limit, and the problem says so."""
    report, problems = receive(b"a" * 50_000_000)
    assert report is None
    assert "50 MB" in problems[0].what


def test_a_language_given_is_kept() -> None:
    """What the user says of the language holds."""
    report, _ = receive(b"1999 2000", language="ja")
    assert report is not None
    assert report.language == "ja"


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report_or_a_problem(data: bytes) -> None:
    """Never an exception, never neither, never both."""
    report, problems = receive(data)
    assert (report is None) == bool(problems)
