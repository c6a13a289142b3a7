"""A matrix is weighed by what speaks against each hypothesis; blanks, NA, origins and raters each have their rule."""

from __future__ import annotations

from itertools import combinations
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.hypotheses.matrices import HEUER, TOKYO, TOKYO_SCORES, sheet

from casus.hypotheses import Matrix
from casus.records import Evidence, Hypothesis, MatrixSheet, Weighed

RATINGS = st.sampled_from(["CC", "C", "N", "I", "II", "NA", ""])


def weigh(made: MatrixSheet) -> Weighed:
    """Weigh a sheet that has no faults."""
    matrix, problems = Matrix.of(made)
    assert matrix is not None, problems
    return matrix.weigh()


def counts(weighed: Weighed) -> list[float]:
    """Give the counts in the order of the rows."""
    return [h.inconsistency for h in weighed.hypotheses]


def test_heuer_s_matrix_gives_his_numbers() -> None:
    """Three minuses against no retaliation, none against minor actions, two against a major attack."""
    weighed = weigh(HEUER)
    assert counts(weighed) == [3, 0, 2]
    assert weighed.leaders == ("minor actions",)
    telling = {i.item: i.diagnosticity for i in weighed.items}
    assert telling["e1"] == 0
    assert all(telling[f"e{n}"] > 0 for n in range(2, 7))


def test_heuer_s_matrix_ranks_as_the_army_s_circular_reads_it() -> None:
    """Minor actions first, a major attack next, no retaliation last."""
    rows = sorted(weigh(HEUER).hypotheses, key=lambda h: h.rank)
    assert [(h.hypothesis, h.rank) for h in rows] == [("minor actions", 1), ("major attack", 2), ("not retaliate", 3)]


def test_the_primer_s_matrix_on_tokyo_gives_its_scores() -> None:
    """Its scores are ours with a minus, the weighted ones the same with medium weights; what fits all tells nothing."""
    weighed = weigh(TOKYO)
    assert tuple(-n for n in counts(weighed)) == TOKYO_SCORES
    assert tuple(-h.weighted for h in weighed.hypotheses) == TOKYO_SCORES
    assert weighed.leaders == ("kooky cult", "terrorist group")
    assert {i.item: i.diagnosticity for i in weighed.items}["e4"] == 0


@pytest.mark.parametrize(
    ("credibility", "relevance", "factor"),
    [
        ("low", "low", 0.5),
        ("low", "medium", sqrt(0.5)),
        ("low", "high", 1.0),
        ("medium", "medium", 1.0),
        ("medium", "high", sqrt(2.0)),
        ("high", "high", 2.0),
    ],
)
def test_weights_are_those_of_the_published_description(credibility: str, relevance: str, factor: float) -> None:
    """Low 1/√2, medium 1, high √2, multiplied; I one, II two: PARC's technical description, as others cite it."""
    made = sheet({"a": ["I"], "b": ["II"]})
    item = replace(made.items[0], credibility=credibility, relevance=relevance)
    rows = weigh(replace(made, items=(item,))).hypotheses
    assert [h.weighted for h in rows] == [pytest.approx(factor, abs=1e-9), pytest.approx(2 * factor, abs=1e-9)]


def test_very_inconsistent_counts_two_and_consistent_nothing() -> None:
    """Support does not make up for what speaks against."""
    assert counts(weigh(sheet({"a": ["II", "I", "CC"], "b": ["CC", "CC", "I"]}))) == [3, 1]


def test_a_blank_is_not_neutral_and_na_is_left_out() -> None:
    """A blank lowers the coverage, NA does not; a row nobody rated cannot lead."""
    weighed = weigh(sheet({"a": ["I", "", "N"], "b": ["I", "NA", "N"], "c": ["", "", ""]}))
    assert [h.coverage for h in weighed.hypotheses] == [pytest.approx(2 / 3, abs=1e-6), 1.0, 0.0]
    assert weighed.leaders == ("a", "b")
    assert weighed.hypotheses[2].unrated == ("e1", "e2", "e3")


def test_an_origin_counts_once_with_its_strongest_item() -> None:
    """Three retellings of one source weigh as one."""
    rows = {"a": ["I", "II", "I", "C"], "b": ["C", "C", "C", "I"]}
    assert counts(weigh(sheet(rows, origins=["x", "x", "x", "y"]))) == [2, 1]
    assert counts(weigh(sheet(rows))) == [4, 1]


def test_weights_follow_credibility_and_relevance_and_may_lead_elsewhere() -> None:
    """High is √2, low 1/√2, and where the two counts lead to different hypotheses both leaders stand."""
    made = sheet({"a": ["I", "I", "C"], "b": ["C", "C", "I"]})
    high = replace(made.items[2], credibility="high", relevance="high")
    low = [replace(i, credibility="low", relevance="low") for i in made.items[:2]]
    weighed = weigh(replace(made, items=(*low, high)))
    assert [round(h.weighted, 6) for h in weighed.hypotheses] == [1.0, 2.0]
    assert (weighed.leaders, weighed.leaders_weighted) == (("b",), ("a",))
    assert weigh(replace(made, items=(*made.items[:2], replace(high, relevance="medium")))).hypotheses[
        1
    ].weighted == pytest.approx(sqrt(2))


