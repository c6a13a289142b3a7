"""Bodies of reports as the templates of many kinds of sites mark them."""

from __future__ import annotations

import pytest

from casus.intake import receive

S = (
    "Norland troops crossed the Ash river early on Friday, the defence ministry of Sudland said in a statement.",
    "A spokesman denied that any order had been given to cross the river or to fire.",
    "The League will meet on Monday to consider the request made under Article 4 of the pact.",
    "Two soldiers were wounded, according to the regional governor, who asked for help.",
    "Residents of the village left their homes during the night and went south.",
    "Observers said that the bridge was still standing in the afternoon.",
)
H1 = "<h1>Troops cross</h1>"


def each(before: str, after: str) -> str:
    """Put every sentence between the same tags."""
    return "".join(f"{before}{s}{after}" for s in S)


ALL = each("<p>", "</p>")
TEMPLATES = {
    "a block a paragraph": '<div class="article__body">'
    + each('<div class="article__block"><div class="article__text">', "</div></div>")
    + "</div>",
    "components": f'<article><header data-component="headline-block">{H1}</header>'
    '<div data-component="byline-block"><span>Ann Smith</span></div>'
    + each('<div data-component="text-block" class="x-RichTextWrapper"><p>', "</p></div>")
    + "</article>",
    "capital letters": f'<div class="Article_inner">{H1}<div class="StandardArticleBody_body">{ALL}</div></div>',
    "columns": f'<article><header>{H1}</header><section name="articleBody"><div class="Column">'
    f'<p>{S[0]}</p><p>{S[1]}</p></div><div class="Column">{each("<p>", "</p>")}</div></section></article>',
    "microdata": f'<div itemtype="https://schema.org/NewsArticle">{H1}<div itemprop="articleBody">{ALL}</div></div>',
    "sections": f'<section class="module">{H1}<p class="content--summary">{S[0]}</p>'
    f'<div class="content--body"><h2>River</h2><div class="body-text"><p>{S[1]}<br>{S[2]}</p></div></div>'
    f'<div class="content--body"><h2>Town</h2><div class="body-text">{S[3]}<br>{S[4]}<br>{S[5]}</div></div></section>',
    "named by topic": f'<div class="topic-page">{H1}<div class="topic-body__content">{ALL}</div></div>',
    "encyclopedia": f'<main id="content">{H1}<div class="mw-parser-output">'
    '<table class="infobox"><tr><td>1234</td></tr></table>'
    f'{ALL}<div class="reflist"><ol><li>Ann Smith, A history.</li></ol></div></div></main>',
    "no names": f'<div id="wrap"><div><a href="/">Home</a></div><div>{H1}{each("<div>", "</div>")}</div></div>',
    "line breaks": f'<div class="entry"><h2>Troops cross</h2><div class="txt">{"<br><br>".join(S)}</div></div>',
    "a field": f'<div class="node view"><div class="field field--name-body field--text-with-summary">{ALL}</div></div>',
    "misleading names": f'<div class="print-area"><div class="ad-free-wrapper">{H1}{ALL}</div></div>',
    "a table": f'<table><tr><td width=150><a href="/1">Archive</a></td><td>{H1}{ALL}</td></tr></table>',
    "no headline": f"<article>{ALL}</article>",
}
CARD = (
    '<div class="c-card"><h3><a href="/a">Another story of the day with a long title</a></h3>'
    "<p>A short summary of that other story, which goes on for a while.</p></div>"
)
SITE = ("Another story", "short summary", "Home", "Archive", "1234", "A history", "rights reserved")


@pytest.mark.parametrize("name", TEMPLATES, ids=lambda n: n.replace(" ", "-"))
def test_all_of_the_report_and_nothing_of_the_site_is_kept(name: str) -> None:
    """Every sentence is there, under the headline; teasers, menus, boxes and footers are not."""
    page = (
        '<!doctype html><html lang="en"><head><title>Troops cross | Example</title></head><body>'
        f'<header class="site-header"><nav><a href="/">Home</a></nav></header><div class="page">{TEMPLATES[name]}'
        f'<div class="rail">{CARD * 3}</div></div><footer><p>2023 Example, all rights reserved, no copies.</p></footer>'
    )
    report, problems = receive(page.encode())
    assert problems == ()
    assert report is not None
    assert [s for s in S if s not in report.text] == []
    assert [s for s in SITE if s in report.text] == []
    assert report.title == "Troops cross"
    assert report.regions[0].kind == "headline"
    assert [report.text[slice(*r.span)] for r in report.regions if r.kind == "lede"] == [S[0]]
