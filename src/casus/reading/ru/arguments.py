"""The arguments of Russian clauses: noun phrases with the mark of their case, and the slots the marks fill."""

from __future__ import annotations

from casus.reading.clauses import Argument, DateSpan, Phrase
from casus.reading.ru.morphology import lemmas
from casus.reading.ru.names import russian_names
from casus.reading.ru.nounheads import stands_for_noun
from casus.reading.ru.phrases import Chunk, any_case
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.preds import Pred, Taken
from casus.reading.ru.rows import noun_row
from casus.reading.ru.senses import CRAFT
from casus.reading.ru.sources import is_account, is_instrument, is_somebody, is_state_name
from casus.reading.ru.standpoints import SPATIAL
from casus.reading.ru.whereabouts import adverbs_of_place, joined_places, lent_places
from casus.reading.ru.words import governor
from casus.vocabulary.concepts import Slot

_SLOTS: dict[str, tuple[Slot, ...]] = {
    "nom": ("subject",), "acc": ("object",), "с+inst": ("partner",), "со+inst": ("partner",),
    "из+gen": ("origin",), "с+gen": ("origin",), "со+gen": ("origin",), "от+gen": ("origin",),
    "dat": ("target",), "по+dat": ("target",), "против+gen": ("target",), "в отношении+gen": ("target",),
    "на+acc": ("target", "goal"),
    "в+acc": ("goal",), "во+acc": ("goal",), "к+dat": ("goal",), "ко+dat": ("goal",), "в+loc": ("goal",),
    "во+loc": ("goal",), "на+loc": ("goal",),
}  # fmt: skip
_PATHS = frozenset({"через", "мимо", "вдоль", "по", "между", "в сторону", "в направлении"})
"""Ways there, not where (вошла через тоннель в Южную Осетию)."""
_WEAPONS = frozenset({
    "ракета", "снаряд", "бомба", "мина", "торпеда", "огонь", "пуля", "взрыв", "граната", "очередь", "залп", "выстрел",
    "осколок", "фугас", "попадание", "прицел", "артогонь", "боеприпас", "заряд", "газ",
})  # fmt: skip
"""What things are hit with: in the instrumental it does not act."""
_ABSTRACT = ("ние", "тие", "ость", "ция", "ика", "изм")
_HAPPENINGS = frozenset({
    "инцидент", "пожар", "мера", "цена", "добыча", "волна", "ситуация", "обстановка", "кризис", "ответ", "слух", "весь",
    "полет", "перелом", "рейс", "срок", "шанс", "голос", "счет", "спор", "рост", "путь", "поток", "баррель", "снаряд",
    "ракета", "бомба", "мина", "осколок", "огонь", "дым", "взрыв",
})  # fmt: skip
_BODIES = frozenset({
    "организация", "коалиция", "администрация", "делегация", "оппозиция", "фракция", "корпорация", "авиация",
    "федерация", "ассоциация", "конфедерация", "общественность", "нация", "комиссия", "полиция", "эскадрилья",
})  # fmt: skip
"""Those who act, though their names end like a state of things."""
_ORGANS = frozenset(
    {"совет", "съезд", "комитет", "комиссия", "лига", "коалиция", "союз", "сторона", "сосед", "ассамблея"}
)
_WORDY = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT", "SUPPORT"})
ENTERS = frozenset({"intrude", "invade", "infiltrate", "cross_border", "enter_airspace", "enter_waters"})
"""Concepts of going where the ground is another's."""
_RECEIVES = frozenset({"получить", "получать", "лишиться", "лишаться", "удостоиться", "заслужить", "дождаться"})
"""Verbs whose subject is on the receiving end."""
_DONE = frozenset({
    "применяться", "использоваться", "замечаться", "наблюдаться", "производиться", "строиться", "поставляться",
    "рассматриваться", "перевозиться", "содержаться", "охраняться", "эксплуатироваться", "снабжаться",
    "финансироваться", "обслуживаться", "управляться", "оплачиваться", "патрулироваться", "защищаться",
})  # fmt: skip
"""Verbs whose subject others do something to or with."""
_HOLDING = frozenset({"считать", "признать", "признавать", "объявить", "называть", "назвать"})


