"""Joining English noun phrases: ``of`` phrases, lists, appositions and asides between dashes."""

from __future__ import annotations

from casus.reading.en.insertions import mend
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.set_apart import asides, set_apart
from casus.reading.en.split_verbs import whole
from casus.reading.en.words import governor, index, listed

_CLAUSE_OPENERS = {"comp", "wh", "mark", "quote"}


def join(chunks: list[Chunk]) -> list[Chunk]:
    """Give the phrases with the noun phrases that belong together made one, renumbered."""
    joined = mend(whole(_seats(_of(_partitives(_connectors(chunks))))))
    joined = asides(set_apart(joined))
    joined = _origins(_appositions(joined))
    joined = _lists(joined)
    for n, chunk in enumerate(joined):
        chunk.index = n
    return joined


_AS = frozenset({("as", "long", "as"), ("so", "long", "as"), ("as", "soon", "as")})
_GIVEN = frozenset({"provided", "providing", "assuming", "supposing"})


def _connectors(chunks: list[Chunk]) -> list[Chunk]:
    """Make ``as long as``, ``as soon as`` and ``provided that`` one conjunction."""
    given = [i for i in range(len(chunks) - 1) if chunks[i + 1].kind == "comp" and chunks[i].text in _GIVEN]
    for i in reversed(given):
        if i == 0 or chunks[i - 1].kind in {"comma", "cc", "adv"}:
            chunks[i : i + 2] = [Chunk("sub", chunks[i].words)]
    found = [i for i in range(len(chunks) - 2) if chunks[i + 1].text in {"long", "soon"}]
    for i in reversed(found):
        if tuple(c.text for c in chunks[i : i + 3]) in _AS:
            chunks[i : i + 3] = [Chunk("sub", [w for c in chunks[i : i + 3] for w in c.words])]
    return chunks


_SHARES = frozenset({"some", "many", "most", "all", "none", "both", "half", "several", "few", "each"})


def _partitives(chunks: list[Chunk]) -> list[Chunk]:
    """Make ``, two of which`` one relative pronoun (jets, two of which were lost, bombed the town)."""
    for i in range(len(chunks) - 4, -1, -1):
        share = chunks[i + 1] if chunks[i].kind == "comma" and chunks[i + 3].kind == "wh" else None
        if share is None or chunks[i + 2].text != "of" or chunks[i + 3].text not in {"which", "whom"}:
            continue
        if share.head.tag == "CRD" or share.text in _SHARES:
            chunks[i + 1 : i + 4] = [chunks[i + 3]]
    return chunks


def _of(chunks: list[Chunk]) -> list[Chunk]:
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        chunk = chunks[i]
        last = out[-1] if out else None
        joins = (
            chunk.kind == "prep"
            and chunk.text == "of"
            and last is not None
            and last.kind == "np"
            and i + 1 < len(chunks)
            and chunks[i + 1].kind in {"np", "date"}
            and not _verb_takes_of(out)
        )
        if joins and last is not None:
            last.of.append(chunks[i + 1])
            i += 2
            continue
        out.append(chunk)
        i += 1
    return out


def _seats(chunks: list[Chunk]) -> list[Chunk]:
    """Hang ``in CAPITAL`` on the body or office before it (the interior ministry in Doha)."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        if out and i + 1 < len(chunks) and _speaks_for(out[-1], chunks[i], chunks[i + 1]):
            out[-1].of.append(chunks[i + 1])
            i += 2
            continue
        if (
            out
            and i + 1 < len(chunks)
            and chunks[i].text == "from"
            and chunks[i + 1].kind == "np"
            and out[-1].kind == "np"
            and out[-1].head.lemma in _ACCOUNTS
        ):
            out[-1].of.append(chunks[i + 1])
            i += 2
            continue
        if (
            out
            and i + 1 < len(chunks)
            and chunks[i].text == "in"
            and chunks[i].kind == "prep"
            and _seat(out[-1], chunks[i + 1])
        ):
            out[-1].of.append(chunks[i + 1])
            i += 2
            continue
        out.append(chunks[i])
        i += 1
    return out


_SPEAK = frozenset({
    "official", "spokesman", "spokeswoman", "spokesperson", "minister", "diplomat", "authority", "source",
    "commander", "ambassador",
})  # fmt: skip
_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "representative"})
_SERVES = frozenset({"adviser", "advisor", "aide"})
_NAME_PARTS = frozenset({"bin", "ibn", "al", "el", "von", "van", "der", "de", "da", "di", "abu", "la", "dos"})
_ACCOUNTS = frozenset({
    "statement", "figure", "data", "letter", "note", "report", "communiqué", "communique", "message", "source",
    "account", "information", "dispatch", "word",
})  # fmt: skip


def _speaks_for(noun: Chunk, prep: Chunk, whom: Chunk) -> bool:
    """Is it ``a spokesman for the rebels``, ``an aide to the king``?"""
    mark = {"for": _SPEAKS_FOR, "to": _SERVES}.get(prep.text, frozenset())
    return noun.kind == "np" and whom.kind == "np" and noun.head.lemma in mark


def _seat(body: Chunk, seat: Chunk) -> bool:
    if body.kind != "np" or seat.kind != "np" or any(c.kind != "np" for c in body.of):
        return False
    names = names_in(" ".join(w.text for w in seat.words))
    if len(names) != 1 or names[0].entry.kind != "capital":
        return False
    owned = any(f.entry.kind != "role" for f in names_in(_words(body)))
    roles = [f for f in names_in(_words(body) if body.of else body.head.text) if f.entry.kind == "role"]
    speaks = body.head.lemma in _SPEAK
    return (
        not owned
        and bool(roles)
        and roles[0].entry.id in {"GOV", "LEG", "MIL"}
        and (speaks or roles[0].entry.sort == "body")
    )


def _words(noun: Chunk) -> str:
    """Give a phrase's words with those after ``of`` (Ministry of Defence)."""
    parts = [noun.words, *(c.words for c in noun.of)]
    return " of ".join(" ".join(w.text for w in words) for words in parts)


