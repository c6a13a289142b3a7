"""Japanese as it is set in type: brackets and colons are full-width beside Japanese characters."""

from __future__ import annotations

import re

_WIDE = {"(": "（", ")": "）", ":": "：", ";": "；"}
_JAPANESE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


def typeset(text: str) -> str:
    """Widen the brackets around or after Japanese characters, and the colons beside them.

    >>> typeset("条約(1997年)第3条:発動"), typeset("「Article 4」(a)"), typeset("12:30 (UTC)")
    ('条約（1997年）第3条：発動', '「Article 4」（a）', '12:30 (UTC)')
    """
    if not any(mark in text for mark in _WIDE):
        return text
    out = list(text)
    opened: list[int] = []
    for at, char in enumerate(text):
        if char == "(":
            opened.append(at)
        elif char == ")" and opened:
            start = opened.pop()
            if _japanese(text[start - 1 : start]) or _JAPANESE.search(text, start, at):
                out[start], out[at] = _WIDE["("], _WIDE[")"]
        elif char in ":;" and (_japanese(out[at - 1] if at else "") or _japanese(text[at + 1 : at + 2])):
            out[at] = _WIDE[char]
    return "".join(out)


def _japanese(char: str) -> bool:
    return bool(_JAPANESE.match(char))
