"""Which language a page is shown in: the one asked for, else the one chosen before, else the browser's."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from casus.desk.pages.phrases import LANGUAGES

COOKIE = "casus_language"
YEAR_SECONDS = 365 * 24 * 3600


def language_of(request: HttpRequest) -> str:
    """Give the language of an answer."""
    for wanted in (
        request.GET.get("lang"),
        request.COOKIES.get(COOKIE),
        translation.get_language_from_request(request),
    ):
        if wanted in LANGUAGES:
            return wanted
    return "en"


class LanguageMiddleware:
    """Answers in the language asked for, and remembers a choice that was made with ``?lang=``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        language = language_of(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if request.GET.get("lang") == language:
            over_tls = request.is_secure()
            response.set_cookie(COOKIE, language, YEAR_SECONDS, secure=over_tls, httponly=True, samesite="Lax")
        return response
