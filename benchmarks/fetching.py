"""Fetching: the schedule of many polite requests, the bytes of a second run, and hostile sites.

    python benchmarks/fetching.py [--hosts N] [--items N] [--only schedule|hostile]

`schedule`: each of 200 hosts serves a feed and 30 items from loopback, every answer 100 ms late. A
page takes its latency at the least, a host gives 4 at once, all hosts together 32: the ideal
is what a machine that takes no time of its own would need, robots.txt first, then the feed, then
the items. `hostile`: each site of `hostile_site.py` alone, with a deadline of 5 seconds, and then
all together; memory is what the process grew by. Both servers are processes of their own.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from hostile_site import HOSTILE, Asked, Handler, Out, Site, page, versioned
from measure import machine

from summarize.errors import FetchError
from summarize.fetch import FetchSettings
from summarize.fetch.cache import PageCache
from summarize.fetch.client import Fetcher
from summarize.fetch.resolving import TableResolver
from summarize.store import Store

LATENCY = 0.1  # seconds
BODY = 30_000  # bytes of an item: what a page of news without its pictures has
DEADLINE = 5.0  # seconds, for the hostile ones
LOOPBACK = TableResolver({"*.test": [["127.0.0.1"]]})
PATHS = [path.replace("*", "1") for path in HOSTILE if path != "/robots.txt"]


@dataclass(frozen=True)
class Run:
    """One run over all feeds: seconds, requests, bytes that the server sent."""

    seconds: float
    requests: int
    sent: int


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hosts", type=int, default=200)
    parser.add_argument("--items", type=int, default=30)
    parser.add_argument("--only", choices=["schedule", "hostile"])
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve())
        return 0
    print(f"{machine()}\n")
    if given.only != "hostile":
        schedule(given.hosts, given.items)
    if given.only != "schedule":
        hostile()
    return 0


def schedule(hosts: int, items: int) -> None:
    settings = FetchSettings(allow_private=True)
    perfect = ideal(hosts, items, settings)
    print(f"{hosts} hosts, a feed and {items} items each; ideal {perfect:.1f} s\n")
    print("| run | seconds | of the ideal | requests | MB sent | of the first |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, server("--serve") as address:
        first = None
        for name in ("first", "second"):
            with Store.open(Path(folder) / "store.db") as store:
                run = asyncio.run(fetch_all(address, hosts, items, settings, PageCache(store)))
            first = first or run
            print(
                f"| {name} | {run.seconds:.1f} | {run.seconds / perfect:.2f} | {run.requests}"
                f" | {run.sent / 1e6:.2f} | {run.sent / first.sent:.1%} |"
            )


def ideal(hosts: int, items: int, settings: FetchSettings) -> float:
    """Seconds: the longer of what one host needs and what all places together need."""
    starts = settings.delay * (items + 1)  # after robots.txt each at this distance
    one_host = LATENCY * (2 + math.ceil(items / settings.per_host))
    everything = hosts * (items + 2) * LATENCY / settings.at_once
    return max(one_host, starts + LATENCY, everything)


async def fetch_all(
    address: str, hosts: int, items: int, settings: FetchSettings, kept: PageCache
) -> Run:
    port = address.rpartition(":")[2]
    before = told(address)
    started = time.perf_counter()
    async with Fetcher(settings, kept, resolver=LOOPBACK, environ={}) as fetcher:

        async def one_host(number: int) -> None:
            site = f"http://n{number}.test:{port}"
            await fetcher.get(f"{site}/feed", accept="feed")
            await asyncio.gather(*(fetcher.get(f"{site}/{item}") for item in range(items)))

        await asyncio.gather(*map(one_host, range(hosts)))
    seconds = time.perf_counter() - started
    after = told(address)
    return Run(seconds, after["requests"] - before["requests"], after["sent"] - before["sent"])


def told(address: str) -> dict[str, int]:
    with urlopen(f"{address}/told") as answer:
        counts: dict[str, int] = json.load(answer)
    return counts


async def serve() -> None:
    """The site of all hosts: /told says what was sent so far."""
    site = Site({})
    body = (b"<p>The harbour opened again on Monday.</p>\n" * 800)[:BODY]
    item = versioned(body)

    async def late(asked: Asked, out: Out) -> None:
        if asked.target == "/told":
            counts = {"requests": len(site.asked), "sent": site.sent}
            await page(json.dumps(counts).encode())(asked, out)
            return
        await asyncio.sleep(LATENCY)
        answer: Handler = page(b"", 404) if asked.target == "/robots.txt" else item
        await answer(asked, out)

    site.pages = {"*": late}
    async with site:
        print(site.url, flush=True)
        await asyncio.to_thread(sys.stdin.read)


def hostile() -> None:
    print(f"\nHostile sites, deadline {DEADLINE:g} s\n")
    print("| site | seconds | MB more | named |")
    print("|---|---|---|---|")
    with server() as address:
        for paths in [[path] for path in PATHS] + [PATHS]:
            name = paths[0] if len(paths) == 1 else "all together"
            asked = [f"{address}{path}" for path in paths]
            code = "import sys, fetching; fetching.visit(sys.argv[1:])"
            done = subprocess.run(
                [sys.executable, "-c", code, *asked],
                capture_output=True,
                text=True,
                check=True,
                cwd=Path(__file__).parent,
            )
            print(f"| {name} | {done.stdout.strip()} |", flush=True)


def visit(asked: list[str]) -> None:
    """Ask for addresses at once, and print seconds, growth in MB, and what became of them."""
    unit = 1 if sys.platform == "darwin" else 1024

    async def all_at_once() -> str:
        settings = FetchSettings(allow_private=True, deadline=DEADLINE, per_host=32, delay=0.0)
        async with Fetcher(settings, environ={}) as fetcher:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            started = time.perf_counter()
            gets = (fetcher.get(one) for one in asked)
            found = await asyncio.gather(*gets, return_exceptions=True)
            seconds = time.perf_counter() - started
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        kinds = [one.reason if isinstance(one, FetchError) else repr(one)[:60] for one in found]
        return f"{seconds:.1f} | {grown * unit / 1e6:.0f} | {', '.join(dict.fromkeys(kinds))}"

    print(asyncio.run(all_at_once()))


@contextmanager
def server(*options: str) -> Iterator[str]:
    """A server in a process of its own, and its address."""
    script = __file__ if options else str(Path(__file__).with_name("hostile_site.py"))
    with subprocess.Popen(
        [sys.executable, script, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
