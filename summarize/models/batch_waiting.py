"""A model that answers within a day, at half the price: requests go out together, as batches.

It stands where an endpoint does. What is asked waits until nothing more is asked for a moment:
then everybody who goes on without an answer has asked, and all of it is one file. So each step of
a run (articles, stories, overview) is a batch of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from summarize.errors import (
    Busy,
    Cancelled,
    ModelError,
    Passing,
    ServerFailed,
    Stopped,
    StoreError,
    Unreachable,
)
from summarize.models.batch import Seen
from summarize.models.batch_fetch import Desk, patiently
from summarize.models.batch_files import Line, Queue, Sizes, line_id, line_text
from summarize.models.batch_store import Outcome, Sent
from summarize.models.request import Reply, Request
from summarize.models.switch import Switch

# Seconds without a new request, after which those that wait are sent: 3,000 that were asked at once
# came with gaps below 0.5 s on a busy disk (loopback server, store with a commit for each).
SETTLED = 2.0
POLL = 30.0  # seconds before the first look at a batch
SLOWER, SLOWEST = 1.5, 600.0  # each look comes so much later than the one before, at most so late
OUT_OF_REACH = 3_600.0  # seconds for which a server may not be reached while a batch is waited for
TOO_MANY_TOKENS = "token_limit_exceeded"  # more are in open batches than the account may have


@dataclass(frozen=True, slots=True)
class Named:
    """Whom is asked: as the ledger names the server, the model, and as a person named the model."""

    endpoint: str
    model: str
    named: str


@dataclass
class Batch:
    """The model `named` at the server of `desk`. `say` tells a person what was sent and came back.

    A request that is in a batch already, of this run or of one before, is not sent again: its
    answer is awaited, or used where it was fetched. With `fresh` only what is still open is.
    `poll_seconds` is the pause before the first look at a batch; it grows.
    """

    desk: Desk
    named: Named
    say: Callable[[str], None]
    fresh: bool = False
    sizes: Sizes = field(default_factory=Sizes)
    settled_seconds: float = SETTLED
    poll_seconds: float = POLL

    def __post_init__(self) -> None:
        self._lines: dict[str, Line] = {}  # whose outcome is awaited
        self._queue = Queue(self.sizes)
        self._timer: asyncio.TimerHandle | None = None
        self._jobs: dict[str, Sent] = {}
        self._over: ModelError | StoreError | None = None  # why a batch is waited for no more
        self._tasks: set[asyncio.Task[None]] = set()
        self._attaching: dict[str, asyncio.Task[bool]] = {}
        self._used: set[str] = set()

    async def ask(self, request: Request) -> Reply:
        """The reply, as an endpoint gives it. Raises what that does, and Stopped."""
        try:
            outcome = await self._outcome(request)
        except StoreError as error:  # unnoted, a batch would be paid and never be found again
            raise Stopped(f"no batch can be noted: {error.what}", hint=error.hint) from None
        return self.desk.api.outcome(request, outcome.status, outcome.body)

    def listen(self, switch: Switch) -> None:
        """Whoever waits is sent away once the switch is off; what was sent stays open."""

        def stop() -> None:
            self._queue.clear()
            self._tell(list(self._lines), switch.reason or Stopped("nothing more is asked"))

        switch.when_off(stop)

    @property
    def open(self) -> Sequence[Sent]:
        """The batches of this run that were not waited for to their end."""
        return list(self._jobs.values())

    async def close(self, stopped: Stopped | None = None, *, broken: bool = False) -> None:
        """Wait for nothing more.

        What came back is of no more use, unless the run is to go on another time: where a person
        has `stopped` it, or it was `broken`. After failures it stopped by itself, and is to ask
        again.
        """
        if self._timer is not None:
            self._timer.cancel()
        tasks = [*self._tasks, *self._attaching.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        by_itself = stopped is None or stopped.because is not None
        used = self._used if by_itself and not broken else ()
        with suppress(StoreError):  # it is used once more then
            # What was being noted is noted before, since the store is to be closed.
            await self.desk.thread.run(self.desk.sents.used, list(used))

    async def _outcome(self, request: Request) -> Outcome:
        if self._over is not None:  # there will be no report: nothing more is sent for it
            raise self._over
        body = self.desk.api.posted(request)
        id_ = line_id(self.named.endpoint, body)
        line = self._lines.get(id_)
        if line is None:
            future = asyncio.get_running_loop().create_future()
            line = Line(id_, line_text(id_, body), request.prompt_tokens, future)
            self._lines[id_] = line
            try:
                await self._place(line)
            except (ModelError, StoreError) as error:
                line.tell(error)
        try:
            return await asyncio.shield(line.outcome)
        finally:
            if line.outcome.done() and self._lines.get(id_) is line:
                del self._lines[id_]

    async def _place(self, line: Line) -> None:
        """Find what became of it, or the batch that it is in, or let it wait for one."""
        sents, run = self.desk.sents, self.desk.thread.run
        batch = None if line.id in self._used else await run(sents.batch_of, line.id)
        if batch is not None:
            outcome = await run(sents.outcome, line.id)
            if outcome is not None and not self.fresh:
                self._used.add(line.id)
                line.tell(outcome)
            elif outcome is None and await self._attached(batch):
                return
        if not line.outcome.done():
            self._queue.add(line)
            self._settle()

    def _settle(self) -> None:
        """Send what waits once nothing has come for a moment."""
        if self._timer is not None:
            self._timer.cancel()
        pause = 0.0 if self._queue.full else self.settled_seconds
        self._timer = asyncio.get_running_loop().call_later(pause, self._send)

    async def _attached(self, batch: str) -> bool:
        """Whether that batch is waited for now; False where there is none."""
        if batch in self._jobs:
            return True
        if batch not in self._attaching:
            task = self._attaching[batch] = asyncio.create_task(self._attach(batch))
            task.add_done_callback(lambda _: self._attaching.pop(batch, None))
        return await asyncio.shield(self._attaching[batch])

    async def _attach(self, batch: str) -> bool:
        desk = self.desk
        sent = await desk.thread.run(desk.sents.get, batch)
        found = await desk.found(sent) if sent is not None and sent.open else None
        if found is None:
            return False
        self.say(f"batch {found.called} is open: it is waited for, and nothing is sent again")
        self._begin(found, self._await(found, 0.0))
        return True

    def _send(self) -> None:
        """Send what waits, in as few files as may be."""
        while lines := self._queue.next_file():
            named = self.named
            sent = Sent(named.endpoint, named.model, named.named, len(lines))
            self._begin(sent, self._sent(sent, lines))

    def _begin(self, sent: Sent, job: Coroutine[None, None, None]) -> None:
        self._jobs[sent.id] = sent
        task = asyncio.create_task(job)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _sent(self, sent: Sent, lines: Sequence[Line]) -> None:
        """Send a file and wait for what becomes of it; those who asked hear how that ends."""
        try:
            await self._await(await self._made(sent, lines), self.poll_seconds)
        except (ModelError, StoreError) as error:
            self._tell([line.id for line in lines], error)
        finally:
            self._queue.ended(lines)
        if self._queue:  # there is room now
            self._settle()

    async def _made(self, sent: Sent, lines: Sequence[Line]) -> Sent:
        """The batch of these lines, noted before it is made and after."""
        sents, run = self.desk.sents, self.desk.thread.run
        await run(sents.add, sent, [line.id for line in lines])
        try:
            seen = await self._created(sent, b"".join(line.text for line in lines))
        except ModelError as error:
            del self._jobs[sent.id]
            if not isinstance(error, Passing):  # else it may be there all the same
                await run(sents.drop, sent.id)
            raise
        sent = self._jobs[sent.id] = replace(sent, batch=seen.id, state=seen.state)
        await run(sents.saw, sent.id, seen)
        count = f"{len(lines)} {'request' if len(lines) == 1 else 'requests'}"
        self.say(
            f"batch {seen.id}: {count} sent to {self.desk.api.host}; answers may take up to 24 "
            "hours, and Ctrl-C leaves it open"
        )
        return sent

    async def _created(self, sent: Sent, data: bytes) -> Seen:
        """Upload a file and make a batch of it, once, however often that is tried."""
        api, tried = self.desk.api, False
        file = await patiently(partial(api.upload, f"summarize-{sent.id}.jsonl", data))
        await self.desk.thread.run(self.desk.sents.uploaded, sent.id, file)

        async def make() -> Seen:
            nonlocal tried
            if tried and (found := await api.made_of(file, sent.created)):
                return found
            tried = True
            return await api.create(file, {"summarize": sent.id})

        return await patiently(make)

    async def _await(self, sent: Sent, pause: float) -> None:
        """Wait for the end of a batch, and tell each line what became of it."""
        desk, ids = self.desk, list[str]()
        try:
            ids = await desk.thread.run(desk.sents.lines, sent.id)
            seen = await self._ended(sent, pause)
            outcomes = await desk.collect(sent, seen)
        except (ModelError, StoreError) as error:
            self._over = error
            self._tell(ids or list(self._lines), error)
            return
        del self._jobs[sent.id]
        self.say(f"batch {seen.id} {seen.state}: {len(outcomes)} of {len(ids)} came back")
        if seen.state == "failed":
            self._refused(ids, seen)
            return
        for id_ in ids:
            outcome = outcomes.get(id_, Outcome(0))
            self._used.add(id_)
            self._tell([id_], outcome if outcome.status else self._not_run(seen))

    async def _ended(self, sent: Sent, pause: float) -> Seen:
        clock = asyncio.get_running_loop().time
        heard = clock()
        while True:
            await asyncio.sleep(pause)
            pause = min(max(pause, self.poll_seconds) * SLOWER, max(SLOWEST, self.poll_seconds))
            try:
                seen = await self.desk.look(sent)
            except (Passing, Unreachable):
                if clock() > heard + OUT_OF_REACH:
                    raise
                continue
            heard = clock()
            if seen.ended:
                return seen

    def _refused(self, ids: Sequence[str], seen: Seen) -> None:
        """The server took nothing of it. Where that was too much at once, it goes in parts."""
        lines = [self._lines[id_] for id_ in ids if id_ in self._lines]
        if seen.code != TOO_MANY_TOKENS:
            self._tell(ids, self.desk.api.refused(seen))
        elif len(lines) == 1:
            self._tell(ids, Busy(self.desk.api.told(f"batch {seen.id} failed: {seen.why}")))
        else:
            self._queue.crowded([line for line in lines if not line.outcome.done()])
            self._settle()

    def _not_run(self, seen: Seen) -> ModelError:
        if seen.state == "cancelled":
            what = f"batch {seen.id} was cancelled"
            return Cancelled(self.desk.api.told(what), hint="run again to send what it lacks")
        what = f"batch {seen.id} ended ({seen.state}) before this request was answered"
        return ServerFailed(self.desk.api.told(what), hint="try again later")

    def _tell(self, ids: Sequence[str], what: Outcome | BaseException) -> None:
        for id_ in ids:
            if id_ in self._lines:
                self._lines[id_].tell(what)
