"""A site on this machine, and a fetcher that may ask it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hostile_site import (
    Handler,
    Site,
)

from summarize.errors import FetchError
from summarize.fetch import FetchSettings
from summarize.fetch.cache import PageCache
from summarize.fetch.client import Fetcher
from summarize.fetch.resolving import Resolver, TableResolver
from summarize.store import Store

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
ARTICLE = b"<p>The harbour of Ostrand opened again on Monday.</p>"
TEST_HOSTS = TableResolver({"*.test": [["127.0.0.1"]]})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db") as opened:
        yield opened


@asynccontextmanager
async def fetching(
    pages: Mapping[str, Handler],
    kept: PageCache | None = None,
    *,
    now: datetime = NOW,
    resolver: Resolver | None = None,
    environ: Mapping[str, str] | None = None,
    **settings: Any,
) -> AsyncIterator[tuple[Fetcher, Site]]:
    """A fetcher that may ask this machine, and a site on it."""
    told = FetchSettings(**{"allow_private": True, "delay": 0.0, **settings})
    resolver = resolver or TEST_HOSTS
    async with (
        Site(pages) as site,
        Fetcher(told, kept, now=lambda: now, resolver=resolver, environ=environ or {}) as fetcher,
    ):
        yield fetcher, site


async def failure(pages: Mapping[str, Handler], path: str, **settings: Any) -> FetchError:
    async with fetching(pages, **settings) as (fetcher, site):
        with pytest.raises(FetchError) as raised:
            await fetcher.get(site.url + path)
    return raised.value
