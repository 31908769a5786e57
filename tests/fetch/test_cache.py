from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from summarize.errors import StoreError
from summarize.fetch.cache import Keeping, KeptPage, PageCache
from summarize.store import Store
from tests.stores import older_store

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
PAGE = KeptPage(
    200, NOW, NOW, "text/html", "utf-8", b"<p>news</p>", '"1"', "Tue, 03 Mar 2026 05:06:07 GMT"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db") as opened:
        yield opened


@pytest.fixture
def cache(store: Store) -> PageCache:
    return PageCache(store)


def test_a_page_is_kept_as_it_was(cache: PageCache) -> None:
    moved = KeptPage(301, NOW, NOW, moved="http://b.example/")
    cache.keep("http://a.example/", PAGE)
    cache.keep("http://a.example/old", moved)

    assert cache.page("http://a.example/") == PAGE
    assert cache.page("http://a.example/old") == moved


def test_there_is_no_page_that_was_not_kept(cache: PageCache) -> None:
    assert cache.page("http://a.example/") is None


def test_a_page_that_is_confirmed_keeps_its_time(cache: PageCache) -> None:
    cache.keep("http://a.example/", PAGE)
    cache.confirm("http://a.example/", NOW + timedelta(days=1))

    found = cache.page("http://a.example/")
    assert found is not None
    assert (found.retrieved, found.confirmed) == (NOW, NOW + timedelta(days=1))


def test_a_page_is_forgotten(cache: PageCache) -> None:
    cache.keep("http://a.example/", PAGE)
    cache.forget(["http://a.example/"])

    assert cache.page("http://a.example/") is None


def test_pages_go_when_the_store_is_pruned_or_cleared(store: Store, cache: PageCache) -> None:
    cache.keep("http://a.example/old", PAGE)
    cache.keep("http://a.example/new", KeptPage(200, NOW, datetime.now(UTC)))
    store.prune(timedelta(hours=1))
    assert cache.page("http://a.example/old") is None
    assert cache.page("http://a.example/new") is not None

    store.clear()
    assert cache.page("http://a.example/new") is None


def test_a_page_that_is_broken_is_a_named_error(store: Store, cache: PageCache) -> None:
    cache.keep("http://a.example/", PAGE)
    store.write("UPDATE pages SET body = ?", b"broken")

    with pytest.raises(StoreError, match=r"the kept page http://a\.example/ cannot be read"):
        cache.page("http://a.example/")


async def test_a_store_that_failed_is_asked_no_more(store: Store, cache: PageCache) -> None:
    keeping = Keeping(cache)
    await keeping.keep("http://a.example/", PAGE)
    store.close()

    assert await keeping.page("http://a.example/") is None
    assert await keeping.page("http://a.example/") is None
    assert keeping.error is not None
    keeping.close()


def test_an_older_store_gets_its_table_of_pages(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    older_store(path, 3)

    with Store.open(path) as store:
        assert PageCache(store).page("http://a.example/") is None
