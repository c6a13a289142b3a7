"""Whose the pictures of a page are, where its markup says so and its words do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from casus.intake.html_jsonld import LinkedImage
from casus.intake.html_tree import attribute, words_of
from casus.records import ImageCredit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEED = re.compile(
    r"creativecommons\.org/(?:licenses/(?P<kind>[a-z]{2}(?:-[a-z]{2}){0,2})(?:/(?P<version>\d\.\d))?|publicdomain/(?P<free>zero|mark)"
    r"(?:/(?P<number>\d\.\d))?)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^[※*\s]*(?:photo|image|picture|credit|source|アイキャッチ|画像|写真|出典|提供|撮影|фото)[\w ]{0,12}[:：]\s*",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:\b(?:photo(?:graph)?s?(?: credit)?|images?(?: credit)?|pictures?|credit)(?: by\b|\s*[:：])"
    r"|(?:写真|画像|撮影|提供)\s*[:：=＝]|\bФото\s*:)\s*([^()（）]{2,120})",
    re.IGNORECASE,
)


def licence_name(address: str) -> str | None:
    """Name the licence that an address of Creative Commons stands for.

    >>> licence_name("https://creativecommons.org/licenses/by-sa/3.0/deed.ja")
    'CC BY-SA 3.0'
    """
    found = _DEED.search(address)
    if found is None:
        return None
    if found["free"]:
        return f"CC0 {found['number'] or '1.0'}" if found["free"].lower() == "zero" else "Public Domain"
    return " ".join(part for part in ("CC", found["kind"].upper(), found["version"]) if part)


def marked_credits(root: Element, linked: Sequence[LinkedImage]) -> tuple[LinkedImage, ...]:
    """Give the credits in figures, by a link to a licence or by their words, then those in JSON-LD."""
    found: list[LinkedImage] = []
    for link in root.iter("a"):
        licence = licence_name(attribute(link, "href"))
        figure = _figure(link) if licence else None
        if figure is not None:
            found.append(LinkedImage(creator=_creator(figure, link), licence=licence))
    for caption in root.iter("figcaption"):
        said = _SAID.search(words_of(caption, most=600))
        if said and not any(licence_name(attribute(link, "href")) for link in caption.iter("a")):
            found.append(LinkedImage(creator=said.group(1).strip(" .()（）")))
    for image in linked:
        licence = licence_name(image.licence or "") or image.licence
        found.append(LinkedImage(creator=image.creator, licence=licence, caption=image.caption))
    return tuple(i for i in dict.fromkeys(found) if i.creator or i.licence)


def credit_lines(marked: Sequence[LinkedImage], told: Sequence[ImageCredit]) -> tuple[str, ...]:
    """Put into words the credits that the page's own words do not tell."""
    lines = []
    for image in marked:
        known = any(
            (not image.creator or image.creator.casefold() in c.text.casefold())
            and (not image.licence or image.licence.casefold() in c.text.casefold())
            for c in told
        )
        if not known:
            says = " / ".join(part for part in (_LEAD.sub("", image.creator or ""), image.licence) if part)
            lines.append(f"Image: {says}")
    return tuple(dict.fromkeys(lines))


def _figure(link: Element) -> Element | None:
    """Give the figure, or the caption, that a link stands in."""
    for element in link.iterancestors():
        names = f"{attribute(element, 'class')} {attribute(element, 'id')}".lower()
        if element.tag in {"figure", "figcaption"} or "caption" in names or "credit" in names:
            return element
        if element.tag in {"body", "article", "main"}:
            return None
    return None


def _creator(figure: Element, link: Element) -> str | None:
    """Take the maker from what a caption says before the licence's name."""
    words, licence = words_of(figure, most=400), words_of(link, most=80)
    before = words.partition(licence)[0] if licence else words
    before = _LEAD.sub("", before)
    return (
        re.sub(r"(?i)(?:,|/|／|\(|（|\bvia\b|\blicen[sc]ed under\b|\bunder\b|\s)+$", "", before).strip(" ,/／(（")
        or None
    )
