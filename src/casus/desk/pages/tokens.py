"""Tokens for programs: listed, made and revoked by admins."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casus.desk.pages.people import name_of
from casus.desk.pages.phrases import phrase
from casus.desk.roles import ROLES, only
from casus.desk.store.models import ApiToken
from casus.desk.tokens import make_token, revoke

GIVEN = tuple(role for role in ROLES if role != "admin")
"""No program administers the desk."""


class TokenForm(forms.Form):
    """A new token."""

    name = forms.RegexField(r"^[\w .@+-]{2,60}$")
    role = forms.ChoiceField(choices=[(r, r) for r in GIVEN])


@only("admin")
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """List tokens; make one, which is shown once."""
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        role = next(r for r in GIVEN if r == form.cleaned_data["role"])
        token = make_token(form.cleaned_data["name"], role, by=name_of(request.user), at=timezone.now())
        messages.success(request, phrase("token_made", request.LANGUAGE_CODE, token=token))
        return redirect("tokens")
    return render(request, "desk/tokens.html", {"form": form, "tokens": ApiToken.objects.all(), "roles": GIVEN})


@only("admin")
@require_POST
def revoke_token(request: HttpRequest, token_id: int) -> HttpResponse:
    """Revoke a token."""
    revoke(get_object_or_404(ApiToken, id=token_id), by=name_of(request.user), at=timezone.now())
    return redirect("tokens")
