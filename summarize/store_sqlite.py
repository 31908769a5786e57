"""The store in one SQLite file, shared by several processes of one machine at once."""

from __future__ import annotations

import errno
import os
import sqlite3  # noqa: TID251
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summarize.errors import StoreError
from summarize.store_tables import SCHEMA, SINCE, TABLES

_OURS = 0x53554D4D  # "SUMM" in the head of the file: no other program's database is touched
OTHER_FILE = "name another file with --store"


class SQLite:
    """A database file that is open."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = threading.RLock()  # held over all that is written together

    @classmethod
    def open(cls, path: Path, *, patience: float) -> SQLite:
        """The file at `path`, made where there is none; its folders too.

        `patience` is how many seconds a statement waits for another process.
        """
        path = path.absolute()  # which is never one of SQLite's own names, such as :memory:
        with errors_of(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                path, timeout=patience, isolation_level=None, check_same_thread=False
            )
            try:
                _prepare(connection, path, patience)
            except BaseException:
                connection.close()
                raise
        return cls(connection, path)

    @property
    def where(self) -> str:
        """The path of the file."""
        return str(self._path)

    def close(self) -> None:
        """Close it; it cannot be used any more."""
        with self._lock:
            self._connection.close()

    def read(self, statement: str, *values: object) -> list[Any]:
        """The rows of a statement that changes nothing."""
        with self._lock, errors_of(self._path):
            return self._connection.execute(statement, values).fetchall()

    def write(self, statement: str, *values: object, durable: bool = True) -> int:
        """How many rows it changed. What is not `durable` a power cut may lose, a kill may not."""
        with self._lock, errors_of(self._path):
            if not self._connection.in_transaction:
                self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            return self._connection.execute(statement, values).rowcount

    @contextmanager
    def together(self) -> Iterator[None]:
        """What one thread writes inside is kept whole when it ends well, else not at all.

        Other threads wait meanwhile; other processes wait with their writing, and read what was
        there before.
        """
        with self._lock:
            self.read("PRAGMA synchronous = FULL")
            self.read("BEGIN IMMEDIATE")
            try:
                yield
                self.read("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has ended it
                    self.read("ROLLBACK")
                raise

    def size(self) -> int:
        """Bytes on disk."""
        ((pages,),), ((each,),) = map(self.read, ("PRAGMA page_count", "PRAGMA page_size"))
        return int(pages * each)

    def compact(self) -> None:
        """Move what the journal holds into the file, so that the file shrinks now."""
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")


def require_place(path: Path) -> None:
    """StoreError where no file could be made at `path`."""
    with errors_of(path):
        folder = next(one for one in path.parents if one.exists())
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


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
            raise StoreError(f"{path} is the database of another program", hint=OTHER_FILE)
        if version > SCHEMA:
            hint = f"update summarize, or {OTHER_FILE}"
            raise StoreError(f"the store {path} was made by a newer summarize", hint=hint)
        lacking = SINCE[version - 1 :] if tables else TABLES.split(";")
        for statement in lacking:
            connection.execute(statement)
        if lacking:
            connection.execute(f"PRAGMA application_id = {_OURS}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")


@contextmanager
def errors_of(path: Path) -> Iterator[None]:
    """What goes wrong with the file becomes a StoreError that names it."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or error
        hint = OTHER_FILE
        if type(error) is sqlite3.DatabaseError:
            hint = f"move it away, or {OTHER_FILE}"
        raise StoreError(f"cannot use the store {path}: {reason}", hint=hint) from None
