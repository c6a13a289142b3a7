"""An incident's page as it is published: worked out once, frozen, by language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from msgspec.structs import replace

from casus.briefing import compose
from casus.briefing.naming import party_name
from casus.desk.assessing import reports_of, whole
from casus.desk.freezing import Frozen, frozen, latest_day
from casus.desk.knowledge import tools_at_hand
from casus.desk.pages.mapping import drawn
from casus.desk.pages.phrases import LANGUAGES
from casus.desk.redacting import without_persons
from casus.desk.safeguards import Sieve, cautious, must_be_coarse, open_lines
from casus.desk.store.models import StoredIncident
from casus.logic import Truth
from casus.records import Assessment, Line, Record, Section, Words

FORM = "casus.page/1"
PROOF_DEPTH = 3
"""How far lines unfold in public; the whole proof stands on the desk."""


class Rendering(Record, frozen=True, kw_only=True):
    """A page in one piece, and what its line and its arrow are taken from."""

    headline: Words
    engaged: tuple[str, ...]
    """Questions answered yes."""
    content: dict[str, Any]
    """JSON: what :class:`~casus.desk.store.models.Publication` keeps."""
    frozen: Frozen
    """What programs are given of it."""


def rendering(incident: StoredIncident, *, today: date, exact_why: str = "") -> Rendering:
    """Work out an incident's page as it may stand in public.

    ``exact_why`` is an editor's reason for showing the places of a fresh incident exactly; empty: nobody lifted that.
    """
    known = whole(incident)
    coarse = must_be_coarse(latest_day(known, incident.day), today, lifted=bool(exact_why))
    assessment = cautious(known, coarse=coarse)
    brief = compose(assessment, law=tools_at_hand().book)
    sieve = Sieve(assessment, coarse=coarse)
    sections = tuple(
        replace(s, lines=tuple(_shallow(line, PROOF_DEPTH) for line in s.lines)) for s in sieve.sections(brief)
    )
    engaged = tuple(sorted({f.question_id for f in assessment.findings if f.answer is Truth.YES}))
    unknown = [line.says for line in open_lines(sections)]
    unheard = [party_name(u.party) for u in assessment.unheard]
    return Rendering(
        headline=in_one_line(brief.headline, assessment, unknown),
        engaged=engaged,
        content={
            "form": FORM,
            "engaged": list(engaged),
            "open": unknown,
            "unheard": unheard,
            "states": list(incident.sides),
            "reports": _credits(incident),
            "places": drawn(assessment, today=today if coarse else date.max),
            "coarse": coarse,
            "exact_why": exact_why,
            "left_out": sieve.left_out,
            "html": {language: _html(sections, unheard, language) for language in LANGUAGES},
        },
        frozen=frozen(incident, assessment, coarse=coarse),
    )


def in_one_line(headline: Words, assessment: Assessment, unknown: list[Words]) -> Words:
    """Give the judgement in one line that always carries an open question, never a bare "X is obliged"."""
    if any(f.answer is Truth.UNKNOWN for f in assessment.findings):
        return headline
    question = unknown[0] if unknown else {"en": "whether it was as reported", "ja": "報道のとおりであったか"}
    return {
        "en": f"{headline['en']} Not settled: {question['en']}",
        "ja": f"{headline.get('ja', headline['en'])} 未決:{question.get('ja', question['en'])}",
    }


def _shallow(line: Line, depth: int) -> Line:
    return replace(line, more=tuple(_shallow(m, depth - 1) for m in line.more) if depth else ())


def _credits(incident: StoredIncident) -> list[dict[str, str]]:
    said = [
        {
            "id": row.id,
            "title": str(row),
            "publisher": row.publisher,
            "published": row.published.isoformat() if row.published else "",
            "language": row.language,
            "url": row.record.url or "",
        }
        for row in reports_of(incident)
    ]
    return [without_persons(one) | {"url": _kept(one["url"])} for one in said]


def _kept(address: str) -> str:
    """Give an address of a report; none where it names an account."""
    return address if without_persons(address) == address else ""


def _html(sections: tuple[Section, ...], unheard: list[Words], language: str) -> str:
    given: Mapping[str, object] = {"sections": sections, "unheard": unheard, "language": language}
    return render_to_string("desk/published_sections.html", dict(given))
