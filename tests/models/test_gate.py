from __future__ import annotations

import asyncio
from random import Random

import pytest
from virtual_time import run

from summarize.errors import Stopped
from summarize.models.gate import Gate
from summarize.models.pace import Pace
from summarize.models.pressure import Pressure
from summarize.models.switch import Switch


def gate(switch: Switch | None = None, *, at_once: int = 1, a_second: float | None = None) -> Gate:
    pressure = Pressure(at_once, Random(0))
    return Gate(switch or Switch(), at_once, pressure, Pace(a_second), Pace())


async def passing(through: Gate, priority: float, name: str, order: list[str]) -> None:
    turn = through.turn(priority, 0)
    await through.enter(turn)
    order.append(name)
    await asyncio.sleep(1)
    through.leave(turn)


def test_the_lower_priority_goes_first_and_equals_in_the_order_of_arrival() -> None:
    async def main() -> list[str]:
        through, order = gate(), list[str]()
        places = [(5, "first"), (3, "c"), (1, "a"), (3, "d"), (2, "b")]
        await asyncio.gather(*(passing(through, *place, order) for place in places))
        return order

    assert run(main()) == ["first", "a", "b", "c", "d"]


def test_requests_are_spaced_by_the_pace() -> None:
    async def main() -> float:
        through = gate(at_once=50, a_second=2)
        await asyncio.gather(*(passing(through, 0, "", []) for _ in range(11)))
        return asyncio.get_running_loop().time()

    assert run(main()) == pytest.approx(5 + 1, abs=0.2)


def test_who_waits_hears_at_once_that_asking_has_ended() -> None:
    async def main() -> tuple[float, list[str]]:
        switch = Switch()
        through, order = gate(switch), list[str]()
        inside = asyncio.ensure_future(passing(through, 0, "inside", order))
        waiting = [asyncio.ensure_future(passing(through, 1, "never", order)) for _ in range(3)]
        away = asyncio.ensure_future(through.enter(through.turn(0, 0), after=60))
        await asyncio.sleep(0.5)
        switch.turn_off(Stopped("the user stopped it"))
        outcomes = await asyncio.gather(*waiting, away, return_exceptions=True)
        heard = asyncio.get_running_loop().time()
        assert all(isinstance(one, Stopped) for one in outcomes)
        await inside
        return heard, order

    assert run(main()) == (0.5, ["inside"])


def test_nobody_enters_when_asking_has_ended() -> None:
    async def main() -> None:
        switch = Switch()
        switch.turn_off(Stopped("no more"))
        through = gate(switch)
        with pytest.raises(Stopped):
            await through.enter(through.turn(0, 0))

    run(main())


def test_a_request_that_is_cancelled_while_it_waits_takes_no_place() -> None:
    async def main() -> list[str]:
        through, order = gate(), list[str]()
        first = asyncio.ensure_future(passing(through, 0, "first", order))
        given_up = asyncio.ensure_future(passing(through, 1, "given up", order))
        last = asyncio.ensure_future(passing(through, 2, "last", order))
        await asyncio.sleep(0.5)
        given_up.cancel()
        await asyncio.gather(first, last)
        return order

    assert run(main()) == ["first", "last"]


def test_a_request_that_is_cancelled_as_it_is_let_in_gives_its_place_back() -> None:
    async def main() -> None:
        through = gate()
        first, second, third = (through.turn(n, 0) for n in range(3))
        await through.enter(first)
        waiting = asyncio.ensure_future(through.enter(second))
        await asyncio.sleep(0)
        through.leave(first)
        waiting.cancel()
        await asyncio.wait([waiting])
        assert waiting.cancelled()
        await asyncio.wait_for(through.enter(third), 5)

    run(main())


def test_a_request_may_come_back_later_and_keeps_its_place_in_the_order() -> None:
    async def main() -> list[str]:
        through, order = gate(), list[str]()
        early = through.turn(0, 0)
        others = asyncio.gather(*(passing(through, 0, name, order) for name in "abc"))
        await through.enter(early, after=1.5)
        order.append("early")
        through.leave(early)
        await others
        return order

    assert run(main()) == ["a", "b", "early", "c"]
