"""The commands for explanations, precedents, forecasts, balance and attention, as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from tests.hypotheses.matrices import HEUER
from tests.outlook.made import BORDER, LEAVE, forecast, question, resolution
from typer.testing import CliRunner, Result

from casus.cli.app import app
from casus.records import Balance, MatrixSheet, Weighed

REPORT = "examples/sevlake-wire.ja.txt"


def run(*words: str, given: str | bytes | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(words), input=given)


def test_a_matrix_is_laid_out_from_a_report_and_weighed_once_rated(tmp_path: Path) -> None:
    """JSON goes out to be rated; a rated one comes back with its leader, in three forms."""
    laid = run("explain", REPORT, "--published", "2021-05-15", "--rater", "ann", "--format", "json")
    assert laid.exit_code == 0
    assert msgspec.json.decode(laid.stdout.encode(), type=MatrixSheet).raters == ("ann",)
    file = tmp_path / "m.json"
    file.write_bytes(msgspec.json.encode(HEUER))
    weighed = msgspec.json.decode(
        run("explain", "--matrix", str(file), "--format", "json").stdout.encode(), type=Weighed
    )
    assert weighed.leaders == ("minor actions",)
    assert "leads: minor actions" in run("explain", "--matrix", str(file)).stdout
    assert run("explain", "--matrix", str(file), "--format", "svg").stdout.startswith("<svg")


def test_a_matrix_with_an_unknown_rater_is_refused(tmp_path: Path) -> None:
    """With the reason and exit code 4; so is what is no matrix."""
    file = tmp_path / "m.json"
    file.write_bytes(msgspec.json.encode(HEUER).replace(b'"raters":["ann"]', b'"raters":["bob"]'))
    refused = run("explain", "--matrix", str(file))
    assert refused.exit_code == 4
    assert "unknown rater 'ann'" in refused.stderr
    assert run("explain", "--matrix", "-", given="{}").exit_code == 4
    assert run("explain").exit_code == 2


def test_precedents_are_listed_shown_and_compared() -> None:
    """All, one, those nearest to an incident, and the base rates."""
    assert "kuwait-1990" in run("precedents").stdout
    assert "came out:" in run("precedents", "--show", "galwan-2020").stdout
    assert run("precedents", "--show", "nowhere-1990").exit_code == 4
    near = run("precedents", "-", given=msgspec.json.encode(BORDER).decode())
    assert "alike: both sides parties to one defence pact" in near.stdout
    told = run("precedents", "--rates").stdout
    assert "12 of 54, 22.2 %" in told
    assert "17 joined the war (4.7 %)" in told.split("told, not used as numbers:")[1]


def test_precedents_and_balance_take_a_report(tmp_path: Path) -> None:
    """The incident is worked out from it; one without an incident leaves with its own code."""
    near = run("precedents", "examples/border-post.ja.txt", "--published", "2021-05-15", "--most", "1")
    assert near.exit_code == 0
    assert "alike: " in near.stdout
    told = run("balance", REPORT, "--published", "2021-05-15")
    assert "not told here: who would win" in told.stdout
    file = tmp_path / "poem.txt"
    file.write_text("Roses are red.\n", encoding="utf-8")
    assert run("balance", str(file)).exit_code == 3


def test_a_ledger_is_added_to_scored_and_never_rewritten(tmp_path: Path) -> None:
    """Each call adds one line; what is refused adds none; the lines before stay byte for byte."""
    file = tmp_path / "ledger.jsonl"

    def add(verb: str, record: msgspec.Struct) -> Result:
        return run("forecast", verb, str(file), "-", given=msgspec.json.encode(record).decode())

    assert add("ask", question("q")).exit_code == 0
    first = file.read_bytes()
    assert add("give", forecast("q", 0.8)).exit_code == 0
    wrong = add("give", msgspec.structs.replace(forecast("q", 0.8), probabilities=(0.8, 0.8)))
    assert (wrong.exit_code, "sums to 1.6" in wrong.stderr) == (4, True)
    assert add("resolve", resolution("q", "yes")).exit_code == 0
    assert file.read_bytes().startswith(first)
    assert file.read_bytes().count(b"\n") == 3
    assert "Brier 0.0400" in run("forecast", "score", str(file), "--on", "2025-01-01").stdout
    track = json.loads(run("forecast", "score", str(file), "--on", "2025-01-01", "--format", "json").stdout)
    assert track["format"] == "casus.track/1"
    assert "nothing changed" in run("forecast", "check", str(file)).stdout
    assert "unknown forecaster 'bob'" in run("forecast", "score", str(file), "--by", "bob").stderr
    whole = file.read_bytes()
    lines = whole.splitlines(keepends=True)
    for forged in (
        whole.replace(b'"text":"?"', b'"text":"!"'),
        b"".join(lines[1:]),
        lines[0] + lines[2],
        b"".join(lines[:2]),
        whole.replace(b'"branch":"yes"', b'"branch":"no"'),
    ):
        file.write_bytes(forged)
        refused = run("forecast", "check", str(file))
        assert (refused.exit_code, len(refused.stderr.splitlines())) == (4, 1)
        assert add("resolve", resolution("q", "no")).exit_code == 4
        assert file.read_bytes() == forged


def test_a_hash_that_was_kept_is_checked(tmp_path: Path) -> None:
    """One of any earlier line holds; another is refused, in Japanese where that is asked for."""
    file = tmp_path / "ledger.jsonl"
    given = msgspec.json.encode(question("q")).decode()
    kept = run("forecast", "ask", str(file), "-", given=given).stdout.split()[-1]
    assert run("forecast", "check", str(file), "--kept", kept).exit_code == 0
    refused = run("forecast", "check", str(file), "--kept", "entry-0", "--lang", "ja")
    assert refused.exit_code == 4
    assert "控えたハッシュentry-0に至る行がない" in refused.stderr


def test_a_question_without_criteria_is_refused(tmp_path: Path) -> None:
    """With the reason, and no file is made."""
    file = tmp_path / "ledger.jsonl"
    bare = msgspec.json.encode(msgspec.structs.replace(LEAVE, criteria="")).decode()
    refused = run("forecast", "ask", str(file), "-", given=bare)
    assert refused.exit_code == 4
    assert "no criteria" in refused.stderr
    assert not file.exists()


def test_drafts_and_the_check_of_sentences() -> None:
    """A report's conditional gives branches; a mixed sentence is a fault."""
    assert "which comes: complies" in run("forecast", "draft", REPORT, "--published", "2021-05-15").stdout
    mixed = run("forecast", "lint", "-", given="With high confidence, war is unlikely.")
    assert mixed.exit_code == 6
    assert run("forecast", "lint", "-", given="War is unlikely.").exit_code == 0


