"""Who does what in a Russian clause: cases and agreement tell the subject, the object and the rest."""

from __future__ import annotations

from casus.reading.ru.agreement import Agreement, agrees
from casus.reading.ru.controlling import borrow, control, goes_with
from casus.reading.ru.morphology import Form, lemmas
from casus.reading.ru.names import russian_names
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.preds import Pred, Taken
from casus.reading.ru.rowindex import index
from casus.reading.ru.rows import is_better, match, noun_row
from casus.reading.ru.sources import is_body, is_somebody, sits, thinks
from casus.reading.ru.words import DATIVE_SUBJECT, HAPPENS

_SHARES = frozenset({"часть", "большинство", "ряд", "половина", "треть", "десяток", "сотня", "тысяча"})
_SIDES = frozenset(
    {
        "держава",
        "страна",
        "сторона",
        "государство",
        "союз",
        "альянс",
        "организация",
        "группировка",
        "группа",
        "город",
        "село",
        "деревня",
    }
)
_BODIES = frozenset({
    "партия", "община", "клан", "племя", "фракция", "банда", "семья", "род", "полк", "рота", "часть", "отряд",
    "бригада", "дружина", "экипаж", "толпа", "профсоюз", "войско", "сила", "армия", "власть", "ведомство", "орган",
    "суд", "газета", "издание", "компания", "банк", "фирма", "церковь", "подразделение", "батальон", "дивизия",
    "формирование", "расчет", "патруль", "караул", "команда", "миссия", "делегация", "служба", "танк", "самолет",
    "корабль", "катер", "вертолет", "истребитель", "бомбардировщик", "беспилотник", "дрон", "батарея", "гаубица",
    "орудие", "ракета", "событие",
})  # fmt: skip
"""Those who act, or what they act with, by a noun that is not of the living."""
_MOVES = frozenset({
    "ввести", "вводить", "вывести", "выводить", "отвести", "отводить", "перебросить", "перебрасывать", "направить",
    "направлять", "отправить", "отправлять", "стянуть", "стягивать", "развернуть", "разместить", "высадить", "послать",
    "посылать", "подтянуть", "прислать", "снять", "убрать", "бросить", "двинуть", "поднять", "спустить", "поднимать",
})  # fmt: skip
_HARMS = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION"})
_SPEAKING = frozenset({"я", "мы", "ты", "вы"})
_NEVER_SUBJECT = frozenset({"его", "ее", "их"})
_ORDER = ("acc", "gen", "dat", "inst", "loc", "nom")


def settle(preds: list[Pred]) -> None:
    """Give every predicate its subject, its other noun phrases with their marks, and its row."""
    for pred in preds:
        match(pred)
        _subject(pred)
        _others(pred)
        match(pred)
        _by_row(pred)
    for pred in preds:
        _share_object(pred)
    for pred in preds:
        borrow(pred, preds)
    for pred in preds:
        beside = pred.link in {"purpose", "ahead", "instead"} and pred.kind == "inf"
        if pred.parent is not None and (pred.link == "inf" or beside):
            control(pred)
    for pred in preds:
        if pred.subject is None and pred.link == "ger":
            borrow(pred, preds)


def _subject(pred: Pred) -> None:
    if pred.rel is not None and pred.noun is not None:
        _relative(pred)
    if pred.kind == "part":
        pred.subject, pred.subject_own = pred.noun, False
        return
    if is_better(pred):
        _takes_dative(pred)
    if pred.kind in {"inf", "ger"} or pred.subject is not None or pred.form is None:
        return
    if (asked := _who(pred)) is not None:
        pred.subject = asked
        return
    fitting = [c for c in pred.candidates if _may_be_subject(c, pred.form)]
    fitting = [c for c in fitting if not _stands_as(c, pred)] or fitting
    if not fitting:
        _dative(pred)
        return
    best = max(fitting, key=lambda c: _likeness(c, pred, fitting))
    if pred.kind == "verb" and not pred.passive and _rather_object(best, pred):
        return
    pred.subject = best
    pred.candidates = [c for c in pred.candidates if c is not best]


def _one_name(chunk: Chunk) -> bool:
    """Is it one name without cases, of a person or a ship, which no several act by (захватили «Галатею»)?"""
    if chunk.joined or chunk.number or chunk.head.text.isupper():
        return False
    if chunk.head.mark:
        return chunk.form is not None and chunk.form.number == "sing" and chunk.form.known
    odd = chunk.form is not None and not chunk.form.known and chunk.form.pos == "NOUN"
    feminine = chunk.form is not None and chunk.form.case == "acc"  # Джиджигу сдали без боя
    return odd and chunk.head.capital and ("-" in chunk.head.text or feminine)


