"""Where the labels of pictures go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.report.chart_rows import EDGE, placed, rows

NUMBER = st.floats(-1e9, 1e9, allow_nan=False)


@given(NUMBER, NUMBER, NUMBER)
def test_a_value_stands_between_the_edges(one: float, two: float, three: float) -> None:
    low, value, high = sorted((one, two, three))

    assert EDGE <= placed(value, low, high) <= 100 - EDGE


def test_values_that_are_all_the_same_stand_in_the_middle() -> None:
    assert placed(3, 3, 3) == 50


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 30)), max_size=12))
def test_no_two_labels_of_a_row_cover_each_other(given: list[tuple[float, float]]) -> None:
    spans = [(start, start + width) for start, width in given]
    found = rows(spans)

    for i, (start, end) in enumerate(spans):
        for j, (other, its_end) in enumerate(spans[:i]):
            assert found[i] != found[j] or end <= other or its_end <= start


def test_labels_with_room_share_the_first_row() -> None:
    assert rows([(0, 10), (20, 30), (5, 15)]) == [0, 0, 1]
