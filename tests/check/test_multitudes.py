"""Thousands, millions, billions without a figure."""

from __future__ import annotations

import pytest

from summarize.check.multitudes import multitudes
from summarize.check.sides import Side


def found(claim: str, passage: str, language: str = "en") -> list[str]:
    return [f.text for f in multitudes(Side(claim, language), [Side(passage, language)])[1]]


def test_another_multitude_than_that_of_the_passage_is_found() -> None:
    assert found("It faces billions in taxes.", "It may owe millions in taxes.") == ["billions"]


@pytest.mark.parametrize(
    "passage",
    ["Millions came.", "Some 300 million came, and thousands left.", "Nobody counted them."],
)
def test_a_multitude_that_nothing_speaks_against_is_right(passage: str) -> None:
    assert found("Millions came.", passage) == []


def test_a_multitude_behind_a_figure_is_no_item() -> None:
    assert multitudes(Side("2 millions de voix", "fr"), [])[0] == 0


def test_a_language_without_such_words_has_none() -> None:
    assert multitudes(Side("миллионы людей", "ru"), []) == (0, [])
