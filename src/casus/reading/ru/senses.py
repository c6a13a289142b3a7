"""Which row a Russian verb has with what it is done to: ships are turned back, troops drawn up (развернуть)."""

from __future__ import annotations

import re

from casus.reading.ru.morphology import lemmas
from casus.reading.ru.names import russian_names
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.preds import Pred
from casus.reading.ru.rowindex import Pattern, index
from casus.reading.ru.sources import is_body, is_instrument, is_somebody, is_state_name

_STOPS = frozenset({"остановить", "останавливать", "развернуть", "разворачивать"})
_EXPELS = frozenset({"deport", "expel_diplomat"})
_PRESCRIBES = frozenset({"предписать", "предписывать"})
_CREWS = frozenset({"экипаж", "команда", "персонал", "семья"})
_SENDS = frozenset({"выслать", "высылать"})
_ENTERS = frozenset({"вступить", "войти"})
_RETREATS = frozenset({"отойти", "отходить"})
_TROOPS = frozenset({
    "войско", "отряд", "армия", "полк", "батальон", "бригада", "рота", "дивизия", "патруль", "гарнизон", "часть",
    "подразделение", "сила", "взвод", "экипаж", "эскадра", "флот", "дозор", "группа", "батарея", "артиллерия",
})  # fmt: skip
_FALLS_TO = frozenset({"отойти", "отходить", "перейти", "переходить"})
CRAFT = frozenset({
    "судно", "корабль", "танкер", "катер", "лодка", "сухогруз", "балкер", "траулер", "шхуна", "яхта", "самолет",
    "вертолет", "автобус", "поезд", "колонна", "конвой", "караван", "машина", "грузовик", "автомобиль", "паром",
    "лайнер", "контейнеровоз", "сторожевик", "фрегат", "эсминец", "корвет", "баржа", "фура", "флотилия",
})  # fmt: skip
"""What is stopped or turned back on its way."""
_AIRCRAFT = re.compile(r"(?:[FBPEC]|RC|EP|MQ|RQ|AH|UH|CH|JF|J|Су|Ту|МиГ|Ил|Ан|Як|Ми|Ка)-\d{1,3}\w{0,3}")


def by_object(pred: Pred, pattern: Pattern) -> Pattern:
    """Give the row a verb has with what it is done to: ships are turned back, troops drawn up (развернуть)."""
    concept = pattern.row.concept.name
    if concept in {"intrude", "invade"} and _joins(pred):
        return _membership(pred, pattern)
    if concept == "acknowledge" and not pattern.words:
        return _recognised(pred) or pattern
    verb = _like(pred, concept, bare=not pattern.words)
    return _plain_row(verb, pattern) if verb else pattern


def _like(pred: Pred, concept: str, *, bare: bool) -> str:
    """Give the verb whose row a verb has here, or nothing."""
    lemma = pred.lemma
    tests = (
        (bare and lemma in _STOPS and concept in {"cease", "deploy"} and _stoppable(pred, concept), "заблокировать"),
        (concept == "protest" and lemma == "протестовать" and _people(pred), "митинговать"),
        (concept in _EXPELS and lemma in _SENDS and _stoppable(pred, "deploy"), "направить"),  # выслал сторожевик
        (concept == "hold" and bare and somebody_held(pred), "задержать"),
        (concept == "aim" and lemma in {"направить", "направлять"} and _to_somewhere(pred), "направить"),
        (concept == "belong_to" and lemma in _RETREATS and _on_foot(pred), "уйти"),
        (concept == "provide_for" and lemma in _PRESCRIBES and _by_somebody(pred), "приказать"),
        (lemma in _FALLS_TO and not pred.passive and _given_to(pred), "достаться"),
    )
    return next((verb for holds, verb in tests if holds), "")


def _by_somebody(pred: Pred) -> bool:
    """Is it somebody, and no treaty or law, that prescribes something (суд предписал отвести войска)?"""
    subject = pred.subject or next((c for c in pred.candidates if not c.prep and c.may("nom")), None)
    return subject is not None and not is_instrument(subject) and (is_body(subject) or is_somebody(subject))


