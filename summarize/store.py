"""What is kept from run to run: answers that were paid, what was spent, what works at a server.

Editions are kept here too, by `stored_editions`.

One file, shared by several processes at once. Each method is one statement, so that nothing half
done is seen by another process, and what a method has kept is on disk when it returns. Methods may
be called from any thread; a write waits for the disk, so an event loop calls them in a thread.
"""

from __future__ import annotations

import errno
import os
import sqlite3  # noqa: TID251
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from summarize.errors import StoreError
from summarize.store_tables import KINDS, SCHEMA, SINCE, TABLES
from summarize.stored import StoredAnswer, StoredKind, StoreInfo

__all__ = ["NO_STORE", "SCHEMA", "Store", "StoreInfo", "StoredAnswer", "StoredKind"]

NO_STORE = Path("none")  # as a person names it who wants nothing kept
PATIENCE = 30.0  # seconds to wait while another process writes
_OURS = 0x53554D4D  # "SUMM" in the head of the file: no other program's database is touched
_TOUCHED = 86_400.0  # seconds: a use within a day of the last one noted is not worth a write
_OLD_BATCHES = "SELECT id FROM batches WHERE seen < ?"
_OTHER = "name another file with --store"


class Store:
    """A store that is open. Every method raises StoreError where it cannot do what it says."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = threading.Lock()

    @staticmethod
    def default_path() -> Path:
        """The store in the user's data folder."""
        from platformdirs import user_data_path

        return user_data_path("summarize") / "store.db"

    @classmethod
    def open(cls, path: Path, *, patience: float = PATIENCE) -> Store:
        """The store at `path`, made where there is none; its folders too.

        `patience` is how many seconds a method waits for another process.
        """
        path = path.absolute()  # which is never one of SQLite's own names, such as :memory:
        with _errors_of(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                path, timeout=patience, isolation_level=None, check_same_thread=False
            )
            store = cls(connection, path)
            try:
                _prepare(connection, path, patience)
            except BaseException:
                store.close()
                raise
        return store

    @classmethod
    def open_existing(cls, path: Path) -> Store | None:
        """The store at `path`; None where there is none yet, and none is made then.

        StoreError also where none could be made.
        """
        path = path.absolute()
        with _errors_of(path):
            if path.exists():
                return cls.open(path)
            folder = next(one for one in path.parents if one.exists())
            if not folder.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
            if not os.access(folder, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return None

    def close(self) -> None:
        """Close it; it cannot be used any more."""
        with self._lock:
            self._connection.close()

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
        with _errors_of(self._path):
            return zlib.decompress(rows[0][0]).decode("utf-8", "surrogatepass") if rows else None

    def keep(self, key: str, answer: StoredAnswer, asked: str | None = None) -> None:
        """Keep an answer in place of an earlier one; it outlasts a crash from here on.

        `asked` is what was asked, any text: it is kept compressed.
        """
        self.write(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            "INSERT INTO leases SELECT ?1, ?2, ?3"
            " WHERE NOT EXISTS (SELECT 1 FROM answers WHERE key = ?1 AND created > ?4)"
            " ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, expires = excluded.expires"
            " WHERE leases.owner = excluded.owner OR leases.expires <= ?5",
            *(key, owner, now + seconds, after, now),
            durable=False,
        )
        return done == 1

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
        self.write("INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?)", *values, durable=False)

    def spent(self, since: date) -> float:
        """USD spent on `since` and after it."""
        query = "SELECT total(usd) FROM spending WHERE day >= ?"
        return float(self.read(query, since.isoformat())[0][0])

    def spend(self, day: date, usd: float) -> None:
        """Add to what was spent on a day."""
        self.write(
            "INSERT INTO spending VALUES (?, ?) ON CONFLICT (day) DO UPDATE"
            " SET usd = usd + excluded.usd",
            *(day.isoformat(), usd),
        )

    def info(self) -> StoreInfo:
        """What the store holds."""
        kinds = tuple(StoredKind(*kind) for kind in self.read(KINDS))
        ((oldest, newest),) = self.read("SELECT min(created), max(created) FROM answers")
        ((pages,),), ((each,),) = map(self.read, ("PRAGMA page_count", "PRAGMA page_size"))
        size = pages * each
        ((editions,),) = self.read("SELECT count(*) FROM editions")
        return StoreInfo(str(self._path), size, kinds, _moment(oldest), _moment(newest), editions)

    def prune(self, older_than: timedelta) -> int:
        """Remove the answers that were not used for so long, pages and items; how many answers."""
        before = time.time() - older_than.total_seconds()
        self.write("DELETE FROM pages WHERE confirmed < ?", before)
        self.write("DELETE FROM feed_items WHERE last < ?", before)
        self.write(f"DELETE FROM batch_lines WHERE batch IN ({_OLD_BATCHES})", before)
        self.write(f"DELETE FROM batches WHERE id IN ({_OLD_BATCHES})", before)
        removed = self.write("DELETE FROM answers WHERE used < ?", before)
        self._checkpoint()
        return removed

    def clear(self) -> int:
        """Remove all answers, pages, items and what was learned of servers; how many answers.

        What was spent stays: a budget for a month must not be had twice.
        """
        removed = self.write("DELETE FROM answers")
        self.write("DELETE FROM memory")
        for table in ("pages", "feed_items", "sources", "batch_lines", "batches"):
            self.write(f"DELETE FROM {table}")
        self._checkpoint()
        return removed

    def _checkpoint(self) -> None:
        """Move what the journal holds into the file, so that the file shrinks now."""
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def read(self, statement: str, *values: object) -> list[Any]:
        """The rows of a statement that changes nothing."""
        with self._lock, _errors_of(self._path):
            return self._connection.execute(statement, values).fetchall()

    def write(self, statement: str, *values: object, durable: bool = True) -> int:
        """How many rows it changed. What is not `durable` a power cut may lose, a kill may not."""
        with self._lock, _errors_of(self._path):
            if not self._connection.in_transaction:
                self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            return self._connection.execute(statement, values).rowcount

    @contextmanager
    def together(self) -> Iterator[None]:
        """What one thread writes inside is kept whole when it ends well, else not at all.

        Other processes wait with their writing meanwhile, and read what was there before.
        """
        self.read("PRAGMA synchronous = FULL")
        self.read("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:  # a full disk has ended it
                self.read("ROLLBACK")
            raise
        self.read("COMMIT")


def _prepare(connection: sqlite3.Connection, path: Path, patience: float) -> None:
    """Make the tables and the journal. Several processes may be at it with the same new file."""
    deadline = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA auto_vacuum = FULL")  # so that prune frees the disk
            _make_tables(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # Changing the journal does not wait its turn as a write does.
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _make_tables(connection: sqlite3.Connection, path: Path) -> None:
    with connection:
        connection.execute("BEGIN IMMEDIATE")  # which also fails where nothing can be written
        ((ours,),) = connection.execute("PRAGMA application_id")
        ((version,),) = connection.execute("PRAGMA user_version")
        ((tables,),) = connection.execute("SELECT count(*) FROM sqlite_master")
        if tables and ours != _OURS:
            raise StoreError(f"{path} is the database of another program", hint=_OTHER)
        if version > SCHEMA:
            hint = f"update summarize, or {_OTHER}"
            raise StoreError(f"the store {path} was made by a newer summarize", hint=hint)
        lacking = SINCE[version - 1 :] if tables else TABLES.split(";")
        for statement in lacking:
            connection.execute(statement)
        if lacking:
            connection.execute(f"PRAGMA application_id = {_OURS}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")


@contextmanager
def _errors_of(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, zlib.error, OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or error
        hint = f"move it away, or {_OTHER}" if type(error) is sqlite3.DatabaseError else _OTHER
        raise StoreError(f"cannot use the store {path}: {reason}", hint=hint) from None


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
