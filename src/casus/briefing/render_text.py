"""A brief as plain text: short first, everything on request."""

from __future__ import annotations

from casus.briefing.phrases import in_language, say
from casus.briefing.typeset import typeset
from casus.briefing.wrapping import columns, wrap
from casus.records import Words
from casus.records.brief import Brief, Line, Quote, Section

SIGNS = {"yes": "●", "no": "○", "unknown": "◐", "none": "•"}
BRACKETS = {"ja": ("「", "」")}
INCIDENT = "the incident as given"
"""The source of a fact that the case itself states."""
SHORT_QUOTE = 42
LABEL = 11
"""Columns for the names of sections in the short brief."""
PACKED = {"explanations": 3, "expected": 2}


def to_text(brief: Brief, *, language: str = "en", full: bool = False, width: int | None = None) -> str:
    """Write a brief as lines of text.

    Without ``full`` only the short lines of each section, close together, with their section's name before the first;
    with it every line, under headings, and what lies under it. ``width`` wraps at that many columns, None not at all.
    """
    head = shown(brief.headline, language)
    out = [*(wrap(head, width, "") if width else [head]), ""]
    for section in brief.sections:
        if full:
            lines = [t for line in section.lines for t in _line(line, language, full, width)]
            out += [in_language(section.title, language).upper(), *lines, ""]
        else:
            out += _short(section, language, width)
    hidden = sum(_count(line) for s in brief.sections for line in s.lines) - sum(
        1 for s in brief.sections for line in s.lines if line.short
    )
    if not full and hidden > 0:
        out += ["", in_language(say("more_on_full", count=str(hidden)), language)]
    return "\n".join(out).rstrip() + "\n"


def _short(section: Section, language: str, width: int | None) -> list[str]:
    """Write a section's short lines behind its name; what comes in numbers is packed, several to a line."""
    lines = [line for line in section.lines if line.short]
    most = PACKED.get(section.id, 1)
    groups = [lines[n : n + most] for n in range(0, len(lines), most)]
    label = in_language(say(f"label_{section.id}"), language)
    out: list[str] = []
    for group in groups:
        shown = [part for line in group for part in (line, *(m for m in line.more if section.id == "accounts"))]
        text = "  ".join(_sentence(line, language, full=False, quote=SHORT_QUOTE // most) for line in shown)
        first = label + " " * max(1, LABEL - columns(label)) if not out else " " * LABEL
        out += wrap(first + text, max(40, width), " " * (LABEL + 2)) if width else [first + text]
    return out


def shown(words: Words, language: str) -> str:
    """Give words in a language as it is set in type."""
    text = in_language(words, language)
    return typeset(text) if language == "ja" else text


def sourced(sources: tuple[str, ...], language: str) -> list[str]:
    """Write what a line rests on: citations as they are, the incident in words."""
    return [in_language(say("source_incident"), language) if s == INCIDENT else s for s in sources]


def _count(line: Line) -> int:
    return 1 + sum(_count(m) for m in line.more)


def _sentence(line: Line, language: str, *, full: bool, quote: int) -> str:
    """Write a line as one sentence: sign, words, quotations, sources."""
    says = shown(line.says, language)
    if line.position:
        side = in_language(line.position, language)
        says = shown(say("account_inline", party=side, says=says), language)
    quotes = " ".join(_quote(q, full, quote) for q in (line.quotes if full else line.quotes[:1]))
    sources = f" [{'; '.join(sourced(line.sources, language))}]" if line.sources and full else ""
    return f"{SIGNS[line.mark]} {says}{' ' + quotes if quotes else ''}{sources}"


def _line(line: Line, language: str, full: bool, width: int | None, depth: int = 0) -> list[str]:
    text = _sentence(line, language, full=full, quote=SHORT_QUOTE)
    pad = "  " * depth
    wrapped = wrap(text, max(20, width - len(pad))) if width else [text]
    return [
        *(pad + t for t in wrapped),
        *(t for more in line.more for t in _line(more, language, full, width, depth + 1)),
    ]


def _quote(quote: Quote, full: bool, most: int) -> str:
    words = " ".join(quote.text.split())
    if not full and len(words) > most:
        words = words[: most - 1] + "…"
    opening, closing = BRACKETS.get(quote.language, ("“", "”"))
    if words.startswith(opening) and words.endswith(closing):
        return words
    return f"{opening}{words}{closing}"
