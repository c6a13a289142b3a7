"""Endings of Japanese predicates: negation, voice, tense, and how the clause goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casus.reading.ja.chunks import Chunk
from casus.reading.tokens import Token

_NEGATIVE = {"ない", "無い", "ぬ", "ん", "ず", "まい", "ません"}
_IDIOM = re.compile(
    r"(て|で)(は|も)?(?=(なら|いけ|い|お|き|く|しま|み|あ|ほし|もら|やら|くれ|よ|良|構わ|かまわ))|(ば|ねば)(?=(なら|いけ))|を(?=(得|え))|か(も)(?=(しれ|知れ))"
    r"|(では|じゃ|くは)(?=(な|あ))|と(?=し)"
)


@dataclass(slots=True)
class Form:
    """How a predicate ends."""

    inflection: list[Token]
    """Endings that belong to the predicate itself."""
    tail: str
    """Particles after them."""
    negative: bool = False
    passive: bool = False
    causative: bool = False
    past: bool = False
    ongoing: bool = False
    volitional: bool = False
    shape: str = ""
    """Inflected form of the last ending (連用形, 終止形, 連体形, 仮定形, 命令形, 意志推量形)."""

    @property
    def text(self) -> str:
        """The endings as written, tail included."""
        return "".join(t.text for t in self.inflection) + self.tail


def form_of(chunk: Chunk) -> Form:
    """Read the endings of a predicate phrase."""
    words = chunk.function
    n = _inflection_length(words)
    if n >= 2 and "".join(t.text for t in words[n - 2 : n]) == "ので" and words[n - 1].form.startswith("連用形"):
        n -= 2
    inflection = words[:n]
    bearer = next((t for t in reversed(inflection) if t.form not in {"", "*"}), None)
    last = bearer or chunk.last
    form = Form(inflection, "".join(t.text for t in words[n:]), shape=last.form.split("-")[0])
    lemmas = [t.lemma for t in inflection]
    form.negative = any(lemma in _NEGATIVE for lemma in lemmas)
    form.passive = any(lemma in {"れる", "られる"} for lemma in lemmas)
    form.causative = any(lemma in {"せる", "させる"} for lemma in lemmas)
    form.past = any(t.tag == "助動詞-タ" for t in inflection)
    form.ongoing = any(
        t.lemma in {"いる", "おる", "ある"} and i and inflection[i - 1].text in {"て", "で"}
        for i, t in enumerate(inflection)
    )
    form.volitional = any(t.form.startswith("意志推量形") for t in (chunk.last, *inflection)) and "とし" in form.text
    return form


def _inflection_length(words: list[Token]) -> int:
    n = 0
    while n < len(words):
        token = words[n]
        if token.pos in {"aux", "helper", "adj"} or (token.pos == "verb" and n):
            n += 1
            continue
        rest = "".join(t.text for t in words[n:])
        match = _IDIOM.match(rest)
        length = _tokens_in(words[n:], match.end()) if match and match.end() else 0
        if token.text in {"は", "も"} and n and words[n - 1].text in {"で", "く", "じゃ"}:
            length = 1  # べきで + は + ない
        if length and n + length < len(words) and words[n + length].pos in {"helper", "adj", "verb", "aux"}:
            n += length
        elif (
            token.text in {"の", "ん", "だけ", "ばかり", "のみ", "まで", "など", "わけ", "くらい"}
            and n + 1 < len(words)
            and words[n + 1].pos == "aux"
        ):
            n += 1
        else:
            break
    return n


def _tokens_in(words: list[Token], length: int) -> int:
    count = 0
    for i, token in enumerate(words):
        count += len(token.text)
        if count == length:
            return i + 1
        if count > length:
            return 0
    return 0