def _who(pred: Pred) -> Chunk | None:
    """Give кто where it opens the clause and may be its subject (кто взорвал мост, неизвестно)."""
    asked = pred.segment.sub if pred.segment is not None else None
    if asked is None or asked.low != "кто" or pred.shares is not None or pred.form is None:
        return None
    return asked if pred.form.number == "sing" and pred.form.gender in {"", "masc"} else None


def _may_be_subject(chunk: Chunk, verb: Form) -> bool:
    if chunk.prep or not chunk.may("nom") or chunk.low in _NEVER_SUBJECT:
        return False
    if (verb.pos == "PRED" and verb.lemma != "вправе") or (verb.number == "plur" and _one_name(chunk)):
        return False
    if verb.person in {"1per", "2per"}:
        return chunk.low in _SPEAKING
    exists = verb.lemma == "быть" and verb.tense == "pres"  # есть погибшие
    return exists or agrees(chunk.as_subject(), verb, joined=bool(chunk.joined))


def _stands_as(chunk: Chunk, pred: Pred) -> bool:
    """Does it only say as what somebody acts (Малайзия как председатель предложила)?"""
    around = pred.segment.chunks if pred.segment is not None else []
    at = next((i for i, c in enumerate(around) if c is chunk), 0)
    return at > 1 and around[at - 1].low == "как"


def _likeness(chunk: Chunk, pred: Pred, others: list[Chunk]) -> tuple[int, int]:
    sure = 4 * (not chunk.may("acc"))
    somebody = 2 * _somebody(chunk)
    before = 2 * (chunk.end <= pred.position) + (len(others) == 1)
    word = 6 * (chunk in pred.swallowed and not pred.passive and pred.kind != "short" and len(others) > 1)
    event = 3 * (noun_row(chunk) is not None and pred.kind == "verb" and not somebody and len(others) > 1)
    return sure + somebody + before - word - event, -abs(chunk.start - pred.position)


def _somebody(chunk: Chunk) -> bool:
    if chunk.form is not None and (chunk.form.animate or chunk.form.lemma in _SIDES or is_body(chunk)):
        return True
    told = (w.text for w in chunk.words if w.end <= (chunk.core or chunk.end) or w.text.isupper())
    return bool(russian_names().scan(" ".join(told)))


def _rather_object(chunk: Chunk, pred: Pred) -> bool:
    """Is a noun that looks alike in the nominative and accusative the object of a verb without a subject?"""
    happens = pred.lemma in HAPPENS and noun_row(chunk) is not None  # в среду пройдут переговоры
    if not chunk.may("acc") or pred.form is None or happens:
        return False
    moved = pred.lemma in _MOVES and chunk.start > pred.position and not (chunk.form and chunk.form.animate)
    if moved and not any(_may_be_subject(c, pred.form) and c is not chunk for c in pred.candidates):
        return True  # если введут войска
    if chunk.start < pred.position:
        return _object_in_front(chunk, pred)
    if any(c is not chunk and not c.prep and c.may("acc") for c in pred.candidates):
        return False
    counted = any(w.number or w.has("NUMR") is not None for w in chunk.modifiers)
    if not _takes_object(pred) and chunk not in pred.swallowed:
        return False  # первыми стреляли вертолёты
    told = pred.link == "comp" and pred.shares is None and _somebody(chunk)
    if pred.form.transitive and (counted or (_has_one(pred) and not told)):
        return True
    return not _somebody(chunk) and pred.form.transitive


def _object_in_front(chunk: Chunk, pred: Pred) -> bool:
    """Is a noun before its verb the object, though it might be the subject by its form?"""
    if _share_of(chunk, pred) or _one_person(chunk, pred):
        return True
    somebody = _somebody(chunk) and not _struck_place(chunk, pred)
    transitive = pred.form is not None and pred.form.transitive and not somebody
    told = noun_row(chunk) is not None and _has_one(pred) and _takes_object(pred)
    if transitive and told:
        return True  # Хартум извинился, но причастность отрицает
    if transitive and _thing(chunk, pred):
        return True  # выводы засекретили
    spoken = any(sits(c) and c.end < chunk.start for c in pred.candidates)
    acts = transitive or (not somebody and any(mark == "acc" for mark, _ in pred.row_roles()))  # подтверждать
    return acts and spoken and pred.form is not None and pred.form.number == "plur"


