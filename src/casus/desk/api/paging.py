"""Paging by cursor: a page ends where the next begins, whatever is added in between."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date, datetime
from typing import TypeVar

from django.db.models import DateTimeField, IntegerField, Model, Q, QuerySet
from django.http import HttpRequest
from ninja.errors import HttpError

M = TypeVar("M", bound=Model)
NO_CURSOR = "the cursor is none that this list gave"


def page_of(
    rows: QuerySet[M], *, by: str | None, cursor: str | None, limit: int, request: HttpRequest
) -> tuple[list[M], str | None]:
    """Give rows after a cursor, the newest first, and the address of the next page.

    ``by`` is a column of moments or days to order by before the key; None: the key alone.
    Raises HttpError 422 for a cursor that is none of ours.
    """
    order = [*([f"-{by}"] if by else []), "-pk"]
    after = rows.filter(_after(cursor, by, rows.model)) if cursor else rows
    found = list(after.order_by(*order)[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], next_address(request, cursor_of(getattr(last, by) if by else None, last.pk))


def next_address(request: HttpRequest, cursor: str) -> str:
    """Give the address under which a list goes on."""
    query = request.GET.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def cursor_of(moment: date | None, key: str | int) -> str:
    """Give the cursor after a row.

    >>> read_cursor(cursor_of(None, 7))
    (None, 7)
    """
    said = json.dumps([moment.isoformat() if moment else None, key])
    return urlsafe_b64encode(said.encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[str | None, str | int]:
    """Read a cursor, its moment as it is written. Raises ValueError or TypeError for one that is none of ours."""
    padded = cursor + "=" * (-len(cursor) % 4)
    said = json.loads(urlsafe_b64decode(padded.encode("ascii")))
    if not isinstance(said, list) or len(said) != 2 or not isinstance(said[1], str | int) or isinstance(said[1], bool):
        raise ValueError("no cursor of this desk")
    if not isinstance(said[0], str | None):
        raise TypeError("a moment is written in words")
    if isinstance(said[1], int) and not 0 <= said[1] < 2**63:
        raise ValueError("no row has this number")
    return said[0], said[1]


def version_and_question(cursor: str) -> tuple[int, str]:
    """Read where a list of changes goes on. Raises HttpError 422 for a cursor that is none of ours."""
    try:
        _, key = read_cursor(cursor)
        number, _, question = str(key).partition(" ")
        return int(number), question
    except (ValueError, TypeError, RecursionError) as trouble:
        raise HttpError(422, NO_CURSOR) from trouble


def _after(cursor: str, by: str | None, model: type[Model]) -> Q:
    """Ask for what comes after a cursor: a range that an index serves, then those of the same moment."""
    try:
        said, key = read_cursor(cursor)
        moment = _moment(said, by, model)
    except (ValueError, TypeError, RecursionError) as trouble:
        raise HttpError(422, NO_CURSOR) from trouble
    numbered = isinstance(model._meta.pk, IntegerField)  # noqa: SLF001  Django's documented way to a column
    if isinstance(key, str) is numbered or "\0" in str(key):
        raise HttpError(422, NO_CURSOR)
    return Q(**{f"{by}__lte": moment}) & (Q(**{f"{by}__lt": moment}) | Q(pk__lt=key)) if by else Q(pk__lt=key)


def _moment(said: str | None, by: str | None, model: type[Model]) -> date | None:
    """Read a cursor's moment, or day. Raises ValueError where it is none of the column's."""
    if said is None or by is None:
        if said is not by:
            raise ValueError("a moment where none is asked for, or none where one is")
        return None
    if not isinstance(model._meta.get_field(by), DateTimeField):  # noqa: SLF001  Django's documented way to a column
        return date.fromisoformat(said)
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is None:
        raise ValueError("a moment without its time zone")
    return moment
