"""A site on 127.0.0.1 with virtual hosts, in a thread of its own: `gather` has its own loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hostile_site import Handler, Site, page, versioned

from summarize.fetch import FetchSettings
from summarize.fetch.resolving import TableResolver
from summarize.sources.gathered import Gathered, How, gather
from summarize.sources.source import Source
from summarize.store import Store

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
HOSTS = TableResolver({"*.test": [["127.0.0.1"]]})
LOCAL = FetchSettings(allow_private=True, delay=0.0, deadline=5.0)
XML = ("Content-Type", "application/xml")


@contextmanager
def _running(pages: Mapping[str, Handler]) -> Iterator[Site]:
    site, ready, loop = Site(dict(pages)), threading.Event(), asyncio.new_event_loop()
    done = asyncio.Event()

    async def serve() -> None:
        async with site:
            ready.set()
            await done.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    assert ready.wait(10)
    try:
        yield site
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(10)
        loop.close()


Open = Callable[[Mapping[str, Handler]], Site]


@pytest.fixture
def site() -> Iterator[Open]:
    """`site(pages)`: a site that serves them until the test ends; its `pages` may be changed."""
    with ExitStack() as stack:

        def opened(pages: Mapping[str, Handler]) -> Site:
            return stack.enter_context(_running({"/robots.txt": page(b"", 404), **pages}))

        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db") as opened:
        yield opened


HOW = How(now=NOW, fetching=LOCAL, resolver=HOSTS, environ={})


def read(*sources: Source | str, how: How = HOW, **said: object) -> Gathered:
    """What sources give, by addresses or as they are."""
    listed = [one if isinstance(one, Source) else Source(one) for one in sources]
    return gather(listed, replace(how, **said))  # type: ignore[arg-type]


def titles(found: Gathered) -> list[str]:
    return [article.title for article in found.pile.articles]


def words(about: str, count: int = 60) -> str:
    """So many words of made-up news."""
    said = f"The harbour of {about} was opened again after the storm had passed over the coast."
    return " ".join((said.split() * count)[:count]) + "."


def article(title: str, text: str = "", head: str = "") -> bytes:
    """A page of news."""
    body = "".join(f"<p>{part}</p>" for part in (text or words(title)).split("\n"))
    return (
        f"<html lang='en'><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def item(title: str, link: str = "", **fields: str) -> str:
    """An entry of RSS; a field is an element, `content` is content:encoded."""
    named = {"title": title, "link": link, **fields}
    named = {("content:encoded" if n == "content" else n): v for n, v in named.items() if v}
    return "<item>" + "".join(f"<{n}>{v}</{n}>" for n, v in named.items()) + "</item>"


def feed(*items: str, title: str = "Valley Ledger") -> Handler:
    """A feed that is sent only to one who does not have it."""
    space = "http://purl.org/rss/1.0/modules/content/"
    body = f'<rss version="2.0" xmlns:content="{space}"><channel><title>{title}</title>'
    whole = (body + "".join(items) + "</channel></rss>").encode()
    return versioned(whole, f'"{hash(whole)}"')
