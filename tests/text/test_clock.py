from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.clock import times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("signed at 9.30am on Tuesday", "09:30"),
        ("signed at 9:30 a.m.", "09:30"),
        ("at 2 PM", "14:00"),
        ("at 14:00", "14:00"),
        ("at 12:15 a.m.", "00:15"),
        ("à 14 h 30", "14:30"),
        ("à 14 heures", "14:00"),
    ],
)
def test_one_time_has_one_form(text: str, expected: str) -> None:
    assert [time.iso for time in times(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["6.75 percent", "a 3-2 win", "at 25:10", "9.30 lorins", "12 hands"]
)
def test_what_is_no_clock_time_is_left_out(text: str) -> None:
    assert times(text) == ()


@given(st.text(max_size=60))
def test_any_text_is_read_and_its_times_are_in_order(text: str) -> None:
    found = times(text)

    assert all(0 <= time.start < time.end <= len(text) for time in found)
    assert list(found) == sorted(found, key=lambda time: time.start)
