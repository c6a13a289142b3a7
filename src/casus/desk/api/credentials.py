"""Who asks: a program by its token, a person by the session of the browser, else a reader."""

from __future__ import annotations

import time

from django.conf import settings
from django.http import HttpRequest
from ninja.errors import AuthenticationError, HttpError, Throttled
from ninja.security import HttpBearer
from ninja.utils import check_csrf

from casus.desk.limiting import seconds_to_wait
from casus.desk.roles import ROLES, Role, role_of
from casus.desk.tokens import token_of
from casus.records import Record

READS = frozenset({"GET", "HEAD"})


class Caller(Record, frozen=True, kw_only=True):
    """Somebody who uses the interface."""

    name: str
    role: Role

    @property
    def staff(self) -> bool:
        """Does this one work on the desk?"""
        return self.role != "reader"


class Known(HttpBearer):
    """Knows a caller; a token that is wrong or revoked is refused, never taken for a reader."""

    openapi_description = "a token that an admin of the desk made; readers need none"

    def __init__(self, least: Role = "reader") -> None:
        super().__init__()
        self.least = least

    def __call__(self, request: HttpRequest) -> Caller:
        """Give the caller. Raises HttpError 401 or 403 for one whose role is too low, before the body is read."""
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        if scheme:
            caller = self.authenticate(request, given.strip() if scheme.lower() == "bearer" else "")
        else:
            caller = _of_session(request)
        if ROLES.index(caller.role) >= ROLES.index(self.least):
            return caller
        known = scheme or request.user.is_authenticated
        raise HttpError(403 if known else 401, f"only for {self.least}s of this desk, and those above")

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        """Give the caller who holds a token. Raises AuthenticationError for one that is none, Throttled for haste."""
        found = token_of(token) if token else None
        if found is None:
            raise AuthenticationError(message="this token is not known, or was revoked")
        if request.method not in READS:
            most: int = settings.CASUS_WRITES_PER_MINUTE
            wait = seconds_to_wait("write", str(found.id), most, cache="default", now=time.time())
            if wait:
                raise Throttled(wait)
        return Caller(name=f"token {found.name}", role=next(r for r in ROLES if r == found.role))


def _of_session(request: HttpRequest) -> Caller:
    """Give who signed in; a session may only write together with the CSRF token of its pages."""
    if request.method not in READS and request.user.is_authenticated and check_csrf(request):
        raise HttpError(403, "a session writes only with its CSRF token in X-CSRFToken; programs send a token")
    return Caller(name=request.user.get_username() or "reader", role=role_of(request.user))


def caller_of(request: HttpRequest) -> Caller:
    """Give who asks, as the desk found before it came here."""
    known: Caller = request.auth  # type: ignore[attr-defined]
    return known
