"""Finding the row of the Russian predicate table that a predicate and its words make."""

from __future__ import annotations

from functools import cache, lru_cache

from casus.reading.lexicon import Predicate
from casus.reading.ru.morphology import lemmas, plain
from casus.reading.ru.names import russian_names
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.preds import Pred
from casus.reading.ru.rowindex import Pattern, index
from casus.reading.ru.senses import by_object, is_designation, somebody_held
from casus.reading.ru.words import CARRIES, PREPOSITIONS, governor

_TAKES = frozenset({"взять", "брать"})
_JOIN = frozenset(
    {"быть", "стать", "оказаться", "являться", "остаться", "оставаться", "считать", "считаться", "признать"}
)
_CALLS = frozenset({"назвать", "называть", "объявить", "признать", "считать", "счесть"})
"""What somebody is called stands beside these, never as their subject (нападение признано вооружённым)."""
_COUNCILS = frozenset({"совет", "совбез", "кабинет", "парламент", "ассамблея", "комитет", "комиссия", "сессия"})
_REMAINS = frozenset({"остаться", "оставаться"})
_LASTING = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Types of acts whose outcome lasts (граница остаётся закрытой)."""
_POINTS_AT = frozenset({"указывать", "указать", "кивать", "кивнуть"})
_GATHERS = frozenset({"собрать", "собирать"})
_SINGULAR = frozenset({"вывод"})
"""Nouns that tell of an event in the singular alone."""
_NOTICES = frozenset({"заметить", "замечать"})
_ANSWERS = frozenset({"ответить", "отвечать"})
_OF_ITSELF = frozenset({"склоняться", "держаться", "сводиться"})
"""Verbs that nobody does to their subject, though they look so (склоняются к бойкоту)."""
_IN_WORDS = frozenset({"отказ", "согласие", "молчание", "письмо", "нота", "взаимность", "шутка", "заявление"})
"""What somebody answers with who strikes nobody (ответить отказом)."""
_COPULAS = frozenset({"быть", "стать", "оказаться", "являться"})


def match(pred: Pred) -> None:
    """Give a predicate its row, and the noun phrases that are words of the row."""
    pred.bare = pred.bare or list(pred.trigger)
    pred.trigger, pred.row, pred.swallowed = list(pred.bare), None, []
    passive = pred.passive
    patterns = _patterns(pred)
    if any(p.words for p in patterns):
        bag = _bag(pred)
        patterns = [p for p in patterns if all(not options.isdisjoint(bag) for _, options, _ in p.words)]
    best: tuple[int, Pattern, list[Chunk]] | None = None
    for pattern in patterns:
        if best is not None and pattern.weight <= best[0]:
            break
        used = _used(pattern, pred)
        if used is not None:
            best = (pattern.weight, pattern, used)
    if best is None:
        pred.passive = passive and pred.passive
        return
    _, pattern, used = best
    if (other := by_object(pred, pattern)) is not pattern:
        pattern, used = other, []
    pred.row, pred.swallowed = pattern.row, used
    if pred.kind != "noun":
        _lengthen(pred)
        _name_event(pred)
    if pattern.preposition:
        _bare(pred, pattern.preposition)
    concept = pattern.row.concept
    if pattern.row.pos == "adj":
        pred.passive = False
    pred.undone = pattern.negative and (concept.type is not None or concept.colours)


def _bag(pred: Pred) -> set[str]:
    """Give the dictionary forms of all words that may be words of the row."""
    chunks = [*pred.candidates, *(t.chunk for t in pred.taken), *pred.adverbs]
    if pred.subject is not None:
        chunks.append(pred.subject)
    found: set[str] = set()
    for chunk in chunks:
        for word in chunk.words:
            found |= _word_lemmas(word.text)
    return found


@lru_cache(maxsize=50_000)
def _word_lemmas(word: str) -> frozenset[str]:
    """Give the dictionary forms of a word; the designation of an aircraft is one (подняли два F-16)."""
    return lemmas(word) | ({"самолет"} if is_designation(word) else frozenset())


def _lengthen(pred: Pred) -> None:
    """Take into the trigger a word of the row that stands right beside the verb (начнёт наступление)."""
    for chunk in pred.swallowed:
        apart = min(abs(chunk.start - len(chunk.prep) - 1 - pred.end), abs(pred.start - chunk.end))
        speech = pred.row is not None and pred.row.concept.content is not None
        whole = chunk.start > pred.start or chunk.core == chunk.end
        event = (speech and noun_row(chunk) is not None) or (chunk.prep != "" and chunk.start < pred.start)
        if apart <= 1 and not event and whole and len(chunk.modifiers) <= 1:
            pred.trigger = [*pred.trigger, *(w for w in chunk.words if w.end <= chunk.core and w not in pred.trigger)]


def _name_event(pred: Pred) -> None:
    """Let a noun that stands well before the verb that carries it be the trigger (нападений Вьетнам не совершал)."""
    if pred.lemma not in CARRIES or pred.trigger != pred.bare:
        return
    event = next((c for c in pred.swallowed if c.end < pred.start and noun_row(c) is not None), None)
    if event is not None:
        pred.trigger = [event.head]


def _patterns(pred: Pred) -> list[Pattern]:
    table = index()
    if pred.kind in {"adj", "pred"}:
        return [
            *table.adjectives.get(pred.lemma, []),
            *table.verbs.get(pred.lemma, []),
            *table.verbs.get(pred.chunk.low, []),
        ]
    found = table.verbs.get(pred.lemma, [])
    if pred.lemma in _TAKES and _named_place(pred):
        found = [*found, *(p for p in table.verbs.get("овладеть", []) if not p.words)]
    if pred.kind in {"short", "part"}:
        participle = [p for lemma in lemmas(pred.chunk.head.text) for p in table.adjectives.get(lemma, [])]
        found = sorted([*participle, *found], key=lambda p: -p.weight)
    if pred.lemma in _JOIN and (quality := _quality(pred)):
        found = sorted(
            [*found, *(p for lemma in quality for p in table.adjectives.get(lemma, []))], key=lambda p: -p.weight
        )
    if pred.lemma in _REMAINS:
        found = _remaining(pred, found)
    other = _like_verb(pred, found)
    if other:
        return table.verbs.get(other, [])
    asked = any(t.chunk.prep == "от" for t in pred.taken)
    needs = (pred.lemma == "требоваться" and not asked) or pred.lemma in _OF_ITSELF  # согласия не требуется
    reflexive = pred.lemma.endswith(("ся", "сь")) and not needs and governor(pred.lemma, "flat", "inf") is None
    animate = pred.subject is not None and pred.subject.form is not None and pred.subject.form.animate
    says = animate and governor(pred.lemma, "report", "что") is not None  # ополченцы отчитались о взятии
    pred.passive = pred.passive and not says
    if reflexive and not says and not any(_used(p, pred) is not None for p in found):
        base = table.verbs.get(pred.lemma[:-2], [])
        if base and pred.kind in {"verb", "inf", "part"}:
            pred.passive = True
            return base
    return found


def _remaining(pred: Pred, found: list[Pattern]) -> list[Pattern]:
    """Give the rows of what somebody or something remains: unknown, closed by others, without something."""
    if quality := _quality(pred):
        done = [p for w in quality for p in index().verbs.get(w, []) if p.row.concept.type in _LASTING]
        found = [p for p in found if p.words or p.row.pos == "adj"]  # судьба остаётся неизвестной
        if done and not any(_used(p, pred) is not None for p in found):
            pred.passive = True  # граница остаётся закрытой
            return done
    chunks = (*pred.candidates, *(t.chunk for t in pred.taken))
    return [p for p in found if p.words] if any(c.prep == "без" for c in chunks) else found  # остались без внимания


def _like_verb(pred: Pred, found: list[Pattern]) -> str:
    """Give the verb whose rows a predicate has for what it is said of, or nothing."""
    if pred.lemma in {"собраться", "собираться"} and _meets(pred):
        return "заседать"  # завтра соберётся совет
    noticed = [*pred.candidates, *(t.chunk for t in pred.taken)] if pred.lemma in _NOTICES and not found else []
    if any(not c.prep and c.may("acc") and not c.may("nom") for c in noticed):
        return "обнаружить"  # заметили у моста всадников
    if pred.lemma == "держать" and not any(_used(p, pred) is not None for p in found) and somebody_held(pred):
        return "задержать"  # экипаж держали на острове
    on = [c for c in (*pred.candidates, *(t.chunk for t in pred.taken)) if c.prep == "на"]
    if pred.lemma in _POINTS_AT and any(c.form is not None and c.form.animate for c in on):
        return "пенять"  # указывает на сепаратистов
    if pred.lemma in _GATHERS and not any(_used(p, pred) is not None for p in found) and _gathers(pred):
        return "созвать"  # собрать НАТО
    ahead = pred.link in {"comp", "main"} and pred.form is not None and pred.form.tense == "futr"
    acts = pred.lemma in _ANSWERS and (ahead or pred.link in {"cond", "inf"}) and not _named_answer(pred)
    if acts and not any(_used(p, pred) is not None for p in found):
        return "отомстить"  # если Израиль ответит; пообещали ответить
    return ""


def _meets(pred: Pred) -> bool:
    """Is it a council or cabinet that comes together, with nothing said of what it is about to do?"""
    chunks = [c for c in (pred.subject, *pred.candidates) if c is not None and not c.prep]
    return any(c.lemma in _COUNCILS for c in chunks) and not any(c.kind == "inf" for c in _around(pred))


def _gathers(pred: Pred) -> bool:
    """Is it a council or an organisation that somebody calls together (собрать НАТО)?"""
    chunks = [c for c in (*pred.candidates, *(t.chunk for t in pred.taken)) if not c.prep and c.may("acc")]
    orgs = (f for c in chunks for f in russian_names().scan(c.head.text) if f.entry.kind == "org")
    return any(c.lemma in _COUNCILS for c in chunks) or next(orgs, None) is not None


def _around(pred: Pred) -> list[Chunk]:
    return pred.segment.chunks if pred.segment is not None else []


def _named_answer(pred: Pred) -> bool:
    """Does it say to what somebody answers in words (ответить на вопрос, ответить отказом)?"""
    chunks = (*pred.candidates, *(t.chunk for t in pred.taken))
    refuses = pred.parent is not None and pred.parent.lemma in {"отказаться", "отказываться"}
    return refuses or any(c.prep in {"на", "за"} or c.lemma in _IN_WORDS for c in chunks)


def _named_place(pred: Pred) -> bool:
    """Is what somebody takes a kind of place, or a town by its name (взяли мост; взяли Кампалу)?"""
    seen = (*((pred.subject,) if pred.passive and pred.subject is not None else ()), *pred.candidates)
    chunks = [c for c in (*seen, *(t.chunk for t in pred.taken)) if not c.prep and c.may("acc")]
    if any(is_place_word(c.head.text) for c in chunks):
        return True
    towns = (c for c in chunks if c.head.capital and c.form is not None and not c.form.animate and not c.modifiers)
    return any(c.form is not None and (c.form.kind == "geo" or _is_capital(c.head.text)) for c in towns)


def _is_capital(word: str) -> bool:
    return any(f.entry.kind == "capital" for f in russian_names().scan(word))


def _quality(pred: Pred) -> frozenset[str]:
    """What something is said to be: an adjective in the instrumental beside a verb that only joins."""
    for chunk in (*pred.adverbs, *pred.candidates, *(t.chunk for t in pred.taken)):
        form = chunk.head.has("ADJF", "PRTF")
        if form is not None and len(chunk.words) == 1 and "inst" in {f.case for f in chunk.head.forms}:
            return lemmas(chunk.head.text)
    return frozenset()


def _used(pattern: Pattern, pred: Pred) -> list[Chunk] | None:
    """Give the noun phrases a row's further words stand in, or None where one is missing."""
    if pattern.negative and not pred.negative:
        return None
    if not pattern.words and not pattern.preposition:
        return []
    chunks = [*pred.candidates, *(t.chunk for t in pred.taken)]
    acted_on = pred.passive or pred.kind in {"short", "adj", "pred"} or pred.lemma.endswith(("ся", "сь"))
    used: list[Chunk] = []
    for preposition, options, leads in pattern.words:
        hit = next((c for c in chunks if _holds(c, preposition, options)), None)
        if (
            hit is None
            and pred.subject is not None
            and (acted_on or leads)
            and pred.lemma not in _CALLS
            and _holds(pred.subject, preposition, options)
        ):
            hit = pred.subject
        about = pred.noun is not None and pred.rel_prep != "" and pred.rel_prep == preposition
        if (
            hit is None
            and about
            and pred.noun is not None
            and not options.isdisjoint(_word_lemmas(pred.noun.head.text))
        ):
            continue  # соглашение, из которого вышел
        if hit is None and not preposition and any(_holds(c, c.prep, options) for c in used):
            continue
        if hit is None:
            if any(options & lemmas(w.text) for a in pred.adverbs for w in a.words):
                continue
            return None
        used.append(hit)
    own = [c for c in chunks if c not in used and c.prep == pattern.preposition]
    about = pred.noun is not None and pred.rel_prep == pattern.preposition  # земля, на которую претендует
    if pattern.preposition and not about and all(_of_an_event(c, chunks) for c in own):
        return None
    return used


