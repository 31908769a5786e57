from __future__ import annotations

import pytest

from summarize.stories.particulars import Particulars, agree, particulars
from summarize.text.words import tokens


def of(text: str, language: str = "en") -> Particulars:
    return particulars(text, tokens(text), language)


def test_names_have_capitals_and_numbers_digits() -> None:
    found = of("The dam at Karrow killed 26.")
    assert found.names == {"karrow"}
    assert found.numbers == {"26"}


def test_accented_capitals_are_capitals() -> None:
    assert of("Le barrage d’Évran a cédé", "fr").names == {"évran"}


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        ("26 died at Karrow", "26 died at Karrow", True),
        ("26 died at Karrow", "26 died there", True),
        ("26 died at Karrow", "26 died at Orlan", False),
        ("26 died at Karrow", "27 died at Karrow", False),
        ("26 of 90 died", "26 died", True),
    ],
)
def test_what_is_left_out_agrees_and_what_is_put_in_its_place_does_not(
    one: str, other: str, agreed: bool
) -> None:
    assert agree(of(one), of(other)) is agreed


@pytest.mark.parametrize(
    ("other", "agreed"),
    [("一条河流在凯尔沃拉决堤了", True), ("一条河流在邓马斯克决堤", False)],
)
def test_without_capitals_or_spaces_an_edit_agrees_and_another_name_does_not(
    other: str, agreed: bool
) -> None:
    assert agree(of("一条河流在凯尔沃拉决堤", "zh"), of(other, "zh")) is agreed
