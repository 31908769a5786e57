from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from itertools import pairwise
from typing import Any

import pytest
from virtual_time import run

from summarize.fetch.pacing import PATIENCE, ComeLater, Pacing

PAGE = 1.0  # seconds that each page takes in these tests


async def starts(pacing: Pacing, hosts: list[str], patience: float = 30.0) -> list[float]:
    """When the pages of `hosts` start that are all asked for at once."""
    loop = asyncio.get_running_loop()

    async def fetch(host: str) -> float:
        async with pacing.turn(host, patience):
            started = loop.time()
            await asyncio.sleep(PAGE)
            return started

    return await asyncio.gather(*map(fetch, hosts))


def timed(main: Coroutine[Any, Any, list[float]]) -> list[float]:
    return [round(second, 2) for second in run(main)]


def test_no_more_than_so_many_pages_of_one_host_are_fetched_at_once() -> None:
    assert timed(starts(Pacing(32, 4, 0.0), ["a"] * 6)) == [0, 0, 0, 0, 1, 1]


def test_pages_of_one_host_start_at_a_distance() -> None:
    assert timed(starts(Pacing(32, 4, 0.25), ["a"] * 4)) == [0, 0.25, 0.5, 0.75]


def test_other_hosts_do_not_wait_for_a_slow_one() -> None:
    assert timed(starts(Pacing(32, 1, 0.0), ["a", "a", "b"])) == [0, 1, 0]


def test_no_more_than_so_many_pages_are_fetched_in_all() -> None:
    assert timed(starts(Pacing(2, 4, 0.0), ["a", "b", "c", "d"])) == [0, 0, 1, 1]


def test_a_page_that_only_waits_takes_no_place_from_others() -> None:
    assert timed(starts(Pacing(1, 4, 5.0), ["a", "a", "b", "c"])) == [0, 5, 1, 2]


def test_the_distance_holds_also_where_places_are_scarce() -> None:
    began = timed(starts(Pacing(1, 4, 0.75), ["a", "b", "a", "a"]))

    of_a = sorted([began[0], *began[2:]])
    assert all(later - sooner >= 0.75 for sooner, later in pairwise(of_a))


def test_a_crawl_delay_is_obeyed_where_it_asks_for_more() -> None:
    pacing = Pacing(32, 4, 0.25)
    pacing.ask_pause("a", 2.0)
    pacing.ask_pause("b", 0.1)
    pacing.ask_pause("c", None)

    assert timed(starts(pacing, ["a", "a", "b", "b", "c", "c"])) == [0, 2, 0, 0.25, 0, 0.25]


def test_a_host_that_asked_to_wait_is_left_alone_so_long() -> None:
    async def main() -> list[float]:
        pacing = Pacing(32, 4, 0.0)
        pacing.hold("a", 7.0)
        pacing.hold("a", 3.0)
        return await starts(pacing, ["a", "b"])

    assert timed(main()) == [7, 0]


def test_a_host_that_asks_to_wait_longer_than_a_page_has_is_not_waited_for() -> None:
    async def main() -> list[float]:
        pacing = Pacing(32, 4, 0.0)
        pacing.hold("a", 31.0)
        return await starts(pacing, ["a"], patience=30.0)

    with pytest.raises(ComeLater) as raised:
        timed(main())
    assert raised.value.seconds == pytest.approx(31)


def test_pages_beyond_our_patience_with_a_crawl_delay_are_left_for_another_run() -> None:
    async def main() -> list[float]:
        pacing = Pacing(32, 1, 0.0)
        pacing.ask_pause("a", PATIENCE * 0.6)
        done = await asyncio.gather(
            *(starts(pacing, ["a"]) for _ in range(4)), return_exceptions=True
        )
        return [-1.0 if isinstance(one, BaseException) else one[0] for one in done]

    assert timed(main()) == [0, PATIENCE * 0.6, -1, -1]


def test_a_hold_that_comes_while_a_page_waits_for_a_place_holds_for_it_too() -> None:
    async def main() -> list[float]:
        pacing = Pacing(1, 4, 0.0)
        first = asyncio.create_task(starts(pacing, ["b"]))
        second = asyncio.create_task(starts(pacing, ["a"]))
        await asyncio.sleep(PAGE / 2)
        pacing.hold("a", 9.0)
        return [*await first, *await second]

    assert timed(main()) == [0, 9.5]


def test_a_page_that_is_given_up_leaves_its_place() -> None:
    async def main() -> list[float]:
        pacing = Pacing(1, 1, 3.0)
        first = asyncio.create_task(starts(pacing, ["a"]))
        second = asyncio.create_task(starts(pacing, ["a"]))
        await asyncio.sleep(2)
        second.cancel()
        await asyncio.gather(first, second, return_exceptions=True)
        return await starts(pacing, ["a", "b"])

    assert timed(main()) == [3, 2]
