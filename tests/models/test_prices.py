from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import UsageError
from summarize.models.prices import Price, cost, known_context, parse_price, price_of, worst_cost
from summarize.models.request import Usage

PRICE = Price(2.0, 0.5, 8.0, "test")


def test_a_model_of_openai_has_a_price_that_is_for_its_name() -> None:
    price = price_of("gpt-4o-mini")
    assert price is not None
    assert (price.input, price.cached, price.output) == (0.15, 0.075, 0.6)
    assert "gpt-4o-mini" in price.source


def test_the_provider_is_found_by_the_address() -> None:
    price = price_of("deepseek-chat", "https://api.deepseek.com/v1")
    assert price is not None
    assert "Deepseek" in price.source


def test_a_gateway_with_another_address_passes_on_models_of_openai() -> None:
    assert price_of("gpt-4o-mini", "https://llm.example/v1") == price_of("gpt-4o-mini")


@pytest.mark.parametrize("address", ["http://127.0.0.1:8080/v1", "http://10.0.0.2/v1", None])
def test_an_unknown_model_is_unknown_and_not_free(address: str | None) -> None:
    assert price_of("our-own-model", address) is None
    assert known_context("our-own-model", address) is None


def test_the_given_price_wins() -> None:
    assert price_of("gpt-4o-mini", override=PRICE) is PRICE


def test_without_a_price_for_cached_input_it_is_charged_in_full() -> None:
    price = price_of("gpt-4")
    assert price is not None
    assert price.cached == price.input


def test_a_model_without_token_prices_is_unknown() -> None:
    assert price_of("text-embedding-3-small") is None


def test_a_long_prompt_is_charged_at_the_price_of_long_prompts() -> None:
    address = "https://generativelanguage.googleapis.com/v1beta/openai"
    price = price_of("gemini-2.5-pro", address)
    assert price is not None
    assert cost(Usage(200_000), price) == pytest.approx(0.25)
    assert cost(Usage(200_001), price) == pytest.approx(0.5, rel=1e-4)


def test_the_context_is_in_the_table() -> None:
    assert known_context("gpt-4o-mini") == 128_000


def test_cached_input_has_its_own_price() -> None:
    usage = Usage(input=1_000_000, cached=600_000, output=100_000)
    assert cost(usage, PRICE) == pytest.approx(0.4 * 2 + 0.6 * 0.5 + 0.1 * 8)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_nothing_costs_more_than_the_worst_case(read: int, had: int, wrote: int) -> None:
    most = worst_cost(read, wrote, PRICE)
    assert 0 <= cost(Usage(read, had, wrote), PRICE) <= most + 1e-9


def test_a_price_is_read_from_two_numbers() -> None:
    assert parse_price("0.15, 0.6") == Price(0.15, 0.15, 0.6, "--price")


@pytest.mark.parametrize("said", ["", "1", "1,2,3", "a,b", "-1,2", "nan,1", "1,inf"])
def test_nonsense_is_no_price(said: str) -> None:
    with pytest.raises(UsageError, match="--price"):
        parse_price(said)
