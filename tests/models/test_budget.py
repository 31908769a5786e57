from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from budget_drill import drill
from hypothesis import given, settings
from hypothesis import strategies as st
from virtual_time import run

from summarize import errors
from summarize.errors import (
    CapReached,
    CutShort,
    ModelError,
    Stopped,
    StoreError,
    UsageError,
)
from summarize.models.budget import Budget, Caps
from summarize.models.prices import Price
from summarize.models.request import Reply, Request, Usage
from summarize.models.switch import Switch
from tests.models.asking import request

PRICE = Price(10.0, 1.0, 100.0, "test")
# At that price the worst case of a call of this size is 0.01 + 0.01 USD.
SIZE: dict[str, Any] = {"prompt_tokens": 1_000, "max_output": 100}
WORST = 0.02
USAGE = Usage(input=1_000, cached=500, output=10)
PAID = 0.005 + 0.0005 + 0.001


class Provider:
    """Replies after a second, or fails."""

    def __init__(self, usage: Usage | None = USAGE, fails: ModelError | None = None) -> None:
        self.usage = usage
        self.fails = fails
        self.asked: list[str] = []

    async def ask(self, request: Request) -> Reply:
        self.asked.append(request.label)
        await asyncio.sleep(1)
        if self.fails:
            raise self.fails
        return Reply(request.label, usage=self.usage)


class Kept:
    """What all runs spent, in memory."""

    def __init__(self, today: float = 0.0, month: float = 0.0) -> None:
        self.today = today
        self.month = month

    async def spent_today(self) -> float:
        return self.today

    async def spent_this_month(self) -> float:
        return self.month

    async def spend(self, usd: float) -> None:
        self.today += usd
        self.month += usd


