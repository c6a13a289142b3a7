"""Problems told on a page, in its language where they have words in it."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest

from casus.desk.pages.phrases import ENGLISH
from casus.errors import Problem
from casus.vocabulary.refusals import Refusal, line_in


def warn(request: HttpRequest, problems: Sequence[Problem]) -> None:
    """Say what is wrong on the next page that is shown; what is told in English alone is marked as that."""
    for problem in problems:
        translated = isinstance(problem, Refusal)
        messages.warning(request, line_in(problem, request.LANGUAGE_CODE), extra_tags="" if translated else ENGLISH)
