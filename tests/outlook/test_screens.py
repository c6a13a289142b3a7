"""What is printed and what is refused stands in English and Japanese, and every pattern of it is used."""

from __future__ import annotations

import re
import string
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from tests.hypotheses.matrices import HEUER
from tests.outlook.made import LEAVE, forecast, ledger, question, resolution

from casus.errors import Problem
from casus.hypotheses import Matrix
from casus.hypotheses.drawing import to_svg
from casus.hypotheses.showing import columns, weighed_text
from casus.outlook import attention, precedents, showing, track
from casus.outlook.attention_showing import attention_svg, attention_text
from casus.outlook.showing import precedent_text, precedents_text, rate_text, track_text
from casus.records import BaseRate
from casus.vocabulary.refusals import Refusal, line_in, refusal

SCREENS = tomllib.loads((files("casus") / "data" / "screens.toml").read_text(encoding="utf-8"))
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.mark.parametrize("key", SCREENS)
def test_both_languages_take_the_same_values(key: str) -> None:
    """A pattern stands in English and Japanese; the Japanese asks for nothing the English does not."""
    names = {lang: {f for _, f, _, _ in string.Formatter().parse(text) if f} for lang, text in SCREENS[key].items()}
    assert set(names) == {"en", "ja"}
    assert names["ja"] == names["en"]


def test_every_pattern_is_used() -> None:
    """No pattern lies about unused."""
    rooms = ("hypotheses", "outlook", "incidents", "cli", "vocabulary")
    sources = "".join(p.read_text(encoding="utf-8") for room in rooms for p in Path("src/casus", room).glob("*.py"))
    whole = set(re.findall(r"""["']([a-z_]+)["']""", sources))
    begun = tuple(set(re.findall(r"""["']([a-z_]+_)\{""", sources)))
    used = {key for key in SCREENS if key in whole or key.startswith(begun)}
    assert sorted(set(SCREENS) - used) == []


def test_a_refusal_is_told_in_either_language() -> None:
    """With what to do about it; a problem without Japanese is told in English."""
    _, problems = ledger(LEAVE).add(forecast("leave", 0.8))
    assert isinstance(problems[0], Refusal)
    assert line_in(problems[0], "en") == problems[0].line()
    assert line_in(problems[0], "ja") == ("ledger：予測の確率が2個で、選択肢は3個（一つずつ：stay, withdraw, partly）")
    assert line_in(Problem(where="a", what="b"), "ja") == "a: b"
    assert line_in(refusal("m", "refused_thin", count="1"), "ja") == "m：仮説が1件"


def test_a_matrix_is_written_in_japanese_with_its_columns_in_line() -> None:
    """Wide characters take two columns; the drawing says the same."""
    matrix, _ = Matrix.of(HEUER)
    assert matrix is not None
    lines = weighed_text(matrix.weigh(), "ja").splitlines()
    rows = [line for line in lines if re.match(r"^ \d\. ", line)]
    assert len({columns(line) for line in [lines[1], *rows]}) == 1
    assert "確率ではない" in lines[0]
    drawn = to_svg(HEUER, matrix.weigh(), "ja")
    assert 'xml:lang="ja"' in drawn
    assert "反証3" in drawn


def test_precedents_rates_and_track_records_are_written_in_japanese() -> None:
    """Each line but ids and sources."""
    listed = precedents()
    kuwait = next(p for p in listed if p.id == "kuwait-1990")
    told = precedent_text(kuwait, "ja")
    assert "条約に基づく援助の要請：あり、クウェート、サウジアラビアによる、arab-jdt-1950に基づく" in told
    assert "土地：排除された" in told
    assert all(JAPANESE.search(line) for line in precedents_text(listed, "ja").splitlines())
    assert "54件中12件、22.2%" in rate_text("ja")
    made = ledger(question("q"), forecast("q", 0.8), resolution("q", "yes"))
    record = track_text(track(made, on=date(2025, 1, 1)), "ja")
    assert "可能性が非常に高い(80%)" in record
    assert "較正には31件が要る" in record
    assert "calibration needs 31" in track_text(track(made, on=date(2025, 1, 1)))


def test_a_rate_of_few_cases_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under ten, in either language."""
    small = BaseRate(
        id="x", what={"en": "w", "ja": "w"}, count=2, n=9, period="1990–2020", definition="d", source="s",
        kind="triggered", certainty="checked",
    )  # fmt: skip
    monkeypatch.setattr(showing, "registered", lambda: (small,))
    assert "2 of 9, 22.2 %; n under 10: says little" in rate_text()
    assert "10件未満のため言えることは少ない" in rate_text("ja")


def test_every_precedent_is_written_in_full_in_both_languages() -> None:
    """Whatever became of the ground, whoever came, whatever was decided."""
    for one in precedents():
        for language in ("en", "ja"):
            assert one.id in precedent_text(one, language)


def test_attention_is_written_and_drawn_in_japanese() -> None:
    """The incident's day is marked in both."""
    told = attention({("gaza", date(2021, 5, 12)): 9, ("k", date(2021, 5, 12)): 1}, marked=date(2021, 5, 12))
    assert "gaza 90 %（10件中9件）, k 10 %（10件中1件）  ← 事案" in attention_text(told, "ja")
    assert "該当なし" in attention_text(told, "ja")
    assert "事案 2021-05-12" in attention_svg(told, "ja")
