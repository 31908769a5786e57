"""Intervals over stories."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evaluate.interval import FEWEST, Measured, difference, ratio

PAIR = st.integers(0, 9).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))
STORIES = st.lists(PAIR, min_size=0, max_size=12)


def test_a_ratio_is_that_of_the_sums() -> None:
    assert ratio([(1, 2), (3, 8)]) == Measured(0.4)


def test_where_there_is_nothing_to_count_there_is_no_ratio() -> None:
    assert ratio([(0, 0), (0, 0)]) is None
    assert ratio([]) is None


def test_stories_in_which_nothing_is_counted_do_not_count_as_stories() -> None:
    found = ratio([(1, 2)] * (FEWEST - 1) + [(0, 0)] * 9)

    assert found == Measured(0.5)


def test_from_five_stories_on_there_is_an_interval() -> None:
    found = ratio([(1, 4), (2, 4), (3, 4), (4, 4), (2, 4)])

    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert 0.25 <= found.low < found.value < found.high <= 1


def test_more_stories_make_a_narrower_interval() -> None:
    few, many = ratio([(1, 4), (3, 4)] * 4), ratio([(1, 4), (3, 4)] * 20)

    assert few is not None
    assert many is not None
    assert few.low is not None
    assert many.low is not None
    assert few.low < many.low


@settings(max_examples=15)
@given(STORIES)
def test_the_same_stories_always_give_the_same_interval(pairs: list[tuple[int, int]]) -> None:
    assert ratio(pairs) == ratio(list(pairs))


@settings(max_examples=15)
@given(STORIES)
def test_an_interval_holds_values_that_shares_can_have(pairs: list[tuple[int, int]]) -> None:
    found = ratio(pairs)

    if found is not None and found.low is not None and found.high is not None:
        assert 0 <= found.low <= found.high <= 1


@settings(max_examples=15)
@given(STORIES)
def test_a_variant_does_not_differ_from_itself(pairs: list[tuple[int, int]]) -> None:
    found = difference(pairs, pairs)

    assert found is None or (found.value == 0 and not found.is_clear)


def test_what_is_better_in_every_story_is_clear() -> None:
    found = difference([(2, 8)] * 6, [(7, 8)] * 6)

    assert found is not None
    assert found.value == pytest.approx(0.625)
    assert found.is_clear


def test_what_is_worse_in_every_story_is_clear_too() -> None:
    found = difference([(7, 8)] * 6, [(2, 8)] * 6)

    assert found is not None
    assert found.is_clear


def test_pairs_are_what_makes_a_small_difference_clear() -> None:
    first = [(n, 20) for n in range(1, 15)]
    other = [(n + 1, 20) for n in range(1, 15)]

    paired, shuffled = difference(first, other), difference(first, other[7:] + other[:7])

    assert paired is not None
    assert paired.is_clear
    assert shuffled is not None
    assert not shuffled.is_clear


def test_noise_is_seldom_clear() -> None:
    random = Random(3)
    clear = 0
    for _ in range(40):
        first = [(sum(random.random() < 0.8 for _ in range(8)), 8) for _ in range(8)]
        other = [(sum(random.random() < 0.8 for _ in range(8)), 8) for _ in range(8)]
        found = difference(first, other)
        clear += found is not None and found.is_clear
    assert clear <= 5


def test_of_too_few_stories_no_difference_is_clear() -> None:
    found = difference([(0, 9)] * 4, [(9, 9)] * 4)

    assert found == Measured(1.0)
    assert not found.is_clear


def test_where_one_has_nothing_to_count_nothing_is_compared() -> None:
    assert difference([(0, 0)] * 6, [(1, 2)] * 6) is None


def test_draws_in_which_one_has_nothing_are_left_out() -> None:
    first = [(1, 2), *[(0, 0)] * 5]

    assert difference(first, [(1, 2)] * 6) is not None
