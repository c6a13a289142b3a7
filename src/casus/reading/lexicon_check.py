"""Running every row's example of a language's tables: each row must be read as it says."""

from __future__ import annotations

import hashlib
import re

from casus.errors import Problem
from casus.reading.lexicon import forms, predicates
from casus.reading.tables import numbered
from casus.records import Party, Report, Statement

_GOVERNING = (("cues.tsv", "cue"), ("governors.tsv", "word"))
"""Tables of words that say how a content is put, with the column that names the word."""
_CYRILLIC = re.compile(r"[а-яё]")
_EXPECT = re.compile(r"^(?P<trigger>[^=]+)=(?P<modality>[a-z]+)(?:/(?P<polarity>\w+))?(?:@(?P<source>.+))?$")


def check_language(language: str) -> tuple[Problem, ...]:
    """Give a problem for each row whose example is not read as the row says."""
    found: list[Problem] = []
    for number, row in numbered("languages", language, "predicates.tsv"):
        if trouble := _predicate(row, language):
            found.append(_problem(f"languages/{language}/predicates.tsv:{number}", row["predicate"], trouble))
    for table, word in _GOVERNING:
        for number, row in numbered("languages", language, table):
            if row.get("example") and (trouble := _cue(row, language)):
                found.append(_problem(f"languages/{language}/{table}:{number}", row[word], trouble))
    return tuple(found)


def counted(language: str) -> int:
    """Give how many examples a language's tables hold."""
    tables = ("predicates.tsv", *(table for table, _ in _GOVERNING))
    return sum(bool(row.get("example")) for table in tables for _, row in numbered("languages", language, table))


def _problem(where: str, row: str, trouble: str) -> Problem:
    return Problem(where=where, what=f"{row}: {trouble}", hint="correct the row or give another example")


def statements_of(text: str, language: str) -> tuple[Statement, ...]:
    """Read one example, without a date and without places."""
    from casus.reading.gazetteer import NoPlaces
    from casus.reading.read import read

    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report(id=f"sha256:{digest}", text=text, language=language, bytes_sha256=digest)
    reading, _ = read(report, gazetteer=NoPlaces())
    return reading.statements


def _predicate(row: dict[str, str], language: str) -> str | None:
    statements = statements_of(row["example"], language)
    hit = next((s for s in statements if s.concept == row["concept"]), None)
    if hit is None:
        return None if _told(row, statements, language) else f"the example gives no {row['concept']}"
    for part, party in (("actor", hit.actor), ("recipient", hit.recipient)):
        if not _same(row.get(part, ""), party):
            return f"the {part} is {party.text if party else None!r}, not {row[part]!r}"
    return None


def _told(row: dict[str, str], statements: tuple[Statement, ...], language: str) -> bool:
    """Ask: does the row show in how another statement is put (義務がある), or is it a bare noun of the text?"""
    known = next((p for p in predicates(language) if p.concept.name == row["concept"]), None)
    content = known.concept.content if known is not None else None
    if content is not None and any(s.modality == content for s in statements):
        return True
    return row["pos"] == "n" and any(_stands(form, row["example"]) for form in forms(row["predicate"]))


def _stands(form: str, example: str) -> bool:
    """Do the words stand in the example, a Russian word in any case?"""
    words = (w[: max(3, len(w) - 2)] if _CYRILLIC.match(w) else w for w in form.casefold().split())
    return form.strip() in example or all(word in example.casefold() for word in words)


def _same(expected: str, party: Party | None) -> bool:
    """Ask whether a party is who the row says; ``-`` and nothing leave it open."""
    if expected in {"", "-"}:
        return True
    return party is not None and party.text is not None and (expected in party.text or party.text in expected)


def _cue(row: dict[str, str], language: str) -> str | None:
    wanted = _EXPECT.match(row.get("expect", ""))
    if wanted is None:
        return "an example needs what is expected of it: trigger=modality/polarity@source"
    hit = next((s for s in statements_of(row["example"], language) if wanted["trigger"] in s.trigger.text), None)
    if hit is None:
        return f"the example gives no statement of {wanted['trigger']}"
    got = f"{hit.modality}/{hit.polarity}"
    if got != f"{wanted['modality']}/{wanted['polarity'] or 'positive'}":
        return f"{wanted['trigger']} is {got}"
    source = hit.source.text or hit.source.id
    if wanted["source"] and wanted["source"] != source:
        return f"the source is {source}"
    return None
