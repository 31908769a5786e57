"""Sources of the web, read: every feed and its items at once, within what `fetch` allows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from summarize.aside import aside
from summarize.errors import FetchError
from summarize.fetch import Page
from summarize.fetch.addresses import ALLOW
from summarize.fetch.client import Fetcher
from summarize.read import Reading, feeds
from summarize.read.feeds import Feed, FeedItem, NoFeed
from summarize.read.finish import Finished
from summarize.read.urls import canonical
from summarize.read.walk import reason
from summarize.reported import Skipped
from summarize.sources import entries
from summarize.sources.finding import feeds_of
from summarize.sources.kinds import kind_of
from summarize.sources.memory import Memory
from summarize.sources.pages import Manner, read_page
from summarize.sources.seen import Seen
from summarize.sources.source import Source

# An OPML list that lists lists is no list of feeds.
DEEPEST = 1
Told = Callable[[int, int], None]


@dataclass(frozen=True)
class Read:
    """What a source gave. `first` is by article id when an item was first in its feed.

    `error` is why it was not read, "" where it was. `items` are those it has, `names` those of a
    feed that were read; `below` what the feeds of a list gave.
    """

    source: Source
    read: tuple[Finished | Skipped, ...] = ()
    error: str = ""
    kind: str = "page"
    items: int = 0
    newest: datetime | None = None
    names: tuple[str, ...] = ()
    first: Mapping[str, datetime] = field(default_factory=dict)
    below: tuple[Read, ...] = ()


class Web:
    """A reader of sources with an open `fetcher`. `most` are items of a feed that are read.

    `told` hears how many pages are had, of how many that are known of.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        memory: Memory,
        *,
        reading: Reading,
        most: int,
        told: Told,
    ) -> None:
        self._fetcher = fetcher
        self._memory = memory
        self._now = memory.now
        self._manner = Manner(memory.now, reading)
        self._most = most
        self._told = told
        self._read_once: dict[str, asyncio.Future[Finished | Skipped]] = {}
        self._done = 0

    async def all(self, sources: Sequence[Source]) -> list[Read]:
        """What each gave, in their order."""
        return await asyncio.gather(*map(self.one, sources))

    async def one(self, source: Source, depth: int = 0) -> Read:
        """What a source gave; in its `error` why nothing."""
        try:
            page = (
                await self._fetcher.get(source.where, accept="feed")
                if source.is_address
                else await aside(_file, source, self._now)
            )
            return await self._read(source, page, depth)
        except FetchError as error:
            return Read(source, error=_reason(error))
        except NoFeed as error:
            return Read(source, error=error.what)

    async def _read(self, source: Source, page: Page, depth: int) -> Read:
        kind = kind_of(page.body, page.content_type)
        if kind == "feed":
            feed = await aside(feeds.parse_feed, page.body, page.url, page.charset)
            return await self._feed(source, feed)
        if kind == "sitemap":
            items = await aside(feeds.parse_sitemap, page.body, page.url)
            return replace(await self._feed(source, Feed("", None, "", items)), kind=kind)
        if kind == "sitemaps":
            return Read(source, error="a list of sitemaps: name one of them", kind=kind)
        if kind == "opml":
            return await self._list(source, page, depth)
        read = await aside(_page_itself, page, self._manner)
        return Read(source, tuple(read), items=len(read))

    async def _list(self, source: Source, page: Page, depth: int) -> Read:
        if depth == DEEPEST:
            return Read(source, error="a list of feeds in a list of feeds", kind="opml")
        listed = await aside(feeds.parse_opml, page.body)
        said = (replace(source, where=url, name=title, listed=True) for title, url in listed)
        below = await asyncio.gather(*(self.one(one, depth + 1) for one in said))
        error = "" if below else "a list without feeds"
        return Read(source, error=error, kind="opml", items=len(below), below=tuple(below))

    async def _feed(self, source: Source, feed: Feed) -> Read:
        if not feed.items:
            return Read(source, (Skipped(source.shown, "a feed without items"),), kind="feed")
        items = entries.newest(feed.items, self._most)
        names = tuple(map(entries.name_of, items))
        seen = await self._memory.seen(source.where, names)
        digests = await aside(_digests, items)
        fresh = [n for n, name in enumerate(names)
                 if name not in seen or seen[name].entry != digests[n]]  # fmt: skip
        read = await asyncio.gather(*(self._item(feed, items[n]) for n in fresh))
        made = {
            names[n]: Seen(names[n], digests[n], one, self._first(seen, names[n]))
            for n, (one, _) in zip(fresh, read, strict=True)
        }
        kept = [made[names[n]] for n, (_, keeps) in zip(fresh, read, strict=True) if keeps]
        await self._memory.keep(source.where, kept, names)
        every = [made.get(name) or seen[name] for name in names]
        return Read(
            source,
            tuple(one.read for one in every),
            kind="feed",
            items=len(feed.items),
            newest=entries.latest(feed.items),
            names=names,
            first={one.read.article.id: one.first for one in every
                   if isinstance(one.read, Finished)},
        )  # fmt: skip

    def _first(self, seen: Mapping[str, Seen], name: str) -> datetime:
        return seen[name].first if name in seen else self._now

    async def _item(self, feed: Feed, item: FeedItem) -> tuple[Finished | Skipped, bool]:
        """An item read, and whether that is worth keeping: not where its page may come later."""
        own = await aside(entries.text_of, item, feed, self._manner)
        if item.link is None or entries.is_whole(own):
            return own, True
        try:
            return _better(await self._page(item, item.link), own), True
        except FetchError as error:
            return _better(Skipped(item.link, _reason(error)), own), False

    async def _page(self, item: FeedItem, link: str) -> Finished | Skipped:
        """The article of a page, fetched once in a run by whichever of its addresses."""
        name = canonical(link)
        if name not in self._read_once:
            self._read_once[name] = asyncio.ensure_future(self._fetched(item, link))
        return await self._read_once[name]

    async def _fetched(self, item: FeedItem, link: str) -> Finished | Skipped:
        self._told(self._done, len(self._read_once))
        try:
            page = await self._fetcher.get(link)
        finally:
            self._done += 1
            self._told(self._done, len(self._read_once))
        read = await aside(read_page, page, self._manner, entries.fields_of(item))
        articles = (one for one in read if isinstance(one, Finished))
        return next(articles, read[0] if read else Skipped(link, "no text found"))


