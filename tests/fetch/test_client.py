from __future__ import annotations

import asyncio
import gzip
import socket

import pytest
from hostile_site import (
    HOSTILE,
    Site,
    drip,
    moved,
    page,
)

from summarize.errors import FetchError
from summarize.fetch import FetchSettings
from summarize.fetch.client import Fetcher
from summarize.fetch.resolving import TableResolver
from tests.fetch.conftest import ARTICLE, NOW, failure, fetching


async def test_a_page_is_had_as_it_came() -> None:
    headers = ("Content-Type", "Text/HTML; charset=ISO-8859-1"), ("ETag", '"a"')
    async with fetching({"/a": page(ARTICLE, 200, *headers)}) as (fetcher, site):
        got = await fetcher.get(f"{site.url}/a#top")

    assert (got.status, got.body, got.retrieved, got.unchanged) == (200, ARTICLE, NOW, False)
    assert (got.content_type, got.charset, got.etag) == ("text/html", "iso-8859-1", '"a"')
    assert (got.asked, got.url) == (f"{site.url}/a#top", f"{site.url}/a")


async def test_a_compressed_page_is_had_decompressed() -> None:
    packed = page(gzip.compress(ARTICLE), 200, ("Content-Encoding", "gzip"))
    async with fetching({"/a": packed}) as (fetcher, site):
        assert (await fetcher.get(f"{site.url}/a")).body == ARTICLE


async def test_the_server_is_told_who_asks_and_for_what() -> None:
    async with fetching({"/feed": page(b"<rss/>")}) as (fetcher, site):
        await fetcher.get(f"{site.url}/feed", accept="feed")

    told = site.asked[-1].headers
    assert told["user-agent"].startswith("summarize-news/")
    assert told["accept"].startswith("application/atom+xml")
    assert told["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed(status: int) -> None:
    pages = {"/a": moved("b?x=1", status), "/b": page(ARTICLE)}
    async with fetching(pages) as (fetcher, site):
        got = await fetcher.get(f"{site.url}/a")

    assert (got.asked, got.url, got.body) == (f"{site.url}/a", f"{site.url}/b?x=1", ARTICLE)


@pytest.mark.parametrize("path", ["/redirects/1", "/circle"])
async def test_redirects_without_end_are_followed_ten_times(path: str) -> None:
    async with fetching(HOSTILE) as (fetcher, site):
        with pytest.raises(FetchError, match="too many redirects"):
            await fetcher.get(site.url + path)

    assert len(site.targets) == 11


async def test_a_redirect_that_is_no_address_is_named() -> None:
    error = await failure({"/a": moved("http://[::1")}, "/a")

    assert error.reason == "not http(s)"


@pytest.mark.parametrize(
    ("status", "retryable"), [(403, False), (404, False), (300, False), (304, False), (500, True)]
)
async def test_a_status_that_is_no_page_is_an_error(status: int, retryable: bool) -> None:
    error = await failure({"/a": page(b"", status)}, "/a")

    assert (error.reason, error.retryable) == (f"http status {status}", retryable)
    assert str(error).startswith("http://127.0.0.1:")


async def test_cookies_go_back_to_their_own_host_only() -> None:
    pages = {
        "http://a.test/1": moved("/2", 302, ("Set-Cookie", "seen=yes; Path=/")),
        "http://a.test/2": moved("http://b.test:PORT/3"),
        "http://b.test/3": page(ARTICLE),
    }
    async with fetching(pages) as (fetcher, site):
        pages["http://a.test/2"] = moved(f"http://b.test:{site.port}/3")
        await fetcher.get(f"http://a.test:{site.port}/1")
        await fetcher.get(f"http://a.test:{site.port}/1")

    told = [one.headers.get("cookie") for one in site.asked if one.target != "/robots.txt"]
    assert told == [None, "seen=yes", None] * 2


async def test_a_host_is_asked_for_so_many_pages_at_once() -> None:
    async with fetching({"*": page(ARTICLE)}, per_host=2) as (fetcher, site):
        urls = [f"http://{host}.test:{site.port}/{n}" for host in "ab" for n in range(8)]
        await asyncio.gather(*map(fetcher.get, urls))

    assert site.most_under_way["a.test"] <= 2
    assert site.most_under_way["b.test"] <= 2


async def test_through_a_proxy_it_is_the_proxy_that_is_asked() -> None:
    pages = {"http://news.example/a": page(ARTICLE)}
    async with Site(pages) as proxy:
        environ = {"http_proxy": proxy.url.replace("//", "//mara:s%40t@")}
        settings = FetchSettings()
        async with Fetcher(settings, resolver=TableResolver({}), environ=environ) as fetcher:
            got = await fetcher.get("http://news.example/a")

    assert got.body == ARTICLE
    assert proxy.asked[-1].headers["proxy-authorization"] == "Basic bWFyYTpzQHQ="


async def test_a_proxy_that_is_not_there_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        environ = {"https_proxy": f"http://127.0.0.1:{free.getsockname()[1]}"}
        async with Fetcher(FetchSettings(), environ=environ) as fetcher:
            with pytest.raises(FetchError, match="proxy"):
                await fetcher.get("https://news.example/a")


async def test_a_page_that_is_given_up_leaves_the_others_alone() -> None:
    async with fetching({"/drip": drip, "/a": page(ARTICLE)}) as (fetcher, site):
        slow = asyncio.create_task(fetcher.get(f"{site.url}/drip"))
        while "/drip" not in site.targets:
            await asyncio.sleep(0.01)
        slow.cancel()

        assert (await fetcher.get(f"{site.url}/a")).body == ARTICLE
        with pytest.raises(asyncio.CancelledError):
            await slow


def test_a_name_server_that_is_silent_holds_nobody_up() -> None:
    class Silent:
        async def addresses(self, host: str) -> list[str]:
            await asyncio.Event().wait()
            return [host]

    async def main() -> FetchError:
        async with fetching({}, resolver=Silent(), deadline=0.2) as (fetcher, _):
            with pytest.raises(FetchError) as raised:
                await fetcher.get("http://slow.example/")
        return raised.value

    assert asyncio.run(main()).reason == "deadline"