def _of_an_event(chunk: Chunk, chunks: list[Chunk]) -> bool:
    """Does a prepositional phrase belong to the event right before it (налёт на больницу)?"""
    start = chunk.start - len(chunk.prep) - 1
    return any(0 <= start - c.end <= 1 and noun_row(c) is not None for c in chunks if c is not chunk)


def _holds(chunk: Chunk, preposition: str, options: frozenset[str]) -> bool:
    if chunk.prep != preposition:
        return False
    if not options.isdisjoint(_word_lemmas(chunk.head.text)):
        return True
    inner = [w for p in chunk.parts[:1] for w in (p.words if len(p.words) == 2 else (*p.modifiers, p.head))]
    inner += [w for w in chunk.words if w.start > chunk.head.start and not any(w in p.words for p in chunk.parts)]
    far = [w for w in chunk.words if w.low.startswith(("километр", "мил"))]  # в трёх километрах от брода
    return any(not options.isdisjoint(lemmas(w.text)) for w in (*chunk.modifiers, *inner, *far))


def _bare(pred: Pred, preposition: str) -> None:
    """Write what the row's own preposition governs as a bare case."""
    for taken in pred.taken:
        where = preposition == "у" and is_place_word(taken.chunk.head.text)  # отбила атаку у озера
        far = taken.mark.partition("+")[2] not in PREPOSITIONS.get(preposition, ())  # упала в миле от берега
        about = taken.chunk is pred.noun and pred.rel_prep == preposition
        if (about or taken.chunk.prep == preposition) and "+" in taken.mark and not (where or far):
            taken.mark = taken.mark.partition("+")[2]


