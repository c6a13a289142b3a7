"""Names for people: of parties, places, concepts and hypotheses, in the brief's languages."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Literal

from casus.briefing.phrases import both, joined, same, say
from casus.records import Event, Finding, Place, PositionAnswer, Source, Words
from casus.vocabulary.concepts import concepts
from casus.vocabulary.hypotheses import hypotheses
from casus.vocabulary.party_names import entities, known_party
from casus.vocabulary.states import states

ROLE_WORDS: dict[str, Words] = {
    "MIL": {"en": "{state}'s armed forces", "ja": "{state}軍"},
    "GOV": {"en": "{state}'s government", "ja": "{state}政府"},
    "COP": {"en": "{state}'s police or border guards", "ja": "{state}警察・国境警備隊"},
    "SPY": {"en": "{state}'s security services", "ja": "{state}の情報・治安機関"},
    "LEG": {"en": "{state}'s parliament", "ja": "{state}議会"},
    "JUD": {"en": "{state}'s courts", "ja": "{state}の司法"},
    "CIV": {"en": "civilians of {state}", "ja": "{state}の市民"},
    "REB": {"en": "armed group in or of {state}", "ja": "{state}の武装勢力"},
    "MED": {"en": "media of {state}", "ja": "{state}のメディア"},
    "BUS": {"en": "company of {state}", "ja": "{state}の企業"},
    "REL": {"en": "clergy of {state}", "ja": "{state}の宗教者"},
    "NGO": {"en": "organisation of {state}", "ja": "{state}の民間団体"},
}
BARE_ROLES: dict[str, Words] = {
    "MIL": {"en": "armed forces", "ja": "軍"}, "GOV": {"en": "the government", "ja": "政府"},
    "REB": {"en": "armed group", "ja": "武装勢力"}, "CIV": {"en": "civilians", "ja": "市民"},
    "COP": {"en": "police", "ja": "警察"}, "MED": {"en": "media", "ja": "報道機関"},
    "DIPLOMATS": {"en": "diplomats", "ja": "外交筋"}, "EXPERTS": {"en": "experts", "ja": "専門家"},
}  # fmt: skip


_CODE = re.compile(r"\b(?:[A-Z]{3}(?:-[A-Z]+)*|NSA [A-Z0-9]+)\b")
"""Codes of parties in an English sentence."""


UNNAMED: dict[str, Words] = {
    "unknown": {"en": "unknown", "ja": "何者か"},
    "unnamed reports": {"en": "unnamed reports", "ja": "出所を示さない報道"},
    "unnamed sources": {"en": "unnamed sources", "ja": "匿名の関係者"},
}


def codes(party: str | None) -> frozenset[str]:
    """Give the countries and organisations in a party id: ``"ARM GOV, IGO CSTO"`` gives ARM and IGO CSTO.

    >>> sorted(codes("ARM GOV, IGO CSTO")), sorted(codes("unnamed reports"))
    (['ARM', 'IGO CSTO'], [])
    """
    found = set()
    for part in (party or "").split(","):
        tokens = part.split()
        if tokens[:1] == ["IGO"] and len(tokens) > 1:
            found.add(" ".join(tokens[:2]))
        elif tokens and states().is_state(tokens[0]):
            found.add(tokens[0])
    return frozenset(found)


@cache
def party_list(party: str) -> Words:
    """Name all parties of an id: countries and organisations by name, roles as words.

    >>> party_list("AZE MIL")["en"], party_list("RUS, BLR")["ja"]
    ("Azerbaijan's armed forces", 'ロシア、ベラルーシ')
    """
    return joined([party_name(p.strip()) for p in party.split(",") if p.strip()])


@cache
def party_name(party: str) -> Words:
    """Name one party.

    >>> party_name("AZE-ARTSAKH")["ja"]
    'アルツァフ(ナゴルノ・カラバフ)'
    """
    if party == "AUTHOR":
        return say("the_report")
    if party in entities() or party.startswith("IGO "):
        return known_party(party) or same(party.removeprefix("IGO "))
    first, _, rest = party.partition(" ")
    state = states().by_code(first) if first.isupper() else None
    if state is None:
        return BARE_ROLES.get(party) or UNNAMED.get(party) or same(party)
    role = ROLE_WORDS.get(rest.split()[-1]) if rest else None
    if role is None:
        return {lang: state.name(lang) for lang in ("en", "ja")}
    return {lang: text.format(state=state.name(lang)) for lang, text in role.items()}


def line_between(sides: str) -> Words:
    """Name the two sides of a boundary: ``ARM–AZE``."""
    named = [party_name(side) for side in sides.split("–")]
    return {"en": "–".join(n["en"] for n in named), "ja": "・".join(n["ja"] for n in named)}


def source_name(source: Source | None) -> Words:
    """Name whoever vouches for a statement; with a chain, the speaker and those who pass the words on."""
    if source is None or source.id == "AUTHOR":
        return say("the_report")
    words = source.text
    if words and not codes(source.id) and source.id not in BARE_ROLES:
        return {"en": words} if words.isascii() else same(words)
    name = party_list(source.id)
    if not words or not codes(source.id):
        return name
    return say("speaker", text={"en": words, "ja": name["ja"] if words.isascii() else words}, who=name)


def place_name(place: Place) -> Words:
    """Name a place in the brief's languages."""
    return {lang: place.name(lang) for lang in ("en", "ja")}


