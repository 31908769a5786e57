"""A model that is asked in batches, at the test server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from batch_server import BatchServer

from summarize.briefs.batched import desk_of
from summarize.models.batch import Batches
from summarize.models.batch_store import Sents
from summarize.models.batch_waiting import Batch, Named
from summarize.models.prices import Price
from summarize.store import Store

PRICE = Price(1.0, 1.0, 2.0, "--price")
SOON = 0.02  # seconds


@asynccontextmanager
async def in_batches(
    server: BatchServer, path: Path, *, broken: bool = False, **options: Any
) -> AsyncIterator[Batch]:
    """A model whose batches are noted in the store at `path`; a `broken` run is to go on later."""
    api = Batches("test-model", base_url=server.base_url, key="sk-canary-0123456789")
    with Store.open(path) as store:
        usual: dict[str, Any] = {"say": str, "settled_seconds": SOON, "poll_seconds": SOON}
        named = Named(server.base_url, "test-model", "desk")
        batch = Batch(desk_of(api, store, PRICE), named, **usual | options)
        try:
            yield batch
        finally:
            await batch.close(broken=broken)
            await api.close()


def sents(path: Path) -> list[Any]:
    """The batches that a store knows."""
    with Store.open(path) as store:
        return Sents(store).all()
