"""Russian function words: prepositions with the cases they govern, conjunctions, subordinators, words of saying."""

from __future__ import annotations

from functools import cache

from casus.reading import governors as governors_of

PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "в": ("acc", "loc"), "во": ("acc", "loc"), "на": ("acc", "loc"), "о": ("loc", "acc"), "об": ("loc", "acc"),
    "обо": ("loc",), "при": ("loc",), "по": ("dat", "acc", "loc"), "к": ("dat",), "ко": ("dat",),
    "с": ("inst", "gen", "acc"), "со": ("inst", "gen", "acc"), "под": ("inst", "acc"), "над": ("inst",),
    "перед": ("inst",), "за": ("inst", "acc"), "между": ("inst", "gen"), "от": ("gen",), "ото": ("gen",),
    "из": ("gen",), "изо": ("gen",), "у": ("gen",), "до": ("gen",), "для": ("gen",), "без": ("gen",),
    "около": ("gen",), "возле": ("gen",), "близ": ("gen",), "вблизи": ("gen",), "вокруг": ("gen",),
    "против": ("gen",), "после": ("gen",), "из-за": ("gen",), "из-под": ("gen",), "среди": ("gen",),
    "внутри": ("gen",), "вдоль": ("gen",), "мимо": ("gen",), "кроме": ("gen",), "вместо": ("gen",),
    "ради": ("gen",), "напротив": ("gen",), "относительно": ("gen",), "ввиду": ("gen",), "вследствие": ("gen",),
    "благодаря": ("dat",), "вопреки": ("dat",), "согласно": ("dat",), "через": ("acc",), "сквозь": ("acc",),
    "про": ("acc",), "спустя": ("acc",), "посредством": ("gen",), "путем": ("gen",), "помимо": ("gen",),
    "свыше": ("gen",), "ниже": ("gen",), "выше": ("gen",), "севернее": ("gen",), "южнее": ("gen",),
    "восточнее": ("gen",), "западнее": ("gen",), "неподалеку от": ("gen",), "недалеко от": ("gen",),
    "рядом с": ("inst",), "вместе с": ("inst",), "наряду с": ("inst",), "в связи с": ("inst",),
    "по сравнению с": ("inst",), "в соответствии с": ("inst",), "в ходе": ("gen",), "во время": ("gen",),
    "в результате": ("gen",), "в случае": ("gen",), "со стороны": ("gen",), "в отношении": ("gen",),
    "по поводу": ("gen",), "в ответ на": ("acc",), "со ссылкой на": ("acc",), "в знак": ("gen",),
    "на фоне": ("gen",), "при помощи": ("gen",), "с помощью": ("gen",), "в рамках": ("gen",), "в пользу": ("gen",),
    "на случай": ("gen",), "за исключением": ("gen",), "несмотря на": ("acc",), "под предлогом": ("gen",),
    "в качестве": ("gen",), "в целях": ("gen",), "с целью": ("gen",), "по причине": ("gen",), "в преддверии": ("gen",),
    "накануне": ("gen",), "в течение": ("gen",), "в обмен на": ("acc",), "при условии": ("gen",), "ценой": ("gen",),
    "в нарушение": ("gen",), "во избежание": ("gen",), "по направлению к": ("dat",), "от имени": ("gen",),
    "по итогам": ("gen",), "по просьбе": ("gen",), "по приказу": ("gen",), "под угрозой": ("gen",),
    "в защиту": ("gen",), "в отсутствие": ("gen",), "за счет": ("gen",), "в пределах": ("gen",), "с начала": ("gen",),
}  # fmt: skip
HAPPENS = frozenset({
    "начаться", "начинаться", "продолжаться", "продолжиться", "произойти", "происходить", "состояться", "идти",
    "вестись", "прогреметь", "раздаться", "раздаваться", "случиться", "возобновиться", "завершиться", "закончиться",
    "прекратиться", "вспыхнуть", "разгореться", "пройти", "проходить", "длиться", "последовать", "планироваться",
    "ожидаться", "готовиться", "намечаться", "предстоять", "слышаться", "провалиться", "сорваться", "прозвучать",
    "затянуться", "поступить", "поступать", "повториться", "повторяться", "грозить",
    "осуществляться", "наноситься", "назначенный",
})  # fmt: skip
CARRIES = frozenset({
    "начать", "начинать", "провести", "проводить", "вести", "совершить", "совершать", "осуществить", "осуществлять",
    "предпринять", "предпринимать", "нанести", "наносить", "произвести", "производить", "устроить", "возобновить",
    "продолжить", "продолжать", "организовать", "развернуть", "завершить", "закончить",
    "усилить", "усиливать", "слышать", "услышать", "прекратить", "приостановить", "наращивать", "объявить", "ввести",
})  # fmt: skip
COORDINATORS = frozenset({"и", "или", "либо", "а", "но", "однако", "зато", "причем", "да", "ни"})
SUBORDINATORS: dict[str, str] = {
    "что": "comp", "чтобы": "purpose", "будто": "comp", "якобы": "", "если": "cond", "ежели": "cond", "коли": "cond",
    "если бы": "cond", "в случае если": "cond", "в том случае если": "cond", "при условии что": "cond",
    "когда": "adv", "пока": "adv", "хотя": "adv", "поскольку": "adv", "так как": "adv", "потому что": "adv",
    "ибо": "adv", "тогда как": "adv", "в то время как": "adv", "между тем как": "adv", "после того как": "adv",
    "с тех пор как": "adv", "до того как": "ahead", "прежде чем": "ahead", "перед тем как": "ahead",
    "как только": "adv", "едва": "adv", "из-за того что": "adv", "в связи с тем что": "adv", "так что": "adv",
    "ввиду того что": "adv", "благодаря тому что": "adv", "несмотря на то что": "adv", "для того чтобы": "purpose",
    "с тем чтобы": "purpose", "вместо того чтобы": "instead", "раз": "cond", "разве что": "", "словно": "unlike",
    "как будто": "unlike", "где": "rel", "куда": "rel", "откуда": "rel", "почему": "ask", "зачем": "ask",
    "сколько": "ask", "кто": "ask", "кого": "ask", "чей": "ask", "ли": "", "чем": "adv",
}  # fmt: skip
_LONGEST = max(len(key.split()) for key in (*PREPOSITIONS, *SUBORDINATORS))

