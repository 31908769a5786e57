from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.models.window import Window, room, window_for

tokens = st.integers(1, 2_000_000)


@pytest.mark.parametrize(
    ("stated", "context", "source"),
    [
        ({"asked": 1_000}, 1_000, "--context"),
        ({"setting": (2_000, None)}, 2_000, "settings"),
        ({"table": 3_000}, 3_000, "price table"),
        ({"served": 4_000}, 4_000, "server"),
        ({}, 8_192, "assumed"),
        ({"setting": (None, 500), "served": 4_000}, 4_000, "server"),
    ],
)
def test_the_first_who_states_a_context_is_believed(
    stated: dict[str, int], context: int, source: str
) -> None:
    later = {"served": 99_999} if source in {"settings", "price table"} else {}
    window = window_for(**(later | stated))  # type: ignore[arg-type]
    assert (window.context, window.source) == (context, source)


def test_a_reply_may_take_a_quarter_of_a_small_context_and_4096_tokens_of_a_large_one() -> None:
    assert window_for(asked=8_000).output == 2_000
    assert window_for(asked=200_000).output == 4_096


def test_the_settings_may_allow_longer_replies() -> None:
    assert window_for(asked=200_000, setting=(None, 9_000)).output == 9_000


@given(tokens, st.none() | tokens)
def test_a_reply_is_never_longer_than_the_context(context: int, output: int | None) -> None:
    assert 1 <= window_for(asked=context, setting=(None, output)).output <= context


@given(tokens, tokens, tokens, st.booleans())
def test_prompt_and_reply_always_fit(context: int, fixed: int, reply: int, exact: bool) -> None:
    left = room(Window(context, 100, "server"), fixed, reply, exact=exact)
    assert left >= 0
    assert left == 0 or fixed + left + reply <= context


def test_three_percent_stay_free_where_counts_are_exact_and_none_where_they_are_high() -> None:
    window = Window(10_000, 1_000, "server")
    assert room(window, 500, 1_000) == 8_200
    assert room(window, 500, 1_000, exact=False) == 8_500
