"""Which addresses may be connected to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.fetch.addresses import refusal

PRIVATE = ["10.1.2.3", "127.0.0.1", "169.254.169.254", "192.168.1.1", "172.31.255.255", "100.64.0.1", "0.0.0.0"]  # noqa: S104


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        *((address, None) for address in ("8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111")),
        ("10.0.0.1", "private"),
        ("127.8.8.8", "loopback"),
        ("0.0.0.0", "unspecified"),  # noqa: S104
        ("100.64.0.1", "carrier-shared"),
        ("169.254.169.254", "link-local"),
        ("224.0.0.1", "multicast"),
        ("255.255.255.255", "reserved"),
        ("::1", "loopback"),
        ("::", "unspecified"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("2606:4700::1111%eth0", "link-local"),
        ("fd00::1", "private"),
        ("ff02::1", "multicast"),
        ("::ffff:8.8.8.8", "IPv4-mapped"),
        ("::ffff:127.0.0.1", "IPv4-mapped"),
        ("::127.0.0.1", "reserved"),
        ("2002:7f00:1::", "6to4 tunnelling"),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "tunnelling or reserved"),
        ("64:ff9b:1::1", "private"),
        ("no address", "unreadable"),
    ],
)
def test_only_the_public_internet_is_let_through(address: str, kind: str | None) -> None:
    """Each special kind is refused under its name."""
    assert refusal(address) == kind


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_inside_nat64_counts_as_itself(address: str) -> None:
    """What a name server wraps is unwrapped and judged; what somebody wrote down wrapped is refused."""
    wrapped = str(IPv6Address((0x64FF9B << 96) | int(IPv4Address(address))))
    assert refusal(wrapped) == refusal(address) is not None
    public = str(IPv6Address((0x64FF9B << 96) | int(IPv4Address("8.8.8.8"))))
    assert refusal(public) is None
    assert refusal(public, from_name=False) == "NAT64"


@given(st.ip_addresses())
def test_nothing_is_let_through_that_the_standard_library_calls_private(address: IPv4Address | IPv6Address) -> None:
    """The list here is at least as strict as the one of Python."""
    if refusal(str(address)) is None and not str(address).startswith("64:ff9b:"):
        kinds = ("private", "loopback", "link_local", "multicast", "unspecified", "reserved")
        assert [kind for kind in kinds if getattr(address, f"is_{kind}")] == []
