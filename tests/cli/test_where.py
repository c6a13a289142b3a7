"""``casus where``: names, points, positions, years, and what it says to wrong input."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner, Result

from casus.cli.app import app
from casus.cli.exits import UNUSABLE, USAGE


def run(*words: str) -> Result:
    """Run the command in-process."""
    return CliRunner().invoke(app, ["where", *words])


def told(*words: str) -> str:
    """Give what is printed, on one line."""
    result = run(*words)
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def test_a_name_and_a_day() -> None:
    """A name gives recognised and held, each with its reason, views, boundary, certainty and sources."""
    out = told("Stepanakert", "--on", "2010-01-01")
    for part in (
        "Stepanakert on 2010-01-01 ",
        "recognised Azerbaijan: ",
        "held by Artsakh (in Azerbaijan): ",
        "view Azerbaijan: its own",
        " km from the boundary ",
        "on a map good to 5 km",
        "certainty ",
        "source ",
    ):
        assert part in out


@pytest.mark.parametrize("name", ["Shusha", "シュシャ", "Шуша"])
def test_names_in_three_languages(name: str) -> None:
    """The same place is found by its English, Japanese and Russian name."""
    assert "Shusha" in told(name, "--on", "2021-01-01").split("point")[0]


def test_the_answer_in_japanese() -> None:
    """Labels, names, reasons and years are Japanese; the hint about exchanged numbers too."""
    out = told("Stepanakert", "--on", "2021-05-12", "--from", "2019", "--until", "2021", "--lang", "ja")
    for part in (
        "ステパナケルト(「Stepanakert」、2021-05-12時点)",
        "承認 アゼルバイジャン:",
        "支配 アルツァフ",
        "推移 2019-01-01から",
    ):
        assert part in out
    assert "緯度を先に書く。39.6,46.24ならセブ湖から" in told("46.24,39.60", "--lang", "ja")
    page = run("セブ湖", "--lang", "ja", "--on", "2021-05-12", "--format", "html").stdout
    assert '<html lang="ja">' in page
    assert "<dt>立場</dt>" in page


def test_without_a_day_it_is_today_and_says_so() -> None:
    """Today's date is taken and named as such."""
    assert f"on {datetime.now(UTC).date()}, today" in told("Baku")
    assert "today" not in told("Baku", "--on", "2020-01-01").split("point")[0]


def test_after_the_last_check_the_standing_is_carried_by_name() -> None:
    """A day after a file's last check is answered, with that assumption in the reason."""
    assert "carried past the last check of " in told("Stepanakert", "--on", "2090-01-01")


def test_a_point_with_its_numbers_exchanged_gets_a_hint() -> None:
    """The point given is answered and named; that the exchanged one is near a place of conflict is said."""
    out = told("46.24,39.60", "--on", "2021-05-12")
    assert "46.24° N, 39.6° E" in out
    assert "recognised Russia" in out
    assert "39.6,46.24 would be" in out
    assert "Sev Lake" in out
    assert "hint" not in told("39.60,46.24", "--on", "2021-05-12")


@pytest.mark.parametrize("point", ["-51.694,-57.857", "51.694S 57.857W", "-51.694, -57.857"])
def test_southern_and_western_points(point: str) -> None:
    """Signs and letters are understood, a leading minus too."""
    assert "held by Argentina" in told(point, "--on", "1982-05-01")


def test_a_position_is_told_apart() -> None:
    """The view of a party is given by code or by name; one that has none on file is named."""
    for given in ("RUS", "Russia", "ロシア"):
        assert "in the view of Russia it is Russia's" in told("Sevastopol", "--on", "2015-01-01", "--position", given)
    assert "no view of Japan is on file" in told("Sevastopol", "--on", "2015-01-01", "--position", "JPN")


def test_years_give_spans() -> None:
    """Through some years each standing is told once, with its first and last day."""
    out = told("Sevastopol", "--on", "2013-01-01", "--from", "1985", "--until", "2020")
    assert "1985-01-01 to 1991-12-25: recognised Soviet Union, held by Soviet Union" in out
    assert "1991-12-26 to 2014-02-26: recognised Ukraine, held by Ukraine" in out
    assert "held by Russia; Russia: its own" in out


def test_json() -> None:
    """JSON is of the form casus.where/1."""
    result = run("Naha", "--on", "1960-01-01", "--from", "1950", "--until", "1980", "--format", "json")
    data = json.loads(result.stdout)
    assert data["format"] == "casus.where/1"
    assert (data["finding"]["recognised"], data["finding"]["controller"]) == ("JPN", "USA")
    assert data["spans"][-1]["finding"]["controller"] == "JPN"
    assert data["spans"][-1]["last"] == "1980-12-31"
    assert data["day_given"] is True


def test_other_places_of_the_name_are_named() -> None:
    """Where a name is borne by more than one place, the others are listed with their points."""
    assert "also so Tripoli (Lebanon), LBN (" in told("Tripoli", "--on", "2020-01-01")


def test_an_area_says_that_it_is_one() -> None:
    """An answer for a wide area says that its parts may stand differently."""
    assert "an area about" in told("Crimea", "--on", "2020-01-01")


@pytest.mark.parametrize(("name", "near"), [("Stepanakrt", "Stepanakert"), ("Samarkandd", "Samarkand")])
def test_an_unknown_name_gets_the_nearest(name: str, near: str) -> None:
    """A misspelt name, of a place of conflict or of any town, is answered with the nearest."""
    result = run(name)
    assert result.exit_code == UNUSABLE
    assert f"{name}: no place of that name" in result.stderr
    assert near in result.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["139.7,35.6"], "latitude 139.7"),
        (["35.6,239.7"], "longitude 239.7"),
        (["Baku", "--on", "yesterday"], "YYYY-MM-DD"),
        (["Baku", "--from", "2020", "--until", "1990"], "is after"),
        (["Baku", "--from", "1900"], "out of range"),
        (["Baku", "--position", "Atlantis"], "no state or entity"),
        (["--colour"], "no option --colour"),
    ],
)
def test_wrong_use_is_refused_with_a_message(words: list[str], says: str) -> None:
    """What cannot be asked is refused, and the message says why."""
    result = run(*words)
    assert result.exit_code == USAGE
    assert says in " ".join(result.stderr.replace("│", " ").split())


def test_a_name_that_looks_like_nothing_has_no_traceback() -> None:
    """An empty name, signs, or a very long word end in a message."""
    for name in ("", " ", "?", "x" * 500):
        result = run(name)
        assert result.exit_code == UNUSABLE
        assert "Traceback" not in result.output
