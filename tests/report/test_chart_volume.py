"""How many articles were published when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from summarize.report.chart_volume import HEIGHT, ROOMY, VolumeChart, chart_volume
from summarize.report.desk import open_desk
from summarize.reported import Report

MONDAY = date(2026, 3, 9)
Chart = Callable[..., VolumeChart | None]


@pytest.fixture
def chart(daily: Report) -> Chart:
    """The picture of articles of these times."""

    def drawn(*published: date | None) -> VolumeChart | None:
        one = daily.articles[0]
        articles = tuple(replace(one, key=str(n), published=at) for n, at in enumerate(published))
        return chart_volume(open_desk(replace(daily, articles=articles)))

    return drawn


def counts(found: VolumeChart | None) -> list[tuple[str, int]]:
    assert found is not None
    return [(bar.when, bar.n) for bar in found.bars]


def test_days_are_counted_and_empty_ones_have_their_room(chart: Chart) -> None:
    found = chart(MONDAY, MONDAY, None, MONDAY + timedelta(days=3))

    assert counts(found) == [("2026-03-09", 2), ("2026-03-12", 1)]
    assert found is not None
    assert found.title == "Articles by day"
    assert [bar.height for bar in found.bars] == [HEIGHT, HEIGHT // 2]
    assert found.bars[1].x - found.bars[0].x == 75


def test_times_of_a_few_days_are_counted_by_hour_in_utc(chart: Chart) -> None:
    east = timezone(timedelta(hours=5, minutes=30))
    found = chart(
        datetime(2026, 3, 9, 8, 10, tzinfo=UTC),
        datetime(2026, 3, 9, 14, 10, tzinfo=east),
        datetime(2026, 3, 9, 10, 59, tzinfo=UTC),
    )

    assert counts(found) == [("2026-03-09 08:00", 2), ("2026-03-09 10:00", 1)]


def test_where_one_has_no_time_all_are_counted_by_day(chart: Chart) -> None:
    found = chart(datetime(2026, 3, 9, 8, tzinfo=UTC), date(2026, 3, 10))

    assert counts(found) == [("2026-03-09", 1), ("2026-03-10", 1)]


def test_a_long_time_is_counted_by_month(chart: Chart) -> None:
    found = chart(date(2025, 11, 30), date(2026, 1, 1), date(2026, 3, 31))

    assert counts(found) == [("2025-11", 1), ("2026-01", 1), ("2026-03", 1)]


def test_many_bars_have_no_room_for_numbers(chart: Chart) -> None:
    few, lots = (chart(MONDAY, MONDAY + timedelta(days=n)) for n in (ROOMY - 1, ROOMY))

    assert few is not None
    assert few.is_roomy
    assert lots is not None
    assert not lots.is_roomy
    assert 0 <= lots.bars[0].x < lots.bars[-1].x + lots.bars[-1].width <= 100.01


@pytest.mark.parametrize("published", [[], [None, None], [MONDAY, MONDAY]])
def test_one_day_alone_is_no_picture(chart: Chart, published: list[date | None]) -> None:
    assert chart(*published) is None


def test_times_that_utc_does_not_have_are_counted_by_day(chart: Chart) -> None:
    west = timezone(timedelta(hours=-14))
    end = datetime(9999, 12, 31, 23, tzinfo=west)

    found = chart(end - timedelta(days=1), end)

    assert counts(found) == [("9999-12-30", 1), ("9999-12-31", 1)]
