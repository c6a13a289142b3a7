"""Decoding pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.errors import Problem
from casus.intake.html_decode import decode_page
from casus.intake.html_labels import codec_of

JA = "軍が川を渡り、対岸の村を占領した。住民は避難している。"
RU = "Войска перешли реку и заняли село на другом берегу."
ZH = "军队进入了河的对岸,并在那里占领了一个村子。这是国家的大事,人们都在说。"
KO = "군대가 강을 건너 마을을 점령했다."
FR = "Les troupes ont traversé la rivière, a déclaré le ministère de la Défense; l’armée n’a pas réagi."


def read(data: bytes, charset: str | None = None) -> tuple[str, str, tuple[Problem, ...]]:
    """Decode what can be decoded."""
    found = decode_page(data, where="a.html", charset=charset)
    assert not isinstance(found, Problem)
    return found


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (JA, "cp932"),
        (JA, "euc_jp"),
        (JA, "iso2022_jp"),
        (RU, "cp1251"),
        (RU, "koi8-r"),
        (ZH, "gb18030"),
        (KO, "cp949"),
        (FR, "cp1252"),
        (JA, "utf-8"),
    ],
)
@pytest.mark.parametrize("told", ["server", "meta", "not"])
def test_an_encoding_is_told_or_found_out(text: str, codec: str, told: str) -> None:
    """The server's word, the page's own, or the letters themselves give the same text."""
    meta = f'<meta charset="{codec}">' if told == "meta" else ""
    page = f"<html><head>{meta}</head><body><p>{text}</p><p>{text}</p></body></html>"
    decoded, used, _ = read(page.encode(codec), codec if told == "server" else None)
    assert decoded == page
    assert used == codec


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_a_mark_or_wide_letters_outrank_what_is_said(codec: str) -> None:
    """A byte-order mark, or the NULs of UTF-16, count for more than a label."""
    page = f"<html><body><p>{JA}</p></body></html>"
    assert read(page.encode(codec), "shift_jis")[0] == page


def test_latin_labels_give_way_to_utf_8() -> None:
    """Servers that call everything ISO 8859-1 are not believed of UTF-8, and it is said."""
    text, used, problems = read(f"<p>{FR}</p>".encode(), "iso-8859-1")
    assert (used, FR in text) == ("utf-8", True)
    assert problems[0].what == "the page says it is iso-8859-1, but it is utf-8 and was read so"


@pytest.mark.parametrize(("first", "second"), [("utf-8", "cp932"), ("cp932", "utf-8"), ("euc_jp", "utf-8")])
def test_mixed_encodings_are_a_problem_that_names_the_place(first: str, second: str) -> None:
    """A page put together from two encodings is never read as either."""
    data = f"<p>{JA}</p>\n".encode(first) * 10 + f"<p>{JA}</p>\n".encode(second) * 10
    found = decode_page(data, where="a.html")
    assert isinstance(found, Problem)
    assert "mixes encodings" in found.what
    offset = int(found.what.split("byte ")[1].split()[0].replace(",", ""))
    with pytest.raises(UnicodeDecodeError):
        data[: offset + 2].decode()
    data[:offset].decode("utf-8")


def test_a_cut_off_last_letter_is_shown_as_broken() -> None:
    """A download that ended inside a letter is read, the letter shown as U+FFFD, and it is said."""
    text, _, (problem,) = read(f"<p>{JA}".encode()[:-1])
    assert text.endswith("\ufffd")
    assert problem.what.startswith("1 place is broken, the first at byte 8")


@pytest.mark.parametrize(
    "label", ["utf-7", "rot13", "hex", "idna", "unicode_escape", "undefined", "nonsense", "", None]
)
def test_no_page_is_decoded_by_a_codec_that_is_no_encoding_of_pages(label: str | None) -> None:
    """Labels that browsers do not know are not known here."""
    assert codec_of(label) is None


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Nothing raises; what is decoded without a note encodes back to the same bytes, but for a mark."""
    for charset in (None, "utf-8", "shift_jis", "utf-16"):
        found = decode_page(data, where="-", charset=charset)
        if not isinstance(found, Problem) and not found[2] and found[1] != "iso2022_jp":
            assert data.endswith(found[0].encode(found[1], "surrogatepass")) or found[1] in {
                "cp932",
                "cp949",
                "gb18030",
            }
