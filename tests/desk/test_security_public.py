"""A desk in public: cookies over TLS alone, no debugging, nothing that Django's own check for deployment warns of."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PUBLIC = {
    "CASUS_DESK_PUBLIC": "1",
    "CASUS_DESK_HOSTS": "desk.example.org",
    "CASUS_DESK_URL": "https://desk.example.org",
    "CASUS_DESK_SECRET": "k3v-9QpZr7tLwX2uYb8mNc5dGf1hJs4aQ0Zt6Wn8Rb2Yp5Lc+E7M",
    "DJANGO_SETTINGS_MODULE": "casus.desk.settings",
}
ASKED = """
import json
from casus.desk.configuration import configuration
from casus.desk.starting import bring_up_to_date, first_admin, set_up
set_up(configuration())
bring_up_to_date()
word = first_admin()
from django.conf import settings
from django.test import Client
browser, at = Client(), {"headers": {"Host": "desk.example.org"}, "secure": True}
browser.get("/accounts/login/?lang=ja", **at)
token = browser.cookies["csrftoken"].value
sent = {"login": "admin", "password": word, "csrfmiddlewaretoken": token}
answer = browser.post("/accounts/login/", sent, **at)
flags = ("secure", "httponly", "samesite")
print(json.dumps({
    "status": answer.status_code,
    "cookies": {name: {f: cookie[f] for f in flags} for name, cookie in browser.cookies.items()},
    "hsts": browser.get("/", **at).headers.get("Strict-Transport-Security", ""),
    "http": browser.get("/", headers={"Host": "desk.example.org"}).headers.get("Location", ""),
    "other": browser.get("/", headers={"Host": "evil.example"}, secure=True).status_code,
    "debug": settings.DEBUG,
    "reads": settings.CASUS_READS_PER_MINUTE,
}))
"""


def run(folder: Path, *command: str, **change: str) -> subprocess.CompletedProcess[str]:
    """Run Python as a public desk does."""
    of_tests = {"DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    env = {k: v for k, v in os.environ.items() if k not in of_tests} | PUBLIC
    env |= {"CASUS_DESK_DIR": str(folder)} | change
    return subprocess.run([sys.executable, *command], env=env, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a public desk answers."""
    done = run(tmp_path_factory.mktemp("public"), "-c", ASKED)
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def test_cookies_go_over_tls_alone_and_to_no_script(told: dict[str, Any]) -> None:
    """Session, CSRF and language: secure, kept from scripts, not sent along from other sites."""
    assert told["status"] == 302
    assert {"sessionid", "csrftoken", "casus_language"} <= set(told["cookies"])
    for name, flags in told["cookies"].items():
        assert flags["secure"], name
        assert flags["httponly"], name
        assert flags["samesite"] in {"Lax", "Strict"}, name


def test_it_answers_over_tls_under_its_own_name_alone(told: dict[str, Any]) -> None:
    """Browsers are told to keep to https for a year; another host gets nothing; readers are counted."""
    assert told["hsts"].startswith("max-age=31536000")
    assert told["http"] == "https://desk.example.org/"
    assert told["other"] == 400
    assert told["debug"] is False
    assert told["reads"] > 0


def test_djangos_check_for_deployment_has_nothing_to_say(tmp_path: Path) -> None:
    """Not one warning."""
    done = run(tmp_path, "-m", "django", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "change",
    [
        {"CASUS_DESK_HOSTS": "*"},
        {"CASUS_DESK_HOSTS": ""},
        {"CASUS_DESK_URL": "http://desk.example.org"},
        {"CASUS_DESK_SECRET": "short"},
        {"CASUS_DESK_SECRET": "changeme" * 8},
    ],
)
def test_no_server_starts_what_is_unsafe(tmp_path: Path, change: dict[str, str]) -> None:
    """Whoever loads the application by itself is refused as the command is, with the setting's name."""
    done = run(tmp_path, "-c", "import casus.desk.wsgi", **change)
    assert done.returncode != 0
    (name,) = change
    assert f"does not start: {name}" in done.stderr
