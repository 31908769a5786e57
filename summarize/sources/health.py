"""How each source has fared: its last success, what it gave, for how many runs it has failed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from summarize.store import Store

# Runs in a row: one may be chance, a second the same night; a third is worth a look.
FAILING = 3


@dataclass(frozen=True, slots=True)
class Health:
    """What is known of a source. Times are aware; `newest` is when its newest item was published.

    `error` is why the last run failed, "" where it did not, `failures` how many did in a row.
    """

    tried: datetime
    success: datetime | None
    items: int = 0
    newest: datetime | None = None
    error: str = ""
    failures: int = 0

    def silent(self, now: datetime) -> int | None:
        """Days since its newest item; None where that is not known."""
        return None if self.newest is None else max((now - self.newest).days, 0)


@dataclass(frozen=True)
class Healths:
    """The healths of a store's sources. Every method raises StoreError as the store does."""

    store: Store

    def of(self, url: str) -> Health | None:
        """What is known of a source."""
        rows = self.store.read(
            "SELECT tried, success, items, newest, error, failures FROM sources WHERE url = ?", url
        )
        if not rows:
            return None
        tried, success, items, newest, error, failures = rows[0]
        return Health(
            datetime.fromtimestamp(tried, UTC), _moment(success), items, _moment(newest), error,
            failures,
        )  # fmt: skip

    def read(self, url: str, now: datetime, items: int, newest: datetime | None) -> None:
        """It was read, and had so many items."""
        self._keep(url, Health(now, now, items, newest))

    def failed(self, url: str, now: datetime, why: str) -> Health:
        """It was not read once more; what is known of it now."""
        known = self.of(url) or Health(now, None)
        found = replace(known, tried=now, error=why, failures=known.failures + 1)
        self._keep(url, found)
        return found

    def _keep(self, url: str, known: Health) -> None:
        self.store.write(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET"
            " tried = excluded.tried, success = excluded.success, items = excluded.items,"
            " newest = excluded.newest, error = excluded.error, failures = excluded.failures",
            *(url, known.tried.timestamp(), _seconds(known.success), known.items),
            *(_seconds(known.newest), known.error, known.failures),
            durable=False,
        )


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()
