"""News agencies, papers, broadcasters and the like, by name or address, with a reliability a desk may edit."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast, get_args
from urllib.parse import urlsplit

import msgspec

from casus.errors import CasusError
from casus.records.finding import Certainty
from casus.records.grade import Reliability
from casus.vocabulary.tables import (
    Row,
    alternatives,
    certainty_of,
    fold,
    index,
    names_by_language,
    read_table,
)

FILE = "vocabulary/outlets.tsv"
COLUMNS = ("key", "en", "ja", "ru", "country", "kind", "domains", "reliability", "notes", "source", "certainty")
OutletKind = Literal["agency", "paper", "broadcaster", "ministry-site", "blog"]


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet; reliability F means "cannot be judged" and is the default until a desk judges it."""

    key: str
    names: dict[str, tuple[str, ...]]
    country: str
    kind: OutletKind
    domains: tuple[str, ...]
    reliability: Reliability
    notes: str
    source: str
    certainty: Certainty

    @property
    def party(self) -> str:
        """Give the party id it speaks under: ``IRN MED``, of a ministry's site ``AZE GOV``."""
        return f"{self.country} {'GOV' if self.kind == 'ministry-site' else 'MED'}"

    def name(self, language: str = "en") -> str:
        """Give the name to print in a language, else the English one."""
        return (self.names.get(language) or self.names["en"])[0]


@cache
def outlets() -> tuple[Outlet, ...]:
    """Read the table of outlets."""
    return tuple(_outlet(row) for row in read_table(FILE, COLUMNS))


def find_outlet(name: str, language: str) -> Outlet | None:
    """Find an outlet by name.

    >>> find_outlet("新華社", "ja").party
    'CHN MED'
    """
    return next(iter(_by_name().get((fold(name), language), ())), None)


def outlet_of(url: str) -> Outlet | None:
    """Find the outlet of an address, the longest domain that fits first.

    >>> outlet_of("https://www.reuters.com/world/x").key
    'reuters'
    """
    parts = urlsplit(url if "//" in url else f"//{url}")
    address = (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")
    fits = [(len(d), o) for o in outlets() for d in o.domains if _belongs(address, d)]
    return max(fits, key=lambda pair: pair[0])[1] if fits else None


def outlet_names(language: str) -> tuple[tuple[str, str], ...]:
    """List (name, party id) of a language, in the order of the table."""
    return tuple((name, each.party) for each in outlets() for name in each.names.get(language, ()))


def _belongs(address: str, domain: str) -> bool:
    if "/" in domain:
        return address == domain or address.startswith(domain + "/")
    host = address.split("/", 1)[0]
    return host == domain or host.endswith("." + domain)


@cache
def _by_name() -> dict[tuple[str, str], tuple[Outlet, ...]]:
    return index((name, code, each) for each in outlets() for code, names in each.names.items() for name in names)


def _outlet(row: Row) -> Outlet:
    where = f"{FILE}: {row['key']}"
    if row["kind"] not in get_args(OutletKind) or row["reliability"] not in get_args(Reliability):
        raise CasusError(f"{where}: unknown kind {row['kind']!r} or reliability {row['reliability']!r}")
    return Outlet(
        key=row["key"],
        names=names_by_language(row),
        country=row["country"],
        kind=cast("OutletKind", row["kind"]),
        domains=alternatives(row["domains"]),
        reliability=cast("Reliability", row["reliability"]),
        notes=row["notes"],
        source=row["source"],
        certainty=certainty_of(row["certainty"], where),
    )
