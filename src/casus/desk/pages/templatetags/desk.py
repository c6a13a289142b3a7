"""Words in the page's language, and the parts of lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from casus.desk.pages.phrases import phrase
from casus.errors import Problem
from casus.vocabulary.refusals import Refusal, line_in

register = template.Library()
LAST_LATIN = "\u0250"
"""The letters of European languages in Latin script come before."""


@register.simple_tag(takes_context=True)
def say(context: template.Context, key: str, **values: object) -> str:
    """Give a phrase of the desk in the page's language: ``{% say "search" %}``."""
    return phrase(key, context["language"], **values)


@register.simple_tag(takes_context=True)
def answer(context: template.Context, mark: str) -> str:
    """Say an answer: yes, no, open."""
    return phrase(f"answer_{mark}", context["language"])


@register.simple_tag(takes_context=True)
def named(context: template.Context, kind: str, value: str) -> str:
    """Say one of a kind of values: ``{% named "rating" "CC" %}``."""
    return phrase(f"{kind}_{value}", context["language"])


@register.simple_tag(takes_context=True)
def words(context: template.Context, given: Mapping[str, str] | str) -> SafeString | str:
    """Give words that come in several languages; English in the place of another language is marked as English."""
    if isinstance(given, str):
        return given
    language = context["language"]
    if language in given:
        return given[language]
    return format_html('<span lang="en">{}</span>', given.get("en", ""))


@register.simple_tag(takes_context=True)
def words_plain(context: template.Context, given: Mapping[str, str]) -> str:
    """Give words as text alone, for places that hold no marks, such as a title for other sites."""
    return given.get(context["language"]) or given["en"]


@register.simple_tag(takes_context=True)
def refused(context: template.Context, problem: Problem) -> SafeString | str:
    """Tell a problem in the page's language; what has no words in it is marked as English."""
    line = line_in(problem, context["language"])
    return line if isinstance(problem, Refusal) else format_html('<span lang="en">{}</span>', line)


@register.simple_tag
def cited(sources: Iterable[str]) -> SafeString:
    """Name sources as their files and reports do; those in Latin letters are marked as English."""
    marked = ((format_html('<span lang="en">{}</span>' if _latin(one) else "{}", one),) for one in sources)
    return format_html_join("; ", "{}", marked)


def _latin(words: str) -> bool:
    """Are all letters Latin ones?"""
    return all(sign < LAST_LATIN for sign in words if sign.isalpha())
