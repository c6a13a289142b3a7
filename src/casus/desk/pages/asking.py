"""Asking a question: in one's own words, or from a draft that an incident's reports raise."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from casus.desk.forecasting import begin, ledger, note, with_registered
from casus.desk.pages.people import name_of
from casus.desk.pages.phrases import phrase
from casus.desk.pages.questions import numbers
from casus.desk.roles import only
from casus.desk.store.models import StoredIncident
from casus.errors import Problem
from casus.outlook import registered
from casus.records import Prior, Question, content_id


class QuestionForm(forms.Form):
    """A question: what is left empty is refused by the ledger, with the reason."""

    text = forms.CharField(required=False, max_length=1000)
    criteria = forms.CharField(required=False, max_length=4000)
    resolves_on = forms.DateField()
    sources = forms.CharField(required=False, max_length=4000)
    branches = forms.CharField(required=False, max_length=2000)
    condition = forms.CharField(required=False, max_length=1000)
    given = forms.CharField(required=False, max_length=100)
    prior_source = forms.CharField(required=False, max_length=500)
    prior = forms.CharField(required=False, max_length=500)
    incident = forms.ModelChoiceField(StoredIncident.objects.all(), required=False)
    draft = forms.CharField(required=False, max_length=80)


@only("analyst")
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Show the form, begun with a draft where one is named; take the question it brings."""
    problems: tuple[Problem, ...] = ()
    form = QuestionForm(request.POST) if request.method == "POST" else QuestionForm(initial=_begun(request))
    if request.method == "POST" and form.is_valid():
        by, at = name_of(request.user), timezone.now()
        asked, incident = _question(form, by, at), form.cleaned_data["incident"]
        _, problems = note(asked, by=by, at=at, incident=incident, draft=form.cleaned_data["draft"] if incident else "")
        if not problems:
            return redirect("question", asked.id)
    given = {"form": form, "problems": problems, "under": _under(), "rates": registered()}
    return render(request, "desk/ask.html", given)


def _begun(request: HttpRequest) -> dict[str, object]:
    """Give what the form holds at first."""
    name, draft = request.GET.get("incident"), request.GET.get("draft", "")
    if not name:
        return {"branches": "yes\nno"}
    incident = get_object_or_404(StoredIncident, id=name)
    begun = begin(incident, draft, request.LANGUAGE_CODE) if draft else None
    if begun is None:
        return {"branches": "yes\nno", "incident": incident.id}
    several = len(begun.acts) > 1
    key = "which_comes" if several else "does_it_come"
    return {
        "text": phrase(key, request.LANGUAGE_CODE, acts=" / ".join(begun.acts)),
        "branches": "\n".join(begun.acts) if several else "yes\nno",
        "condition": begun.condition,
        "given": next((value for value, _, _, pair in _choices() if pair == begun.given), ""),
        "incident": incident.id,
        "draft": draft,
    }


Choice = tuple[str, str, str, tuple[str, str]]


def _choices() -> list[Choice]:
    """Give the branches a question can stand under: the form's value, question, branch, both as the ledger has them."""
    return [
        (f"{asked.id} {n}", asked.text, branch, (asked.id, branch))
        for asked in ledger().questions.values()
        for n, branch in enumerate(asked.branches)
    ]


def _under() -> list[tuple[str, str, str]]:
    return [(value, text, branch) for value, text, branch, _ in _choices()]


def _question(form: QuestionForm, by: str, at: datetime) -> Question:
    """Make the record that a form describes; the ledger says what is wrong with it."""
    said = form.cleaned_data
    prior = Prior(probabilities=numbers(said["prior"].split()), source=said["prior_source"].strip())
    under = {value: pair for value, _, _, pair in _choices()}
    given = under.get(said["given"], (said["given"], "")) if said["given"] else None
    return with_registered(
        Question(
            id=content_id("question", said["text"], said["criteria"], said["resolves_on"], given, by, at.date()),
            text=said["text"].strip(),
            criteria=said["criteria"].strip(),
            resolves_on=said["resolves_on"],
            asked_on=at.date(),
            sources=_lines(said["sources"]),
            branches=_lines(said["branches"]),
            condition=said["condition"].strip() or None,
            given=given,
            prior=prior if prior.probabilities or prior.source else None,
            asked_by=by,
        )
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
