"""Sums of lengths are one length, where they can be known."""

from __future__ import annotations

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from summarize.read.hidden_lengths import folded


def fold(text: str) -> str:
    return str(tinycss2.serialize(folded(tinycss2.parse_component_value_list(text))))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("calc(0px)", "0.0px"),
        ("calc(0px - 9999px)", "-9999.0px"),
        ("calc(10px + 1em)", "26.0px"),
        ("calc((1px + 2px) * 3 / 2)", "4.5px"),
        ("calc(2 * 3px)", "6.0px"),
        ("calc(0% - 99px)", "-99.0px"),
        ("calc(10% + 0px)", "10.0%"),
        ("max(0px, 1px)", "1.0px"),
        ("min(max(4px, 2px), 3px)", "3.0px"),
        ("clamp(1px, 9px, 5px)", "5.0px"),
        ("translate(calc(-1 * 9px))", "translate(-9.0px)"),
        ("rgb(1 2 3)", "rgb(1 2 3)"),
    ],
)
def test_constants_are_one_value(text: str, result: str) -> None:
    assert fold(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "calc()",
        "calc(1px -)",
        "calc(1px ? 2px)",
        "calc(100% - 20px)",
        "calc(1 + 2px)",
        "calc(1px * 2px)",
        "calc(1px / 0)",
        "calc(var(--x) + 1px)",
        "min(1px, 50%)",
        "calc(((((((((((1px)))))))))))",
        "calc(calc(calc(calc(calc(calc(calc(calc(calc(1px)))))))))",
        "calc([1px] + 1px)",
    ],
)
def test_what_cannot_be_known_stays(text: str) -> None:
    assert fold(text) == text


@given(st.text("calcmin()0123456789px%+-*/, "))
def test_no_value_breaks_the_reading(text: str) -> None:
    assert isinstance(fold(text), str)
