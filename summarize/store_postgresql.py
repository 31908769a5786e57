"""The store in a PostgreSQL database, shared by several machines.

Its tables stand in a schema of their own, `summarize`. A connection that breaks, as when the server
is started anew, is made again and the statement sent once more: what was kept stays kept.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from summarize.errors import StoreError
from summarize.store_tables import SCHEMA, SINCE, TABLES

if TYPE_CHECKING:
    from psycopg import Connection  # noqa: TID251

T = TypeVar("T")

_LOCK = 0x53554D4D  # of those who make tables or number editions, one at a time
OPENING = 3.0  # seconds at most to wait for a server at first: a wrong address is told soon
_WAIT = 0.2  # seconds before a server that is away is looked for again
_CONNECTING = 10  # seconds for one try
_OTHER = "look at the address after --store, and whether the server runs"
_EXTRA = "install it with: pip install 'summarize-news[postgresql]'"


class PostgreSQL:
    """A database on a server."""

    def __init__(self, address: str, patience: float) -> None:
        self._address = address
        self._patience = patience
        # One statement at a time, and all those of `together` in a row.
        self._lock = threading.RLock()
        self._together = False
        self._connection: Connection[Any] | None = None

    @classmethod
    def open(cls, address: str, *, patience: float) -> PostgreSQL:
        """The database at `address` (`postgresql://…`) with our tables in it.

        `patience` is how many seconds a statement waits for a server that is away. StoreError where
        there is no such database, or no library to talk to it.
        """
        _parts(address)
        made = cls(address, patience)
        try:
            made._again(made._prepare, min(patience, OPENING))
        except BaseException:
            made.close()
            raise
        return made

    @property
    def where(self) -> str:
        """Its address without the password."""
        said = _parts(self._address)
        user = f"{said['user']}@" if said.get("user") else ""
        port = f":{said['port']}" if said.get("port") else ""
        return f"postgresql://{user}{said.get('host', '')}{port}/{said.get('dbname', '')}"

    def close(self) -> None:
        """Close it; it is opened again where it is used again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def read(self, statement: str, *values: object) -> list[Any]:
        """The rows of a statement that changes nothing."""
        return self._statement(lambda open_: open_.execute(_sql(statement), values).fetchall())

    def write(
        self,
        statement: str,
        *values: object,
        durable: bool = True,  # noqa: ARG002 - the server decides
    ) -> int:
        """How many rows it changed."""
        return self._statement(lambda open_: open_.execute(_sql(statement), values).rowcount)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What one thread writes inside is kept whole when it ends well, else not at all.

        Others who write together wait, on every machine.
        """
        with self._lock:
            self.write("BEGIN")
            self._together = True
            try:
                self.read("SELECT pg_advisory_xact_lock(?)", _LOCK)
                yield
                self.write("COMMIT")
            except BaseException:
                self._undo()
                raise
            finally:
                self._together = False

    def size(self) -> int:
        """Bytes on the server's disk."""
        rows = self.read(
            "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'summarize' AND c.relkind = 'r'"
        )
        return int(rows[0][0])

    def compact(self) -> None:
        """The server gives room back by itself."""

    def _statement(self, do: Callable[[Connection[Any]], T]) -> T:
        with self._lock:
            # Half of what belongs together must not be sent again alone.
            return self._once(do) if self._together else self._again(do)

    def _again(self, do: Callable[[Connection[Any]], T], patience: float | None = None) -> T:
        """Do it, and where the connection broke, again while there is patience."""
        psycopg = _library()
        deadline = time.monotonic() + (self._patience if patience is None else patience)
        while True:
            try:
                return do(self._connected())
            except psycopg.OperationalError as error:
                gone = self._connection is None or self._connection.broken
                self.close()
                if not gone or time.monotonic() > deadline:
                    raise self._failed(error) from None
                time.sleep(_WAIT)
            except psycopg.Error as error:
                raise self._failed(error) from None

    def _once(self, do: Callable[[Connection[Any]], T]) -> T:
        psycopg = _library()
        try:
            return do(self._connected())
        except psycopg.Error as error:
            raise self._failed(error) from None

    def _connected(self) -> Connection[Any]:
        if self._connection is None:
            self._connection = _library().connect(
                self._address,
                autocommit=True,
                connect_timeout=_CONNECTING,
                options="-c search_path=summarize",
            )
        return self._connection

    def _undo(self) -> None:
        if self._connection is None or self._connection.broken:
            self.close()
            return
        self._once(lambda open_: open_.execute("ROLLBACK"))

    def _prepare(self, open_: Connection[Any]) -> None:
        """Make our tables, or bring older ones up to date; one program at a time."""
        with open_.transaction():
            open_.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
            open_.execute("CREATE SCHEMA IF NOT EXISTS summarize")
            open_.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
            row = open_.execute("SELECT max(version) FROM schema_version").fetchone()
            version = row[0] if row else None
            if version is not None and version > SCHEMA:
                raise StoreError(
                    f"the store {self.where} was made by a newer summarize",
                    hint="update summarize, or name another with --store",
                )
            lacking = TABLES.split(";") if version is None else SINCE[version - 1 :]
            for statement in filter(str.strip, lacking):
                open_.execute(_types(statement))
            if lacking:
                open_.execute("DELETE FROM schema_version")
                open_.execute("INSERT INTO schema_version VALUES (%s)", (SCHEMA,))

    def _failed(self, error: Exception) -> StoreError:
        said = " ".join(str(error).split()) or type(error).__name__
        return StoreError(f"cannot use the store {self.where}: {said}", hint=_OTHER)


def _library() -> Any:
    try:
        import psycopg  # noqa: TID251
    except ImportError:
        raise StoreError("a store on PostgreSQL needs psycopg", hint=_EXTRA) from None
    return psycopg


def _parts(address: str) -> dict[str, Any]:
    """What an address says. StoreError, which does not repeat it, where it is none."""
    psycopg = _library()
    from psycopg.conninfo import conninfo_to_dict  # noqa: TID251

    try:
        return dict(conninfo_to_dict(address))
    except psycopg.ProgrammingError:  # its message has the password
        hint = "write it as postgresql://USER:PASSWORD@HOST:PORT/NAME, with %XX for odd characters"
        raise StoreError("the address of the store is none of PostgreSQL", hint=hint) from None


def _sql(statement: str) -> str:
    """The statement with values marked as psycopg marks them."""
    return statement.replace("%", "%%").replace("?", "%s")


def _types(statement: str) -> str:
    """The statement that makes a table, with the names that PostgreSQL has for its types."""
    return statement.replace("REAL", "DOUBLE PRECISION").replace("BLOB", "BYTEA")
