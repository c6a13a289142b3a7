"""Past forms of what is done to the noun before them: fishermen wounded by a patrol boat, a tanker seized off Oman."""

from __future__ import annotations

from casus.reading.en.names import names_in
from casus.reading.en.participles import FINITE, NOMINAL, finite_before, finite_follows
from casus.reading.tokens import Token

_AGENT = frozenset({"AT0", "DPS", "DT0", "AJ0", "NP0", "NN1", "NN2", "NN0", "PNI"})
_TIMES = frozenset({"day", "night", "dawn", "dusk", "noon", "midnight", "nightfall"})
DONE_TO = frozenset({
    "seized", "detained", "arrested", "downed", "destroyed", "damaged", "killed", "wounded", "injured", "jailed",
    "sentenced", "expelled", "deported", "abducted", "kidnapped", "intercepted", "evacuated", "closed", "shut",
    "blocked", "sealed", "released", "freed", "hijacked", "impounded", "torched", "looted", "razed", "cancelled",
    "suspended", "postponed", "summoned", "grounded", "lifted", "signed", "launched", "reported", "declared",
    "imposed", "ordered", "displaced", "rescued", "captured", "charged", "banned", "foiled", "thwarted", "executed",
    "beheaded", "ambushed", "besieged", "breached", "agreed", "found", "held", "tortured", "disarmed", "reopened",
    "hit", "struck", "shelled", "bombed", "attacked", "targeted", "raided", "rammed", "hurt", "burned", "burnt",
    "beaten", "robbed", "hospitalised", "hospitalized", "rerouted", "cordoned", "stormed", "vandalised", "stoned",
})  # fmt: skip
"""Past forms that without an object tell, in a headline, what was done to their subject."""
_HITS = frozenset({"hit", "struck", "shelled", "bombed", "attacked", "targeted", "raided"})
"""Those that somebody does without an object too, so that only who bears no arms undergoes them (Hospital hit)."""
_THINGS = frozenset({
    "agreed", "signed", "launched", "reported", "declared", "imposed", "ordered", "charged", "found", "held", "lifted",
})  # fmt: skip
"""Those that only an event undergoes (Probe launched)."""
_SITES = frozenset({
    "embassy", "consulate", "mission", "base", "post", "checkpoint", "convoy", "barracks", "headquarters", "station",
    "airbase", "outpost", "compound", "parliament", "column", "position", "positions", "bases", "posts",
})  # fmt: skip
"""Of a state or its army, yet what is hit (Embassy attacked)."""
_ENDS = frozenset({"PRP", "PUN", "CJS", "CJC", "AV0"})


def undergone(words: list[Token], i: int) -> bool:
    """Is a past form what the noun before it undergoes: an agent with ``by`` after it, or no object and no verb?"""
    after = words[i + 1] if i + 1 < len(words) else None
    if not i or words[i].tag not in {"VVD", "VVN"}:
        return False
    if after is not None and after.text.lower() == "by":
        trails = words[i - 1].text == "," and finite_before(words, i - 1)
        return (trails or words[i - 1].tag in NOMINAL) and by_whom(words, i)
    named = words[i - 1].tag in NOMINAL or (words[i - 1].text == "," and words[i].text.lower() not in _THINGS)
    return named and _no_object(words, i) and not _verb_elsewhere(words, i)


def by_whom(words: list[Token], i: int) -> bool:
    """Is it what somebody did (wounded by a patrol boat), not how or by how much (retaliated by closing)?"""
    from casus.reading.en.words import index

    agent = words[i + 2] if i + 2 < len(words) else None
    acts = any(not rest and row.pos == "v" for rest, row in index().verbs.get(words[i].lemma, ()))
    return acts and agent is not None and agent.tag in _AGENT and agent.text.lower() not in _TIMES


def _no_object(words: list[Token], i: int) -> bool:
    low = words[i].text.lower()
    if low in _HITS | _THINGS and (not _befalls(words, i) or any(w.tag in FINITE for w in words[:i] + words[i + 1 :])):
        return False
    j = i + 2 if _with_particle(words, i) else i + 1
    if low not in DONE_TO and not (low == "shot" and j > i + 1):
        return False
    after = words[j] if j < len(words) else None
    return after is None or after.tag in _ENDS or after.text in {".", ",", ";", ":"}


def _with_particle(words: list[Token], i: int) -> bool:
    """Is the word after a verb its particle (shot down; sealed off)?"""
    from casus.reading.en.words import PARTICLES, index

    after = words[i + 1].text.lower() if i + 1 < len(words) else ""
    return after in PARTICLES and any(rest == (after,) for rest, _ in index().verbs.get(words[i].lemma, ()))


def _befalls(words: list[Token], i: int) -> bool:
    """May a form that could be active too tell what befalls the noun before it?"""
    from casus.reading.en.words import index

    if words[i].text.lower() in _THINGS:
        return words[i - 1].lemma in index().nouns
    fights = i + 1 < len(words) and words[i + 1].text.lower() in {"for", "at", "against"}
    return not fights and not _acts(" ".join(w.text for w in words[max(0, i - 2) : i]))


def _acts(noun: str) -> bool:
    """May it be who does it (Rebels attacked), not a thing or those whom it befalls (Hospital hit; medics attacked)?"""
    if noun.lower().split()[-1] in _SITES:
        return False
    names = names_in(noun)
    hull = names[-1:] and names[-1].entry.sort in {"vessel", "aircraft"} and not noun.endswith("s")
    return not hull and any(f.entry.kind != "role" or f.entry.id not in {"MED", "NGO", "BUS"} for f in names)


def _verb_elsewhere(words: list[Token], i: int) -> bool:
    """Has the clause another verb, or an object behind a date (arrested on Friday the editor of a weekly)?"""
    if finite_before(words, i) or finite_follows(words, i):
        return True
    late = next((j for j in range(i + 1, min(i + 4, len(words))) if words[j].text.endswith("day")), None)
    behind = words[late + 1].tag if late is not None and late + 1 < len(words) else ""
    return behind in {"AT0", "CRD", "DPS"} or any(w.tag in FINITE for w in words[max(0, i - 1) : i])
