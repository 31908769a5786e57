"""A model that answers within a day, at half the price: requests go out together, as batches.

It stands where an endpoint does. What is asked waits until nothing more is asked for a moment:
then everybody who goes on without an answer has asked, and all of it is one file. So each step of
a run (articles, stories, overview) is a batch of its own.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
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
from summarize.models.batch import ANSWERS, Seen
from summarize.models.batch_fetch import Desk, patiently
from summarize.models.batch_store import Outcome, Sent
from summarize.models.request import Reply, Request
from summarize.models.switch import Switch

SETTLED = 0.5  # seconds without a new request, after which those that wait are sent
POLL = 30.0  # seconds before the first look at a batch
SLOWER, SLOWEST = 1.5, 600.0  # each look comes so much later than the one before, at most so late
OUT_OF_REACH = 3_600.0  # seconds for which a server may not be reached while a batch is waited for
TOO_MANY_TOKENS = "token_limit_exceeded"  # more are in open batches than the account may have
ID = 48  # hex digits; servers take 64 characters


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a file may hold: the limits of OpenAI (November 2026)."""

    requests: int = 50_000
    bytes: int = 200_000_000


@dataclass(frozen=True, slots=True)
class Named:
    """Whom is asked: as the ledger names the server, the model, and as a person named the model."""

    endpoint: str
    model: str
    named: str


