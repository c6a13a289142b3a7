"""Readers' comments in pages: one block each, whatever the template."""

from __future__ import annotations

import pytest

from casus.intake import receive

BODY = "<article><h1>Crossing</h1><p>Norland troops crossed the Ash river early on Friday.</p></article>"
TEMPLATES = {
    "WordPress": """<ol class="commentlist"><li class="comment depth-1" id="comment-1"><div class="comment-body">
        <div class="comment-author vcard"><cite class="fn">Bob</cite> <span class="says">says:</span></div>
        <div class="comment-meta">3 May at 10:00</div><p>First.</p><p>More.</p>
        <div class="reply"><a href="#">Reply</a></div>
        </div><ul class="children">
        <li class="comment depth-2"><div class="comment-body"><p>Second.</p></div></li></ul></li>
        <li class="comment"><div class="comment-body"><p>Third.</p></div></li></ol>""",
    "schema.org": """<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
        <span itemprop="author">Bob</span>
        <p itemprop="text">First.<br>More.</p><div itemscope itemtype="https://schema.org/Comment">
        <p itemprop="text">Second.</p></div></div>
        <div itemscope itemtype="http://schema.org/UserComments"><div itemprop="commentText">Third.</div></div>""",
    "bare": """<section id="comments"><h2>3 comments</h2>
        <ul><li>First.<br>More.</li><li>Second.</li><li>Third.</li></ul></section>""",
    "paragraphs": """<div class="comments"><article class="comment"><p>First.</p><p>More.</p></article>
        <article class="comment"><p>Second.</p></article><article class="comment"><p>Third.</p></article></div>""",
    "definition list": """<div id="comment"><dl><dt>1 Bob</dt><dd>First.<br>More.</dd><dt>2 Al</dt><dd>Second.</dd>
        <dt>3 Bob</dt><dd>Third.</dd></dl></div>""",
    "BEM": """<div class="comments-list"><div class="comments-item"><div class="comments-item__author">Bob</div>
        <div class="comments-item__text"><p>First.</p><p>More.</p></div></div><div class="comments-item">
        <div class="comments-item__text">Second.</div></div><div class="comments-item">
        <div class="comments-item__text">Third.</div></div></div>""",
    "camel case": """<div id="commentList"><div class="commentItem"><div class="commentAuthor">Bob</div>
        <div class="commentBody">First.<br>More.</div></div>
        <div class="commentItem"><div class="commentBody">Second.</div></div>
        <div class="commentItem"><div class="commentBody">Third.</div></div></div>""",
    "nested without bodies": """<ul class="comments"><li class="comment"><p>First.</p><p>More.</p><ul>
        <li class="comment"><p>Second.</p></li></ul></li><li class="comment"><p>Third.</p></li></ul>""",
}


def talk(page: str) -> list[str]:
    """Give the comments that a page's text holds, cut at empty lines."""
    report, _ = receive(page.encode())
    assert report is not None
    regions = [r for r in report.regions if r.kind == "comments"]
    assert len(regions) <= 1
    return [c for r in regions for c in report.text[slice(*r.span)].split("\n\n")]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.replace(" ", "-"))
def test_each_comment_is_a_block(template: str) -> None:
    """Comments stand in page order, replies after what they answer; names, dates and buttons are left out."""
    assert talk(f"<html><body>{BODY}{TEMPLATES[template]}</body></html>") == ["First.\nMore.", "Second.", "Third."]


def test_comments_are_the_last_region_and_never_body() -> None:
    """Even comments before the article in the source come after it."""
    report, _ = receive(f"<html><body>{TEMPLATES['bare']}{BODY}</body></html>".encode())
    assert report is not None
    assert [r.kind for r in report.regions] == ["headline", "lede", "comments"]
    assert "First." not in report.text[slice(*report.regions[1].span)]


def test_more_comment_than_report_changes_nothing() -> None:
    """A short report under a long discussion is still the report."""
    said = "".join(
        f'<div class="comment"><p>{n} {"They always say so and never mean it. " * 5}</p></div>' for n in range(40)
    )
    body = '<div class="post-body"><p>Troops crossed the river.</p></div>'
    page = f'<html><body>{body}<div id="comments">{said}</div></body></html>'
    report, _ = receive(page.encode())
    assert report is not None
    assert report.text.startswith("Troops crossed the river.\n\n0 They")
    assert len(talk(page)) == 40


def test_a_page_without_comments_has_no_such_region() -> None:
    """A form to write one, a count and a note that none may be written are no comments."""
    extra = '<div id="respond" class="comment-respond"><form>Name</form></div>'
    extra += '<p class="no-comments">Comments are closed.</p>'
    assert talk(f"<html><body>{BODY}<div class='comments-area'>{extra}</div></body></html>") == []
