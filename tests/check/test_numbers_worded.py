"""Parts, multiples and ordinals in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.numbers_worded import worded
from summarize.check.sides import Side


def found(claim: str, passage: str, language: str = "en") -> list[str]:
    return [each.text for each in worded(Side(claim, language), [Side(passage, language)])[1]]


@pytest.mark.parametrize(
    ("language", "claim", "passage", "wrong"),
    [
        ("en", "Sales tripled in May.", "Sales doubled in May.", "tripled"),
        ("en", "Two thirds of voters left.", "A third of voters left.", "Two thirds"),
        ("en", "In the 2nd quarter it fell.", "In the first quarter it fell.", "2nd"),
        ("fr", "au deuxième trimestre", "au premier trimestre", "deuxième"),
        ("es", "en el segundo trimestre", "en el primer trimestre", "segundo"),
        ("de", "Zwei Drittel der Wähler", "Ein Drittel der Wähler", "Zwei Drittel"),
        ("pt", "As vendas triplicaram em maio", "As vendas duplicaram em maio", "triplicaram"),
        ("zh", "第二季度", "第一季度", "第二"),
        ("hi", "दूसरी तिमाही", "पहली तिमाही", "दूसरी"),
        ("vi", "doanh số tăng gấp ba", "doanh số tăng gấp đôi", "gấp ba"),
    ],
)
def test_another_one_beside_the_same_words_is_found(
    language: str, claim: str, passage: str, wrong: str
) -> None:
    assert found(claim, passage, language) == [wrong]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Sales doubled.", "Sales doubled and costs tripled."),
        ("Sales tripled.", "Sales doubled to reach 3 times the plan."),
        ("Sales doubled.", "Sales rose 100 percent, and orders tripled."),
        ("Nearly half of voters left.", "Some 46 percent of voters left, a third of men."),
        ("A third of voters left.", "She scored in the second half."),
        ("Half of voters left.", "A third of the boats sank."),
        ("The second quarter was bad.", "The first half was bad."),
        ("Sales doubled.", "Sales were good."),
    ],
)
def test_what_the_passage_says_otherwise_or_not_at_all_is_no_finding(
    claim: str, passage: str
) -> None:
    assert found(claim, passage) == []


def test_a_passage_in_another_language_says_nothing() -> None:
    claim, passage = Side("Sales tripled.", "en"), Side("Les ventes doublent.", "fr")

    assert worded(claim, [passage]) == (1, [])


@given(st.sampled_from(["en", "fr", "zh", "xx"]), st.text(max_size=60))
def test_any_text_agrees_with_itself(language: str, text: str) -> None:
    assert found(text, text, language) == []
