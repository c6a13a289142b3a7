"""Hypothetical steps as they are written: ``RUS:helps``, ``RUS:attacks:Azerbaijan``, ``TUR:attacks:Baku``."""

from __future__ import annotations

from casus.errors import Problem
from casus.records import Step
from casus.treaties.law_file import nearest
from casus.vocabulary.states import states

FORM = "STATE:helps[:STATE] or STATE:attacks[:PLACE or STATE]"


def parse_step(words: str) -> Step | Problem:
    """Read one step; what cannot be read is a problem naming what was expected.

    >>> parse_step("Russia:attacks:Azerbaijan").written()
    'RUS:attacks:Azerbaijan'
    >>> parse_step("RUS:hits:AZE").line()
    "step 'RUS:hits:AZE': 'hits' is not helps or attacks (STATE:helps[:STATE] or STATE:attacks[:PLACE or STATE])"
    """
    where = f"step '{words}'"
    by, _, rest = words.partition(":")
    does, _, target = rest.partition(":")
    state = state_code(by)
    if state is None:
        return Problem(where=where, what=f"'{by.strip()}' is not a state", hint=_like(by))
    match does.strip():
        case "helps":
            return Step(by=state, does="helps", target=target.strip() or None)
        case "attacks":
            return Step(by=state, does="attacks", target=target.strip() or None)
    return Problem(where=where, what=f"'{does.strip()}' is not helps or attacks", hint=FORM)


def state_code(words: str) -> str | None:
    """Give the alpha-3 code for a code or an English name; None where it names no state."""
    word = words.strip()
    if states().is_state(word.upper()):
        return word.upper()
    return states().by_name(word, "en")


def _like(words: str) -> str:
    """Suggest a state, else say the form."""
    names = [name for name, _ in states().names("en")]
    return nearest(words.strip(), names) or FORM


def state_name(code: str) -> str:
    """Name a state in English; anything else stays as it is."""
    state = states().by_code(code)
    return state.name("en") if state else code


def some(parties: tuple[str, ...], most: int = 6) -> str:
    """List parties, the first few of many.

    >>> some(("BEL", "CAN", "DEU")), some(("BEL", "CAN", "DEU", "FRA"), 2)
    ('BEL, CAN, DEU', 'BEL, CAN and 2 more')
    """
    rest = len(parties) - most
    return ", ".join(parties) if rest <= 1 else f"{', '.join(parties[:most])} and {rest} more"
