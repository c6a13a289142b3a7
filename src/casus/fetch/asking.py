"""One request to one checked host: its answer, the address it sends on to, or what went wrong."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from http import HTTPStatus

import httpcore2

from casus.errors import Problem
from casus.fetch.body import read_body, too_large
from casus.fetch.connecting import PinnedBackend
from casus.fetch.fetched import Fetched, Known
from casus.fetch.limits import Deadline, Limits
from casus.fetch.media import content_type, is_read
from casus.fetch.targets import Target
from casus.intake.markup import kind_of
from casus.version import VERSION

AGENT = f"casus/{VERSION}"
_ACCEPT = (
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, "
    "application/xml;q=0.8, application/json;q=0.7, text/plain;q=0.6"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_READ = frozenset({200, 203})


def ask(
    target: Target,
    addresses: tuple[str, ...],
    *,
    known: Known | None = None,
    limits: Limits,
    deadline: Deadline,
    fetched_at: datetime | None,
    backend: httpcore2.NetworkBackend | None = None,
) -> Fetched | str | Problem:
    """Ask for a page; a string is the address that the server sends on to."""
    connection, address = _connection(target, addresses, deadline, backend)
    headers: dict[bytes | str, bytes | str] = {
        "Host": target.authority,
        "User-Agent": AGENT,
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    try:
        with connection, connection.stream("GET", address, headers=headers) as response:
            return _answer(response, target, limits, fetched_at)
    except httpcore2.TimeoutException:
        what = f"no complete answer within {limits.timeout_s:g} s"
        return Problem(where=target.url, what=what, hint="try again later, or save the page from a browser")
    except (httpcore2.ConnectError, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        return _lost(target, error)


def send(
    target: Target,
    addresses: tuple[str, ...],
    body: bytes,
    *,
    headers: Mapping[str, str],
    limits: Limits,
    deadline: Deadline,
    backend: httpcore2.NetworkBackend | None = None,
) -> int | Problem:
    """Post a body; give the status of the answer, whose own body is not read."""
    connection, address = _connection(target, addresses, deadline, backend)
    sent: dict[bytes | str, bytes | str] = dict(headers.items())
    sent |= {
        "Host": target.authority,
        "User-Agent": AGENT,
        "Content-Length": str(len(body)),
        "Connection": "close",
    }
    try:
        with connection, connection.stream("POST", address, headers=sent, content=body) as response:
            return int(response.status)
    except httpcore2.TimeoutException:
        return Problem(where=target.url, what=f"no answer within {limits.timeout_s:g} s", hint="try again later")
    except (httpcore2.ConnectError, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        return _lost(target, error)


def _connection(
    target: Target, addresses: tuple[str, ...], deadline: Deadline, backend: httpcore2.NetworkBackend | None
) -> tuple[httpcore2.HTTPConnection, httpcore2.URL]:
    """Give a connection that goes to the checked addresses only, and the address to ask it for."""
    scheme, host = target.scheme.encode(), target.host.encode()
    connection = httpcore2.HTTPConnection(
        httpcore2.Origin(scheme, host, target.port),
        ssl_context=_trust() if target.scheme == "https" else None,
        network_backend=PinnedBackend(addresses, deadline, backend),
    )
    return connection, httpcore2.URL(scheme=scheme, host=host, port=target.port, target=target.path.encode())


@cache
def _trust() -> ssl.SSLContext:
    """Trust the certificates that the system trusts."""
    return httpcore2.default_ssl_context()


def _lost(target: Target, error: Exception) -> Problem:
    says = str(error) or type(error).__name__
    if "CERTIFICATE_VERIFY_FAILED" in says:
        what = f"the certificate of {target.host} is not trusted: {says.partition('failed: ')[2] or says}"
        return Problem(where=target.url, what=what, hint="open the page in a browser and judge there")
    if isinstance(error, httpcore2.ConnectError):
        return Problem(where=target.url, what=f"no connection to {target.host}: {says}", hint="try again later")
    if isinstance(error, httpcore2.ProtocolError):
        what = f"the answer broke off, or is no proper HTTP: {says}"
        return Problem(where=target.url, what=what, hint="try again, or save the page from a browser")
    return Problem(where=target.url, what=f"the connection was lost: {says}", hint="try again later")


def _answer(
    response: httpcore2.Response, target: Target, limits: Limits, fetched_at: datetime | None
) -> Fetched | str | Problem:
    headers = {name.decode("latin-1").lower(): _text(value) for name, value in response.headers}
    if response.status in _REDIRECTS and headers.get("location"):
        return headers["location"]
    if response.status not in _READ:
        return _unchanged(response, target, fetched_at) or _refused(target, response.status)
    kind, charset = content_type(headers.get("content-type", ""))
    if kind and not is_read(kind):
        hint = "give the address of a page, a feed or a plain text"
        return Problem(where=target.url, what=f"the answer is of the kind {kind}, which is not read", hint=hint)
    declared = headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limits.max_bytes:
        return too_large(target.url, f"has {int(declared):,} bytes", limits.max_bytes)
    packing = headers.get("content-encoding", "")
    body, problem = read_body(response.iter_stream(), where=target.url, packing=packing, limit=limits.max_bytes)
    if body is None or problem:
        return problem or _empty(target)
    if not body.strip():
        return _empty(target)
    if not kind and kind_of(body) is None:
        hint = "give the address of a page, a feed or a plain text"
        return Problem(
            where=target.url, what="the server does not say what its answer is, and it is no text", hint=hint
        )
    return Fetched(
        body=body,
        final_url=target.url,
        content_type=kind,
        charset=charset,
        status=response.status,
        fetched_at=fetched_at,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
    )


def _unchanged(response: httpcore2.Response, target: Target, fetched_at: datetime | None) -> Fetched | None:
    if response.status != HTTPStatus.NOT_MODIFIED:
        return None
    return Fetched(body=b"", final_url=target.url, content_type="", status=response.status, fetched_at=fetched_at)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _empty(target: Target) -> Problem:
    return Problem(where=target.url, what="the answer is empty", hint="open the page in a browser; is there anything?")


def _refused(target: Target, status: int) -> Problem:
    phrase = next((f" {s.phrase}" for s in HTTPStatus if s.value == status), "")
    hint = (
        "save the page from a browser and give the file" if status in {401, 403, 429, 451} else "is the address right?"
    )
    return Problem(where=target.url, what=f"the server answered {status}{phrase}", hint=hint)
