"""The batches that were sent, as the store keeps them: what is open is found again, and not repaid.

A batch is noted before anything is sent and after each step, so that whatever ends the program
leaves enough to find the batch at its server. The outcome of a line is kept from when it was
fetched to the end of the run that used it: by then it is an answer like any other.
"""

from __future__ import annotations

import json
import time
import uuid
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from summarize.models.batch import ENDED, Seen
from summarize.models.request import Usage
from summarize.models.wire import answered
from summarize.store import Store

SENDING = "sending"  # the state of a batch that the server has not told of yet
# What a server would say again; another failure is worth another try.
FINAL = frozenset({200, 400, 413, 422})
_COLUMNS = "id, batch, endpoint, model, named, file, state, done, total, created, seen, cost_usd"


@dataclass(frozen=True, slots=True)
class Sent:
    """One batch. `id` is ours, `batch` and `file` the server's, once there are such.

    `endpoint` stands for the server as in the ledger; `named` is what the person called the model.
    `created` and `seen` are seconds since 1970; `cost_usd` is None while or where it is not known.
    """

    endpoint: str
    model: str
    named: str
    total: int
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:12])
    batch: str | None = None
    file: str | None = None
    state: str = SENDING
    done: int = 0
    created: float = field(default_factory=time.time)
    seen: float = field(default_factory=time.time)
    cost_usd: float | None = None

    @property
    def open(self) -> bool:
        """Whether answers may still come."""
        return self.state not in ENDED

    @property
    def called(self) -> str:
        """By what a person names it."""
        return self.batch or self.id


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one request: the status and the body of its answer.

    Status 0: it was not executed, because its batch ended before.
    """

    status: int
    body: Any = None

    @property
    def usage(self) -> Usage:
        """The tokens it took, as far as the server said so."""
        return answered(self.body).usage or Usage()


class Sents:
    """The batches in a store. Each method raises StoreError where it cannot do what it says."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, sent: Sent, lines: Iterable[str]) -> None:
        """Note a batch that is about to be sent, with the ids of its lines."""
        for line in lines:
            self._store.write(
                "INSERT INTO batch_lines VALUES (?, ?, NULL)"
                " ON CONFLICT (id) DO UPDATE SET batch = excluded.batch, answer = NULL",
                *(line, sent.id),
                durable=False,
            )
        self._store.write(
            f"INSERT INTO batches ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(sent.id, sent.batch, sent.endpoint, sent.model, sent.named, sent.file, sent.state),
            *(sent.done, sent.total, sent.created, sent.seen, sent.cost_usd),
        )

    def uploaded(self, id_: str, file: str) -> None:
        """The file of a batch is at the server."""
        self._store.write("UPDATE batches SET file = ? WHERE id = ?", file, id_)

    def saw(self, id_: str, seen: Seen) -> None:
        """How a batch stands at the server. One that has ended is noted by `settle`."""
        state = "finalizing" if seen.ended else seen.state
        self._store.write(
            "UPDATE batches SET batch = ?, state = ?, done = ?, seen = ? WHERE id = ?",
            *(seen.id, state, seen.done, time.time(), id_),
        )

    def settle(
        self,
        id_: str,
        seen: Seen,
        outcomes: Mapping[str, Outcome],
        price: Callable[[Usage], float | None],
    ) -> None:
        """A batch has ended, and this became of its lines; what can be asked again is forgotten."""
        for line, outcome in outcomes.items():
            if outcome.status in FINAL:
                kept = zlib.compress(json.dumps([outcome.status, outcome.body]).encode())
                self._store.write(
                    "UPDATE batch_lines SET answer = ? WHERE id = ? AND batch = ?",
                    *(kept, line, id_),
                    durable=False,
                )
        self._store.write(
            "DELETE FROM batch_lines WHERE batch = ? AND answer IS NULL", id_, durable=False
        )
        paid = [price(one.usage) for one in outcomes.values() if one.status == 200]
        known = [one for one in paid if one is not None]
        done = sum(one.status == 200 for one in outcomes.values())
        self._store.write(
            "UPDATE batches SET batch = ?, state = ?, done = ?, seen = ?, cost_usd = ?"
            " WHERE id = ?",
            *(seen.id, seen.state, done, time.time()),
            *(sum(known) if len(known) == len(paid) else None, id_),
        )

    def drop(self, id_: str) -> None:
        """Forget a batch that was never made."""
        self._store.write("DELETE FROM batch_lines WHERE batch = ?", id_, durable=False)
        self._store.write("DELETE FROM batches WHERE id = ?", id_)

    def batch_of(self, line: str) -> str | None:
        """Which batch (by our id) a request is in; None where it is in none."""
        rows = self._store.read("SELECT batch FROM batch_lines WHERE id = ?", line)
        return str(rows[0][0]) if rows else None

    def outcome(self, line: str) -> Outcome | None:
        """What became of a request; None where that is open."""
        rows = self._store.read(
            "SELECT answer FROM batch_lines WHERE id = ? AND answer IS NOT NULL", line
        )
        return Outcome(*json.loads(zlib.decompress(rows[0][0]))) if rows else None

    def lines(self, id_: str) -> list[str]:
        """The requests of a batch of which nothing has become yet."""
        query = "SELECT id FROM batch_lines WHERE batch = ? AND answer IS NULL"
        return [str(line) for (line,) in self._store.read(query, id_)]

    def get(self, id_: str) -> Sent | None:
        """The batch with our id or the server's."""
        query = f"SELECT {_COLUMNS} FROM batches WHERE id = ? OR batch = ?"
        rows = self._store.read(query, id_, id_)
        return _sent(rows[0]) if rows else None

    def all(self) -> list[Sent]:
        """All of them, the oldest first."""
        rows = self._store.read(f"SELECT {_COLUMNS} FROM batches ORDER BY created, id")
        return [_sent(row) for row in rows]

    def used(self, lines: Iterable[str]) -> None:
        """What these said is an answer in the store by now, or is to be asked again."""
        for line in lines:
            self._store.write(
                "DELETE FROM batch_lines WHERE id = ? AND answer IS NOT NULL", line, durable=False
            )


def _sent(row: tuple[Any, ...]) -> Sent:
    values: dict[str, Any] = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return Sent(**values)
