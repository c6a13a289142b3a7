"""Trouble told to programs as problem documents (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from casus.errors import Problem

MEDIA_TYPE = "application/problem+json"
UNDER = "/api/"


def problem(status: int, detail: str, **more: object) -> HttpResponse:
    """Give a problem document as an answer."""
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return HttpResponse(json.dumps(said, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)


def of_problems(status: int, problems: Sequence[Problem]) -> HttpResponse:
    """Give trouble in what was sent as an answer, each with where, what and a hint."""
    told = [{"where": p.where, "what": p.what, "hint": p.hint} for p in problems]
    return problem(status, "; ".join(p.line() for p in problems) or "nothing could be made of it", problems=told)


DETAILS = {
    400: "the request cannot be read",
    403: "refused: sign in with a role that may do this, or send a token or the page's CSRF token",
    404: "there is nothing at this address",
    405: "this address does not take this method",
    413: "the request is larger than the desk takes",
    429: "too many requests",
    500: "the desk failed; its keeper finds the reason in its log",
    503: "the database is busy, full or away; nothing of what was sent is kept: send it again in a moment",
}


class ProblemMiddleware:
    """Makes every failure under ``/api/`` a problem document, whoever noticed it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; what other parts of the desk answer as a page is said again as a problem, its headers kept."""
        response = self.get_response(request)
        if response.status_code < 400 or not request.path_info.startswith(UNDER):
            return response
        if not response.headers.get("Content-Type", "").startswith(MEDIA_TYPE):
            detail = DETAILS.get(response.status_code, HTTPStatus(response.status_code).description)
            said = problem(response.status_code, detail)
            response.content = said.content
            response.headers["Content-Type"] = MEDIA_TYPE
            if "Content-Length" in response.headers:
                response.headers["Content-Length"] = str(len(said.content))
        return response
