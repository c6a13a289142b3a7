"""Paging by cursor: a page ends where the next begins, whatever is added in between."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from ninja.errors import HttpError

M = TypeVar("M", bound=Model)
NO_CURSOR = "the cursor is none that this list gave"


def page_of(
    rows: QuerySet[M], *, by: str | None, cursor: str | None, limit: int, request: HttpRequest
) -> tuple[list[M], str | None]:
    """Give rows after a cursor, the newest first, and the address of the next page.

    ``by`` is a column of moments to order by before the key; None: the key alone.
    Raises HttpError 422 for a cursor that is none of ours.
    """
    order = [*([f"-{by}"] if by else []), "-pk"]
    after = rows.filter(_after(cursor, by)) if cursor else rows
    found = list(after.order_by(*order)[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    query = request.GET.copy()
    query["cursor"] = cursor_of(getattr(last, by) if by else None, last.pk)
    return found[:limit], request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def cursor_of(moment: datetime | None, key: str | int) -> str:
    """Give the cursor after a row.

    >>> read_cursor(cursor_of(None, 7))
    (None, 7)
    """
    said = json.dumps([moment.isoformat() if moment else None, key])
    return urlsafe_b64encode(said.encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[datetime | None, str | int]:
    """Read a cursor. Raises ValueError for one that is none of ours."""
    padded = cursor + "=" * (-len(cursor) % 4)
    said = json.loads(urlsafe_b64decode(padded.encode("ascii")))
    if not isinstance(said, list) or len(said) != 2 or not isinstance(said[1], str | int) or isinstance(said[1], bool):
        raise ValueError("no cursor of this desk")
    if isinstance(said[1], int) and not 0 <= said[1] < 2**63:
        raise ValueError("no row has this number")
    moment = datetime.fromisoformat(said[0]) if said[0] is not None else None
    if moment is not None and moment.tzinfo is None:
        raise ValueError("a moment without its time zone")
    return moment, said[1]


def _after(cursor: str, by: str | None) -> Q:
    try:
        moment, key = read_cursor(cursor)
    except (ValueError, TypeError, RecursionError) as trouble:
        raise HttpError(422, NO_CURSOR) from trouble
    if (moment is None) is not (by is None) or (isinstance(key, str) and "\0" in key):
        raise HttpError(422, NO_CURSOR)
    return Q(**{f"{by}__lt": moment}) | Q(**{by: moment, "pk__lt": key}) if by else Q(pk__lt=key)
