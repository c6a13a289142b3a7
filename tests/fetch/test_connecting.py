"""Connections to pinned addresses, and what they say of the host's name."""

from __future__ import annotations

import ssl
from collections.abc import Iterable

import httpcore2
import pytest

from casus.errors import Problem
from casus.fetch.asking import ask
from casus.fetch.connecting import PinnedBackend
from casus.fetch.fetched import Fetched
from casus.fetch.limits import Deadline, Limits
from casus.fetch.targets import read_target


class Recording(httpcore2.NetworkBackend):
    """Keeps where a connection would go, and answers with a page."""

    def __init__(self, down: Iterable[str] = ()) -> None:
        self.went: list[tuple[str, int]] = []
        self.names: list[str | None] = []
        self.sent = b""
        self._down = frozenset(down)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Note the address."""
        del timeout, local_address, socket_options
        self.went.append((host, port))
        if host in self._down:
            raise httpcore2.ConnectError("down")
        return _Stream(self)


class _Stream(httpcore2.NetworkStream):
    def __init__(self, backend: Recording) -> None:
        self._backend = backend
        self._left = [b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok", b""]

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del max_bytes, timeout
        return self._left.pop(0)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        self._backend.sent += buffer

    def close(self) -> None:
        pass

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        del timeout
        assert ssl_context.verify_mode is ssl.CERT_REQUIRED
        assert ssl_context.check_hostname
        self._backend.names.append(server_hostname)
        return self


def asked(url: str, backend: Recording, addresses: tuple[str, ...]) -> Fetched | str | Problem:
    """Ask through a recording backend."""
    target, _ = read_target(url)
    assert target is not None
    return ask(target, addresses, limits=Limits(), deadline=Deadline(10), fetched_at=None, backend=backend)


def test_tls_names_the_host_and_tcp_goes_to_the_address() -> None:
    """The certificate is checked against the name, which no second look-up can bend."""
    backend = Recording()
    answer = asked("https://news.example/a", backend, ("93.184.216.34",))
    assert isinstance(answer, Fetched)
    assert backend.went == [("93.184.216.34", 443)]
    assert backend.names == ["news.example"]
    assert b"Host: news.example\r\n" in backend.sent


def test_the_next_address_is_tried() -> None:
    """A host that is down at one address is asked at the next."""
    backend = Recording(down=["93.184.216.34"])
    answer = asked("http://news.example:8080/", backend, ("93.184.216.34", "2606:4700::1111"))
    assert isinstance(answer, Fetched)
    assert backend.went == [("93.184.216.34", 8080), ("2606:4700::1111", 8080)]


def test_no_connection_after_the_deadline() -> None:
    """A spent deadline connects to nothing."""
    backend = Recording()
    with pytest.raises(httpcore2.ConnectTimeout):
        PinnedBackend(("93.184.216.34",), Deadline(0), backend).connect_tcp("news.example", 80)
    assert backend.went == []