class Slow(Kept):
    """A disk that takes its time, and does first what it was told first."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = asyncio.Lock()

    async def spent_today(self) -> float:
        async with self._turn:
            await asyncio.sleep(0.3)
            return self.today

    async def spend(self, usd: float) -> None:
        async with self._turn:
            await asyncio.sleep(0.3)
            await super().spend(usd)


class Unkept(Kept):
    """A store that cannot be written any more."""

    async def spend(self, usd: float) -> None:  # noqa: ARG002
        raise StoreError("the disk is full", hint="make room")


def ask(budget: Budget, *labels: str, **changes: Any) -> list[Reply | BaseException]:
    """The outcomes of requests that are all asked at once."""

    async def main() -> list[Reply | BaseException]:
        asked = (budget.ask(request(label=label, **(SIZE | changes))) for label in labels)
        return await asyncio.gather(*asked, return_exceptions=True)

    return run(main())


def replies(outcomes: list[Reply | BaseException]) -> int:
    return sum(isinstance(one, Reply) for one in outcomes)


def test_a_call_is_settled_at_what_it_used_with_cached_tokens_at_their_price() -> None:
    budget = Budget(Provider(), price=PRICE)
    ask(budget, "a", "b")
    assert budget.cost == pytest.approx(2 * PAID)
    assert budget.usage == USAGE + USAGE
    assert budget.calls == 2


def test_what_is_in_flight_is_no_cost_yet() -> None:
    async def main() -> float | None:
        budget = Budget(Provider(), price=PRICE)
        asked = asyncio.ensure_future(budget.ask(request(**SIZE)))
        await asyncio.sleep(0.5)
        cost = budget.cost
        await asked
        return cost

    assert run(main()) == 0.0


def test_without_a_price_the_cost_is_unknown_once_something_was_asked() -> None:
    budget = Budget(Provider(), price=None)
    assert budget.cost == 0.0
    ask(budget, "a")
    assert budget.cost is None
    assert budget.usage == USAGE


@pytest.mark.parametrize("caps", [Caps(usd=1), Caps(day=1), Caps(month=1)])
def test_a_cap_in_usd_needs_a_price(caps: Caps) -> None:
    with pytest.raises(UsageError, match="--price IN,OUT"):
        Budget(Provider(), price=None, caps=caps)


def test_a_call_whose_worst_case_does_not_fit_is_not_sent() -> None:
    provider = Provider()
    budget = Budget(provider, price=PRICE, caps=Caps(usd=WORST - 0.001))
    (outcome,) = ask(budget, "a")
    assert isinstance(outcome, CapReached)
    assert str(outcome) == (
        "the budget of $0.019 is reached: $0.0000 spent, the next call may cost $0.0200; "
        "raise --budget"
    )
    assert provider.asked == []


def test_a_call_that_just_fits_is_sent() -> None:
    assert replies(ask(Budget(Provider(), price=PRICE, caps=Caps(usd=WORST)), "a")) == 1


def test_a_call_that_may_fit_later_waits_for_those_in_flight() -> None:
    provider = Provider()
    budget = Budget(provider, price=PRICE, caps=Caps(usd=WORST + 2 * PAID))
    assert replies(ask(budget, *"abc")) == 3
    assert provider.asked == ["a", "b", "c"]


def test_a_call_that_fits_no_more_once_all_is_settled_is_refused() -> None:
    budget = Budget(Provider(usage=None), price=PRICE, caps=Caps(usd=2 * WORST + 0.01))
    outcomes = ask(budget, *"abc")
    assert [isinstance(one, CapReached) for one in outcomes] == [False, False, True]
    assert budget.cost == pytest.approx(2 * WORST)


def test_who_waits_for_the_budget_asks_no_more_when_asking_has_ended() -> None:
    async def main() -> float:
        switch, provider = Switch(), Provider()
        budget = Budget(provider, price=PRICE, caps=Caps(usd=WORST + PAID), switch=switch)
        first, second = (
            asyncio.ensure_future(budget.ask(request(label=one, **SIZE))) for one in "ab"
        )
        await asyncio.sleep(0.5)
        switch.turn_off(Stopped("enough"))
        with pytest.raises(Stopped):
            await second
        heard = asyncio.get_running_loop().time()
        await first
        return heard

    assert run(main()) == 0.5


@pytest.mark.parametrize(
    "kind",
    [
        errors.Busy,
        errors.ServerFailed,
        errors.Refused,
        errors.TooLong,
        errors.KeyRefused,
        errors.Unreachable,
        errors.NoScriptedReply,
    ],
)
def test_what_was_surely_not_charged_is_given_back_and_counts_as_a_call(
    kind: type[ModelError],
) -> None:
    budget = Budget(Provider(fails=kind("x")), price=PRICE)
    ask(budget, "a")
    assert (budget.cost, budget.calls) == (0.0, 1)


@pytest.mark.parametrize("kind", [errors.TookTooLong, errors.Disconnected, errors.CutShort])
def test_what_may_have_been_charged_stays_at_its_worst_case(kind: type[ModelError]) -> None:
    budget = Budget(Provider(fails=kind("x")), price=PRICE)
    ask(budget, "a")
    assert budget.cost == pytest.approx(WORST)


def test_a_cancelled_call_stays_at_its_worst_case() -> None:
    async def main() -> float | None:
        budget = Budget(Provider(), price=PRICE)
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(budget.ask(request(**SIZE)), 0.5)
        return budget.cost

    assert run(main()) == pytest.approx(WORST)


def test_a_bad_reply_that_names_its_usage_is_settled_at_that() -> None:
    error = CutShort("too long")
    error.usage = USAGE
    budget = Budget(Provider(fails=error), price=PRICE)
    ask(budget, "a")
    assert budget.cost == pytest.approx(PAID)
    assert budget.usage == USAGE


def test_every_request_counts_against_the_calls_failed_ones_too() -> None:
    provider = Provider(fails=errors.Busy("x"))
    budget = Budget(provider, price=None, caps=Caps(calls=2))
    outcomes = ask(budget, *"abc")
    assert str(outcomes[2]) == "the limit of 2 calls is reached: 2 made; raise --max-calls"
    assert len(provider.asked) == 2


def test_one_call_is_kept_for_the_overview() -> None:
    budget = Budget(Provider(), price=None, caps=Caps(calls=3, reserve_calls=1))
    outcomes = ask(budget, *"abc")
    assert replies(outcomes) == 2
    assert "1 kept for the overview" in str(outcomes[2])
    assert replies(ask(budget, "overview", template="overview")) == 1


def test_an_amount_is_kept_for_the_overview() -> None:
    caps = Caps(usd=2 * WORST, reserve_usd=WORST)
    budget = Budget(Provider(usage=None), price=PRICE, caps=caps)
    outcomes = ask(budget, *"ab")
    assert replies(outcomes) == 1
    assert "$0.0200 kept for the overview" in str(outcomes[1])
    assert replies(ask(budget, "overview", template="overview")) == 1


def test_once_the_overview_is_asked_nothing_is_kept_any_more() -> None:
    budget = Budget(Provider(), price=None, caps=Caps(calls=3, reserve_calls=1))
    ask(budget, "overview", template="overview")
    assert replies(ask(budget, *"ab")) == 2


@pytest.mark.parametrize(
    ("caps", "kept", "said"),
    [
        (Caps(day=1), Kept(today=0.99), "the limit a day of $1 is reached: $0.9900 spent"),
        (Caps(month=5), Kept(month=4.99), "the limit a month of $5 is reached: $4.9900 spent"),
    ],
)
def test_what_earlier_runs_spent_counts(caps: Caps, kept: Kept, said: str) -> None:
    (outcome,) = ask(Budget(Provider(), price=PRICE, caps=caps, spent=kept), "a")
    assert isinstance(outcome, CapReached)
    assert said in str(outcome)


@pytest.mark.parametrize("caps", [Caps(day=1.5 * WORST), Caps(month=1.5 * WORST)])
def test_limits_a_day_and_a_month_count_the_run_alone_where_nothing_is_kept(caps: Caps) -> None:
    assert replies(ask(Budget(Provider(usage=None), price=PRICE, caps=caps), *"ab")) == 1


def test_what_is_spent_is_kept_before_a_call_and_put_right_after_it() -> None:
    async def main() -> tuple[float, float]:
        kept = Kept()
        budget = Budget(Provider(), price=PRICE, spent=kept)
        asked = asyncio.ensure_future(budget.ask(request(**SIZE)))
        await asyncio.sleep(0.5)
        before = kept.today
        await asked
        return before, kept.today

    assert run(main()) == pytest.approx((WORST, PAID))


def test_a_slow_disk_lets_nobody_over_a_limit_a_day_and_refuses_nothing_that_fits() -> None:
    async def main() -> tuple[int, float]:
        kept = Slow()
        caps = Caps(day=WORST + 2 * PAID)
        budget = Budget(Provider(), price=PRICE, caps=caps, spent=kept)
        asked = (budget.ask(request(label=label, **SIZE)) for label in "abcdef")
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
        return replies(outcomes), kept.today

    assert run(main()) == pytest.approx((3, 3 * PAID))


def test_a_call_that_is_cancelled_before_it_is_sent_costs_nothing() -> None:
    async def main() -> float | None:
        budget = Budget(Provider(), price=PRICE, spent=Slow())
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(budget.ask(request(**SIZE)), 0.1)
        return budget.cost

    assert run(main()) == 0.0


def test_a_reply_that_was_paid_is_not_lost_when_the_amount_cannot_be_kept() -> None:
    budget = Budget(Provider(), price=PRICE, spent=Unkept())
    assert replies(ask(budget, "a")) == 1
    assert budget.trouble is not None


def test_with_a_limit_a_day_nothing_is_asked_once_the_amount_cannot_be_kept() -> None:
    budget = Budget(Provider(), price=PRICE, caps=Caps(day=100), spent=Unkept())
    ask(budget, "a")
    (outcome,) = ask(budget, "b")
    assert "the disk is full; make room" in str(outcome)
    assert isinstance(outcome, CapReached)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**9))
def test_never_over_a_cap_and_nothing_refused_that_still_fits(seed: int) -> None:
    faults, _ = run(drill(seed))
    assert faults == []


def test_what_another_model_of_the_run_has_used_counts_too() -> None:
    async def judged(caps: Caps) -> int:
        writer, judge = Provider(), Provider()
        first = Budget(writer, price=PRICE, caps=caps)
        second = Budget(judge, price=PRICE, caps=caps, before=first)
        await first.ask(request("a", **SIZE))
        for label in ("b", "c"):
            with suppress(CapReached):
                await second.ask(request(label, **SIZE))
        return len(judge.asked)

    assert run(judged(Caps(calls=2))) == 1
    assert run(judged(Caps(usd=PAID + WORST))) == 1
    assert run(judged(Caps(day=PAID + WORST))) == 1
    assert run(judged(Caps(month=WORST))) == 0
