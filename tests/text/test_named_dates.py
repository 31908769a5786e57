from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.calendar_words import CALENDARS
from summarize.text.loose_dates import loose
from summarize.text.named_dates import NamedDate, Point, named_dates

MAY_5 = date(2026, 5, 5)


def named(text: str, language: str = "en", day: date | None = None) -> NamedDate:
    [found] = named_dates(text, language, day)
    return found


POINTS = [
    ("on Tuesday", "en", Point(weekday=1)),
    ("on Tuesday, 5 May", "en", Point(month=5, day=5, weekday=1)),
    ("in May", "en", Point(month=5)),
    ("the January vote", "en", Point(month=1)),
    ("yesterday", "en", Point(relative=("day", -1))),
    ("last week", "en", Point(relative=("week", -1))),
    ("two years ago", "en", Point(relative=("year", -2), ago=True)),
    ("3 weeks ago", "en", Point(relative=("week", -3), ago=True)),
    ("上周二", "zh", Point(weekday=1, relative=("week", -1))),
    ("in 2019", "en", Point(year=2019, days=(date(2019, 1, 1), date(2019, 12, 31)))),
    ("on 2026-05-05", "en", Point(2026, 5, 5, days=(MAY_5, MAY_5))),
    ("во вторник", "ru", Point(weekday=1)),
    ("в начале марта", "ru", Point(month=3)),
]


@pytest.mark.parametrize(("text", "language", "point"), POINTS)
def test_without_a_day_a_date_has_the_parts_it_names(
    text: str, language: str, point: Point
) -> None:
    assert list(named(text, language).points) == [point]


def test_with_a_day_it_has_the_days_it_means() -> None:
    [point] = named("on Monday", day=MAY_5).points
    assert point == Point(weekday=0, days=(date(2026, 5, 4), date(2026, 5, 4)), today=MAY_5)


def test_a_range_has_two_points() -> None:
    [points] = named("May 30 to June 2, 2026").readings
    assert [(each.month, each.day, each.year) for each in points] == [(5, 30, 2026), (6, 2, 2026)]


def test_a_range_without_a_year_is_not_known() -> None:
    mention = named("May 6-8")
    assert (mention.days, [each.day for each in mention.points]) == (None, [6, 8])


def test_a_season_is_two_years() -> None:
    assert [each.year for each in named("the 2007-08 season").points] == [2007, 2008]


def test_a_date_in_numbers_may_have_two_readings() -> None:
    assert [(p.day, p.month) for p in named("on 10/03/2026").points] == [(3, 10), (10, 3)]
    assert [(p.day, p.month) for p in named("on 13/03/2026").points] == [(13, 3)]


@pytest.mark.parametrize("text", ["June Lind", "Theresa May", "May we go?", "on 30/30/2026"])
def test_what_is_no_date_is_left_out(text: str) -> None:
    assert named_dates(text, "en", None) == ()


def test_of_a_day_that_does_not_exist_the_month_remains() -> None:
    assert list(named("on 30 February").points) == [Point(month=2)]


def test_a_sentence_is_read_loosely_too() -> None:
    read = loose("The March rally, its 12th, on Black Friday of '98, 2007/08 and on 5 May.", "en")
    assert {3, 5} <= read.months
    assert 4 in read.weekdays
    assert {1998, 2007, 2008} <= read.numbers
    assert (5 in read.numbers, 5 in read.free) == (True, False)


@given(
    st.text(alphabet="0123456789/- May2月日三Tuesday ago", max_size=40),
    st.sampled_from([*CALENDARS, "und"]),
    st.one_of(st.none(), st.dates()),
)
def test_dates_lie_in_the_text_in_order(text: str, language: str, day: date | None) -> None:
    loose(text, language)
    last = 0
    for each in named_dates(text, language, day):
        assert last <= each.start < each.end <= len(text)
        assert all(each.readings)
        last = each.end


@pytest.mark.parametrize(
    ("text", "days"),
    [("el 4/3/2026", [(4, 3)]), ("el 3/14/2026", [(14, 3)])],
)
def test_where_days_come_first_a_date_in_numbers_has_one_reading(
    text: str, days: list[tuple[int, int]]
) -> None:
    assert [(point.day, point.month) for point in named(text, "es").points] == days


@pytest.mark.parametrize("text", ["am 3.4. um zehn", "bis 03.04.", "am Montag, den 3. 4."])
def test_german_dates_may_have_no_year(text: str) -> None:
    assert [(point.day, point.month) for point in named_dates(text, "de", None)[-1].points] == [
        (3, 4)
    ]


def test_a_german_decimal_is_no_date() -> None:
    assert named_dates("um 3.4 auf 3.5.", "de", None) == ()
