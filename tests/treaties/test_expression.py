"""The language of ``when``: how it is read, and how its errors are told."""

from __future__ import annotations

import pytest

from casus.treaties.expression import (
    Conjunction,
    Disjunction,
    Expression,
    ExpressionError,
    Name,
    Negation,
)


def test_not_binds_before_and_and_before_or() -> None:
    """``not a and b or c`` is ``((not a) and b) or c``."""
    root = Expression("not a and b or c").root
    assert root == Disjunction((Conjunction((Negation(Name("a", 4)), Name("b", 10))), Name("c", 15)))


def test_parentheses_change_the_order() -> None:
    """``a and (b or c)`` joins a choice."""
    root = Expression("a and (b or c)").root
    assert isinstance(root, Conjunction)
    assert isinstance(root.parts[1], Disjunction)


def test_names_are_given_left_to_right_with_repeats() -> None:
    """All names are listed, repeated ones too."""
    assert [n.name for n in Expression("b.x and (a or not b.x)").names] == ["b.x", "a", "b.x"]


def test_equal_texts_are_equal_expressions() -> None:
    """Two expressions of one text are equal and print as that text."""
    assert Expression("a and b") == Expression("a and b")
    assert len({Expression("a"), Expression("a"), Expression("b")}) == 2
    assert str(Expression("a or b")) == "a or b"


@pytest.mark.parametrize(
    ("text", "what", "at"),
    [
        ("", "the expression ends where a name or '(' is expected", 0),
        ("a and", "the expression ends where a name or '(' is expected", 5),
        ("a and or b", "'or' stands where a name or '(' is expected", 6),
        ("(a or b", "this '(' is not closed", 0),
        ("a b", "'b' follows where 'and' or 'or' is expected", 2),
        ("a & b", "'&' is not part of the language (and, or, not, parentheses, names)", 2),
        (")", "')' stands where a name or '(' is expected", 0),
        ("not", "the expression ends where a name or '(' is expected", 3),
    ],
)
def test_errors_say_what_and_where(text: str, what: str, at: int) -> None:
    """A broken expression is refused with its trouble and the offset of it."""
    with pytest.raises(ExpressionError) as caught:
        Expression(text)
    assert (caught.value.what, caught.value.at) == (what, at)
