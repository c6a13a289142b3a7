"""An HTML page to a report: its kept text, the regions its markup tells, its particulars."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

from casus.errors import Problem
from casus.intake.credits import image_credit
from casus.intake.html_credits import credit_lines, marked_credits
from casus.intake.html_decode import decode_page
from casus.intake.html_language import language_of
from casus.intake.html_meta import head_of
from casus.intake.html_regions import Part
from casus.intake.html_tree import tree_of
from casus.intake.html_writing import contents_of, written
from casus.records import Report

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NO_TEXT = "save the page from a browser once it is shown, or give its text"


def read_page(
    data: bytes,
    *,
    name: str = "-",
    url: str | None = None,
    charset: str | None = None,
    published: date | None = None,
    language: str | None = None,
) -> tuple[Report | None, tuple[Problem, ...]]:
    """Read a page; None and a problem where it holds no text or its bytes cannot be decoded.

    ``url`` and ``charset`` are what is known from fetching it; ``published`` and ``language`` override what the page
    says. A problem beside a report is a note. Raises MissingExtraError without the extra ``web``.
    """
    decoded = decode_page(data, where=name, charset=charset)
    if isinstance(decoded, Problem):
        return None, (decoded,)
    text, encoding, notes = decoded
    root, more = tree_of(text, where=name)
    if root is None:
        return None, (*notes, *more)
    head = head_of(root, url=url)
    contents, found = contents_of(root, head, where=name)
    parts, comments = contents.parts, contents.comments
    notes = (*notes, *more, *found)
    if not any(p.kind != "headline" for p in parts) and not comments:
        return None, (*notes, _empty(root, name))
    draft = Report(
        id="",
        text="",
        language=language or language_of(" ".join(p.text for p in parts) or " ".join(comments), head.language),
        bytes_sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        media_type="text/html",
        name=name,
        title=contents.headline,
        published=published or head.published,
        publisher=head.publisher,
        author=head.author,
        url=head.url,
    )
    report = written(draft, parts, comments)
    lines = credit_lines(marked_credits(root, head.linked.images), image_credit(report))
    if lines:
        report = written(draft, [*parts, *(Part("furniture", line) for line in lines)], comments)
    if head.disagreeing and published is None:
        what = f"the page gives two days of publication, {head.published} and {head.disagreeing}; the first is taken"
        notes = (*notes, Problem(where=name, what=what, hint="give the day yourself"))
    return report, notes


def _empty(root: Element, name: str) -> Problem:
    scripts = sum(1 for _ in root.iter("script"))
    framed = next(root.iter("frame", "iframe"), None) is not None
    what = "the page holds no text of its own"
    if scripts:
        what += ": scripts put it in when a browser shows it"
    elif framed:
        what += ": it only frames other pages"
    return Problem(where=name, what=what, hint=_NO_TEXT)
