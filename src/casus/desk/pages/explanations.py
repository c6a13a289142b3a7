"""Explanations of an incident: the matrix, ratings of its cells, explanations that people take up."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casus.desk.explaining import Explained, explained, not_weighed
from casus.desk.pages.people import name_of
from casus.desk.pages.warning import misfilled, warn
from casus.desk.rating import RATINGS, Given, rate, take_up
from casus.desk.roles import only
from casus.desk.store.models import StoredIncident
from casus.records import Words


@only("analyst")
@require_safe
def explanations(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Show the matrix: explanations in rows, evidence in columns, and what the lead rests on."""
    incident = get_object_or_404(StoredIncident, id=incident_id)
    told = explained(incident)
    given = {
        "incident": incident,
        "told": told,
        "leaders": _labels(told, told.weighed.leaders if told.weighed else ()),
        "leaders_weighted": _labels(told, told.weighed.leaders_weighted if told.weighed else ()),
        "offered": not_weighed(told),
        "taken": incident.taken_up.all(),
    }
    return render(request, "desk/explanations.html", given)


def _labels(told: Explained, names: tuple[str, ...]) -> list[Words]:
    labels = {h.id: h.label for h in told.sheet.hypotheses}
    return [labels[name] for name in names]


class RatingForm(forms.Form):
    """A rating of one cell; an empty one takes an earlier one back."""

    hypothesis = forms.CharField(max_length=80)
    item = forms.CharField(max_length=200)
    rating = forms.CharField(required=False, max_length=2)
    why = forms.CharField(required=False, max_length=2000)


@only("analyst")
@require_http_methods(["GET", "POST"])
def rate_cell(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Show one cell with all its ratings; take another. What is refused is told with the reason."""
    incident = get_object_or_404(StoredIncident, id=incident_id)
    if request.method == "POST":
        form = RatingForm(request.POST)
        if form.is_valid():
            problems = rate(incident, Given(**form.cleaned_data), by=name_of(request.user), at=timezone.now())
            warn(request, problems)
        else:
            warn(request, misfilled(form))
        return redirect("explanations", incident_id)
    names = request.GET.get("hypothesis", ""), request.GET.get("item", "")
    told = explained(incident)
    known = next((h for h in told.sheet.hypotheses if h.id == names[0]), None)
    column = next((c for c in told.columns if c.item.id == names[1]), None)
    if known is None or column is None:
        raise Http404
    by = name_of(request.user)
    history = incident.ratings.filter(hypothesis=known.id, item=column.item.id).order_by("-id")
    mine = next((row.record for row in history if row.rater == by), None)
    given = {
        "incident": incident,
        "hypothesis": known,
        "column": column,
        "history": history,
        "ratings": RATINGS,
        "mine": mine.rating if mine else None,
    }
    return render(request, "desk/rate.html", given)


@only("analyst")
@require_POST
def take_up_explanation(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Put a standard explanation into the matrix that nobody in the reports offers."""
    incident = get_object_or_404(StoredIncident, id=incident_id)
    name, why = request.POST.get("hypothesis", "")[:80], request.POST.get("why", "")[:2000]
    warn(request, take_up(incident, name, why=why, by=name_of(request.user), at=timezone.now()))
    return redirect("explanations", incident_id)
