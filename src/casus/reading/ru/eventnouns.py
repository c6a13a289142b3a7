"""What Russian nouns of events say of their own: who, whom, where, and under which other noun they stand."""

from __future__ import annotations

from casus.reading.clauses import Phrase
from casus.reading.lexicon import Predicate
from casus.reading.ru.morphology import lemmas
from casus.reading.ru.names import russian_names
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Pred, Taken
from casus.reading.ru.rowindex import index
from casus.reading.ru.rows import noun_row
from casus.reading.ru.tokenizer import Word
from casus.reading.ru.words import governor

_HELP = frozenset({"поддержка", "посредничество", "участие", "содействие", "помощь", "присутствие", "согласие"})
_ACTS = frozenset({"ASSAULT", "RETREAT", "MOBILIZE", "COERCE"})
_VICTIMS = {
    "убитый": "погибнуть", "погибший": "погибнуть", "умерший": "погибнуть", "раненый": "пострадать",
    "раненный": "пострадать", "пострадавший": "пострадать",
}  # fmt: skip
"""Words for victims, with the verb that tells what befell them."""


def is_noun(taken: Taken) -> bool:
    """Is it a noun in the instrumental: what something is called (агрессией)?"""
    form = taken.chunk.form
    return taken.mark == "inst" and form is not None and form.pos == "NOUN"


def amidst(pred: Pred, chunk: Chunk) -> bool:
    """May a prepositional phrase tell an event of its own, and not only how (при поддержке танков, без конвоя)?"""
    known = noun_row(chunk)
    if (chunk.prep == "при" and chunk.lemma in _HELP) or chunk.lemma == "участие":
        return False
    if chunk.prep == "до" and pred.lemma in {"дойти", "доходить", "довести", "доводить"}:
        return False
    if chunk.prep == "без":
        return known is not None and known[0].concept.type == "ASSAULT"
    if chunk.prep == "за" and pred.row is not None:
        return pred.row.concept.type in {"ACCUSE", "CONCEDE", "COERCE", "SANCTION", "ASSAULT"} or pred.kind == "noun"
    return True


def casualties(chunk: Chunk) -> tuple[Predicate, Word] | None:
    """Give the row and the word by which a number of victims tells that they died or were hurt (о двух раненых)."""
    counted = any(w.number or w.has("NUMR") is not None for w in chunk.modifiers)
    for word in (*chunk.modifiers, chunk.head):
        verb = next((_VICTIMS[lemma] for lemma in lemmas(word.text) if lemma in _VICTIMS), "")
        row = next((p.row for p in index().verbs.get(verb, ()) if not p.words and not p.negative), None)
        if counted and row is not None:
            return row, word
    return None


def victims(chunk: Chunk) -> Predicate | None:
    """Give the row that tells what befell those a noun names (погибшие, раненые)."""
    verb = next((_VICTIMS[lemma] for lemma in sorted(lemmas(chunk.head.text)) if lemma in _VICTIMS), "")
    return next((p.row for p in index().verbs.get(verb, ()) if not p.words and not p.negative), None)


def befallen(chunk: Chunk) -> tuple[Predicate, Word] | None:
    """Give the row and the participle of what was done to something (о сбитом беспилотнике)."""
    word = next((w for w in chunk.modifiers if (f := w.has("PRTF")) is not None and f.passive and w.best is f), None)
    form = word.has("PRTF") if word is not None else None
    verbs = index().verbs.get(form.lemma, ()) if form is not None else ()
    row = next((p.row for p in verbs if not p.words and not p.negative and p.row.concept.type in _ACTS), None)
    return (row, word) if word is not None and row is not None else None


def row_part(pred: Pred, taken: Taken) -> str:
    """Give the part that the predicate's row has for a noun phrase, or nothing."""
    if pred.row is None:
        return ""
    mark = {"acc": "nom", "nom": "acc"}.get(taken.mark, taken.mark) if pred.passive else taken.mark
    bare = taken.mark.partition("+")[2] or taken.mark
    parts = [part for m, part in pred.row.roles if m in {mark, bare if taken.chunk.prep else mark}]
    return next((part for part in parts if part in {"content", "own"}), parts[0] if parts else "")


def outer(chunk: Chunk) -> str | None:
    """How an event stands under the noun before it (угроза вторжения, сообщения об обстреле)."""
    lemma = chunk.form.lemma if chunk.form is not None else chunk.head.low
    found = governor(lemma, "noun", "np")
    return f"noun:{lemma}" if found is not None else None


def trigger(chunk: Chunk, used: list[Chunk]) -> list[Word]:
    """Give the words of an event: its noun with those of its genitives that are words of the row."""
    words = [chunk.head]
    for part in used:
        words.extend([w for w in chunk.words if chunk.head.start < w.start <= part.head.start and w not in words])
    return words


def own_arguments(chunk: Chunk, used: list[Chunk], row: Predicate | None = None) -> list[Taken]:
    """Give what a noun of an event says of who and whom: a genitive, его, the adjective of a state, an instrumental."""
    found: list[Taken] = []
    moved = (
        row is not None and ("gen", "recipient") in row.roles and row.concept.type in {"MOBILIZE", "RETREAT", "ASSAULT"}
    )
    moved = moved and row is not None and ("dat", "recipient") not in row.roles
    for part in chunk.parts:
        if part in used:
            found.extend(Taken("gen", inner) for inner in part.parts)
            found.extend([Taken("gen", part)] if moved and noun_row(part) is None else [])
        elif part.may("gen"):
            found.append(Taken("gen", part))
    for word in chunk.modifiers:
        if word.low in {"его", "ее", "их"} or russian_names().owner(word.text):
            span = (word.start, word.end)
            found.append(Taken("inst", chunk, phrase=Phrase(span, span)))
    return found


def headline_case(chunk: Chunk, row: Predicate) -> str:
    """Give the case after a preposition in a headline: the one the row has a part for, else where it is."""
    known = (mark.partition("+")[2] for mark, _ in row.roles if mark.partition("+")[0] == chunk.prep)
    return next((case for case in known if chunk.may(case)), "loc")
