from __future__ import annotations

import asyncio

import pytest

from summarize.fetch.resolving import SystemResolver, TableResolver


async def test_the_system_is_asked() -> None:
    assert "127.0.0.1" in await SystemResolver().addresses("127.0.0.1")


@pytest.mark.parametrize("host", ["a..b", "a" * 64 + ".invalid"])
async def test_what_the_system_cannot_look_up_is_an_error(host: str) -> None:
    with pytest.raises(OSError, match=r"\w"):
        await SystemResolver().addresses(host)


async def test_an_answer_that_nobody_waits_for_is_let_go() -> None:
    asked = asyncio.create_task(SystemResolver().addresses("127.0.0.1"))
    await asyncio.sleep(0)
    asked.cancel()
    await asyncio.sleep(0.05)

    assert asked.cancelled()


async def test_a_table_answers_in_turn_and_then_the_same() -> None:
    table = TableResolver({"a.test": [["1.1.1.1"], ["2.2.2.2"]], "*.test": [["3.3.3.3"]]})

    found = [await table.addresses("a.test") for _ in range(3)]
    assert found == [["1.1.1.1"], ["2.2.2.2"], ["2.2.2.2"]]
    assert await table.addresses("b.test") == ["3.3.3.3"]
    assert table.asked == ["a.test"] * 3 + ["b.test"]


async def test_a_table_knows_no_other_hosts() -> None:
    with pytest.raises(OSError, match="no such host"):
        await TableResolver({}).addresses("a.test")
