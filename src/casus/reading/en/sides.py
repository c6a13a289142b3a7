"""Whether two English phrases name the same side: the names of states, bodies and persons inside them."""

from __future__ import annotations

from casus.reading.en.datelines import home
from casus.reading.en.names import english_names
from casus.reading.names import Found
from casus.records import Span
from casus.vocabulary.holders import find_holder


def countries(text: str, span: Span) -> frozenset[str]:
    """Give the codes of the states, groups and organisations a stretch of text names."""
    found = english_names().scan(text, *span)
    named = frozenset(_code(f) for f in found if f.entry.kind != "role" or f.entry.country)
    own = home(text) if not named and any(_of_state(f) for f in found) else None
    return frozenset([own]) if own is not None else named


def _of_state(found: Found) -> bool:
    """Is it an office or a body of state, that of the dateline where no state is named with it?"""
    return found.entry.kind == "role" and found.entry.id in {"GOV", "MIL"} and found.entry.sort in {"person", "body"}


def _code(found: Found) -> str:
    if found.entry.kind == "person":
        held = find_holder(found.entry.id, "en")
        return held.party.split()[0] if held is not None else found.entry.id
    return found.entry.country or found.entry.id.removesuffix(" GOV")


def same_side(text: str, a: Span, b: Span) -> bool:
    """Do two phrases share a state, a group or an organisation?"""
    first, second = countries(text, a), countries(text, b)
    return bool(
        {c.split()[0] if not c.startswith(("IGO", "NSA")) else c for c in first}
        & {c.split()[0] if not c.startswith(("IGO", "NSA")) else c for c in second}
    )
