"""Fetching a large file to disk: checked addresses as for pages, going on where an earlier attempt broke off."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import httpcore2
import msgspec

from casus.errors import Problem
from casus.fetch.asking import AGENT
from casus.fetch.connecting import PinnedBackend
from casus.fetch.limits import Deadline
from casus.fetch.resolving import Allow, Resolver, addresses_of
from casus.fetch.targets import Target, read_target

Progress = Callable[[int, int | None], None]
"""Is told how many bytes there are, and of how many where that is known."""

IDLE_S = 30.0
"""So long nothing may come."""
ATTEMPTS = 3
_AGAIN = "run the command again: it goes on from there"
REDIRECTS = 5
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
_MOVED = frozenset({301, 302, 303, 307, 308})
_BROKEN = (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException, httpcore2.ConnectError)


class _Idle(Deadline):
    """A clock that every wait winds up again: a large file may take its time, silence may not."""

    def left(self) -> float:
        """Give the whole of the time again."""
        return IDLE_S


class Origin(msgspec.Struct, frozen=True):
    """Which file the bytes on disk are the beginning of."""

    url: str
    validator: str = ""
    """The server's ETag, else the day it was last modified: a part of another version is of no use."""
    total: int | None = None


def download(
    url: str, part: Path, *, max_bytes: int, progress: Progress, resolver: Resolver, allow: Allow
) -> Problem | None:
    """Fetch a file to ``part``; a problem where it is not all there, with what has come kept for the next attempt."""
    trouble: Problem | None = None
    for _ in range(ATTEMPTS):
        try:
            answer = _attempt(url, part, max_bytes, progress, resolver, allow)
        except _BROKEN as error:
            trouble = _broke_off(url, part, str(error) or type(error).__name__)
        except OSError as error:
            hint = "make room, or name another folder with CASUS_DATA"
            return Problem(where=str(part), what=f"cannot be written: {error.strerror or error}", hint=hint)
        else:
            if answer is not None and answer.hint == _AGAIN:
                trouble = answer
                continue
            return answer
    return trouble


def _broke_off(url: str, part: Path, why: str) -> Problem:
    size = part.stat().st_size if part.exists() else 0
    return Problem(where=url, what=f"the file broke off after {size:,} bytes: {why}", hint=_AGAIN)


def _attempt(
    url: str, part: Path, max_bytes: int, progress: Progress, resolver: Resolver, allow: Allow
) -> Problem | None:
    """Ask once, following redirects, each checked anew."""
    asked = url
    for _ in range(REDIRECTS + 1):
        target, problems = read_target(asked)
        if target is None:
            return problems[0]
        patience = _Idle(IDLE_S)
        addresses, problems = addresses_of(target, resolver=resolver, allow=allow, deadline=patience)
        if problems:
            return problems[0]
        sent_on = _ask(target, addresses, patience, url, part, max_bytes, progress)
        if not isinstance(sent_on, str):
            return sent_on
        asked = urljoin(target.url, sent_on)
    return Problem(where=url, what=f"the address sends on more than {REDIRECTS} times")


def _ask(
    target: Target, addresses: tuple[str, ...], patience: Deadline, url: str, part: Path, max_bytes: int,
    progress: Progress,
) -> str | Problem | None:  # fmt: skip
    origin, have = _kept(part, url)
    connection = httpcore2.HTTPConnection(
        httpcore2.Origin(target.scheme.encode(), target.host.encode(), target.port),
        ssl_context=httpcore2.default_ssl_context() if target.scheme == "https" else None,
        network_backend=PinnedBackend(addresses, patience),
    )
    address = httpcore2.URL(
        scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode()
    )
    headers: dict[bytes | str, bytes | str] = {"Host": target.authority, "User-Agent": AGENT, "Connection": "close"}
    if have and origin:
        headers |= {"Range": f"bytes={have}-", "If-Range": origin.validator}
    with connection, connection.stream("GET", address, headers=headers) as response:
        told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
        if response.status in _MOVED and told.get("location"):
            return told["location"]
        if response.status == 416:
            return _start_over(part, url)
        if response.status not in {200, 206}:
            hint = "is it a file that the source has?" if response.status == 404 else "try again later"
            return Problem(where=url, what=f"the server answered {response.status}", hint=hint)
        return _receive(response, told, url, part, have if response.status == 206 else 0, max_bytes, progress)


def _start_over(part: Path, url: str) -> Problem:
    """Say that what is on disk is not the beginning of the file that the server has now, and remove it."""
    part.unlink(missing_ok=True)
    return Problem(where=url, what="the file has changed at its source since a part of it came", hint=_AGAIN)


def _receive(
    response: httpcore2.Response, told: dict[str, str], url: str, part: Path, start: int, max_bytes: int,
    progress: Progress,
) -> Problem | None:  # fmt: skip
    total = _total(told, start)
    if start and _from(told) != start:
        return _start_over(part, url)
    if total is not None and total > max_bytes:
        what = f"the file has {total:,} bytes, more than the {max_bytes:,} that are taken"
        return Problem(where=url, what=what)
    origin = Origin(url, told.get("etag") or told.get("last-modified", ""), total)
    _beside(part).write_bytes(msgspec.json.encode(origin))
    size = start
    with part.open("ab" if start else "wb") as file:
        progress(size, total)
        for piece in response.iter_stream():
            size += len(piece)
            if size > max_bytes:
                return Problem(where=url, what=f"the file goes on after {max_bytes:,} bytes, more than are taken")
            file.write(piece)
            progress(size, total)
    if total is not None and size != total:
        return _broke_off(url, part, f"it should have {total:,}")
    return None


def _total(told: dict[str, str], start: int) -> int | None:
    found = _RANGE.fullmatch(told.get("content-range", ""))
    if found and found[2].isdecimal():
        return int(found[2])
    length = told.get("content-length", "")
    return start + int(length) if length.isdecimal() else None


def _from(told: dict[str, str]) -> int | None:
    found = _RANGE.fullmatch(told.get("content-range", ""))
    return int(found[1]) if found else None


def _beside(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _kept(part: Path, url: str) -> tuple[Origin | None, int]:
    """Give what is on disk of that file: none where another address, or no known version, stands behind it."""
    try:
        origin = msgspec.json.decode(_beside(part).read_bytes(), type=Origin)
        size = part.stat().st_size
    except (OSError, msgspec.DecodeError):
        return None, 0
    fits = origin.url == url and origin.validator and not origin.validator.startswith("W/")
    return (origin, size) if fits and size else (None, 0)


def forget(part: Path) -> None:
    """Remove a part and what is known of it."""
    part.unlink(missing_ok=True)
    _beside(part).unlink(missing_ok=True)
