"""Figures that differ as ranges."""

from __future__ import annotations

from summarize.claims import Figure, Value
from summarize.report.chart_ranges import SHORT, chart_ranges
from summarize.report.chart_rows import EDGE


def value(number: float | tuple[float, float], text: str = "", *, gone: bool = False) -> Value:
    return Value(number, text or str(number), None, 1, (), superseded=gone)


def figure(*values: Value, what: str = "people killed") -> Figure:
    return Figure(what, "people", values)


def test_values_stand_between_zero_and_the_most() -> None:
    (chart,) = chart_ranges([figure(value(31), value(26))], ["people killed"])

    assert chart.zero == EDGE
    assert [dot.text for dot in chart.dots] == ["26", "31"]
    assert EDGE < chart.start == chart.dots[0].x < chart.end == chart.dots[1].x == 100 - EDGE


def test_a_value_that_is_a_range_reaches_from_end_to_end() -> None:
    (chart,) = chart_ranges([figure(value(50), value((80, 100)))], ["people killed"])

    assert chart.dots[0].x == chart.dots[0].to
    assert chart.dots[1].x < chart.dots[1].to == 100 - EDGE


def test_below_zero_zero_is_where_it_is() -> None:
    (chart,) = chart_ranges([figure(value(-10), value(10))], ["people killed"])

    assert chart.zero == 50
    assert [dot.anchor for dot in chart.dots] == ["start", "end"]


def test_labels_of_near_values_stand_above_each_other() -> None:
    (chart,) = chart_ranges([figure(value(49), value(50), value(99))], ["people killed"])

    assert chart.dots[0].y != chart.dots[1].y
    assert chart.dots[0].anchor == "middle"
    assert all(0 < dot.y < chart.line < chart.height for dot in chart.dots)


def test_what_was_superseded_is_shown_but_does_not_widen_the_range() -> None:
    values = (value(12, gone=True), value(26), value(31), value(26, "old 26", gone=True))
    (chart,) = chart_ranges([figure(*values)], ["people killed"])

    assert [(dot.text, dot.superseded) for dot in chart.dots] == [
        ("12", True),
        ("26", False),
        ("31", False),
    ]
    assert chart.start == chart.dots[1].x


def test_a_long_wording_is_cut() -> None:
    long = value(9, "about nine of the people who were in the building")
    (chart,) = chart_ranges([figure(value(3), long)], ["people killed"])

    assert len(chart.dots[1].text) == SHORT
    assert chart.dots[1].text.endswith("…")


def test_figures_on_which_nobody_differs_have_no_picture() -> None:
    same = figure(value(26), value(26, "26 people"))
    other = figure(value(1), value(2), what="people missing")

    assert chart_ranges([same, other], ["people killed", "the weather"]) == ()
