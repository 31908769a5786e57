from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hostile_site import HOSTILE, Handler, Site, drip, moved, page, reset, versioned

from summarize.errors import FetchError
from summarize.fetch import FetchSettings
from summarize.fetch.cache import PageCache
from summarize.fetch.client import Fetcher
from summarize.fetch.resolving import TableResolver
from summarize.store import Store

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
HOSTS = TableResolver({"*.test": [["127.0.0.1"]]})
ARTICLE = page(b"an article")


def rules(text: str) -> Handler:
    return page(text.encode(), 200, ("Content-Type", "text/plain"))


NOBODY = rules("User-agent: *\nDisallow: /")


@asynccontextmanager
async def fetching(
    pages: Mapping[str, Handler], kept: PageCache | None = None, **settings: Any
) -> AsyncIterator[tuple[Fetcher, Site]]:
    told = FetchSettings(**{"allow_private": True, "delay": 0.0, **settings})
    async with (
        Site(pages) as site,
        Fetcher(told, kept, now=lambda: NOW, resolver=HOSTS, environ={}) as fetcher,
    ):
        yield fetcher, site


async def allowed(robots: Handler, path: str = "/a", **settings: Any) -> str:
    """What comes of asking for a page of a site with this robots.txt: "read", or the reason."""
    async with fetching({"/robots.txt": robots, "*": ARTICLE}, **settings) as (fetcher, site):
        try:
            await fetcher.get(site.url + path)
        except FetchError as error:
            return error.reason
    return "read"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db") as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "path", "outcome"),
    [
        ("User-agent: *\nDisallow: /", "/a", "robots"),
        ("User-agent: *\nDisallow:", "/a", "read"),
        ("User-agent: *\nDisallow: /private", "/a", "read"),
        ("User-agent: *\nDisallow: /private", "/private/a?b", "robots"),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", "robots"),
        ("User-agent: *\nDisallow: /\nAllow: /open/", "/open/a", "read"),
        ("User-agent: summarize-news\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", "robots"),
        ("User-agent: otherbot\nDisallow: /", "/a", "read"),
        ("\ufeffUser-agent: *\nDisallow: /", "/a", "robots"),
        ("<html>not found</html>", "/a", "read"),
        ("", "/a", "read"),
    ],
)
async def test_a_robots_txt_is_obeyed(text: str, path: str, outcome: str) -> None:
    assert await allowed(rules(text), path) == outcome


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_a_site_without_robots_txt_may_be_read(status: int) -> None:
    assert await allowed(page(b"Disallow: /", status)) == "read"


@pytest.mark.parametrize(
    ("robots", "reason"),
    [
        (page(b"", 500), "robots"),
        (page(b"", 503), "robots"),
        (page(b"", 429), "robots"),
        (moved("/robots.txt"), "robots"),
        (HOSTILE["/bomb.br"], "robots"),
        (reset, "connection broke"),
        (drip, "deadline"),
    ],
)
async def test_a_robots_txt_that_cannot_be_had_allows_nothing(robots: Handler, reason: str) -> None:
    assert await allowed(robots, deadline=0.3) == reason


async def test_a_slow_robots_txt_is_counted_to_the_page() -> None:
    async def slow(asked: Any, out: Any) -> None:
        await asyncio.sleep(0.4)
        await page(b"")(asked, out)

    async with fetching({"*": slow}, deadline=0.6) as (fetcher, site):
        with pytest.raises(FetchError, match="deadline"):
            await fetcher.get(f"{site.url}/a")

    assert [one.target for one in site.asked] == ["/robots.txt", "/a"]


async def test_a_robots_txt_may_have_moved() -> None:
    pages = {"/robots.txt": moved("/rules"), "/rules": NOBODY, "*": ARTICLE}
    async with fetching(pages) as (fetcher, site):
        with pytest.raises(FetchError, match=r"robots \(the site does not want programs here\)"):
            await fetcher.get(f"{site.url}/a")


async def test_it_is_asked_for_once_for_all_pages_of_a_site() -> None:
    async with fetching({"*": ARTICLE}) as (fetcher, site):
        await asyncio.gather(*(fetcher.get(f"{site.url}/{n}") for n in range(5)))

    assert [one.target for one in site.asked].count("/robots.txt") == 1


