"""The whole nest: `Ledger(Breaker(Again(Ladder(Limits(Budget(Endpoint))))))`."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Protocol

from summarize.errors import Stopped, StoreError
from summarize.models.again import Again
from summarize.models.batch_tries import Tries
from summarize.models.batch_waiting import Batch
from summarize.models.breaker import Breaker
from summarize.models.budget import Budget, Caps, Used
from summarize.models.endpoint import Endpoint
from summarize.models.ladder import Forgetful, Ladder
from summarize.models.ledger import Ledger
from summarize.models.limits import Limits
from summarize.models.prices import Price, cost
from summarize.models.request import Model, Reply, Request, Usage
from summarize.models.scripted import Scripted
from summarize.models.switch import Switch
from summarize.one_thread import OneThread
from summarize.store import Store


class Paced(Model, Protocol):
    """A model that sends as fast as it may."""

    def heard(self, headers: Mapping[str, str]) -> None:
        """Keep to the limits that a reply's headers state."""
        ...


@dataclass(frozen=True)
class Shared:
    """What several processes of one run share: whoever lets requests through, for all of them.

    `paced` makes the way there around a model; it counts what is spent, too. `owner` is in whose
    name this process holds keys.
    """

    paced: Callable[[Model], Paced]
    owner: str


@dataclass(frozen=True)
class Bounds:
    """How much may be asked at once, in a minute, and in all.

    What `before`, the budget of another model of the same run, has used counts against `caps` too.
    Where `shared` is given, it decides.
    """

    concurrency: int = 16
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    caps: Caps = field(default_factory=Caps)
    before: Budget | None = None
    shared: Shared | None = None


@dataclass(frozen=True)
class Server:
    """Whoever answers: `endpoint` stands for it in the ledger (an address, or a script's hash)."""

    endpoint: str
    name: str
    inner: Endpoint | Scripted | Batch


class Nest:
    """A model that may be asked, and what that has cost so far."""

    def __init__(
        self, server: Server, store: Store | None, bounds: Bounds, price: Price | None, fresh: bool
    ) -> None:
        self._switch = Switch()
        self._price = price
        thread, shared = OneThread(), bounds.shared
        self.budget = Budget(
            server.inner,
            price=price,
            caps=bounds.caps,
            spent=Spending(store, thread) if store and not shared else None,
            switch=self._switch,
            before=bounds.before,
        )
        self.limits = (
            shared.paced(self.budget) if shared else _limits(self.budget, self._switch, bounds)
        )
        place = (server.endpoint, server.name, "sending")
        memory = _Memory(store, thread, place) if store else Forgetful()
        paced: Model = self.limits
        if isinstance(server.inner, Batch):  # which has no places, and no pace
            server.inner.listen(self._switch)
            paced = Tries(self.budget, self._switch)
        self._again = Again(Ladder(paced, memory))
        self._ledger = Ledger(
            Breaker(self._again, self._switch),
            store,
            endpoint=server.endpoint,
            model=server.name,
            fresh=fresh,
            price=self._cost,
            switch=self._switch,
            thread=thread,
            owner=shared.owner if shared else uuid.uuid4().hex,
        )

    async def ask(self, request: Request) -> Reply:
        """The reply, from the store or from the server."""
        return await self._ledger.ask(request)

    @property
    def reused(self) -> int:
        """How many answers were on disk, or had just been given."""
        return self._ledger.reused

    def count(self, used: Used, reused: int = 0, trouble: StoreError | None = None) -> None:
        """What other processes of this run have used, as if it had been asked here."""
        self.budget.count(used)
        self._ledger.reused += reused
        self._ledger.trouble = self._ledger.trouble or trouble

    @property
    def saved(self) -> Usage:
        """The tokens of the answers that others had paid, each counted once."""
        return self._ledger.saved

    @property
    def unusable(self) -> Mapping[str, int]:
        """How many requests were replied to in vain at first, by the kind of error."""
        return self._again.causes

    @property
    def stopped(self) -> Stopped | None:
        """Why asking has ended, if it has."""
        return self._switch.reason

    def stop(self, reason: Stopped) -> None:
        """Ask no more; what is in flight ends by itself."""
        self._switch.turn_off(reason)

    def when_stopped(self, tell: Callable[[], None]) -> None:
        """Call `tell` once asking has ended before its time."""
        self._switch.when_off(tell)

    @property
    def trouble(self) -> StoreError | None:
        """Why answers were not kept, where they were not."""
        return self._ledger.trouble or self.budget.trouble

    def _cost(self, usage: Usage) -> float | None:
        return cost(usage, self._price) if self._price else None


def _limits(inner: Model, switch: Switch, bounds: Bounds) -> Paced:
    return Limits(
        inner,
        switch,
        concurrency=bounds.concurrency,
        requests_per_minute=bounds.requests_per_minute,
        tokens_per_minute=bounds.tokens_per_minute,
    )


class Spending:
    """What all runs have spent, as the store counts it."""

    def __init__(self, store: Store, thread: OneThread) -> None:
        self._store = store
        self._thread = thread

    async def spent_today(self) -> float:
        """USD since midnight."""
        return await self._thread.run(self._store.spent, _today())

    async def spent_this_month(self) -> float:
        """USD since the first of the month."""
        return await self._thread.run(self._store.spent, _today().replace(day=1))

    async def spend(self, usd: float) -> None:
        """Add an amount."""
        await self._thread.run(self._store.spend, _today(), usd)


class _Memory:
    """What works at one server, for one model."""

    def __init__(self, store: Store, thread: OneThread, place: tuple[str, str, str]) -> None:
        self._store = store
        self._thread = thread
        self._place = place

    def recall(self) -> str | None:
        with suppress(StoreError):  # it is found out again
            return self._store.remembered(*self._place)
        return None

    async def remember(self, value: str) -> None:
        with suppress(StoreError):
            await self._thread.run(self._store.remember, *self._place, value)


def _today() -> date:
    return datetime.now(UTC).date()
