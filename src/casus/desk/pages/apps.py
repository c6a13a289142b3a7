"""The pages as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Name and label of the pages."""

    name = "casus.desk.pages"
    label = "pages"
