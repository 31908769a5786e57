"""The engine: batches of stories over workers, each an actor of Ray, and one limiter for all."""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from math import ceil
from typing import Any, TypeVar, cast

import ray
from ray.exceptions import RayActorError, RayTaskError

from summarize.briefs.session import Session
from summarize.briefs.writer import Written
from summarize.checked import Rules
from summarize.engine import Progress, Step, Work
from summarize.errors import SummarizeError
from summarize.models.budget import Used
from summarize.models.request import Usage
from summarize.scale.limiter import Allowed, Limiter
from summarize.scale.remote import RemoteDesk
from summarize.scale.worker import Batch, Made, Modelled, Worker, unpacked
from summarize.store import NO_STORE, Place
from summarize.writer import BriefWriter

R = TypeVar("R")

BATCH = 8  # stories at most: larger ones end unevenly
AT_ONCE = 2  # batches of a worker: one is on its way while the other is done
AHEAD = 2  # stories under way for each request in flight: some wait for a slower brief
CLOSED_WITHIN = 2.0  # seconds in which a worker may end what it has open
DEATHS = 3  # of workers that had the same batch: it is the batch then


@dataclass(frozen=True)
class Team:
    """So many workers, what they write with, and where they keep answers.

    `length` is the words of a brief of the built-in writer, which with `fallback` writes what the
    model could not. `session` is that of the driver; None where no model is asked.
    """

    workers: int
    length: int
    session: Session | None = None
    fallback: bool = True
    store: Place = NO_STORE


@dataclass
class _Seat:
    """A place for a worker; whoever sits there is replaced when it dies."""

    name: str
    actor: Any


@dataclass
class _Run:
    """One step over all works: the batches that are to be done, and what was made by now."""

    works: Sequence[Work]
    queue: deque[Batch]
    progress: Progress
    results: list[Any]
    done: int = 0
    deaths: Counter[int] = field(default_factory=Counter)

    def take(self, batch: Batch, results: Sequence[Any]) -> None:
        """Put what was made in its place."""
        for place, (work, made) in enumerate(zip(batch.works, results, strict=True), batch.first):
            self.results[place] = unpacked(made, work.story)
        self.done += len(results)
        self.progress(self.done, len(self.works))

    def again(self, batch: Batch) -> None:
        """Do a batch whose worker died before all others; SummarizeError where it kills them."""
        self.deaths[batch.first] += 1
        if self.deaths[batch.first] >= DEATHS:
            titles = ", ".join(work.story.leads[0].title for work in batch.works)
            raise SummarizeError(
                f"{DEATHS} workers died while they told {titles}",
                hint="look at the memory of the machines, or run without --on",
            )
        self.queue.appendleft(batch)


