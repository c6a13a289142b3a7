"""Joining Russian noun phrases in a row: США и Руанды; один из пилотов."""

from __future__ import annotations

from casus.reading.ru.phrases import Chunk
from casus.reading.ru.sources import is_account

_SOME = frozenset({
    "один", "никто", "кто", "некоторый", "многий", "часть", "большинство", "каждый", "двое", "трое", "ряд", "два",
    "три", "второй", "первый", "четверо", "несколько", "четыре", "пять",
})  # fmt: skip
_LENGTHS = frozenset({"километр", "км", "метр", "м", "миля", "верста", "кабельтов", "шаг"})
_OFFICES = frozenset({
    "посол", "представитель", "постпред", "поверенный", "командующий", "корреспондент", "наблюдатель", "посланник",
    "спецпосланник", "координатор", "консул", "атташе", "советник", "комиссар", "делегат", "эмиссар",
    "спецпредставитель",
})  # fmt: skip
_RANKS = frozenset({
    "генерал", "полковник", "майор", "капитан", "адмирал", "маршал", "лейтенант", "сержант", "генерал-майор",
    "генерал-лейтенант", "генерал-полковник", "контр-адмирал", "вице-адмирал", "подполковник", "шейх", "принц", "мулла",
    "имам", "бригадир", "коммодор",
})  # fmt: skip


def distances(chunks: list[Chunk]) -> list[Chunk]:
    """Join how far from somewhere it is to one phrase of place (в сорока километрах к северу от границы)."""
    found: list[Chunk] = []
    for chunk in chunks:
        last = found[-1] if found else None
        far = last is not None and last.prep in {"в", "во", "за"} and last.lemma in _LENGTHS and not last.parts
        if last is None or not far or chunk.kind != "np" or not _is_from(chunk):
            found.append(chunk)
            continue
        chunk.words, chunk.prep, chunk.modifiers = [*last.words, *chunk.words], last.prep, []
        found[-1] = chunk
    return found


def _is_from(chunk: Chunk) -> bool:
    return chunk.prep == "от" or chunk.prep.endswith((" от", "ернее", "южнее", "точнее", "аднее"))


def some_of(chunks: list[Chunk]) -> list[Chunk]:
    """Join один из пилотов, ни одна из сторон to one noun phrase."""
    found: list[Chunk] = []
    for chunk in chunks:
        last = found[-1] if found else None
        if (
            last is not None
            and last.kind == "np"
            and chunk.kind == "np"
            and chunk.prep == "из"
            and last.lemma in _SOME
            and len(last.words) <= 2
        ):
            last.parts = [*last.parts, chunk]
            last.words = [*last.words, *chunk.words]
            last.core = chunk.core
            continue
        if last is not None and is_account(last) and chunk.prep == "из" and 0 <= chunk.start - last.end <= 4:
            last.words = [*last.words, *chunk.words]  # по сообщениям из Джибути
            continue
        if last is not None and _ranked(last, chunk):
            last.parts, last.words = [*last.parts, chunk], [*last.words, *chunk.words]
            last.cases = last.cases & chunk.cases
            continue
        if last is not None and len(found) > 1 and _named_after(found[-2], last, chunk):
            office = found[-2]
            office.parts = [*office.parts, last, chunk]
            office.words = [*office.words, *last.words, *chunk.words]
            found.pop()
            continue
        found.append(chunk)
    return found


def _ranked(office: Chunk, rank: Chunk) -> bool:
    """Does a rank with a name follow an office (командующий флотом адмирал Ларссон)?"""
    if office.kind != "np" or rank.kind != "np" or rank.prep or rank.lemma not in _RANKS or not rank.parts:
        return False
    person = office.form is not None and office.form.animate and office.lemma not in _RANKS and not office.joined
    near = 0 <= rank.start - office.end <= 1
    return person and near and rank.parts[0].head.capital and bool(office.cases & rank.cases)


def _named_after(office: Chunk, where: Chunk, name: Chunk) -> bool:
    """Does a name follow an office and where it is held (посол Чили в ООН Аугусто Перес)?"""
    if (
        not (office.kind == where.kind == name.kind == "np")
        or office.prep
        or name.prep
        or where.prep not in {"в", "при"}
    ):
        return False
    if office.lemma not in _OFFICES or not where.head.capital or not name.head.capital or name.modifiers:
        return False
    person = name.form is not None and (name.form.kind == "person" or not name.form.known)
    return person and bool(office.cases & name.cases)


