"""What a reader is told when the database cannot be reached or written to: in words, with nothing half done."""

from __future__ import annotations

from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from casus.desk.pages.language import language_of
from casus.desk.pages.phrases import phrase


class DatabaseTroubleMiddleware:
    """Answers 503 with the database's own words where it is locked, full or away."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError) as trouble:
            return told(request, trouble)

    def process_exception(self, request: HttpRequest, trouble: Exception) -> HttpResponse | None:
        """Take what a page ran into."""
        return told(request, trouble) if isinstance(trouble, OperationalError | InterfaceError) else None


def told(request: HttpRequest, trouble: Exception) -> HttpResponse:
    """Say it; a template would ask the database who reads."""
    says = phrase("database_trouble", language_of(request), trouble=str(trouble).splitlines()[0])
    return HttpResponse(says, status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": "30"})
