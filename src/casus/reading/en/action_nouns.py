"""Events named by the noun of a verb with what it is done to: the closure of the embassy, the jailing of a poet."""

from __future__ import annotations

from functools import cache

import msgspec

from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.words import GAP, PARTICLES, index
from casus.reading.lexicon import Predicate

_VERBS = {
    "suspension": "suspend", "closure": "close", "shutdown": "close", "recall": "recall", "withdrawal": "withdraw",
    "imposition": "impose", "expulsion": "expel", "abolition": "abolish", "repeal": "repeal", "removal": "remove",
    "relaxation": "relax", "resumption": "resume", "rejection": "reject", "cancellation": "cancel", "seizure": "seize",
    "restoration": "restore", "dissolution": "dissolve", "dispersal": "disperse", "extension": "extend",
    "provision": "provide", "transfer": "transfer", "dispatch": "dispatch", "despatch": "dispatch", "sale": "sell",
    "delivery": "deliver", "deployment": "deploy", "mobilisation": "mobilise", "mobilization": "mobilise",
    "reduction": "reduce", "cut": "cut", "severance": "sever", "denial": "deny", "refusal": "refuse",
    "prohibition": "prohibit", "dismissal": "dismiss", "appointment": "appoint", "acceptance": "accept",
    "approval": "approve", "adoption": "adopt", "signature": "sign", "conclusion": "conclude", "renewal": "renew",
    "breach": "breach", "abrogation": "abrogate", "termination": "terminate", "revocation": "revoke",
    "confiscation": "confiscate", "eviction": "evict", "exile": "exile", "imprisonment": "imprison",
    "incarceration": "imprison", "internment": "intern", "prosecution": "prosecute", "extradition": "extradite",
    "surrender": "surrender", "return": "return", "freeing": "free", "legalisation": "legalise",
    "legalization": "legalise", "recognition": "recognise", "restriction": "restrict", "interrogation": "interrogate",
    "obstruction": "obstruct", "disruption": "disrupt", "postponement": "postpone", "invitation": "invite",
    "bestowal": "bestow", "award": "award", "disbursement": "disburse", "donation": "donate", "training": "train",
    "reinforcement": "reinforce", "massing": "mass", "destruction": "destroy", "reopening": "reopen",
    "establishment": "establish", "commutation": "commute", "easing": "ease", "reinstatement": "reinstate",
}  # fmt: skip
"""Nouns of an action, by the verb whose phrases they take (the suspension of aid; an embassy closure)."""


_NO_DEEDS = frozenset({
    "hold", "stay", "take", "hit", "cross", "cover", "land", "find", "leave", "open", "begin", "read", "hear", "run",
    "set", "build", "gather", "warn", "lose", "meet", "understand", "stand", "sit", "turn", "fish", "drill", "crash",
})  # fmt: skip
"""Verbs whose gerund is mostly another thing (the opening of the session, the crossing of the river)."""


def verbal_noun(chunk: Chunk) -> tuple[Predicate, int] | None:
    """Find the row of a verb that a noun is the name of: by a phrase with what it is done to, else a gerund's own."""
    head = chunk.head
    if head.pos != "noun":
        return None
    of = chunk.of[0] if chunk.of and chunk.of[0].kind == "np" else None
    before = chunk.words[:-1] if len(chunk.words) > 1 and chunk.words[-2].pos == "noun" else []
    done_to = of.words if of is not None else before
    if not done_to or chunk.words[-1] is not head:
        return None
    first = len(chunk.words) - (1 if of is not None else 2)
    lemma = head.lemma.lower()
    verbs = (_VERBS[lemma],) if lemma in _VERBS else _gerund(head.text.lower()) if of is not None else ()
    what = tuple(w.text.lower() for w in done_to[-3:])
    for verb in verbs:
        row = _row(verb, what, done_to[-1].lemma.lower(), gerund=lemma not in _VERBS)
        if row is not None:
            return row, first
    return None


def _gerund(word: str) -> tuple[str, ...]:
    """Give the verbs a word in -ing may be of (jailing: jail; freezing: freeze)."""
    stem = word.removesuffix("ing")
    if stem == word or len(stem) < 3:
        return ()
    doubled = (stem[:-1],) if stem[-1] == stem[-2] else ()
    return tuple(v for v in (stem, stem + "e", *doubled) if v in index().verbs and v not in _NO_DEEDS)


@cache
def _row(verb: str, what: tuple[str, ...], lemma: str, *, gerund: bool) -> Predicate | None:
    """Give a verb's row by what it is done to, as a noun's: what stands after ``of`` is the object."""
    lone: Predicate | None = None
    for rest, row in index().verbs.get(verb, ()):
        plain = tuple(w for w in rest if w != GAP and w not in PARTICLES)
        if not rest and row.pos != "vi":
            lone = row
        ends = plain[-1:] and plain[-1] in {what[-1], lemma, what[-1] + "s", lemma + "s"}
        if ends and plain[:-1] == what[len(what) - len(plain) : -1] and row.pos == "phrase":
            return _as_noun(row, named=True)
    return _as_noun(lone) if gerund and lone is not None and lone.concept.type is not None else None


def _as_noun(row: Predicate, *, named: bool = False) -> Predicate:
    """Give a row as a noun's; ``named``: is what is done something its words name (a delivery of tanks)?"""
    own = dict(row.roles)
    acts = own.get("subject", next((r for s, r in row.concept.roles if s == "subject"), "none"))
    suffers = own.get("object", next((r for s, r in row.concept.roles if s in {"object", "target"}), "none"))
    suffers = "none" if named and row.concept.type == "AID" else suffers
    kept = tuple((m, r) for m, r in row.roles if m not in {"subject", "object", "of", "by"})
    return msgspec.structs.replace(row, pos="n", roles=(("of", suffers), ("by", acts), *kept))


def is_body(chunk: Chunk) -> bool:
    """Are the last words together somebody's name (the armed forces), no event?"""
    names = names_in(" ".join(w.text for w in chunk.words[-3:]))
    last = names[-1] if names else None
    words = " ".join(w.text for w in chunk.words[-3:])
    return (
        last is not None
        and last.entry.kind == "role"
        and last.span[1] == len(words)
        and " " in words[slice(*last.span)]
    )
