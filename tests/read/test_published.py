"""Dates as news writes them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read.published import parse

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-10",
        " 2026-03-10 ",
        "20260310",
        "2026-03-10T08:30:00",
        "2026-03-10 08:30",
        "March 10, 2026",
        "Mar. 10 2026",
        "Tuesday, March 10th, 2026",
        "March 10, 2026 at 8:30 a.m. EST",
        "10 March 2026",
        "Tue., 10 Mar 2026",
        "10 mars 2026",
        "mardi 10 mars 2026 à 8h30",
        "10 de marzo de 2026",
        "10. März 2026".replace("März", "mars"),
        "2026/03/10",
        "2026年3月10日",
        "Tue, 10 Mar 2026 08:30:00 -0000",
    ],
)
def test_a_date_is_understood(text: str) -> None:
    assert parse(text) == DAY
    assert not isinstance(parse(text), datetime)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-10T08:30:00Z", datetime(2026, 3, 10, 8, 30, tzinfo=UTC)),
        ("2026-03-10T08:30:00 GMT", datetime(2026, 3, 10, 8, 30, tzinfo=UTC)),
        (
            "2026-03-10T08:30:00+02:00",
            datetime(2026, 3, 10, 8, 30, tzinfo=timezone(timedelta(hours=2))),
        ),
        (
            "Tue, 10 Mar 2026 08:30:00 +0100",
            datetime(2026, 3, 10, 8, 30, tzinfo=timezone(timedelta(hours=1))),
        ),
        ("1773131400", datetime(2026, 3, 10, 8, 30, tzinfo=UTC)),
        ("1773131400000", datetime(2026, 3, 10, 8, 30, tzinfo=UTC)),
    ],
)
def test_a_time_with_a_zone_is_kept(text: str, moment: datetime) -> None:
    found = parse(text)
    assert isinstance(found, datetime)
    assert found == moment
    assert found.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(("text"), ["25/03/2026", "03/25/2026", "25.03.2026"])
def test_numbers_that_can_be_meant_one_way_are_read(text: str) -> None:
    assert parse(text) == date(2026, 3, 25)


def test_a_day_that_equals_its_month_is_read() -> None:
    assert parse("03/03/2026") == date(2026, 3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "10/03/2026",
        "2026-02-30",
        "30 February 2026",
        "10 Brumaire 2026",
        "2026/13/40",
        "0001-01-01",
        "9999-12-31",
        "2026",
        "x" * 100,
        "99999999999999999999",
        "Mon, 99 Mar 2026 08:30:00 +0100",
    ],
)
def test_what_is_no_sure_date_is_none(text: str) -> None:
    assert parse(text) is None


@given(st.dates(date(1700, 1, 1), date(2199, 12, 31)))
def test_every_iso_date_is_read(day: date) -> None:
    assert parse(day.isoformat()) == day


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    found = parse(text)
    assert found is None or isinstance(found, date)


@given(st.datetimes(datetime(1700, 1, 1), datetime(2199, 12, 31), timezones=st.timezones()))  # noqa: DTZ001 -- hypothesis adds the zone
def test_a_moment_is_never_without_its_zone(moment: datetime) -> None:
    found = parse(moment.isoformat(timespec="seconds"))
    assert isinstance(found, datetime)
    assert found.utcoffset() is not None
