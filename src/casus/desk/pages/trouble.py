"""What a reader is told when the desk fails: busy, full, away, or at fault itself; in words, with nothing half done."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from casus.desk.pages.language import language_of
from casus.desk.pages.phrases import phrase

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FULL_SAYS = ("is full", "no space left", "disk full")
BUSY_SAYS = ("is locked", "is busy", "lock timeout", "deadlock")
AGAIN_S = "30"


def kind_of(trouble: BaseException | None) -> str:
    """Name what went wrong: ``full``, ``busy`` or ``away``; empty for what is a fault of the desk's own.

    The database's own words are for the log: they may name hosts and users.
    """
    if isinstance(trouble, OSError) and trouble.errno in NO_ROOM:
        return "full"
    if not isinstance(trouble, OperationalError | InterfaceError):
        return ""
    says = str(trouble).lower()
    if any(words in says for words in FULL_SAYS):
        return "full"
    return "busy" if any(words in says for words in BUSY_SAYS) else "away"


class TroubleMiddleware:
    """Answers for what a page ran into when the database, or the disk, does not serve."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, trouble: Exception) -> HttpResponse | None:
        """Take what a page ran into."""
        kind = kind_of(trouble)
        return told(request, kind) if kind else None


def failed(request: HttpRequest) -> HttpResponse:
    """Answer for what was run into before or after a page: a session that cannot be kept, an upload without room."""
    return told(request, kind_of(sys.exc_info()[1]))


def told(request: HttpRequest, kind: str) -> HttpResponse:
    """Say it; a template would ask the database who reads."""
    says = phrase(f"trouble_{kind or 'own'}", language_of(request))
    answer = HttpResponse(says, status=503 if kind else 500, content_type="text/plain; charset=utf-8")
    if kind:
        answer.headers["Retry-After"] = AGAIN_S
    return answer
