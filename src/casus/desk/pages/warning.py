"""Problems told on a page, in its language where they have words in it."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils import translation

from casus.desk.pages.phrases import ENGLISH, LANGUAGES
from casus.desk.refusing import in_words
from casus.errors import Problem
from casus.records import Words
from casus.vocabulary.refusals import Refusal, line_in, told


def warn(request: HttpRequest, problems: Sequence[Problem]) -> None:
    """Say what is wrong on the next page that is shown; what is told in English alone is marked as that."""
    for problem in problems:
        translated = isinstance(problem, Refusal)
        messages.warning(request, line_in(problem, request.LANGUAGE_CODE), extra_tags="" if translated else ENGLISH)


def misfilled(form: forms.BaseForm) -> list[Refusal]:
    """Tell what is wrong with the fields of a form, each named as the pages name it."""
    found = form.errors.as_data().items()
    return [told(in_words(f"field_{field}"), _said(error)) for field, errors in found for error in errors]


def _said(error: forms.ValidationError) -> Words:
    said = {}
    for language in LANGUAGES:
        with translation.override(language):
            said[language] = " ".join(error.messages)
    return said
