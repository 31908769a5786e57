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


@pytest.mark.parametrize(
    ("language", "claim", "passage", "wrong"),
    [
        ("en", "Hundreds of homes lost power.", "Some 4,300 homes lost power.", "Hundreds"),
        ("en", "Hundreds were hurt.", "Dozens were hurt.", "Hundreds"),
        ("en", "Tens of thousands left.", "Thousands left.", "Tens of thousands"),
        ("fr", "des centaines de blessés", "des dizaines de blessés", "centaines"),
        ("de", "Tausende flohen", "Hunderte flohen", "Tausende"),
        ("zh", "数千人受伤", "数百人受伤", "数千"),
        ("vi", "hàng nghìn người", "hàng trăm người", "hàng nghìn"),
        ("ar", "مئات الآلاف", "آلاف", "مئات الآلاف"),
    ],
)
def test_larger_and_smaller_ones_are_told_apart(
    language: str, claim: str, passage: str, wrong: str
) -> None:
    assert found(claim, passage, language) == [wrong]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Thousands of homes lost power.", "Some 4,300 homes lost power."),
        ("Thousands left.", "Tens of thousands left."),
        ("Hundreds of boats sank.", "Some 4,300 homes lost power."),
        ("Hundreds of homes lost power.", "Homes lost power for 30 hours."),
    ],
)
def test_one_that_holds_or_counts_something_else_is_right(claim: str, passage: str) -> None:
    assert found(claim, passage) == []


def test_figures_in_another_language_are_not_compared() -> None:
    claim, passage = Side("Hundreds of homes", "en"), Side("4.300 homes en ruinas", "es")

    assert multitudes(claim, [passage])[1] == []
