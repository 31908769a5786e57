"""What a person or a run wants of a batch: found again, looked at, its outputs fetched."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from summarize.errors import Passing
from summarize.models.batch import Batches, Seen
from summarize.models.batch_store import Outcome, Sent, Sents
from summarize.models.request import Usage
from summarize.one_thread import OneThread

T = TypeVar("T")

PAUSES = (1.0, 4.0, 16.0)  # seconds before a file or a batch is tried again
_NOT_RUN = frozenset({"batch_expired", "batch_cancelled"})


@dataclass(frozen=True)
class Desk:
    """Where batches are handled: their server, the store, and what a usage costs there in USD."""

    api: Batches
    sents: Sents
    price: Callable[[Usage], float | None]
    thread: OneThread

    async def found(self, sent: Sent) -> Sent | None:
        """The batch with the server's id; None, and forgotten, where it was never made.

        A program that ended while it was sending does not know which of the two is so.
        """
        if sent.batch is not None:
            return sent
        seen = await self.api.made_of(sent.file, sent.created) if sent.file else None
        if seen is None:
            await self.thread.run(self.sents.drop, sent.id)
            return None
        await self.thread.run(self.sents.saw, sent.id, seen)
        return replace(sent, batch=seen.id, state=seen.state)

    async def look(self, sent: Sent) -> Seen:
        """How a batch stands now, which is noted too."""
        seen = await self.api.seen(sent.called)
        await self.thread.run(self.sents.saw, sent.id, seen)
        return seen

    async def collect(self, sent: Sent, seen: Seen) -> Mapping[str, Outcome]:
        """What became of the requests of a batch that has ended, by their ids; it is kept."""
        outcomes: dict[str, Outcome] = {}
        for file in seen.outputs:
            content = await patiently(lambda file=file: self.api.content(file))  # type: ignore[misc]
            outcomes |= await self.thread.run(outcomes_in, content)
        await self.thread.run(self.sents.settle, sent.id, seen, outcomes, self.price)
        return outcomes


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """The result of a call, tried again a few times where that may help."""
    for pause in PAUSES:
        try:
            return await call()
        except Passing as error:
            await asyncio.sleep(error.wait or pause)
    return await call()


def outcomes_in(content: bytes) -> dict[str, Outcome]:
    """The lines of an output or error file, by the ids of their requests; others are left out."""
    found = {}
    for text in content.splitlines():
        try:
            line = json.loads(text)
        except (ValueError, RecursionError):
            continue  # a request without a line is asked again
        if isinstance(line, dict) and "custom_id" in line:
            found[str(line["custom_id"])] = _outcome(line)
    return found


def _outcome(line: Mapping[str, Any]) -> Outcome:
    response, error = line.get("response"), line.get("error")
    if isinstance(response, dict) and isinstance(response.get("status_code"), int):
        return Outcome(response["status_code"], response.get("body"))
    if isinstance(error, dict) and error.get("code") in _NOT_RUN:
        return Outcome(0)
    return Outcome(500, {"error": error})
