"""Force that the Security Council authorised: assumed where a resolution covers the case, and named in the answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.treaties.attacks import INVASION, STRIKE

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import Case, CasePlace, Finding, Incident, Proof
from casus.territory import open_territory
from casus.treaties import load_law, weigh
from casus.treaties.authorising import UN_AUTHORISED, read_authorisations
from casus.treaties.law_file import LawFile
from casus.treaties.loading import known_state

INCHON = CasePlace(name="Incheon, South Korea", lat=37.46, lon=126.7)
PYONGYANG = CasePlace(name="Pyongyang, North Korea", lat=39.02, lon=125.75)
KUWAIT = CasePlace(name="Kuwait City, Kuwait", lat=29.37, lon=47.98)
BASRA = CasePlace(name="Basra, Iraq", lat=30.5, lon=47.8)
BENGHAZI = CasePlace(name="Benghazi, Libya", lat=32.12, lon=20.07)
BUNIA = CasePlace(name="Bunia, Democratic Republic of the Congo", lat=1.57, lon=30.25)
UNTOLD = {name: truth for name, truth in INVASION.items() if name != UN_AUTHORISED}
RAID = {name: truth for name, truth in STRIKE.items() if name != UN_AUTHORISED}


def weighed(
    on: date, by: str, upon: str, place: CasePlace, facts: dict[str, Truth], *, strict: bool = False
) -> Finding:
    """Weigh one case and give its finding under Article 2(4) of the Charter."""
    one = Case(id="case", on=on, attacker=tuple(by.split()), victim=(upon,), place=place, facts=facts)
    found, problems = weigh(Incident(id="one", cases=(one,)), law=load_law()[0], places=open_territory(), strict=strict)
    assert problems == ()
    return next(f for f in found if (f.treaty, f.provision) == ("un-charter-1945", "art-2-4"))


def leaf(finding: Finding) -> Proof:
    """Give the leaf about the Council's authorisation."""
    return next(n for n in finding.because.leaves() if n.name == UN_AUTHORISED)


@pytest.mark.parametrize(
    ("on", "by", "upon", "place", "source"),
    [
        (date(1991, 1, 17), "USA GBR", "IRQ", KUWAIT, "S/RES/678 (1990)"),
        (date(1991, 2, 24), "USA", "IRQ", BASRA, "S/RES/678 (1990)"),
        (date(2011, 3, 19), "FRA GBR USA", "LBY", BENGHAZI, "S/RES/1973 (2011)"),
    ],
)
def test_a_resolution_that_covers_the_case_is_assumed_and_named(
    on: date, by: str, upon: str, place: CasePlace, source: str
) -> None:
    """Day, actors, opponent and ground fit: YES as a declared assumption with the resolution as its source."""
    found = weighed(on, by, upon, place, UNTOLD)
    told = leaf(found)
    assert (told.kind, told.truth, told.source) == ("declared", YES, source)
    assert found.answer is NO
    assert any(source in words for words in found.assumed)


def test_korea_1950_south_of_the_parallel_and_north_of_it() -> None:
    """Help to the attacked on its ground is covered; whether the march north still was is argued."""
    south = weighed(date(1950, 9, 15), "USA", "PRK", INCHON, UNTOLD)
    assert (leaf(south).truth, leaf(south).source) == (YES, "S/RES/83 (1950)")
    north = weighed(date(1950, 10, 19), "USA", "PRK", PYONGYANG, UNTOLD)
    assert leaf(north).truth is UNKNOWN
    assert "38th parallel" in leaf(north).says
    assert not any("83" in words for words in north.assumed)


@pytest.mark.parametrize(
    ("on", "by", "upon", "place"),
    [
        (date(1990, 8, 2), "IRQ", "KWT", KUWAIT),
        (date(1990, 12, 1), "USA", "IRQ", KUWAIT),
        (date(1986, 4, 15), "USA", "LBY", BENGHAZI),
        (date(2011, 11, 1), "FRA", "LBY", BENGHAZI),
        (date(2003, 6, 15), "RWA", "COD", BUNIA),
    ],
)
def test_what_lies_outside_stays_unknown(on: date, by: str, upon: str, place: CasePlace) -> None:
    """The aggressor, another year, the day after the end, a neighbour's own war: no resolution, and no NO either."""
    told = leaf(weighed(on, by, upon, place, RAID))
    assert (told.kind, told.truth) == ("fact", UNKNOWN)


def test_a_disputed_authorisation_is_open_and_says_why() -> None:
    """Whether that of 1990 revived in 2003 is the very question."""
    told = leaf(weighed(date(2003, 3, 20), "USA GBR", "IRQ", BASRA, UNTOLD))
    assert (told.kind, told.truth) == ("declared", UNKNOWN)
    assert "revival" in told.says


def test_what_the_case_says_goes_before_the_list() -> None:
    """A case that denies it is not overruled by a resolution."""
    told = leaf(weighed(date(2011, 3, 19), "FRA", "LBY", BENGHAZI, {**RAID, UN_AUTHORISED: NO}))
    assert (told.kind, told.truth) == ("fact", NO)


def test_a_strict_answer_assumes_nothing() -> None:
    """With strict, cover by a resolution is for a person to confirm."""
    told = leaf(weighed(date(2011, 3, 19), "FRA", "LBY", BENGHAZI, RAID, strict=True))
    assert (told.kind, told.truth) == ("declared", UNKNOWN)


def test_a_slip_in_the_list_is_refused_with_its_place() -> None:
    """An unknown state, and a mandate that ends before it begins."""
    file = LawFile("authorisations.toml", (Path(__file__).parent / "data" / "bad-authorisations.toml").read_bytes())
    read_authorisations(file, known_state)
    assert [p.line() for p in file.problems] == [
        "authorisations.toml:9:11: unknown state 'LYB'",
        "authorisations.toml:13:9: ends on 2010-10-31, before it begins on 2011-03-17",
    ]
