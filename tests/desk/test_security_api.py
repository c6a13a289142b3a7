"""Every operation of the interface by every token: a new one must be in the table with the least role that it takes."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.test import Client
from tests.desk.made import NOW

from casus.desk.pages.tokens import GIVEN
from casus.desk.roles import ROLES, Role
from casus.desk.tokens import make_token

pytestmark = pytest.mark.django_db
LEAST: dict[str, Role] = {
    "GET /incidents": "reader",
    "GET /incidents.csv": "reader",
    "GET /incidents/{incident_id}": "reader",
    "GET /incidents/{incident_id}/record": "reader",
    "GET /incidents/{incident_id}/assessment": "analyst",
    "GET /incidents/{incident_id}/places.geojson": "reader",
    "GET /incidents/{incident_id}/timeline": "reader",
    "GET /incidents/{incident_id}/changes": "reader",
    "GET /incidents/{incident_id}/findings": "reader",
    "POST /incidents/{incident_id}/decisions": "analyst",
    "GET /findings": "reader",
    "GET /reports": "reader",
    "GET /reports/{report_id}": "reader",
    "GET /statements": "analyst",
    "GET /publications": "reader",
    "POST /intake": "analyst",
}
"""The least role of a token that an operation takes."""


@pytest.fixture(autouse=True)
def _counted_anew() -> None:
    for cache in ("default", "process"):
        caches[cache].clear()


def operations(client: Client) -> set[str]:
    """Give method and address of everything that the interface offers."""
    document = client.get("/api/v1/openapi.json").json()
    return {f"{m.upper()} {path.removeprefix('/api/v1')}" for path, of in document["paths"].items() for m in of}


def test_every_operation_stands_in_the_table(client: Client) -> None:
    """Whoever adds one says who may use it."""
    assert operations(client) == set(LEAST)


@pytest.mark.parametrize("role", [None, *GIVEN])
def test_no_token_goes_where_it_may_not(client: Client, role: Role | None) -> None:
    """Those below the least role are refused before anything is read of what they send; those above never are."""
    head = {"Authorization": f"Bearer {make_token('one', role, by='boss', at=NOW)}"} if role else {}
    for operation, least in LEAST.items():
        method, path = operation.split()
        address = "/api/v1" + path.replace("{incident_id}", "none").replace("{report_id}", "none")
        answer = client.generic(method, address, "{", content_type="application/json", headers=head)
        refused = answer.status_code in {401, 403}
        assert refused is (ROLES.index(role or "reader") < ROLES.index(least)), f"{role} {operation}"
        assert answer.status_code < 500, operation


@pytest.mark.parametrize("header", ["Bearer none", "Bearer", "Basic YTpi", "casus_x", "Bearer " + "x" * 5000])
def test_what_is_no_token_is_refused_even_for_what_readers_may_read(client: Client, header: str) -> None:
    """Whoever sends one that is wrong is told so, not taken for a reader."""
    assert client.get("/api/v1/incidents", headers={"Authorization": header}).status_code == 401