def noun_row(chunk: Chunk) -> tuple[Predicate, list[Chunk]] | None:
    """Give the row of an event that a noun names, with those of its genitives that are words of the row."""
    key = chunk.form.lemma if chunk.form is not None else plain(chunk.head.text)
    if key in _SINGULAR and chunk.number == "plur":
        return None  # выводы комиссии
    own = [*chunk.modifiers, *(w for p in chunk.parts for w in (*p.modifiers, p.head))]
    best: Pattern | None = None
    for pattern in index().nouns.get(key, ()):
        if best is not None and pattern.weight <= best.weight:
            break
        if all(any(options & lemmas(w.text) for w in own) for _, options, _ in pattern.words):
            best = pattern
    if best is None:
        return None
    used = [p for p in chunk.parts if any(o & lemmas(p.head.text) for _, o, _ in best.words)]
    return best.row, used


@cache
def speaks(lemma: str) -> bool:
    """Is it a verb of the table that may stand as a tag (…, предупредил министр)?"""
    return any(
        not p.words and not p.preposition and p.row.concept.content is not None and not p.row.concept.colours
        for p in index().verbs.get(lemma, ())
    )


@cache
def affirms(lemma: str) -> bool:
    """Does a verb confirm or own up to what somebody is asked or charged with?"""
    return any(p.row.concept.name in {"confirm", "acknowledge"} and not p.words for p in index().verbs.get(lemma, ()))


