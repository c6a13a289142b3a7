"""Precedents are read by one grammar, refused with the place of what is wrong, and compared feature by feature."""

from __future__ import annotations

import os
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from tests.outlook.made import BORDER

from casus.intake import receive
from casus.logic import NO, YES
from casus.outlook import (
    compare,
    features,
    features_of,
    known_features,
    load_precedents,
    nearest,
    precedents,
    read_precedent,
    words_of,
)
from casus.outlook.features import fact_features
from casus.pipeline import assess, tools
from casus.records import Precedent
from casus.treaties import weigh

FOLDER = files("casus") / "data" / "precedents"
GOOD = (FOLDER / "galwan-2020.toml").read_text("utf-8")


def one(name: str) -> Precedent:
    """Give a precedent of the package."""
    return next(p for p in precedents() if p.id == name)


def test_every_file_fits() -> None:
    """All are read; the three that readers recall are among them."""
    found, problems = load_precedents()
    assert problems == ()
    assert {"kuwait-1990", "kyrgyz-tajik-2021", "galwan-2020"} <= {p.id for p in found}


@pytest.mark.parametrize("each", precedents(), ids=lambda p: p.id)
def test_each_has_a_source_an_outcome_and_pacts_that_are_on_file(each: Precedent) -> None:
    """An instrument named by an id has a law file of that name."""
    laws = {f.name.removesuffix(".toml") for f in (files("casus") / "data" / "treaties").iterdir()}
    pacts = each.alliance
    for name in (*(pacts.victim or ()), *(pacts.attacker or ()), *(pacts.between or ())):
        assert name in laws or " " in name, name
    assert each.source
    assert each.outcome.en
    assert each.outcome.ja


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("schema = 1", "schema = 2"), "Invalid enum value 2"),
        (('id = "galwan-2020"', 'id = "galwan"'), "the id is 'galwan' (name the file galwan.toml)"),
        (("on = 2020-05-05", "on = 1944-05-05"), "before 1945"),
        (("until = 2021-02-20", "until = 2020-02-20"), "is before on"),
        (("act.fire_opened", "act.fire_open"), "unknown fact 'act.fire_open' (did you mean 'act.fire_opened'?)"),
        (('attacker = ["CHN"]', 'attacker = ["CHX"]'), "unknown party 'CHX'"),
        (('ground = "both withdrew"', 'ground = "both left"'), "`$.outcome.ground`"),
        (('told = "disputed"', 'tolds = "disputed"'), "did you mean 'told'?"),
        (("lat = 34.76\n", ""), "one of lat and lon"),
        (('fire_opened = "no"', 'fire_opened = "maybe"'), "$.facts"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(change: tuple[str, str], words: str) -> None:
    """The file is named, what is wrong, and the nearest known word."""
    assert change[0] in GOOD
    found, problems = read_precedent("galwan-2020.toml", GOOD.replace(*change).encode())
    assert found is None
    line = problems[0].line()
    assert line.startswith("precedents/galwan-2020.toml: ")
    assert words in line


def test_features_are_told_as_alike_and_unlike() -> None:
    """Two wars that differ in fire and in pacts: each difference is named in words."""
    near = compare(known_features(one("galwan-2020")), one("kyrgyz-tajik-2021"))
    assert "place.undemarcated" in near.alike
    assert {"act.fire_opened", "tie.between"} <= set(near.unlike)
    assert words_of("act.fire_opened", YES)["en"] == "fire opened"
    assert words_of("tie.between", NO)["ja"]


def test_what_is_not_known_of_both_is_not_compared() -> None:
    """One feature known gives one comparison, and little likeness."""
    near = compare({"act.fire_opened": YES}, one("kuwait-1990"))
    assert (near.alike, near.unlike) == (("act.fire_opened",), ())
    assert 0 < near.likeness < 0.5


def test_a_precedent_is_nearest_to_itself() -> None:
    """With all its features known, and later ones left out where a day is given."""
    kuwait = one("kuwait-1990")
    assert nearest(known_features(kuwait), precedents(), most=1)[0].precedent == "kuwait-1990"
    assert all(n.on < date(1990, 8, 2) for n in nearest(known_features(kuwait), precedents(), before=date(1990, 8, 2)))


def test_an_incident_between_members_is_like_one_between_members() -> None:
    """Pacts are taken from the law, ground from the map; the same clash is nearest."""
    use = tools()
    findings, _ = weigh(BORDER, law=use.law, places=use.territory)
    grounds = [use.territory.stand(c.place, c.on) for c in BORDER.cases]
    known = features_of(BORDER, grounds, findings)
    assert known["tie.between"] is YES
    assert known["sides.attacker_nuclear"] is NO
    assert "kyrgyz-tajik-2021" in {n.precedent for n in nearest(known, precedents(), most=3)}


def test_the_grammar_lists_the_facts_that_are_compared() -> None:
    """Every fact of the table stands in docs/precedents.md."""
    page = Path("docs/precedents.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in fact_features())
    assert all(f.weight > 0 for f in features().values())


def test_the_model_report_recalls_three_precedents_and_raises_stay_or_withdraw() -> None:
    """Kuwait, Kyrgyz–Tajik and India–China by its readers; both base rates; the branches of its conditional."""
    folder = os.environ.get("CASUS_SHARED")
    if not folder:
        pytest.skip("CASUS_SHARED does not name the folder with the model report")
    data = (Path(folder) / "reports" / "sevlake.ja.txt").read_bytes()
    report, _ = receive(data, published=date(2021, 5, 15))
    assert report is not None
    found, _ = assess([report])
    by_readers = {r.precedent for r in found.recalled if r.by_reader}
    assert {"kuwait-1990", "kyrgyz-tajik-2021", "galwan-2020"} <= by_readers
    assert {r.kind for r in found.base_rates} == {"triggered", "naive"}
    branches = [d for d in found.drafts if d.kind == "branches"]
    assert branches[0].concepts == ("stay", "withdraw")
    assert any(d.given == (branches[0].id, "stay") for d in found.drafts)
    assert found.balance is not None
    assert "RUS" in found.balance.open
