"""A brief as one self-contained HTML page: every line opens the words it rests on, in the report beside it."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from casus.briefing.credits import made_with_words
from casus.briefing.marked import anchors, marked_report
from casus.briefing.phrases import MARKED, in_language, say
from casus.briefing.render_text import SIGNS, shown, sourced
from casus.briefing.typeset import typeset
from casus.records import Brief, Line, Quote, Report, Section, Words


def to_html(brief: Brief, *, language: str = "en", quotes_only: bool = False) -> str:
    """Write a brief as a page with no outside parts.

    ``quotes_only`` leaves the reports' full text out: the quotations stand under their lines alone.
    """
    page = _Page(brief, language, quotes_only=quotes_only)
    title = escape(shown(brief.headline, language))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_part('brief.css')}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#brief">{page.words("skip_to_brief")}</a>\n'
        f"<header>\n<h1>{page.says(brief.headline)}</h1>\n<p>{page.says(made_with_words(brief.assessment.made_with))}</p>\n</header>\n"
        f'<div class="page">\n<main id="brief">\n{page.sections()}</main>\n{page.reports()}</div>\n'
        f"<script>\n{_part('brief.js')}</script>\n</body>\n</html>\n"
    )


def _part(name: str) -> str:
    return (files("casus") / "data" / "html" / name).read_text(encoding="utf-8")


def _heading(report: Report) -> str:
    """Give a report's title, else the last part of its file name or address."""
    return report.title or report.name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


class _Page:
    """The parts of one page, with the ids of the words it points to."""

    def __init__(self, brief: Brief, language: str, *, quotes_only: bool) -> None:
        self.brief = brief
        self.language = language
        self.quotes_only = quotes_only
        self.anchors = anchors(brief)

    def words(self, key: str, **values: Words | str) -> str:
        """Fill a sentence pattern in the page's language, escaped."""
        return self.shown(in_language(say(key, **values), self.language))

    def says(self, words: Words) -> str:
        """Give words in the page's language; English in their place is marked as English."""
        return self.shown(in_language(words, self.language))

    def shown(self, text: str) -> str:
        """Escape a text, with the English in it in its own language."""
        note = escape(in_language(say("in_english"), self.language))
        english = f'<span lang="en">\\1</span><span class="foreign">{note}</span>'
        if self.language == "ja":
            text = typeset(text)
        return MARKED.sub(english, escape(text)) if self.language != "en" else escape(text)

    def sections(self) -> str:
        """Write all sections."""
        return "".join(
            f'<section aria-labelledby="s-{s.id}">\n<h2 id="s-{s.id}">{self.says(s.title)}</h2>\n'
            f"{self.accounts(s) if s.id == 'accounts' else self.list(s.lines)}</section>\n"
            for s in self.brief.sections
        )

    def list(self, lines: tuple[Line, ...]) -> str:
        """Write lines one below the other."""
        return f"<ul>\n{''.join(self.line(x) for x in lines)}</ul>\n"

    def accounts(self, section: Section) -> str:
        """Write what the sides say as a table: a column for each side, a row for each thing they speak of."""
        heads = "".join(
            f'<th scope="col" role="columnheader">{self.says(m.position or {})}</th>' for m in section.lines[0].more
        )
        rows = "".join(
            f'<tr role="row"><th scope="row" role="rowheader">{self.says(line.says)}</th>'
            f"{''.join(self.cell(m) for m in line.more)}</tr>\n"
            for line in section.lines
        )
        caption = self.words("accounts_caption")
        return (
            f'<table class="positions accounts" role="table"><caption>{caption}</caption>\n'
            f'<tr role="row"><td role="cell"></td>{heads}</tr>\n{rows}</table>\n'
        )

    def cell(self, line: Line) -> str:
        """Write what one side says of a thing, with its words."""
        says = self.says(line.says) if line.mark == "none" else self.head(line)
        return f'<td role="cell">{says}{"".join(self.quote(q) for q in line.quotes)}</td>'

    def head(self, line: Line) -> str:
        """Write a line's sign, answer and words."""
        answer = "" if line.mark == "none" else f'<span class="foreign">({self.words(f"sign_{line.mark}")})</span> '
        return (
            f'<span class="sign {line.mark}" aria-hidden="true">{SIGNS[line.mark]}</span>{answer}{self.says(line.says)}'
        )

    def line(self, line: Line) -> str:
        """Write a line; what lies under it unfolds."""
        head = self.head(line)
        under = "".join(self.quote(q) for q in line.quotes) + self.positions(line) + self.under(line)
        if not under:
            return f"<li>{head}</li>\n"
        return f'<li><details><summary>{head}</summary>\n<div class="under">\n{under}</div></details></li>\n'

    def under(self, line: Line) -> str:
        """Write the sources of a line and the lines below it."""
        foreign = "" if self.language == "en" else ' lang="en"'
        out = (
            f'<p class="source"{foreign}>{escape("; ".join(sourced(line.sources, self.language)))}</p>\n'
            if line.sources
            else ""
        )
        more = [m for m in line.more if m.position is None]
        return out + (f"<ul>\n{''.join(self.line(m) for m in more)}</ul>\n" if more else "")

    def positions(self, line: Line) -> str:
        """Write the answers per position side by side."""
        sides = [m for m in line.more if m.position is not None]
        if not sides:
            return ""
        heads = "".join(f'<th scope="col">{self.says(m.position or {})}</th>' for m in sides)
        cells = "".join(f"<td>{self.says(m.says)}</td>" for m in sides)
        caption = self.words("positions_caption")
        return f'<table class="positions"><caption>{caption}</caption><tr>{heads}</tr><tr>{cells}</tr></table>\n'

    def quote(self, quote: Quote) -> str:
        """Write a quotation in its own language, linked to its words in the report."""
        text = f'<q lang="{escape(quote.language)}">{escape(quote.text)}</q>'
        if not self.quotes_only:
            target = self.anchors[quote.report, quote.span]
            text = f'<a href="#{target}" data-words="{target}">{text}</a>'
        return f'<blockquote>{text} <span class="by">— {self.says(quote.by)}</span></blockquote>\n'

    def reports(self) -> str:
        """Write the reports with the quoted words marked; nothing where quotations alone are wanted."""
        if self.quotes_only:
            return ""
        parts = "".join(
            f'<h3>{escape(_heading(r))}</h3>\n<div class="report" lang="{escape(r.language)}">'
            f"{marked_report(r, self.anchors)}</div>\n"
            for r in self.brief.assessment.reports
        )
        label = self.words("the_reports")
        return f'<aside aria-label="{label}" tabindex="0">\n<h2>{label}</h2>\n{parts}</aside>\n'