def arguments_of(pred: Pred) -> tuple[Argument, ...]:
    """Give the arguments of a predicate: its subject, its objects, and where."""
    found: list[Argument] = []
    late: list[Argument] = []
    where = _itself_place(pred)
    if (
        pred.subject is not None
        and not _merely_happens(pred)
        and (pred.subject not in pred.swallowed or _itself(pred, pred.subject, "acc"))
    ):
        mark: str = "acc" if pred.passive else "nom" if not _judged(pred) else ""
        shared = pred.shares is not None and pred.shares.subject is pred.subject
        befalls = pred.row is None and (pred.lemma in _RECEIVES or pred.lemma in _DONE) and pred.helper is None
        slots: tuple[Slot, ...] = ("target",) if befalls else _SLOTS.get(mark, ())
        made = Argument(mark, slots, pred.subject.phrase(), own=pred.subject_own, shared=shared)
        (late if pred.subject in pred.swallowed else found).append(made)
    for taken in pred.taken:
        if not is_account(taken.chunk) and taken.chunk is not pred.subject and not _left_over(pred, taken):
            made_of = _arguments(pred, taken)
            aside = taken.chunk.prep == "по" and not _named_by_row(pred, "по+dat")
            late.extend(
                a
                for a in made_of
                if (a.mark == "place" and taken.chunk.prep in {"с", "со", "из", "от"})
                or (taken.chunk in pred.swallowed and not (a.mark == "place" and taken.mark.endswith("acc")))
                or aside
                or (taken.chunk.prep == "по" and a.mark == "place")
            )
            found.extend(a for a in made_of if a not in late)
    mate = pred.shares
    if mate is not None and mate.subject is pred.subject and pred.subject is not None:
        late.extend(Argument("place", (), a.phrase, own=False) for a in arguments_of(mate) if a.mark == "place")
    late.extend(_ground_of(pred))
    found.extend(adverbs_of_place(pred))
    late.extend(lent_places(pred))
    if where:
        return (*(a for a in found if a.mark == "acc"), *(a for a in found if a.mark != "acc"), *late)
    paths = {t.chunk.start for t in pred.taken if t.chunk.prep in _PATHS}
    places = sorted((a for a in found if a.mark == "place"), key=lambda a: a.phrase.span[0] in paths)
    places = [*joined_places(pred, places), *places]
    return (*places, *(a for a in found if a.mark != "place"), *late)


def _left_over(pred: Pred, taken: Taken) -> bool:
    """Is it one more nominative beside the subject, the last name of a row that was cut (в Аден и Южный Рог)?"""
    return taken.mark == "nom" and pred.subject is not None and pred.kind == "verb" and pred.lemma != "быть"


def _ground_of(pred: Pred) -> list[Argument]:
    """Give whose ground, air or water is entered (вошли в воды Перу; нарушил чилийскую границу)."""
    if pred.row is None or pred.row.concept.name not in ENTERS:
        return []
    for taken in pred.taken:
        chunk = taken.chunk
        if taken.mark not in {"acc", "gen", "в+acc", "на+acc", "над+inst", "через+acc", "из+gen"} or not taken.own:
            continue
        of = next((p for p in reversed(chunk.parts) if p.head.capital and is_state_name(p)), None)
        if of is not None:
            return [Argument("ground", (), of.phrase())]
        word = next((w for w in chunk.modifiers if russian_names().owner(w.text)), None)
        if word is not None:
            return [Argument("ground", (), Phrase((word.start, word.end), (word.start, word.end)))]
    return []


def _means(pred: Pred, chunk: Chunk) -> bool:
    """Is an event in the instrumental what something was done with (ударом поражён склад)?"""
    animate = chunk.form is not None and chunk.form.animate
    if chunk.lemma in _WEAPONS or is_instrument(chunk):
        return True
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
    chunk = taken.chunk
    if is_instrument(chunk) and chunk.prep in {"по", "согласно", "в соответствии с", "в рамках"}:
        return []
    called = pred.lemma in _HOLDING and not is_somebody(chunk)
    if pred.passive and taken.mark == "inst" and (_means(pred, chunk) or _depicts(chunk) or called):
        return _wielder(taken)
    mark = _voiced(pred, taken.mark)
    if chunk in pred.swallowed and not _itself(pred, chunk, mark):
        return _inside(pred, taken)
    if taken.asked and pred.row is not None and not _named_by_row(pred, mark):
        return [
            Argument("", ("target",), chunk.phrase(), own=taken.own),
            Argument("", ("object",), chunk.phrase(), own=taken.own),
        ]
    if pred.kind == "noun" and mark == "inst" and taken.phrase is not None:
        return [Argument(mark, ("subject",), taken.phrase)]
    content = noun_row(chunk) is not None and bool({(mark, "content"), (mark, "own")} & set(pred.row_roles()))
    if content or (mark in {"acc", "inst"} and not chunk.prep and not _may_receive(pred, mark, chunk)):
        return []
    return _plain(pred, taken, mark)


