"""Sources and credits: the reports, the originals they cite, their pictures."""

from __future__ import annotations

from casus.briefing.phrases import day_words, same, say
from casus.briefing.words import Shelf
from casus.records import Line, Section, Words

NAMED_LANGUAGES = frozenset({"en", "ja", "ru"})


def language_words(code: str) -> Words:
    """Name a language: by its code in English, by name in Japanese where that is known."""
    return say(f"language_{code}") if code in NAMED_LANGUAGES else same(code)


def made_with_words(what: str) -> Words:
    """Say which casus and which law files a brief was made with."""
    version, found, law = what.partition(", law files ")
    return say("made_with_law", version=version, law=law) if found else same(what)


def _origins(shelf: Shelf) -> list[Line]:
    """Count origins, not outlets, where there are several reports; copies are named."""
    origins = shelf.assessment.origins
    if len(shelf.assessment.reports) < 2:
        return []
    counts = say("origins", reports=str(len(shelf.assessment.reports)), origins=str(len(origins)))
    copies = tuple(
        Line(says=say("copies", names=", ".join(shelf.report(r).name for r in group)))
        for group in origins
        if len(group) > 1
    )
    return [Line(says=counts, short=True, more=copies)]


def sources(shelf: Shelf) -> Section:
    """Name the reports with their publication day, the originals cited, the images' makers and licences."""
    lines = []
    for report in shelf.assessment.reports:
        published = (
            say("published_on", day=day_words(report.published)) if report.published else say("published_unknown")
        )
        says = say(
            "source_report", name=same(report.name), published=published, language=language_words(report.language)
        )
        lines.append(Line(says=says, sources=(report.id,)))
    lines += _origins(shelf)
    for original in shelf.assessment.originals:
        key = "original_compared" if original.comparison else "original_cited"
        says = say(key, title=same(original.text), comparison=original.comparison or same(""))
        lines.append(
            Line(says=says, quotes=(shelf.cut(original.report, original.span),) if original.span[1] else (), short=True)
        )
    for report_id, credit in shelf.assessment.image_credits:
        says = say(
            "image_credit",
            creator=same(credit.creator) if credit.creator else say("not_given"),
            licence=same(credit.licence) if credit.licence else say("not_given"),
            caption=same(f" ({credit.caption})" if credit.caption else ""),
        )
        lines.append(Line(says=says, quotes=(shelf.cut(report_id, credit.span),), short=True))
    lines.append(Line(says=say("made_with", what=made_with_words(shelf.assessment.made_with))))
    return Section(id="sources", title=say("section_sources"), lines=tuple(lines))
