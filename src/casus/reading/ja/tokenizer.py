"""Japanese words: Sudachi's longest units as token records."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from casus.errors import MissingExtraError, needs
from casus.reading.ja.scenes import set_scenes
from casus.reading.tokens import Token
from casus.records import Span

_PUNCTUATION = {
    "読点": "comma",
    "句点": "stop",
    "括弧開": "open",
    "括弧閉": "close",
}
_CLASS = {
    "代名詞": "pron",
    "形容詞": "adj",
    "形状詞": "adjnoun",
    "副詞": "adv",
    "連体詞": "adnoun",
    "接続詞": "conj",
    "接頭辞": "prefix",
    "助詞": "particle",
    "助動詞": "aux",
    "空白": "space",
    "記号": "symbol",
    "感動詞": "adv",
}


@cache
def _tagger() -> Any:
    try:
        with needs("ja", "reading Japanese"):
            sudachi = import_module("sudachipy")
            dictionary = sudachi.Dictionary(dict="core")
    except ValueError as error:  # Sudachi finds no dictionary package.
        raise MissingExtraError("reading Japanese", "ja") from error
    make = dictionary.tokenizer if hasattr(dictionary, "tokenizer") else dictionary.create
    # Fields nobody reads here (readings, splits, synonyms) are not loaded: a sixth of the time.
    return make(mode=sudachi.SplitMode.C, fields={"surface", "pos", "dictionary_form"})


def tokens(text: str, span: Span) -> list[Token]:
    """Give the words of ``text[a:b]`` with offsets into ``text``."""
    a, b = span
    found: list[Token] = []
    known, add = _CLASSES, found.append
    for morpheme in _tagger().tokenize(text[a:b]):
        number, surface = morpheme.part_of_speech_id(), morpheme.surface()
        classes = known.get(number)
        if classes is None:
            classes = known[number] = _classes(morpheme.part_of_speech())
        pos, tag, form = classes
        start, end, lemma = a + morpheme.begin(), a + morpheme.end(), morpheme.dictionary_form()
        if lemma[-2:] == "ずる" and len(lemma) > 2:
            lemma = lemma[:-2] + "じる"  # 応じた and 応じる are one word
        if surface in _SYMBOLS:
            pos = "symbol"
        elif surface in {"いわく", "曰く"}:
            pos = "particle"
        elif surface in _ENDS_WORD and _one_word(found, surface, end):
            continue
        elif pos in {"noun", "suffix"} and found and found[-1].end == start and _katakana_verb(found[-1]):
            found[-1] = msgspec.structs.replace(found[-1], pos="propn", tag="名詞-固有名詞-地名", form="")  # オシ州
        elif surface == "とも" and pos == "suffix":
            pos = "particle"  # 双方とも, いかなる国とも
        elif lemma == "する" and found and found[-1].pos == "noun" and found[-1].end == start:
            found[-1] = msgspec.structs.replace(found[-1], pos="vn")  # 飛び火した: a noun that is done
        add(Token(surface, start, end, lemma, pos, tag, form))
    return set_scenes(found)


_ENDS_WORD = {"者": ("裏切り", "noun"), "とも": ("少なく", "adv"), "なく": ("まも", "adv"), "沙汰": ("取り", "vn")}
"""Last parts of words Sudachi cuts, with what stands before them and the class of the whole: 少なくとも, まもなく."""


def _katakana_verb(token: Token) -> bool:
    """Ask: is a name written in katakana read as a verb (オシ, カリ)?"""
    return token.pos in {"verb", "helper", "adj"} and all("ァ" <= c <= "ヺ" for c in token.text)


def _one_word(found: list[Token], surface: str, end: int) -> bool:
    """Join the last part of a word that has been cut with what is found of it; give whether there is such a word."""
    first, pos = _ENDS_WORD[surface]
    for count in (1, 2):
        before = found[-count:]
        if len(before) == count and "".join(t.text for t in before) == first:
            whole = first + surface
            found[-count:] = [Token(whole, before[0].start, end, whole, pos, "副詞" if pos == "adv" else "名詞")]
            return True
    return False


_CLASSES: dict[int, tuple[str, str, str]] = {}
"""Class, tag and inflected form by Sudachi's number of a part of speech: there are about a thousand."""
_SYMBOLS = frozenset({":", "：", ""})


def _classes(pos: tuple[str, ...]) -> tuple[str, str, str]:
    tag = pos[4] if pos[0] == "助動詞" else "-".join(p for p in pos[:4] if p != "*")
    return coarse(pos), tag, pos[5]


def coarse(pos: tuple[str, ...]) -> str:
    """Give the house's class of a word from Sudachi's (UniDic's) part of speech."""
    first, second, third = pos[0], pos[1], pos[2]
    if first == "名詞":
        return _noun(second, third)
    if first == "動詞":
        return "helper" if second == "非自立可能" else "verb"
    if first == "形状詞" and second == "助動詞語幹":
        return "particle"
    if first == "補助記号":
        return _PUNCTUATION.get(second, "symbol")
    if first == "接尾辞":
        if third == "サ変可能":
            return "vn"
        return {"名詞的": "suffix", "動詞的": "aux", "形容詞的": "aux"}.get(second, "suffix")
    return _CLASS.get(first, "noun")


def _noun(second: str, third: str) -> str:
    if second == "固有名詞":
        return "propn"
    if second == "数詞":
        return "num"
    if third in {"サ変可能", "サ変形状詞可能"}:
        return "vn"
    if third == "形状詞可能":
        return "adjnoun"
    return "noun"
