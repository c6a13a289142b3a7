"""Forces beside each other: figures from a user's file, missing ones named, caveats said, never who wins."""

from __future__ import annotations

import pytest
from tests.outlook.made import BORDER

from casus.outlook import balance, read_capabilities
from casus.pipeline import neighbours, tools
from casus.records import Finding, Support
from casus.treaties import weigh

NMC = """stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version
TAJ,702,2015,100000,9,0,0,8000,500,0.0005,2021
TAJ,702,2016,120000,-9,0,0,8100,500,0.0005,2021
KYR,703,2016,110000,11,0,0,6000,500,0.0004,2021
RUS,365,2016,46600000,831,0,0,144000,90000,0.04,2021
RUS,365,1985,1,5000,0,0,277000,1,0.17,2021
"""


def findings() -> tuple[Finding, ...]:
    """Weigh the made incident."""
    use = tools()
    return weigh(BORDER, law=use.law, places=use.territory)[0]


def test_a_file_of_national_capabilities_is_read_in_its_units() -> None:
    """Thousands become single ones, -9 is missing, the Soviet Union has its own code, later years are not taken."""
    table, problems = read_capabilities(NMC.encode(), "nmc.csv")
    assert problems == ()
    assert table is not None
    row = table.latest("TJK", 2021)
    assert row is not None
    assert (row.year, row.personnel, row.population) == (2016, None, 8_100_000)
    assert table.latest("RUS", 1990) is None
    soviet = table.latest("SUN", 1990)
    assert soviet is not None
    assert soviet.personnel == 5_000_000


def test_plain_columns_are_read_too() -> None:
    """With alpha-3 codes and single units."""
    table, _ = read_capabilities(b"state,year,personnel\nKGZ,2020,10900\n", "own.csv")
    assert table is not None
    row = table.latest("KGZ", 2021)
    assert row is not None
    assert row.personnel == 10_900


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a,b\n1,2\n", "no header of national capabilities"),
        (b"\xff\xfe", "not UTF-8"),
        (b"state,year,personnel\nKGZ,2020,many\n", "own.csv:2: not a number"),
        (b"state,year,personnel\nXXX,2020,1\n", "no state is known by 'XXX' in 2020"),
        (b"state,year,personnel\nKGZ,2020,-5\n", "not a number"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, words: str) -> None:
    """With the line where there is one."""
    assert words in read_capabilities(data, "own.csv")[1][0].line()


def test_allies_are_added_and_what_is_missing_is_named() -> None:
    """Russia's duty is open: it stands in the last group only; Tajik personnel is missing."""
    table, _ = read_capabilities(NMC.encode(), "nmc.csv")
    support = (Support(by="RUS", to="KGZ", what={"en": "advisers"}, source="s"),)
    found = balance(BORDER, findings(), table=table, support=support, neighbours=neighbours)
    groups = {g.name: g for g in found.groups}
    assert "RUS" in found.open
    alone, helped = groups["victim"], groups["victim with the bound and those whose duty is open"]
    assert (alone.figures[0].total, helped.figures[0].total) == (11_000, 842_000)
    assert groups["attacker"].figures[0].missing == ("TJK",)
    assert found.support == support
    assert {c.kind for c in found.caveats} >= {"air power", "will", "distance", "border", "nuclear", "year", "missing"}


def test_without_a_file_there_are_no_figures() -> None:
    """Who is bound and the caveats are told all the same."""
    found = balance(BORDER, findings(), table=None)
    assert found.groups == ()
    assert found.open
    assert "year" not in {c.kind for c in found.caveats}


def test_it_never_says_who_wins() -> None:
    """No word of winning in any line of it."""
    table, _ = read_capabilities(NMC.encode(), "nmc.csv")
    found = balance(BORDER, findings(), table=table, neighbours=neighbours)
    said = " ".join(c.says["en"] for c in found.caveats).casefold()
    assert not any(word in said for word in (" win", "victor", "defeat", "stronger", "superior"))
