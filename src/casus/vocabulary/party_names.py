"""What people call a party: a state, an organisation, an unrecognised entity or a group, in each language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from casus.records import Words
from casus.vocabulary.organisations import organisations_by_id
from casus.vocabulary.phrases import joined
from casus.vocabulary.states import states
from casus.vocabulary.tables import read_table

ENTITIES = "vocabulary/entities.tsv"
COLUMNS = ("id", "en", "ja", "source", "certainty")


@cache
def entities() -> dict[str, Words]:
    """Read the names of what is no state of the tables: unrecognised entities, dependent ground, armed groups."""
    return {row["id"]: {"en": row["en"], "ja": row["ja"]} for row in read_table(ENTITIES, COLUMNS)}


@cache
def known_party(party: str) -> Words | None:
    """Name a party by its id; None where no table has it.

    >>> known_party("ARM")
    {'en': 'Armenia', 'ja': 'アルメニア'}
    >>> known_party("IGO CSTO")["en"], known_party("AZE-ARTSAKH")["ja"]
    ('Collective Security Treaty Organization', 'アルツァフ(ナゴルノ・カラバフ)')
    """
    if party in entities():
        return entities()[party]
    if party.startswith("IGO "):
        organisation = organisations_by_id().get(" ".join(party.split()[:2]))
        return {lang: organisation.name(lang) for lang in ("en", "ja")} if organisation else None
    state = states().by_code(party)
    return {lang: state.name(lang) for lang in ("en", "ja")} if state else None


@cache
def coded(party: str) -> Words:
    """Write a party as reasons do: its code in English, its name elsewhere.

    >>> coded("ARM")
    {'en': 'ARM', 'ja': 'アルメニア'}
    """
    known = known_party(party)
    code = party.removeprefix("IGO ")
    return {"en": code, "ja": known["ja"] if known else code}


def coded_list(parties: Iterable[str]) -> Words:
    """Write several parties as reasons do."""
    return joined([coded(p) for p in parties])