@cache
def tells(lemma: str) -> bool:
    """May a clause with что or чтобы be what a verb tells, denies, doubts or demands?"""
    rows = (governor(lemma, kind, "что") or governor(lemma, kind, "чтобы") for kind in ("report", "verb"))
    return any(rows) or speaks(lemma)


@cache
def acts_with_words(lemma: str) -> bool:
    """Is it a verb of asking, accusing, refusing or threatening?"""
    return any(
        p.row.concept.type in {"REQUEST", "ACCUSE", "REJECT", "THREATEN"} and not p.words
        for p in index().verbs.get(lemma, ())
    )


@cache
def wants_act(lemma: str) -> bool:
    """Does a verb tell what is to be done, which may stand after a colon (требует большего: отозвать посла)?"""
    contents = {p.row.concept.content for p in index().verbs.get(lemma, ()) if not p.words}
    return bool(contents & {"demanded", "requested", "ordered", "agreed", "intended"})


def addresses(lemma: str) -> bool:
    """Does a verb have somebody in the dative (приказать, запретить)?"""
    return any(mark == "dat" for p in index().verbs.get(lemma, ()) for mark, _ in p.row.roles)


@cache
def takes_whom(lemma: str) -> bool:
    """Does a verb have somebody in the accusative (попросить, обвинить)?"""
    return any(
        pair == ("acc", "recipient") for p in index().verbs.get(lemma, ()) if not p.words for pair in p.row.roles
    )


