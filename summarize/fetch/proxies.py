"""Proxies, as the environment names them: http_proxy, https_proxy and no_proxy.

Behind a proxy it is the proxy that looks names up and connects. The address itself and local names
are refused as ever, but not a name that stands for a private address: whoever runs the proxy must
refuse those. The proxy's own address is not checked; a person named it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarize.errors import UsageError

if TYPE_CHECKING:
    from yarl import URL


@dataclass(frozen=True)
class Proxy:
    """Where a proxy listens, and what it wants to be told of us."""

    url: URL
    headers: Mapping[str, str] = field(default_factory=dict)


class Proxies:
    """The proxies of an environment. UsageError for one that is no http(s) address."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        # The names in capitals are what programs understand too, but HTTP_PROXY: in a CGI script
        # it is a header of the request.
        https = environ.get("https_proxy") or environ.get("HTTPS_PROXY")
        named = {"http": environ.get("http_proxy"), "https": https}
        self._proxies = {scheme: _proxy(where, scheme) for scheme, where in named.items() if where}
        none_for = environ.get("no_proxy") or environ.get("NO_PROXY") or ""
        self._none_for = [one.strip().lstrip(".").lower() for one in none_for.split(",")]

    def __call__(self, url: URL) -> Proxy | None:
        """The proxy for an address, if there is one."""
        host = (url.raw_host or "").rstrip(".")
        for name in filter(None, self._none_for):
            if name == "*" or f".{host}".endswith(f".{name}") or f"{host}:{url.port}" == name:
                return None
        return self._proxies.get(url.scheme)


def _proxy(where: str, scheme: str) -> Proxy:
    from aiohttp import encode_basic_auth
    from yarl import URL

    hint = f"give {scheme}_proxy as http://HOST:PORT"
    wrong = UsageError(f"{scheme}_proxy of the environment is no http(s) address", hint=hint)
    try:
        url = URL(where if "://" in where else f"http://{where}")
    except ValueError:
        raise wrong from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise wrong
    headers = {}
    if url.user is not None:
        headers["Proxy-Authorization"] = encode_basic_auth(url.user, url.password or "")
    return Proxy(url.with_user(None), headers)
