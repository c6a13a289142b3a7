"""Reading an address that somebody gave: what may be fetched at all, before any name is looked up."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

import msgspec

from casus.errors import Problem
from casus.fetch.addresses import disguised, parse

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000
_LONGEST_HOST = 253
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?", re.IGNORECASE)
_FIRST_FREE_PORT = 1024


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """An address taken apart; nothing is read from its text a second time."""

    scheme: str
    host: str
    """A name in ASCII, in small letters, or an IP address without brackets."""
    port: int
    path: str
    """Path and query, encoded."""

    @property
    def authority(self) -> str:
        """Host, and port where it is not the usual one, as the ``Host`` header says it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address without a fragment."""
        return f"{self.scheme}://{self.authority}{self.path}"


def read_target(url: str) -> tuple[Target | None, tuple[Problem, ...]]:
    """Take an address apart; None and a problem where it may not be fetched."""
    text = url.strip()
    where = text if len(text) <= 200 else text[:200] + "…"
    what = _trouble(text)
    if what:
        return None, (_problem(where, what),)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None, (_problem(where, "this is no address that can be read"),)
    found = _target(parts, port)
    return (None, (_problem(where, found),)) if isinstance(found, str) else (found, ())


def _problem(where: str, what: str) -> Problem:
    return Problem(where=where, what=what, hint="give a public http or https address, such as https://example.org/page")


def _trouble(text: str) -> str | None:
    if len(text) > _LONGEST:
        return f"the address is longer than {_LONGEST} characters"
    if _FORBIDDEN.search(text):
        return "the address holds blanks, control characters or backslashes"
    return None


def _target(parts: SplitResult, port: int | None) -> Target | str:
    """Give the target, or what is wrong."""
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        return (
            f"only http and https addresses are fetched, not {scheme!r}" if scheme else "the address has no http(s)://"
        )
    if "@" in parts.netloc:
        return "the address carries a user name or password; such an address is not fetched"
    host = _host(parts.hostname or "")
    if host is None:
        return "the address has no host name that can be read"
    if disguised(host):
        return f"the host {host!r} is a number in disguise"
    if port is not None and port < _FIRST_FREE_PORT and port not in _PORTS.values():
        return f"port {port} is not one for web pages"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|") if parts.query else ""
    return Target(scheme=scheme, host=host, port=_PORTS[scheme] if port is None else port, path=path + query)


def _host(host: str) -> str | None:
    """Give a host in ASCII; None where it is neither an address nor a well-formed name."""
    if not host or len(host) > _LONGEST_HOST or "%" in host:
        return None
    if parse(host) is not None:
        return str(parse(host))
    try:
        name = host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        return None
    if parse(name) is not None:
        return str(parse(name))
    return name if name and all(_LABEL.fullmatch(label) for label in name.split(".")) else None
