"""What people add to an incident's matrix: ratings of evidence, explanations to be weighed; each is kept for good."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from django.db import transaction
from msgspec.structs import replace

from casus.desk.assessing import whole
from casus.desk.auditing import audit, one_at_a_time
from casus.desk.explaining import explained, groups_of
from casus.desk.refusing import choices, in_words, refusal
from casus.desk.store.models import StoredIncident, StoredRating, TakenUp
from casus.errors import Problem
from casus.hypotheses import Matrix
from casus.records import Evidence, Record
from casus.records.hypothesis import Rating
from casus.vocabulary.hypotheses import hypothesis
from casus.vocabulary.refusals import placed

RATINGS: tuple[Rating, ...] = get_args(Rating)


class Given(Record, frozen=True, kw_only=True):
    """A rating as a form gives it; one that is empty takes the rater's earlier one back."""

    hypothesis: str
    item: str
    rating: str = ""
    why: str = ""


def rate(incident: StoredIncident, given: Given, *, by: str, at: datetime) -> tuple[Problem, ...]:
    """Add a person's rating of a cell; what the matrix does not take is refused with the reason."""
    where = in_words("at_rating", incident=incident.id)
    if given.rating not in ("", *RATINGS):
        known = choices(RATINGS)
        return (refusal(where, "refused_no_rating", hint="hint_choices", rating=given.rating, choices=known),)
    record = Evidence(
        hypothesis=given.hypothesis,
        item=given.item,
        rater=by,
        rating=next((r for r in RATINGS if r == given.rating), None),
        on=at.date(),
        why=given.why.strip(),
    )
    sheet = explained(incident).sheet
    _, problems = Matrix(replace(sheet, raters=(by,), ratings=())).rated(record, where=where["en"])
    if problems:
        return placed(problems, where)
    with transaction.atomic():
        StoredRating.objects.create(
            incident=incident, record=record, hypothesis=record.hypothesis, item=record.item, rater=by, at=at
        )
        about = {"hypothesis": record.hypothesis, "item": record.item, "rating": given.rating, "why": record.why}
        audit(by, "rated evidence", incident.id, at=at, **about)
    return ()


def take_up(incident: StoredIncident, name: str, *, why: str, by: str, at: datetime) -> tuple[Problem, ...]:
    """Put a standard explanation beside those heard, so that it is weighed too."""
    where = in_words("at_explanations", incident=incident.id)
    if hypothesis(name) is None:
        return (refusal(where, "refused_no_explanation", name=name),)
    if not why.strip():
        return (refusal(where, "refused_taking_up_unsaid"),)
    with transaction.atomic():
        one_at_a_time()
        if any(group.hypothesis == name for group in groups_of(incident, whole(incident))):
            return (refusal(where, "refused_weighed_already", name=name),)
        TakenUp.objects.create(incident=incident, hypothesis=name, why=why.strip(), by=by, at=at)
        audit(by, "took up an explanation", incident.id, at=at, hypothesis=name, why=why.strip())
    return ()
