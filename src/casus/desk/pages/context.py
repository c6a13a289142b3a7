"""What every page of the desk is given."""

from __future__ import annotations

from django.http import HttpRequest

from casus.desk.pages.language import language_of
from casus.desk.pages.phrases import LANGUAGES
from casus.desk.roles import role_of
from casus.version import VERSION


def desk(request: HttpRequest) -> dict[str, object]:
    """Give the program's version, the language and the other one, and what the user may do."""
    language = language_of(request)
    other = next(other for other in LANGUAGES if other != language)
    query = request.GET.copy()
    query["lang"] = other
    return {
        "casus_version": VERSION,
        "language": language,
        "other_language": other,
        "other_language_address": f"{request.path}?{query.urlencode()}",
        "role": role_of(request.user),
    }
