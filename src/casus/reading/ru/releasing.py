"""Parting Russian noun phrases that only look like one: a subject or object after a noun, like its genitive."""

from __future__ import annotations

from casus.reading.ru.agreement import Agreement, agrees
from casus.reading.ru.morphology import Form
from casus.reading.ru.names import russian_names
from casus.reading.ru.phrases import Chunk
from casus.reading.ru.place_nouns import is_place_word
from casus.reading.ru.rows import noun_row
from casus.reading.ru.sources import is_account

_JOINTS = frozenset({"comma", "semicolon", "colon", "dash", "sub", "rel", "stop", "open", "close", "quote", "unquote"})
_ASKS = frozenset({"просить", "попросить", "требовать", "потребовать"})
_TAKES_FROM = _ASKS | {
    "отнять", "отнимать", "отобрать", "отбирать", "забрать", "забирать", "отбить", "отбивать", "захватить", "изъять",
    "конфисковать", "украсть", "угнать", "взять", "брать", "отвоевать", "похитить", "выкупить", "купить", "закупить",
    "увести", "перенять", "реквизировать", "выманить", "одолжить", "арестовать",
}  # fmt: skip
"""Verbs of having something from somebody, who stands after у."""
_HOLDS = frozenset(
    {"отношение", "сторона", "число", "адрес", "имя", "состав", "рука", "пользу", "глава", "присутствие"}
)


def release(chunks: list[Chunk]) -> list[Chunk]:
    """Part a subject from the noun before it, whose genitive it looks like (к границе | власти отрицают)."""
    found: list[Chunk] = []
    for i, chunk in enumerate(chunks):
        found.append(chunk)
        follows = chunks[i + 1 : i + 4]
        verb = next((c for c in follows if c.kind not in {"not", "adv", "date"}), None)
        if chunk.kind != "np" or not chunk.parts:
            continue
        missing = verb is not None and verb.low == "нет"
        if verb is None or verb.form is None or (verb.kind not in {"verb", "short"} and not missing):
            _release_object(chunks, found, i)
            continue
        if not (chunk.prep or not chunk.may("nom")):
            if (party := _party_beside(chunk, verb)) is not None and not _has_subject(chunks, i, verb.form, after=0):
                found.append(split_off(chunk, party))
            continue
        if _has_subject(chunks, i, verb.form, after=verb.start) or _is_object(chunk, verb.form):
            _release_object(chunks, found, i)
            continue
        absent = missing or (verb.form.lemma == "быть" and any(c.kind == "not" for c in follows))
        deep = reversed(deep_parts(chunk)) if absent else iter(deep_parts(chunk))
        part = next((p for p in deep if _fits(p, verb.form, absent=absent) and not _one_name(chunk, p)), None)
        if part is not None and verb.form.transitive and _impersonal(chunks, chunk, part, verb):
            part = None
        if part is not None:
            found.append(split_off(chunk, part))
        else:
            _release_object(chunks, found, i)
    return found


def _party_beside(chunk: Chunk, verb: Chunk) -> Chunk | None:
    """Find a state or capital after an object in front, like a name beside it (нарушение границы | Манила отрицает)."""
    last = next((p for p in reversed(deep_parts(chunk)) if p.words[-1] is chunk.words[-1]), None)
    if last is None or verb.form is None or not verb.form.transitive or len(last.words) > 1 or not last.head.capital:
        return None
    if last.may("gen") or not last.may("nom") or not chunk.may("acc") or not _fits(last, verb.form, absent=False):
        return None
    found = russian_names().scan(last.head.text)
    return last if any(f.entry.kind in {"state", "capital", "org", "group"} for f in found) else None


def _impersonal(chunks: list[Chunk], chunk: Chunk, part: Chunk, verb: Chunk) -> bool:
    """Has a plural verb rather nobody as its subject, and people as its object (у пункта пропуска людей перевозят)?"""
    form = verb.form
    if form is None or form.number != "plur" or _is_person(part):
        return False
    people = (c for c in (*deep_parts(chunk), *chunks) if c is not part and not c.prep and c.form is not None)
    return any(_acted_on(c) for c in people)


def _acted_on(chunk: Chunk) -> bool:
    """Is it somebody whose form may be the object, and not the subject (людей)?"""
    cases = {f.case for f in chunk.head.forms if f.animate}
    return "acc" in cases and "nom" not in cases


def _is_person(part: Chunk) -> bool:
    """Is the head of a phrase somebody, whatever stands after it?"""
    animate = part.form is not None and part.form.animate
    return animate or bool(russian_names().scan(part.head.text))


def _is_object(chunk: Chunk, verb: Form) -> bool:
    """Is a noun the object of a verb nobody is the subject of (свободу судоходства не восстановят)?"""
    plain = not chunk.prep and chunk.may("acc") and not chunk.may("nom")
    impersonal = verb.number == "plur" and verb.transitive
    inner = all(p.form is not None and not p.form.animate and p.form.number == "sing" for p in chunk.parts)
    return (
        plain
        and impersonal
        and (inner or all("gen" in {f.case for f in p.head.forms if f.number == "sing"} for p in chunk.parts))
    )


