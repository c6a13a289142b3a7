"""Connections that go to checked addresses only and keep one deadline; the name stays in Host and TLS."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any

import httpcore2

from casus.fetch.limits import Deadline


class PinnedBackend(httpcore2.NetworkBackend):
    """Connects to one of the addresses given, whatever host is asked for: a name is never looked up a second time."""

    def __init__(
        self, addresses: tuple[str, ...], deadline: Deadline, inner: httpcore2.NetworkBackend | None = None
    ) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._inner = inner or httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Try the addresses in turn; the last one's failure is raised. The host was looked up and checked before."""
        del host
        trouble: Exception = httpcore2.ConnectError("there is no address")
        for address in self._addresses:
            try:
                limit = _within(self._deadline, timeout, httpcore2.ConnectTimeout)
                stream = self._inner.connect_tcp(address, port, limit, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
            else:
                return TimedStream(stream, self._deadline)
        raise trouble


class TimedStream(httpcore2.NetworkStream):
    """A stream whose every wait ends with the deadline, so that a slow drip of bytes cannot outlast it."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come."""
        return self._stream.read(max_bytes, _within(self._deadline, timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all bytes."""
        self._stream.write(buffer, _within(self._deadline, timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        """End the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Go over to TLS under the host's name."""
        limit = _within(self._deadline, timeout, httpcore2.ConnectTimeout)
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, limit), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Give what the stream knows of itself."""
        return self._stream.get_extra_info(info)


def _within(deadline: Deadline, timeout: float | None, late: type[Exception]) -> float:
    left = deadline.left()
    if left <= 0:
        raise late("the time is up")
    return left if timeout is None else min(left, timeout)
