"""Outlets and how reliable the desk holds them: seen by analysts, graded by editors."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from casus.desk.outlets import GRADES, grade, held
from casus.desk.pages.people import name_of
from casus.desk.pages.warning import misfilled, warn
from casus.desk.roles import may, only


class GradeForm(forms.Form):
    """A grade with its reason; what is lacking is refused with the reason."""

    outlet = forms.CharField(required=False, max_length=200)
    grade = forms.CharField(required=False, max_length=1)
    why = forms.CharField(required=False, max_length=2000)


@only("analyst")
@require_safe
def outlets(request: HttpRequest) -> HttpResponse:
    """List the outlets that reports name, with their grades."""
    given = {"outlets": held(), "grades": GRADES, "editor": may(request.user, "editor")}
    return render(request, "desk/outlets.html", given)


@only("editor")
@require_POST
def grade_outlet(request: HttpRequest) -> HttpResponse:
    """Grade an outlet."""
    form = GradeForm(request.POST)
    if form.is_valid():
        said, by = form.cleaned_data, name_of(request.user)
        warn(request, grade(said["outlet"], said["grade"], by=by, at=timezone.now(), why=said["why"]))
    else:
        warn(request, misfilled(form))
    return redirect("outlets")
