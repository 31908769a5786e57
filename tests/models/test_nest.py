"""The whole nest on a script: asked once, counted, remembered, stopped."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import CapReached, Stopped
from summarize.models.budget import Caps
from summarize.models.nest import Bounds, Nest, Server
from summarize.models.prices import Price
from summarize.models.request import Usage
from summarize.models.scripted import Line, Scripted
from summarize.store import Store
from tests.models.asking import request

HERE = "http://127.0.0.1:1/v1"
PRICE = Price(1.0, 1.0, 2.0, "--price")
BRIEF = {
    "bottom_line": {"text": "The council opened the bridge.", "cites": [1]},
    "claims": [],
    "who": [],
    "where": [],
    "quotations": [],
}
NO_CAPS = Caps()
GOOD = Line(reply=BRIEF, usage=Usage(1_000, 0, 500))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "answers.db") as opened:
        yield opened


def nest(
    store: Store | None, *lines: Line, price: Price | None = PRICE, caps: Caps = NO_CAPS
) -> Nest:
    script = Scripted(list(lines or [GOOD]), name="script", digest="d")
    return Nest(Server(HERE, "test-model", script), store, Bounds(caps=caps), price, fresh=False)


async def test_what_was_answered_costs_nothing_in_the_next_run(store: Store) -> None:
    await nest(store).ask(request())
    second = nest(store)

    reply = await second.ask(request())

    assert reply.reused
    assert (second.reused, second.budget.calls) == (1, 0)


async def test_a_second_try_is_on_disk_as_the_answer_to_the_question(store: Store) -> None:
    bad = Line(reply="", times=1)
    first = nest(store, bad, GOOD)
    await first.ask(request())
    second = nest(store)

    assert (await second.ask(request())).reused
    assert (first.budget.calls, second.budget.calls) == (2, 0)


async def test_without_a_store_the_same_question_is_still_paid_once() -> None:
    asked = nest(None)

    await asked.ask(request())
    await asked.ask(request())

    assert (asked.budget.calls, asked.reused) == (1, 1)


async def test_an_answer_is_kept_with_its_cost(store: Store) -> None:
    await nest(store).ask(request())

    [kind] = store.info().kinds
    assert kind.cost_usd == pytest.approx(0.002)


async def test_the_cost_of_an_unknown_price_is_unknown(store: Store) -> None:
    await nest(store, price=None).ask(request())

    [kind] = store.info().kinds
    assert kind.cost_usd is None


@pytest.mark.parametrize("caps", [Caps(day=0.0021), Caps(month=0.0021)], ids=["day", "month"])
async def test_what_another_run_spent_counts_for_the_day_and_the_month(
    store: Store, caps: Caps
) -> None:
    await nest(store).ask(request("a"))
    second = nest(store, caps=caps)

    with pytest.raises(CapReached):
        await second.ask(request("b", prompt_tokens=1_000))
    assert second.budget.calls == 0


async def test_what_works_at_a_server_is_remembered_for_the_next_run(store: Store) -> None:
    await nest(store).ask(request())

    assert store.remembered(HERE, "test-model", "sending") is not None


@pytest.mark.parametrize("writes", ["keep", "spend", "remember"])
async def test_a_store_that_is_slow_to_write_stops_nobody_else(store: Store, writes: str) -> None:
    let, write = threading.Event(), getattr(store, writes)
    setattr(store, writes, lambda *given: (let.wait(5), write(*given))[1])
    asking = asyncio.create_task(nest(store).ask(request()))
    await asyncio.sleep(0.2)
    waited = not asking.done()
    let.set()
    await asking

    assert waited


async def test_nothing_is_asked_once_it_is_stopped() -> None:
    asked = nest(None)
    reason = Stopped("the run was interrupted")
    asked.stop(reason)

    with pytest.raises(Stopped, match="interrupted"):
        await asked.ask(request())
    assert asked.stopped is reason
    assert asked.budget.calls == 0


async def test_answers_on_disk_are_given_after_it_is_stopped(store: Store) -> None:
    await nest(store).ask(request())
    second = nest(store)
    second.stop(Stopped("the run was interrupted"))

    assert (await second.ask(request())).reused


async def test_a_store_that_fails_is_trouble_and_no_error(store: Store) -> None:
    await nest(store).ask(request("a"))
    asked = nest(store)
    store.close()

    assert not (await asked.ask(request("b"))).reused
    assert asked.trouble is not None


async def test_a_store_that_fails_from_the_start_costs_no_reply(store: Store) -> None:
    store.close()
    asked = nest(store)

    assert not (await asked.ask(request())).reused
    assert asked.trouble is not None
