"""Many calls against a server that refuses, breaks or hangs: are all answered, and how fast?

    python benchmarks/storms.py

290 calls of 0.3 s and 60 tokens of 5 ms each, through `Limits(Endpoint)` to the test server in a
process of its own. `ideal` is what the server allows, in whole waves. The limits: 429s at most 10 %
of the calls and 1.25 times the ideal; with errors, resets and hangs 1.5 times and a deadline; with
no limits 1.05 times; never more in flight than asked; 50 µs of cpu a call for the gate.
"""

from __future__ import annotations

import asyncio
import json
import math
import sys
import time
import urllib.request
from dataclasses import dataclass
from random import Random

from measure import machine, serving

from summarize.errors import ModelError
from summarize.models.endpoint import Endpoint
from summarize.models.limits import Limits
from summarize.models.request import Message, Reply, Request
from summarize.models.shapes import ArticleReply
from summarize.models.switch import Switch

CALLS = 290
SECONDS = 0.6  # of one call
DEADLINE = 5.0
COMMON = ["--seconds", "0.3", "--per-token", "0.005", "--output-tokens", "60"]
MOST_REFUSED = 0.10
GATE_CPU = 50e-6


@dataclass(frozen=True)
class Storm:
    """A server's options, how many the client sends at once, and the seconds it may take."""

    name: str
    options: str
    concurrency: int
    ideal: float
    most: float


@dataclass(frozen=True)
class Outcome:
    """What became of the calls: seconds, and the server's counts."""

    wall: float
    answered: int
    requests: int
    refused: int
    in_flight: int


def storms() -> list[Storm]:
    """All of them."""
    admitting, free = _waves(8), _waves(16)
    # The server's bucket holds one second's worth at the start.
    rated = (CALLS - 20) / 20 + SECONDS
    faults = "--errors 0.05 --resets 0.05 --hangs 0.01"
    return [
        Storm("no limits", "", 16, free, 1.05 * free),
        Storm("8 at once", "--admit 8", 32, admitting, 1.25 * admitting),
        Storm(
            "8 at once, Retry-After 1", "--admit 8 --retry-after 1", 32, admitting, 1.25 * admitting
        ),
        Storm("20 a second", "--per-second 20", 16, rated, 1.25 * rated),
        Storm("20 a second", "--per-second 20", 32, rated, 1.25 * rated),
        Storm(
            "20 a second, Retry-After 1", "--per-second 20 --retry-after 1", 32, rated, 1.25 * rated
        ),
        Storm("5 % 500s, 5 % resets, 1 % hangs", faults, 16, free, 1.5 * free + DEADLINE),
    ]


async def run(storm: Storm, base_url: str) -> Outcome:
    """All calls through one gate."""
    endpoint = Endpoint(
        "test-model", base_url=base_url, seconds=DEADLINE, concurrency=storm.concurrency
    )
    await endpoint.served()  # the client is loaded and connected before the clock starts
    limits = Limits(endpoint, Switch(), concurrency=storm.concurrency, random=Random(1))
    started = time.perf_counter()
    asked = (limits.ask(_request(n)) for n in range(CALLS))
    replies = await asyncio.gather(*asked, return_exceptions=True)
    wall = time.perf_counter() - started
    await endpoint.close()
    for error in {str(one) for one in replies if isinstance(one, ModelError)}:
        print(f"failed: {error}")
    with urllib.request.urlopen(base_url.removesuffix("/v1") + "/stats") as answer:
        stats = json.load(answer)
    answered = sum(isinstance(one, Reply) for one in replies)
    refused = stats["statuses"].get("429", 0)
    return Outcome(wall, answered, stats["requests"], refused, stats["most_in_flight"])


def held(storm: Storm, outcome: Outcome) -> bool:
    """Whether an outcome keeps to the limits."""
    return (
        outcome.answered == CALLS
        and outcome.wall <= storm.most
        and outcome.refused <= MOST_REFUSED * outcome.requests
        and outcome.in_flight <= storm.concurrency
    )


class Ready:
    """Answers at once."""

    async def ask(self, request: Request) -> Reply:
        """Says what it was asked."""
        return Reply(request.label)


async def gate_cpu(calls: int = 20_000) -> float:
    """Seconds of cpu that the gate takes for a call, beyond the call itself."""

    async def cpu(model: Ready | Limits) -> float:
        requests = [_request(n) for n in range(calls)]
        started = time.process_time()
        await asyncio.gather(*(model.ask(request) for request in requests))
        return (time.process_time() - started) / calls

    return await cpu(Limits(Ready(), Switch())) - await cpu(Ready())


def main() -> int:
    """Print the table; 1 if a limit is missed."""
    print(f"{machine()}; {CALLS} calls of {SECONDS} s\n")
    print("| server | client | s | ideal s | × | answered | requests | 429 | most at once |")
    print("|---|---|---|---|---|---|---|---|---|")
    good = True
    for storm in storms():
        with serving("model_server.py", *COMMON, *storm.options.split()) as base_url:
            outcome = asyncio.run(run(storm, base_url))
        times = outcome.wall / storm.ideal
        ok = held(storm, outcome)
        good &= ok
        print(
            f"| {storm.name} | {storm.concurrency} | {outcome.wall:.1f} | {storm.ideal:.1f} "
            f"| {times:.2f} | {outcome.answered} | {outcome.requests} "
            f"| {outcome.refused} ({outcome.refused / outcome.requests:.1%}) "
            f"| {outcome.in_flight} |{'' if ok else ' MISSED'}",
            flush=True,
        )
    cpu = asyncio.run(gate_cpu())
    print(f"\nThe gate takes {cpu * 1e6:.0f} µs of cpu a call.")
    return 0 if good and cpu <= GATE_CPU else 1


def _waves(at_once: int) -> float:
    return math.ceil(CALLS / at_once) * SECONDS


def _request(number: int) -> Request:
    words = f"[1] The council of Port Ardle opened bridge number {number} on Monday."
    messages = (Message("system", "You write briefs."), Message("user", words))
    return Request("article", messages, ArticleReply, f"bridge {number}", priority=float(number))


if __name__ == "__main__":
    sys.exit(main())
