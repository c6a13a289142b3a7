"""Which network addresses may be connected to: those of the public internet, nothing else."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network

# IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates), kept here in the open because what
# the standard library calls global differs between versions of Python.
_V4 = tuple(
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-shared"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "reserved"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
_V6 = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::ffff:0:0/96", "IPv4-mapped"),
        ("64:ff9b:1::/48", "private"),
        ("100::/64", "reserved"),
        ("2001::/23", "tunnelling or reserved"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4 tunnelling"),
        ("3fff::/20", "documentation"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "private"),
        ("ff00::/8", "multicast"),
    )
)
_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)


def parse(text: str) -> IPv4Address | IPv6Address | None:
    """Read an address in its usual form; None for a name."""
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(text)
        except AddressValueError:
            continue
    return None


def disguised(host: str) -> bool:
    """Is it a number that some systems read as an IPv4 address (WHATWG URL, "ends in a number")?

    >>> disguised("2130706433"), disguised("0x7f.1"), disguised("0177.0.0.1"), disguised("example.org")
    (True, True, True, False)
    """
    return parse(host) is None and _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]) is not None


def refusal(text: str, *, from_name: bool = True) -> str | None:
    """Say what kind of address it is where it is not to be connected to; None for one of the public internet.

    An address of the well-known NAT64 prefix (RFC 6052) that a name server gave counts as the IPv4 address inside it;
    one that somebody wrote down (``from_name=False``) is refused.

    >>> refusal("192.168.1.1"), refusal("::ffff:8.8.8.8"), refusal("8.8.8.8")
    ('private', 'IPv4-mapped', None)
    """
    address = parse(text)
    if address is None or getattr(address, "scope_id", None):
        return "unreadable" if address is None else "link-local"
    if isinstance(address, IPv4Address):
        return next((what for network, what in _V4 if address in network), None)
    if address in _NAT64:
        return refusal(str(IPv4Address(int(address) & 0xFFFFFFFF))) if from_name else "NAT64"
    found = next((what for network, what in _V6 if address in network), None)
    return found or (None if address in _UNICAST else "reserved")
