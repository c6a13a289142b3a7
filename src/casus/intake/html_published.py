"""The day a page was published: as its metadata say, else as it is shown where the page marks it as its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from casus.intake.html_days import shown_day, stamped_day
from casus.intake.html_jsonld import LinkedReport
from casus.intake.html_roles import Role, role_of
from casus.intake.html_tree import attribute, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DAY_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.issued",
    "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "publication-date", "published_time", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date", "article.published", "date",
)  # fmt: skip
_CHANGED = re.compile(r"updat|modif|更新|最終|修正|обновл|измен", re.IGNORECASE)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|time|published|posted|pubdate|datetime|timestamp|day)(?:$|[\s_-])", re.IGNORECASE
)
_TALK = Role.COMMENTS | Role.COMMENT | Role.COMMENT_TEXT | Role.ASIDE | Role.DROP
_LONGEST = 80
_MOST = 200


def published_of(root: Element, meta: dict[str, str], linked: LinkedReport) -> tuple[date | None, date | None]:
    """Give the day of publication, and another one where the page's own words differ by more than a day.

    The day of a change is never taken for it, nor one that stands in an address.
    """
    stated = [stamped_day(linked.published)]
    stated += [stamped_day(meta.get(name)) for name in _DAY_NAMES]
    for element in items_of(root, "datePublished"):
        said = attribute(element, "content") or attribute(element, "datetime") or words_of(element, most=120)
        stated.append(stamped_day(said))
    days = [day for day in stated if day is not None]
    if not days:
        return _shown(root), None
    return days[0], next((day for day in days if abs((day - days[0]).days) > 1), None)


def _shown(root: Element) -> date | None:
    """Give the first day shown as the page's date."""
    for element, names in islice(_dated(root), _MOST):
        words = words_of(element, most=120)
        if len(words) > _LONGEST or _CHANGED.search(f"{names} {words}") or in_talk(element):
            continue
        day = stamped_day(attribute(element, "datetime") or attribute(element, "title")) or shown_day(words)
        if day:
            return day
    return None


def _dated(root: Element) -> Iterator[tuple[Element, str]]:
    """Give the ``time`` elements and those whose class or id says date."""
    for element in root.iter("time", "abbr", "span", "p", "div", "li", "dd", "td", "small"):
        names = f"{attribute(element, 'class')} {attribute(element, 'id')}"
        if element.tag == "time" or _DATED.search(names):
            yield element, names


def in_talk(element: Element) -> bool:
    """Tell whether it stands in comments, a footer, or beside the report."""
    return any(role_of(e) & _TALK for e in element.iterancestors()) or bool(role_of(element) & Role.COMMENT_TEXT)


def items_of(root: Element, prop: str) -> list[Element]:
    """Give the elements of a property in microdata, up to a limit."""
    found = (
        e
        for e in root.iter("meta", "time", "span", "div", "p", "a", "link", "abbr")
        if prop in (e.get("itemprop") or "").split()
    )
    return list(islice(found, _MOST))
