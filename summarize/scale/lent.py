"""The way of a worker's requests to the server: each is let through by the limiter of all."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from summarize.errors import ModelError
from summarize.models.headers import stated_rate
from summarize.models.request import Model, Reply, Request, Shape, Usage


class Desk(Protocol):
    """The limiter as a worker reaches it. What gives nothing back is not waited for."""

    async def enter(self, id_: str, owner: str, request: Request) -> ModelError | None:
        """Wait until the request may be sent; an error where it never may."""
        ...

    async def failed(self, id_: str, error: ModelError) -> ModelError | None:
        """Wait until it may be sent again after this error; an error where it may not."""
        ...

    def answered(self, id_: str, usage: Usage | None) -> None:
        """Its answer is there, and on disk where answers are kept."""
        ...

    def heard(self, headers: Mapping[str, str]) -> None:
        """Keep to the limits that these headers state."""
        ...


class Lent:
    """Sends what the desk lets through; `owner` is who gives its places back when it is gone."""

    def __init__(self, inner: Model, desk: Desk, owner: str) -> None:
        self._inner = inner
        self._desk = desk
        self._owner = owner
        self._stated: tuple[float | None, float | None] = (None, None)

    async def ask(self, request: Request) -> Reply:
        """The reply. Raises what the inner model raises, and what the desk says instead."""
        if request.place is not None:
            request.place.close()  # asked again: the answer before was of no use
        id_ = uuid.uuid4().hex
        refused = await self._desk.enter(id_, self._owner, _counted(request))
        while refused is None:
            try:
                reply = await self._inner.ask(request)
            except ModelError as error:
                refused = await self._desk.failed(id_, error)
                continue
            if request.place is not None:
                request.place.callback(self._desk.answered, id_, reply.usage)
            else:
                self._desk.answered(id_, reply.usage)
            return reply
        raise refused

    def heard(self, headers: Mapping[str, str]) -> None:
        """Tell the desk of the limits that a reply's headers state, where they are new."""
        stated = stated_rate(headers, "requests"), stated_rate(headers, "tokens")
        if stated not in {self._stated, (None, None)}:
            self._stated = stated
            self._desk.heard({name: headers[name] for name in headers if "ratelimit" in name})


def _counted(request: Request) -> Request:
    """What a request takes, without what it says."""
    return replace(request, messages=(), shape=Shape, quotes=(), evidence="", place=None)
