"""The limiter as a worker reaches it: an actor somewhere in the cluster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summarize.errors import ModelError
from summarize.models.request import Request, Usage


@dataclass(frozen=True)
class RemoteDesk:
    """A `Desk` that is the handle of an actor."""

    handle: Any

    async def enter(self, id_: str, owner: str, request: Request) -> ModelError | None:
        """Wait until the request may be sent; an error where it never may."""
        refused: ModelError | None = await self.handle.enter.remote(id_, owner, request)
        return refused

    async def failed(self, id_: str, error: ModelError) -> ModelError | None:
        """Wait until it may be sent again after this error; an error where it may not."""
        refused: ModelError | None = await self.handle.failed.remote(id_, error)
        return refused

    def answered(self, id_: str, usage: Usage | None) -> None:
        """Its answer is there."""
        self.handle.answered.remote(id_, usage)

    def heard(self, headers: Mapping[str, str]) -> None:
        """Keep to the limits that these headers state."""
        self.handle.heard.remote(headers)
