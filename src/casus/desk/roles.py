"""Who may do what: readers, analysts, editors, admins."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Literal, ParamSpec, cast

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

Role = Literal["reader", "analyst", "editor", "admin"]
ROLES: tuple[Role, ...] = ("reader", "analyst", "editor", "admin")
"""In rising order: each may do what those before it may."""

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def role_of(user: AbstractBaseUser | AnonymousUser) -> Role:
    """Give the highest role a user has; whoever is not known is a reader."""
    if not isinstance(user, User) or not user.is_active:
        return "reader"
    if user.is_superuser:
        return "admin"
    held = set(user.groups.values_list("name", flat=True))
    return next((role for role in reversed(ROLES) if role in held), "reader")


def may(user: AbstractBaseUser | AnonymousUser, role: Role) -> bool:
    """Has a user at least this role?"""
    return ROLES.index(role_of(user)) >= ROLES.index(role)


def give(user: User, role: Role) -> None:
    """Give a user one role in the place of the one it had."""
    user.groups.remove(*Group.objects.filter(name__in=ROLES))
    if role != "reader":
        user.groups.add(Group.objects.get_or_create(name=role)[0])


def only(role: Role) -> Callable[[View[P]], View[P]]:
    """Let a view be used by those with at least a role: others are asked to sign in, or refused."""

    def guarded(view: View[P]) -> View[P]:
        @wraps(view)
        def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if may(request.user, role):
                return view(request, *args, **kwargs)
            if request.user.is_authenticated:
                raise PermissionDenied
            return redirect_to_login(request.get_full_path())

        answer.needs_role = role  # type: ignore[attr-defined]
        return cast("View[P]", answer)

    return guarded
