"""The desk's ledger of questions, forecasts and how they came out: only added to; drafts become questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from msgspec.structs import replace

from casus.briefing.naming import act_of, party_list
from casus.briefing.next_steps import draft_words
from casus.briefing.phrases import say
from casus.desk.assessing import whole
from casus.desk.auditing import audit, one_at_a_time
from casus.desk.refusing import in_words, refusal
from casus.desk.store.models import LedgerEntry, StoredIncident
from casus.errors import Problem
from casus.outlook import Ledger, rate
from casus.outlook.ledger import Noted
from casus.records import Forecast, Prior, Question, QuestionDraft, Record, Resolution, Words
from casus.vocabulary.phrases import day_words
from casus.vocabulary.refusals import placed

DOES = {"question": "asked a question", "forecast": "gave a forecast", "resolution": "resolved a question"}


class Begun(Record, frozen=True, kw_only=True):
    """A question as a draft begins it; criteria, sources and the day are a person's to give."""

    acts: tuple[str, ...]
    """What may come: of one act whether it comes, of several which of them."""
    condition: str = ""
    given: tuple[str, str] | None = None


def ledger() -> Ledger:
    """Read all that was asked, forecast and resolved."""
    return Ledger(row.record for row in LedgerEntry.objects.order_by("number").iterator())


def broken_lines() -> Iterator[Problem]:
    """Name the first line of the ledger that does not follow from those before it; nothing where it is whole."""
    read = Ledger()
    for row in LedgerEntry.objects.order_by("number").iterator():
        if problems := read.follow(row.record, f"ledger, line {row.number}"):
            yield from problems
            return


def note(
    noted: Noted, *, by: str, at: datetime, incident: StoredIncident | None = None, draft: str = ""
) -> tuple[LedgerEntry | None, tuple[Problem, ...]]:
    """Add one line; what cannot stand, or is of a day to come, is refused with its reasons, and nothing changes."""
    kind = type(noted).__name__.lower()
    day, where = noted.asked_on if isinstance(noted, Question) else noted.on, in_words(f"at_{kind}")
    if day > at.date():
        return None, (refusal(where, "refused_not_come", day=day_words(day)),)
    with transaction.atomic():
        one_at_a_time()
        found, problems = ledger().add(noted, kind)
        if problems:
            return None, placed(problems, where)
        last = found.entries[-1]
        name = noted.id if isinstance(noted, Question) else noted.question
        row = LedgerEntry(number=last.number, record=last, kind=kind, question=name, by=by, at=at)
        row.incident, row.draft = incident or _incident_of(name), draft
        row.save(force_insert=True)
        audit(by, DOES[kind], name, at=at, line=last.number, hash=found.head)
    return row, ()


def _incident_of(question: str) -> StoredIncident | None:
    asked = LedgerEntry.objects.filter(question=question, kind="question").select_related("incident").first()
    return asked.incident if asked else None


def with_registered(asked: Question) -> Question:
    """Give a question of two branches the registered base rate its prior names, where it gives no figures of its own.

    What the rate is of is the first branch.
    """
    registered = rate(asked.prior.source) if asked.prior and not asked.prior.probabilities else None
    if registered is None or len(asked.branches) != 2:
        return asked
    figures = (registered.share, 1 - registered.share)
    return replace(asked, prior=Prior(probabilities=figures, source=registered.id))


def undone_drafts(incident: StoredIncident) -> tuple[tuple[QuestionDraft, Words], ...]:
    """Give the drafts of an incident's reports of which no question was made, each in words."""
    done = set(incident.ledger_entries.exclude(draft="").values_list("draft", flat=True))
    return tuple((d, draft_words(d)) for d in whole(incident).drafts if d.id not in done)


def begin(incident: StoredIncident, draft: str, language: str) -> Begun | None:
    """Begin a question with what a draft holds; None where the incident's reports raise none of that id."""
    drafts = {d.id: d for d in whole(incident).drafts}
    found = drafts.get(draft)
    if found is None:
        return None
    acts = (act_of(concept, form="plain") for concept in found.concepts)
    told = (say("act_of", actor=party_list(found.actor), act=act) if found.actor else act for act in acts)
    under = _under(incident, drafts, found)
    return Begun(
        acts=tuple(_said(words, language) for words in told),
        condition=_said(act_of(found.given[1], form="past"), language) if found.given and not under else "",
        given=under,
    )


def _under(incident: StoredIncident, drafts: dict[str, QuestionDraft], found: QuestionDraft) -> tuple[str, str] | None:
    """Give the question, and its branch, that was made of the draft under which this one stands."""
    parent = drafts.get(found.given[0]) if found.given else None
    row = incident.ledger_entries.filter(kind="question", draft=parent.id).first() if parent else None
    asked: Question | None = row.record.question if row else None
    if found.given is None or parent is None or asked is None or found.given[1] not in parent.concepts:
        return None
    place = parent.concepts.index(found.given[1])
    return (asked.id, asked.branches[place]) if len(asked.branches) == len(parent.concepts) else None


def _said(words: Words, language: str) -> str:
    return words.get(language) or words["en"]


class Standing(Record, frozen=True, kw_only=True):
    """A question as it stands on a day: open, past its day, fallen away, or come out."""

    asked: Question
    state: str
    """``open``, ``overdue``, ``void`` or ``came``."""
    outcome: Resolution | None
    forecasts: tuple[Forecast, ...]


def standing(found: Ledger, asked: Question, today: date) -> Standing:
    """Tell how a question stands."""
    outcome = found.resolution(asked.id)
    if found.is_void(asked):
        state = "void"
    elif outcome is not None:
        state = "came"
    else:
        state = "overdue" if asked.resolves_on < today else "open"
    return Standing(asked=asked, state=state, outcome=outcome, forecasts=found.forecasts(asked.id))
