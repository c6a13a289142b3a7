"""What tests of commands share: the command line in-process, and the test server that fetching is let through to."""

from __future__ import annotations

from functools import partial

import pytest
from tests.fetch.answers import ANSWERS, Answer
from tests.fetch.conftest import Site
from tests.fetch.conftest import site as site  # noqa: PLC0414 - a fixture

from casus.fetch import fetch_reports


@pytest.fixture
def reached(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Let the commands fetch from the test server, and from no other private address; names lead inside."""
    through = partial(fetch_reports, allow=site.allow, resolver=lambda _host, _port: ("10.1.2.3",))
    monkeypatch.setattr("casus.cli.reports.fetch_reports", through)
    return site


@pytest.fixture
def serve(site: Site, monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Let a test put a page of its own on the test server."""
    return Serve(site, monkeypatch)


class Serve:
    """Puts answers on the test server for one test."""

    def __init__(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        self._site = site
        self._monkeypatch = monkeypatch

    def __call__(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8") -> str:
        """Serve a body under a path and give its address."""
        data = body.encode("utf-8") if isinstance(body, str) else body
        self._monkeypatch.setitem(ANSWERS, path, Answer(headers=(("Content-Type", kind),), body=data))
        return self._site.url(path)
