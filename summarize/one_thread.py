"""A thread for what waits for the disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class OneThread:
    """Runs functions one after the other, in the order in which they were given to it.

    It is not the worker of `summarize.aside`: computation there must not wait for a locked store.
    """

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="summarize-store")

    async def run(self, function: Callable[..., T], *arguments: object) -> T:
        """`function(*arguments)`, to its end: what was paid is kept though its asker leaves."""
        job = asyncio.get_running_loop().run_in_executor(self._worker, function, *arguments)
        return await asyncio.shield(job)

    def close(self) -> None:
        """Wait for what was given to it; it takes nothing more."""
        self._worker.shutdown()
