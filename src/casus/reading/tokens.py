"""The token record: what a language pack's tagger gives, with offsets into the report's text."""

from __future__ import annotations

import msgspec


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word as written, with its dictionary form and part of speech.

    ``pos`` is the house's coarse class (noun, vn, propn, num, counter, pron, verb, helper, adj, adjnoun, adv, adnoun,
    conj, prefix, suffix, particle, aux, comma, stop, open, close, symbol, space); ``tag`` and ``form`` are the
    tagger's own part of speech and inflection.
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str = ""
    form: str = ""
