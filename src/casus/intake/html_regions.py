"""From blocks to the kept text and its regions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import msgspec

from casus.intake.html_blocks import Block
from casus.intake.html_comments import is_talk
from casus.intake.html_days import shown_day
from casus.intake.html_headline import HEADINGS
from casus.intake.html_main import Scope
from casus.intake.html_outline import Outline
from casus.intake.html_roles import Role
from casus.records.report import RegionKind

_CITES = re.compile(
    r"^\s*[※*＊]?\s*(?:参考|関連|関連記事|関連リンク|出典|引用|引用元|ソース|参照|元記事|情報源|Sources?|See also"
    r"|Related|Read more|Via|Original(?: article)?|Источник|Источники|Читайте также|По теме)\s*[:：]",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^\s*[※*＊◆●■【\[]?\s*(?:告知|お知らせ|お断り|宣伝|広告|PR|アイキャッチ|トップ画像|写真|画像|図|Photos?|Images?|Pictures?|Credit"
    r"|Фото|Иллюстрация|Advertisement|Sponsored|Subscribe|Sign up|Follow us|Реклама|Подписывайтесь|Copyright|©)"
    r"(?:[^。.]{0,20}[:：はの]|\s*$|[】\]])",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:画像|写真)の?(?:出典|提供|クレジット)|\bCC[ -]BY|Public Domain|パブリック・?ドメイン|All rights reserved|©",
    re.IGNORECASE,
)
_SITE_HEADING = re.compile(
    r"^[\s■◆●【\[]*(?:関連(?:記事|リンク|ニュース|投稿)?|おすすめ(?:記事)?|人気記事|最新記事|目次|シェア(?:する)?|共有(?:する)?"
    r"|この記事を(?:書いた人|シェア).*|コメント(?:欄|一覧|する|を(?:残す|書く).*)?|Related.*|Share.*|Tags?|Categor(?:y|ies)"
    r"|Comments?|Leave a (?:reply|comment)|Most (?:read|popular)|Recommended.*|More (?:from|on|stories).*|Contents"
    r"|Table of contents|You may also like|Читайте также|Поделиться|Комментарии|Теги)[\s】\]:：]*$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[。．.!?！？…][」』)）\"”»]?$")
_LONG_META = 160
_SHORT_LINK = 60
_SHORT_DATE = 32
_BYLINE = 60  # columns


class Part(msgspec.Struct, frozen=True):
    """A line of the kept text and its role."""

    kind: RegionKind
    text: str


def parts_of(outline: Outline, blocks: Sequence[Block], scope: Scope, *, host: str, title: str | None) -> list[Part]:
    """Sort the blocks of a report into regions, in page order; what is the site's own is left out.

    ``host`` is the page's own, so that links leading elsewhere can be told.
    """
    parts: list[Part] = []
    bodies = outline.marks(scope.bodies)
    proper = outline.tags[scope.article] == "article"
    first = min(scope.bodies)
    headed = False
    for block in blocks:
        if is_talk(block):
            continue
        within = bodies[block.element]
        if not within and not outline.inside(block.element, scope.article):
            continue
        kind = _kind(outline, block, host)
        before = block.element < first
        running = proper or (before and headed)
        if kind is None or not (within or _belongs_outside(kind, block, before=before, running=running)):
            continue
        if kind != "body" and parts and parts[-1].text == block.text:
            continue
        parts.append(Part(kind, block.text))
        headed = headed or kind == "headline"
    return _opened(parts, title)


def _belongs_outside(kind: RegionKind, block: Block, *, before: bool, running: bool) -> bool:
    """Tell whether it belongs to the report though outside its body.

    ``before`` the body stand headline, standfirst and picture; after it notices and sources that are marked as such.
    ``running`` text belongs where an ``article`` holds the body, or between headline and body.
    """
    if kind in {"headline", "lede"}:
        return before
    if kind == "furniture":
        return True
    if kind == "reference":
        return running or bool(_CITES.match(block.text))
    return running and bool(block.weight and _STOP.search(block.text))


def _kind(outline: Outline, block: Block, host: str) -> RegionKind | None:
    role, text, tag = block.role, block.text, outline.tags[block.element]
    if role & (Role.DROP | Role.ASIDE):
        return None
    if role & Role.CAPTION:
        return "furniture"
    if role & Role.META and block.weight < _LONG_META and not role & Role.HEADLINE:
        return None
    if _SITE_HEADING.match(text) or (len(text) < _SHORT_DATE and shown_day(text) and tag in HEADINGS):
        return None
    if tag in HEADINGS or (role & Role.HEADLINE and len(text) < _LONG_META):
        return "headline"
    if role & Role.LEDE and block.linked < 0.5:
        return "lede"
    return _by_words(block, host)


def _by_words(block: Block, host: str) -> RegionKind | None:
    role, text = block.role, block.text
    if role & (Role.EMBED | Role.REFERENCE) or _CITES.match(text):
        return "reference"
    if block.linked > 0.8 and block.href:
        there = urlsplit(block.href).hostname or host if _readable(block.href) else host
        return "reference" if there != host else None if len(text) < _SHORT_LINK else "reference"
    if role & Role.NOTICE or _NOTICE.match(text) or (_CREDIT.search(text) and len(text) < 2 * _LONG_META):
        return "furniture"
    return "body"


def _readable(href: str) -> bool:
    try:
        urlsplit(href)
    except ValueError:
        return False
    return True


def _opened(parts: list[Part], title: str | None) -> list[Part]:
    """Begin with the headline, from the page's title where the text has none, and name the first paragraph after it."""
    if title and not any(p.kind == "headline" and _same(p.text, title) for p in parts):
        parts = [Part("headline", title), *parts]
    elif title:
        at = next(i for i, p in enumerate(parts) if p.kind == "headline" and _same(p.text, title))
        head = parts[at]
        parts = [
            head,
            *(p for i, p in enumerate(parts) if i != at and not (p.kind == "headline" and p.text == head.text)),
        ]
    return _led(parts)


def _led(parts: list[Part]) -> list[Part]:
    """Take short lines before the first sentence for a byline and the like, and name the first paragraph."""
    first = next((i for i, p in enumerate(parts) if p.kind in {"body", "lede"} and _STOP.search(p.text)), None)
    if first is None:
        return parts
    opening = [Part("furniture", p.text) if p.kind == "body" and _width(p.text) < _BYLINE else p for p in parts[:first]]
    named = any(p.kind == "lede" for p in parts) or any(p.kind == "body" for p in opening)
    return [*opening, parts[first] if named else Part("lede", parts[first].text), *parts[first + 1 :]]


def _width(text: str) -> int:
    """Give the columns a line takes: a sign of Chinese or Japanese says as much as two letters."""
    return sum(2 if c > "\u2e80" else 1 for c in text)


def _same(text: str, title: str) -> bool:
    a, b = "".join(text.split()).casefold(), "".join(title.split()).casefold()
    return a == b or (len(a) > 12 and (a in b or b in a))
