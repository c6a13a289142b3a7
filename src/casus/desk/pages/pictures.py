"""Pictures of published pages: kept by the desk itself, without what a camera writes into them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from casus.desk.publishing import standing
from casus.desk.refusing import refusal
from casus.desk.roles import may
from casus.desk.store.models import Snapshot
from casus.errors import Problem

MOST_BYTES = 5_000_000
JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
KEPT_SEGMENTS = {0xE0, 0xEE}
"""JPEG's application segments that a picture needs to be drawn (JFIF, Adobe); the others tell of camera and place."""
TOLD_CHUNKS = {b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"}
START_OF_SCAN = 0xDA


def take_picture(data: bytes, name: str, *, at: datetime) -> tuple[str, Problem | None]:
    """Keep a picture; give its address on the desk, or what is wrong with it."""
    if len(data) > MOST_BYTES:
        return "", refusal(name, "refused_picture_large", most=f"{MOST_BYTES:,}")
    media_type = "image/jpeg" if data.startswith(JPEG) else "image/png" if data.startswith(PNG) else ""
    if not media_type:
        return "", refusal(name, "refused_picture_form")
    plain = b"".join(_jpeg(data) if data.startswith(JPEG) else _png(data))
    sha256 = hashlib.sha256(plain).hexdigest()
    given = {"media_type": media_type, "content": plain, "taken_at": at}
    Snapshot.objects.get_or_create(sha256=sha256, defaults=given)
    return reverse("picture", kwargs={"sha256": sha256}), None


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Give a JPEG without its comments and application segments (ITU T.81, annex B)."""
    yield data[:2]
    at = 2
    while at + 4 <= len(data) and data[at] == JPEG[0] and data[at + 1] != START_OF_SCAN:
        kind, size = data[at + 1], 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if not (kind == 0xFE or (0xE0 <= kind <= 0xEF and kind not in KEPT_SEGMENTS)):
            yield data[at : at + size]
        at += size
    yield data[at:]


def _png(data: bytes) -> Iterator[bytes]:
    """Give a PNG without its chunks of words and camera data (ISO/IEC 15948)."""
    yield data[:8]
    at = 8
    while at + 12 <= len(data):
        size = 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] not in TOLD_CHUNKS:
            yield data[at : at + size]
        at += size


@require_safe
def picture(request: HttpRequest, sha256: str) -> HttpResponse:
    """Give a picture that a standing page shows; to the public no other."""
    address = reverse("picture", kwargs={"sha256": sha256})
    kept = Snapshot.objects.filter(sha256=sha256, media_type__in=("image/jpeg", "image/png")).first()
    shown = may(request.user, "analyst") or standing().filter(picture__address=address).exists()
    if kept is None or not shown:
        raise Http404
    answer = HttpResponse(bytes(kept.content), content_type=kept.media_type)
    answer.headers["Cache-Control"] = "public, max-age=86400"
    return answer
