"""Every route by every role, CSRF on every way of writing, headers on every answer; new routes must be in the table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from tests.desk.conftest import signed_in

from casus.desk.roles import ROLES

pytestmark = pytest.mark.django_db

READER = (
    *("situations", "publication", "publication-map", "state", "picture", "feed", "incident-feed", "state-feed"),
    *("shorts", "stop-by-link", "openapi-json", "api-root", "list_incidents", "incidents_as_table", "one_incident"),
    *("incident_record", "incident_places", "incident_timeline", "incident_changes", "incident_findings"),
    *("list_findings", "list_reports", "one_report", "list_publications"),
    *("account_login", "account_logout", "account_inactive", "account_signup", "account_reauthenticate"),
    *("account_email", "account_email_verification_sent", "account_confirm_email", "account_change_password"),
    *("account_set_password", "account_reset_password", "account_reset_password_done", "account_confirm_login_code"),
    *("account_reset_password_from_key", "account_reset_password_from_key_done"),
)
ANALYST = (
    *("intake", "add-feed", "switch-feed", "reports", "report", "incidents", "incident", "line", "what-if", "decide"),
    *("map-data", "search", "work", "retry", "write-short", "withdraw-short", "drafts", "preview", "watches"),
    *("explanations", "rate", "take-up", "questions", "ask", "question", "give-forecast", "track-record"),
    *("outlets", "stop-watch", "incident_assessment", "list_statements", "decision", "api-intake"),
)
EDITOR = ("grade-outlet", "publish-draft", "withdraw-page", "resolve")
ADMIN = ("people", "change-person", "tokens", "revoke-token", "log")
LEAST = {
    **dict.fromkeys(READER, "reader"),
    **dict.fromkeys(ANALYST, "analyst"),
    **dict.fromkeys(EDITOR, "editor"),
    **dict.fromkeys(ADMIN, "admin"),
}
"""The least role that a route takes."""
VALUES = {"which": "all", "form": "atom", "section": "happened", "code": "ARM", "uidb36": "1", "key": "x"}


def routes() -> Iterator[tuple[str, str]]:
    """Give name and address of every route of the desk, its places filled with what is not there."""
    yield from _within(get_resolver(), "/")


def _within(resolver: URLResolver, before: str) -> Iterator[tuple[str, str]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _within(entry, before + str(entry.pattern))
        else:
            yield _name(entry, before), before + _filled(entry)


def _name(entry: URLPattern, before: str) -> str:
    name = str(entry.name)
    return f"api-{name}" if before.startswith("/api/") and name == "intake" else name


def _filled(entry: URLPattern) -> str:
    text = str(entry.pattern)
    if text.startswith("^"):
        return "confirm-email/x/" if "confirm" in text else "password/reset/key/1-x/"
    for name, converter in entry.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        value = "9999" if kind == "int" else VALUES.get(name, "none")
        text = text.replace(f"<{kind}:{name}>", value).replace(f"<{name}>", value)
    return text


def test_every_route_stands_in_the_table() -> None:
    """Whoever adds one says who may use it."""
    assert {name for name, _ in routes()} == set(LEAST)


@pytest.mark.parametrize("role", [None, *ROLES])
def test_no_role_goes_where_it_may_not(role: str | None) -> None:
    """Reading or writing, those below the least role are sent to sign in or refused; those above never are."""
    browser = Client() if role is None else signed_in(role)  # type: ignore[arg-type]
    rank = ROLES.index(role or "reader")
    for name, address in routes():
        if name == "account_logout":
            continue
        for method in ("get", "post", "put", "delete"):
            answer = getattr(browser, method)(address)
            asked = answer.status_code in {401, 403} or "/accounts/login/" in answer.headers.get("Location", "")
            what = f"{role} {method} {address}: {answer.status_code}"
            assert answer.status_code < 500, what
            if rank < ROLES.index(LEAST[name]):
                assert asked or answer.status_code == 405, what
            elif not name.startswith("account_"):
                assert not asked, what


@pytest.mark.parametrize("role", ROLES)
def test_no_session_writes_without_its_csrf_token(role: str) -> None:
    """On every route that takes a POST: those that do not take one say so, the others refuse."""
    browser = signed_in(role)  # type: ignore[arg-type]
    browser.handler.enforce_csrf_checks = True
    for name, address in routes():
        answer = browser.post(address, content_type="application/json")
        assert answer.status_code in {403, 405}, f"{name}: {answer.status_code}"


def test_every_answer_has_its_headers(admin: Client) -> None:
    """A strict policy for the browser, no framing, no sniffing, no referrer elsewhere; on failures too."""
    for _, address in routes():
        for answer in (admin.get(address), Client().get(address)):
            policy = answer.headers["Content-Security-Policy"]
            assert "unsafe" not in policy, address
            assert "frame-ancestors 'none'" in policy or "sandbox" in policy, address
            assert answer.headers["X-Frame-Options"] == "DENY", address
            assert answer.headers["X-Content-Type-Options"] == "nosniff", address
            assert answer.headers["Referrer-Policy"] == "same-origin", address
        if address == "/":
            assert "<script>" not in answer.content.decode()
