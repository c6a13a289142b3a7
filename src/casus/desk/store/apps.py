"""The store as a Django application."""

from __future__ import annotations

from contextlib import suppress

from django.apps import AppConfig
from django.db import OperationalError, connections
from django.db.models.signals import post_migrate

LOOKED_AT = 1000
"""How many rows of each index are looked at to tell how selective it is."""


class StoreConfig(AppConfig):
    """Name and label of the store."""

    name = "casus.desk.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Look at the tables whenever they were brought up to date, which is at every start."""
        post_migrate.connect(look_at_tables, sender=self)


def look_at_tables(using: str, **signal: object) -> None:
    """Let SQLite learn which of two indexes finds fewer rows; PostgreSQL does so by itself."""
    del signal
    if connections[using].vendor == "sqlite":
        # Somebody else may be writing, and a desk starts without knowing.
        with suppress(OperationalError), connections[using].cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit = {LOOKED_AT}")
            cursor.execute("ANALYZE")
