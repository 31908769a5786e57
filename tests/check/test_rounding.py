"""When a rounded number is right."""

from __future__ import annotations

import pytest

from summarize.check.amounts import amounts
from summarize.check.rounding import rounds


def rounded(claim: str, passage: str) -> bool:
    (claimed,), (given,) = amounts(claim, "en", None), amounts(passage, "en", None)
    return rounds(claimed, given.values[0], given)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("12,000 people", "12,345 people"),
        ("about 10 people", "12 people"),
        ("1.2 million", "1,234,567"),
        ("2 million", "1.6 million"),
        ("12 percent", "12.3 percent"),
        ("over 12,000", "12,999"),
        ("12,000 or more", "12,999"),
        ("up to 13,000", "12,100"),
        ("two thousand", "2,013"),
        ("twenty or more", "27"),
    ],
)
def test_fewer_digits_rightly_rounded_say_the_same(claim: str, passage: str) -> None:
    assert rounded(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("13", "12"),
        ("10", "12"),
        ("100", "112"),
        ("12,340", "12,345"),
        ("13,000", "12,345"),
        ("12,345", "12,000"),
        ("over 13,000", "12,999"),
        ("0", "0.3"),
        ("1.2 billion", "1.2 million"),
    ],
)
def test_another_number_is_no_rounding(claim: str, passage: str) -> None:
    assert not rounded(claim, passage)