class Cluster:
    """Tells stories with a team on the cluster that Ray is connected to."""

    def __init__(self, team: Team) -> None:
        self._team = team
        self._session = team.session
        self._names = count(1)
        self._namespace = f"summarize-{uuid.uuid4().hex}"
        self._limiter: Any = None
        self._seats: list[_Seat] = []
        self._of_workers = Used()
        self._of_driver = Used()
        if self._session is not None:
            self._session.nest.when_stopped(self._stop)

    async def each(
        self,
        step: Step[R],
        works: Sequence[Work],
        writer: BriefWriter,
        rules: Rules,
        progress: Progress,
    ) -> list[R]:
        """What the step makes of each work, in their order.

        Raises SummarizeError where a batch ends its workers, and what a worker raises.
        """
        if not works:
            return []
        await self._begin()
        run = self._run(step, works, rules, progress)
        await asyncio.gather(
            *(
                self._serve(seat, run, writer)
                for seat in self._seats
                for _ in range(self._lanes(len(run.queue[0].works)))
            )
        )
        await self._settle()
        return cast("list[R]", run.results)

    def close(self) -> None:
        """End the workers and the limiter."""
        closing = [seat.actor.close.remote() for seat in self._seats]
        if closing:
            ray.wait(closing, num_returns=len(closing), timeout=CLOSED_WITHIN)
        for actor in (*(seat.actor for seat in self._seats), self._limiter):
            if actor is not None:
                ray.kill(actor)
        self._limiter, self._seats = None, []

    def _run(
        self, step: Step[Any], works: Sequence[Work], rules: Rules, progress: Progress
    ) -> _Run:
        size = min(BATCH, ceil(len(works) / (AT_ONCE * self._team.workers)))
        common = (step, rules.unsupported, rules.language, self._team.length, self._modelled())
        batches = (Batch(at, works[at : at + size], *common) for at in range(0, len(works), size))
        return _Run(works, deque(batches), progress, [None] * len(works))

    def _lanes(self, size: int) -> int:
        """How many batches of this size a worker has at once."""
        if self._session is None:
            return AT_ONCE
        under_way = AHEAD * self._session.asked.concurrency / self._team.workers
        return max(AT_ONCE, ceil(under_way / size))

    async def _serve(self, seat: _Seat, run: _Run, writer: BriefWriter) -> None:
        while run.queue:
            batch, name = run.queue.popleft(), seat.name
            try:
                made: Made = await seat.actor.make.remote(batch)
            except RayActorError:
                await self._replace(seat, name)
                run.again(batch)
                continue
            except RayTaskError as error:
                if isinstance(error.cause, SummarizeError):
                    raise error.cause from None
                raise
            run.take(batch, made.results)
            self._account(made, writer)

    def _stop(self) -> None:
        """Ask no more, where the driver does not."""
        if self._session is not None and self._limiter is not None:
            self._limiter.stop.remote(self._session.nest.stopped)

    def _account(self, made: Made, writer: BriefWriter) -> None:
        if self._session is not None and made.noted is not None and isinstance(writer, Written):
            self._session.nest.count(Used(), made.reused, made.trouble)
            writer.note(made.noted)

    async def _begin(self) -> None:
        """The workers, and what they may spend."""
        if self._session is not None:
            if self._limiter is None:
                self._limiter = self._actor(Limiter, "limiter", 0).remote(self._allowed())
            own = _less(self._session.nest.budget.used, self._of_workers)
            caps = self._session.nest.budget.caps
            await self._limiter.begin.remote(caps, _less(own, self._of_driver))
            self._of_driver = own
        while len(self._seats) < self._team.workers:
            self._seats.append(self._seated())

    def _seated(self) -> _Seat:
        name = f"worker {next(self._names)}"
        desk = None if self._limiter is None else RemoteDesk(self._limiter)
        return _Seat(name, self._actor(Worker, name, 1).remote(name, desk))

    async def _replace(self, seat: _Seat, name: str) -> None:
        """Another worker for one that died, unless there is one already."""
        if seat.name != name:
            return
        new = self._seated()
        seat.name, seat.actor = new.name, new.actor
        if self._limiter is not None:
            await self._limiter.gone.remote(name)

    async def _settle(self) -> None:
        """What the workers have used is counted with what the driver has."""
        if self._session is not None:
            used = await self._limiter.used.remote()
            self._session.nest.count(_less(used, self._of_workers))
            self._of_workers = used

    def _allowed(self) -> Allowed:
        assert self._session is not None
        asked, nest = self._session.asked, self._session.nest
        rates = asked.requests_per_minute, asked.tokens_per_minute
        price, caps = self._session.price, nest.budget.caps
        return Allowed(asked.concurrency, *rates, price, caps, self._team.store)

    def _modelled(self) -> Modelled | None:
        session, team = self._session, self._team
        if session is None or session.asker is None:
            return None
        window = session.asker.window
        return Modelled(session.asked, session.choice, window, team.fallback, team.store)

    def _actor(self, kind: type[Any], name: str, cpus: int) -> Any:
        return ray.remote(kind).options(name=name, namespace=self._namespace, num_cpus=cpus)


def _less(one: Used, other: Used) -> Used:
    usage = Usage(
        one.usage.input - other.usage.input,
        one.usage.cached - other.usage.cached,
        one.usage.output - other.usage.output,
    )
    return Used(one.calls - other.calls, usage, one.usd - other.usd)
