"""Whose words a sentence is that does not say so itself: speech after a dash, and what Об этом сообщил X is about."""

from __future__ import annotations

import re

from casus.reading.clauses import Phrase
from casus.reading.ru.chunking import chunks_of
from casus.reading.ru.sources import is_somebody, owner_of, thinks
from casus.reading.ru.tokenizer import words_of
from casus.records import Span

_DASHES = "—–"
_TAG = re.compile(r"[,!?…»] [—–] (?=[а-яё])")
_SPEECH = re.compile(r"[.!?…] [—–] (?=[«А-ЯЁ])")
_ABOUT_THIS = re.compile(r"[.!?…»]*\s+(Об этом )")
_END = re.compile(r"[.!?…](?=\s|$)|,? [—–] |\n")


def teller(text: str, sentence: Span) -> Phrase | None:
    """Give who speaks in a sentence of a paragraph of speech, from the author's words before it or after it.

    — Мост взорван. Город отрезан, — сказал мэр. — Помощи нет.
    """
    start = text.rfind("\n", 0, sentence[0]) + 1
    if text[start : start + 1] not in _DASHES or start == len(text):
        return None
    end = text.find("\n", sentence[1])
    tags = [m.end() for m in _TAG.finditer(text, start, end if end >= 0 else len(text))]
    if any(sentence[0] <= tag < sentence[1] for tag in tags):
        return None
    earlier = [tag for tag in tags if tag < sentence[0]]
    if earlier:
        goes_on = text[sentence[0]] in _DASHES or _SPEECH.search(text, earlier[-1], sentence[0]) is not None
        return _named(text, earlier[-1]) if goes_on else None
    return _named(text, tags[0]) if tags else None


def reporter(text: str, sentence: Span) -> Phrase | None:
    """Give who tells what a sentence says, where the next one only names them (Мост взорван. Об этом сообщил мэр.)."""
    match = _ABOUT_THIS.match(text, sentence[1])
    if match is None:
        return None
    stop = _END.search(text, match.end())
    chunks = chunks_of(words_of(text, (match.start(1), stop.start() if stop else len(text))), ())
    if not any(c.kind in {"verb", "short"} and thinks(c.lemma) for c in chunks[:5]):
        return None
    speaker = next((c for c in chunks if c.kind == "np" and not c.prep and c.may("nom")), None)
    paper = next((c for c in chunks if c.kind == "np" and c.prep in {"в", "во"} and c.may("loc")), None)
    if speaker is None and paper is not None:
        return owner_of(paper) or paper.phrase()
    return speaker.phrase() if speaker is not None else None


def _named(text: str, tag: int) -> Phrase | None:
    """Give who speaks in the author's words that begin there (сказал мэр)."""
    stop = _END.search(text, tag)
    chunks = chunks_of(words_of(text, (tag, stop.start() if stop else len(text))), ())
    if not any(c.kind == "verb" and thinks(c.lemma) for c in chunks[:3]):
        return None
    speaker = next((c for c in chunks if c.kind == "np" and not c.prep and c.may("nom") and is_somebody(c)), None)
    return speaker.phrase() if speaker is not None else None