def test_the_balance_is_told_with_and_without_figures(tmp_path: Path) -> None:
    """Without a file no figures; with one the groups; never who wins."""
    given = msgspec.json.encode(BORDER).decode()
    bare = run("balance", "-", given=given)
    assert "no figures" in bare.stdout
    assert "casus balance - --capabilities NMC.csv" in bare.stderr
    assert "Correlates of War形式" in run("balance", "-", "--lang", "ja", given=given).stderr
    file = tmp_path / "n.csv"
    file.write_text("state,year,personnel\nKGZ,2020,10900\nTJK,2020,9000\n")
    told = run("balance", "-", "--capabilities", str(file), "--format", "json", given=given).stdout
    assert msgspec.json.decode(told.encode(), type=Balance).groups[0].figures[0].total == 9000
    assert "10,900 under arms" in run("balance", "-", "--capabilities", str(file), given=given).stdout
    file.write_text("a,b\n")
    assert run("balance", "-", "--capabilities", str(file), given=given).exit_code == 4


@pytest.mark.parametrize("form", ["text", "json", "svg"])
def test_attention_is_told_from_counts(form: str, tmp_path: Path) -> None:
    """In text, JSON and as a drawing."""
    file = tmp_path / "c.csv"
    file.write_text("day,conflict,count\n2021-05-12,gaza,90\n2021-05-13,karabakh,10\n")
    told = run("attention", "--counts", str(file), "--mark", "2021-05-12", "--format", form)
    assert told.exit_code == 0
    assert "90 %" in told.stdout or '"count":90' in told.stdout


def test_attention_is_told_from_reports() -> None:
    """A report that names both states counts for their conflict."""
    told = run("attention", REPORT, "--published", "2021-05-15", "--conflict", "k=ARM,AZE")
    assert "k 100 % (1 of 1)" in told.stdout
    assert run("attention", REPORT).exit_code == 4


def test_attention_is_told_from_readings(tmp_path: Path) -> None:
    """What casus read wrote counts by its parties."""
    file = tmp_path / "r.json"
    file.write_text(run("read", REPORT, "--published", "2021-05-15").stdout, encoding="utf-8")
    told = run("attention", "--readings", str(file), "--conflict", "k=ARM,AZE", "--mark", "2021-05-12", "--lang", "ja")
    assert "k 100 %（1件中1件）" in told.stdout
    assert run("attention", REPORT, "--readings", str(file)).exit_code == 2


def test_everything_is_printed_in_japanese_where_that_is_asked_for() -> None:
    """Explanations, precedents, rates, drafts."""
    report = (REPORT, "--published", "2021-05-15", "--lang", "ja")
    assert "説明は示されていない" in run("explain", *report).stdout
    assert "立てうる問い" in run("forecast", "draft", *report).stdout
    assert "イラクのクウェート侵攻" in run("precedents", "--lang", "ja").stdout
    assert "件中12件" in run("precedents", "--rates", "--lang", "ja").stdout
    near = run("precedents", "-", "--lang", "ja", given=msgspec.json.encode(BORDER).decode())
    assert "相違：" in near.stdout
    assert run("precedents", "--rates", "--show", "galwan-2020").exit_code == 2
    assert "did you mean kuwait-1990?" in run("precedents", "--show", "kuwait-1991").stderr
