"""What a model costs, and how much it can read: the table of genai-prices, without a network."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from summarize.errors import UsageError
from summarize.models.request import Usage

if TYPE_CHECKING:
    from genai_prices.types import PriceCalculation

MILLION = 1_000_000
_IN_BATCH = {"processing": "batch"}  # as genai-prices names it


@dataclass(frozen=True, slots=True)
class Price:
    """USD for a million tokens; `cached` is for input that the server still had.

    `source` says where the figures are from. A prompt of more than `long_from` tokens is charged
    at the prices of `long`, all of it.
    """

    input: float
    cached: float
    output: float
    source: str
    long_from: int | None = None
    long: Price | None = None


def parse_price(said: str) -> Price:
    """The price of "IN,OUT", USD for a million tokens each. Raises UsageError if it is none.

    Cached input is then charged in full: a lower price is not known.
    """
    try:
        given = [float(part) for part in said.split(",")]
    except ValueError:
        given = []
    if len(given) != 2 or not all(math.isfinite(one) and one >= 0 for one in given):
        hint = "give USD for a million tokens of input and of output, such as --price 0.15,0.60"
        raise UsageError(f"“{said}” is not a price", hint=hint)
    return Price(given[0], given[0], given[1], "--price")


def price_of(
    model: str,
    base_url: str | None = None,
    override: Price | None = None,
    context: Mapping[str, str] | None = None,
) -> Price | None:
    """What `model` costs at `base_url`; None where that is not known, which is not free.

    Looks among the models of the provider at that address, then among those of OpenAI, since
    gateways pass on its models under their own names. `context` picks one of several prices.
    """
    if override is not None:
        return override
    found = _look_up(model, base_url, context)
    if found is None:
        return None
    listed = found.model_price
    prices = [listed.input_mtok, listed.cache_read_mtok, listed.output_mtok]
    if prices[0] is None or prices[2] is None:
        return None
    source = f"genai-prices, {found.provider.name} {found.model.id}"
    starts = [tier.start for one in prices for tier in getattr(one, "tiers", ())]
    if not starts:
        return _price([_usd(one, 0) for one in prices], source)
    # Never too low: above the first step the highest price counts.
    long = _price([_usd(one, MILLION * MILLION) for one in prices], source)
    base = _price([_usd(one, 0) for one in prices], source)
    return Price(base.input, base.cached, base.output, source, min(starts), long)


def batch_price(
    model: str, base_url: str | None = None, override: Price | None = None
) -> Price | None:
    """What `model` costs in a batch: what the table has for that, else half of the usual price."""
    usual = price_of(model, base_url, override)
    if usual is None:
        return None
    listed = None if override else price_of(model, base_url, context=_IN_BATCH)
    if listed is not None and listed != usual:
        return replace(listed, source=f"{listed.source}, batch")
    return _half(usual)


def _half(price: Price) -> Price:
    return replace(
        price,
        input=price.input / 2,
        cached=price.cached / 2,
        output=price.output / 2,
        source=f"{price.source}, half in a batch",
        long=price.long and _half(price.long),
    )


def known_context(model: str, base_url: str | None = None) -> int | None:
    """The context window of `model` in tokens, where the table has it."""
    found = _look_up(model, base_url)
    return None if found is None else found.model.context_window


def cost(usage: Usage, price: Price) -> float:
    """What `usage` of one call costs, in USD."""
    if price.long is not None and usage.input > (price.long_from or 0):
        return cost(usage, price.long)
    cached = min(usage.cached, usage.input)
    plain = usage.input - cached
    parts = plain * price.input + cached * price.cached + usage.output * price.output
    return parts / MILLION


def worst_cost(prompt: int, reply: int, price: Price) -> float:
    """The most that a call with so many tokens can cost, in USD, cached or not."""
    return max(cost(Usage(prompt, cached, reply), price) for cached in (0, prompt))


def _look_up(
    model: str, base_url: str | None, context: Mapping[str, str] | None = None
) -> PriceCalculation | None:
    from genai_prices import Usage as Counted
    from genai_prices import calc_price

    places: list[dict[str, Any]] = [{"provider_id": "openai"}]
    if base_url is not None:
        places.insert(0, {"provider_api_url": base_url})
    for place in places:
        try:
            return calc_price(
                Counted(input_tokens=1, output_tokens=1), model, price_context=context, **place
            )
        except LookupError:
            continue
    return None


def _price(usd: list[float | None], source: str) -> Price:
    fresh, cached, reply = usd
    assert fresh is not None
    assert reply is not None
    return Price(fresh, fresh if cached is None else cached, reply, source)


def _usd(listed: Any, tokens: int) -> float | None:
    """A listed price at that many tokens of input."""
    if listed is None:
        return None
    at = getattr(listed, "base", listed)
    for tier in getattr(listed, "tiers", ()):
        at = tier.price if tokens > tier.start else at
    return float(at)
