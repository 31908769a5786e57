"""The items of feeds that were read before: one is fetched again only when its entry changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from summarize.read.finish import Finished
from summarize.reported import Skipped
from summarize.sources.kept_article import packed, unpacked
from summarize.store import Store


@dataclass(frozen=True, slots=True)
class Seen:
    """An item as it was read: the digest of its `entry` in the feed, and its article, or why none.

    `first` is when it was first in the feed, aware.
    """

    item: str
    entry: str
    read: Finished | Skipped
    first: datetime


@dataclass(frozen=True)
class SeenItems:
    """The items that a store keeps. Every method raises StoreError as the store does."""

    store: Store

    def of(self, feed: str, items: Sequence[str]) -> Mapping[str, Seen]:
        """Those of `items` of a feed that were read before."""
        rows = self.store.read(
            f"SELECT item, entry, read, first FROM feed_items WHERE feed = ? AND {_among(items)}",
            *(feed, *items),
        )
        return {one.item: one for one in _seen(rows)}

    def earlier(self, feed: str, items: Sequence[str], since: date) -> list[Seen]:
        """Those published since `since`, or undated and first seen since, that are not in `items`.

        A feed names the newest items only: what was in it this morning may not be there tonight.
        """
        start = datetime.combine(since, time(), UTC).timestamp()
        rows = self.store.read(
            "SELECT item, entry, read, first FROM feed_items WHERE feed = ?"
            " AND coalesce(published, first) >= ? ORDER BY published, item",
            *(feed, start),
        )
        return list(_seen(row for row in rows if row[0] not in items))

    def keep(self, feed: str, items: Iterable[Seen], now: datetime) -> None:
        """Keep items in place of earlier ones."""
        for one in items:
            self.store.write(
                "INSERT INTO feed_items VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (feed, item)"
                " DO UPDATE SET entry = excluded.entry, read = excluded.read,"
                " published = excluded.published, last = excluded.last",
                *(feed, one.item, one.entry, packed(one.read), _published(one.read)),
                *(one.first.timestamp(), now.timestamp()),
                durable=False,
            )

    def confirm(self, feed: str, items: Sequence[str], now: datetime) -> None:
        """They are in the feed still: `store prune` leaves them."""
        self.store.write(
            f"UPDATE feed_items SET last = ? WHERE feed = ? AND {_among(items)}",
            *(now.timestamp(), feed, *items),
            durable=False,
        )


def _among(items: Sequence[str]) -> str:
    return f"item IN ({', '.join('?' * len(items))})"


def _seen(rows: Iterable[tuple[str, str, bytes, float]]) -> Iterable[Seen]:
    for item, entry, read, first in rows:
        if (known := unpacked(read)) is not None:
            yield Seen(item, entry, known, datetime.fromtimestamp(first, UTC))


def _published(read: Finished | Skipped) -> float | None:
    if isinstance(read, Skipped) or read.article.published is None:
        return None
    day = read.article.published
    moment = day if isinstance(day, datetime) else datetime.combine(day, time(), UTC)
    return moment.timestamp()
