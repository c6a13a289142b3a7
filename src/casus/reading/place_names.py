"""Names in a text that may be places' ones: capitalised runs and runs of kana, with what the words about them say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import takewhile

from casus.reading.places import place_words
from casus.records import Span
from casus.records.place import NameInText
from casus.vocabulary.states import states

Known = Callable[[str], bool]
"""Tells whether any place is called so."""

_LATIN = r"[A-ZÀ-ÖØ-ÞŠŽĆČĐÇİŞĞ][\w’'-]*"
_RUNS = {
    "en": re.compile(rf"{_LATIN}(?: (?:(?:of|de|del|la|las|los|el|al|du|des|da|dos|do|es|ash|ad|en) )*{_LATIN})*"),
    "ru": re.compile(
        r"[А-ЯЁ][\w’-]*(?: (?:[А-ЯЁ][\w’-]*|(?:област|кра[йяюе]|район|мор|озер|залив|пролив|остров|полуостров|"
        r"водохранилищ|нагорь|плато|плоскогорь|хреб|долин|пустын|коридор|земл|республик|низменност)\w*))*"
    ),
    "ja": re.compile(r"[ァ-ヺー＝=・]{2,}[一-鿿]{0,3}|[一-鿿々ヶ]{2,6}"),
}
_BEFORE = {
    "en": re.compile(
        r"(?i)\b(?:in|at|near|off|inside|outside|into|around|across|above|below|beyond|through|throughout|towards?|to|"
        r"from|over|between|of|and|with|on|leaving|left|reached|entered|captured|seized|shelled|bombed|visited|"
        r"(?:city|town|village|port|province|district|region|capital|airport|state|island)s?)"
        r"\s+(?:the |central |northern |southern |eastern |western |downtown |nearby |neighbou?ring )*$|, $"
    ),
    "ru": re.compile(
        r"(?i)(?:^|[\s(«—])(?:в|во|на|у|под|над|из|с|со|от|до|к|ко|по|за|близ|возле|около|вблизи|через|между|"
        r"север\w*|юг\w*|запад\w*|восток\w*|город\w*|сел[аоеу]\w*|посёл\w*|посел\w*|деревн\w*|порт\w*|столиц\w*|"
        r"район\w*|провинци\w*|област\w*|остров\w*|аэропорт\w*|границ\w*|и)\s+«?$|, $"
    ),
}
_AFTER = {
    "ja": re.compile(
        r"[でにへとのやはがも、。]|から|まで|近郊|周辺|付近|沖|南|北|東|西|上空|市|州|県|郡|村|町|島|湖|港|空港|国境|間|を"
    ),
    "en": re.compile(
        r",? (?:[a-z]+ )?(?:province|district|city|region|airport|state|island|oblast|governorate)|, [A-Z]"
    ),
}
_PERSON_AFTER = re.compile(
    r"(?:・[ァ-ヺー]+)?(?:氏|大統領|首相|外相|国防相|将軍|さん|議員|大使|報道官|国王|皇太子|殿下|被告|容疑者|大佐|中将|少将|軍曹|教授)"
)
_TITLES = re.compile(
    r"(?i)\b(?:mr|mrs|ms|dr|gen|general|president|minister|sir|lord|lady|king|queen|prince|princess|colonel|captain|"
    r"admiral|senator|ambassador|spokes(?:man|woman|person)|secretary|chancellor|premier|sheikh|judge|professor|major|"
    r"sergeant|lieutenant|pope|bishop|director|chairman|analyst|editor|author|journalist|uss|hms|brp|ins|vessel|ship|"
    r"frigate|destroyer|tanker|carrier|corvette|patrol boat)\.? $"
)
"""Words before a person's name or a ship's."""
_ENDINGS_JA = re.compile(
    r"(?:自治)?[州県省郡市町村区島湖川湾港]|地方|地区|空港|基地|海峡|諸島|半島|山脈|運河|高原|砂漠"
)
_SMALL = {
    "en": frozenset({
        "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "of", "the", "in",
        "at", "near", "from", "on", "to", "off", "over", "under", "after", "before", "across", "inside", "outside",
        "around", "between", "and", "but", "for", "with", "while", "since", "by", "through",
    }),
    "ru": frozenset({
        "в", "во", "на", "у", "из", "с", "со", "под", "над", "к", "ко", "от", "до", "за", "по", "о", "об", "и", "но",
        "а", "близ", "возле", "через", "между", "после", "перед",
    }),
}  # fmt: skip
"""Words that may stand with a capital beside a name, at the head of a sentence among others."""
_FOLLOWS = re.compile(r"(?<!said)(?<!says)(?<!told)(?<!by)(?<!with)[a-z] $")
"""A name after a small word in the middle of a sentence, no speaker's."""
_WORDS = re.compile(r"\S+")


@cache
def _not_places(language: str) -> frozenset[str]:
    """Give the words for people and things of states, which are never towns: Armenian, Armenians."""
    words = (w for s in states().rows for w in (*s.adjectives.get(language, ()), *s.nationals_en))
    return frozenset(w.casefold() for w in words)


