"""One request and its answer, to an address that was checked."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from summarize.errors import FetchError
from summarize.fetch.addresses import ALLOW, NOT_ALLOWED, kind_of
from summarize.fetch.decoding import OFFERED, Body, TooLarge, Undecodable
from summarize.fetch.proxies import Proxies
from summarize.fetch.resolving import Resolver
from summarize.fetch.settings import FetchSettings
from summarize.fetch.trying import BROKE

if TYPE_CHECKING:
    from yarl import URL

# Bodies beyond so many bytes are read by so few at a time: with the default cap no more than 60 MB
# are held of bodies that end nowhere, however many hosts send one at the same moment.
WIDE, WIDE_AT_ONCE = 1_000_000, 3
LITTLE = 16_384  # bytes of an error or a redirect: sooner read than a new connection is made
# Seconds for which an idle connection is kept: 200 hosts leave fewer than 800 sockets open.
KEPT_OPEN = 5.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. Names of `headers` are lower-case; there is a body for 2xx only."""

    status: int
    headers: Mapping[str, str]
    content_type: str
    charset: str | None
    cookies: Mapping[str, str]
    body: bytes = b""


class Wire:
    """Connections to servers, and to proxies. Made inside a running event loop."""

    def __init__(self, settings: FetchSettings, resolver: Resolver, proxies: Proxies) -> None:
        self._largest = settings.largest
        self._proxy_for = proxies
        self._wide = asyncio.Semaphore(WIDE_AT_ONCE)
        self._direct = _session(settings, _Checked(resolver, settings.allow_private))
        self._by_proxy = _session(settings, None)

    async def close(self) -> None:
        """Close all connections."""
        await self._direct.close()
        await self._by_proxy.close()

    async def ask(self, url: URL, headers: Mapping[str, str]) -> Answer:
        """One GET, no redirect followed. FetchError where there is no whole answer."""
        proxy = self._proxy_for(url)
        session = self._by_proxy if proxy else self._direct
        login = proxy.headers if proxy else {}
        if url.scheme == "http":  # the proxy reads the request itself; else it must not be in it
            headers = {**headers, **login}
        with _errors_at(url):
            async with session.get(
                url,
                headers=headers,
                allow_redirects=False,
                proxy=proxy.url if proxy else None,
                proxy_headers=login,
            ) as response:
                if 200 <= response.status < 300:
                    body = await self._body(response)
                else:
                    body = await _passed_over(response)
                return Answer(
                    response.status,
                    {name.lower(): value for name, value in response.headers.items()},
                    response.content_type.lower(),
                    response.charset and response.charset.lower(),
                    {name: morsel.coded_value for name, morsel in response.cookies.items()},
                    body,
                )

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        body = Body(response.headers.get("Content-Encoding", ""), self._largest)
        if (response.content_length or 0) > self._largest:
            raise TooLarge
        async with AsyncExitStack() as held:
            wide = False
            async for piece in response.content.iter_any():
                body.take(piece)
                if not wide and body.size > WIDE:
                    await held.enter_async_context(self._wide)
                    wide = True
            return body.whole()


async def _passed_over(response: aiohttp.ClientResponse) -> bytes:
    """No body, but the connection is good for another request where there was little to read."""
    if response.content_length is not None and response.content_length <= LITTLE:
        await response.read()
    return b""


class _NotAllowed(Exception):
    """A name stands for addresses that may not be asked."""


class _Checked(AbstractResolver):
    """Of a name's addresses those that may be asked. The connector connects to no other.

    A name that is looked up again is checked again: what it stood for before does not count.
    """

    def __init__(self, resolver: Resolver, allow_private: bool) -> None:
        self._resolver = resolver
        self._allow_private = allow_private

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a host that may be asked."""
        found = await self._resolver.addresses(host)
        kinds = {address: kind_of(ip_address(address)) for address in found}
        allowed = [one for one, kind in kinds.items() if self._allow_private or kind is None]
        if not allowed:
            raise _NotAllowed(", ".join(f"{one} is {kind}" for one, kind in kinds.items()))
        return [
            ResolveResult(hostname=host, host=one, port=port, family=family, proto=0, flags=0)
            for one in allowed
        ]

    async def close(self) -> None:
        """Nothing is held."""


def _session(settings: FetchSettings, resolver: AbstractResolver | None) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(resolver=resolver, limit=0, keepalive_timeout=KEPT_OPEN),
        headers={"User-Agent": settings.user_agent, "Accept-Encoding": OFFERED},
        timeout=aiohttp.ClientTimeout(),  # none: the one around the whole page counts
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        trust_env=False,
    )


@contextmanager
def _errors_at(url: URL) -> Iterator[None]:
    where = str(url)
    try:
        yield
    except _NotAllowed as error:
        raise FetchError(NOT_ALLOWED, where, detail=str(error), hint=ALLOW) from None
    except TooLarge:
        raise FetchError("too large", where, hint="this is no article") from None
    except Undecodable as error:
        raise FetchError("not decodable", where, detail=str(error), hint="tell the site") from None
    except (aiohttp.ClientError, OSError) as error:
        if isinstance(error, TimeoutError):  # the deadline's own
            raise
        raise _broken(error, where) from None


def _broken(error: Exception, where: str) -> FetchError:
    later = "try again later"
    if isinstance(error, aiohttp.ClientProxyConnectionError | aiohttp.ClientHttpProxyError):
        return FetchError("proxy", where, hint="is http_proxy right?", retryable=True)
    if isinstance(error, ssl.SSLError | ssl.CertificateError | aiohttp.ClientSSLError):
        why = getattr(error, "verify_message", "") or "no secure connection"
        return FetchError("tls", where, detail=why, hint="is its certificate in order?")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        again = error.errno == socket.EAI_AGAIN
        hint = later if again else "check the address"
        return FetchError("dns", where, detail="no such host", hint=hint, retryable=again)
    if isinstance(error, aiohttp.ClientConnectorError):
        detail = error.strerror and str(error.strerror).lower()
        return FetchError("no connection", where, detail=detail, hint=later, retryable=True)
    if isinstance(error, aiohttp.ClientResponseError):
        return FetchError("not decodable", where, detail="no HTTP", hint="check the address")
    if isinstance(error, aiohttp.InvalidURL):
        return FetchError("not http(s)", where, hint="check the address")
    return FetchError(BROKE, where, hint=later, retryable=True)