def _verb_takes_of(out: list[Chunk]) -> bool:
    """Is it a verb's ``of`` (accused Mali of aggression)?"""
    before = out[-2] if len(out) > 1 else None
    return before is not None and before.kind == "vg" and before.group.head.lemma in listed("takes_of")


_BEGIN = frozenset({"comma", "cc", "comp", "sub", "date", "mark", "quote"})


def _origins(chunks: list[Chunk]) -> list[Chunk]:
    """Hang ``from the carriers`` on the subject before it (planes from the carriers sank two boats)."""
    for i in range(len(chunks) - 4, -1, -1):
        kinds = [c.kind for c in chunks[i : i + 4]]
        opens = i == 0 or chunks[i - 1].kind in _BEGIN
        if kinds != ["np", "prep", "np", "vg"] or not opens or chunks[i + 1].text != "from":
            continue
        event = chunks[i].head.lemma in index().nouns and chunks[i].head.lemma != "fire"
        if chunks[i].head.tag in {"NN1", "NN2", "NN0"} and not event and chunks[i + 3].group.form == "finite":
            chunks[i].of.append(chunks[i + 2])
            del chunks[i + 1 : i + 3]
    return chunks


def _appositions(chunks: list[Chunk]) -> list[Chunk]:
    """Hang ``, Irfaan Ali,`` and ``, a group with roots in the war,`` on the noun phrase before it; skip an age."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        end = _apposition_end(chunks, i) if out and out[-1].kind == "np" else None
        before_verb = end is not None and _closing_verb(chunks, end)
        if (
            end is not None
            and _names(out[-1], chunks[i + 1])
            and (end == i + 2 or before_verb)
            and not _listing(chunks, end)
            and (len(out) < 2 or out[-2].kind != "prep" or before_verb)
        ):
            if not _is_age(chunks[i + 1]):
                out[-1].of.append(chunks[i + 1])
            follows = chunks[end + 1] if end + 1 < len(chunks) else None
            i = end + 1 if follows is not None and follows.kind in {"vg", "adv"} else end
            continue
        out.append(chunks[i])
        i += 1
    return out


def _apposition_end(chunks: list[Chunk], i: int) -> int | None:
    """Give where the comma is that ends a phrase between commas, past what hangs on it, or None."""
    if chunks[i].kind != "comma" or i + 2 >= len(chunks) or chunks[i + 1].kind != "np":
        return None
    j = i + 2
    while j + 2 < len(chunks) and j < i + 8 and chunks[j].kind == "prep" and chunks[j + 1].kind in {"np", "date"}:
        j += 2
    return j if chunks[j].kind == "comma" else None


def _is_age(chunk: Chunk) -> bool:
    """Is it a bare number, as the age of somebody is (Ali Hassan, 42, was killed)?"""
    return (
        len(chunk.words) == 1 and chunk.head.tag == "CRD" and chunk.head.text.isdecimal() and len(chunk.head.text) < 3
    )


def _closing_verb(chunks: list[Chunk], i: int) -> bool:
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    return after is not None and after.kind == "vg"


def _names(a: Chunk, b: Chunk) -> bool:
    """May the second phrase be another name for the first: a person for a title, a description for a name?"""
    proper = (
        all(
            w.pos == "propn" or (w.tag in {"NN1", "AJ0"} and w.text[0].isupper()) or w.text in _NAME_PARTS
            for w in b.words
        )
        and b.words[0].text[0].isupper()
    )
    if _is_age(b):
        return a.head.pos == "propn" or a.words[-1].text[0].isupper()
    described = b.words[0].tag in {"AT0", "DPS"} and not (b.of and b.words[0].tag == "AT0")
    owned = any(w.tag == "POS" for w in b.words[:-1]) and b.head.pos == "noun" and not b.plural
    described = described or (owned and a.head.tag == "NP0")
    title = a.head.pos == "noun" and not a.plural
    named = len(b.words) > 1 and b.words[0].text == "the" and all(w.pos == "propn" for w in b.words[1:])
    proper = proper or (named and a.words[0].text.lower() in {"the", "a", "an", "its", "his", "their"})
    return (proper and title) or (described and (a.head.pos == "propn" or a.words[-1].text[0].isupper()))


def _listing(chunks: list[Chunk], i: int) -> bool:
    """Goes a list on here (, A, B and C)?"""
    return i + 2 < len(chunks) and chunks[i + 1].kind == "np" and chunks[i + 2].kind in {"cc", "comma"}


_PRONOUNS = frozenset({"it", "him", "them", "me", "us", "himself", "itself", "themselves"})


def _lists(chunks: list[Chunk]) -> list[Chunk]:
    """Make ``A, B and C`` one noun phrase, unless the last is the subject of a verb of its own."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        chunk = chunks[i]
        if chunk.kind == "np" and not (chunk.head.tag in {"PNP", "PNX"} and chunk.text in _PRONOUNS):
            end = i if _opening(chunks, i) else _list_end(chunks, i)
            if end > i and _closing_comma(chunks, end) and i != end:
                out.append(chunk)
                i = end + 2
                continue
            if end > i and ((i == 0 and _headline_pair(chunks)) or not _own_subject(chunks, i, end)):
                members = [c for c in chunks[i + 1 : end + 1] if c.kind == "np"]
                chunk.members.extend(members)
                out.append(chunk)
                i = end + 1
                continue
        out.append(chunk)
        i += 1
    return out


