"""Fetching a page: the line that the head of this folder tells."""

from __future__ import annotations

import asyncio
import math
import os
import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from summarize.errors import FetchError, StoreError
from summarize.fetch.addresses import checked
from summarize.fetch.answers import failed, host_of, kept_of, page_of, settled, target
from summarize.fetch.cache import Keeping, KeptPage, PageCache
from summarize.fetch.pacing import ComeLater, Pacing
from summarize.fetch.page import Page
from summarize.fetch.proxies import Proxies
from summarize.fetch.resolving import Resolver, SystemResolver
from summarize.fetch.robots import Robots
from summarize.fetch.settings import FetchSettings
from summarize.fetch.trying import BROKE, PASSING, PAUSES, Allowance, retry_after
from summarize.fetch.visit import Visit

if TYPE_CHECKING:
    from yarl import URL

    from summarize.fetch.connect import Answer, Wire

MOST_REDIRECTS = 10


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Fetcher:
    """Gets pages, many at once: `async with Fetcher(FetchSettings()) as fetcher`.

    `kept` is where pages are kept; `now` says the time (aware), `environ` names the proxies.
    """

    def __init__(
        self,
        settings: FetchSettings,
        kept: PageCache | None = None,
        *,
        now: Callable[[], datetime] = _utc_now,
        resolver: Resolver | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._settings = settings
        self._kept = Keeping(kept)
        self._now = now
        self._resolver = resolver or SystemResolver()
        self._proxies = Proxies(environ)
        self._pacing = Pacing(settings.at_once, settings.per_host, settings.delay)
        self._robots = Robots(
            self._robots_txt, self._kept, settings.robot, settings.deadline, self._now
        )
        self._wire: Wire  # opened with the event loop

    async def __aenter__(self) -> Self:
        from summarize.fetch.connect import Wire  # aiohttp: 0.2 s

        self._wire = Wire(self._settings, self._resolver, self._proxies)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._robots.close()
        await self._wire.close()
        self._kept.close()

    @property
    def store_error(self) -> StoreError | None:
        """Why pages are kept no longer, if so; fetching goes on."""
        return self._kept.error

    async def get(self, url: str, *, accept: str = "page") -> Page:
        """The page at `url`. `accept` is "page" or "feed": what is asked for first.

        FetchError where it may not be asked for, or did not come whole within the deadline.
        """
        visit = Visit(url, accept, Allowance(self._settings.deadline))
        try:
            return await self._follow(self._checked(url), visit)
        except FetchError:
            if not visit.shortcuts:
                raise
        # Where a page once moved to for good may be gone: it is asked where it is now.
        await self._kept.forget(visit.shortcuts)
        return await self._follow(self._checked(url), visit)

    async def _robots_txt(self, url: URL, allowance: Allowance) -> Page:
        return await self._follow(url, Visit(str(url), "robots", allowance))

    def _checked(self, url: str) -> URL:
        return checked(url, allow_private=self._settings.allow_private)

    async def _follow(self, url: URL, visit: Visit) -> Page:
        for _ in range(MOST_REDIRECTS + 1):
            kept = await self._kept.page(str(url))
            if kept is not None and settled(kept, self._now()):
                visit.shortcuts.append(str(url))
                url = self._checked(str(kept.moved))
                continue
            if visit.asks_robots and not self._settings.ignore_robots:
                pause = await self._robots.check(url, visit.allowance)
                self._pacing.ask_pause(host_of(url), pause)
            answer = await self._answer(url, visit, kept)
            where = target(url, answer)
            if where is None:
                return await self._page(url, answer, kept, visit)
            moved = self._checked(where)
            if answer.status in {301, 308}:
                await self._kept.keep(str(url), kept_of(answer, self._now(), moved=str(moved)))
            visit.take_cookies(url, answer.cookies)
            url = moved
        hint = "this is no article"
        raise FetchError("too many redirects", visit.asked, detail=f"{MOST_REDIRECTS}", hint=hint)

    async def _answer(self, url: URL, visit: Visit, kept: KeptPage | None) -> Answer:
        """What the server says in the end: what passes is asked again while there is time."""
        pauses = iter(PAUSES)
        while True:
            found = await self._once(url, visit, kept)
            if not isinstance(found, FetchError) and found.status not in PASSING:
                return found
            asked = self._asks_to_wait(url, found)
            wait = max(asked, next(pauses, math.inf) * random.uniform(1.0, 1.5))
            if wait < visit.allowance.left:
                visit.allowance.spend(wait)
                await asyncio.sleep(wait)
            elif isinstance(found, FetchError):
                raise found
            else:
                return found

    def _asks_to_wait(self, url: URL, found: Answer | FetchError) -> float:
        """Seconds of a Retry-After, which holds for all pages of the host."""
        said = None if isinstance(found, FetchError) else found.headers.get("retry-after")
        seconds = retry_after(said, self._now()) or 0.0
        self._pacing.hold(host_of(url), seconds)
        return seconds

    async def _once(self, url: URL, visit: Visit, kept: KeptPage | None) -> Answer | FetchError:
        """An answer, or how the connection broke. Other errors are raised."""
        turn = self._pacing.turn(host_of(url), visit.allowance.left)
        try:
            async with turn, visit.allowance.spending():
                return await self._wire.ask(url, visit.headers(url, kept))
        except ComeLater as later:
            detail = f"the site asks to wait {later.seconds:,.0f} seconds"
            raise _passing("come later", url, detail, "it is read in a later run") from None
        except TimeoutError:
            detail = f"no whole answer within {self._settings.deadline:g} seconds"
            raise _passing("deadline", url, detail, "try again later") from None
        except FetchError as error:
            if error.reason != BROKE:
                raise
            return error

    async def _page(self, url: URL, answer: Answer, kept: KeptPage | None, visit: Visit) -> Page:
        now = self._now()
        if answer.status == 304 and kept is not None and kept.moved is None:
            await self._kept.confirm(str(url), now)
            return page_of(kept, visit.asked, str(url), unchanged=True)
        if not 200 <= answer.status < 300:
            raise failed(answer.status, str(url))
        came = kept_of(answer, now)
        same = kept is not None and kept.moved is None and kept.body == came.body
        retrieved = kept.retrieved if kept is not None and same else now
        found = kept_of(answer, retrieved, confirmed=now)
        await self._kept.keep(str(url), found)
        return page_of(found, visit.asked, str(url), unchanged=same)


def _passing(reason: str, url: URL, detail: str, hint: str) -> FetchError:
    return FetchError(reason, str(url), detail=detail, hint=hint, retryable=True)
