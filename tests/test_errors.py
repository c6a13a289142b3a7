"""Trouble: what is said, and what a missing import turns into."""

from __future__ import annotations

import pytest

from casus.errors import CasusError, MissingExtraError, NotInstalled, Problem, Refused, needs


def test_a_missing_module_names_its_extra() -> None:
    """The message tells how to install it, and the cause is kept."""
    says = r"^the desk needs an extra: pip install 'casus\[desk\]'$"
    with pytest.raises(MissingExtraError, match=says) as caught, needs("desk", "the desk"):
        raise ModuleNotFoundError("No module named 'django'", name="django")
    assert caught.value.extra == "desk"
    assert isinstance(caught.value, CasusError)
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)


def test_a_missing_part_of_casus_is_no_extra() -> None:
    """A fault of its own is not covered up by advice to install something."""
    with pytest.raises(ModuleNotFoundError), needs("web", "reading web pages"):
        raise ModuleNotFoundError("No module named 'casus.fetch.gone'", name="casus.fetch.gone")


def test_a_missing_extra_is_said_of_one_input() -> None:
    """As a problem it counts as a report that was not read, for want of an extra."""
    problem = MissingExtraError("reading web pages", "web").problem("a.html")
    assert problem.line() == "a.html: reading web pages needs an extra: pip install 'casus[web]'"
    assert isinstance(problem, NotInstalled)
    assert isinstance(problem, Refused)
    assert isinstance(problem, Problem)
