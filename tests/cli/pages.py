"""Pages and feeds in the shapes that sites give them, made for tests from plain words."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence


def wordpress(
    title: str,
    paragraphs: Sequence[str],
    comments: Sequence[str] = (),
    *,
    day: str = "2021-05-15",
    publisher: str = "国境通信",
    author: str = "編集部",
) -> str:
    """Give a blog post as WordPress themes write it: header, sidebar, related posts, threaded comments, form."""
    body = "\n".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    talk = "\n".join(_comment(n, words) for n, words in enumerate(comments, 1))
    return f"""<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">
<title>{html.escape(title)} | {publisher}</title>
<meta property="og:title" content="{html.escape(title)}"><meta property="og:site_name" content="{publisher}">
<meta property="article:published_time" content="{day}T09:10:00+09:00"><meta name="author" content="{author}">
<link rel="canonical" href="https://blog.example/{day}/post.html"></head>
<body class="single single-post"><header class="site-header">
<nav><ul><li><a href="/">ホーム</a></li></ul></nav></header>
<main><article class="post type-post hentry"><header class="entry-header">
<h1 class="entry-title">{html.escape(title)}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="{day}T09:10:00+09:00">{day}</time></div></header>
<div class="entry-content">
{body}
</div><div class="sns-share"><a href="#">ツイート</a></div></article>
<aside class="related-posts"><h2>関連記事</h2><ul><li><a href="/1">昨年の演習を振り返る</a></li></ul></aside>
<div id="comments" class="comments-area"><h2 class="comments-title">コメント {len(comments)}件</h2>
<ol class="comment-list">
{talk}
</ol><div id="respond" class="comment-respond">
<h3 id="reply-title">コメントを残す</h3><form><textarea></textarea></form></div>
</div></main><footer class="site-footer"><p>Copyright (c) {publisher}</p></footer><script>var x = 1;</script>
</body></html>"""


def _comment(number: int, words: str) -> str:
    said = "<br>".join(html.escape(line) for line in words.split("\n"))
    return f"""<li id="comment-{number}" class="comment even depth-1"><article class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">名無し</b>
<span class="says">より:</span></div>
<div class="comment-metadata"><time datetime="2021-05-16T01:02:00+09:00">2021年5月16日 01:02</time></div></footer>
<div class="comment-content"><p>{said}</p></div>
<div class="reply"><a class="comment-reply-link" href="#">返信</a></div></article></li>"""


def wire(
    title: str, paragraphs: Sequence[str], *, day: str = "2021-05-15", publisher: str = "The Wire", caption: str = ""
) -> str:
    """Give an agency's page: a NewsArticle in JSON-LD, a picture with its caption, teasers beside the text."""
    linked = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": title,
            "datePublished": f"{day}T12:00:00Z",
            "author": [{"@type": "Person", "name": "Ann Smith"}],
            "publisher": {"@type": "Organization", "name": publisher},
        }
    )
    body = "\n".join(f'<p class="paragraph">{html.escape(p)}</p>' for p in paragraphs)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{html.escape(title)} - {publisher}</title>
<script type="application/ld+json">{linked}</script></head><body><header><a href="/">{publisher}</a></header>
<main><article><h1>{html.escape(title)}</h1><p class="byline">By Ann Smith</p>
<figure><img src="a.jpg" alt=""><figcaption>{html.escape(caption)}</figcaption></figure>
<div class="article-body">
{body}
</div></article><aside><h2>Most read</h2><ul><li><a href="/2">Ten recipes for the weekend</a></li></ul></aside></main>
<footer><p>All rights reserved</p></footer></body></html>"""


def rss(items: Sequence[tuple[str, str, str]], *, title: str = "The Wire") -> str:
    """Give a feed of items (title, day as RFC 822 has it, text)."""
    told = "".join(
        f"<item><title>{html.escape(head)}</title><link>https://wire.example/{n}</link><pubDate>{day}</pubDate>"
        f"<description>{html.escape(text)}</description></item>"
        for n, (head, day, text) in enumerate(items, 1)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{told}</channel></rss>'
