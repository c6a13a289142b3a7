"""Names for people: of parties, places, concepts and hypotheses, in the brief's languages."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from casus.briefing.phrases import joined, same, say
from casus.records import Event, Place, Source, Words
from casus.vocabulary.concepts import concepts
from casus.vocabulary.hypotheses import hypotheses
from casus.vocabulary.organisations import organisations_by_id
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


def party_list(party: str) -> Words:
    """Name all parties of an id: countries and organisations by name, roles as words.

    >>> party_list("AZE MIL")["en"], party_list("RUS, BLR")["ja"]
    ("Azerbaijan's armed forces", 'ロシア、ベラルーシ')
    """
    return joined([party_name(p.strip()) for p in party.split(",") if p.strip()])


def party_name(party: str) -> Words:
    """Name one party."""
    if party == "AUTHOR":
        return say("the_report")
    if party.startswith("IGO "):
        organisation = organisations_by_id().get(" ".join(party.split()[:2]))
        return {lang: organisation.name(lang) for lang in ("en", "ja")} if organisation else same(party[4:])
    first, _, rest = party.partition(" ")
    state = states().by_code(first) if first.isupper() else None
    if state is None:
        return BARE_ROLES.get(party) or same(party)
    role = ROLE_WORDS.get(rest.split()[-1]) if rest else None
    if role is None:
        return {lang: state.name(lang) for lang in ("en", "ja")}
    return {lang: text.format(state=state.name(lang)) for lang, text in role.items()}


def source_name(source: Source | None) -> Words:
    """Name whoever vouches for a statement; with a chain, the speaker and those who pass the words on."""
    if source is None or source.id == "AUTHOR":
        return say("the_report")
    name = party_list(source.id) if codes(source.id) or source.id in BARE_ROLES else same(source.text or source.id)
    return say("speaker", text=same(source.text), who=name) if source.text and codes(source.id) else name


def place_name(place: Place) -> Words:
    """Name a place in the brief's languages."""
    return {lang: place.name(lang) for lang in ("en", "ja")}


def place_words(names: dict[str, Words], event: Event) -> Words:
    """Name an event's place where the names are known, else give its id in words."""
    return names.get(event.place or "") or same((event.place or "").replace("-", " "))


def act_of(concept: str) -> Words:
    """Say what a concept is, from the concept table and its translations."""
    known = concepts().get(concept)
    if known is None:
        return same(concept.replace("_", " ") or "—")
    words = {"en": known.gloss.split(";")[0].strip()}
    if concept in _glosses("ja"):
        words["ja"] = _glosses("ja")[concept]
    return words


@cache
def _glosses(language: str) -> dict[str, str]:
    table = files("casus") / "data" / "languages" / language / "glosses.tsv"
    if not table.is_file():
        return {}
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return {row["concept"]: row["gloss"] for row in rows}


def spelt_out(text: str) -> str:
    """Put the names of states in place of their codes in an English sentence.

    >>> spelt_out("ARM was attacked; AZE not bound")
    'Armenia was attacked; Azerbaijan not bound'
    """
    return re.sub(r"\b[A-Z]{3}\b", lambda m: _state_of(m[0]), text)


def _state_of(code: str) -> str:
    state = states().by_code(code)
    return state.name("en") if state else code


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