def test_a_linchpin_is_what_the_lead_rests_on() -> None:
    """Without the one item against it the other draws level; the origin is named too."""
    weighed = weigh(sheet({"a": ["C", "I", "C"], "b": ["I", "C", "I"]}))
    assert [i.linchpin for i in weighed.items] == [True, False, True]
    assert weighed.linchpin_origins == ("o1", "o3")
    assert weighed.fewest_removals == ("o1",)


def test_a_lead_that_nothing_takes_away_says_so() -> None:
    """Where no removal lets another draw level there is None."""
    weighed = weigh(sheet({"a": ["C", "C"], "b": ["I", "I"]}))
    assert weighed.fewest_removals == ("o1", "o2")
    assert weigh(sheet({"a": ["I", "C"], "b": ["", ""]})).fewest_removals is None


def test_raters_are_averaged_and_their_disagreement_shown() -> None:
    """A cell two raters differ on is named with who says what."""
    made = sheet({"a": ["II", "C"], "b": ["C", "C"]})
    second = (Evidence(hypothesis="a", item="e1", rater="bob", rating="CC"),)
    weighed = weigh(replace(made, raters=("ann", "bob"), ratings=(*made.ratings, *second)))
    assert counts(weighed) == [1, 0]
    (cell,) = weighed.disagreements
    assert (cell.hypothesis, cell.item, cell.spread) == ("a", "e1", 1.0)
    assert cell.ratings == (("ann", "II"), ("bob", "CC"))


def test_a_later_rating_takes_the_place_and_both_stay() -> None:
    """Ratings are added: the sheet keeps what was said before."""
    matrix, _ = Matrix.of(HEUER)
    assert matrix is not None
    again, problems = matrix.rated(Evidence(hypothesis="minor actions", item="e1", rater="ann", rating="II"))
    assert again is not None
    assert problems == ()
    assert counts(again.weigh()) == [3, 2, 2]
    assert again.sheet.ratings[: len(HEUER.ratings)] == HEUER.ratings


@pytest.mark.parametrize(
    ("rating", "words"),
    [
        (Evidence(hypothesis="minor actions", item="e1", rater="anne"), "unknown rater 'anne' (did you mean 'ann'?)"),
        (Evidence(hypothesis="no", item="e1", rater="ann"), "unknown hypothesis 'no'"),
        (Evidence(hypothesis="minor actions", item="e9", rater="ann"), "unknown item 'e9'"),
    ],
)
def test_a_rating_of_what_the_sheet_lacks_is_refused(rating: Evidence, words: str) -> None:
    """The reason names it."""
    matrix, problems = Matrix.of(replace(HEUER, ratings=(*HEUER.ratings, rating)))
    assert matrix is None
    assert words in problems[0].line()


def test_a_hypothesis_must_say_what_would_refute_it() -> None:
    """One that nothing could refute is refused, and so is one alone."""
    bare = Hypothesis(id="x", label={"en": "x"}, refuted_by={})
    lines = [p.what for p in Matrix.of(replace(HEUER, hypotheses=(bare,), ratings=()))[1]]
    assert "1 hypotheses" in lines
    assert "'x' does not say what would refute it" in lines


@given(st.lists(st.lists(RATINGS, min_size=4, max_size=4), min_size=2, max_size=4), st.permutations("xxyz"))
def test_the_fewest_removals_are_as_few_as_trying_all_finds(rows: list[list[str]], origins: list[str]) -> None:
    """Against every set of origins, and leave-one-out against taking the item out."""
    made = sheet({f"h{n}": row for n, row in enumerate(rows)}, origins=origins)
    weighed = weigh(made)
    assert all(0 <= i.diagnosticity <= 1 for i in weighed.items)
    if len(weighed.leaders) != 1:
        return
    rated = {h.hypothesis for h in weighed.hypotheses if h.coverage > 0}
    names = sorted(set(origins))
    sizes = [
        n for n in range(1, 4) for gone in combinations(names, n) if _leaders(made, set(gone), rated) != weighed.leaders
    ]
    found = weighed.fewest_removals
    assert (len(found) if found is not None else None) == (min(sizes) if sizes else None)
    for item in weighed.items:
        blanked = tuple(r for r in made.ratings if r.item != item.item)
        assert item.linchpin == (_level(weigh(replace(made, ratings=blanked)), rated) != weighed.leaders)


def _leaders(made: MatrixSheet, gone: set[str], rated: set[str]) -> tuple[str, ...]:
    kept = {i.id for i in made.items if i.origin not in gone}
    return _level(weigh(replace(made, ratings=tuple(r for r in made.ratings if r.item in kept))), rated)


def _level(weighed: Weighed, rated: set[str]) -> tuple[str, ...]:
    rows = [h for h in weighed.hypotheses if h.hypothesis in rated]
    least = min(h.inconsistency for h in rows)
    return tuple(h.hypothesis for h in rows if h.inconsistency <= least + 1e-9)