def names_in(text: str, language: str, taken: list[Span], known: Known) -> tuple[NameInText, ...]:
    """Find the names that a place of the tables has, outside the spans that are taken; longer ones first of all."""
    runs = _RUNS.get(language)
    if runs is None:
        return ()
    found: list[NameInText] = []
    for run in runs.finditer(text):
        for a, b in _free(run.span(), taken):
            pieces = _japanese(text, a, b, known) if language == "ja" else _capitalised(text, a, b, language, known)
            found.extend(pieces)
    return tuple(found)


def _free(span: Span, taken: list[Span]) -> Iterator[Span]:
    """Give the parts of a span outside what is taken."""
    start, end = span
    for a, b in sorted(t for t in taken if t[0] < end and start < t[1]):
        if start < a:
            yield start, a
        start = max(start, b)
    if start < end:
        yield start, end


MOST_WORDS = 10
"""Words of the longest name that is looked for: no name of the tables has as many."""


def _capitalised(text: str, a: int, b: int, language: str, known: Known) -> Iterator[NameInText]:
    """Find the longest known names in a run; what is left of the run must be words for kinds of places."""
    words = [(a + m.start(), a + m.end()) for m in _WORDS.finditer(text[a:b])]
    at = 0
    while at < len(words):
        most = min(len(words) - at, MOST_WORDS)
        size = next((n for n in range(most, 0, -1) if _fits(text, words[at : at + n], language, known)), 0)
        rest = [*_beside(text, words[:at][::-1]), *_beside(text, words[at + size :])]
        if rest and language == "ru" and at and words[0][0] in _openings(text):
            rest = [w for w in rest if w != words[0]]  # a sentence's first word has a capital whatever it is
        if size and all(_generic(text[slice(*w)], language) or known(text[slice(*w)]) for w in rest):
            span = (words[at][0], _bare(text, words[at + size - 1]))
            yield NameInText(text[slice(*span)], span, _marked(text, span, language) or size > 1)
        at += max(size, 1)


def _beside(text: str, words: list[Span]) -> list[Span]:
    """Give the words with a capital that stand beside a name, up to a small one."""
    return list(takewhile(lambda w: text[w[0]].isupper(), words))


def _openings(text: str) -> frozenset[int]:
    """Give where sentences begin, as far as marks tell."""
    return frozenset({0, *(m.end() for m in re.finditer(r"[.!?…:]\s+|\n\s*|[—«]\s*", text))})


def _fits(text: str, words: list[Span], language: str, known: Known) -> bool:
    span = (words[0][0], _bare(text, words[-1]))
    name = text[slice(*span)]
    if len(name) < 2 or name.casefold() in _not_places(language) or name.startswith(("The ", "A ")):
        return False
    if _TITLES.search(text[max(0, span[0] - 20) : span[0]]) or not known(name):
        return False
    if any(f"{q}{name}" in text for q in "«“„"):
        return False
    small = len(words) == 1 and re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", text)
    return not small  # the text writes it small too: a word, no name


def _bare(text: str, word: Span) -> int:
    """Give the end of a word without the genitive and the marks that close it."""
    end = word[1]
    found = re.search(r"(?:['’]s|['’.-]+)$", text[slice(*word)])
    return end - len(found.group()) if found else end


def _generic(word: str, language: str) -> bool:
    small = word.lower().strip("’'.-")
    return small in place_words(language) or small in _SMALL.get(language, ())


def _marked(text: str, span: Span, language: str) -> bool:
    led = text[max(0, span[0] - 40) : span[0]]
    before = _BEFORE[language].search(led) or (language == "en" and _FOLLOWS.search(led))
    after = _AFTER[language].match(text, span[1]) if language in _AFTER else None
    return bool(before or after)


def _japanese(text: str, a: int, b: int, known: Known) -> Iterator[NameInText]:
    run = text[a:b]
    if _PERSON_AFTER.match(text, b) or _PERSON_AFTER.search(run):
        return
    kana = re.match(r"[ァ-ヺー＝=・]*", run)
    core = (kana.group() if kana else "").strip("・")
    ends = _ENDINGS_JA.match(run, len(core)) if core else None
    names = [run, *([core + ends.group()] if ends else []), *([core] if core else [])]
    name = next((n for n in dict.fromkeys(names) if len(n) > 1 and known(n)), None)
    if name is not None:
        span = (a, a + len(name))
        ends_so = _ENDINGS_JA.search(name) is not None
        yield NameInText(name, span, ends_so or _AFTER["ja"].match(text, span[1]) is not None)
        return
    at = a
    parts = core.split("・") if "・" in core else []
    if all(len(part) > 1 and known(part) for part in parts):
        for part in parts:
            yield NameInText(part, (at, at + len(part)), _AFTER["ja"].match(text, at + len(part)) is not None)
            at += len(part) + 1