async def test_it_is_not_asked_for_where_a_person_says_so() -> None:
    async with fetching({"/robots.txt": NOBODY, "*": ARTICLE}, ignore_robots=True) as (
        fetcher,
        site,
    ):
        await fetcher.get(f"{site.url}/a")

    assert [one.target for one in site.asked] == ["/a"]


async def test_a_redirect_to_another_site_obeys_that_site() -> None:
    pages: dict[str, Handler] = {"http://b.test/robots.txt": NOBODY, "*": ARTICLE}
    async with fetching(pages) as (fetcher, site):
        pages["http://a.test/a"] = moved(f"http://b.test:{site.port}/b")
        with pytest.raises(FetchError, match="robots"):
            await fetcher.get(f"http://a.test:{site.port}/a")

    assert site.targets == ["/a"]


async def test_a_crawl_delay_is_obeyed() -> None:
    slowly = rules("User-agent: *\nCrawl-delay: 0.3")
    times = []

    async def noted(asked: Any, out: Any) -> None:
        times.append(asyncio.get_running_loop().time())
        await ARTICLE(asked, out)

    async with fetching({"/robots.txt": slowly, "*": noted}) as (fetcher, site):
        await asyncio.gather(*(fetcher.get(f"{site.url}/{n}") for n in range(2)))

    assert times[1] - times[0] > 0.25


async def again(
    store: Store, pages: Mapping[str, Handler], later: timedelta, port: int
) -> tuple[str, list[str]]:
    """A second run, so much later: what came of it, and what was asked for."""
    settings = FetchSettings(allow_private=True, delay=0.0, deadline=0.4)
    async with (
        Site(pages, port) as site,
        Fetcher(
            settings, PageCache(store), now=lambda: NOW + later, resolver=HOSTS, environ={}
        ) as fetcher,
    ):
        try:
            await fetcher.get(f"http://a.test:{port}/a")
            outcome = "read"
        except FetchError as error:
            outcome = error.reason
    return outcome, [one.target for one in site.asked]


@pytest.mark.parametrize("robots", [rules("User-agent: *\nAllow: /"), page(b"", 404)])
async def test_it_is_not_asked_for_again_within_a_day(store: Store, robots: Handler) -> None:
    pages = {"/robots.txt": robots, "*": ARTICLE}
    async with fetching(pages, PageCache(store)) as (fetcher, site):
        await fetcher.get(f"http://a.test:{site.port}/a")

    assert await again(store, pages, timedelta(hours=23), site.port) == ("read", ["/a"])
    _, asked = await again(store, pages, timedelta(hours=25), site.port)
    assert asked == ["/robots.txt", "/a"]


async def test_one_that_moved_is_not_asked_for_again_within_a_day(store: Store) -> None:
    pages = {"/robots.txt": moved("/rules", 301), "/rules": rules(""), "*": ARTICLE}
    async with fetching(pages, PageCache(store)) as (fetcher, site):
        await fetcher.get(f"http://a.test:{site.port}/a")

    assert await again(store, pages, timedelta(hours=23), site.port) == ("read", ["/a"])


async def test_one_that_was_confirmed_holds_for_another_day(store: Store) -> None:
    pages = {"/robots.txt": versioned(b"User-agent: *\nDisallow: /b"), "*": ARTICLE}
    async with fetching(pages, PageCache(store)) as (fetcher, site):
        await fetcher.get(f"http://a.test:{site.port}/a")

    for hours, asked in ((25, ["/robots.txt", "/a"]), (48, ["/a"])):
        found = await again(store, pages, timedelta(hours=hours), site.port)
        assert found == ("read", asked)


@pytest.mark.parametrize(("before", "outcome"), [(rules(""), "read"), (NOBODY, "robots")])
async def test_an_older_one_counts_where_it_cannot_be_had(
    store: Store, before: Handler, outcome: str
) -> None:
    async with fetching({"/robots.txt": before, "*": ARTICLE}, PageCache(store)) as (fetcher, site):
        try:
            await fetcher.get(f"http://a.test:{site.port}/a")
        except FetchError:
            assert outcome == "robots"

    pages = {"/robots.txt": page(b"", 500), "*": ARTICLE}
    found, _ = await again(store, pages, timedelta(days=2), site.port)
    assert found == outcome
