"""A base rate needs its n, period, definition and source; shares among listed precedents are no rates."""

from __future__ import annotations

import json

import pytest

from casus.errors import Problem
from casus.outlook import precedents, rate, read_rates, registered, unregistered, withdrawals
from casus.records import BaseRate, ListedShare

FIELDS: dict[str, object] = {
    "id": "x", "what": {"en": "w"}, "count": 2, "n": 9, "period": "1945–2003", "definition": "d", "source": "s",
    "kind": "triggered", "certainty": "checked",
}  # fmt: skip


@pytest.mark.parametrize("name", ["count", "n", "period", "definition", "source", "kind", "certainty"])
def test_none_of_its_parts_may_be_left_out(name: str) -> None:
    """Neither in code nor in a file."""
    with pytest.raises(TypeError, match=name):
        BaseRate(**{k: v for k, v in FIELDS.items() if k != name})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"n": 0}, "n is 0"),
        ({"count": 10}, "10 of 9"),
        ({"period": " "}, "its period"),
        ({"period": "not told"}, "names no year"),
        ({"source": ""}, "its source"),
    ],
)
def test_empty_parts_are_refused_with_the_reason(change: dict[str, object], words: str) -> None:
    """The reason names the part, also where a file is read."""
    with pytest.raises(ValueError, match=words):
        BaseRate(**(FIELDS | change))  # type: ignore[arg-type]
    found = read_rates(_written(FIELDS | change))
    assert isinstance(found, Problem)
    assert words in found.what


def _written(fields: dict[str, object]) -> bytes:
    """Write one rate as TOML, whose strings and numbers are those of JSON."""
    words = {name: json.dumps(value) for name, value in fields.items() if name != "what"}
    rows = "\n".join(f"{name} = {value}" for name, value in words.items())
    return f'schema = 1\n[[rate]]\nwhat = {{ en = "w" }}\n{rows}\n'.encode()


def test_under_ten_is_said_to_be_few() -> None:
    """Nine cases are few, ten are not."""
    assert BaseRate(**FIELDS).few  # type: ignore[arg-type]
    assert not BaseRate(**(FIELDS | {"n": 10})).few  # type: ignore[arg-type]
    assert ListedShare(what={"en": "w"}, count=1, among=9, precedents=("a",)).few


def test_the_naive_figures_stand_apart_from_the_triggered_rate() -> None:
    """Twelve of 54 is of obligations whose case had come; 4.7 % of all pairs is told, no rate: it has no period."""
    naive, after = rate("sabrosky-1980"), rate("honoured-after-1945")
    assert naive is not None
    assert after is not None
    assert (naive.kind, after.kind, round(after.share, 2)) == ("naive", "triggered", 0.22)
    assert rate("defence-allies-joined") is None
    told = next(u for u in unregistered() if u.id == "defence-allies-joined")
    assert "17 joined the war (4.7 %)" in told.says["en"]
    assert "period" in told.lacks["en"]


def test_parts_of_a_rate_add_up() -> None:
    """Bilateral and multilateral make all after 1945; before and after make all."""
    known = {r.id: (r.count, r.n) for r in registered()}
    two, many = known["honoured-after-1945-bilateral"], known["honoured-after-1945-multilateral"]
    assert known["honoured-after-1945"] == (two[0] + many[0], two[1] + many[1])
    before, after = known["honoured-before-1945"], known["honoured-after-1945"]
    assert known["honoured-all"] == (before[0] + after[0], before[1] + after[1])


def test_published_figures_without_n_are_told_and_not_rates() -> None:
    """Each says what it lacks."""
    assert {u.id for u in unregistered()} >= {"leeds-long-mitchell-2000", "leeds-anac-2005"}
    assert all(u.lacks for u in unregistered())
    assert not {u.id for u in unregistered()} & {r.id for r in registered()}


def test_a_share_of_listed_precedents_names_them() -> None:
    """The count is that of the ids."""
    share = withdrawals(precedents(), {"en": "left"})
    assert share.count == len(share.precedents) <= share.among
