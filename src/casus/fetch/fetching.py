"""Fetching a page, a feed or a text from the public internet, each redirect checked anew."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urljoin

from casus.errors import Problem, needs
from casus.fetch.fetched import Fetched, Known
from casus.fetch.limits import Deadline, Limits
from casus.fetch.resolving import Allow, Resolver, addresses_of, refuse_all, system_resolver
from casus.fetch.targets import Target, read_target


def fetch(
    url: str,
    *,
    known: Known | None = None,
    limits: Limits | None = None,
    fetched_at: datetime | None = None,
    resolver: Resolver = system_resolver,
    allow: Allow = refuse_all,
) -> tuple[Fetched | None, tuple[Problem, ...]]:
    """Fetch one address; None and a problem where it cannot be had, or must not be asked for.

    Only http and https, only hosts of the public internet: all addresses of a name are checked, the connection goes to
    one of the checked addresses (a name that changes in between changes nothing), and every redirect is checked in
    turn. Connections are direct, never through a proxy. What is ``known``
    from before is asked for only if it has changed. A problem beside an answer is a note. ``resolver`` and
    ``allow`` are for tests. Raises MissingExtraError without the extra ``web``.
    """
    with needs("web", "fetching web pages"):
        from casus.fetch.asking import ask
    limit = limits or Limits()
    deadline = Deadline(limit.timeout_s)
    notes: tuple[Problem, ...] = ()
    seen: list[str] = []
    while True:
        target, problems = read_target(url)
        problems = problems or _going_round(target, seen, limit)
        if target is None or problems:
            return None, (*notes, *_sent_by(seen, problems))
        addresses, problems = addresses_of(target, resolver=resolver, allow=allow, deadline=deadline)
        if problems:
            return None, (*notes, *_sent_by(seen, problems))
        answer = ask(target, addresses, known=known, limits=limit, deadline=deadline, fetched_at=fetched_at)
        if isinstance(answer, Problem):
            return None, (*notes, *_sent_by(seen, (answer,)))
        if isinstance(answer, Fetched):
            return answer, notes
        seen.append(target.url)
        url = urljoin(target.url, answer.strip().partition("#")[0])
        notes = notes or _unsafe(target, url)


def _going_round(target: Target | None, seen: list[str], limits: Limits) -> tuple[Problem, ...]:
    if target is None:
        return ()
    hint = "open the page in a browser; it may ask for cookies or for consent"
    if target.url in seen:
        return (Problem(where=target.url, what="the address sends on in a circle", hint=hint),)
    if len(seen) > limits.redirects:
        return (Problem(where=target.url, what=f"the address sends on more than {limits.redirects} times", hint=hint),)
    return ()


def _sent_by(seen: list[str], problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Name the address that was asked for, where the trouble is with one that it sent on to."""
    if not seen:
        return problems
    return tuple(Problem(where=seen[0], what=f"sent on to {p.where}: {p.what}", hint=p.hint) for p in problems)


def _unsafe(target: Target, url: str) -> tuple[Problem, ...]:
    if target.scheme != "https" or not url.lower().startswith("http:"):
        return ()
    what = f"sent on from https to {url}: what comes from there could have been altered on the way"
    return (Problem(where=target.url, what=what, hint="look for the page under https"),)
