from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable
from contextlib import ExitStack
from random import Random
from typing import Any

import pytest
from virtual_time import run

from summarize.errors import (
    Busy,
    Disconnected,
    KeyRefused,
    ModelError,
    Passing,
    ServerFailed,
    Stopped,
    TookTooLong,
    WrongShape,
)
from summarize.models.limits import Limits
from summarize.models.request import Reply, Request, Usage
from summarize.models.switch import Switch
from tests.models.asking import request

SECONDS = 0.6


def clock() -> float:
    return asyncio.get_running_loop().time()


class Server:
    """Takes `admit` at once and `per_second`; fails with the outcomes it is given, in order."""

    def __init__(
        self,
        outcomes: Iterable[ModelError | None] = (),
        *,
        admit: int | None = None,
        per_second: float | None = None,
        wait: float | None = None,
        usage: Usage | None = None,
    ) -> None:
        self._outcomes = iter(outcomes)
        self._admit = admit
        self._per_second = per_second
        self._wait = wait
        self._usage = usage
        self._bucket, self._filled = per_second or 0.0, 0.0
        self.inside = self.most = self.refused = 0
        self.starts: list[float] = []
        self.labels: list[str] = []

    async def ask(self, request: Request) -> Reply:
        self.starts.append(clock())
        self.labels.append(request.label)
        if not self._takes():
            self.refused += 1
            await asyncio.sleep(0.005)
            raise Busy("too many", wait=self._wait)
        self.inside += 1
        self.most = max(self.most, self.inside)
        try:
            await asyncio.sleep(SECONDS)
        finally:
            self.inside -= 1
        if fails := next(self._outcomes, None):
            raise fails
        return Reply(request.label, usage=self._usage)

    def _takes(self) -> bool:
        if self._admit is not None and self.inside >= self._admit:
            return False
        if self._per_second is None:
            return True
        gained = (clock() - self._filled) * self._per_second
        self._bucket, self._filled = min(self._per_second, self._bucket + gained), clock()
        if self._bucket < 1:
            return False
        self._bucket -= 1
        return True


def limits(server: Server, switch: Switch | None = None, **options: Any) -> Limits:
    return Limits(server, switch or Switch(), random=Random(7), **options)


async def ask_all(model: Limits, count: int, **changes: Any) -> float:
    """Seconds until all are answered."""
    asked = (model.ask(request(label=f"{n}", priority=float(n), **changes)) for n in range(count))
    await asyncio.gather(*asked)
    return clock()


def test_with_no_limits_it_is_as_fast_as_it_may_be_and_never_more_at_once_than_asked() -> None:
    server = Server()
    assert run(ask_all(limits(server, concurrency=16), 160)) <= 10 * SECONDS * 1.05
    assert server.most == 16


@pytest.mark.parametrize("wait", [None, 1.0])
def test_a_server_that_takes_8_at_once_is_kept_busy_and_seldom_refuses(wait: float | None) -> None:
    server = Server(admit=8, wait=wait)
    seconds = run(ask_all(limits(server, concurrency=32), 240))
    assert seconds <= 30 * SECONDS * 1.25
    assert server.refused <= 0.1 * len(server.starts)


@pytest.mark.parametrize("wait", [None, 1.0])
@pytest.mark.parametrize("concurrency", [16, 32])
def test_a_server_that_takes_20_a_second_is_asked_at_that_rate(
    concurrency: int, wait: float | None
) -> None:
    server = Server(per_second=20, wait=wait)
    seconds = run(ask_all(limits(server, concurrency=concurrency), 290))
    assert seconds <= (270 / 20 + SECONDS) * 1.25
    assert server.refused <= 0.1 * len(server.starts)


def test_a_server_that_takes_one_at_a_time_gets_them_all() -> None:
    server = Server(admit=1)
    assert run(ask_all(limits(server), 30)) <= 30 * SECONDS * 1.25


