"""Sending a message to an address of the public internet: the same guard as fetching, no redirects followed."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType

from casus.errors import Problem, needs
from casus.fetch.limits import Deadline, Limits
from casus.fetch.resolving import Allow, Resolver, addresses_of, refuse_all, system_resolver
from casus.fetch.targets import read_target


def post(
    url: str,
    body: bytes,
    *,
    content_type: str = "application/json",
    headers: Mapping[str, str] = MappingProxyType({}),
    limits: Limits | None = None,
    resolver: Resolver = system_resolver,
    allow: Allow = refuse_all,
) -> tuple[int | None, tuple[Problem, ...]]:
    """Send a body; give the status of an answer that takes it (2xx), else None and what went wrong.

    The host is checked as :func:`casus.fetch.fetch` checks it. An address that sends on elsewhere is refused, since
    what is sent is meant for the one that was given. ``headers``, such as a signature, go with it. ``resolver`` and
    ``allow`` are for tests. Raises MissingExtraError without the extra ``web``.
    """
    with needs("web", "sending to web addresses"):
        from casus.fetch.asking import send
    limit = limits or Limits()
    deadline = Deadline(limit.timeout_s)
    target, problems = read_target(url)
    if target is None or problems:
        return None, problems
    addresses, problems = addresses_of(target, resolver=resolver, allow=allow, deadline=deadline)
    if problems:
        return None, problems
    more = {"Content-Type": content_type, **headers}
    status = send(target, addresses, body, headers=more, limits=limit, deadline=deadline)
    if isinstance(status, Problem):
        return None, (status,)
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None, (Problem(where=target.url, what=f"the server answered {status}"),)
    return status, ()
