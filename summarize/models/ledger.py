"""Nothing is paid twice: answers are kept on disk, and a question being asked is asked once.

Within a process, those who ask the same wait for the first of them. Between processes a lease says
who asks; the others wait for its answer, or for the lease to run out where its owner was killed.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from dataclasses import KW_ONLY, asdict, dataclass, field, replace
from time import time

from summarize.errors import StoreError
from summarize.models.exchanges import asked_text
from summarize.models.request import Model, Reply, Request, Usage
from summarize.models.switch import Switch
from summarize.one_thread import OneThread
from summarize.store import Store, StoredAnswer


@dataclass(eq=False)
class Ledger:
    """A model that remembers: a stored reply comes back `reused`, and costs nothing.

    `endpoint` and `model` are part of what decides an answer. With `fresh` only what was answered
    since this run began counts. `price` says what a usage costs, in USD; the store is used in
    `thread`. The lease of a killed owner lasts `lease_seconds`, and who waits for it looks every
    `poll_seconds`.

    Without a store, each question is still asked once while this ledger lives. A store that fails
    is done without from then on, and `trouble` says why: a paid reply is not lost for it.
    """

    inner: Model
    store: Store | None
    _: KW_ONLY
    endpoint: str
    model: str
    fresh: bool = False
    price: Callable[[Usage], float | None] = field(default=lambda _usage: None)
    switch: Switch = field(default_factory=Switch)
    thread: OneThread = field(default_factory=OneThread)
    owner: str = field(default_factory=lambda: uuid.uuid4().hex)
    lease_seconds: float = 20.0
    poll_seconds: float = 0.1

    def __post_init__(self) -> None:
        self.reused = 0
        self._saved: dict[str, Usage] = {}
        self._paid: set[str] = set()
        self.trouble: StoreError | None = None
        self._began = time()
        self._asking: dict[str, asyncio.Task[Reply]] = {}
        self._held: set[str] = set()
        self._beat: asyncio.Task[None] | None = None

    @property
    def saved(self) -> Usage:
        """The tokens of the answers that others had paid, each counted once."""
        return sum(self._saved.values(), Usage())

    async def ask(self, request: Request) -> Reply:
        """The stored reply, else the inner model's, which is stored before it is returned."""
        key = request.key(self.endpoint, self.model)
        while (asking := self._asking.get(key)) is not None:
            await asyncio.wait([asking])
            if not asking.cancelled():
                return self._again(asking.result())
        asking = asyncio.create_task(self._answer(key, request))
        self._asking[key] = asking
        asking.add_done_callback(lambda done: self._forget(key, done))
        return await asking

    def _forget(self, key: str, done: asyncio.Task[Reply]) -> None:
        """An answer on disk need not be in memory too; who asks after a failure, asks again."""
        if self.store is not None or done.cancelled() or done.exception() is not None:
            del self._asking[key]

    def _again(self, reply: Reply) -> Reply:
        self.reused += 1
        return replace(reply, reused=True)

    async def _answer(self, key: str, request: Request) -> Reply:
        async with self._leasing(key):
            if (stored := await self._stored_or_leased(key, request)) is not None:
                if stored.usage is not None and key not in self._paid:
                    self._saved[key] = stored.usage
                return self._again(stored)
            with ExitStack() as place:
                reply = await self.inner.ask(replace(request, place=place))
                self._paid.add(key)
                await self._keep(key, request, reply)
            return reply

    async def _stored_or_leased(self, key: str, request: Request) -> Reply | None:
        """The stored reply; None where it is ours to ask."""
        after = self._began if self.fresh else 0.0
        while (store := self.store) is not None:
            try:
                stored = await self.thread.run(store.answer, key)
                if stored is not None and stored.created > after:
                    if (reply := fitting(stored, request)) is not None:
                        return reply
                    after = stored.created  # of no use: only a newer one will do
                if await self._lease(store, key, after):
                    return None
            except StoreError as error:
                self._do_without(error)
                return None
            self.switch.check()
            await asyncio.sleep(self.poll_seconds)
        return None

    async def _lease(self, store: Store, key: str, after: float) -> bool:
        # Held from before it is asked for: who is cancelled meanwhile releases it all the same.
        self._held.add(key)
        lease = self.thread.run(
            lambda: store.lease(key, self.owner, self.lease_seconds, after=after)
        )
        if not await lease:
            self._held.discard(key)
            return False
        if self._beat is None:
            self._beat = asyncio.create_task(self._renew())
        return True

    async def _keep(self, key: str, request: Request, reply: Reply) -> None:
        if self.store is None:
            return
        usage = reply.usage
        answer = StoredAnswer(
            template=request.template,
            model=self.model,
            endpoint=self.endpoint,
            request=request.hash,
            reply=json.dumps({"text": reply.text, "finish": reply.finish}),
            **(asdict(usage) if usage else {}),
            cost_usd=self.price(usage) if usage else None,
        )
        try:
            await self.thread.run(self.store.keep, key, answer, asked_text(request))
        except StoreError as error:
            self._do_without(error)

    @asynccontextmanager
    async def _leasing(self, key: str) -> AsyncIterator[None]:
        """Release the lease that was got meanwhile, however that ends."""
        try:
            yield
        finally:
            if key in self._held:
                self._held.discard(key)
                if not self._held and self._beat is not None:
                    self._beat.cancel()
                    self._beat = None
                if self.store is not None:
                    await self._release(self.store, key)

    async def _release(self, store: Store, key: str) -> None:
        try:
            await self.thread.run(store.release, key, self.owner)
        except StoreError as error:
            self._do_without(error)

    async def _renew(self) -> None:
        """Keep the leases while their replies are awaited."""
        while True:
            await asyncio.sleep(self.lease_seconds / 3)
            if self.store is None:
                return
            try:
                await self.thread.run(self.store.renew, self.owner, self.lease_seconds)
            except StoreError as error:
                self._do_without(error)

    def _do_without(self, error: StoreError) -> None:
        self.trouble = self.trouble or error
        self.store = None


def fitting(stored: StoredAnswer, request: Request) -> Reply | None:
    """The stored reply; None where it is not what is asked for now."""
    try:
        kept = json.loads(stored.reply)
        request.shape.model_validate_json(kept["text"])
    except (ValueError, KeyError, TypeError):  # ValidationError is a ValueError
        return None
    known = None if stored.input is None else (stored.input, stored.cached or 0, stored.output or 0)
    return Reply(kept["text"], kept["finish"], Usage(*known) if known else None)
