"""An address tried, before it is a source: what stands there, and under which address."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from summarize.errors import FetchError, NothingToRead
from summarize.fetch import Page
from summarize.fetch.client import Fetcher
from summarize.read import feeds
from summarize.sources.finding import feeds_of
from summarize.sources.gathered import How
from summarize.sources.kinds import Kind, kind_of


@dataclass(frozen=True, slots=True)
class Found:
    """What is worth reading every day: its address, kind, title ("" for none), number of items.

    `others` are further feeds that the page names.
    """

    url: str
    kind: Kind
    title: str
    items: int
    others: tuple[str, ...] = ()


def find(url: str, how: How) -> Found:
    """The feed, list or sitemap at an address, or the first feed that its page names.

    FetchError where it cannot be had, NothingToRead where there is none.
    """
    return asyncio.run(_find(url, how))


async def _find(url: str, how: How) -> Found:
    async with Fetcher(how.fetching, resolver=how.resolver, environ=how.environ) as fetcher:
        page = await fetcher.get(url, accept="feed")
        if kind_of(page.body, page.content_type) != "page":
            return _found(page, url)
        named = feeds_of(page)
        errors = []
        for title, address in named:
            try:
                found = _found(await fetcher.get(address, accept="feed"), address)
            except (FetchError, feeds.NoFeed) as error:
                errors.append(str(error))
                continue
            others = tuple(other for _, other in named if other != address)
            return Found(address, found.kind, found.title or title, found.items, others)
    why = f" ({errors[0]})" if errors else ""
    raise NothingToRead(
        f"{url}: no feed, and the page names none that can be read{why}",
        hint="name the feed itself",
    )


def _found(page: Page, url: str) -> Found:
    kind = kind_of(page.body, page.content_type)
    if kind == "opml":
        return Found(url, kind, "", len(feeds.parse_opml(page.body)))
    if kind == "sitemap":
        return Found(url, kind, "", len(feeds.parse_sitemap(page.body, page.url)))
    feed = feeds.parse_feed(page.body, page.url, page.charset)
    return Found(url, kind, feed.title, len(feed.items))
