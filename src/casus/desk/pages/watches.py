"""Watches: begun on an incident's page, ended there or by the link in a mail."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casus.desk.pages.people import name_of
from casus.desk.pages.phrases import phrase
from casus.desk.pages.showing import cited
from casus.desk.pages.warning import warn
from casus.desk.roles import only
from casus.desk.store.models import StoredIncident, Watch
from casus.desk.watching import by_token, stop, watch


class WatchForm(forms.Form):
    """What to watch, and how to be told."""

    provision = forms.CharField(required=False, max_length=170)
    mail = forms.EmailField(required=False)
    webhook = forms.URLField(required=False, max_length=2000, assume_scheme="https")


@only("analyst")
@require_http_methods(["GET", "POST"])
def watches(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Show an incident's watches and the form for another; ``?provision=`` fills it in by link."""
    incident = get_object_or_404(StoredIncident, id=incident_id)
    form = WatchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        treaty, _, provision = form.cleaned_data["provision"].partition(" ")
        ways = {way: form.cleaned_data[way] for way in ("mail", "webhook")}
        at, by = timezone.now(), name_of(request.user)
        _, problems = watch(incident, by=by, at=at, treaty=treaty, provision=provision, **ways)
        warn(request, problems)
        return redirect("watches", incident_id)
    offered = {f"{f.treaty} {f.provision}": cited(f) for f in incident.findings.order_by("treaty", "provision")}
    given = {
        "incident": incident,
        "form": form,
        "offered": offered.items(),
        "chosen": request.GET.get("provision", ""),
        "watches": [
            (row, offered.get(f"{row.treaty} {row.provision}"))
            for row in incident.watches.filter(active=True).order_by("id")
        ],
    }
    return render(request, "desk/watches.html", given)


@only("analyst")
@require_POST
def stop_watch(request: HttpRequest, watch_id: int) -> HttpResponse:
    """End a watch."""
    row = get_object_or_404(Watch, id=watch_id)
    stop(row, by=name_of(request.user), at=timezone.now())
    return redirect("watches", row.incident_id)


@require_http_methods(["GET", "POST"])
def stop_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """End a watch by the link in its mail: asked first, since programs open links too."""
    row = by_token(token)
    if row is None:
        raise Http404
    if request.method == "POST":
        stop(row, by="reader", at=timezone.now())
        messages.success(request, phrase("watch_ended", request.LANGUAGE_CODE))
        return redirect("situations")
    return render(request, "desk/stop_watch.html", {"watch": row})