def test_nothing_is_sent_before_the_time_that_retry_after_names() -> None:
    server = Server([Busy("later", wait=20)])
    run(ask_all(limits(server, concurrency=1), 3))
    assert server.starts[1] - server.starts[0] >= SECONDS + 20


def test_long_waits_are_not_ended_together() -> None:
    async def pause(seed: int) -> float:
        server = Server([Busy("later", wait=20)])
        await Limits(server, Switch(), random=Random(seed)).ask(request())
        return clock()

    assert len({run(pause(seed)) for seed in range(5)}) == 5


def test_429s_do_not_use_up_the_tries_of_a_failing_request() -> None:
    outcomes = [Busy("x")] * 20 + [ServerFailed("x")] * 4
    server = Server(outcomes)
    run(ask_all(limits(server), 1))
    assert len(server.starts) == 25


def test_after_ten_minutes_of_429s_a_request_gives_up() -> None:
    async def main() -> float:
        server = Server(admit=0)
        with pytest.raises(Busy):
            await limits(server).ask(request())
        assert server.refused < 100
        return clock()

    assert 500 <= run(main()) <= 660


def test_a_wait_longer_than_ten_minutes_is_not_waited_for_by_anybody() -> None:
    async def main() -> float:
        model = limits(Server(admit=0, wait=3_600))
        asked = (model.ask(request()) for _ in range(5))
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
        assert all(isinstance(one, Busy) for one in outcomes)
        return clock()

    assert run(main()) < 60


@pytest.mark.parametrize("fails", [ServerFailed, Disconnected, TookTooLong])
def test_a_passing_error_is_tried_four_times_more_and_then_raised(fails: type[Passing]) -> None:
    async def main() -> None:
        server = Server([fails("x")] * 5)
        with pytest.raises(fails):
            await limits(server).ask(request())
        assert len(server.starts) == 5

    run(main())


def test_a_failed_request_waits_as_long_as_the_server_asks() -> None:
    server = Server([ServerFailed("x", wait=30)])
    assert run(ask_all(limits(server), 1)) >= 30


def test_while_one_waits_to_be_tried_again_another_takes_its_place() -> None:
    server = Server([ServerFailed("x", wait=30)])
    run(ask_all(limits(server, concurrency=1), 3))
    assert server.labels == ["0", "1", "2", "0"]


@pytest.mark.parametrize("error", [KeyRefused("x"), WrongShape("x")])
def test_other_errors_are_raised_at_once_and_free_the_place(error: ModelError) -> None:
    async def main() -> None:
        server = Server([error])
        model = limits(server, concurrency=1)
        with pytest.raises(type(error)):
            await model.ask(request())
        await model.ask(request())
        assert len(server.starts) == 2

    run(main())


def test_when_asking_ends_those_in_flight_finish_and_the_others_hear_of_it_at_once() -> None:
    async def main() -> tuple[float, int, int]:
        switch, server = Switch(), Server()
        model = limits(server, switch, concurrency=2)
        asked = [asyncio.ensure_future(model.ask(request(label=str(n)))) for n in range(10)]
        await asyncio.sleep(0.3)
        switch.turn_off(Stopped("enough"))
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
        replies = sum(isinstance(one, Reply) for one in outcomes)
        return clock(), replies, sum(isinstance(one, Stopped) for one in outcomes)

    seconds, replies, stopped = run(main())
    assert seconds <= SECONDS + 0.1
    assert (replies, stopped) == (2, 8)


def test_requests_a_minute_are_kept_and_spread_evenly() -> None:
    server = Server()
    run(ask_all(limits(server, requests_per_minute=120), 50))
    gaps = [later - sooner for sooner, later in zip(server.starts, server.starts[1:], strict=False)]
    assert min(gaps) >= 0.4
    assert server.starts[-1] == pytest.approx(24.5, abs=0.2)


