"""Signatures of what is sent to webhooks, as Standard Webhooks 1.0 has them (https://www.standardwebhooks.com)."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode
from datetime import datetime

BEGINS = "whsec_"
BYTES = 32


def make_secret() -> str:
    """Make a word that signs; whoever receives what is sent keeps it."""
    return BEGINS + b64encode(secrets.token_bytes(BYTES)).decode("ascii")


def signed(secret: str, name: str, body: bytes, *, at: datetime) -> dict[str, str]:
    """Give the headers that sign a body: its id, the time, and HMAC-SHA256 over both and the body.

    >>> from datetime import UTC
    >>> at = datetime(2021, 1, 14, 21, 44, 18, tzinfo=UTC)
    >>> signed("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_1", b"{}", at=at)["webhook-timestamp"]
    '1610660658'
    """
    stamp = str(int(at.timestamp()))
    key = b64decode(secret.removeprefix(BEGINS))
    digest = hmac.new(key, f"{name}.{stamp}.".encode() + body, hashlib.sha256).digest()
    return {
        "webhook-id": name,
        "webhook-timestamp": stamp,
        "webhook-signature": "v1," + b64encode(digest).decode("ascii"),
    }
