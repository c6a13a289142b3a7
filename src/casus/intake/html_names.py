"""Class names and ids by which pages on the web name their parts, as their templates write them.

Each line is a list of patterns for one whole name in small letters, its words joined by hyphens; ``*-`` and ``-*``
stand for any further words before or behind.
"""

from __future__ import annotations

import re


def any_of(*lines: str) -> re.Pattern[str]:
    """Match a name among others, as a whole.

    >>> bool(any_of("related-*").search("post related-posts")), bool(any_of("related-*").search("unrelated"))
    (True, False)
    """
    names = " ".join(lines).replace("*-", r"(?:\S+-)?").replace("-*", r"(?:-\S+)?").split()
    return re.compile(rf"(?:^|\s)(?:{'|'.join(names)})(?=\s|$)")


ASIDE = any_of(
    r"nav navbar navigation menu sidebar side-?bar-* widget(?:-area|-title)? breadcrumbs? bread-crumbs?",
    r"topicpath *-(?:share|sharing|social|sns)-* addtoany\S* sharedaddy jp-relatedposts yarpp\S*",
    r"*-related(?:-(?:posts?|articles?|entries|entry|content|links?|stories|news|pages?|box|list|items?))?",
    r"*-(?:recommend(?:ed|ation|ations)?|ranking|popular-*|trending|most-read|more-stories|read-next)",
    r"pagination pager page-?nav(?:i)? post-navigation nav-links (?:prev|next)-* ads? ad-\S+ advert\S*",
    r"adsbygoogle banner sponsored? promo(?:tion)?-* newsletter-* subscribe-* subscription-* cookie\S*",
    r"consent-* gdpr\S* modal popup pop-up overlay paywall-* author-box author-(?:bio|info|profile)-*",
    r"about-author profile-* toc-* table-of-contents print-* skip-link screen-reader-text visually-hidden",
    r"sr-only noprint (?:site|page|global|main)-(?:header|footer) footer-* header-(?:nav|menu|logo) masthead",
    r"logo search-* login-* tag-?cloud archives?-list mw-editsection mw-jump-link navbox\S* reflist catlinks",
    r"hatnote metadata ambox sistersitebox infobox trackbacks?-* pingbacks?-* blogroll follow-* donat\S+",
    r"rating-* wp-polls\S*",
)
META = any_of(
    r"*-by-?line-* (?:entry|post|article)-(?:meta|date|time|author|tags?|categor(?:y|ies)|info|footer|data)-*",
    r"posted-(?:on|by|in) (?:publish(?:ed)?|update(?:d)?|mod(?:ified)?)(?:-(?:date|time|at|on))? date-?time",
    r"*-(?:date|time|timestamp)-* author authors author-name (?:cat|tags?)-links category",
    r"categories tags? tag-list taglist categor(?:y|ies)-list meta meta-?data read(?:ing)?-time minutes-read",
    r"views? counter article-(?:header-)?(?:details|meta) kicker eyebrow label section-name reference-number",
)
CAPTION = any_of(
    r"*-(?:fig-?)?captions?-*",
    r"*-(?:photo|image|picture|media|img)-?(?:credits?|captions?|source|copyright|author|description|desc)-*",
    r"*-credits? wp-caption-text *-attribution-*",
)
NOTICE = any_of(
    r"notice notices announcement announcements disclaimer editors?-note correction corrections alert info-?box",
    r"pr article-(?:notice|note|footer-note) copyright copyright-\S+ caution",
)
LEDE = any_of(
    r"*-(?:lead|lede|dek|standfirst|subtitle|sub-title|subhead(?:line|ing)?|stand-?first|chapo)(?:-(?:text|paragraph|in))?",
    r"(?:article|entry|post|story|content|news)-(?:summary|excerpt|intro|description|lead|abstract)",
)
HEADLINE = any_of(
    r"(?:entry|post|article|story|single|page)-?(?:title|headline|heading|ttl) headline p-name",
)
EMBED = any_of(
    r"twitter-tweet twitter-video instagram-media fb-post fb-xfbml-parse-ignore tiktok-embed",
    r"wp-embedded-content wp-block-embed-* reddit-embed\S* telegram-post embed-?card blogcard-* blog-card-*",
    r"hatenablogcard internal-?blog-?card-* linkcard-* link-card-* external-?link-?card pz-linkcard\S*",
)
REFERENCE = any_of(
    r"*-(?:source|sources|references?|citations?|cite|via|quote-?source|source-?link|original-?link)-*",
)
BODY = any_of(
    r"(?:entry|post|article|story|news|single|blog|main|content|text|detail|page)-?(?:body|contents?|text|main)"
    r"(?:-(?:inner|text|wrap(?:per)?|area|container))?",
    r"articletext e-content td-post-content available-content field-name-body mw-parser-output article-p honbun",
    r"hon-bun kiji-?(?:honbun|body|text) the-content",
)
COMMENTS = any_of(
    r"(?!(?:no|has|with|without|show|hide|enable|disable)-)*-comments?"
    r"(?:-?(?:area|lists?|section|wrap(?:per)?|block|container|box|thread|tree|zone|region|main|contents?|holder))?",
    r"commentlist commentslist responses discussion-* disqus-thread respond-list (?:reader|user)-?comments?",
    r"entry-comments?-*",
)
COMMENT = any_of(
    r"comment",
    r"(?:li-|div-|c-|p-|m-|js-)?comments?-?(?:item|entry|unit|\d+|post|row|node|single|inner|view|box-item)",
    r"depth-\d+ *-comment-(?:item|unit|entry|\d+) entry-comment comment-?\d+ cmt cmt-\d+ usercomments?",
    r"comment-wrap(?:per)? comment-block",
)
COMMENT_TEXT = any_of(
    r"*-comments?(?:-(?:item|entry|card|block|unit|single))?-?"
    r"(?:contents?|text|body|message|msg|description|txt|honbun|main-text)-*",
    r"cmt-?(?:body|text|content) cm-body comment-p",
)
COMMENT_META = any_of(
    r"*-comments?(?:-(?:item|entry|card|block|unit|single|body))?-?(?:authors?|meta|metadata|header|head|footer|foot|date|time|name|user|info|reply|actions?|links?|edit"
    r"|avatar|number|no|id|votes?|likes?|tools?|permalink|form|notes?|respond|title|heading|awaiting-moderation"
    r"|navigation|nav|posted|by|byline|timestamp|count|admin|rating)-*",
    r"reply reply-\S+ says fn vcard avatar user-?name nickname postmeta respond no-comments nocomments",
    r"comment-form\S* cancel-comment-reply\S* karma\S* cld-like\S* like-?(?:button|count|dislike)\S* datetime",
    r"date time author",
)