def join_rows(chunks: list[Chunk]) -> list[Chunk]:
    """Join nouns in a row: США и Руанды; Триполи, Бенгази и Мисурату; два бронетранспортёра и сорок солдат."""
    found: list[Chunk] = []
    chunks = _neither(chunks)
    i = 0
    while i < len(chunks):
        chunk = chunks[i]
        while chunk.kind == "np" and (taken := _row(chunks, i, chunk)):
            other = chunks[i + taken]
            if _owns_both(chunk, other):  # отряд оппозиции и моджахедов
                chunk.parts[-1].joined.append(other)
                chunk.parts.append(other)
                chunk.words = [*chunk.words, *(w for c in chunks[i + 1 : i + taken + 1] for w in c.words)]
                i += taken
                continue
            chunk.joined.append(other)
            chunk.words = [*chunk.words, *(w for c in chunks[i + 1 : i + taken + 1] for w in c.words)]
            if not (_counted(chunk) and other.may("gen")):  # три сотни солдат и полицейских
                chunk.cases = chunk.cases & other.cases or chunk.cases
            chunk.number, chunk.gender = "plur", ""
            i += taken
        found.append(chunk)
        i += 1
    return found


def _neither(chunks: list[Chunk]) -> list[Chunk]:
    """Join ни Каир, ни Анкара to one noun phrase; its verb is negative on its own."""
    found: list[Chunk] = []
    for chunk in chunks:
        lead, first, comma, joint = [None, None, None, None, *found][-4:]
        between = first is not None and comma is not None and comma.kind == "comma" and first.kind == "np"
        neither = lead is not None and joint is not None and lead.low == joint.low == "ни"
        if not (between and neither and first is not None and chunk.kind == "np" and first.prep == chunk.prep):
            found.append(chunk)
            continue
        first.joined.append(chunk)
        first.words, first.number, first.gender = [*first.words, *chunk.words], "plur", ""
        first.cases = first.cases & chunk.cases or first.cases
        del found[-4], found[-2:]
    return found


def _row(chunks: list[Chunk], i: int, chunk: Chunk) -> int:
    """Give how many chunks further the next member of a row stands; 0 where the row ends."""
    if i + 2 >= len(chunks):
        return 0
    joint, other = chunks[i + 1], chunks[i + 2]
    if other.kind != "np" or not (joint.kind == "comma" or (joint.kind == "conj" and joint.low in {"и", "или"})):
        return 0
    if other.prep not in {"", chunk.prep} or not chunk.cases & other.cases or "-" in (chunk.prep, other.prep):
        return 0
    if (chunk.form is not None and chunk.form.pos == "NPRO") != (other.form is not None and other.form.pos == "NPRO"):
        return 0
    if joint.kind == "comma":
        after = _row(chunks, i + 2, other)
        return 2 if after and not _own_verb(chunks, i, i + 2) else 0
    return 0 if _own_verb(chunks, i, i + 2) else 2


def _owns_both(chunk: Chunk, other: Chunk) -> bool:
    """Is a plural in the genitive one more owner, and not one more of the first (отряд оппозиции и моджахедов)?"""
    if chunk.joined or not chunk.parts or not chunk.may("nom") or other.may("nom") or not other.may("gen"):
        return False
    return chunk.parts[-1].may("gen") and not chunk.parts[-1].may("nom")


def _counted(chunk: Chunk) -> bool:
    return any(w.number or w.has("NUMR") is not None for w in chunk.modifiers)


def _own_verb(chunks: list[Chunk], i: int, j: int) -> bool:
    """Has the second noun a verb of its own, while the first had one before it?"""
    other = chunks[j]
    if other.prep or not other.may("nom"):
        return False
    before = _finite(chunks, i - 1, -1)
    after = _finite(chunks, j + 1, 1)
    if after is None or before is None:
        return False
    return not (after.form is not None and after.form.number == "plur" and other.number == "sing")


def _finite(chunks: list[Chunk], i: int, step: int) -> Chunk | None:
    while 0 <= i < len(chunks) and chunks[i].kind not in {"comma", "semicolon", "colon", "dash", "sub", "rel"}:
        if chunks[i].kind in {"verb", "short"}:
            return chunks[i]
        i += step
    return None
