"""An OpenAI-compatible server on 127.0.0.1 that behaves as told: slow, busy, broken, picky.

    python benchmarks/model_server.py --seconds 0.3 --per-token 0.005 --admit 8

prints its base URL and serves until SIGTERM or the end of standard input; GET /stats tells what
was asked of it. In a test: `async with ModelServer(Behaviour(admit=8)) as server:`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import hashlib
import json
import os
import signal
import stat
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, Self

from aiohttp import web
from model_answers import Asked, Behaviour, error

__all__ = ["Behaviour", "ModelServer", "Stats"]

_GOOD = Behaviour()
_OPENING = 200  # characters of a prompt by which a matter is known again


@dataclass
class Stats:
    """What was asked: `prompts` are sha256 of the messages answered 200, in order."""

    requests: int = 0
    in_flight: int = 0
    most_in_flight: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    prompts: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    first_start: float | None = None
    last_end: float | None = None

    def as_json(self) -> dict[str, Any]:
        """For GET /stats; `paid_again` counts prompts answered more than once."""
        named = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "bodies"}
        return named | {"paid_again": len(self.prompts) - len(set(self.prompts))}


def _matter(body: dict[str, Any]) -> str:
    """What a request is about: asked again in a clearer form, it is still the same matter."""
    messages = body.get("messages") or [{}]
    return str(messages[-1].get("content", ""))[:_OPENING]


class ModelServer:
    """Serves within `async with`; `keep` keeps the bodies of all requests in `stats`."""

    def __init__(self, behaviour: Behaviour = _GOOD, *, keep: bool = False, port: int = 0) -> None:
        self.behaviour = behaviour
        self.stats = Stats()
        self._keep = keep
        self._port = port
        self._seen: Counter[str] = Counter()
        self._bucket = behaviour.per_second or 0.0
        self._filled_at = time.monotonic()
        self._closing = asyncio.Event()

    @property
    def base_url(self) -> str:
        """Where clients are to go."""
        return f"http://127.0.0.1:{self._port}/v1"

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=2**30)
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_get("/v1/models", self._models)
        app.router.add_get("/stats", self._stats)
        self.add_routes(app)
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=1
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, backlog=4096)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    def add_routes(self, app: web.Application) -> None:
        """What a server that can do more adds."""

    async def __aexit__(self, *_: object) -> None:
        self._closing.set()
        await self._runner.cleanup()

    async def _stats(self, _: web.Request) -> web.Response:
        return web.json_response(self.stats.as_json())

    async def _models(self, _: web.Request) -> web.Response:
        does = self.behaviour
        window: dict[str, Any] = {}
        if does.model_context is not None:
            window = {does.context_name: does.model_context}
            if does.context_name == "n_ctx":
                window = {"meta": window}
        entry = {"object": "model", "created": 1, "owned_by": "test"}
        listed = [{"id": name} | entry | window for name in does.models]
        return web.json_response({"object": "list", "data": listed})

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        body = json.loads(await request.read())
        self._arrived(body)
        prompt = hashlib.sha256(json.dumps(body["messages"]).encode()).hexdigest()
        matter = _matter(body)
        asked = Asked(body, prompt, self._seen[matter], request.headers.get("Authorization", ""))
        self._seen[matter] += 1
        stats = self.stats
        answer = None if self._admitted() else error(429, "Rate limit reached, try again")
        if answer is None:
            stats.in_flight += 1
            stats.most_in_flight = max(stats.most_in_flight, stats.in_flight)
            try:
                answer = await self._served(request, asked)
            finally:
                stats.in_flight -= 1
        stats.statuses[answer.status] += 1
        if answer.status == 200:
            stats.prompts.append(prompt)
        stats.last_end = time.monotonic()
        return await self._sent(request, answer)

    def _arrived(self, body: dict[str, Any]) -> None:
        self.stats.requests += 1
        if self.stats.first_start is None:
            self.stats.first_start = time.monotonic()
        if self._keep:
            self.stats.bodies.append(body)

    def _admitted(self) -> bool:
        does, now = self.behaviour, time.monotonic()
        if does.admit is not None and self.stats.in_flight >= does.admit:
            return False
        if does.per_second is None:
            return True
        gained = (now - self._filled_at) * does.per_second
        self._bucket = min(max(1.0, does.per_second), self._bucket + gained)
        self._filled_at = now
        if self._bucket < 1:
            return False
        self._bucket -= 1
        return True

    async def _served(self, request: web.Request, asked: Asked) -> web.Response:
        does = self.behaviour
        chance = asked.chance(does.seed)
        if chance < does.hangs:
            await self._closing.wait()
        if chance < does.hangs + does.resets and request.transport is not None:
            request.transport.abort()
        answer = (
            error(500, "The server had an error")
            if chance < does.hangs + does.resets + does.errors
            else asked.answer(does)
        )
        spent = asked.output_tokens * does.per_token if answer.status == 200 else 0
        if does.seconds or spent:
            await asyncio.sleep(does.seconds + spent)
        return answer

    async def _sent(self, request: web.Request, answer: web.Response) -> web.StreamResponse:
        does = self.behaviour
        answer.headers.update(does.headers)
        if answer.status == 429 and does.retry_after is not None:
            answer.headers["Retry-After"] = f"{does.retry_after:g}"
        if not does.drip:
            return answer
        slow = web.StreamResponse(headers={"Content-Type": "application/json"})
        await slow.prepare(request)
        for byte in answer.body if isinstance(answer.body, bytes) else b"":
            await slow.write(bytes([byte]))
            await asyncio.sleep(1 / does.drip)
        return slow


_READ: dict[str, Callable[[str], Any]] = {
    "float": float,
    "float | None": float,
    "int": int,
    "int | None": int,
    "int | str | None": lambda said: int(said) if said.isdigit() else said,
    "tuple[str, ...]": lambda said: tuple(said.split(",")),
    "Mapping[str, str]": json.loads,
}


def main() -> None:
    """Serve as the options say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    for one in fields(Behaviour):
        if one.name != "tokens":
            option = f"--{one.name.replace('_', '-')}"
            read = _READ.get(str(one.type), str)
            parser.add_argument(option, type=read, default=argparse.SUPPRESS)
    options = vars(parser.parse_args())
    port = options.pop("port")
    asyncio.run(serve_until_ended(ModelServer(Behaviour(**options), port=port)))


async def serve_until_ended(server: ModelServer) -> None:
    """Print the base URL, and serve until SIGTERM or the end of standard input."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, ended.set)
    if stat.S_ISFIFO(os.fstat(0).st_mode):  # whoever holds the other end ends us with themselves
        loop.add_reader(0, lambda: None if os.read(0, 4096) else ended.set())
    async with server:
        with contextlib.suppress(BrokenPipeError):
            sys.stdout.write(f"{server.base_url}\n")
            sys.stdout.flush()
        await ended.wait()


if __name__ == "__main__":
    main()
