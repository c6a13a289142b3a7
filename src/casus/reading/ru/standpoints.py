"""Where somebody is or goes in Russian, said by no name and no noun of place: там, под мостом, на палубе, над ними."""

from __future__ import annotations

import re

from casus.reading.ru.morphology import Form, forms, lemmas, plain
from casus.reading.ru.tokenizer import Word

WHERE = frozenset({
    "там", "тут", "здесь", "туда", "сюда", "оттуда", "отсюда", "домой", "везде", "всюду", "повсюду", "дома",
})  # fmt: skip
"""Adverbs of place."""
SPATIAL = frozenset({
    "в", "во", "на", "у", "под", "над", "около", "возле", "близ", "вблизи", "вокруг", "через", "за", "к", "из", "с",
    "вдоль", "внутри", "севернее", "южнее", "восточнее", "западнее", "неподалеку от", "недалеко от", "рядом с", "до",
    "к северу от", "к югу от", "к востоку от", "к западу от", "к северо-востоку от", "к северо-западу от",
    "к юго-востоку от", "к юго-западу от", "на подступах к", "по ту сторону", "по эту сторону", "в окрестностях",
    "в сторону", "в направлении", "вглубь", "в глубь", "поблизости от",
    "по", "между", "напротив", "в пределах", "при", "вне", "посреди", "посередине", "вдали от", "вдалеке от",
    "неподалеку", "мимо",
})  # fmt: skip
"""Prepositions of place."""
_BESIDE = frozenset({
    "над", "у", "возле", "около", "близ", "вблизи", "вокруг", "посреди", "посередине", "напротив", "вдоль", "внутри",
    "мимо", "севернее", "южнее", "восточнее", "западнее",
})  # fmt: skip
_FROM = ("неподалеку от", "недалеко от", "вдали от", "вдалеке от", "рядом с", "поблизости от", "неподалеку")
"""Prepositions that say where, whatever thing is beside it."""
_ABSTRACT = ("ние", "тие", "ость", "ция", "ика", "изм", "ство")
_NO_GROUND = frozenset({
    "власть", "слово", "право", "глава", "руль", "дело", "вопрос", "год", "день", "час", "месяц", "половина", "полдень",
    "полночь", "полвека", "метр", "километр", "миля", "тонна", "процент", "доллар", "минута", "неделя", "сутки",
})  # fmt: skip
"""Things nothing is beside: стоять у власти, у руля."""
_PRONOUNS = frozenset({"он", "она", "оно", "они"})
_STANDING = frozenset({
    "вода", "суша", "дно", "поверхность", "мелководье", "русло", "мель", "щель", "яма", "кювет", "обочина", "тропа",
    "просека", "излучина", "поворот", "перекресток", "крыша", "двор", "сад", "зал", "кабинет", "комната", "квартира",
    "помещение", "офис", "каюта", "трюм", "рубка", "кабина", "отсек", "салон", "мостик", "блиндаж", "землянка",
    "ангар", "гараж", "магазин", "кафе", "театр", "музей", "клуб", "особняк", "барак", "камера", "госпиталь",
    "обломок", "руины", "развалина", "край", "кромка", "изгиб", "подступ", "улица", "зарубежье", "чужбина", "родина",
    "суд", "трибунал", "парламент", "министерство", "ведомство", "мид", "госдеп", "госдепартамент", "генштаб",
    "корабль", "судно", "катер", "лодка", "яхта", "паром", "танкер", "траулер", "шхуна", "баржа", "вертолет",
    "самолет", "машина", "автомобиль", "автобус", "поезд", "вагон", "танк", "ледокол", "сухогруз", "авианосец",
    "палатка", "контейнер", "больница", "роддом", "морг",
})  # fmt: skip
"""What one may be in, on or come from, though it is no kind of place."""
_BODIES = frozenset({"совет", "ассамблея", "суд", "мид", "министерство", "ведомство", "госдеп", "парламент", "генштаб"})
"""Bodies that meet somewhere, so that what is done in them is done there."""
_AT = {"в": "loc", "во": "loc", "на": "loc", "с": "gen", "со": "gen", "из": "gen", "до": "gen", "к": "dat", "ко": "dat"}
_LED = re.compile(r"(?:^|[\s«(—])((?:[а-яё]+ )?[а-яё]+) «?$")


def prepositions(before: str) -> tuple[str, ...]:
    """Give the preposition right before a phrase, the two words and the last one.

    >>> prepositions("стоит рядом с ")
    ('рядом с', 'с')
    """
    found = _LED.search(before.lower().replace("ё", "е"))
    if found is None:
        return ()
    words = found.group(1)
    return tuple(dict.fromkeys((words, words.rpartition(" ")[2])))


def stands_where(before: str, words: str) -> bool:
    """Does a phrase say where by its preposition, though its head is no noun of place?

    >>> stands_where("спрятали в ", "потайном трюме"), stands_where("летать над ", "ними")
    (True, True)
    """
    led, head = prepositions(before), words.rsplit(maxsplit=1)[-1].strip('«»"')
    beside = any(p in _BESIDE or p in _FROM for p in led)
    known = lemmas(head.partition("-")[0])
    if known & _PRONOUNS:
        return beside and led[-1] not in {"у", "напротив"}
    at = _AT.get(led[-1]) if led else None
    if at is not None and known & _STANDING:
        moving = bool(known & _CRAFT)
        if moving and led[-1] == "на":
            return False  # прибыли на катерах: by what, not where
        goal = led[-1] in {"в", "во", "на"} and not moving
        return any(f.case == at or (goal and f.case == "acc") for f in forms(head))
    return beside and _is_thing(head)


_CRAFT = frozenset({
    "корабль", "судно", "катер", "лодка", "яхта", "паром", "танкер", "траулер", "шхуна", "баржа", "вертолет", "самолет",
    "машина", "автомобиль", "автобус", "поезд", "вагон", "танк", "ледокол", "сухогруз", "авианосец",
})  # fmt: skip
"""What one shoots at or boards with the words that elsewhere say where to."""


def meets_there(before: str, words: str) -> bool:
    """Is it a body in which something is done or to which one goes (в Совете Безопасности, в эстонский МИД)?"""
    led = prepositions(before)
    return bool(led) and led[-1] in {"в", "во"} and any(lemmas(w) & _BODIES for w in words.split())


def _is_thing(head: str) -> bool:
    found = forms(head)
    form: Form | None = found[0] if found else None
    if form is None or not form.known or form.pos != "NOUN" or form.animate or form.kind == "person":
        return False
    return not form.lemma.endswith(_ABSTRACT) and form.lemma not in _NO_GROUND


def is_where(word: Word) -> bool:
    """Is it an adverb of place (там, оттуда, домой)?"""
    return plain(word.text) in WHERE
