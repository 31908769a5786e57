"""The timeline of a story as a picture."""

from __future__ import annotations

from summarize.report.chart_rows import EDGE
from summarize.report.chart_timeline import chart_timeline
from summarize.report.view import Cited


def events(*days: str) -> list[Cited]:
    return [Cited("It happened.", ("1a",), lead=day) for day in days]


def test_events_stand_where_their_days_are() -> None:
    chart = chart_timeline(events("2026-03-01", "2026-03-06", "2026-03-11"))

    assert chart is not None
    assert [(dot.number, dot.x) for dot in chart.dots] == [(1, EDGE), (2, 50), (3, 100 - EDGE)]
    assert len({dot.y for dot in chart.dots}) == 1
    assert (chart.first, chart.last) == ("2026-03-01", "2026-03-11")


def test_events_of_one_day_stand_above_each_other() -> None:
    chart = chart_timeline(events("2026-03-01", "2026-03-11", "2026-03-11"))

    assert chart is not None
    assert chart.dots[1].x == chart.dots[2].x
    assert chart.dots[1].y > chart.dots[2].y > 0
    assert chart.line > chart.dots[1].y


def test_a_month_and_a_year_begin_on_their_first_day() -> None:
    chart = chart_timeline(events("2025", "2026-01", "2026-01-01", "2026-12-31"))

    assert chart is not None
    assert chart.dots[1].x == chart.dots[2].x


def test_one_day_alone_is_no_picture() -> None:
    assert chart_timeline(events("2026-03-11", "2026-03-11")) is None
    assert chart_timeline([]) is None


def test_what_is_no_date_is_no_picture() -> None:
    assert chart_timeline(events("2026-03-10", "2026-03-11", "spring")) is None
    assert chart_timeline(events("2026-03-10", "2026-03-11", "2026-02-30")) is None
