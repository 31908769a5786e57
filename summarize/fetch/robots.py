"""robots.txt, as RFC 9309 has it, with Crawl-delay.

Asked for once for each origin and run, by the same way as pages. 4xx: all is allowed. Not to be had
(5xx, 429, no connection, no end): nothing is, unless an older one is kept. One that was confirmed
within a day is not asked for again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from summarize.errors import FetchError
from summarize.fetch.cache import Keeping, KeptPage
from summarize.fetch.page import Page
from summarize.fetch.trying import Allowance

if TYPE_CHECKING:
    from protego import Protego
    from yarl import URL

FRESH = timedelta(hours=24)  # RFC 9309, 2.4
LONGEST = 512 * 1024  # bytes that are read of it: RFC 9309 asks for 500 KiB at least
HINT = "--ignore-robots reads it all the same"
# What is wrong with the whole host, and not with its robots.txt.
_OF_THE_HOST = frozenset(
    {
        *("dns", "tls", "proxy", "no connection", "connection broke", "deadline"),
        *("address not allowed", "come later"),
    }
)

Fetch = Callable[["URL", Allowance], Awaitable[Page]]


@dataclass(frozen=True)
class _Rules:
    """What an origin allows; or why that is not known. `seconds` it took, waiting left out."""

    parser: Protego | None
    error: FetchError | None
    seconds: float


class Robots:
    """The robots.txt of all origins. `robot` is our name in them, `deadline` seconds for one."""

    def __init__(
        self,
        fetch: Fetch,
        kept: Keeping,
        robot: str,
        deadline: float,
        now: Callable[[], datetime],
    ) -> None:
        self._fetch = fetch
        self._kept = kept
        self._robot = robot
        self._deadline = deadline
        self._now = now
        self._asked: dict[URL, asyncio.Task[_Rules]] = {}

    async def check(self, url: URL, allowance: Allowance) -> float | None:
        """The Crawl-delay in seconds, where there is one. FetchError where `url` is not allowed."""
        origin = url.origin()
        asked = self._asked.get(origin)
        if asked is None:
            asked = self._asked[origin] = asyncio.create_task(self._read(origin))
        waited = not asked.done()
        rules = await asyncio.shield(asked)  # others wait for it too
        if waited:
            allowance.spend(rules.seconds)
        if rules.error is not None:
            raise _as_of(rules.error, str(url))
        if rules.parser is None:
            return None
        if not rules.parser.can_fetch(str(url), self._robot):
            detail = "the site does not want programs here"
            raise FetchError("robots", str(url), detail=detail, hint=HINT)
        return rules.parser.crawl_delay(self._robot)

    async def close(self) -> None:
        """Ask for no more."""
        for task in self._asked.values():
            task.cancel()
        await asyncio.gather(*self._asked.values(), return_exceptions=True)

    async def _read(self, origin: URL) -> _Rules:
        allowance = Allowance(self._deadline)
        try:
            body = await self._body(origin.with_path("/robots.txt"), allowance)
            parser = await asyncio.to_thread(_parsed, body[:LONGEST]) if body else None
            error = None
        except FetchError as failed:
            parser, error = None, failed
        return _Rules(parser, error, self._deadline - allowance.left)

    async def _body(self, url: URL, allowance: Allowance) -> bytes:
        kept = await self._kept.page(str(url))
        if kept is not None and not kept.moved and self._now() - kept.confirmed < FRESH:
            return kept.body
        try:
            page = await self._fetch(url, allowance)
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500 and error.status != 429:
                await self._keep(url, error.status, b"")
                return b""
            if kept is None or kept.moved:
                raise
            return kept.body
        if page.url != str(url):
            await self._keep(url, page.status, page.body[:LONGEST])
        return page.body

    async def _keep(self, url: URL, status: int, body: bytes) -> None:
        now = self._now()
        await self._kept.keep(str(url), KeptPage(status, now, now, body=body))


def _parsed(body: bytes) -> Protego:
    from protego import Protego

    return Protego.parse(body.decode("utf-8-sig", "replace"))


def _as_of(error: FetchError, where: str) -> FetchError:
    """The error of a robots.txt as one of a page."""
    if error.reason in _OF_THE_HOST:
        reason, detail, hint = error.reason, error.detail, error.hint
    else:
        reason, detail, hint = "robots", f"robots.txt cannot be read: {error.reason}", HINT
    return FetchError(reason, where, detail=detail, hint=hint, retryable=error.retryable)
