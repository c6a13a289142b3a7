"""Subjects a Russian predicate has from elsewhere: shared, left out, or those of the verb over an infinitive."""

from __future__ import annotations

from casus.reading.ru.agreement import agrees
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.preds import Pred, Taken
from casus.reading.ru.rows import is_copula, noun_row, speaks
from casus.reading.ru.sources import is_somebody, place_speaks, says, sits, speaks_from, thinks
from casus.reading.ru.words import DATIVE_SUBJECT, governor

_NOBODYS = frozenset({"хватить", "хватать", "недоставать", "удаться", "удаваться", "прийтись", "предстоять"})
_NAMING = frozenset({"назвать", "называть", "объявить", "признать", "осудить", "осуждать", "отвергнуть", "отвергать"})
"""What an institution does with words, without a clause for them (в МИД решение назвали ошибкой)."""
_GRANTED = frozenset({"разрешение", "согласие", "право", "мандат", "санкция", "возможность"})
"""What somebody asks for in order to act."""
_SENSE = frozenset({"смысл", "резон"})
_ORDERS = frozenset({"приказ", "распоряжение", "указание", "команда", "задание", "задача"})
_GETS = frozenset({"получить", "получать", "иметь", "выполнить", "выполнять", "исполнить"})
_SERVES = frozenset({"посредничать", "помочь", "содействовать", "помогать", "выступить", "принять", "провести"})
"""What somebody offers to do."""
_DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "COOPERATE"})
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
_ANSWERS = frozenset({"no_comment", "confirm", "not_confirm", "undecided", "concern", "welcome", "wish", "expect"})
_MINDED = frozenset({"склоняться", "колебаться", "раздумывать", "рассчитывать", "готовиться", "собираться"})
"""What those who sit somewhere do before they decide (в кабинете склоняются к бойкоту)."""
_ELSEWHERE = frozenset({"сторона", "территория", "берег"})
_LEANS = frozenset({"comp", "adv", "cond", "ahead"})


def _opening(pred: Pred, others: list[Pred]) -> Chunk | None:
    """Give the subject of the clause that opened the sentence (когда колонна вошла в ущелье, попала в засаду)."""
    clause = next(
        (o for o in others if o.parent is pred and o.link in {"adv", "cond"} and o.position < pred.position), None
    )
    subject = clause.subject if clause is not None else None
    if subject is None or noun_row(subject) is not None or _impersonal(pred) or not goes_with(subject, pred):
        return None
    person = pred.form is not None and pred.form.person in {"1per", "2per"}
    alone = pred.form is not None and pred.form.number == "plur" and not (subject.form and subject.form.animate)
    return None if person or alone else subject


def borrow(pred: Pred, others: list[Pred]) -> None:
    """Give a predicate without a subject of its own the one it shares or leaves out."""
    if pred.subject is not None or _has_none(pred):
        return
    if pred.link == "ger" and pred.parent is not None:
        pred.subject, pred.subject_own = pred.parent.subject, False
        return
    if pred.form is not None and pred.form.number == "plur" and pred.kind == "verb" and _institution(pred):
        return
    if (
        pred.shares is not None
        and pred.shares.subject is not None
        and (goes_with(pred.shares.subject, pred) or _at_the_same(pred.shares, pred))
    ):
        pred.subject, pred.subject_own = pred.shares.subject, pred.shares.subject_own
        return
    pred.shares = None
    after = next((o for o in others if o.shares is pred and o.position > pred.position), None)
    late = after is not None and after.subject is not None and after.subject.start > after.position
    if after is not None and late and after.subject is not None and goes_with(after.subject, pred):
        pred.subject, pred.subject_own = after.subject, after.subject_own  # погибли и ранены десятки человек
        return
    if pred.link == "main" and pred.kind in {"verb", "short"} and (opening := _opening(pred, others)) is not None:
        pred.subject, pred.subject_own = opening, False
        return
    above = pred.parent
    whose = pred.link == "rel" and _stands_apart(pred) and pred.form is not None and pred.form.number == "sing"
    if (
        (pred.link in _LEANS or whose)  # заявление, в котором назвало
        and above is not None
        and not (pred.link != "comp" and pred.position < above.position)
        and above.subject is not None
        and pred.form is not None
    ):
        third_plural = pred.form.number == "plur" and (above.form is None or above.form.number != "plur")
        them = any(t.mark in {"acc", "dat"} and t.chunk.low in {"их", "нас", "им", "нам"} for t in pred.taken)
        third_plural = third_plural or (them and pred.form.number == "plur")  # жалуются, что их прогнали
        third_plural = third_plural or _from_a_side(pred)
        fits = goes_with(above.subject, pred) or _at_the_same(above, pred)  # в Аммане утверждают, что защищали
        it = above.subject.gender == "neut" and pred.lemma not in _NOBODYS  # правительство выступило и назвало
        able = pred.kind != "pred" or pred.lemma == "вправе"
        if able and not third_plural and fits and (it or not _impersonal(pred)):
            pred.subject, pred.subject_own = above.subject, False
    elif pred.kind == "verb" or (pred.kind in {"adj", "short"} and is_sure(pred.lemma)):
        _institution(pred)