def _opening(chunks: list[Chunk], i: int) -> bool:
    """Is it the law or time a sentence opens with, a comma after it (Under the treaty, Mali and Chad must help)?"""
    opens = i == 1 and chunks[0].kind == "prep" and i + 2 < len(chunks) and chunks[2].kind == "comma"
    return opens and chunks[0].text in _OPENING


_OPENING = frozenset({"under", "by", "for", "after", "during", "following", "despite", "until", "since", "without"})


def _closing_comma(chunks: list[Chunk], end: int) -> bool:
    """Ends a row of names with a comma before the verb, so that it only tells who they are (two men, A and B, were)?"""
    after = chunks[end + 1 : end + 3]
    return [c.kind for c in after] == ["comma", "vg"] and after[1].group.form == "finite"


def _list_end(chunks: list[Chunk], i: int) -> int:
    """Index of a list's last noun phrase; i where there is no list."""
    if i == 0 and _headline_pair(chunks):
        return 2
    pair = i == 0 and [c.kind for c in chunks[:4]] == ["np", "comma", "np", "vg"]
    if pair and chunks[3].group.head.tag == "VVB" and not _is_tag(chunks):
        return 2  # China, Philippines trade blame
    j, commas = i, 0
    while j + 2 < len(chunks):
        if chunks[j + 1].kind == "comma" and chunks[j + 2].kind == "np":
            j, commas = j + 2, commas + 1
        elif chunks[j + 1].kind == "cc" and chunks[j + 2].kind == "np" and chunks[j + 1].text in {"and", "or", "nor"}:
            return j + 2
        elif (
            chunks[j + 1].kind == "comma"
            and chunks[j + 2].kind == "cc"
            and commas
            and j + 3 < len(chunks)
            and chunks[j + 3].kind == "np"
        ):
            return j + 3
        else:
            break
    return i


def _headline_pair(chunks: list[Chunk]) -> bool:
    """Is it a headline's ``Kenya, Somalia agree``: two names before a verb of several subjects?"""
    kinds = [c.kind for c in chunks[:4]]
    pair = kinds == ["np", "comma", "np", "vg"] and chunks[3].words[0].tag == "VVB" and chunks[0].head.tag == "NP0"
    return pair and not _is_tag(chunks)


def _is_tag(chunks: list[Chunk]) -> bool:
    """Is the verb a tag between commas (The captain, prosecutors allege, sank the boat)?"""
    return len(chunks) > 5 and chunks[4].kind == "comma"


def _own_subject(chunks: list[Chunk], i: int, end: int) -> bool:
    """Has the last of the list a finite verb of its own, while a verb stands before the list already?"""
    j = end + 1
    while j < len(chunks) and chunks[j].kind in {"adv", "date", "prep"}:
        j += 2 if chunks[j].kind == "prep" else 1
    follows = j < len(chunks) and chunks[j].kind == "vg" and chunks[j].group.form in {"finite", "en"}
    if not follows:
        return False
    for k in range(i - 1, -1, -1):
        if chunks[k].kind in _CLAUSE_OPENERS or chunks[k].kind == "sub":
            return False
        if chunks[k].kind == "vg":
            made = chunks[k].group
            return made.form != "en" and not (made.head.lemma in listed("report") and k == i - 1)
    return any(c.kind == "comma" for c in chunks[i:end]) and governor(chunks[j].text, "verb", "that") is not None
