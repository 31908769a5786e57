"""Which addresses may be asked: http(s), and hosts of the public internet.

A name is looked at here before it is looked up; what it is looked up to goes through `kind_of`
too, in `connect`, and nothing else is connected to.
"""

from __future__ import annotations

import re
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING

from summarize.errors import FetchError

if TYPE_CHECKING:
    from yarl import URL

NOT_ALLOWED = "address not allowed"
NOT_HTTP = "not http(s)"
ALLOW = "--allow-private allows it"
LONGEST = 2_000  # characters of an address, as in read.urls
LONGEST_HOST = 253  # characters, as DNS has it

# The special-purpose registries of IANA (RFC 6890 and later), what is in use of them. Python's own
# is_global differs between its patch versions, and lets 168.63.129.16, fec0::/10 and ::/96 through.
_KINDS = {
    "0.0.0.0/8": "this network",
    "10.0.0.0/8": "private",
    "100.64.0.0/10": "carrier-grade NAT",
    "127.0.0.0/8": "loopback",
    "168.63.129.16/32": "cloud metadata",  # Azure's, on a public number
    "169.254.0.0/16": "link-local",  # where most clouds keep their metadata
    "172.16.0.0/12": "private",
    "192.0.0.0/24": "reserved",
    "192.0.2.0/24": "documentation",
    "192.88.99.0/24": "6to4 relay",
    "192.168.0.0/16": "private",
    "198.18.0.0/15": "benchmarking",
    "198.51.100.0/24": "documentation",
    "203.0.113.0/24": "documentation",
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": "reserved",
    "::/128": "unspecified",
    "::1/128": "loopback",
    "64:ff9b:1::/48": "local NAT64",
    "2001::/23": "reserved",  # Teredo is in it
    "2001:db8::/32": "documentation",
    "3fff::/20": "documentation",
    "fc00::/7": "private",
    "fe80::/10": "link-local",
    "fec0::/10": "private",
    "ff00::/8": "multicast",
}
_PUBLIC_V6 = IPv6Network("2000::/3")  # all that is given out; the rest is special or unused
_NAT64 = IPv6Network("64:ff9b::/96")
_LOCAL_NAMES = ("localhost", "local", "localdomain", "internal", "home.arpa", "lan", "intranet")
_NAME = re.compile(r"(?!-)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
# A last label by which browsers read the whole host as an IPv4 address: 2130706433, 127.1, 0x7f.1.
_NUMERIC = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")

Network = IPv4Network | IPv6Network


def checked(address: str, *, allow_private: bool = False) -> URL:
    """The address as it is asked for, without its fragment.

    FetchError for one that is not http(s), has a user name in it, or whose host is not public.
    """
    from yarl import URL  # what aiohttp goes by: no two parsers that may differ

    if len(address) > LONGEST or re.search(r"[\s\\\x00-\x1f\x7f]", address.strip()):
        raise FetchError(NOT_HTTP, address, detail="this is no address", hint="check it")
    try:
        url = URL(address.strip()).with_fragment(None)
        host = url.raw_host
    except ValueError:
        raise FetchError(NOT_HTTP, address, detail="this is no address", hint="check it") from None
    if url.scheme not in {"http", "https"} or not host:
        raise FetchError(NOT_HTTP, address, hint="give an address that begins with https://")
    if url.raw_user is not None or url.raw_password is not None:
        raise FetchError(NOT_ALLOWED, str(url), detail="it holds a user name", hint="leave it out")
    why = _wrong(host) or (None if allow_private else _private(host))
    if why:
        hint = None if allow_private or _wrong(host) else ALLOW
        raise FetchError(NOT_ALLOWED, str(url), detail=why, hint=hint)
    return url.with_path("/", keep_query=True) if url.raw_path == "/" else url


def _wrong(host: str) -> str | None:
    """Why this is no host at all, private or not."""
    if ":" in host:
        return None if _parsed(host) else "its host is no IPv6 address"
    name = host.rstrip(".")
    if _parsed(host):
        return None
    if len(name) > LONGEST_HOST or not _NAME.fullmatch(name) or host.endswith(".."):
        return "its host is no name"
    return "its host is a number in disguise" if _NUMERIC.fullmatch(name) else None


def _private(host: str) -> str | None:
    """Why this host is none of the public internet, as far as its name tells."""
    address = _parsed(host)
    if address:
        kind = kind_of(address)
        return kind and f"{host} is {kind}"
    name = host.rstrip(".")
    local = any(name == one or name.endswith(f".{one}") for one in _LOCAL_NAMES)
    return f"{name} is a local name" if local else None


def kind_of(address: IPv4Address | IPv6Address) -> str | None:
    """What an address is that is none of the public internet; None where it is one."""
    within = _embedded(address) if isinstance(address, IPv6Address) else None
    if within is not None:
        kind = kind_of(within)
        return kind and f"{kind} ({within})"
    for network, kind in _networks():
        if network.version == address.version and address in network:
            return kind
    outside = isinstance(address, IPv6Address) and address not in _PUBLIC_V6
    return "reserved" if outside else None


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that is reached by way of an IPv6 one: mapped, 6to4 or NAT64."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _parsed(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.replace("%25", "%"))
    except ValueError:
        return None


@cache
def _networks() -> tuple[tuple[Network, str], ...]:
    return tuple(
        (IPv6Network(text) if ":" in text else IPv4Network(text), kind)
        for text, kind in _KINDS.items()
    )
