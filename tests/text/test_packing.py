from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarize.text.packing import pack

SIZES = st.lists(st.integers(0, 12), max_size=40)
BUDGETS = st.integers(1, 30)
BORDERS = st.sets(st.integers(-2, 45))


def greedy(sizes: list[int], budget: int) -> int:
    """How many chunks there are when each takes as much as fits."""
    chunks, filled = 0, budget + 1
    for size in sizes:
        if filled + size > budget:
            chunks, filled = chunks + 1, 0
        filled += size
    return chunks


@given(SIZES, BUDGETS, BORDERS)
def test_the_ranges_tile_all_items_in_order(
    sizes: list[int], budget: int, borders: set[int]
) -> None:
    chunks = pack(sizes, budget, borders)
    assert [index for chunk in chunks for index in chunk] == list(range(len(sizes)))
    assert all(chunks)


@given(SIZES, BUDGETS, BORDERS)
@example([0, 9, 0], 5, set())
def test_each_range_keeps_to_the_budget_or_is_one_item(
    sizes: list[int], budget: int, borders: set[int]
) -> None:
    for chunk in pack(sizes, budget, borders):
        assert len(chunk) == 1 or sum(sizes[index] for index in chunk) <= budget


@given(SIZES, BUDGETS, BORDERS)
def test_there_are_no_more_ranges_than_needed(
    sizes: list[int], budget: int, borders: set[int]
) -> None:
    assert len(pack(sizes, budget, borders)) == greedy(sizes, budget)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(0, 9))
def test_a_section_fills_a_chunk_where_sections_do_fit_so(counts: list[int], spare: int) -> None:
    budget = 10 + spare // 3
    sizes = [budget // count for count in counts for _ in range(count)]
    ends = [sum(counts[: number + 1]) for number in range(len(counts))]
    chunks = pack(sizes, budget, ends)
    if len(chunks) == len(counts):
        assert [chunk.stop for chunk in chunks] == ends


def test_a_cut_goes_to_a_border_that_costs_nothing() -> None:
    assert pack([1] * 10, 8, [4]) == [range(4), range(4, 10)]


def test_of_two_borders_the_more_even_one_is_taken() -> None:
    assert pack([1] * 10, 8, [2, 6]) == [range(6), range(6, 10)]


def test_a_border_that_would_cost_a_range_is_passed_over() -> None:
    assert pack([1] * 10, 5, [4]) == [range(5), range(5, 10)]


def test_the_last_range_is_no_remnant() -> None:
    assert [len(chunk) for chunk in pack([1] * 101, 50)] == [34, 33, 34]


@given(st.integers(1, 300), st.integers(1, 40))
def test_items_of_one_size_are_spread_evenly(count: int, budget: int) -> None:
    lengths = [len(chunk) for chunk in pack([1] * count, budget)]
    assert max(lengths) - min(lengths) <= 1


def test_an_item_above_the_budget_stands_alone() -> None:
    assert pack([1, 9, 1], 5) == [range(1), range(1, 2), range(2, 3)]


def test_what_fits_is_one_range() -> None:
    assert pack([3, 4], 7, [1]) == [range(2)]


def test_nothing_is_no_range() -> None:
    assert pack([], 5) == []


def test_fifty_thousand_items_are_packed() -> None:
    sizes = [20 + index % 37 for index in range(50_000)]
    chunks = pack(sizes, 6_000, range(0, 50_000, 25))
    assert all(first.stop == second.start for first, second in pairwise(chunks))
    assert len(chunks) == greedy(sizes, 6_000)


@pytest.mark.parametrize("budget", [0, -3])
def test_a_budget_is_positive(budget: int) -> None:
    with pytest.raises(ValueError, match="a budget is positive"):
        pack([1], budget)