def _from_a_side(pred: Pred) -> bool:
    """Does it say from which side several acted, who are then not named (стреляли с чужой стороны границы)?"""
    form = pred.form
    several = form is not None and form.number == "plur" and pred.kind == "verb"
    return several and any(t.chunk.prep in {"с", "со"} and t.chunk.lemma in _ELSEWHERE for t in pred.taken)


def _stands_apart(pred: Pred) -> bool:
    """Is the pronoun of a relative clause no subject (договор, в котором; переписку, которую считает; всех, кого)?"""
    other = pred.rel is not None and "nom" not in pred.rel.cases
    return bool(pred.rel_prep) or other or pred.mark == "кого"


def _has_none(pred: Pred) -> bool:
    """Can a predicate have no subject (конвенция действует, и бомбить больницы нельзя), or one by other rules?"""
    nobodys = pred.kind == "pred" and pred.lemma in DATIVE_SUBJECT
    return nobodys or pred.kind in {"part", "inf"} or pred.chunk.low == "нет"


def _institution(pred: Pred) -> bool:
    """Make the place where something is said the one who says it (в Кремле опасались)."""
    minds = thinks(pred.lemma) or speaks(pred.lemma) or _minds(pred) or is_sure(pred.lemma) or pred.lemma in _NAMING
    if not (minds or _answers(pred)):
        return False
    tag = pred.link == "tag"  # …, предупреждают в альянсе
    places = (t for t in pred.taken if speaks_there(t.chunk) and not tells_what(t, pred))
    speaker = next((t for t in places if tag or sits(t.chunk)), None)
    if speaker is None and says(pred.lemma):
        speaker = next((t for t in pred.taken if speaks_from(t.chunk)), None)
    if speaker is None:
        return False
    pred.subject = speaker.chunk
    pred.taken.remove(speaker)
    return True


def speaks_there(chunk: Chunk) -> bool:
    """Does somebody speak as a place, which is no deed (подозревают в убийстве)?"""
    known = noun_row(chunk) if place_speaks(chunk) else None
    return place_speaks(chunk) and (known is None or known[0].concept.type not in _DEEDS)


def _answers(pred: Pred) -> bool:
    """Does a verb in the plural without a subject tell what is decided or answered somewhere (в Каире отказались)?"""
    row, form = pred.row, pred.form
    several = form is not None and form.number == "plur" and form.person in {"", "3per"}
    if several and pred.lemma in _MINDED:
        return True
    return several and row is not None and (row.concept.name in _ANSWERS or row.concept.type in _WORDS)


def tells_what(taken: Taken, pred: Pred) -> bool:
    """Does a noun phrase give what is said (сознались в поджоге), and not who says it (в Кремле признали)?"""
    content = any(mark == taken.mark and part == "content" for mark, part in pred.row_roles())
    return content and (noun_row(taken.chunk) is not None or not is_somebody(taken.chunk))


def is_sure(lemma: str) -> bool:
    """Is it what somebody is who holds something to be so (уверен, убеждён)?"""
    row = governor(lemma, "adj", "что")
    return row is not None and row.voice == "subject"


