"""What every page of the desk is given."""

from __future__ import annotations

from django.http import HttpRequest

from casus.desk.roles import role_of
from casus.version import VERSION


def desk(request: HttpRequest) -> dict[str, object]:
    """Give the program's version and what the user may do."""
    return {"casus_version": VERSION, "role": role_of(request.user)}