def place_called(name: Words) -> Words:
    """Name a place as a case or finding names it; one that is not told is said to be so."""
    return say("place_not_told") if name["en"] == say("place_not_told")["en"] else name


def place_words(names: dict[str, Words], event: Event) -> Words:
    """Name an event's place where the names are known, else give its id in words."""
    return names.get(event.place or "") or same((event.place or "").replace("-", " "))


def act_of(concept: str, *, form: Literal["headline", "plain", "past"] = "headline") -> Words:
    """Say what a concept is, from the concept table and its translations.

    In Japanese as headlines do, without the する at its end, or as a sentence does, present or past.

    >>> act_of("occupy")["ja"], act_of("stay", form="past")["ja"], act_of("ultimatum")["ja"]
    ('占領', '居座った', '最後通告')
    """
    known = concepts().get(concept)
    if known is None:
        return same(concept.replace("_", " ") or "—")
    row = _glosses().get(concept)
    return both(known.gloss.split(";")[0].strip(), _in_form(row, form) if row else "")


def _in_form(row: dict[str, str], form: str) -> str:
    """Give a gloss in a form."""
    if form == "past":
        return row["past"]
    gloss = row["gloss"]
    return re.sub(r"(?<![とに])を?する$", "", gloss) if form == "headline" else gloss


@cache
def _glosses() -> dict[str, dict[str, str]]:
    """Read the Japanese words for concepts."""
    table = files("casus") / "data" / "languages" / "ja" / "glosses.tsv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return {row["concept"]: row for row in rows}


def told(en: str, ja: str) -> Words:
    """Give a reason of a finding in each language: English with names for codes, Japanese where there is a text."""
    return both(spelt_out(en), ja)


def why_of(reason: Finding | PositionAnswer) -> Words:
    """Give a finding's reason, without the answer that already stands before it."""
    return told(reason.why.removeprefix("open, "), reason.why_ja)


def spelt_out(text: str) -> str:
    """Put the names of states in place of their codes in an English sentence.

    >>> spelt_out("ARM was attacked; AZE not bound")
    'Armenia was attacked; Azerbaijan not bound'
    """
    return _CODE.sub(lambda m: _named(m[0]), text)


def _named(code: str) -> str:
    known = known_party(code)
    return known["en"] if known else code


def hypothesis_label(identifier: str) -> Words:
    """Name a standard hypothesis; an id that is not in the files is given as it is."""
    known = next((h for h in hypotheses() if h.id == identifier), None) if identifier else None
    return known.label if known else same(identifier)


def state_named(text: str, language: str) -> str | None:
    """Give the state whose name stands in some words, the longest name first; None where none does.

    >>> state_named("完全にアルメニア領", "ja")
    'ARM'
    """
    found = [
        (name, code) for name, code in states().names(language) if len(name) > 1 and _stands_in(name, text, language)
    ]
    return max(found, key=lambda pair: len(pair[0]))[1] if found else None


def _stands_in(name: str, text: str, language: str) -> bool:
    if language == "ja":
        return name in text
    return re.search(rf"\b{re.escape(name)}\b", text) is not None
