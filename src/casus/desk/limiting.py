"""Limits: how often an address may read and a token may write before it is asked to wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from ipaddress import IPv6Network, ip_address

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import router, transaction
from django.http import HttpRequest, HttpResponse

WINDOW_S = 60
LOGIN_WAIT_S = 300
"""After this allauth counts attempts anew (its ``login_failed`` rate)."""


class SharedCounts(DatabaseCache):
    """What all processes count together; a database that cannot be written to is trouble, not a limit that is reached.

    Django's own answers False for both, and who asks (allauth) takes that for haste.
    """

    def add(self, key: str, value: object, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Write a count that is not there. Raises OperationalError where the database is locked, full or away."""
        with self._written():
            return super().add(key, value, timeout, version)

    def set(self, key: str, value: object, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Write a count. Raises OperationalError where the database is locked, full or away."""
        with self._written():
            super().set(key, value, timeout, version)

    def _written(self) -> AbstractContextManager[None]:
        """Begin and end the writing here: what fails within Django's own is not told."""
        return transaction.atomic(using=router.db_for_write(self.cache_model_class))


def seconds_to_wait(what: str, who: str, most: int, *, cache: str, now: float) -> int:
    """Count one more in this minute; 0, or the seconds to wait where it is more than ``most``. No limit where 0."""
    if most <= 0:
        return 0
    window = int(now // WINDOW_S)
    key = f"limit:{what}:{who}:{window}"
    counts = caches[cache]
    counts.add(key, 0, timeout=2 * WINDOW_S)
    try:
        count = counts.incr(key)
    except ValueError:  # thrown out by others in between
        count = 1
    return 0 if count <= most else max(1, int((window + 1) * WINDOW_S - now))


def address_of(request: HttpRequest) -> str:
    """Give the address that is counted: of IPv6 the network of 64 bits, which one household has whole."""
    text = request.META.get("REMOTE_ADDR") or "unknown"
    try:
        address = ip_address(text)
    except ValueError:
        return "unknown"
    return str(address if address.version == 4 else IPv6Network((address, 64), strict=False).network_address)


def too_many(wait: int) -> HttpResponse:
    """Answer that it was too often, and when to come again (RFC 6585 § 4, RFC 9110 § 10.2.3)."""
    says = f"too many requests: come again in {wait} seconds"
    return HttpResponse(says, status=429, content_type="text/plain; charset=utf-8", headers={"Retry-After": str(wait)})


class LimitMiddleware:
    """Counts requests of those who have not signed in, by address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or ask to wait; a refused sign-in is told when to come again too."""
        most: int = settings.CASUS_READS_PER_MINUTE
        if most and not request.user.is_authenticated:
            wait = seconds_to_wait("read", address_of(request), most, cache="process", now=time.time())
            if wait:
                return too_many(wait)
        response = self.get_response(request)
        if response.status_code == 429:
            response.headers.setdefault("Retry-After", str(LOGIN_WAIT_S))
        return response
