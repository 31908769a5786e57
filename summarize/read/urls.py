"""Addresses: which are of the web, which name the same page, and whose they are."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

# Parameters that say how a reader came to the page, never which page it is.
TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|cmpid|ocid|smid|ref|ref_src"
    r"|ncid|ns_\w+|at_\w+|amp|outputtype)",
    re.IGNORECASE,
)
LONGEST = 2_000  # characters; browsers and servers take no longer ones
_VARIANT = re.compile(r"^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):(?=\S)")  # one letter is a drive of Windows
# `/amp/news/dam`, `/news/dam/amp`, `/news/dam.amp.html`
_AMP = re.compile(r"^/amp(?=/)|/amp$|\.amp(?=(?:\.html?)?$)", re.IGNORECASE)
_DEFAULT_PORTS = {80, 443}


def web_address(text: str) -> str | None:
    """`text` where it is an http(s) address with a host, and no longer than one is, else None."""
    address = text.strip()
    return address if len(address) <= LONGEST and _split(address) else None


def other_scheme(source: str) -> str | None:
    """The scheme of a SOURCE ("demo" of "demo:…") where it has one and is not of the web."""
    match = _SCHEME.match(source)
    return match[1] if match and match[1] not in {"http", "https"} else None


def canonical(address: str) -> str:
    """One spelling for all addresses of a page: the key of an article, not a link to follow."""
    parts = _split(address)
    if parts is None:
        return address
    kept = [pair for pair in parts.query.split("&") if pair and not _tracks(pair)]
    port = f":{parts.port}" if parts.port and parts.port not in _DEFAULT_PORTS else ""
    path = _without_amp(parts.path)
    return urlunsplit(("https", _host(parts) + port, path or "/", "&".join(kept), ""))


def _without_amp(path: str) -> str:
    while (shorter := _AMP.sub("", path.rstrip("/"))) != path:
        path = shorter
    return path


def domain(address: str) -> str | None:
    """The host without `www.` and the like, in lower case."""
    parts = _split(address)
    return _host(parts) if parts else None


def _tracks(pair: str) -> bool:
    return TRACKING.fullmatch(pair.split("=", 1)[0]) is not None


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    return _VARIANT.sub("", host)


def _split(address: str) -> SplitResult | None:
    if re.search(r"[\s<>\"\\\x00-\x1f]", address):
        return None
    try:
        parts = urlsplit(address)
        named = parts.hostname and (parts.port is None or parts.port >= 0)
    except ValueError:
        return None
    return parts if named and parts.scheme in {"http", "https"} else None