def _at_the_same(above: Pred, pred: Pred) -> bool:
    """Do the people of one institution speak in one clause and act in the other, both in the plural?"""
    plural = above.form is not None and above.form.number == "plur" and pred.form is not None
    return (
        plural
        and pred.form is not None
        and pred.form.number == "plur"
        and above.subject is not None
        and above.subject.prep != ""
    )


def _minds(pred: Pred) -> bool:
    row = pred.row
    return row is not None and row.concept.content is not None and row.concept.name not in {"investigate", "sue"}


def _impersonal(pred: Pred) -> bool:
    if pred.lemma in _NOBODYS:
        return True
    return (
        pred.form is not None
        and pred.form.tense == "past"
        and pred.form.gender == "neut"
        and pred.form.number == "sing"
    )


def goes_with(subject: Chunk, pred: Pred) -> bool:
    """May a noun phrase of another clause be the subject here too?"""
    return (
        pred.form is None
        or agrees(subject.as_subject(), pred.form, joined=bool(subject.joined))
        or subject.number == ""
    )


def control(pred: Pred) -> None:
    """Give an infinitive the one who is to act: the subject of a promise, the one asked by a demand."""
    above = pred.parent
    if above is None or pred.subject is not None:
        return
    if above.kind == "inf" and above.subject is None:
        control(above)
    whose = next((p for p in pred.noun.parts[:1] if p.may("gen") and is_somebody(p)), None) if pred.noun else None
    if whose is not None and pred.link == "inf":  # уведомила о намерении соседа провести учения
        pred.subject, pred.subject_own, pred.via = whose, False, "own"
        return
    if pred.noun is not None and pred.noun.lemma in _SENSE and (above.subject is None or above.subject is pred.noun):
        whom = next((t for t in above.taken if t.mark == "dat"), None)
        if whom is not None:  # послу имеет смысл уехать
            pred.subject, pred.subject_own = whom.chunk, False
            return
    granted = pred.noun is not None and pred.noun.lemma in _GRANTED  # попросил разрешения стрелять
    ordered = pred.noun is not None and pred.noun.lemma in _ORDERS and above.lemma in _GETS  # получил приказ стрелять
    offered = above.lemma in {"предложить", "предлагать"} and pred.lemma in _SERVES and _asked(above) is None
    granted = granted or ordered or offered
    sought = pred.link == "purpose" and ("чтобы", "content") in above.row_roles()  # дали послу сутки, чтобы уехать
    content = _way(above) if (pred.link == "inf" and not granted) or sought else "own"
    pred.via = content
    told = next((t for t in pred.taken if t.mark == "dat" and t.chunk.end <= pred.position), None)
    if told is not None and content == "content":
        pred.subject = told.chunk
        pred.taken.remove(told)
        above.taken.append(Taken("dat", told.chunk, asked=True))
        return
    if content == "content":
        asked = _asked(above)
        if asked is None and above.lemma in DATIVE_SUBJECT and above.subject is not None:
            pred.subject, pred.subject_own = above.subject, False  # кораблям проходить запрещалось
        if asked is not None:
            asked.asked = True
            pred.subject, pred.subject_own = asked.chunk, False
        return
    pred.subject, pred.subject_own = above.subject, False


def _way(above: Pred) -> str:
    """Is the infinitive what the subject does itself (own), or what another is to do (content)?"""
    if above.row is not None:
        way = next((part for mark, part in above.row.roles if mark == "inf"), "")
        if way in {"own", "content"}:
            return way
        if above.row.concept.type in {"REQUEST", "MOBILIZE"}:
            return "content"
    if governor(above.lemma, "verb", "чтобы") is not None and governor(above.lemma, "verb", "inf") is None:
        return "content"
    return "content" if is_copula(above.lemma) and above.kind == "noun" else "own"


def _asked(above: Pred) -> Taken | None:
    for mark in ("acc", "dat", "от+gen", "у+gen", "к+dat"):
        found = next((t for t in above.taken if t.mark == mark and t.chunk not in above.swallowed), None)
        if found is not None:
            return found
    return None
