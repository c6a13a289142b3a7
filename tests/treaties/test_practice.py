"""Documented practice: who called on an instrument, and what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.treaties.made import law as own_law

from casus.treaties import load_law, load_practice, precedents_of
from casus.treaties.book import LawBook

CASE = """schema = 1
treaty = "testville-1990"

[[invocation]]
id = "1995-portugal"
kind = "invoked"
on = 1995-05-01
by = ["PRT"]
provisions = ["art-3"]
what = { en = "a raid" }
decided = "measures"
decided_on = 1995-05-09
came = { en = "help was sent" }
source = "gazette"
certainty = "checked"
"""


def told(folder: Path, text: str, name: str = "testville-1990.toml") -> list[str]:
    """Say what is wrong with one file of practice."""
    (folder / name).write_text(text, encoding="utf-8")
    return [p.line() for p in load_practice(own_law(), folder)[1]]


def test_the_packages_practice_has_no_problems() -> None:
    """Every file names a known instrument, its provisions, and parties of the day; every case has its source."""
    found, problems = load_practice(load_law()[0])
    assert [p.line() for p in problems] == []
    assert all(case.source and case.what["ja"] and case.came["ja"] for cases in found.values() for case in cases)
    ids = [f"{t}/{c.id}" for t, cases in found.items() for c in cases]
    assert len(ids) == len(set(ids))


def test_the_best_known_cases_are_on_file_in_order() -> None:
    """Article 4 of the North Atlantic Treaty was called on from 2003 on, Article 5 once."""
    cases = precedents_of("nat-1949")
    assert [c.on for c in cases] == sorted(c.on for c in cases)
    assert [c.id for c in cases if c.kind == "invoked" and "art-5" in c.provisions] == ["2001-united-states"]
    assert [c.by for c in cases if c.on.year == 2025] == [("POL",), ("EST",)]
    assert {c.kind for c in precedents_of("cst-1992")} == {"invoked", "refused"}
    assert precedents_of("seato-1954") == ()


def test_the_book_gives_it_with_the_citations() -> None:
    """A brief looks it up by the instrument's id."""
    (case,) = LawBook(load_law()[0]).practice("anzus-1951")
    assert (case.treaty, case.cites, case.certainty) == ("anzus-1951", ("Article IV",), "checked")
    assert LawBook(own_law()).practice("testville-1990") == ()


def test_a_good_file_is_read(tmp_path: Path) -> None:
    """Its case comes with the instrument and the provision as cited."""
    assert told(tmp_path, CASE) == []
    (case,) = load_practice(own_law(), tmp_path)[0]["testville-1990"]
    assert (case.cites, case.decided, case.kind) == (("Article 3",), "measures", "invoked")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("art-3", "art-33", ":9:16: the instrument has no provision 'art-33'"),
        ('["PRT"]', '["QQQ"]', ":8:8: unknown state 'QQQ'"),
        ('["PRT"]', '["BEL"]', ":8:8: BEL is not a party on 1995-05-01"),
        ("1995-05-09", "1995-04-09", ":12:14: decided on 1995-04-09, before it was asked on 1995-05-01"),
        ('"invoked"', '"invokd"', ":6:8: unknown value 'invokd' (did you mean 'invoked'?)"),
        ('{ en = "a raid" }', '{ ja = "襲撃" }', ":10:8: 'what' and 'came' need English words ('en')"),
        ('"testville-1990"', '"testvile-1990"', ":2:10: no law file has the id 'testvile-1990' (did you mean"),
        ("source =", "sauce =", ":14:9: unknown key 'sauce'"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(old: str, new: str, says: str, tmp_path: Path) -> None:
    """Unknown words, parties that were none, and days that run backwards are named with line and column."""
    assert any(
        line.startswith(f"invocations/testville-1990.toml{says}") for line in told(tmp_path, CASE.replace(old, new))
    )


def test_a_file_is_named_as_its_instrument(tmp_path: Path) -> None:
    """The name of the file is the id."""
    assert told(tmp_path, CASE, "other.toml") == [
        "invocations/other.toml:2:10: the id 'testville-1990' is not the file's name"
    ]