def _plain(pred: Pred, taken: Taken, mark: str) -> list[Argument]:
    """Give a noun phrase with the mark of its row, and as a place where it may be one."""
    chunk, phrase = taken.chunk, taken.phrase or taken.chunk.phrase()
    row_mark = mark if pred.row is None or any(m == mark for m, _ in pred.row.roles) else _bare_mark(pred, mark)
    addressed = pred.row is not None and pred.row.concept.type in _WORDY and mark in {"acc", "dat"} and row_mark == mark
    if addressed and (mark, "recipient") in pred.row_roles():
        return [Argument(row_mark, (), phrase, own=taken.own)]  # призвал стороны: whom, not where
    nobody = pred.row is None and chunk.prep != "" and not is_somebody(chunk) and not chunk.head.capital
    slots = () if nobody else _SLOTS.get(mark, ())  # собрался на заседание: nobody is on the receiving end
    found = [Argument(row_mark, slots, phrase, own=taken.own)]
    struck = pred.kind == "noun" and mark == "gen" and (mark, "recipient") in pred.row_roles()
    if struck and is_place_word(chunk.head.text):
        found.append(Argument("place", (), phrase, own=taken.own))
    if chunk.prep == "между" and _between_them(pred, chunk):
        return [Argument("", ("subject",), phrase, own=taken.own)]
    aside = chunk.lemma == "сторона" and chunk.prep in {"с", "со", "от", "из"}  # с таджикской стороны погибли пятеро
    aside = aside and not any(is_place_word(p.head.text) for p in chunk.parts)  # с другой стороны границы
    if aside or (chunk.prep == "между" and _named_by_row(pred, mark)):
        return found
    beyond = chunk.prep in {"из-за", "из-под"} and is_place_word(chunk.head.text)  # стреляли из-за реки
    if (chunk.prep in SPATIAL and taken.mark.partition("+")[2] != "dat") or chunk.prep in {"к", "по"} or beyond:
        found.append(Argument("place", (), phrase, own=taken.own))
    return found


def _between_them(pred: Pred, chunk: Chunk) -> bool:
    """Do those between whom it is signed or held act (между Перу и Чили подписан пакт)?"""
    type_ = pred.row.concept.type if pred.row is not None else None
    return pred.passive and type_ in {"AGREE", "CONSULT", "SUPPORT", "COOPERATE"} and bool(chunk.joined)


def _depicts(chunk: Chunk) -> bool:
    """Does an instrumental only say in what state somebody was (был захвачен живым)?"""
    if chunk.form is None:
        return False
    alone = chunk.form.pos in {"ADJF", "PRTF"} and not stands_for_noun(chunk.head)
    return alone or chunk.low in {"живым", "живыми", "мертвым", "мертвыми"}


def _wielder(taken: Taken) -> list[Argument]:
    """Give whose weapon something was done with, if its adjective says so (сбит сирийской ракетой)."""
    owner = next((w for w in taken.chunk.modifiers if russian_names().owner(w.text)), None)
    if owner is None or taken.chunk.lemma not in _WEAPONS:
        return []
    span = (owner.start, owner.end)
    return [Argument("nom", ("subject",), Phrase(span, span), own=taken.own)]


def _merely_happens(pred: Pred) -> bool:
    """Is the subject a thing that something befalls, and nobody who acts (давление не поможет, меры последуют)?"""
    subject = pred.subject
    if subject is None or pred.kind != "verb" or pred.passive or not pred.row_is_plain() or pred.form is None:
        return False
    if (
        is_instrument(subject)
        or pred.form.transitive
        or (pred.row is not None and any(m == "nom" for m, _ in pred.row.roles))
    ):
        return False
    thing = subject.form is not None and subject.form.pos == "NOUN" and not subject.form.animate
    thing = thing and (
        (subject.lemma.endswith(_ABSTRACT) and subject.lemma not in _BODIES)
        or subject.lemma in _HAPPENINGS
        or noun_row(subject) is not None
    )
    place = pred.row is not None and "place" in pred.row.concept.roles_of("subject")
    place = place or is_place_word(subject.head.text)
    return thing and not place and not _is_name(subject) and not is_somebody(subject)


