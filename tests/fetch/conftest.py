"""A server on the loopback address for tests of fetching."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from tests.fetch.answers import ANSWERS, Answer


class _Handler(BaseHTTPRequestHandler):
    """Gives the prepared answer of a path."""

    released: ClassVar[threading.Event]
    asked: ClassVar[list[tuple[str, dict[str, str]]]]

    def do_GET(self) -> None:
        """Answer, byte by byte where the answer drips."""
        self.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        answer = ANSWERS.get(self.path.partition("?")[0], Answer(status=404))
        with suppress(OSError):
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value.replace("{port}", self.headers["Host"].rpartition(":")[2]))
            self.end_headers()
            for piece in answer.pieces():
                self.wfile.write(piece)
                self.wfile.flush()
                if answer.drips:
                    self.released.wait(10)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Site:
    """Where the server is, and what it was asked."""

    def __init__(self, port: int, asked: list[tuple[str, dict[str, str]]]) -> None:
        self.port = port
        self.asked = asked

    def url(self, path: str) -> str:
        """Give the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    @staticmethod
    def allow(address: str) -> bool:
        """Let the test server through."""
        return address == "127.0.0.1"


@pytest.fixture
def site() -> Iterator[Site]:
    """Run a server for one test."""
    released = threading.Event()
    handler = type("Handler", (_Handler,), {"released": released, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Site(server.server_address[1], handler.asked)  # type: ignore[attr-defined]
    finally:
        released.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
