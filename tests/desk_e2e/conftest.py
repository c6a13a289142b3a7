"""A real browser before a real server: Chromium as the system has it, without a window."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from casus.desk.roles import Role, give

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's driver runs a loop in the thread that the tests run in
PASSWORD = "a long password"  # noqa: S105
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; where there is none the tests are skipped."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium is installed: the desk was not tested in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def emptied(transactional_db: None) -> Iterator[None]:  # noqa: ARG001  the fixture opens the database
    """Lift the log's guard when a test is over, so that the tables can be emptied for the next one."""
    yield
    with connection.cursor() as cursor:
        for when in ("update", "delete") if connection.vendor == "sqlite" else ():
            cursor.execute(f"DROP TRIGGER IF EXISTS audit_kept_{when}")
        if connection.vendor == "postgresql":
            cursor.execute("DROP TRIGGER IF EXISTS audit_kept ON store_auditentry")


@pytest.fixture
def context(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A fresh profile that can reach nothing but the desk."""
    context = chromium.new_context(base_url=live_server.url, locale="en-GB", viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(15_000)
    outside: list[str] = []
    context.on(
        "request",
        lambda r: outside.append(r.url) if not r.url.startswith((live_server.url, "blob:", "data:")) else None,
    )
    yield context
    context.close()
    assert outside == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page in which nothing may go wrong unseen."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
    return page


def sign_in(page: Page, role: Role, *, name: str = "") -> None:
    """Sign in as somebody with a role, by the form."""
    name = name or f"one-{role}"
    if not User.objects.filter(username=name).exists():
        give(User.objects.create_user(name, password=PASSWORD), role)
    page.goto("/accounts/login/?lang=en")
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/")
