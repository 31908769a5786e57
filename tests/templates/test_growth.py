"""How large a value becomes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError

from summarize.templates.folders import SHIPPED
from summarize.templates.growth import (
    FILTERS,
    LARGEST,
    METHODS,
    extent,
    operated,
    require_narrow,
)
from summarize.templates.sandbox import Sandbox
from summarize.templates.sources import Sources

texts = st.text(alphabet="ab\t\n ", max_size=12)
small = st.integers(min_value=0, max_value=40)
SANDBOX = Sandbox(Sources(SHIPPED), autoescape=False)


@given(texts, texts, texts)
def test_a_text_with_parts_replaced_is_no_longer_than_its_bound(
    text: str, old: str, new: str
) -> None:
    assert len(text.replace(old, new)) <= METHODS["replace"](text, (old, new)) + len(new)


@given(texts, small, st.sampled_from(["center", "ljust", "rjust", "zfill", "expandtabs"]))
def test_a_padded_text_is_no_longer_than_its_bound(text: str, width: int, name: str) -> None:
    made: str = getattr(text, name)(width)
    assert len(made) <= len(text) + METHODS[name](text, (width,))


@given(st.lists(texts, max_size=5), texts)
def test_joined_texts_are_no_longer_than_their_bound(items: list[str], separator: str) -> None:
    assert len(separator.join(items)) <= METHODS["join"](separator, (items,))
    assert len(separator.join(items)) <= FILTERS["join"](items, (separator,))


@given(texts, st.integers(min_value=0, max_value=9), st.booleans())
def test_an_indented_text_is_no_longer_than_its_bound(text: str, width: int, first: bool) -> None:
    made = SANDBOX.from_string("{{ t | indent(w, f) }}").render(t=text, w=width, f=first)
    assert len(made) <= len(text) + FILTERS["indent"](text, (width, first)) + 1


@given(texts, st.lists(texts, min_size=1, max_size=3))
def test_a_printed_text_is_no_longer_than_its_bound(text: str, given: list[str]) -> None:
    form = text + "%s" * len(given)
    assert len(form % tuple(given)) <= operated("%", form, tuple(given))


@given(st.recursive(texts, lambda inner: st.lists(inner, max_size=4), max_leaves=12))
def test_the_extent_is_at_least_the_letters(value: Any) -> None:
    def letters(one: Any) -> int:
        return len(one) if isinstance(one, str) else sum(map(letters, one))

    assert extent(value) >= letters(value)


def test_counting_ends_where_it_is_too_large() -> None:
    nested: object = "x"
    for _ in range(200):
        nested = [nested, nested]

    assert extent(nested) > LARGEST
    assert extent({"a": {"b": "cd"}}) > 4
    assert extent(range(10**6)) > LARGEST


@pytest.mark.parametrize("spec", [">10001", "0.99999999999999999999f", "<{:9999999}"])
def test_a_wide_format_is_refused(spec: str) -> None:
    with pytest.raises(SecurityError, match="format pads a value to more than 10,000"):
        require_narrow(spec)


@pytest.mark.parametrize(
    ("operator", "left", "right", "small"),
    [
        ("+", 1, 2, True),
        ("+", "a", "b", True),
        ("%", 7, 2, True),
        ("*", 10**300, 10**300, True),
        ("*", 10**900, 10**900, False),
        ("**", 2, 64, True),
        ("**", 2, 65, False),
        ("**", 10**100, 64, False),
        ("**", 2.0, 0.5, True),
        ("*", (1, 2), LARGEST, False),
        ("*", True, "a", True),
    ],
)
def test_numbers_and_lists_stay_small(operator: str, left: Any, right: Any, small: bool) -> None:
    assert (operated(operator, left, right) <= LARGEST) == small
