"""Looking up names, within a time limit, and refusing any that lead into a private network."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence

from casus.errors import Problem
from casus.fetch.addresses import parse, refusal
from casus.fetch.limits import Deadline
from casus.fetch.targets import Target

Resolver = Callable[[str, int], Sequence[str]]
"""Gives all addresses of a name, best first; raises OSError where there are none."""

Allow = Callable[[str], bool]
"""Says of an address that would be refused whether it may be connected to all the same."""


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """Give the addresses the system's resolver knows, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def refuse_all(address: str) -> bool:
    """Make no exception for any address."""
    del address
    return False


def addresses_of(
    target: Target, *, resolver: Resolver, allow: Allow, deadline: Deadline
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Give the addresses to connect to; none and a problem where a single one of them is refused."""
    literal = parse(target.host) is not None
    found = (target.host,) if literal else _look_up(target, resolver, deadline)
    if isinstance(found, Problem):
        return (), (found,)
    for address in found:
        kind = refusal(address, from_name=not literal)
        if kind and not allow(address):
            what = f"{target.host} is" if literal else f"the name {target.host} leads to {address},"
            hint = "only hosts of the public internet are fetched"
            return (), (Problem(where=target.url, what=f"{what} {_a(kind)} address", hint=hint),)
    return found, ()


def _a(kind: str) -> str:
    return ("an " if kind[0] in "uI" else "a ") + kind


def _look_up(target: Target, resolver: Resolver, deadline: Deadline) -> tuple[str, ...] | Problem:
    """Ask in a thread, since the system's look-up knows no time limit."""
    answer: list[tuple[str, ...]] = []

    def ask() -> None:
        try:
            answer.append(tuple(resolver(target.host, target.port)))
        except (OSError, UnicodeError):
            answer.append(())

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(deadline.left())
    if not answer:
        return Problem(where=target.url, what="looking up the name took too long", hint="try again later")
    if not answer[0]:
        return Problem(where=target.url, what=f"no such host: {target.host}", hint="is the address spelt rightly?")
    return answer[0]
