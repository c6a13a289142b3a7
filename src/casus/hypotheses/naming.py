"""How this room names whoever speaks: a state by its name, also where its government or army does."""

from __future__ import annotations

from casus.records import Words
from casus.vocabulary.party_names import known_party


def speaker(party: str) -> Words | None:
    """Name a party, or the state or organisation it belongs to; None where neither is known.

    >>> speaker("ARM GOV"), speaker("sha256:6409")
    ({'en': 'Armenia', 'ja': 'アルメニア'}, None)
    """
    return known_party(party) or known_party(party.split(" ", maxsplit=1)[0])
