"""What an element's tag, classes and microdata say of its part in a page."""

from __future__ import annotations

import re
from enum import IntFlag, auto
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Role(IntFlag):
    """Parts an element can have; what lies inside has them too."""

    NONE = 0
    DROP = auto()
    """Never text: scripts, forms, what is hidden."""
    ASIDE = auto()
    """The site's, not the article's: navigation, related pages, sharing, advertisements."""
    META = auto()
    """Byline, date, tags."""
    CAPTION = auto()
    NOTICE = auto()
    LEDE = auto()
    HEADLINE = auto()
    EMBED = auto()
    """Somebody else's post or page shown inside."""
    REFERENCE = auto()
    BODY = auto()
    """Marked as the body of the article."""
    ARTICLE = auto()
    COMMENTS = auto()
    COMMENT = auto()
    COMMENT_TEXT = auto()
    COMMENT_META = auto()


_DROPPED = frozenset(
    "script style noscript template svg math iframe object embed applet canvas audio video map select option button "
    "textarea input datalist dialog menu rt rp head title link meta base frame frameset".split()
)
_WHOLE = frozenset({"html", "body", "main"})
_LONGEST = 400
_LONGEST_NAME = 60
_TAGS = {
    "nav": Role.ASIDE,
    "aside": Role.ASIDE,
    "form": Role.ASIDE,
    "footer": Role.ASIDE,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "article": Role.ARTICLE,
    "main": Role.ARTICLE,
    "h1": Role.HEADLINE,
    "time": Role.META,
    "address": Role.META,
}
_PROPERTIES = {
    "articleBody": Role.BODY,
    "headline": Role.HEADLINE,
    "comment": Role.COMMENT,
    "commentText": Role.COMMENT_TEXT,
    "text": Role.COMMENT_TEXT,
    "alternativeHeadline": Role.LEDE,
    "caption": Role.CAPTION,
    "author": Role.META | Role.COMMENT_META,
    "creator": Role.META | Role.COMMENT_META,
    "datePublished": Role.META | Role.COMMENT_META,
    "dateModified": Role.META,
    "dateCreated": Role.META | Role.COMMENT_META,
    "publisher": Role.META,
    "copyrightHolder": Role.CAPTION,
    "keywords": Role.META,
}
_ASIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu"})

_WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]{2,}(?![a-z])|\d+")


def _any_of(words: str) -> re.Pattern[str]:
    """Match one of the names as a whole, between blanks; hyphens and underscores are made alike before."""
    return re.compile(rf"(?:^|\s)(?:{'|'.join(words.split())})(?=\s|$)")


