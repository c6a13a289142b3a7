"""What a page says of its report in JSON-LD, in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_REPORTS = ("Article", "BlogPosting", "Report", "SocialMediaPosting")
_MOST = 20_000


class LinkedImage(msgspec.Struct, frozen=True, kw_only=True):
    """A picture and whose it is."""

    creator: str | None = None
    licence: str | None = None
    caption: str | None = None


class LinkedReport(msgspec.Struct, frozen=True, kw_only=True):
    """An article's own description of itself."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    body: str | None = None
    images: tuple[LinkedImage, ...] = ()


def linked_report(root: Element) -> LinkedReport:
    """Give the page's first article in JSON-LD; an empty one where there is none. Broken JSON is passed over."""
    images: list[LinkedImage] = []
    first: LinkedReport | None = None
    for node in _nodes(root):
        kinds = _kinds(node)
        if first is None and any(kind.endswith(_REPORTS) for kind in kinds):
            first = _report(node)
        elif "ImageObject" in kinds:
            images.append(_image(node))
    found = first or LinkedReport()
    return msgspec.structs.replace(found, images=tuple(dict.fromkeys(i for i in (*found.images, *images) if _says(i))))


def _says(image: LinkedImage) -> bool:
    return bool(image.creator or image.licence)


def _nodes(root: Element) -> Iterator[dict[object, object]]:
    """Give every object in the page's JSON-LD, outer ones first, up to a limit."""
    count = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting: list[object] = [json.loads((script.text or "").strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and count < _MOST:
            count += 1
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                yield node
                waiting.extend(v for v in node.values() if isinstance(v, dict | list))


def _kinds(node: dict[object, object]) -> tuple[str, ...]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return tuple(k.rpartition("/")[2] for k in kinds if isinstance(k, str))


def _report(node: dict[object, object]) -> LinkedReport:
    images = node.get("image")
    return LinkedReport(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")),
        publisher=_name(node.get("publisher")),
        author=_name(node.get("author")),
        language=_text(node.get("inLanguage")),
        url=_text(node.get("url")) or _text(node.get("mainEntityOfPage")),
        body=_text(node.get("articleBody"), lines=True),
        images=tuple(_image(i) for i in (images if isinstance(images, list) else [images]) if isinstance(i, dict)),
    )


def _image(node: dict[object, object]) -> LinkedImage:
    creator = _text(node.get("creditText")) or _name(node.get("creator")) or _name(node.get("author"))
    return LinkedImage(
        creator=creator or _text(node.get("copyrightNotice")) or _name(node.get("copyrightHolder")),
        licence=_text(node.get("license")),
        caption=_text(node.get("caption")) or _text(node.get("description")),
    )


def _text(value: object, *, lines: bool = False) -> str | None:
    """Give a text on one line; of an object its name or address, of a list the first that says something."""
    if isinstance(value, list):
        return next((found for v in value[:20] if not isinstance(v, list) and (found := _text(v, lines=lines))), None)
    if isinstance(value, dict):
        return next(
            (found for key in ("@value", "name", "@id", "url") if (found := _text(_plain(value.get(key))))), None
        )
    if not isinstance(value, str):
        return None
    if lines:
        return "\n".join(line for line in (" ".join(part.split()) for part in value.splitlines()) if line) or None
    return " ".join(value.split())[:2_000] or None


def _plain(value: object) -> object:
    return value if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """Give a name, or several joined by commas; an address is no name."""
    values = value if isinstance(value, list) else [value]
    names = []
    for item in values[:20]:
        name = _text(_plain(item.get("name")) if isinstance(item, dict) else _plain(item))
        if name and not name.startswith(("http://", "https://")) and name not in names:
            names.append(name)
    return ", ".join(names) or None