def _struck_place(chunk: Chunk, pred: Pred) -> bool:
    """Is it a kind of place, by no name, that several attack, take or close (деревни сожгли; заставы взяли)?"""
    harmed = pred.lemma in {"взять", "брать"}
    harmed = harmed or (pred.row is not None and pred.row.concept.type in {"ASSAULT", "COERCE"})
    return harmed and is_place_word(chunk.head.text)


def _thing(chunk: Chunk, pred: Pred) -> bool:
    """Is it a thing, with which several do something: nobody acts on it, and it acts on nothing itself?"""
    lifeless = chunk.form is not None and chunk.form.known and chunk.form.pos == "NOUN" and not chunk.form.animate
    plural = pred.form is not None and pred.form.number == "plur" and not chunk.head.mark
    rival = any(c is not chunk and not c.prep and (c.may("acc") or c.may("nom")) for c in pred.candidates)
    told = pred.link in {"main", "comp"} and _takes_object(pred) and not thinks(pred.lemma)
    words = pred.row is not None and pred.row.concept.type in {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"}
    named = {f.lemma for f in chunk.head.forms if f.case == "nom"} or {chunk.lemma}  # суда: of судно, not of суд
    body = bool(named & (_SIDES | _BODIES)) or (is_place_word(chunk.head.text) and "судно" not in named)
    body = body and not _struck_place(chunk, pred)
    lifeless = lifeless and not body and not words
    return lifeless and plural and told and not rival and not chunk.joined


def _share_object(pred: Pred) -> None:
    """Give a verb after и the object of the one before, where it has none of its own (схватили и увезли)."""
    mate = pred.shares
    if mate is None or pred.form is None or pred.kind != "verb" or mate.kind != "verb" or not pred.form.transitive:
        return
    row = pred.row
    if row is None or row.concept.type not in _HARMS or any(t.mark == "acc" for t in pred.taken):
        return
    if ("acc", "recipient") not in row.roles and "recipient" not in row.concept.roles_of("object"):
        return
    shared = next((t for t in mate.taken if t.mark == "acc" and t.chunk not in mate.swallowed), None)
    if shared is not None:
        pred.taken.append(Taken("acc", shared.chunk, own=False))


def _share_of(chunk: Chunk, pred: Pred) -> bool:
    """Is it some of those whom somebody treats so (часть пленных освободили, десятки солдат убили)?"""
    alone = not any(c is not chunk and not c.prep and (c.may("acc") or c.may("nom")) for c in pred.candidates)
    counted = any(lemmas(w.text) & _SHARES for w in chunk.modifiers)
    suffers = any(mark == "acc" and part == "recipient" for mark, part in pred.row_roles())
    plural = pred.form is not None and pred.form.number == "plur" and pred.link == "main" and pred.shares is None
    return alone and counted and suffers and plural and bool(pred.form and pred.form.perfective)


def _one_person(chunk: Chunk, pred: Pred) -> bool:
    """Is it one person by a name no dictionary has, whom several do something to (Яранцева отдадут под суд)?"""
    name = chunk.form is not None and not chunk.form.known and chunk.form.pos == "NOUN" and not chunk.head.mark
    alone = (
        not chunk.joined and not chunk.head.text.isupper() and not chunk.parts and chunk.head.low.endswith(("а", "я"))
    )
    plural = pred.form is not None and pred.form.number == "plur" and pred.form.transitive
    rival = any(c is not chunk and not c.prep and c.may("acc") for c in pred.candidates)
    return name and alone and plural and not rival and _takes_object(pred)


def _takes_object(pred: Pred) -> bool:
    """Does the row of a verb leave room for an object?"""
    row = pred.row
    return row is None or any(mark == "acc" for mark, _ in row.roles) or bool(row.concept.roles_of("object"))


def _has_one(pred: Pred) -> bool:
    """Is there a subject that the predicate may share or leave out?"""
    others = (pred.shares, pred.parent if pred.link == "comp" else None)
    return any(o is not None and o.subject is not None and goes_with(o.subject, pred) for o in others)


def _transitive(pred: Pred) -> bool:
    return not pred.lemma.endswith(("ся", "сь"))


def _dative(pred: Pred) -> None:
    """Of a verb without a person the one in the dative acts: ей придётся вмешаться, войскам удалось отойти."""
    if pred.lemma in DATIVE_SUBJECT:
        _takes_dative(pred)


def _takes_dative(pred: Pred) -> None:
    """Make the first bare dative the one that acts."""
    found = next((c for c in pred.candidates if not c.prep and c.may("dat")), None)
    if found is not None:
        pred.subject = found
        pred.candidates = [c for c in pred.candidates if c is not found]


def _relative(pred: Pred) -> None:
    """Give the noun a relative clause is about the part its pronoun plays."""
    rel, noun = pred.rel, pred.noun
    assert rel is not None and noun is not None  # noqa: S101, PT018 - the caller asks
    if rel.lemma == "чей":
        return  # дипломат, чья миссия провалилась: the mission fails
    if not pred.rel_prep and "nom" in rel.cases and pred.form is not None:
        number = Agreement(rel.number, rel.gender)
        rival = any(
            _may_be_subject(c, pred.form)
            and (
                not c.may("acc")
                or c.low in {"те", "они", "он", "она", "та", "тот"}
                or (_somebody(c) and not _somebody(noun))
            )
            for c in pred.candidates
            if not any(o is not c and not o.prep and o.may("acc") and not o.may("dat", "gen") for o in pred.candidates)
        )
        if agrees(number, pred.form) and not rival:
            pred.subject, pred.subject_own = noun, False
            return
    case = next((c for c in ("acc", "gen", "dat", "inst", "loc") if c in rel.cases), "acc")
    if case == "dat" and not pred.rel_prep and pred.lemma in DATIVE_SUBJECT:
        pred.subject, pred.subject_own = noun, False  # посол, которому предстояло выбирать
        return
    mark = case if not pred.rel_prep else f"{pred.rel_prep}+{_governed(pred.rel_prep, rel)}"
    pred.taken.append(Taken(mark, noun, own=False))


def _governed(prep: str, chunk: Chunk) -> str:
    from casus.reading.ru.words import PREPOSITIONS

    return next((c for c in PREPOSITIONS.get(prep, ()) if c in chunk.cases), "gen")


def _others(pred: Pred) -> None:
    taken = {t.mark for t in pred.taken}
    for chunk in pred.candidates:
        if chunk.prep:
            pred.taken.append(Taken(f"{chunk.prep}+{_case_after(chunk)}", chunk))
            continue
        mark = _bare_case(chunk, pred, taken)
        taken.add(mark)
        pred.taken.append(Taken(mark, chunk))
    pred.candidates = []


def _case_after(chunk: Chunk) -> str:
    """Give the case after a preposition; after в and на the accusative only where it must be."""
    from casus.reading.ru.words import PREPOSITIONS

    for case in PREPOSITIONS.get(chunk.prep, ()):
        if case in chunk.cases and not (case == "acc" and chunk.prep == "по"):
            return case
    return next(iter(sorted(chunk.cases)), "gen")


def _bare_case(chunk: Chunk, pred: Pred, taken: set[str]) -> str:
    wanted = [mark for mark, _ in (pred.row.roles if pred.row is not None else _marks(pred))]
    cases = [c for c in _ORDER if c in chunk.cases]
    if len(cases) == 1:
        return cases[0]
    passive = pred.passive and "inst" in cases
    named = chunk.head.mark == "unquote" or (chunk.head.capital and is_somebody(chunk))
    if passive and "inst" not in taken and (not chunk.may("acc") or (named and chunk.start > pred.position)):
        return "inst"
    for case in cases:
        if case in wanted and case not in taken and case != "acc" and not chunk.may("acc"):
            return case
    if "acc" in cases and "acc" not in taken and _transitive(pred):
        return "acc"
    if "gen" in cases and pred.negative and "acc" not in taken:
        return "acc"
    return next(
        (c for c in ("dat", "gen", "inst", "acc") if c in cases and c not in taken), cases[0] if cases else "acc"
    )


def _marks(pred: Pred) -> list[tuple[str, str]]:
    return [m for p in index().verbs.get(pred.lemma, ())[:4] for m in p.row.roles]


def _by_row(pred: Pred) -> None:
    """Take a case that may be two for the one of the row (обвинили в милитаризации; не обстреливали города)."""
    if pred.row is None:
        return
    own = {mark for mark, _ in pred.row.roles}
    for taken in pred.taken:
        where = f"{taken.chunk.prep}+loc"
        if taken.chunk.prep and taken.mark not in own and where in own and taken.chunk.may("loc"):
            taken.mark = where
    if not pred.negative:
        return
    for taken in pred.taken:
        if taken.mark == "gen" and "gen" not in own and not any(t.mark == "acc" for t in pred.taken):
            taken.mark = "acc"
