"""What led to working an incident out again, in words of every language of the desk."""

from __future__ import annotations

from collections.abc import Sequence

from casus.desk.knowledge import tools_at_hand
from casus.desk.pages.phrases import LANGUAGES, phrase
from casus.records import Decision, Words


def added(title: str) -> Words:
    """Say that a report was added.

    >>> added("At the lake")["en"]
    'report At the lake was added'
    """
    return {lang: phrase("cause_added", lang, title=title) for lang in LANGUAGES}


def decided(decision: Decision) -> Words:
    """Say who decided what, and why."""
    about = named_fact(decision.name) if decision.name else dict.fromkeys(LANGUAGES, decision.target)
    if decision.value:
        about = {lang: f"{words} = {said(decision.value, lang)}" for lang, words in about.items()}
    return {
        lang: phrase(
            "cause_decided",
            lang,
            by=decision.by,
            does=phrase(f"decision_{decision.does}", lang),
            about=about[lang],
            why=decision.why,
        )
        for lang in LANGUAGES
    }


def graded(by: str, outlet: str, grade: str, why: str) -> Words:
    """Say who graded an outlet, how, and why."""
    return {lang: phrase("cause_graded", lang, by=by, outlet=outlet, grade=grade, why=why) for lang in LANGUAGES}


def data_changed(areas: Sequence[str]) -> Words:
    """Say which data files have changed.

    >>> data_changed(["law", "places"])
    {'en': 'data files changed: law, places', 'ja': 'データファイルの更新:条約・法、地名・境界'}
    """
    named = {lang: [phrase(f"area_{area}", lang) for area in areas] for lang in LANGUAGES}
    parts = {"en": ", ".join(named["en"]), "ja": "、".join(named["ja"])}
    return {lang: phrase("cause_data", lang, areas=parts[lang]) for lang in LANGUAGES}


def named_fact(name: str) -> Words:
    """Ask for a fact in words; what is none stays as it is."""
    known = tools_at_hand().law.facts.get(name)
    return {lang: known.asks.get(lang, known.asks["en"]) if known else name for lang in LANGUAGES}


def said(value: str, language: str) -> str:
    """Say a value: an answer in words, anything else as it is."""
    return phrase(f"answer_{value}", language) if value in {"yes", "no", "unknown"} else value
