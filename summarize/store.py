"""What is kept from run to run: answers that were paid, what was spent, what works at a server.

Editions are kept here too, by `stored_editions`, and more by those who need it.

In one file of this machine (`store_sqlite`) or in a database of a server (`store_postgresql`); both
are shared by several processes at once. Each method is one statement, so that nothing half done is
seen by another process, and what a method has kept is on disk when it returns. Methods may be
called from any thread; a write waits for the disk, so an event loop calls them in a thread.
"""

from __future__ import annotations

import time
import zlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, Self

from summarize.errors import StoreError
from summarize.store_tables import KINDS, SCHEMA, upsert
from summarize.stored import Place, StoredAnswer, StoredKind, StoreInfo

__all__ = ["NO_STORE", "SCHEMA", "Place", "Store", "StoreInfo", "StoredAnswer", "StoredKind"]

NO_STORE = Path("none")  # as a person names it who wants nothing kept
PATIENCE = 30.0  # seconds to wait while another process writes, or a server is away
_TOUCHED = 86_400.0  # seconds: a use within a day of the last one noted is not worth a write
_NEWER = "SELECT 1 FROM answers WHERE key = ? AND created > ?"
_OLD_BATCHES = "SELECT id FROM batches WHERE seen < ?"


class Database(Protocol):
    """Where a store keeps things: SQL with `?` for values, understood by SQLite and PostgreSQL."""

    @property
    def where(self) -> str:
        """What a person calls it; never with a password."""
        ...

    def read(self, statement: str, *values: object) -> list[Any]:
        """The rows of a statement that changes nothing."""
        ...

    def write(self, statement: str, *values: object, durable: bool = True) -> int:
        """How many rows it changed. What is not `durable` a power cut may lose, a kill may not."""
        ...

    def together(self) -> Any:
        """A context: what one thread writes inside is kept whole, else not at all."""
        ...

    def size(self) -> int:
        """Bytes on disk."""
        ...

    def compact(self) -> None:
        """Give back the room of what was removed."""
        ...

    def close(self) -> None:
        """Close it; it cannot be used any more."""
        ...


