"""One limiter for all workers: what may be in flight, a minute and in all, is counted here.

The limits and the budget are those of a run in one process. What they send is a stub of a request;
its worker sends the request itself meanwhile, and tells how that ended.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from summarize.errors import ModelError, Stopped
from summarize.models.budget import Budget, Caps, Used
from summarize.models.limits import Limits
from summarize.models.nest import Spending
from summarize.models.prices import Price
from summarize.models.request import Reply, Request, Usage
from summarize.models.switch import Switch
from summarize.one_thread import OneThread
from summarize.store import NO_STORE, Place, Store

_GIVEN_UP = Stopped("its worker was taken for dead")


@dataclass(frozen=True)
class Allowed:
    """What the workers may do together; `store` is where spending and leases are kept, if any."""

    concurrency: int
    requests_per_minute: float | None
    tokens_per_minute: float | None
    price: Price | None
    caps: Caps
    store: Place = NO_STORE


@dataclass
class _Lease:
    """A request that is let through, or will be: whose it is, and the attempt that is under way."""

    owner: str
    place: ExitStack = field(default_factory=ExitStack)
    granted: asyncio.Event = field(default_factory=asyncio.Event)
    outcome: asyncio.Future[Reply] | None = None
    task: asyncio.Task[Reply] | None = None


class Limiter:
    """Lets the requests of all workers through, as `Limits(Budget(…))` would in one process."""

    def __init__(self, allowed: Allowed) -> None:
        self._store = None if allowed.store == NO_STORE else Store.open(allowed.store)
        self._thread = OneThread()
        self._switch = Switch()
        self._elsewhere = Budget(self, price=allowed.price)
        self._budget = Budget(
            self,
            price=allowed.price,
            caps=allowed.caps,
            spent=Spending(self._store, self._thread) if self._store else None,
            switch=self._switch,
            before=self._elsewhere,
        )
        self._limits = Limits(
            self._budget,
            self._switch,
            concurrency=allowed.concurrency,
            requests_per_minute=allowed.requests_per_minute,
            tokens_per_minute=allowed.tokens_per_minute,
        )
        self._leases: dict[str, _Lease] = {}
        self._idle = asyncio.Event()
        self._idle.set()

    async def begin(self, caps: Caps, elsewhere: Used) -> None:
        """What may be spent from now on, and what the driver itself has used since last told."""
        self._budget.caps = caps
        self._elsewhere.count(elsewhere)

    async def enter(self, id_: str, owner: str, request: Request) -> ModelError | None:
        """Wait until the request may be sent; an error where it never may."""
        lease = self._leases[id_] = _Lease(owner)
        self._idle.clear()
        lease.task = asyncio.create_task(
            self._limits.ask(replace(request, label=id_, place=lease.place))
        )
        return await self._next(id_, lease)

    async def failed(self, id_: str, error: ModelError) -> ModelError | None:
        """Wait until it may be sent again after this error; an error where it may not."""
        lease = self._leases.get(id_)
        if lease is None or lease.outcome is None:
            return _GIVEN_UP
        lease.granted.clear()
        lease.outcome.set_exception(error)
        return await self._next(id_, lease)

    async def answered(self, id_: str, usage: Usage | None) -> None:
        """Its answer is there, and on disk where answers are kept: its place is free."""
        lease = self._leases.get(id_)
        if lease is not None and lease.task is not None and lease.outcome is not None:
            lease.outcome.set_result(Reply("", usage=usage))
            await lease.task
            self._end(id_)

    async def heard(self, headers: Mapping[str, str]) -> None:
        """Keep to the limits that a reply's headers state."""
        self._limits.heard(headers)

    async def gone(self, owner: str) -> None:
        """A worker has died: what it had in flight may have been paid, and its place is free."""
        dead = {id_: one.task for id_, one in self._leases.items() if one.owner == owner}
        tasks = [task for task in dead.values() if task is not None]
        for task in tasks:  # all at once: none of them is to get the place of another
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        for id_ in dead:
            self._end(id_)
        if self._store is not None:
            await self._thread.run(self._store.renew, owner, 0.0)

    async def stop(self, reason: Stopped) -> None:
        """Let nothing through any more."""
        self._switch.turn_off(reason)

    async def used(self) -> Used:
        """What the workers have used so far, once nothing of them is in flight."""
        await self._idle.wait()
        return self._budget.used

    async def ask(self, request: Request) -> Reply:
        """The innermost model: a worker sends the request, and tells how that ended."""
        lease = self._leases[request.label]
        lease.outcome = asyncio.get_running_loop().create_future()
        lease.granted.set()
        return await lease.outcome

    async def _next(self, id_: str, lease: _Lease) -> ModelError | None:
        """None once it may be sent; the error that says why it may not."""
        assert lease.task is not None
        granted = asyncio.create_task(lease.granted.wait())
        await asyncio.wait([granted, lease.task], return_when=asyncio.FIRST_COMPLETED)
        if lease.granted.is_set():
            return None
        granted.cancel()
        self._end(id_)
        if lease.task.cancelled():
            return _GIVEN_UP
        error = lease.task.exception()
        if not isinstance(error, ModelError):
            raise error or RuntimeError("a request ended before it was sent")
        return error

    def _end(self, id_: str) -> None:
        lease = self._leases.pop(id_, None)
        if lease is not None:
            lease.place.close()
        if not self._leases:
            self._idle.set()