@dataclass(eq=False, slots=True)
class _Line:
    """A request as a line of a file, and those who wait for what becomes of it."""

    id: str
    text: bytes
    tokens: int
    outcome: asyncio.Future[Outcome]

    def fail(self, error: BaseException) -> None:
        if not self.outcome.done():
            self.outcome.set_exception(error)
            self.outcome.exception()  # who asked may have left

    def end(self, outcome: Outcome) -> None:
        if not self.outcome.done():
            self.outcome.set_result(outcome)


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
        self._lines: dict[str, _Line] = {}  # whoever is waited for
        self._waiting: dict[str, _Line] = {}  # of these, who is in no batch yet
        self._timer: asyncio.TimerHandle | None = None
        self._jobs: dict[str, Sent] = {}  # the batches that are waited for
        self._tasks: set[asyncio.Task[None]] = set()
        self._attaching: dict[str, asyncio.Task[bool]] = {}
        self._used: set[str] = set()
        self._room: int | None = None  # tokens that may be in open batches, once that is known
        self._enqueued = 0

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
            self._waiting.clear()
            for line in list(self._lines.values()):
                line.fail(switch.reason or Stopped("nothing more is asked"))

        switch.when_off(stop)

    @property
    def open(self) -> Sequence[Sent]:
        """The batches of this run that were not waited for to their end."""
        return list(self._jobs.values())

    async def close(self, *, used: bool) -> None:
        """Wait for nothing more. What came back is `used`, unless the run is to be done again."""
        if self._timer is not None:
            self._timer.cancel()
        tasks = [*self._tasks, *self._attaching.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if used:
            await self.desk.thread.run(self.desk.sents.used, self._used)

    async def _outcome(self, request: Request) -> Outcome:
        body = self.desk.api.posted(request)
        id_ = _id(self.named.endpoint, body)
        line = self._lines.get(id_)
        if line is None:
            asked = {"custom_id": id_, "method": "POST", "url": ANSWERS, "body": body}
            text = json.dumps(asked, ensure_ascii=False).encode() + b"\n"
            future = asyncio.get_running_loop().create_future()
            line = self._lines[id_] = _Line(id_, text, request.prompt_tokens, future)
            try:
                await self._place(line)
            except (ModelError, StoreError) as error:
                line.fail(error)
        try:
            return await asyncio.shield(line.outcome)
        finally:
            if line.outcome.done():
                self._lines.pop(id_, None)

    async def _place(self, line: _Line) -> None:
        """Find what became of it, or the batch that it is in, or let it wait for one."""
        desk = self.desk
        if line.id not in self._used and (
            batch := await desk.thread.run(desk.sents.batch_of, line.id)
        ):
            outcome = await desk.thread.run(desk.sents.outcome, line.id)
            if outcome is not None and not self.fresh:
                self._used.add(line.id)
                line.end(outcome)
                return
            if outcome is None and await self._attached(batch):
                return
        if line.outcome.done():  # sent away meanwhile
            return
        self._waiting[line.id] = line
        loop = asyncio.get_running_loop()
        if self._timer is not None:
            self._timer.cancel()
        pause = 0.0 if len(self._waiting) >= self.sizes.requests else self.settled_seconds
        self._timer = loop.call_later(pause, self._send)

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
        if sent is None or not sent.open:
            return False
        found = await desk.found(sent)
        if found is None:
            return False
        self.say(f"batch {found.called} is open: it is waited for, and nothing is sent again")
        self._begin(found, self._await(found, 0.0))
        return True

    def _send(self) -> None:
        """Send what waits, as few files as its sizes allow."""
        while lines := self._next_file():
            named = self.named
            sent = Sent(named.endpoint, named.model, named.named, len(lines))
            self._begin(sent, self._sent(sent, lines))

    def _begin(self, sent: Sent, job: object) -> None:
        self._jobs[sent.id] = sent
        task: asyncio.Task[None] = asyncio.create_task(job)  # type: ignore[arg-type]
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _next_file(self) -> list[_Line]:
        lines: list[_Line] = []
        size = tokens = 0
        for line in self._waiting.values():
            size += len(line.text)
            tokens += line.tokens
            full = len(lines) == self.sizes.requests or size > self.sizes.bytes
            crowded = self._room is not None and self._enqueued + tokens > self._room
            if (full and lines) or (crowded and (lines or self._enqueued)):
                break
            lines.append(line)
        for line in lines:
            del self._waiting[line.id]
        self._enqueued += sum(line.tokens for line in lines)
        return lines

    async def _sent(self, sent: Sent, lines: Sequence[_Line]) -> None:
        """Send a file and wait for what becomes of it; those who asked hear how that ends."""
        try:
            await self._job(sent, lines)
        except (ModelError, StoreError) as error:
            for line in lines:
                line.fail(error)
        finally:
            self._enqueued -= sum(line.tokens for line in lines)
        self._send()  # there may be room for what waited

    async def _job(self, sent: Sent, lines: Sequence[_Line]) -> None:
        desk = self.desk
        await desk.thread.run(desk.sents.add, sent, [line.id for line in lines])
        try:
            seen = await self._made(sent, lines)
        except ModelError as error:
            del self._jobs[sent.id]
            if not isinstance(error, Passing):  # else it may be there all the same
                await desk.thread.run(desk.sents.drop, sent.id)
            raise
        sent = self._jobs[sent.id] = replace(sent, batch=seen.id, state=seen.state)
        await desk.thread.run(desk.sents.saw, sent.id, seen)
        count = f"{len(lines)} {'request' if len(lines) == 1 else 'requests'}"
        self.say(
            f"batch {seen.id}: {count} sent to {desk.api.host}; answers may take up to 24 hours, "
            "and Ctrl-C leaves it open"
        )
        await self._await(sent, self.poll_seconds)

    async def _made(self, sent: Sent, lines: Sequence[_Line]) -> Seen:
        """Upload the file and make a batch of it, once, however often that is tried."""
        api, tried = self.desk.api, False
        data = b"".join(line.text for line in lines)
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
        desk = self.desk
        ids = await desk.thread.run(desk.sents.lines, sent.id)
        try:
            seen = await self._ended(sent, pause)
            outcomes = await desk.collect(sent, seen)
        except (ModelError, StoreError) as error:
            self._tell(ids, error)
            return
        del self._jobs[sent.id]
        self.say(f"batch {seen.id} {seen.state}: {len(outcomes)} of {len(ids)} came back")
        if seen.state == "failed":
            self._refused(ids, seen)
            return
        for id_ in ids:
            outcome = outcomes.get(id_, Outcome(0))
            if outcome.status:
                self._used.add(id_)
                self._tell([id_], outcome)
            else:
                self._tell([id_], self._not_run(seen))

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
        """The server took nothing of it. Where it has too much, less is sent at once."""
        lines = [self._lines[id_] for id_ in ids if id_ in self._lines]
        if seen.code != TOO_MANY_TOKENS:
            self._tell(ids, self.desk.api.refused(seen))
        elif len(lines) == 1:
            self._tell(ids, Busy(self.desk.api.told(f"batch {seen.id} failed: {seen.why}")))
        else:
            self._room = max(1, sum(line.tokens for line in lines) // 2)
            self._waiting |= {line.id: line for line in lines if not line.outcome.done()}

    def _not_run(self, seen: Seen) -> ModelError:
        if seen.state == "cancelled":
            what = f"batch {seen.id} was cancelled"
            return Cancelled(self.desk.api.told(what), hint="run again to send what it lacks")
        what = f"batch {seen.id} ended ({seen.state}) before this request was answered"
        return ServerFailed(self.desk.api.told(what), hint="try again later")

    def _tell(self, ids: Sequence[str], what: Outcome | BaseException) -> None:
        for line in (self._lines[id_] for id_ in ids if id_ in self._lines):
            if isinstance(what, Outcome):
                line.end(what)
            else:
                line.fail(what)


def _id(endpoint: str, body: Mapping[str, object]) -> str:
    """What names a request in all batches: the same for the same question to the same server."""
    said = json.dumps([endpoint, body], sort_keys=True).encode()
    return hashlib.sha256(said).hexdigest()[:ID]
