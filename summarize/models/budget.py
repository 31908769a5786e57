"""Budget: what every HTTP request passes, so that no cap is ever exceeded."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from summarize.errors import (
    BadReply,
    CapReached,
    Disconnected,
    ModelError,
    StoreError,
    TookTooLong,
    UsageError,
)
from summarize.models.prices import Price, cost, worst_cost
from summarize.models.request import Model, Reply, Request, Usage
from summarize.models.switch import Switch

_DIGITS = 9  # of USD, after the point
_ROUNDING = 10.0**-_DIGITS  # USD: sums of floats differ by so much, and it is nobody's money
LIMIT_NAMES = frozenset({"max_completion_tokens", "max_tokens"})
# The provider may have worked for these. After any other error it has not, or it said so.
_MAYBE_PAID = (BadReply, TookTooLong, Disconnected)


@dataclass(frozen=True, slots=True)
class Caps:
    """What may be spent; None is no limit.

    `usd` and `calls` are for this run, `day` and `month` USD over all runs. `reserve_usd` and
    `reserve_calls` are kept back for the first request of template `overview`.
    """

    usd: float | None = None
    calls: int | None = None
    day: float | None = None
    month: float | None = None
    reserve_usd: float = 0.0
    reserve_calls: int = 0

    @property
    def in_usd(self) -> bool:
        """Whether money is limited."""
        return not (self.usd is self.day is self.month is None)

    @property
    def limited(self) -> bool:
        """Whether anything is."""
        return self.in_usd or self.calls is not None


@dataclass(frozen=True, slots=True)
class Used:
    """What was used: requests sent, their tokens as far as they are known, and USD charged."""

    calls: int = 0
    usage: Usage = field(default_factory=Usage)
    usd: float = 0.0


class Spent(Protocol):
    """What all runs have spent, kept on disk; amounts in USD.

    What was begun first is done first: each amount told is that after all that was spent before.
    """

    async def spent_today(self) -> float:
        """Since midnight, what is in flight included."""
        ...

    async def spent_this_month(self) -> float:
        """Since the first of the month, what is in flight included."""
        ...

    async def spend(self, usd: float) -> None:
        """Add an amount; a negative one takes back what a call cost less than its worst case."""
        ...


@dataclass(frozen=True, slots=True)
class _Limit:
    cap: float
    spent: float
    what: str
    hint: str


class Budget:
    """Lets a request through only if its worst case still fits all caps.

    The worst case is all of the prompt at the full price and the longest reply. A call is settled
    at what it used; where nobody knows that it stays charged at its worst case. A request that may
    fit once calls in flight are settled waits for them.

    `calls` counts all requests sent, and `usage` the tokens as far as the server told them.
    `trouble` is why `spent` could not be kept; with a limit a day or a month nothing more is asked
    then. `caps` may be set anew; what `before`, the budget of another model of the same run, has
    used counts against them too. Raises UsageError if there is a cap in USD and no price.
    """

    def __init__(
        self,
        inner: Model,
        *,
        price: Price | None,
        caps: Caps | None = None,
        spent: Spent | None = None,
        switch: Switch | None = None,
        before: Budget | None = None,
    ) -> None:
        self._inner = inner
        self._before = before
        self._price = price
        self.caps = caps = caps or Caps()
        self._over_runs = spent
        self._switch = switch or Switch()
        self._charged = 0.0  # with the worst cases of what is in flight
        self._in_flight: list[float] = []
        self._reserved = True
        self._settled = asyncio.Event()
        self._admitting = asyncio.Lock()
        self.calls = 0
        self.usage = Usage()
        self.trouble: StoreError | None = None
        if price is None and caps.in_usd:
            hint = "give --price IN,OUT in USD for a million tokens"
            raise UsageError(
                "a limit in USD needs the price of the model, not known here", hint=hint
            )
        self._switch.when_off(self._wake)

    @property
    def cost(self) -> float | None:
        """USD spent so far; None where calls were made and the price is not known."""
        if self._price is None:
            return None if self.calls else 0.0
        # Without the rounding error of sums, which depends on the order in which calls ended.
        return round(max(0.0, self._charged - sum(self._in_flight)), _DIGITS)

    @property
    def used(self) -> Used:
        """What was used so far; what is in flight is charged at its worst case."""
        return Used(self.calls, self.usage, self._charged)

    def count(self, used: Used) -> None:
        """Charge what was asked for this run elsewhere."""
        self.calls += used.calls
        self.usage += used.usage
        self._charged += used.usd

    @property
    def _calls_of_all(self) -> int:
        return self.calls + (self._before._calls_of_all if self._before else 0)

    @property
    def _charged_of_all(self) -> float:
        return self._charged + (self._before._charged_of_all if self._before else 0.0)

    async def ask(self, request: Request) -> Reply:
        """The reply. Raises CapReached if it may not be asked for, else what the inner raises."""
        worst = await self._admitted(request)
        paid: float | None = 0.0
        try:
            await self._keep(worst)  # begun before anybody else looks
            paid = None
            reply = await self._inner.ask(request)
            paid = self._price_of(reply.usage)
        except ModelError as error:
            said = error.usage if isinstance(error, BadReply) else None
            used = said if isinstance(said, Usage) else None
            free = used is None and not isinstance(error, _MAYBE_PAID)
            paid = 0.0 if free else self._price_of(used)
            raise
        finally:
            await self._settle(worst, paid)
        return reply

    async def _admitted(self, request: Request) -> float:
        """The worst case of a request, once it is charged."""
        if self.caps.in_usd and request.sending.without >= LIMIT_NAMES:
            raise CapReached(
                "the server takes no limit on the length of a reply, so no budget can be kept",
                hint="run without a budget, or ask another server",
            )
        worst = 0.0
        if self._price is not None:
            worst = worst_cost(request.prompt_tokens, request.max_output, self._price)
        overview = request.template == "overview"
        while True:
            async with self._admitting:  # nobody else charges between the look and the charge
                settled, in_flight = self._settled, sum(self._in_flight)
                limits = await self._limits()
                if self._refusal(limits, worst, overview, 0.0) is None:
                    self._charge(worst, overview)
                    return worst
            if refusal := self._refusal(limits, worst, overview, in_flight):
                raise refusal
            await settled.wait()
            self._switch.check()

    def _charge(self, worst: float, overview: bool) -> None:
        if overview:
            self._reserved = False
        self.calls += 1
        self._in_flight.append(worst)
        self._charged += worst

    def _refusal(
        self, limits: Sequence[_Limit], worst: float, overview: bool, open_usd: float
    ) -> CapReached | None:
        """Why a request does not fit if `open_usd` of what is charged came back."""
        kept_calls, kept_usd = 0, 0.0
        if self._reserved and not overview:
            kept_calls, kept_usd = self.caps.reserve_calls, self.caps.reserve_usd
        most, made = self.caps.calls, self._calls_of_all
        if most is not None and made + 1 + kept_calls > most:
            kept = f", {kept_calls} kept for the overview" if kept_calls else ""
            said = f"the limit of {most} calls is reached: {made} made{kept}"
            return CapReached(said, hint="raise --max-calls")
        for limit in limits:
            if limit.spent - open_usd + worst + kept_usd > limit.cap + _ROUNDING:
                kept = f", ${kept_usd:.4f} kept for the overview" if kept_usd else ""
                said = (
                    f"the {limit.what} of ${limit.cap:.4g} is reached: ${limit.spent:.4f} spent, "
                    f"the next call may cost ${worst:.4f}{kept}"
                )
                return CapReached(said, hint=limit.hint)
        return None

    async def _limits(self) -> list[_Limit]:
        """What is limited, and what is charged by now. Raises CapReached if nobody knows that."""
        caps, limits = self.caps, []
        if caps.usd is not None:
            limits.append(_Limit(caps.usd, self._charged_of_all, "budget", "raise --budget"))
        try:
            if self.trouble is not None and not (caps.day is caps.month is None):
                raise self.trouble
            if caps.day is not None:
                runs = self._over_runs
                today = await runs.spent_today() if runs else self._charged_of_all
                limits.append(_Limit(caps.day, today, "limit a day", "raise it, or wait a day"))
            if caps.month is not None:
                runs = self._over_runs
                month = await runs.spent_this_month() if runs else self._charged_of_all
                limits.append(_Limit(caps.month, month, "limit a month", "raise it, or wait"))
        except StoreError as error:
            self.trouble = error
            why = f"what all runs have spent is not known: {error.what}"
            raise CapReached(why, hint=error.hint) from None
        return limits

    async def _settle(self, worst: float, paid: float | None) -> None:
        self._in_flight.remove(worst)
        less = 0.0 if paid is None else paid - worst
        self._charged += less
        self._wake()
        await self._keep(less)

    async def _keep(self, usd: float) -> None:
        if self._over_runs is not None and usd:
            try:
                await self._over_runs.spend(usd)
            except StoreError as error:  # the reply was paid: it must not be lost for this
                self.trouble = error

    def _wake(self) -> None:
        self._settled.set()
        self._settled = asyncio.Event()

    def _price_of(self, usage: Usage | None) -> float | None:
        if usage is None:
            return None
        self.usage += usage
        return 0.0 if self._price is None else cost(usage, self._price)