@cache
def disputes(lemma: str) -> bool:
    """Does a verb tell of an answer, a charge, a threat or a protest, so that a colon after it opens what is said?"""
    return any(
        (p.row.concept.type in {"ACCUSE", "REJECT", "THREATEN"} and not p.words and p.row.concept.content is not None)
        or (p.row.concept.type == "REJECT" and not p.words)
        for p in index().verbs.get(lemma, ())
        if not p.negative
    )


def joins(what: Chunk) -> bool:
    """Does the table know what it says of somebody to be this (быть членом)?"""
    rows = index().verbs.get("быть", ())
    return any(what.lemma in options for p in rows for prep, options, _ in p.words[:1] if not prep)


def is_copula(lemma: str) -> bool:
    """Does a verb only join a subject to what is said of it?"""
    return lemma in _COPULAS


def i_think(pred: Pred) -> bool:
    """Does whoever speaks say only what he himself holds (не думаю, что они решатся)?"""
    mine = pred.form is not None and pred.form.person == "1per" and pred.form.number == "sing"
    return mine and pred.subject is None and pred.lemma in {"думать", "верить", "считать", "полагать"}


def is_better(pred: Pred) -> bool:
    """Is it said of an infinitive alone that it is the better, cheaper or easier course (выгоднее договориться)?"""
    if pred.kind != "inf" or pred.link not in {"main", "comp"} or pred.segment is None:
        return False
    before = (c for c in pred.segment.chunks if c.end <= pred.position)
    return any(c.kind == "adv" and c.form is not None and c.form.pos == "COMP" for c in before)
