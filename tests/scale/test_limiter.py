"""The limits of several workers together, in one process: a desk that is called directly."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from summarize.errors import (
    BadReply,
    Busy,
    CapReached,
    KeyRefused,
    ModelError,
    ServerFailed,
    Stopped,
)
from summarize.models.budget import Caps, Used
from summarize.models.prices import Price
from summarize.models.request import Message, Reply, Request, Shape, Usage
from summarize.scale.lent import Lent
from summarize.scale.limiter import Allowed, Limiter
from summarize.store import NO_STORE, Place, Store

ONE_EACH = Price(1e6, 1e6, 1e6, "a dollar a token")
ASKED = Request("article", (Message("user", "?"),), Shape, "x", prompt_tokens=2, max_output=3)
T = TypeVar("T")


@pytest.fixture(autouse=True)
def _again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for pause in ("FIRST_BACKOFF", "BUSY_BACKOFF"):
        monkeypatch.setattr(f"summarize.models.limits.{pause}", 0.001)


class Desk:
    """The limiter, with everything pickled on its way as between processes."""

    def __init__(self, limiter: Limiter) -> None:
        self.limiter = limiter
        self.told: list[asyncio.Task[None]] = []

    async def enter(self, id_: str, owner: str, request: Request) -> ModelError | None:
        return _sent(await self.limiter.enter(id_, owner, _sent(request)))

    async def failed(self, id_: str, error: ModelError) -> ModelError | None:
        return _sent(await self.limiter.failed(id_, _sent(error)))

    def answered(self, id_: str, usage: Usage | None) -> None:
        self.told.append(asyncio.create_task(self.limiter.answered(id_, usage)))

    def heard(self, headers: Mapping[str, str]) -> None:
        self.told.append(asyncio.create_task(self.limiter.heard(headers)))


def _sent(what: T) -> T:
    there: T = pickle.loads(pickle.dumps(what))
    return there


def _bad_reply() -> BadReply:
    error = BadReply("odd")
    error.usage = Usage(2, 0, 2)
    return error


class Server:
    """Answers at once, or when it is `let` to; `replies` are given first."""

    def __init__(self, *replies: Reply | ModelError) -> None:
        self.replies = list(replies)
        self.let = asyncio.Event()
        self.let.set()
        self.in_flight = self.most = self.asked = 0

    async def ask(self, _request: Request) -> Reply:
        self.asked += 1
        self.in_flight += 1
        self.most = max(self.most, self.in_flight)
        try:
            await self.let.wait()
            await asyncio.sleep(0)
        finally:
            self.in_flight -= 1
        found = self.replies.pop(0) if self.replies else Reply("{}", usage=Usage(2, 0, 1))
        if isinstance(found, ModelError):
            raise found
        return found


def _limiter(
    *,
    concurrency: int = 4,
    caps: Caps | None = None,
    store: Place = NO_STORE,
) -> Limiter:
    return Limiter(Allowed(concurrency, None, None, ONE_EACH, caps or Caps(), store))


async def test_two_workers_keep_the_concurrency_together() -> None:
    desk, server = Desk(_limiter(concurrency=3)), Server()
    server.let.clear()
    workers = [Lent(server, desk, name) for name in ("a", "b")]
    asking = asyncio.gather(*(worker.ask(ASKED) for worker in workers for _ in range(10)))
    await asyncio.sleep(0.1)  # the first requests go out one after the other

    server.let.set()
    await asking

    assert server.most == 3
    assert await desk.limiter.used() == Used(20, Usage(40, 0, 20), 60.0)


async def test_two_workers_keep_a_cap_together() -> None:
    desk, server = Desk(_limiter(caps=Caps(calls=5))), Server()
    workers = [Lent(server, desk, name) for name in ("a", "b")]

    found = await asyncio.gather(
        *(worker.ask(ASKED) for worker in workers for _ in range(4)), return_exceptions=True
    )

    assert server.asked == 5
    assert sum(isinstance(one, CapReached) for one in found) == 3


async def test_what_the_driver_has_used_counts_against_the_cap() -> None:
    limiter = _limiter()
    await limiter.begin(Caps(usd=9.0), Used(1, Usage(), 5.0))

    with pytest.raises(CapReached, match="the budget of \\$9 is reached: \\$5"):
        await Lent(Server(), Desk(limiter), "a").ask(ASKED)

    assert (await limiter.used()).calls == 0


async def test_what_may_pass_is_sent_again_and_counted() -> None:
    desk, server = Desk(_limiter()), Server(ServerFailed("500"), Busy("429", wait=0.001))

    reply = await Lent(server, desk, "a").ask(ASKED)

    assert reply.text == "{}"
    assert (await desk.limiter.used()).calls == server.asked == 3


@pytest.mark.parametrize("error", [KeyRefused("no"), _bad_reply()])
async def test_what_does_not_pass_is_raised_as_it_was(error: ModelError) -> None:
    desk = Desk(_limiter())

    with pytest.raises(type(error)) as raised:
        await Lent(Server(error), desk, "a").ask(ASKED)

    assert vars(raised.value) == vars(error)
    assert (await desk.limiter.used()).calls == 1


async def test_an_answer_counts_as_in_flight_until_it_is_on_disk() -> None:
    desk, server = Desk(_limiter(concurrency=1)), Server()
    lent = Lent(server, desk, "a")
    with ExitStack() as place:
        await lent.ask(replace(ASKED, place=place))
        waiting = asyncio.create_task(lent.ask(ASKED))
        await asyncio.sleep(0.01)
        assert server.asked == 1

    await waiting
    assert server.asked == 2


async def test_a_worker_that_died_gives_its_places_back_and_stays_charged() -> None:
    desk, server = Desk(_limiter(concurrency=1)), Server()
    server.let.clear()
    dead = asyncio.create_task(Lent(server, desk, "dead").ask(ASKED))
    await asyncio.sleep(0.01)
    waiting = [asyncio.create_task(Lent(server, desk, name).ask(ASKED)) for name in ("dead", "b")]
    await asyncio.sleep(0.01)

    await desk.limiter.gone("dead")
    server.let.set()

    assert (await waiting[1]).text == "{}"
    with pytest.raises(Stopped):
        await waiting[0]
    await dead
    assert await desk.limiter.used() == Used(2, Usage(2, 0, 1), 5.0 + 3.0)


async def test_who_was_taken_for_dead_may_not_ask_again() -> None:
    limiter = _limiter()

    assert isinstance(await limiter.failed("unknown", ServerFailed("500")), Stopped)


async def test_a_dead_worker_holds_no_key_in_the_store(tmp_path: Path) -> None:
    place = tmp_path / "answers.db"
    with Store.open(place) as store:
        store.lease("key", "dead", 60.0)

        await _limiter(store=place).gone("dead")

        assert store.lease("key", "other", 60.0)


async def test_what_workers_spend_is_kept_with_what_all_runs_have_spent(tmp_path: Path) -> None:
    desk = Desk(_limiter(store=tmp_path / "answers.db", caps=Caps(day=7.0)))
    lent = Lent(Server(), desk, "a")

    await lent.ask(ASKED)
    await desk.limiter.used()

    with pytest.raises(CapReached, match="limit a day of \\$7 is reached: \\$3"):
        await lent.ask(ASKED)


async def test_once_stopped_nobody_is_let_through() -> None:
    limiter = _limiter()
    await limiter.stop(Stopped("the run was interrupted"))

    with pytest.raises(Stopped, match="interrupted"):
        await Lent(Server(), Desk(limiter), "a").ask(ASKED)


async def test_a_rate_that_the_server_states_is_told_once() -> None:
    desk = Desk(_limiter())
    lent = Lent(Server(), desk, "a")

    lent.heard({"date": "today"})
    for _ in range(2):
        lent.heard({"x-ratelimit-limit-requests": "600", "date": "today"})

    assert len(desk.told) == 1
    await asyncio.gather(*desk.told)