def _file(source: Source, now: datetime) -> Page:
    """A file that lists what is to be fetched, as if it had been."""
    try:
        body = Path(source.where).read_bytes()
    except OSError as error:
        raise NoFeed(reason(error)) from None
    return Page(source.where, "", 200, "", None, body, None, None, now, unchanged=False)


def _page_itself(page: Page, manner: Manner) -> list[Finished | Skipped]:
    """What stands in a page; where that is no article, it may say where its feed is."""
    read = read_page(page, manner)
    feed = next((url for _, url in feeds_of(page)), "") if len(read) == 1 else ""
    return [replace(one, reason=f"{one.reason}; its feed is {feed}")
            if isinstance(one, Skipped) and feed else one for one in read]  # fmt: skip


def _digests(items: Sequence[FeedItem]) -> list[str]:
    return list(map(entries.digest, items))


def _better(page: Finished | Skipped, own: Finished | Skipped) -> Finished | Skipped:
    """The article of the page, else the text of the feed, else why the page has none."""
    return own if isinstance(page, Skipped) and isinstance(own, Finished) else page


def _reason(error: FetchError) -> str:
    """Why it was not had, and what allows it where that is for a person to say."""
    why = f"{error.reason} ({error.detail})" if error.detail else error.reason
    return f"{why}; {error.hint}" if error.hint == ALLOW else why
