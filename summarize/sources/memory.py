"""What is remembered of sources from run to run, or nothing. A store that fails is used no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from summarize.aside import aside
from summarize.errors import StoreError
from summarize.sources.health import Health, Healths
from summarize.sources.seen import Seen, SeenItems
from summarize.store import Store

T = TypeVar("T")
_NOTHING: Mapping[str, Seen] = {}


@dataclass
class Memory:
    """The items and healths of a `store`; without one nothing is known and nothing is kept.

    `now` is when things are kept. `error` says why nothing is any more.
    """

    store: Store | None
    now: datetime
    error: StoreError | None = None

    async def seen(self, feed: str, items: Sequence[str]) -> Mapping[str, Seen]:
        """Those of `items` of a feed that were read before."""
        return await aside(self._use, lambda s: SeenItems(s).of(feed, items), _NOTHING)

    async def keep(self, feed: str, read: Iterable[Seen], items: Sequence[str]) -> None:
        """Keep what was `read`, and that all `items` are in the feed."""

        def kept(store: Store) -> None:
            SeenItems(store).keep(feed, read, self.now)
            SeenItems(store).confirm(feed, items, self.now)

        await aside(self._use, kept, None)

    def earlier(self, feed: str, items: Sequence[str], since: date) -> list[Seen]:
        """Those that were in a feed and are not any more, of `since` or later."""
        return self._use(lambda s: SeenItems(s).earlier(feed, items, since), [])

    def health(self, url: str) -> Health | None:
        """What is known of a source."""
        return self._use(lambda s: Healths(s).of(url), None)

    def was_read(self, url: str, items: int, newest: datetime | None) -> None:
        """A source was read now."""
        self._use(lambda s: Healths(s).read(url, self.now, items, newest), None)

    def has_failed(self, url: str, why: str) -> int:
        """A source was not read; how many runs in a row it has not been."""
        health = self._use(lambda s: Healths(s).failed(url, self.now, why), None)
        return health.failures if health else 1

    def _use(self, method: Callable[[Store], T], otherwise: T) -> T:
        if self.store is None or self.error is not None:
            return otherwise
        try:
            return method(self.store)
        except StoreError as error:
            self.error = error
            return otherwise
