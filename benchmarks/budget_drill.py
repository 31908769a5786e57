"""Random runs through `Limits(Budget(…))`: never over a cap, and nothing refused that still fits.

    python benchmarks/budget_drill.py [RUNS]

Each run draws caps, a price, requests, and a provider that is busy, fails, hangs, cuts replies
short or says nothing of usage. The provider keeps books of its own, which the caps are held
against. Time is virtual. Prints one line and exits 1 on a fault.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random

from virtual_time import run

from summarize.errors import (
    Busy,
    CapReached,
    CutShort,
    Disconnected,
    KeyRefused,
    ModelError,
    Refused,
    ServerFailed,
    TookTooLong,
)
from summarize.models.budget import Budget, Caps
from summarize.models.limits import Limits
from summarize.models.prices import Price, cost, worst_cost
from summarize.models.request import Model, Reply, Request, Usage
from summarize.models.shapes import RepairReply
from summarize.models.switch import Switch

RUNS = 1_000
CENT_OF_A_CENT = 1e-6  # USD
_UNPAID = [Busy, ServerFailed, Refused, KeyRefused]
_PERHAPS_PAID = [TookTooLong, Disconnected]


@dataclass
class Books:
    """What the provider knows: calls, and the least and most it may have charged."""

    price: Price
    calls: int = 0
    surely: float = 0.0
    perhaps: float = 0.0
    in_flight: list[float] = field(default_factory=list)
    overview_asked: bool = False

    def worst(self, request: Request) -> float:
        """USD of the whole prompt at the full price and the longest reply."""
        return worst_cost(request.prompt_tokens, request.max_output, self.price)


class Provider:
    """Answers or fails at random, and writes its books."""

    def __init__(self, books: Books, random: Random) -> None:
        self.books = books
        self._random = random
        self._troubled = random.choice([0.0, 0.2, 0.5])
        self._mute = random.choice([0.0, 0.0, 0.3, 1.0])

    async def ask(self, request: Request) -> Reply:
        """A reply, or one of the errors of an endpoint."""
        books, random = self.books, self._random
        worst = books.worst(request)
        books.calls += 1
        books.overview_asked |= request.template == "overview"
        books.in_flight.append(worst)
        try:
            await asyncio.sleep(random.random() * 3)
            if random.random() < self._troubled:
                self._fail(worst)
            return self._reply(request, worst)
        finally:
            books.in_flight.remove(worst)

    def _fail(self, worst: float) -> None:
        kind = self._random.choice([*_UNPAID, *_PERHAPS_PAID])
        if kind in _PERHAPS_PAID:
            self.books.perhaps += worst
        raise kind("out of luck")

    def _reply(self, request: Request, worst: float) -> Reply:
        random, books = self._random, self.books
        read = random.randint(0, request.prompt_tokens)
        usage = Usage(read, random.randint(0, read), random.randint(0, request.max_output))
        cut = random.random() < 0.1
        if random.random() < self._mute or cut:
            books.perhaps += worst
            if cut:
                raise CutShort("too long")
            return Reply("{}")
        books.surely += cost(usage, books.price)
        return Reply("{}", usage=usage)


class Watched:
    """Holds what the budget lets through or refuses against the provider's books."""

    def __init__(self, budget: Budget, books: Books, caps: Caps, faults: list[str]) -> None:
        self._budget = budget
        self._books = books
        self._caps = caps
        self._faults = faults
        self.refused = 0

    async def ask(self, request: Request) -> Reply:
        """What the budget says; what is wrong with that is written down."""
        try:
            return await self._budget.ask(request)
        except CapReached:
            self.refused += 1
            if self._fits(request):
                self._faults.append(f"refused, though it fits: {request.label}")
            raise
        finally:
            self._check()

    def _fits(self, request: Request) -> bool:
        books, caps = self._books, self._caps
        kept = request.template != "overview" and not books.overview_asked
        calls = books.calls + 1 + caps.reserve_calls * kept
        usd = self._most_charged() + books.worst(request) + caps.reserve_usd * kept
        return (caps.calls is None or calls <= caps.calls) and (
            caps.usd is None or usd <= caps.usd - CENT_OF_A_CENT
        )

    def _most_charged(self) -> float:
        return self._books.surely + self._books.perhaps + sum(self._books.in_flight)

    def _check(self) -> None:
        books, caps = self._books, self._caps
        if caps.usd is not None and self._most_charged() > caps.usd + CENT_OF_A_CENT:
            self._faults.append(f"over the cap: {self._most_charged()} of {caps.usd} USD")
        if caps.calls is not None and books.calls > caps.calls:
            self._faults.append(f"over the cap: {books.calls} of {caps.calls} calls")


class Steps:
    """Asks again in another form, as the ladder does."""

    def __init__(self, inner: Model) -> None:
        self._inner = inner

    async def ask(self, request: Request) -> Reply:
        """The reply of the second step, if the first has none that can be used."""
        try:
            return await self._inner.ask(request)
        except (Refused, CutShort):
            return await self._inner.ask(replace(request, max_output=request.max_output * 2))


async def drill(seed: int) -> tuple[list[str], Counter[str]]:
    """One run: its faults, and counts of what happened."""
    random = Random(seed)
    price = Price(random.uniform(0.01, 30), random.uniform(0, 5), random.uniform(0.01, 60), "drawn")
    books, faults = Books(price), list[str]()
    requests = [_request(n, random) for n in range(random.randint(1, 30))]
    whole = sum(map(books.worst, requests))
    capped = random.random() < 0.8
    caps = Caps(
        usd=whole * random.uniform(0, 1.2) if capped else None,
        calls=random.randint(0, 40) if random.random() < 0.5 else None,
        reserve_usd=whole * random.choice([0, 0.1]),
        reserve_calls=random.choice([0, 1]),
    )
    budget = Budget(Provider(books, random), price=price, caps=caps)
    watched = Watched(budget, books, caps, faults)
    limits = Limits(watched, Switch(), concurrency=random.randint(1, 16), random=random)
    steps = Steps(limits)
    asked = await asyncio.gather(*map(steps.ask, requests), return_exceptions=True)
    faults += [repr(one) for one in asked if not isinstance(one, Reply | ModelError)]
    if abs((budget.cost or 0.0) - books.surely - books.perhaps) > CENT_OF_A_CENT:
        faults.append(f"the tally says {budget.cost}, the books {books.surely + books.perhaps}")
    if budget.calls != books.calls:
        faults.append(f"the tally says {budget.calls} calls, the books {books.calls}")
    replies = sum(isinstance(one, Reply) for one in asked)
    return faults, Counter(calls=books.calls, replies=replies, refused=watched.refused)


def main(runs: int) -> int:
    """All runs; 1 if there is a fault."""
    counts: Counter[str] = Counter()
    found = 0
    for seed in range(runs):
        faults, counted = run(drill(seed))
        counts += counted
        found += len(faults)
        for fault in faults:
            print(f"run {seed}: {fault}")
    said = ", ".join(f"{count:,} {what}" for what, count in counts.items())
    print(f"{runs:,} runs: {said}; {found} faults")
    return 1 if found else 0


def _request(number: int, random: Random) -> Request:
    return Request(
        "overview" if random.random() < 0.05 else "article",
        (),
        RepairReply,
        f"call {number}",
        prompt_tokens=random.randint(0, 8_000),
        max_output=random.randint(1, 2_000),
        priority=random.random(),
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))
