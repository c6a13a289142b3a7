"""Signing in and out, cookies, hosts, where one is sent on to, and what a public desk refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db
WORD = "a long password"


@pytest.fixture(autouse=True)
def _counted_anew() -> None:
    for cache in ("default", "process"):
        caches[cache].clear()


@pytest.fixture
def ann() -> User:
    """Somebody with a password."""
    return User.objects.create_user("ann", password=WORD)


def sign_in(browser: Client, word: str = WORD, **more: str) -> int:
    """Sign in by the form; give the status of the answer."""
    return browser.post("/accounts/login/", {"login": "ann", "password": word, **more}).status_code


@pytest.mark.usefixtures("ann")
def test_a_session_is_not_carried_over_a_sign_in(client: Client) -> None:
    """The key that somebody may have planted before is another afterwards, and none after signing out."""
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = planted = session.session_key or ""
    assert sign_in(client) == 302
    mine = client.cookies["sessionid"].value
    assert mine not in {"", planted}
    client.post("/accounts/logout/")
    other = Client()
    other.cookies["sessionid"] = mine
    assert other.get("/accounts/password/change/").status_code == 302


@pytest.mark.usefixtures("ann")
def test_cookies_are_for_the_desk_alone(client: Client) -> None:
    """No script reads a session, no other site sends it along."""
    sign_in(client)
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    client.get("/", {"lang": "ja"})
    assert client.cookies["casus_language"]["httponly"]


@pytest.mark.usefixtures("ann")
@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x()"])
def test_nobody_is_sent_on_to_another_site(client: Client, address: str) -> None:
    """Whatever ``next`` says."""
    answer = client.post("/accounts/login/", {"login": "ann", "password": WORD, "next": address})
    assert "evil" not in answer.headers.get("Location", "")
    assert "javascript" not in answer.headers.get("Location", "")


@pytest.mark.usefixtures("ann")
def test_guessing_a_password_is_stopped(client: Client) -> None:
    """After five wrong ones even the right one waits, whichever process is asked; signing in elsewhere is told when."""
    for _ in range(6):
        sign_in(client, "wrong")
    assert sign_in(client) != 302
    last = [client.post("/accounts/login/", {"login": f"x{n}", "password": "wrong"}) for n in range(35)][-1]
    assert last.status_code == 429
    assert int(last.headers["Retry-After"]) > 0


def test_a_forged_host_is_not_answered(client: Client) -> None:
    """Neither by ``Host`` nor by a header that claims to be forwarded."""
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    answer = client.get("/api/v1/incidents", headers={"X-Forwarded-Host": "evil.example"})
    assert "evil" not in answer.content.decode()


def test_a_closed_account_works_no_longer(client: Client, ann: User) -> None:
    """Neither its session nor its password."""
    sign_in(client)
    ann.is_active = False
    ann.save()
    assert client.get("/accounts/password/change/").status_code == 302
    other = Client()
    sign_in(other)
    assert other.get("/incidents/").status_code == 302
    assert client.get("/incidents/").status_code == 302


@pytest.mark.parametrize("path", ["/static/../settings.py", "/static/%2e%2e/%2e%2e/settings.py", "/static//etc/passwd"])
def test_no_path_leads_out_of_the_static_files(client: Client, path: str) -> None:
    """Only what is there is given."""
    assert client.get(path).status_code in {400, 404}


def test_readers_are_counted_by_household(client: Client, settings: Settings) -> None:
    """IPv6 addresses of one network of 64 bits count as one."""
    settings.CASUS_READS_PER_MINUTE = 3
    answers = [client.get("/", REMOTE_ADDR=f"2001:db8::{n}").status_code for n in range(1, 8)]
    assert answers[-1] == 429
    assert client.get("/", REMOTE_ADDR="2001:db8:1::1").status_code == 200


@pytest.mark.parametrize("change", [{"CASUS_DESK_HOSTS": "*"}, {"CASUS_DESK_URL": "http://desk.example.org"}])
def test_the_command_refuses_what_is_unsafe_in_public(tmp_path: Path, change: dict[str, str]) -> None:
    """``casus desk check`` does not even begin."""
    public = {
        "CASUS_DESK_PUBLIC": "1",
        "CASUS_DESK_HOSTS": "desk.example.org",
        "CASUS_DESK_URL": "https://desk.example.org",
    }
    env = {**os.environ, **public, **change, "CASUS_DESK_DIR": str(tmp_path / "desk")}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(
        [sys.executable, "-m", "casus", "desk", "check"], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "does not start" in done.stderr
    assert not (tmp_path / "desk").exists()
