from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.models.pace import CATCH_UP, Pace


def test_without_a_limit_it_is_always_ready() -> None:
    pace = Pace()
    pace.take(5.0, 1_000)
    pace.give_back(10)
    assert pace.ready() == 0.0


def test_what_is_large_may_go_at_once_and_is_paid_off_after() -> None:
    pace = Pace(10)
    assert pace.ready() <= 0.0
    pace.take(0.0, 100)
    assert abs(pace.ready() - 10.0) <= CATCH_UP


def test_units_given_back_need_not_be_paid_off() -> None:
    pace = Pace(10)
    pace.take(0.0, 100)
    before = pace.ready()
    pace.give_back(50)
    assert before - pace.ready() == 5.0


@given(st.floats(0.1, 50), st.lists(st.floats(0, 2), min_size=1, max_size=80))
def test_no_stretch_of_time_has_more_than_the_pace_allows(rate: float, gaps: list[float]) -> None:
    pace, now, taken = Pace(rate), 0.0, []
    for gap in gaps:
        now = max(now + gap, pace.ready())
        pace.take(now)
        taken.append(now)
    for first, start in enumerate(taken):
        for count, end in enumerate(taken[first:], 1):
            assert count <= (end - start + CATCH_UP) * rate + 1 + 1e-6