_FIRST = frozenset(key.split()[0] for key in (*PREPOSITIONS, *SUBORDINATORS))


def longest(table: dict[str, object], lows: list[str], i: int) -> tuple[str, int]:
    """Give the longest entry of a table whose words stand at ``i``, and how many words and commas it takes.

    >>> longest({"после": 1, "после того как": 1}, ["после", "того", ",", "как", "они"], 0)
    ('после того как', 4)
    """
    if i < len(lows) and lows[i] not in _FIRST:
        return "", 0
    words: list[str] = []
    best: tuple[str, int] = ("", 0)
    j = i
    while j < len(lows) and len(words) < _LONGEST:
        if lows[j] != "," or not words:
            words.append(lows[j])
        j += 1
        key = " ".join(words)
        if key in table and lows[j - 1] != ",":
            best = (key, j - i)
    return best


class Governor(governors_of.Governor):
    """A row of the table of this language."""

    __slots__ = ()
    language = "ru"


@cache
def governors() -> governors_of.Rows[Governor]:
    """Give the governing words by (word, kind)."""
    return governors_of.read_governors(Governor)


def governor(word: str, kind: str, content: str) -> Governor | None:
    """Give the row for a word with that content, else the one for any content."""
    entries = _by_content().get((word, kind))
    if entries is None:
        return None
    return entries.get(content) or entries.get("")


@cache
def _by_content() -> dict[tuple[str, str], dict[str, Governor]]:
    return governors_of.by_content(governors())


@cache
def listed(kind: str) -> frozenset[str]:
    """Give all words of a kind of governing word."""
    return frozenset(word for word, k in governors() if k == kind)
