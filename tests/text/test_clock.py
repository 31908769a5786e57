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
        ("à 2 heures du matin", "02:00"),
        ("um 14 Uhr 30", "14:30"),
        ("um 2 Uhr nachts", "02:00"),
        ("a las 5 de la tarde", "17:00"),
        ("às 14h30", "14:30"),
        ("下午2点半", "14:30"),
        ("下午14:30", "14:30"),
        ("晚上9点30分", "21:30"),
        ("शाम 5:30 बजे", "17:30"),
        ("رات 12 بجے", "00:00"),
        ("والساعة 14", "14:00"),
        ("الساعة 5:30 مساءً", "17:30"),
        ("lúc 8 giờ 30", "08:30"),
        ("lúc 11 giờ trưa", "11:00"),
    ],
)
def test_one_time_has_one_form(text: str, expected: str) -> None:
    assert [time.iso for time in times(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "6.75 percent",
        "a 3-2 win",
        "at 25:10",
        "9.30 lorins",
        "12 hands",
        "3 heures",
        "2 giờ đồng hồ",
        "3小时",
    ],
)
def test_what_is_no_clock_time_is_left_out(text: str) -> None:
    assert times(text) == ()


@pytest.mark.parametrize(
    ("text", "certain"),
    [("at 2:30", False), ("at 14:30", True), ("at 02:30", True), ("at 2 p.m.", True)],
)
def test_without_a_half_of_the_day_an_early_time_is_not_certain(text: str, certain: bool) -> None:
    assert [time.certain for time in times(text)] == [certain]


def test_both_ends_of_a_span_are_times() -> None:
    assert [time.iso for time in times("open 8-10 a.m.")] == ["08:00", "10:00"]


def test_a_time_is_so_many_minutes_after_midnight() -> None:
    assert [time.minutes for time in times("at 2:30 p.m.")] == [870]


@given(st.text(max_size=60))
def test_any_text_is_read_and_its_times_are_in_order(text: str) -> None:
    found = times(text)

    assert all(0 <= time.start < time.end <= len(text) for time in found)
    assert list(found) == sorted(found, key=lambda time: time.start)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at noon or midnight", ["12:00", "00:00"]),
        ("à midi", ["12:00"]),
        ("between 9:30 a.m. and noon", ["09:30", "12:00"]),
        ("um Mitternacht", ["00:00"]),
        ("正午", ["12:00"]),
        ("this afternoon, après-midi, the Midnight Sun", []),
    ],
)
def test_a_time_may_be_a_word(text: str, expected: list[str]) -> None:
    assert [time.iso for time in times(text)] == expected
