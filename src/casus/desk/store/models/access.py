"""Tokens by which programs use the desk."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class ApiToken(models.Model):
    """A program's access: only the token's digest is kept, the token itself is shown once."""

    name = models.CharField(max_length=60, help_text="what it is for; who acts by it is named so in the log")
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token")
    role = models.CharField(max_length=8)
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"{self.name} ({self.role})"
