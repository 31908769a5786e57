from __future__ import annotations

import asyncio
import os
import signal
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hostile_site import (
    Handler,
    Site,
    in_turn,
    moved,
    page,
    silence,
    versioned,
)

from summarize.errors import FetchError
from summarize.fetch import FetchSettings
from summarize.fetch.cache import PageCache
from summarize.fetch.client import Fetcher
from summarize.store import Store
from tests.fetch.conftest import ARTICLE, NOW, TEST_HOSTS, fetching


async def test_a_page_that_has_not_changed_is_not_sent_again(store: Store) -> None:
    later = NOW + timedelta(days=2)
    for handler in (versioned(ARTICLE), versioned(ARTICLE, None, "Tue, 03 Mar 2026 05:06:07 GMT")):
        cache = PageCache(store)
        pages = {"http://a.test/a": handler}
        async with fetching(pages, cache) as (fetcher, site):
            url = f"http://a.test:{site.port}/a"
            first = await fetcher.get(url)
        async with Site(pages, site.port) as again:
            settings = FetchSettings(allow_private=True)
            async with Fetcher(
                settings, cache, now=lambda: later, resolver=TEST_HOSTS, environ={}
            ) as fetcher:
                second = await fetcher.get(url)

        assert (second.body, second.retrieved, second.unchanged) == (ARTICLE, NOW, True)
        assert not first.unchanged
        assert again.sent < 400
        cache.forget([url])


async def test_a_page_that_has_changed_takes_the_place_of_the_kept_one(store: Store) -> None:
    pages = {"/a": in_turn(versioned(ARTICLE, '"1"'), versioned(b"new", '"2"'))}
    async with fetching(pages, PageCache(store)) as (fetcher, site):
        await fetcher.get(f"{site.url}/a")
        second = await fetcher.get(f"{site.url}/a")
        third = await fetcher.get(f"{site.url}/a")

    assert (second.body, second.unchanged) == (b"new", False)
    assert (third.body, third.unchanged) == (b"new", True)


async def test_a_page_that_is_sent_again_as_it_was_has_not_changed(store: Store) -> None:
    async with fetching({"/a": page(ARTICLE)}, PageCache(store)) as (fetcher, site):
        await fetcher.get(f"{site.url}/a")

        assert (await fetcher.get(f"{site.url}/a")).unchanged


async def test_what_has_moved_for_good_is_asked_for_where_it_is(store: Store) -> None:
    pages = {"/a": moved("/b", 301), "/b": page(ARTICLE)}
    async with fetching(pages, PageCache(store)) as (fetcher, site):
        await fetcher.get(f"{site.url}/a")
        got = await fetcher.get(f"{site.url}/a")

    assert site.targets == ["/a", "/b", "/b"]
    assert (got.asked, got.url) == (f"{site.url}/a", f"{site.url}/b")


async def test_a_move_for_good_is_asked_for_again_when_it_leads_nowhere(store: Store) -> None:
    pages: dict[str, Handler] = {"/a": moved("/b", 308), "/b": page(ARTICLE)}
    async with fetching(pages, PageCache(store)) as (fetcher, site):
        await fetcher.get(f"{site.url}/a")
        pages |= {"/a": moved("/c", 308), "/b": page(b"", 410), "/c": page(b"at c")}

        assert (await fetcher.get(f"{site.url}/a")).body == b"at c"


async def test_a_move_for_good_is_not_believed_for_ever(store: Store) -> None:
    cache = PageCache(store)
    pages: dict[str, Handler] = {"http://a.test/a": moved("/b", 301), "/b": page(ARTICLE)}
    async with fetching(pages, cache) as (fetcher, site):
        url = f"http://a.test:{site.port}/a"
        await fetcher.get(url)
    pages["http://a.test/a"] = page(b"back again")
    later = NOW + timedelta(days=8)
    async with (
        Site(pages, site.port),
        Fetcher(
            FetchSettings(allow_private=True),
            cache,
            now=lambda: later,
            resolver=TEST_HOSTS,
            environ={},
        ) as fetcher,
    ):
        assert (await fetcher.get(url)).body == b"back again"


async def test_an_old_move_is_no_page_that_has_not_changed(store: Store) -> None:
    cache = PageCache(store)
    pages = {"/a": in_turn(moved("/b", 301), page(b"", 304)), "/b": page(ARTICLE)}
    async with fetching(pages, cache) as (fetcher, site):
        url = f"{site.url}/a"
        await fetcher.get(url)
        found = await asyncio.to_thread(cache.page, url)
        assert found is not None
        cache.keep(url, replace(found, confirmed=NOW - timedelta(days=30)))

        with pytest.raises(FetchError, match="http status 304"):
            await fetcher.get(url)


async def test_a_store_that_fails_does_not_stop_the_fetching(store: Store) -> None:
    store.close()
    async with fetching({"/a": page(ARTICLE)}, PageCache(store)) as (fetcher, site):
        got = await fetcher.get(f"{site.url}/a")

        assert got.body == ARTICLE
        assert fetcher.store_error is not None


KILLED = """
import asyncio, sys
from pathlib import Path
from summarize.fetch import FetchSettings
from summarize.fetch.cache import PageCache
from summarize.fetch.client import Fetcher
from summarize.store import Store

async def main():
    with Store.open(Path(sys.argv[1])) as store:
        settings = FetchSettings(allow_private=True, delay=0.0)
        async with Fetcher(settings, PageCache(store), environ={}) as fetcher:
            for path in ["/1", "/2", "/3", "/silent"]:
                await fetcher.get(sys.argv[2] + path)

try:
    asyncio.run(main())
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
async def test_what_was_read_before_a_kill_is_kept(tmp_path: Path, how: signal.Signals) -> None:
    pages = {"/silent": silence, "*": page(ARTICLE)}
    path = tmp_path / "store.db"
    async with Site(pages) as site:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", KILLED, str(path), site.url), cwd=tmp_path, env=os.environ
        )
        while "/silent" not in site.targets:
            await asyncio.sleep(0.02)
        process.send_signal(how)
        await process.wait()

        with Store.open(path) as store:
            kept = [PageCache(store).page(f"{site.url}/{number}") for number in (1, 2, 3)]

    assert [one.body for one in kept if one] == [ARTICLE] * 3
