"""Accounts of those who work on the desk: made, given roles and closed by admins."""

from __future__ import annotations

import secrets

from django import forms
from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casus.desk.auditing import audit
from casus.desk.pages.phrases import phrase
from casus.desk.roles import ROLES, Role, give, only, role_of


def name_of(user: AbstractBaseUser | AnonymousUser) -> str:
    """Name who acts, for the log."""
    return user.get_username() or "reader"


class PersonForm(forms.Form):
    """A new account."""

    name = forms.RegexField(r"^[\w.@+-]{2,60}$")
    role = forms.ChoiceField(choices=[(r, r) for r in ROLES])


@only("admin")
@require_http_methods(["GET", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """List accounts; make one, whose password is shown once."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, role = form.cleaned_data["name"], form.cleaned_data["role"]
        if User.objects.filter(username=name).exists():
            messages.warning(request, phrase("name_taken", request.LANGUAGE_CODE, name=name))
        else:
            password = secrets.token_urlsafe(12)
            give(User.objects.create_user(name, password=password), role)
            audit(name_of(request.user), f"made an account: {role}", name, at=timezone.now())
            messages.success(request, phrase("account_made", request.LANGUAGE_CODE, name=name, password=password))
            return redirect("people")
    accounts = [{"user": user, "role": role_of(user)} for user in User.objects.order_by("username")]
    return render(request, "desk/people.html", {"form": form, "accounts": accounts, "roles": ROLES})


@only("admin")
@require_POST
def change_person(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give an account another role, or close it; nobody changes his own."""
    user = get_object_or_404(User, id=user_id)
    role = request.POST.get("role", "")
    if user == request.user:
        messages.warning(request, phrase("not_your_own", request.LANGUAGE_CODE))
    elif request.POST.get("close"):
        user.is_active = False
        user.save(update_fields=["is_active"])
        audit(name_of(request.user), "closed an account", user.username, at=timezone.now())
    elif role in ROLES:
        give(user, _role(role))
        audit(name_of(request.user), f"gave a role: {role}", user.username, at=timezone.now())
    return redirect("people")


def _role(name: str) -> Role:
    return next(role for role in ROLES if role == name)
