from __future__ import annotations

import asyncio
import gzip
import socket

import pytest
from hostile_site import (
    HOSTILE,
    Handler,
    cut,
    in_turn,
    page,
    reset,
)

from summarize.errors import FetchError
from tests.fetch.conftest import ARTICLE, failure, fetching


async def test_what_passes_is_asked_again() -> None:
    busy = page(b"", 503, ("Retry-After", "0"))
    async with fetching({"/a": in_turn(reset, busy, page(ARTICLE))}) as (fetcher, site):
        assert (await fetcher.get(f"{site.url}/a")).body == ARTICLE

    assert site.targets == ["/a", "/a", "/a"]


@pytest.mark.parametrize(
    ("handler", "reason"),
    [(page(b"", 503), "http status 503"), (reset, "connection broke"), (cut, "connection broke")],
)
async def test_it_is_not_asked_again_beyond_the_deadline(handler: Handler, reason: str) -> None:
    error = await failure({"/robots.txt": page(), "/a": handler}, "/a", deadline=0.4)

    assert (error.reason, error.retryable) == (reason, True)


async def test_a_site_that_asks_to_wait_is_not_asked_for_another_page() -> None:
    pages = {"/a": page(b"", 429, ("Retry-After", "3600")), "/b": page(ARTICLE)}
    async with fetching(pages) as (fetcher, site):
        with pytest.raises(FetchError, match="http status 429"):
            await fetcher.get(f"{site.url}/a")
        with pytest.raises(FetchError, match=r"come later \(the site asks to wait 3,600 seconds"):
            await fetcher.get(f"{site.url}/b")

    assert site.targets == ["/a"]


@pytest.mark.parametrize("path", ["/silent", "/drip", "/dripping-head"])
async def test_a_page_that_does_not_come_ends_at_the_deadline(path: str) -> None:
    async with fetching(HOSTILE, deadline=0.3) as (fetcher, site):
        with pytest.raises(FetchError, match=r"no whole answer within 0\.3 seconds") as raised:
            await fetcher.get(site.url + path)

    assert raised.value.reason == "deadline"


async def test_waiting_for_a_turn_is_not_counted() -> None:
    async with fetching({"*": page(ARTICLE)}, deadline=0.4, delay=0.25) as (fetcher, site):
        pages = await asyncio.gather(*(fetcher.get(f"{site.url}/{n}") for n in range(4)))

    assert len(pages) == 4


@pytest.mark.parametrize(
    "path", ["/bomb.gz", "/bomb.deflate", "/endless", "/large", "/large-unsaid"]
)
async def test_a_body_beyond_the_cap_is_refused(path: str) -> None:
    small = page(gzip.compress(b"\0" * 2_000_000), 200, ("Content-Encoding", "gzip"))
    pages = HOSTILE | {"/bomb.gz": small, "/bomb.deflate": small}

    assert (await failure(pages, path, largest=1_200_000)).reason == "too large"


@pytest.mark.parametrize("path", ["/bomb.br", "/bomb.twice", "/no-http"])
async def test_what_cannot_be_decoded_is_named(path: str) -> None:
    assert (await failure(HOSTILE, path)).reason == "not decodable"


async def test_large_bodies_are_read_a_few_at_a_time() -> None:
    body = b"a" * 1_500_000
    async with fetching({"*": page(body)}, per_host=8) as (fetcher, site):
        pages = await asyncio.gather(*(fetcher.get(f"{site.url}/{n}") for n in range(8)))

    assert all(one.body == body for one in pages)


async def test_a_host_that_is_not_there_is_named() -> None:
    async with fetching({}) as (fetcher, _):
        with pytest.raises(FetchError) as raised:
            await fetcher.get("http://nowhere.example/")

    assert (raised.value.reason, raised.value.retryable) == ("dns", False)


async def test_a_server_that_is_not_there_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        async with fetching({}) as (fetcher, _):
            with pytest.raises(FetchError, match="no connection"):
                await fetcher.get(f"http://127.0.0.1:{free.getsockname()[1]}/")


async def test_a_connection_that_is_not_secure_is_named() -> None:
    async def plain(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Said\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    async with server, fetching({}) as (fetcher, _):
        with pytest.raises(FetchError, match="tls"):
            await fetcher.get(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
