"""Fetching: the schedule of many polite requests, the bytes of a second run, and hostile sites.

    python benchmarks/fetching.py [--hosts N] [--items N] [--only schedule|feeds|hostile]

`schedule`: each of 200 hosts serves a feed and 30 items from loopback, every answer 100 ms late. A
page takes its latency at the least, a host gives 4 at once, all hosts together 32: the ideal
is what a machine that takes no time of its own would need, robots.txt first, then the feed, then
the items. `feeds`: the same hosts read as the sources of a daily brief, from feed to article, by a
process of its own. `hostile`: each site of `hostile_site.py` alone, with a deadline of 5 seconds,
and then all together. Memory is what the process grew by. The servers are processes of their own.
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
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

from hostile_site import HOSTILE, Asked, Out, Site, page, versioned
from measure import machine, serving

from summarize.errors import FetchError
from summarize.fetch import FetchSettings
from summarize.fetch.cache import PageCache
from summarize.fetch.client import Fetcher
from summarize.fetch.resolving import TableResolver
from summarize.sources.gathered import How, gather
from summarize.sources.source import given as given_sources
from summarize.store import Store

LATENCY = 0.1  # seconds
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
    parser.add_argument("--only", choices=["schedule", "feeds", "hostile"])
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve())
        return 0
    print(f"{machine()}\n")
    if given.only in (None, "schedule"):
        schedule(given.hosts, given.items)
    if given.only in (None, "feeds"):
        feeds(given.hosts, given.items)
    if given.only in (None, "hostile"):
        hostile()
    return 0


def schedule(hosts: int, items: int) -> None:
    settings = FetchSettings(allow_private=True)
    perfect = ideal(hosts, items, settings)
    print(f"{hosts} hosts, a feed and {items} items each; ideal {perfect:.1f} s\n")
    print("| run | seconds | of the ideal | requests | MB sent | of the first |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, serving("fetching.py", "--serve") as address:
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


def feeds(hosts: int, items: int) -> None:
    perfect = ideal(hosts, items, FetchSettings())
    print(f"\n{hosts} feeds of {items} items, read; ideal of the requests {perfect:.1f} s\n")
    print(
        "| run | seconds | of the ideal | MB more | articles | requests | MB sent | of the first |"
    )
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, serving("fetching.py", "--serve") as address:
        first = None
        for name in ("first", "second"):
            before = told(address)
            code = "import sys, fetching; fetching.read_feeds(*sys.argv[1:])"
            done = subprocess.run(
                [sys.executable, "-c", code, address, f"{folder}/store.db", str(hosts), str(items)],
                capture_output=True,
                text=True,
                check=True,
                cwd=Path(__file__).parent,
            )
            seconds, grown, articles = done.stdout.split()
            after = told(address)
            sent = after["sent"] - before["sent"]
            first = first or sent
            print(
                f"| {name} | {seconds} | {float(seconds) / perfect:.2f} | {grown} | {articles}"
                f" | {after['requests'] - before['requests']} | {sent / 1e6:.2f}"
                f" | {sent / first:.1%} |",
                flush=True,
            )


def read_feeds(address: str, store: str, hosts: str, items: str) -> None:
    """Read the feeds as a daily brief does; print seconds, growth in MB, how many articles."""
    unit = 1 if sys.platform == "darwin" else 1024
    port = address.rpartition(":")[2]
    listed = given_sources([f"http://n{n}.test:{port}/feed" for n in range(int(hosts))])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    with Store.open(Path(store)) as opened:
        how = How(
            now=datetime.now(UTC),
            store=opened,
            fetching=FetchSettings(allow_private=True),
            items=int(items),
            resolver=LOOPBACK,
            environ={},
        )
        found = gather(listed, how)
    seconds = time.perf_counter() - started
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"{seconds:.1f} {grown * unit / 1e6:.0f} {len(found.pile.articles)}")


def article_page(asked: Asked) -> bytes:
    """A page of news as it is: an article of 600 words among 20 KB of other things."""
    host, number = asked.host.partition(".")[0], asked.target.strip("/")
    text = "".join(
        f"<p>The harbour of {host} took in {n + 20} ships on day {number}, two more than before, "
        f"and the harbour master said that pier {n} would be dredged before the winter storms.</p>"
        for n in range(20)
    )
    links = "".join(
        f'<li><a href="/{n}" class="teaser">More of {host}, {n}</a></li>' for n in range(400)
    )
    head = f"<html lang=en><head><title>Harbour {host}, report {number}</title></head>"
    return f"{head}<body><ul>{links}</ul><article>{text}</article></body></html>".encode()


def feed_of(asked: Asked, items: int = 30) -> bytes:
    """A feed of summaries."""
    host = asked.headers["host"]
    entries = "".join(
        f"<item><title>Harbour, report {n}</title><link>http://{host}/{n}</link>"
        f"<pubDate>Mon, 09 Mar 2026 {n % 24:02}:00:00 GMT</pubDate>"
        f"<description>The harbour took in ships, report {n}.</description></item>"
        for n in range(items)
    )
    return f"<rss><channel><title>{host}</title>{entries}</channel></rss>".encode()


async def serve() -> None:
    """The site of all hosts: /told says what was sent so far."""
    site = Site({})

    async def late(asked: Asked, out: Out) -> None:
        if asked.target == "/told":
            counts = {"requests": len(site.asked), "sent": site.sent}
            await page(json.dumps(counts).encode())(asked, out)
            return
        await asyncio.sleep(LATENCY)
        if asked.target == "/robots.txt":
            await page(b"", 404)(asked, out)
        else:
            body = feed_of(asked) if asked.target == "/feed" else article_page(asked)
            await versioned(body)(asked, out)

    site.pages = {"*": late}
    async with site:
        print(site.url, flush=True)
        await asyncio.to_thread(sys.stdin.read)


def hostile() -> None:
    print(f"\nHostile sites, deadline {DEADLINE:g} s\n")
    print("| site | seconds | MB more | named |")
    print("|---|---|---|---|")
    with serving("hostile_site.py") as address:
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


if __name__ == "__main__":
    sys.exit(main())
