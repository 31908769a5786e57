from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from summarize.models.pressure import Pressure, Turn


def sent(pressure: Pressure, count: int, now: float) -> list[Turn]:
    turns = [Turn(0, n, 0) for n in range(count)]
    for n, turn in enumerate(turns):
        pressure.sent(turn, now + n * 0.01)
    return turns


def test_each_429_takes_its_own_slot_so_that_what_is_in_service_is_left() -> None:
    pressure = Pressure(32, Random(0))
    turns = sent(pressure, 32, 1.0)
    for turn in turns[8:]:
        pressure.refused(turn, 1.4, None)
    assert pressure.limit == 8


def test_429s_that_overtake_one_another_leave_the_same_limit() -> None:
    pressure = Pressure(32, Random(0))
    turns = sent(pressure, 32, 1.0)
    for turn in (turns[n ^ 1] for n in range(8, 32)):
        pressure.refused(turn, 1.4, None)
    assert pressure.limit == 8


def test_one_more_is_tried_after_a_few_full_windows_and_later_the_next_time() -> None:
    pressure = Pressure(32, Random(0))
    turns = sent(pressure, 9, 1.0)
    pressure.refused(turns[8], 1.2, None)
    waits, now = [], 10.0
    for _ in range(2):
        served = 0
        while pressure.limit == 8:
            turn = turns.pop(0)
            pressure.left(turn)
            pressure.served(turn, now)
            turns = turns[:7] + sent(pressure, 1, now)
            now += 0.1
            served += 1
        waits.append(served)
        ninth = sent(pressure, 1, now)[0]
        pressure.refused(ninth, now + 0.01, None)
        assert pressure.limit == 8
        now += 10
    assert 20 <= waits[0] < waits[1]


def test_a_429_with_nothing_else_in_service_is_about_the_rate() -> None:
    pressure = Pressure(4, Random(0))
    now = 1.0
    for _ in range(10):
        turn = sent(pressure, 1, now)[0]
        pressure.left(turn)
        pressure.served(turn, now + 0.05)
        now += 0.1
    pressure.refused(sent(pressure, 1, now)[0], now, None)
    assert pressure.limit == 4
    spaced = max(now, pressure.ready())
    sent(pressure, 1, spaced)
    assert pressure.ready() > spaced


def test_retry_after_holds_everybody_back_for_at_least_that_long() -> None:
    pressure = Pressure(4, Random(0))
    turns = sent(pressure, 2, 1.0)
    pressure.refused(turns[1], 2.0, 7.0)
    assert 9.0 <= pressure.ready() <= 9.7


def test_without_retry_after_the_pauses_grow_to_half_a_minute() -> None:
    pressure, now, pauses = Pressure(4, Random(0)), 1.0, []
    for _ in range(2_000):
        turn = sent(pressure, 1, now)[0]
        pressure.refused(turn, now, None)
        pauses.append(pressure.ready() - now)
        now = pressure.ready() + 1
    assert max(pauses[:3]) < 3
    assert 20 < max(pauses[20:]) <= 30


def test_a_long_calm_makes_the_rate_free_again() -> None:
    pressure = Pressure(4, Random(0))
    pressure.refused(sent(pressure, 1, 1.0)[0], 1.0, None)
    now = 100.0
    for _ in range(3_000):
        turn = sent(pressure, 1, now)[0]
        pressure.left(turn)
        pressure.served(turn, now)
        now += 1
    sent(pressure, 1, now)
    assert pressure.ready() <= now


@given(st.integers(1, 20), st.lists(st.integers(0, 2), max_size=200))
def test_whatever_happens_one_may_be_sent_and_never_more_than_asked(
    most: int, fates: list[int]
) -> None:
    pressure, now, inside = Pressure(most, Random(1)), 0.0, list[Turn]()
    for fate in fates:
        now = max(now, pressure.ready())
        if fate == 2 or not inside:
            if pressure.has_room:
                inside += sent(pressure, 1, now)
        else:
            turn = inside.pop(0)
            if fate:
                pressure.served(turn, now)
            else:
                pressure.refused(turn, now, None)
            pressure.left(turn)
        assert 1 <= pressure.limit <= most
        assert len(inside) <= most
        assert all(turn.level >= 1 for turn in inside)