def _on_foot(pred: Pred) -> bool:
    """Do people or troops go somewhere, and no ground passes to anybody (пограничники отошли к реке)?"""
    subject = pred.subject or next((c for c in pred.candidates if not c.prep and c.may("nom")), None)
    if subject is None or subject.form is None:
        return False
    return subject.form.animate or bool(lemmas(subject.head.text) & (CRAFT | _TROOPS))


def _membership(pred: Pred, pattern: Pattern) -> Pattern:
    """Give the row of joining an organisation, or of being in one."""
    happened = pred.form is not None and pred.form.perfective and pred.lemma in _ENTERS
    wanted, verb = ("join_organisation", "присоединиться") if happened else ("member", "состоять")
    return next((p for p in index().verbs.get(verb, ()) if p.row.concept.name == wanted), pattern)


def _given_to(pred: Pred) -> bool:
    """Does a name in the dative say whose it becomes (остров отошёл Перу)?"""
    return any(t.mark == "dat" and not t.chunk.prep and t.chunk.head.capital for t in pred.taken)


def _plain_row(verb: str, default: Pattern) -> Pattern:
    """Give the first row of a verb alone."""
    found = (p for p in index().verbs.get(verb, ()) if not p.negative and not p.words)
    return next(found, default)


def somebody_held(pred: Pred) -> bool:
    """Are people held, and no ground (инспекторов удерживали)?"""
    chunks = [c for c in (*pred.candidates, *(t.chunk for t in pred.taken)) if not c.prep and c.may("acc")]
    whom = pred.subject if pred.passive else next(iter(chunks), None)
    if whom is None or whom.form is None or whom.form.pos != "NOUN":
        return False
    return whom.form.animate or whom.lemma in _CREWS


def _people(pred: Pred) -> bool:
    """Are people the ones who protest, and no ministry or state?"""
    form = pred.subject.form if pred.subject is not None else None
    return form is not None and form.animate and form.number == "plur"


def _to_somewhere(pred: Pred) -> bool:
    """Is it a place that somebody is sent to (полицейские, направленные на Гаити)?"""
    goals = [c for c in (*pred.candidates, *(t.chunk for t in pred.taken)) if c.prep in {"на", "в"}]
    return any(c.head.capital or is_place_word(c.head.text) for c in goals)


def _recognised(pred: Pred) -> Pattern | None:
    """Give the row of recognising a state, where a state is what is recognised (признали Палестину)."""
    whom = pred.subject if pred.passive else next((t.chunk for t in pred.taken if t.mark == "acc"), None)
    state = whom is not None and is_state_name(whom)
    rows = (p for p in index().verbs.get("признать", ()) if p.row.concept.name == "recognise")
    return next(rows, None) if state else None


def _stoppable(pred: Pred, concept: str) -> bool:
    """Is what is stopped or turned back somebody, or a craft on its way?"""
    chunks = [c for c in (*pred.candidates, *(t.chunk for t in pred.taken)) if not c.prep and c.may("acc")]
    whom = pred.subject if pred.passive else next(iter(chunks), None)
    if whom is None or whom.form is None:
        return False
    pronoun = whom.low in {"его", "ее", "их"}
    animate = whom.form.animate and whom.form.pos != "NPRO"
    craft = bool(CRAFT & lemmas(whom.head.text)) or is_designation(whom.head.text)
    return craft or pronoun or (animate and concept == "cease")


def _joins(pred: Pred) -> bool:
    """Does somebody enter an organisation, and no ground (входит в ОДКБ)?"""
    goals = [c for c in (*pred.candidates, *(t.chunk for t in pred.taken)) if c.prep in {"в", "во"}]
    goals += [pred.noun] if pred.rel_prep in {"в", "во"} and pred.noun is not None else []
    return any(f.entry.kind == "org" for c in goals for f in russian_names().scan(" ".join(w.text for w in c.words)))


def is_designation(word: str) -> bool:
    """Is it an aircraft by its designation (F-16, Су-27)?"""
    return _AIRCRAFT.fullmatch(word) is not None
