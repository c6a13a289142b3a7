"""Sending: to public hosts only, never on to another address, the status told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.fetch.conftest import Site

from casus.fetch import post


@pytest.fixture
def hook() -> Iterator[Site]:
    """Run a server that takes what is posted; ``/moved`` sends on."""
    asked: list[tuple[str, dict[str, str]]] = []

    class Hook(BaseHTTPRequestHandler):
        """Takes a body."""

        def do_POST(self) -> None:
            """Answer."""
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told = {"body": body.decode(), "type": self.headers["Content-Type"]}
            signed = self.headers["webhook-signature"]
            asked.append((self.path, told | ({"signed": signed} if signed else {})))
            self.send_response({"/moved": 307, "/broken": 500}.get(self.path, 204))
            self.send_header("Location", "/hook")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Site(server.server_address[1], asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def test_a_body_is_sent_as_it_is(hook: Site) -> None:
    """The other end has the bytes and their type."""
    assert post(hook.url("/hook"), b'{"a": 1}', allow=hook.allow) == (204, ())
    assert hook.asked == [("/hook", {"body": '{"a": 1}', "type": "application/json"})]


def test_headers_go_with_it_and_the_host_is_the_one_that_was_checked(hook: Site) -> None:
    """A signature arrives; a host of another name does not take the place of the own one."""
    headers = {"webhook-signature": "v1,x", "Host": "inside.example"}
    assert post(hook.url("/hook"), b"{}", headers=headers, allow=hook.allow) == (204, ())
    assert hook.asked[0][1]["signed"] == "v1,x"


@pytest.mark.parametrize(("path", "status"), [("/moved", "307"), ("/broken", "500")])
def test_an_answer_that_does_not_take_it_is_trouble(hook: Site, path: str, status: str) -> None:
    """What is sent on elsewhere is not followed."""
    done, (problem,) = post(hook.url(path), b"{}", allow=hook.allow)
    assert done is None
    assert status in problem.what
    assert len(hook.asked) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1/x", "http://[::1]/", "http://2130706433/", "ftp://example.org/"])
def test_private_addresses_are_not_sent_to(url: str) -> None:
    """The same guard as for fetching."""
    done, problems = post(url, b"{}")
    assert done is None
    assert problems