_ASIDE = _any_of(
    r"nav navbar navigation menu sidebar side-?bar(?:-\S+)? widget(?:-area|-title)? breadcrumbs? bread-crumbs? topicpath"
    r" (?:\S+-)?(?:share|sharing|social|sns)(?:-\S+)? addtoany\S* sharedaddy jp-relatedposts yarpp\S*"
    r" (?:\S+-)?related(?:-(?:posts?|articles?|entries|entry|content|links?|stories|news|pages?|box|list|items?))?"
    r" (?:\S+-)?(?:recommend(?:ed|ation|ations)?|ranking|popular(?:-\S+)?|trending|most-read|more-stories|read-next)"
    r" pagination pager page-?nav(?:i)? post-navigation nav-links (?:prev|next)(?:-\S+)?"
    r" ads? ad-\S+ advert\S* adsbygoogle banner sponsored? promo(?:tion)?(?:-\S+)? newsletter(?:-\S+)? subscribe(?:-\S+)?"
    r" subscription(?:-\S+)? cookie\S* consent(?:-\S+)? gdpr\S* modal popup pop-up overlay paywall(?:-\S+)? author-box"
    r" author-(?:bio|info|profile)(?:-\S+)? about-author profile(?:-\S+)? toc(?:-\S+)? table-of-contents"
    r" print(?:-\S+)? skip-link screen-reader-text visually-hidden sr-only noprint (?:site|page|global|main)-(?:header|footer)"
    r" footer(?:-\S+)? header-(?:nav|menu|logo) masthead logo search(?:-\S+)? login(?:-\S+)? tag-?cloud archives?-list"
    r" mw-editsection mw-jump-link navbox\S* reflist catlinks hatnote metadata ambox sistersitebox infobox"
    r" trackbacks?(?:-\S+)? pingbacks?(?:-\S+)? blogroll follow(?:-\S+)? donat\S+ rating(?:-\S+)? wp-polls\S*"
)
_META = _any_of(
    r"(?:\S+-)?by-?line(?:-\S+)? (?:entry|post|article)-(?:meta|date|time|author|tags?|categor(?:y|ies)|info|footer|data)"
    r"(?:-\S+)? posted-(?:on|by|in) (?:publish(?:ed)?|update(?:d)?|mod(?:ified)?)(?:-(?:date|time|at|on))? date-?time"
    r" (?:\S+-)?(?:date|time|timestamp|dateline-date) author authors author-name (?:cat|tags?)-links category categories"
    r" tags? tag-list taglist categor(?:y|ies)-list meta meta-?data read(?:ing)?-time minutes-read views? counter"
    r" article-(?:header-)?(?:details|meta) kicker eyebrow label section-name reference-number"
)
_CAPTION = _any_of(
    r"(?:\S+-)?(?:fig-?)?captions?(?:-\S+)? (?:\S+-)?(?:photo|image|picture|media|img)-?"
    r"(?:credits?|captions?|source|copyright|author|description|desc)(?:-\S+)? (?:\S+-)?credits? wp-caption-text"
)
_NOTICE = _any_of(
    r"notice notices announcement announcements disclaimer editors?-note correction corrections alert info-?box pr"
    r" article-(?:notice|note|footer-note) copyright copyright-\S+ caution"
)
_LEDE = _any_of(
    r"(?:\S+-)?(?:lead|lede|dek|standfirst|subtitle|sub-title|subhead(?:line|ing)?|stand-?first|chapo)"
    r"(?:-(?:text|paragraph|in))? (?:article|entry|post|story)-(?:summary|excerpt|intro|description|lead|abstract)"
)
_HEADLINE = _any_of(r"(?:entry|post|article|story|single|page)-?(?:title|headline|heading|ttl) headline p-name")
_EMBED = _any_of(
    r"twitter-tweet twitter-video instagram-media fb-post fb-xfbml-parse-ignore tiktok-embed wp-embedded-content"
    r" wp-block-embed(?:-\S+)? reddit-embed\S* telegram-post embed-?card blogcard(?:-\S+)? blog-card(?:-\S+)? hatenablogcard"
    r" internal-?blog-?card(?:-\S+)? linkcard(?:-\S+)? link-card(?:-\S+)? external-?link-?card pz-linkcard\S*"
)
_REFERENCE = _any_of(
    r"(?:\S+-)?(?:source|sources|references?|citations?|cite|via|quote-?source|source-?link|original-?link)(?:-\S+)?"
)
_BODY = _any_of(
    r"(?:entry|post|article|story|news|single|blog|main|content|text|detail|page)-?(?:body|content|contents|text|main|inner"
    r"-?text)(?:-(?:inner|text|wrap(?:per)?|area|container))? articletext e-content td-post-content available-content"
    r" field-name-body mw-parser-output article-p honbun hon-bun kiji-?(?:honbun|body|text) the-content"
)
_COMMENTS = _any_of(
    r"(?!(?:no|has|with|without|show|hide|enable|disable)-)(?:\S+-)?comments?(?:-?(?:area|list|lists|section|wrap(?:per)?|block|container|box|thread|tree|zone|region|main"
    r"|contents?|holder))? commentlist commentslist responses discussion(?:-\S+)? disqus-thread respond-list"
    r" (?:reader|user)-?comments? entry-comments?(?:-\S+)?"
)
_COMMENT = _any_of(
    r"comment (?:li-|div-|c-|p-|m-|js-)?comments?-?(?:item|entry|unit|\d+|post|row|node|single|inner|view|box-item)"
    r" depth-\d+ (?:\S+-)?comment-(?:item|unit|entry|\d+) entry-comment comment-?\d+ cmt cmt-\d+ usercomments?"
    r" comment-wrap(?:per)? comment-block"
)
_COMMENT_TEXT = _any_of(
    r"(?:\S+-)?comments?-?(?:content|contents|text|body|message|msg|description|txt|honbun|main-text)(?:-\S+)?"
    r" cmt-?(?:body|text|content) cm-body comment-p"
)
_COMMENT_META = _any_of(
    r"(?:\S+-)?comments?-?(?:author|authors|meta|metadata|header|head|footer|foot|date|time|name|user|info|reply|actions?"
    r"|links?|edit(?:-\S+)?|avatar|number|no|id|vote|votes|likes?|tools?|permalink|form|notes?|respond|title|heading"
    r"|awaiting-moderation|navigation|nav|posted|by|byline|timestamp|count|admin|rating)(?:-\S+)?"
    r" reply reply-\S+ says fn vcard avatar user-?name nickname postmeta respond no-comments nocomments comment-form\S*"
    r" cancel-comment-reply\S* karma\S* cld-like\S* like-?(?:button|count|dislike)\S* datetime date time author"
)


