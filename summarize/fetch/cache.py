"""The pages that a store keeps, so that they are not sent twice. A page is kept when it has come.

`PageCache` waits for the disk; `Keeping` is how an event loop uses it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from summarize.errors import StoreError
from summarize.one_thread import OneThread
from summarize.store import Store
from summarize.store_tables import upsert

LEVEL = 1  # of zlib, as for editions: pages are written more often than read


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """What an address gave. `moved` is where it said it has moved for good; it has no body then.

    `retrieved` is when the body came, `confirmed` when the server last said that it holds.
    """

    status: int
    retrieved: datetime
    confirmed: datetime
    content_type: str = ""
    charset: str | None = None
    body: bytes = b""
    etag: str | None = None
    last_modified: str | None = None
    moved: str | None = None


class PageCache:
    """The pages of a store. Every method raises StoreError as the store does."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, url: str) -> KeptPage | None:
        """What is kept of an address."""
        rows = self._store.read(
            "SELECT status, content_type, charset, body, etag, last_modified, moved, retrieved,"
            " confirmed FROM pages WHERE url = ?",
            url,
        )
        if not rows:
            return None
        status, content_type, charset, body, *told, retrieved, confirmed = rows[0]
        try:
            plain = zlib.decompress(body)
        except zlib.error:
            raise StoreError(
                f"the kept page {url} cannot be read", hint="run `summarize store clear`"
            ) from None
        came, held = (datetime.fromtimestamp(one, UTC) for one in (retrieved, confirmed))
        return KeptPage(status, came, held, content_type, charset, plain, *told)

    def keep(self, url: str, page: KeptPage) -> None:
        """Keep it in place of an earlier one. A kill from here on does not lose it."""
        self._store.write(
            upsert("pages"),
            *(url, page.status, page.content_type, page.charset, zlib.compress(page.body, LEVEL)),
            *(page.etag, page.last_modified, page.moved),
            *(page.retrieved.timestamp(), page.confirmed.timestamp()),
            durable=False,
        )

    def confirm(self, url: str, now: datetime) -> None:
        """The server said that it holds."""
        self._store.write(
            "UPDATE pages SET confirmed = ? WHERE url = ?", now.timestamp(), url, durable=False
        )

    def forget(self, urls: Iterable[str]) -> None:
        """They are kept no longer."""
        for url in urls:
            self._store.write("DELETE FROM pages WHERE url = ?", url, durable=False)


class Keeping:
    """A PageCache from an event loop; or none. A store that fails is used no longer: see `error`.

    A page that was fetched is worth more than a page that is kept.
    """

    def __init__(self, cache: PageCache | None) -> None:
        self._cache = cache
        # One thread: a store takes one call at a time, and more only fight over it.
        self._thread = OneThread()
        self.error: StoreError | None = None

    async def page(self, url: str) -> KeptPage | None:
        """What is kept of an address."""
        return await self._use(lambda cache: cache.page(url))

    async def keep(self, url: str, page: KeptPage) -> None:
        """Keep it in place of an earlier one."""
        await self._use(lambda cache: cache.keep(url, page))

    async def confirm(self, url: str, now: datetime) -> None:
        """The server said that it holds."""
        await self._use(lambda cache: cache.confirm(url, now))

    async def forget(self, urls: Iterable[str]) -> None:
        """They are kept no longer."""
        await self._use(lambda cache: cache.forget(urls))

    def close(self) -> None:
        """Wait for what is being kept."""
        self._thread.close()

    async def _use(self, method: Callable[[PageCache], T]) -> T | None:
        if self._cache is None or self.error is not None:
            return None
        try:
            return await self._thread.run(method, self._cache)
        except StoreError as error:
            self.error = error
            return None
