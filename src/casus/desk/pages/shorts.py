"""Short posts: a few words with a source, for what does not become an article."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casus.desk.auditing import audit
from casus.desk.pages.mapping import is_fresh
from casus.desk.pages.people import name_of
from casus.desk.pages.phrases import LANGUAGES, phrase
from casus.desk.publishing import places_exact
from casus.desk.redacting import objection
from casus.desk.roles import may, only
from casus.desk.store.models import ShortPost, StoredIncident
from casus.vocabulary.refusals import line_in

ON_A_PAGE = 30
LONGEST = 500


class ShortForm(forms.Form):
    """A short post; its source is asked for."""

    text = forms.CharField(max_length=LONGEST)
    language = forms.ChoiceField(choices=[(code, code) for code in LANGUAGES])
    source = forms.CharField(max_length=2000)
    incident = forms.ModelChoiceField(StoredIncident.objects.filter(merged_into=None), required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse what may not stand in public: handles, exact positions of what is fresh or of no known incident."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        incident: StoredIncident | None = said.get("incident")
        language = get_language() or LANGUAGES[0]
        old = incident is not None and (not is_fresh(incident.day, timezone.now().date()) or places_exact(incident.id))
        problem = objection(phrase("short", language), said.get("text", ""), said.get("source", ""), coarse=not old)
        if problem:
            raise forms.ValidationError(line_in(problem, language))
        return said


@require_safe
def shorts(request: HttpRequest) -> HttpResponse:
    """List the short posts, the latest first."""
    rows = ShortPost.objects.filter(withdrawn_at=None).only("text", "language", "source", "incident_id", "at")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/shorts.html", {"page": page, "writes": may(request.user, "analyst")})


@only("analyst")
@require_http_methods(["GET", "POST"])
def write_short(request: HttpRequest) -> HttpResponse:
    """Write a short post."""
    form = ShortForm(request.POST or None, initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST" and form.is_valid():
        by, at = name_of(request.user), timezone.now()
        with transaction.atomic():
            row = ShortPost.objects.create(**form.cleaned_data, by=by, at=at)
            audit(by, "wrote a short post", str(row.id), at=at, text=row.text, source=row.source)
        return redirect("shorts")
    incidents = StoredIncident.objects.filter(merged_into=None).defer("assessment")[:ON_A_PAGE]
    given = {"form": form, "incidents": incidents, "languages": LANGUAGES, "longest": LONGEST}
    return render(request, "desk/short_form.html", given)


@only("analyst")
@require_POST
def withdraw_short(request: HttpRequest, short_id: int) -> HttpResponse:
    """Take a short post back, with the reason."""
    row = get_object_or_404(ShortPost, id=short_id, withdrawn_at=None)
    why, at = request.POST.get("why", "").strip()[:2000], timezone.now()
    if not why:
        messages.warning(request, phrase("short_needs_reason", request.LANGUAGE_CODE))
        return redirect("shorts")
    with transaction.atomic():
        ShortPost.objects.filter(id=row.id).update(withdrawn_at=at, withdrawn_why=why)
        audit(name_of(request.user), "withdrew a short post", str(row.id), at=at, why=why)
    return redirect("shorts")
