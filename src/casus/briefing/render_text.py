"""A brief as plain text: short first, everything on request."""

from __future__ import annotations

from casus.briefing.phrases import in_language, say
from casus.briefing.wrapping import wrap
from casus.records.brief import Brief, Line, Quote, Section

SIGNS = {"yes": "●", "no": "○", "unknown": "◐", "none": "•"}
BRACKETS = {"ja": ("「", "」")}
SHORT_QUOTE = 42
LANGUAGE_NAMES_MARK = {"en": " [in English]", "ja": "［英語］"}


def to_text(brief: Brief, *, language: str = "en", full: bool = False, width: int | None = None) -> str:
    """Write a brief as lines of text.

    ``full`` prints every line and unfolds what lies under it; without it only the short lines of each section.
    ``width`` wraps at that many columns; None does not wrap.
    """
    head = in_language(brief.headline, language)
    out = [*(wrap(head, width, "") if width else [head]), ""]
    for section in brief.sections:
        lines = [line for line in section.lines if full or line.short]
        if lines:
            out += [_title(section, language), *(t for line in lines for t in _line(line, language, full, width)), ""]
    hidden = sum(_count(line) for s in brief.sections for line in s.lines) - sum(
        1 for s in brief.sections for line in s.lines if line.short
    )
    if not full and hidden > 0:
        out.append(in_language(say("more_on_full", count=str(hidden)), language))
    return "\n".join(out).rstrip() + "\n"


def _count(line: Line) -> int:
    return 1 + sum(_count(m) for m in line.more)


def _title(section: Section, language: str) -> str:
    return in_language(section.title, language).upper()


def _line(line: Line, language: str, full: bool, width: int | None, depth: int = 0) -> list[str]:
    says = in_language(line.says, language)
    if language not in line.says and language != "en":
        says += LANGUAGE_NAMES_MARK.get(language, "")
    quotes = " ".join(_quote(q, full) for q in (line.quotes if full else line.quotes[:1]))
    sources = f" [{'; '.join(line.sources)}]" if line.sources and full else ""
    text = f"{SIGNS[line.mark]} {says}{' ' + quotes if quotes else ''}{sources}"
    pad = "  " * depth
    wrapped = wrap(text, max(20, width - len(pad))) if width else [text]
    out = [pad + t for t in wrapped]
    if full:
        out += [t for more in line.more for t in _line(more, language, full, width, depth + 1)]
    return out


def _quote(quote: Quote, full: bool) -> str:
    words = " ".join(quote.text.split())
    if not full and len(words) > SHORT_QUOTE:
        words = words[: SHORT_QUOTE - 1] + "…"
    opening, closing = BRACKETS.get(quote.language, ("“", "”"))
    if words.startswith(opening) and words.endswith(closing):
        return words
    return f"{opening}{words}{closing}"