def _release_object(chunks: list[Chunk], found: list[Chunk], i: int) -> None:
    """Part an object from the noun before it, whose genitive it looks like (застрелили на пароме | таможенника)."""
    chunk = chunks[i]
    low = next((k for k in range(i - 1, -1, -1) if chunks[k].kind in _JOINTS), -1)
    high = next((k for k in range(i + 1, len(chunks)) if chunks[k].kind in _JOINTS), len(chunks))
    near = (*reversed(chunks[max(low + 1, i - 3) : i]), *chunks[i + 1 : min(high, i + 4)])
    verb = next((c for c in near if c.kind in {"verb", "inf", "ger"}), None)
    if not chunk.prep or not chunk.parts or verb is None or verb.form is None or not verb.form.transitive:
        return
    if (thing := _taken_from(chunks, i, verb)) is not None:
        found.append(split_off(chunk, thing))
        thing.cases = thing.cases | {"acc"}
        return
    if chunk.prep in {"о", "об", "обо"} or noun_row(chunk) is not None or is_account(chunk):
        return
    if _has_object(chunks, i):
        return
    named = len(chunk.parts) > 1 and chunk.parts[0].words[-1].mark == "unquote"  # у пункта пропуска «…» людей перевозят
    part = chunk.parts[1] if named else chunk.parts[0]
    form = next((f for f in part.head.forms if f.case == "acc" and f.animate and f.pos == "NOUN"), None)
    if form is not None and not (part.head.capital or chunk.lemma in _HOLDS):
        found.append(split_off(chunk, part))
        part.cases = frozenset({"acc", "gen"})


def _taken_from(chunks: list[Chunk], i: int, verb: Chunk) -> Chunk | None:
    """Find what is taken or asked from somebody, like a genitive beside them (отняли у рыбаков | лодки)."""
    chunk = chunks[i]
    if chunk.prep != "у" or is_place_word(chunk.head.text):
        return None  # у пункта пропуска людей увели
    if verb.lemma not in _TAKES_FROM or _has_object(chunks, i, verb):
        return None
    wanted = frozenset({"acc", "gen"}) if verb.lemma in _ASKS else frozenset({"acc"})
    for part in deep_parts(chunk):
        counted = part.words[0].number or part.words[0].has("NUMR") is not None
        thing = part.form is not None and not part.form.animate and not part.head.capital
        if counted or (thing and wanted & {f.case for f in part.head.forms}):
            return part
    return None


def _has_object(chunks: list[Chunk], i: int, verb: Chunk | None = None) -> bool:
    """Does the clause hold another noun in the accusative, which is not the verb's subject?"""
    low = next((k for k in range(i - 1, -1, -1) if chunks[k].kind in _JOINTS), -1)
    high = next((k for k in range(i + 1, len(chunks)) if chunks[k].kind in _JOINTS), len(chunks))
    nouns = [c for c in chunks[low + 1 : high] if c.kind == "np" and not c.prep and c.may("acc")]
    form = verb.form if verb is not None and verb.kind == "verb" else None
    own = [c for c in nouns if form is not None and c.may("nom") and agrees(c.as_subject(), form)]
    return len(nouns) > (1 if own and own[0].start < chunks[i].start else 0)


def _one_name(chunk: Chunk, part: Chunk) -> bool:
    """Are the noun and its genitive one name (министерство обороны)?"""
    text = " ".join(w.text for w in chunk.words)
    names = russian_names().scan(text)
    words = [w for w in chunk.words if w.start < part.head.start]
    at = sum(len(w.text) + 1 for w in words)
    if any(f.span[0] < at < f.span[1] for f in names):
        return True
    beside = is_place_word(chunk.head.text) and part.head.capital and len(part.words) == 1 and chunk.prep != ""
    return beside and not russian_names().scan(part.head.text)  # с базы Эмари подняли самолёты


def deep_parts(chunk: Chunk) -> list[Chunk]:
    """Give the genitives in a noun phrase, also those inside one another."""
    return [each for part in chunk.parts for each in (part, *deep_parts(part))]


def _fits(part: Chunk, verb: Form, *, absent: bool) -> bool:
    if absent:
        return part.may("gen") and not part.head.capital
    forms = [f for f in part.head.forms if f.case == "nom" and f.pos in {"NOUN", "NPRO"}]
    return any(agrees(Agreement(f.number, f.gender), verb) for f in forms)


def _has_subject(chunks: list[Chunk], i: int, verb: Form, *, after: int) -> bool:
    low = next((k for k in range(i - 1, -1, -1) if chunks[k].kind in _JOINTS), -1)
    high = next((k for k in range(i + 1, len(chunks)) if chunks[k].kind in _JOINTS), len(chunks))
    inf = next((k for k in range(low + 1, high) if chunks[k].kind == "inf" and chunks[k].start > after), high)
    others = (c for k, c in enumerate(chunks[low + 1 : inf], low + 1) if k != i and c.kind == "np" and not c.prep)
    others = (
        c
        for c in others
        if not (verb.transitive and c.start > after and c.may("acc") and c.form is not None and not c.form.animate)
    )
    return any(c.may("nom") and agrees(c.as_subject(), verb) for c in others)


def split_off(chunk: Chunk, part: Chunk) -> Chunk:
    """Cut a part and all after it off a noun phrase."""
    at = next(k for k, w in enumerate(chunk.words) if w is part.words[0])
    rest = [p for p in chunk.parts if p.start > part.start]
    for outer in deep_parts(chunk):
        outer.words = [w for w in outer.words if w.start < part.start] or outer.words
        outer.parts = [p for p in outer.parts if p.start < part.start]
    tail = chunk.words[at:]
    chunk.words = chunk.words[:at]
    chunk.parts = [p for p in chunk.parts if p.start < part.start]
    forms = [f for f in part.head.forms if f.case == "nom" and f.pos in {"NOUN", "NPRO"}]
    part.words, part.parts = tail, [*part.parts, *rest]
    part.cases = frozenset(f.case for f in part.head.forms if f.case)
    if forms:
        part.form, part.number, part.gender = forms[0], forms[0].number, forms[0].gender
    return part
