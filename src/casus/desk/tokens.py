"""Tokens for programs: made and revoked by admins, kept as a digest, each act by one in the audit log."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from casus.desk.auditing import audit
from casus.desk.roles import Role
from casus.desk.store.models import ApiToken

BEGINS = "casus_"
"""By this a token that leaked into a text is known for one."""


def digest(token: str) -> str:
    """Give what is kept of a token; it holds 256 random bits, so that a quick digest is safe.

    >>> digest("casus_x")[:8]
    'd5ed45ba'
    """
    return hashlib.sha256(token.encode()).hexdigest()


def make_token(name: str, role: Role, *, by: str, at: datetime) -> str:
    """Make a token and give it; it cannot be had again."""
    token = BEGINS + secrets.token_urlsafe(32)
    with transaction.atomic():
        ApiToken.objects.create(name=name, digest=digest(token), role=role, made_by=by, made_at=at)
        audit(by, f"made a token: {role}", name, at=at)
    return token


def revoke(token: ApiToken, *, by: str, at: datetime) -> None:
    """End a token for good."""
    with transaction.atomic():
        if ApiToken.objects.filter(id=token.id, revoked_at=None).update(revoked_at=at):
            audit(by, "revoked a token", token.name, at=at)


def token_of(given: str) -> ApiToken | None:
    """Find a token that is not revoked."""
    return ApiToken.objects.filter(digest=digest(given), revoked_at=None).first()