class Store:
    """A store that is open. Every method raises StoreError where it cannot do what it says."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.read = database.read
        self.write = database.write
        self.together = database.together
        self.close = database.close

    @staticmethod
    def default_path() -> Path:
        """The store in the user's data folder."""
        from platformdirs import user_data_path

        return user_data_path("summarize") / "store.db"

    @staticmethod
    def exists(place: Place) -> bool:
        """Whether there is a store at `place`; of a server that is found out when it is opened.

        So it is of a place that cannot be looked at.
        """
        try:
            return isinstance(place, str) or place.exists()
        except OSError:
            return True

    @property
    def where(self) -> str:
        """What a person calls it; never with a password."""
        return self._database.where

    @classmethod
    def open(cls, place: Place, *, patience: float = PATIENCE) -> Store:
        """The store at `place`, made where there is none.

        `patience` is how many seconds a method waits for another process, or for the server.
        """
        if isinstance(place, str):
            from summarize.store_postgresql import PostgreSQL

            return cls(PostgreSQL.open(place, patience=patience))
        from summarize.store_sqlite import SQLite

        return cls(SQLite.open(place, patience=patience))

    @classmethod
    def open_existing(cls, place: Place) -> Store | None:
        """The store at `place`; None where there is none yet, and none is made then.

        StoreError also where none could be made.
        """
        if isinstance(place, str):
            return cls.open(place)
        from summarize.store_sqlite import require_place

        path = place.absolute()
        try:
            if path.exists():
                return cls.open(path)
        except OSError as error:
            raise StoreError(f"cannot use the store {path}: {error.strerror or error}") from None
        require_place(path)
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def answer(self, key: str) -> StoredAnswer | None:
        """The answer kept under `key`. That it was used now is noted, for `prune`."""
        rows = self.read(
            "SELECT template, model, endpoint, request, reply, input, cached, output, cost_usd,"
            " created, used FROM answers WHERE key = ?",
            key,
        )
        if not rows:
            return None
        *values, used = rows[0]
        now = time.time()
        if used < now - _TOUCHED:
            self.write("UPDATE answers SET used = ? WHERE key = ?", now, key, durable=False)
        return StoredAnswer(*values)

    def asked(self, key: str) -> str | None:
        """What was asked for the answer kept under `key`; None where that was not kept."""
        rows = self.read("SELECT asked FROM answers WHERE key = ? AND asked IS NOT NULL", key)
        try:
            return zlib.decompress(rows[0][0]).decode("utf-8", "surrogatepass") if rows else None
        except (zlib.error, UnicodeDecodeError) as error:
            raise StoreError(f"cannot use the store {self._database.where}: {error}") from None

    def keep(self, key: str, answer: StoredAnswer, asked: str | None = None) -> None:
        """Keep an answer in place of an earlier one; it outlasts a crash from here on.

        `asked` is what was asked, any text: it is kept compressed.
        """
        self.write(
            upsert("answers"),
            key,
            *(answer.template, answer.model, answer.endpoint, answer.request, answer.reply),
            *(answer.input, answer.cached, answer.output, answer.cost_usd),
            *(answer.created, answer.created),
            None if asked is None else zlib.compress(asked.encode("utf-8", "surrogatepass")),
        )

    def lease(self, key: str, owner: str, seconds: float, *, after: float = 0.0) -> bool:
        """Whether `owner` is the one who answers `key` for so many seconds from now.

        Not while another owner's lease lasts, nor where there is an answer created after `after`.
        """
        now = time.time()
        done = self.write(
            "INSERT INTO leases"
            " SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS DOUBLE PRECISION)"
            f" WHERE NOT EXISTS ({_NEWER})"
            " ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, expires = excluded.expires"
            " WHERE leases.owner = excluded.owner OR leases.expires <= ?",
            *(key, owner, now + seconds, key, after, now),
            durable=False,
        )
        if done != 1:
            return False
        if self.read(_NEWER, key, after):  # kept by another while a server looked for it
            self.release(key, owner)
            return False
        return True

    def renew(self, owner: str, seconds: float) -> None:
        """All leases of `owner` last for so many seconds from now."""
        until = time.time() + seconds
        self.write("UPDATE leases SET expires = ? WHERE owner = ?", until, owner, durable=False)

    def release(self, key: str, owner: str) -> None:
        """End the lease, if it is still the owner's."""
        self.write("DELETE FROM leases WHERE key = ? AND owner = ?", key, owner, durable=False)

    def remembered(self, endpoint: str, model: str, name: str) -> str | None:
        """What was last remembered about a model at a server."""
        query = "SELECT value FROM memory WHERE endpoint = ? AND model = ? AND name = ?"
        rows = self.read(query, endpoint, model, name)
        return str(rows[0][0]) if rows else None

    def remember(self, endpoint: str, model: str, name: str, value: str) -> None:
        """Remember `value` under `name` for a model at a server, in place of an earlier one."""
        values = (endpoint, model, name, value)
        self.write(upsert("memory"), *values, durable=False)

    def spent(self, since: date) -> float:
        """USD spent on `since` and after it."""
        query = "SELECT coalesce(sum(usd), 0) FROM spending WHERE day >= ?"
        return float(self.read(query, since.isoformat())[0][0])

    def spend(self, day: date, usd: float) -> None:
        """Add to what was spent on a day."""
        self.write(
            "INSERT INTO spending VALUES (?, ?) ON CONFLICT (day) DO UPDATE"
            " SET usd = spending.usd + excluded.usd",
            *(day.isoformat(), usd),
        )

    def info(self) -> StoreInfo:
        """What the store holds."""
        kinds = tuple(StoredKind(*kind) for kind in self.read(KINDS))
        ((oldest, newest),) = self.read("SELECT min(created), max(created) FROM answers")
        ((editions,),) = self.read("SELECT count(*) FROM editions")
        size = self._database.size()
        return StoreInfo(self.where, size, kinds, _moment(oldest), _moment(newest), editions)

    def prune(self, older_than: timedelta) -> int:
        """Remove the answers that were not used for so long, pages and items; how many answers."""
        before = time.time() - older_than.total_seconds()
        self.write("DELETE FROM pages WHERE confirmed < ?", before)
        self.write("DELETE FROM feed_items WHERE last < ?", before)
        self.write(f"DELETE FROM batch_lines WHERE batch IN ({_OLD_BATCHES})", before)
        self.write(f"DELETE FROM batches WHERE id IN ({_OLD_BATCHES})", before)
        removed = self.write("DELETE FROM answers WHERE used < ?", before)
        self._database.compact()
        return removed

    def clear(self) -> int:
        """Remove all answers, pages, items and what was learned of servers; how many answers.

        What was spent stays: a budget for a month must not be had twice.
        """
        removed = self.write("DELETE FROM answers")
        self.write("DELETE FROM memory")
        for table in ("pages", "feed_items", "sources", "batch_lines", "batches"):
            self.write(f"DELETE FROM {table}")
        self._database.compact()
        return removed


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
