from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from virtual_time import run

from summarize.fetch.trying import Allowance, retry_after

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("3", 3.0),
        (" 0 ", 0.0),
        ("-5", 0.0),
        ("Wed, 04 Mar 2026 05:07:07 GMT", 60.0),
        ("Wed, 04 Mar 2026 05:00:07 GMT", 0.0),
        ("Wed, 04 Mar 2026 05:07:07 -0000", 60.0),
        ("soon", None),
        ("Wed, 04 Mar 99999999999999999999 05:07:07 GMT", None),
        ("Wed, 04 Mar 2026 05:07:07 +99999999999999", None),
        ("nan", None),
        ("inf", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_a_number_of_seconds_or_a_date(
    said: str | None, seconds: float | None
) -> None:
    assert retry_after(said, NOW) == seconds


@given(said=st.text())
def test_any_retry_after_is_seconds_or_nothing(said: str) -> None:
    seconds = retry_after(said, NOW)

    assert seconds is None or seconds >= 0


def test_only_what_is_spent_inside_counts() -> None:
    async def main() -> float:
        allowance = Allowance(10.0)
        async with allowance.spending():
            await asyncio.sleep(3)
        await asyncio.sleep(100)
        allowance.spend(2)
        return allowance.left

    assert run(main()) == pytest.approx(5)


def test_what_takes_longer_than_is_left_is_ended() -> None:
    async def main() -> float:
        loop = asyncio.get_running_loop()
        allowance = Allowance(10.0)
        async with allowance.spending():
            await asyncio.sleep(8)
        with pytest.raises(TimeoutError):
            async with allowance.spending():
                await asyncio.sleep(8)
        return loop.time()

    assert run(main()) == pytest.approx(10)