def role_of(element: Element) -> Role:
    """Tell an element's own part; the parts of what it stands in come on top."""
    tag = element.tag if isinstance(element.tag, str) else "script"
    if tag in _DROPPED or _hidden(element):
        return Role.DROP
    role = _TAGS.get(tag, Role.NONE) | _by_microdata(element)
    names = _names(element)
    if names and tag not in _WHOLE:
        role |= _by_names(names)
    if role & Role.COMMENTS and (tag == "article" or next(element.iter("h1"), None) is not None):
        role &= ~Role.COMMENTS  # ``has-comments`` and the like on what holds the article
    if role & (Role.COMMENT | Role.COMMENTS | Role.COMMENT_TEXT) or tag == "article":
        role &= ~(Role.ASIDE | Role.META | Role.NOTICE)
    return role


def _hidden(element: Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style") or ""
    return "none" in style and re.search(r"display\s*:\s*none", style) is not None


def _by_microdata(element: Element) -> Role:
    role = Role.NONE
    kind = element.get("itemtype") or ""
    if kind:
        last = kind.rstrip("/").rpartition("/")[2]
        if last in {"Comment", "UserComments", "Answer"}:
            role |= Role.COMMENT
        elif last.endswith(("Article", "BlogPosting", "Report")):
            role |= Role.ARTICLE
    prop = (element.get("itemprop") or "").split()
    if prop:
        role |= _by_property(prop)
    if element.get("role") in _ASIDE_ROLES:
        role |= Role.ASIDE
    elif element.get("role") in {"main", "article"}:
        role |= Role.ARTICLE
    return role


def _by_property(prop: list[str]) -> Role:
    role = Role.NONE
    for name in prop:
        role |= _PROPERTIES.get(name, Role.NONE)
    return role


def _names(element: Element) -> str:
    """Give classes and id in small letters, words joined by hyphens: ``commentBody`` becomes ``comment-body``."""
    raw = f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST].split()
    return " ".join("-".join(_WORD.findall(name[:_LONGEST_NAME])).lower() for name in raw)


@lru_cache(maxsize=4_096)
def _by_names(names: str) -> Role:
    role = Role.NONE
    for pattern, meaning in _PATTERNS:
        if pattern.search(names):
            role |= meaning
    return role


_PATTERNS = (
    (_ASIDE, Role.ASIDE),
    (_META, Role.META),
    (_CAPTION, Role.CAPTION),
    (_NOTICE, Role.NOTICE),
    (_LEDE, Role.LEDE),
    (_HEADLINE, Role.HEADLINE),
    (_EMBED, Role.EMBED),
    (_REFERENCE, Role.REFERENCE),
    (_BODY, Role.BODY),
    (_COMMENTS, Role.COMMENTS),
    (_COMMENT, Role.COMMENT),
    (_COMMENT_TEXT, Role.COMMENT_TEXT),
    (_COMMENT_META, Role.COMMENT_META),
)
