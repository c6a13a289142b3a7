"""The arguments of Russian clauses: noun phrases with the mark of their case, and the slots the marks fill."""

from __future__ import annotations

from casus.reading.clauses import Argument, DateSpan, Phrase
from casus.reading.ru.names import russian_names
from casus.reading.ru.phrases import Chunk, any_case
from casus.reading.ru.preds import Pred, Taken
from casus.reading.ru.rows import noun_row
from casus.reading.ru.sources import is_account, is_instrument
from casus.vocabulary.concepts import Slot

_SLOTS: dict[str, tuple[Slot, ...]] = {
    "nom": ("subject",), "acc": ("object",), "с+inst": ("partner",), "со+inst": ("partner",),
    "из+gen": ("origin",), "с+gen": ("origin",), "со+gen": ("origin",), "от+gen": ("origin",),
    "dat": ("target",), "по+dat": ("target",), "против+gen": ("target",), "на+acc": ("target", "goal"),
    "в+acc": ("goal",), "во+acc": ("goal",), "к+dat": ("goal",), "ко+dat": ("goal",), "в+loc": ("goal",),
    "во+loc": ("goal",), "на+loc": ("goal",),
}  # fmt: skip
_HOLDING = frozenset({"считать", "признать", "признавать", "объявить", "называть", "назвать"})
_PLACES = frozenset({
    "в", "во", "на", "у", "под", "над", "около", "возле", "близ", "вблизи", "вокруг", "через", "за", "к", "из", "с",
    "вдоль", "внутри", "севернее", "южнее", "восточнее", "западнее", "неподалеку от", "недалеко от", "рядом с", "до",
    "по", "между", "напротив", "в пределах", "при",
})  # fmt: skip


def arguments_of(pred: Pred) -> tuple[Argument, ...]:
    """Give the arguments of a predicate: its subject, its objects, and where."""
    found: list[Argument] = []
    late: list[Argument] = []
    where = _itself_place(pred)
    if pred.subject is not None and (pred.subject not in pred.swallowed or _itself(pred, pred.subject, "acc")):
        mark: str = "acc" if pred.passive else "nom" if not _judged(pred) else ""
        shared = pred.shares is not None and pred.shares.subject is pred.subject
        made = Argument(mark, _SLOTS.get(mark, ()), pred.subject.phrase(), own=pred.subject_own, shared=shared)
        (late if pred.subject in pred.swallowed else found).append(made)
    for taken in pred.taken:
        if not is_account(taken.chunk) and taken.chunk is not pred.subject:
            made_of = _arguments(pred, taken)
            aside = taken.chunk.prep == "по" and not _named_by_row(pred, "по+dat")
            late.extend(
                a
                for a in made_of
                if taken.chunk in pred.swallowed or aside or (taken.chunk.prep == "по" and a.mark == "place")
            )
            found.extend(a for a in made_of if a not in late)
    mate = pred.shares
    if mate is not None and mate.subject is pred.subject and pred.subject is not None:
        late.extend(Argument("place", (), a.phrase, own=False) for a in arguments_of(mate) if a.mark == "place")
    if where:
        return (*found, *late)
    return (*(a for a in found if a.mark == "place"), *(a for a in found if a.mark != "place"), *late)


def _means(pred: Pred, chunk: Chunk) -> bool:
    """Is an event in the instrumental what something was done with (ударом поражён склад)?"""
    animate = chunk.form is not None and chunk.form.animate
    return noun_row(chunk) is not None and pred.kind != "noun" and not animate


def _voiced(pred: Pred, mark: str) -> str:
    """Give the mark a phrase would have were the clause active, and a plain statement."""
    doer = pred.passive and mark == "inst"
    return "nom" if doer or (mark == "acc" and _judged(pred)) else mark


def _judged(pred: Pred) -> bool:
    """Does the clause say what somebody holds another to be (юристы считают указ ничтожным)?"""
    return pred.row is not None and pred.row.pos == "adj" and pred.kind == "verb" and pred.lemma in _HOLDING


def _itself_place(pred: Pred) -> bool:
    """Is the object the place (занял гору)?"""
    if pred.row is None:
        return False
    return ("acc", "place") in pred.row.roles or "place" in pred.row.concept.roles_of("object")


