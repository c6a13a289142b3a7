"""Truth keeps what is not known apart from what is not so."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.logic import NO, UNKNOWN, YES, Truth, all_of, any_of, from_bool, negate

ORDER = {NO: 0, UNKNOWN: 1, YES: 2}
truths = st.sampled_from([YES, NO, UNKNOWN])


@pytest.mark.parametrize(("a", "b"), list(itertools.product(Truth, repeat=2)))
def test_and_is_the_least_and_or_the_greatest(a: Truth, b: Truth) -> None:
    """Strong Kleene: with NO < UNKNOWN < YES, AND takes the least and OR the greatest."""
    assert all_of([a, b]) is min((a, b), key=ORDER.__getitem__)
    assert any_of([a, b]) is max((a, b), key=ORDER.__getitem__)


@given(st.lists(truths))
def test_de_morgan(values: list[Truth]) -> None:
    """NOT of an AND is the OR of the NOTs."""
    assert negate(all_of(values)) is any_of([negate(v) for v in values])


@given(st.lists(truths), truths)
def test_learning_never_moves_a_settled_answer(values: list[Truth], learnt: Truth) -> None:
    """Where the answer is settled, putting YES or NO in place of an UNKNOWN leaves it."""
    known = [learnt if v is UNKNOWN else v for v in values]
    for join in (all_of, any_of):
        if join(values) is not UNKNOWN:
            assert join(known) is join(values)


@pytest.mark.parametrize("value", list(Truth))
def test_bool_is_refused(value: Truth) -> None:
    """A Truth has no truth value, so that a gap cannot pass for a NO."""
    with pytest.raises(TypeError, match="not a bool"):
        bool(value)


def test_none_is_unknown() -> None:
    """Of a bool or None, None is UNKNOWN."""
    assert [from_bool(x) for x in (True, False, None)] == [YES, NO, UNKNOWN]
