"""What editors do with an incident's page: draft it, publish it, take it back."""

from __future__ import annotations

from django import forms
from django.db.models.fields.json import KeyTransform
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casus.desk.pages.people import name_of
from casus.desk.pages.pictures import take_picture
from casus.desk.pages.publications import page_html, published_spots
from casus.desk.pages.warning import warn
from casus.desk.publishing import Picture, draft, listed, publish, withdraw
from casus.desk.roles import may, only
from casus.desk.store.models import Publication, StoredIncident
from casus.errors import Problem


class DraftForm(forms.Form):
    """A draft: a correction, a picture, places exactly."""

    correction = forms.CharField(required=False, max_length=2000)
    picture = forms.FileField(required=False, max_length=255)
    alt = forms.CharField(required=False, max_length=500)
    creator = forms.CharField(required=False, max_length=200)
    licence = forms.CharField(required=False, max_length=200)
    credit = forms.CharField(required=False, max_length=300)
    file_photo = forms.BooleanField(required=False)
    exact_why = forms.CharField(required=False, max_length=1000)


@only("analyst")
@require_http_methods(["GET", "POST"])
def drafts(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Show an incident's drafts and versions; make a draft. Pictures and exact places are for editors."""
    incident = get_object_or_404(StoredIncident, id=incident_id)
    form = DraftForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        warn(request, _draft(request, incident, form))
        return redirect("drafts", incident_id)
    left_out = KeyTransform("left_out", "content")
    rows = listed(incident.publications.order_by("-number")).annotate(left_out=left_out)
    given = {"incident": incident, "form": form, "versions": rows, "editor": may(request.user, "editor")}
    return render(request, "desk/drafts.html", given)


def _draft(request: HttpRequest, incident: StoredIncident, form: DraftForm) -> tuple[Problem, ...]:
    said, at, by = form.cleaned_data, timezone.now(), name_of(request.user)
    picture: Picture | None = None
    editor = may(request.user, "editor")
    if said["picture"] and editor:
        address, problem = take_picture(said["picture"].read(), said["picture"].name, at=at)
        if problem:
            return (problem,)
        about = {name: said[name] for name in ("alt", "creator", "licence", "credit", "file_photo")}
        picture = Picture(address=address, **about)
    why = said["exact_why"] if editor else ""
    _, problems = draft(incident, by=by, at=at, picture=picture, correction=said["correction"], exact_why=why)
    return problems


@only("analyst")
@require_http_methods(["GET"])
def preview(request: HttpRequest, incident_id: str, number: int) -> HttpResponse:
    """Show a version as it would stand in public, or stood."""
    row = get_object_or_404(Publication, incident_id=incident_id, number=number)
    given = {"row": row, "html": page_html(row, request.LANGUAGE_CODE), "spots": published_spots(row), "preview": True}
    return render(request, "desk/publication.html", given)


@only("editor")
@require_POST
def publish_draft(request: HttpRequest, incident_id: str, number: int) -> HttpResponse:
    """Put a draft before the public."""
    row = get_object_or_404(Publication, incident_id=incident_id, number=number)
    _, problems = publish(row, by=name_of(request.user), at=timezone.now())
    warn(request, problems)
    return redirect("drafts", incident_id)


@only("editor")
@require_POST
def withdraw_page(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Take a page back."""
    incident = get_object_or_404(StoredIncident, id=incident_id)
    why = request.POST.get("why", "")[:2000]
    warn(request, withdraw(incident, by=name_of(request.user), at=timezone.now(), why=why))
    return redirect("drafts", incident_id)
