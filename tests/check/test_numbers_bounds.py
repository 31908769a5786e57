"""Bounds and signs of numbers, as the check of numbers compares them."""

from __future__ import annotations

import pytest

from summarize.check.amounts import amounts
from summarize.check.numbers import look
from summarize.check.numbers_bounds import bound, with_bound
from summarize.check.sides import Side


def told(claim: str, passage: str, language: str = "en") -> list[str]:
    found = look(Side(claim, language), [Side(passage, language)]).findings
    return [f"{each.text} / {each.why}" for each in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "more than 300 came", "more"),
        ("en", "no more than 300 came", "most"),
        ("en", "fewer than 300 came", "less"),
        ("en", "no fewer than 300 came", "least"),
        ("en", "300 or more came", "least"),
        ("en", "300 or fewer came", "most"),
        ("en", "as 300 came", ""),
        ("fr", "plus de 300 personnes", "more"),
        ("es", "menos de 300 personas", "less"),
        ("de", "mindestens 300 Menschen", "least"),
        ("pt", "até 300 pessoas", "most"),
        ("hi", "300 से अधिक लोग", "more"),
        ("zh", "至少300人", "least"),
    ],
)
def test_a_bound_stands_beside_its_number(language: str, text: str, expected: str) -> None:
    assert bound(amounts(text, language, None)[0]) == expected


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Fewer than 300 came.", "More than 300 came."),
        ("At least 300 came.", "Up to 300 came."),
        ("More than 300 came.", "300 came."),
        ("Fewer than 300 came.", "About 300 came."),
    ],
)
def test_a_bound_that_the_passage_does_not_give_is_found(claim: str, passage: str) -> None:
    assert len(told(claim, passage)) == 1


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More than 300 came.", "At least 300 came."),
        ("At least 300 came.", "300 came."),
        ("Up to 300 came.", "Fewer than 300 came."),
        ("300 came.", "More than 300 came."),
        ("More than 300 came.", "Some 312 came."),
    ],
)
def test_a_looser_bound_is_right(claim: str, passage: str) -> None:
    assert told(claim, passage) == []


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("It was 12 degrees.", "It was -12 degrees."),
        ("It was minus 12 degrees.", "It was 12 degrees."),
        ("It was 41 °F.", "It was 41 degrees Celsius."),
    ],
)
def test_another_sign_or_scale_of_a_temperature_is_found(claim: str, passage: str) -> None:
    assert len(told(claim, passage)) == 1


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("It was 12 degrees below zero.", "It was −12 °C.".replace("−", "-")),
        ("It was 41 degrees Celsius.", "It was 41C, or 41 °C."),
        ("Output fell 2 percent.", "Output changed by -2 percent."),
    ],
)
def test_one_temperature_may_be_written_in_several_ways(claim: str, passage: str) -> None:
    assert told(claim, passage) == []


def test_a_number_is_shown_with_its_bound_and_sign() -> None:
    assert with_bound(amounts("It was minus 12 degrees.", "en", None)[0]) == "minus 12 degrees"
    assert with_bound(amounts("No more than 12 came.", "en", None)[0]) == "No more than 12"
