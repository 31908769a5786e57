from __future__ import annotations

import pytest

from summarize.stories.twins import Twins

KARROW = {"karrow": 3, "dunmore": 1, "quill": 2}
ORLAN = {"orlan": 3, "wexcombe": 1, "brevik": 2}


def weight(one: dict[str, int], other: dict[str, int]) -> float:
    return Twins([one, other, {"elsewhere": 2}]).weight(0, 1)


def test_two_that_are_about_others_are_apart() -> None:
    assert weight(KARROW, ORLAN) == 0


def test_two_that_are_about_the_same_are_alike() -> None:
    assert weight(KARROW, {**KARROW, "vale": 1}) == 1


def test_one_name_beside_the_point_leaves_little() -> None:
    assert weight(KARROW, {**ORLAN, "dunmore": 1}) == 0


def test_part_of_what_they_are_about_counts_in_part() -> None:
    assert 0 < weight({**KARROW, "a": 2, "b": 2, "c": 2}, {**ORLAN, "quill": 1}) < 1


@pytest.mark.parametrize(
    "other",
    [
        {"orlan": 3, "brevik": 2},
        {"orlan": 1, "wexcombe": 1, "brevik": 1},
        {**ORLAN, "dunmore": 1, "karrow": 1},
    ],
)
def test_who_names_too_little_or_shares_more_is_judged_by_words_alone(
    other: dict[str, int],
) -> None:
    assert weight(KARROW, other) == 1