def _arguments(pred: Pred, taken: Taken) -> list[Argument]:
    chunk, mark = taken.chunk, taken.mark
    if is_instrument(chunk) and chunk.prep in {"по", "согласно", "в соответствии с", "в рамках"}:
        return []
    if pred.passive and mark == "inst" and _means(pred, chunk):
        return []
    mark = _voiced(pred, mark)
    if chunk in pred.swallowed and not _itself(pred, chunk, mark):
        return _inside(pred, taken)
    if taken.asked and pred.row is not None and not _named_by_row(pred, mark):
        return [
            Argument("", ("target",), chunk.phrase(), own=taken.own),
            Argument("", ("object",), chunk.phrase(), own=taken.own),
        ]
    if pred.kind == "noun" and mark == "inst" and taken.phrase is not None:
        return [Argument(mark, ("subject",), taken.phrase)]
    if (
        pred.row is not None
        and noun_row(chunk) is not None
        and {(mark, "content"), (mark, "own")} & set(pred.row.roles)
    ):
        return []
    phrase = taken.phrase or chunk.phrase()
    row_mark = mark if pred.row is None or any(m == mark for m, _ in pred.row.roles) else _bare_mark(pred, mark)
    found = [Argument(row_mark, _SLOTS.get(mark, ()), phrase, own=taken.own)]
    if chunk.prep == "между" and _named_by_row(pred, mark):
        return found
    if (chunk.prep in _PLACES and taken.mark.partition("+")[2] != "dat") or chunk.prep in {"к", "по"}:
        found.append(Argument("place", (), phrase, own=taken.own))
    return found


def _bare_mark(pred: Pred, mark: str) -> str:
    """Write an agent of a nominal or with со стороны as the row does."""
    if pred.row is None:
        return mark
    known = {m for m, _ in pred.row.roles}
    for other in (mark.replace("во+", "в+").replace("со+", "с+"), mark.replace("об+", "о+")):
        if other in known:
            return other
    return mark


def _named_by_row(pred: Pred, mark: str) -> bool:
    return pred.row is not None and any(
        m == mark and part in {"actor", "recipient", "place"} for m, part in pred.row.roles
    )


def _itself(pred: Pred, chunk: Chunk, mark: str) -> bool:
    """Does a noun of the row's own words play a part of its own (взять высоту, but not нанести удар)?"""
    if noun_row(chunk) is not None or pred.row is None:
        return False
    return _named_by_row(pred, mark) or (mark == "acc" and bool(pred.row.concept.roles_of("object")))


def _inside(pred: Pred, taken: Taken) -> list[Argument]:
    """Give the genitives inside a noun that is one of the row's words (ввод войск соседа)."""
    if pred.row is None:
        return []
    found: list[Argument] = []
    if taken.chunk.prep in _PLACES and noun_row(taken.chunk) is None:
        found.append(Argument("place", (), taken.chunk.phrase(), own=taken.own))
    known = {m for m, _ in pred.row.roles}
    if "gen" in known:
        owners = [w for w in taken.chunk.modifiers if russian_names().owner(w.text)]
        found.extend(Argument("gen", (), Phrase((w.start, w.end), (w.start, w.end)), own=taken.own) for w in owners)
    for part in taken.chunk.parts[:1]:
        dative = "dat" in any_case(part.head) and ("dat" in known or bool(pred.row.concept.roles_of("target")))
        mark = "dat" if dative else "gen"
        if mark in known or dative:
            found.append(Argument(mark, _SLOTS.get(mark, ()), part.phrase(), own=taken.own))
    return found


def dates_of(pred: Pred, before: Pred | None = None) -> tuple[DateSpan, ...]:
    """Give the dates of a predicate: those of its clause, else of the clause it stands with.

    ``before`` is the clause a colon explains: Операция началась накануне: самолёты уничтожили…
    """
    own = [c for c in pred.dates if c.date is not None]
    own.sort(key=lambda c: not any(w.number for w in c.words))
    if own:
        return tuple(DateSpan(c.date) for c in own if c.date is not None)
    if pred.shares is not None and pred.shares is not pred:
        return dates_of(pred.shares, before)
    event = pred.row is None or pred.row.concept.kind == "event"
    above = pred.parent if pred.link in _LEANING and event else before
    return (
        tuple(DateSpan(d.span, own=False) for d in dates_of(above)) if above is not None and above is not pred else ()
    )


_LEANING = frozenset({"inf", "np", "part", "ger", "adv", "rel"})