def _is_name(chunk: Chunk) -> bool:
    """Is it a name, and no common noun that opens the sentence?"""
    common = chunk.form is not None and chunk.form.known and chunk.form.pos == "NOUN" and not chunk.form.kind
    return bool(chunk.head.mark) or (chunk.head.capital and not common)


def _may_receive(pred: Pred, mark: str, chunk: Chunk) -> bool:
    """May it be somebody, where the verb is one of words or unknown: no thing receives those (пообещал ответ)?"""
    event = noun_row(chunk)
    thing = chunk.form is not None and not chunk.form.animate and not chunk.head.mark
    if event is not None and event[0].concept.type == "ASSAULT" and thing and mark == "acc" and pred.kind != "noun":
        return False  # отразили атаку
    told = governor(chunk.lemma, "noun", "np")
    if pred.negative and thing and told is not None and told.effect == "claim":
        return False  # доказательств не нашли
    words = pred.row is None or pred.row.concept.type in _WORDY
    if not words or pred.kind == "noun" or (pred.row is not None and (mark, "place") in pred.row.roles):
        return True
    pronoun = chunk.form is not None and chunk.form.pos in {"NPRO", "ADJF", "PRTF", "UNKN", "LATN"}
    return (
        pronoun
        or chunk.head.capital
        or chunk.lemma in _ORGANS
        or chunk.lemma in CRAFT
        or is_somebody(chunk)
        or is_place_word(chunk.head.text)
    )


def _bare_mark(pred: Pred, mark: str) -> str:
    """Write an agent of a nominal or with со стороны as the row does."""
    if pred.row is None:
        return mark
    known = {m for m, _ in pred.row.roles}
    if mark == "в отношении+gen":
        return next((m for m, part in pred.row.roles if part == "recipient"), mark)
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
    typed = pred.row.concept.type is not None
    return _named_by_row(pred, mark) or (mark == "acc" and typed and bool(pred.row.concept.roles_of("object")))


def _inside(pred: Pred, taken: Taken) -> list[Argument]:
    """Give the genitives inside a noun that is one of the row's words (ввод войск соседа)."""
    if pred.row is None:
        return []
    found: list[Argument] = []
    boards = pred.row.concept.name == "board" and taken.chunk.lemma == "борт"
    if taken.chunk.prep in SPATIAL and noun_row(taken.chunk) is None and not boards and taken.chunk.lemma != "воздух":
        found.append(Argument("place", (), taken.chunk.phrase(), own=taken.own))
    if pred.row.concept.name in ENTERS and taken.mark == "acc" and is_place_word(taken.chunk.head.text):
        found.append(Argument("place", (), taken.chunk.phrase(), own=taken.own))  # нарушил воздушное пространство
    known = {m for m, _ in pred.row.roles}
    if "gen" in known:
        owners = [w for w in taken.chunk.modifiers if russian_names().owner(w.text)]
        found.extend(Argument("gen", (), Phrase((w.start, w.end), (w.start, w.end)), own=taken.own) for w in owners)
    words = frozenset(lemma for word in pred.row.text.split() for lemma in lemmas(word))
    parts = taken.chunk.parts[:1]
    if parts and words & lemmas(
        parts[0].head.text
    ):  # потребовал вывода войск соседа: the forces are none, the neighbour is
        parts = parts[0].parts[:1]
    for part in parts:
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
    own.sort(key=lambda c: (c.words[0].text[:4].isdecimal(), not any(w.number for w in c.words)))
    if own:
        return tuple(DateSpan(c.date) for c in own if c.date is not None)
    if pred.shares is not None and pred.shares is not pred:
        return dates_of(pred.shares, before)
    event = pred.row is None or pred.row.concept.kind == "event"
    event = event and pred.via != "amid:по"
    above = pred.parent if pred.link in _LEANING and event else before
    return (
        tuple(DateSpan(d.span, own=False) for d in dates_of(above)) if above is not None and above is not pred else ()
    )


_LEANING = frozenset({"inf", "np", "part", "ger", "adv", "rel"})