def test_tokens_a_minute_are_counted_as_prompt_and_longest_reply() -> None:
    server = Server()
    sizes = {"prompt_tokens": 800, "max_output": 200}
    run(ask_all(limits(server, tokens_per_minute=60_000), 21, **sizes))
    assert server.starts[-1] == pytest.approx(20, abs=0.2)


def test_tokens_that_were_not_used_are_given_back() -> None:
    server = Server(usage=Usage(300, 0, 200))
    sizes = {"prompt_tokens": 800, "max_output": 200}
    run(ask_all(limits(server, tokens_per_minute=60_000), 41, **sizes))
    assert server.starts[-1] < 30


def heard(headers: dict[str, str], **options: Any) -> float:
    """Seconds that 60 requests of 1,000 tokens take after these headers."""
    model = limits(Server(), concurrency=60, **options)
    model.heard(headers)
    return run(ask_all(model, 60, prompt_tokens=600, max_output=400))


def test_the_limits_that_the_headers_state_are_kept() -> None:
    assert heard({"x-ratelimit-limit-requests": "60"}) > 50
    assert heard({"x-ratelimit-limit-tokens": "60000"}) > 50


def test_the_limits_that_the_user_set_stand() -> None:
    stated = {"x-ratelimit-limit-requests": "1", "x-ratelimit-limit-tokens": "1"}
    assert heard(stated, requests_per_minute=6_000, tokens_per_minute=6_000_000) < 10


def test_a_limit_of_a_day_is_not_taken_for_one_of_a_minute() -> None:
    day = {
        "x-ratelimit-limit-requests": "1440",
        "x-ratelimit-remaining-requests": "1439",
        "x-ratelimit-reset-requests": "1m0s",
    }
    assert heard(day) < 10
    minute = day | {"x-ratelimit-limit-requests": "60", "x-ratelimit-remaining-requests": "0"}
    assert heard(minute) > 50


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-ratelimit-limit-requests": "plenty"},
        {"x-ratelimit-limit-tokens": "nan", "x-ratelimit-limit-requests": "0"},
    ],
)
def test_headers_that_say_nothing_are_no_limit(headers: dict[str, str]) -> None:
    assert heard(headers) < 10


def test_an_answer_holds_its_place_until_that_is_closed() -> None:
    async def main() -> None:
        model, place = limits(Server(), concurrency=1), ExitStack()
        await model.ask(request(place=place))
        second = asyncio.create_task(model.ask(request()))
        await asyncio.sleep(10)
        assert not second.done()
        place.close()
        await second

    run(main())


def test_a_question_that_is_asked_again_gives_up_its_place_before() -> None:
    server = Server()

    async def main() -> None:
        model, place = limits(server, concurrency=1), ExitStack()
        await model.ask(request(place=place))
        await asyncio.wait_for(model.ask(request(place=place)), 5)

    run(main())
    assert len(server.labels) == 2


def test_a_question_without_answer_holds_no_place() -> None:
    async def main() -> None:
        model, place = limits(Server([WrongShape("x")]), concurrency=1), ExitStack()
        with pytest.raises(WrongShape):
            await model.ask(request(place=place))
        await asyncio.wait_for(model.ask(request()), 5)

    run(main())


def test_a_place_that_is_held_after_the_answer_is_no_sign_of_what_the_server_takes() -> None:
    async def main() -> float:
        server = Server(admit=8)
        model, places = limits(server, concurrency=32), [ExitStack() for _ in range(240)]

        async def ask(place: ExitStack) -> None:
            await model.ask(request(place=place))
            await asyncio.sleep(SECONDS)
            place.close()

        await asyncio.gather(*map(ask, places))
        return clock()

    assert run(main()) <= 31 * SECONDS * 1.25


def test_a_cancelled_request_frees_its_place() -> None:
    async def main() -> None:
        model = limits(Server(), concurrency=1)
        asked: Awaitable[Reply] = model.ask(request())
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(asked, 0.1)
        await asyncio.wait_for(model.ask(request()), 5)

    run(main())
