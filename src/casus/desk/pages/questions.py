"""Questions about what comes: the list, one with its forecasts, and how it came out."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from casus.desk.forecasting import Standing, ledger, note, standing, undone_drafts
from casus.desk.pages.people import name_of
from casus.desk.pages.warning import misfilled, warn
from casus.desk.refusing import choices, in_words, refusal
from casus.desk.roles import may, only
from casus.desk.store.models import LedgerEntry, StoredIncident
from casus.outlook import EVERYBODY, Ledger, likelihood, mixed_sentences, rate
from casus.records import Forecast, Question, Resolution, Words
from casus.vocabulary.refusals import placed

ON_A_PAGE = 40
VOID = "-"
"""What the form sends where a question fell away; no place of a branch."""
OPEN_FIRST = ("overdue", "open", "came", "void")


@only("analyst")
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """List the questions, those past their day first; of one incident with the drafts its reports raise."""
    found, today = ledger(), timezone.now().date()
    rows = [standing(found, asked, today) for asked in found.questions.values()]
    incident = None
    if name := request.GET.get("incident"):
        incident = get_object_or_404(StoredIncident, id=name)
        own = set(incident.ledger_entries.filter(kind="question").values_list("question", flat=True))
        rows = [row for row in rows if row.asked.id in own]
    rows.sort(key=lambda row: (OPEN_FIRST.index(row.state), row.asked.resolves_on, row.asked.id))
    given = {
        "page": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "incident": incident,
        "drafts": undone_drafts(incident) if incident else (),
        "forecasters": found.forecasters(),
        "everybody": EVERYBODY,
    }
    return render(request, "desk/questions.html", given)


@only("analyst")
@require_safe
def question(request: HttpRequest, question_id: str) -> HttpResponse:
    """Show one question with all that was said of it."""
    found = ledger()
    asked = _asked(found, question_id)
    row = standing(found, asked, timezone.now().date())
    entries = LedgerEntry.objects.filter(question=asked.id).select_related("incident").defer("incident__assessment")
    given = {
        "row": row,
        "asked": asked,
        "under": found.questions.get(asked.given[0]) if asked.given else None,
        "prior": _shares(asked, asked.prior.probabilities) if asked.prior else (),
        "registered": rate(asked.prior.source) if asked.prior else None,
        "forecasts": _told(row),
        "resolutions": [e.record.resolution for e in entries if e.kind == "resolution"],
        "incident": next((e.incident for e in entries if e.incident), None),
        "editor": may(request.user, "editor"),
        "void": VOID,
    }
    return render(request, "desk/question.html", given)


def _asked(found: Ledger, name: str) -> Question:
    asked = found.questions.get(name)
    if asked is None:
        raise Http404
    return asked


def _shares(asked: Question, probabilities: Sequence[float]) -> list[tuple[str, Words]]:
    return [(branch, likelihood(p)) for branch, p in zip(asked.branches, probabilities, strict=True)]


def _told(row: Standing) -> list[tuple[Forecast, int, list[tuple[str, Words]]]]:
    """Give the forecasts, the last first, each with which revision of its forecaster's it is."""
    counts: dict[str, int] = {}
    told = []
    for made in row.forecasts:
        revision = counts.get(made.by, 0)
        counts[made.by] = revision + 1
        told.append((made, revision, _shares(row.asked, made.probabilities)))
    return told[::-1]


def numbers(said: Sequence[str]) -> tuple[float, ...]:
    """Read numbers as people write them; what is none becomes NaN, which the ledger refuses by name.

    >>> numbers(["0.7", " 0,3 "]), numbers(["much"])
    ((0.7, 0.3), (nan,))
    """
    return tuple(_number(one) for one in said)


def _number(said: str) -> float:
    try:
        return float(said.strip().replace(",", "."))
    except ValueError:
        return nan


@only("analyst")
@require_POST
def give_forecast(request: HttpRequest, question_id: str) -> HttpResponse:
    """Take a forecast of today; a later one of the same person is a revision."""
    asked, at, by = _asked(ledger(), question_id), timezone.now(), name_of(request.user)
    reasons = request.POST.get("reasons", "").strip()[:4000]
    said = [one[:20] for one in request.POST.getlist("probability")[: len(asked.branches) + 1]]
    made = Forecast(question=asked.id, by=by, on=at.date(), probabilities=numbers(said), reasons=reasons)
    _, problems = note(made, by=by, at=at)
    warn(request, (*problems, *placed(mixed_sentences(reasons, "reasons"), in_words("at_reasons"))))
    return redirect("question", question_id)


class ResolutionForm(forms.Form):
    """How a question came out."""

    branch = forms.CharField(max_length=10)
    on = forms.DateField()
    source = forms.CharField(required=False, max_length=2000)


@only("editor")
@require_POST
def resolve(request: HttpRequest, question_id: str) -> HttpResponse:
    """Keep how a question came out; a later resolution corrects it, and the earlier stays on record."""
    asked, form = _asked(ledger(), question_id), ResolutionForm(request.POST)
    places = {str(n): branch for n, branch in enumerate(asked.branches)}
    if not form.is_valid():
        warn(request, misfilled(form))
    elif form.cleaned_data["branch"] not in {VOID, *places}:
        warn(request, [refusal(asked.id, "refused_no_branch", branches=choices(asked.branches))])
    else:
        branch = places.get(form.cleaned_data["branch"])
        said = Resolution(
            question=asked.id, on=form.cleaned_data["on"], branch=branch, source=form.cleaned_data["source"]
        )
        warn(request, note(said, by=name_of(request.user), at=timezone.now())[1])
    return redirect("question", question_id)
