"""A web server on 127.0.0.1 that answers as told: well, slowly, without end, with bombs.

    python benchmarks/hostile_site.py

prints its address and serves what `HOSTILE` names until the end of standard input. In a test:
`async with Site({"/a": page(b"text")}) as site:`; hosts are not told apart unless a path is given
as `http://HOST/PATH`.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import sys
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

MEGABYTE = b"\0" * 1_000_000
LARGE = 300  # MB
REDIRECTS = 10_000


@dataclass(frozen=True)
class Asked:
    """A request; names of headers are lower-case."""

    method: str
    target: str
    headers: Mapping[str, str]

    @property
    def host(self) -> str:
        """The virtual host, without a port."""
        return self.headers.get("host", "").rpartition(":")[0]


@dataclass
class Out:
    """Where an answer goes to."""

    writer: asyncio.StreamWriter
    sent: int = 0

    async def send(self, data: bytes) -> None:
        self.sent += len(data)
        self.writer.write(data)
        await self.writer.drain()

    async def head(self, status: int = 200, headers: Iterable[tuple[str, str]] = ()) -> None:
        lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {value}" for name, value in headers)]
        await self.send("".join(f"{line}\r\n" for line in [*lines, ""]).encode("utf-8"))


Handler = Callable[[Asked, Out], Awaitable[None]]


def page(body: bytes = b"", status: int = 200, *headers: tuple[str, str]) -> Handler:
    """Always the same answer, as HTML unless a header says otherwise."""
    named = {name.lower() for name, _ in headers}
    kind = [] if "content-type" in named else [("Content-Type", "text/html; charset=utf-8")]

    async def answer(asked: Asked, out: Out) -> None:  # noqa: ARG001
        await out.head(status, [*kind, *headers, ("Content-Length", str(len(body)))])
        await out.send(body)

    return answer


def moved(where: str, status: int = 302, *headers: tuple[str, str]) -> Handler:
    """A redirect."""
    return page(b"", status, ("Location", where), *headers)


def in_turn(*handlers: Handler) -> Handler:
    """The first request is answered by the first, and so on; the last answers all further ones."""
    left = list(handlers)

    async def answer(asked: Asked, out: Out) -> None:
        await (left.pop(0) if len(left) > 1 else left[0])(asked, out)

    return answer


def versioned(body: bytes, etag: str | None = '"1"', modified: str | None = None) -> Handler:
    """A page that is sent only to one who does not have it."""
    headers = [("ETag", etag or ""), ("Last-Modified", modified or "")]
    told = [(name, value) for name, value in headers if value]

    async def answer(asked: Asked, out: Out) -> None:
        has = asked.headers.get("if-none-match"), asked.headers.get("if-modified-since")
        if (etag and has[0] == etag) or (not etag and modified and has[1] == modified):
            await out.head(304, told)
        else:
            await page(body, 200, *told)(asked, out)

    return answer


async def silence(asked: Asked, out: Out) -> None:  # noqa: ARG001
    """Takes the request and says nothing."""
    await asyncio.Event().wait()


async def drip(asked: Asked, out: Out) -> None:  # noqa: ARG001
    """A byte of the body every half second, for ever."""
    await out.head(200, [("Content-Type", "text/html")])
    while True:
        await out.send(b"a")
        await asyncio.sleep(0.5)


async def dripping_head(asked: Asked, out: Out) -> None:  # noqa: ARG001
    """A header every half second, for ever."""
    await out.send(b"HTTP/1.1 200 Said\r\n")
    while True:
        await out.send(b"X: y\r\n")
        await asyncio.sleep(0.5)


async def cut(asked: Asked, out: Out) -> None:  # noqa: ARG001
    """Less than the length that was promised."""
    await out.head(200, [("Content-Length", "1000")])
    await out.send(b"half")
    out.writer.close()


async def reset(asked: Asked, out: Out) -> None:  # noqa: ARG001
    """The connection is broken before a word is said."""
    out.writer.transport.abort()


async def endless(asked: Asked, out: Out) -> None:  # noqa: ARG001
    """A body as fast as it is taken, without an end."""
    await out.head(200, [("Content-Type", "text/html")])
    while True:
        await out.send(MEGABYTE)


async def redirects(asked: Asked, out: Out) -> None:
    """From /redirects/1 to /redirects/10000, each with a permanent redirect to the next."""
    number = int(asked.target.rpartition("/")[2])
    if number < REDIRECTS:
        await moved(f"/redirects/{number + 1}", 301)(asked, out)
    else:
        await page(b"the end")(asked, out)


def large(promised: bool) -> Handler:
    """300 MB, their length said before or not."""

    async def answer(asked: Asked, out: Out) -> None:  # noqa: ARG001
        length = [("Content-Length", str(LARGE * len(MEGABYTE)))] if promised else []
        await out.head(200, [("Content-Type", "text/html"), *length])
        for _ in range(LARGE):
            await out.send(MEGABYTE)

    return answer


def bomb(coding: str) -> Handler:
    """300 MB of zeros in less than half a megabyte, coded as told."""
    packed: list[bytes] = []

    async def answer(asked: Asked, out: Out) -> None:
        if not packed:
            packer = zlib.compressobj(9, zlib.DEFLATED, 31 if coding == "gzip" else 15)
            parts = [packer.compress(MEGABYTE) for _ in range(LARGE)]
            packed.append(b"".join([*parts, packer.flush()]))
        await page(packed[0], 200, ("Content-Encoding", coding))(asked, out)

    return answer


HOSTILE: dict[str, Handler] = {
    "/robots.txt": page(b"", 404),
    "/bomb.gz": bomb("gzip"),
    "/bomb.deflate": bomb("deflate"),
    "/bomb.br": page(b"\x1b\xff", 200, ("Content-Encoding", "br")),
    "/bomb.twice": page(gzip.compress(gzip.compress(b"a")), 200, ("Content-Encoding", "gzip,gzip")),
    "/silent": silence,
    "/drip": drip,
    "/dripping-head": dripping_head,
    "/endless": endless,
    "/large": large(promised=True),
    "/large-unsaid": large(promised=False),
    "/redirects/*": redirects,
    "/circle": moved("/circle", 301),
    "/cut": cut,
    "/reset": reset,
    "/no-http": page(b"", 200, ("X" * 20_000, "y")),
}


@dataclass
class Site:
    """A server while it is open. `port` 0 takes a free one."""

    pages: Mapping[str, Handler]
    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    sent: int = 0
    under_way: Counter[str] = field(default_factory=Counter)
    most_under_way: Counter[str] = field(default_factory=Counter)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def targets(self) -> list[str]:
        """What was asked for, in order, robots.txt left out."""
        return [one.target for one in self.asked if one.target != "/robots.txt"]

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._talk(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            async for asked in _requests(reader):
                self.asked.append(asked)
                async with self._counted(asked.host):
                    out = Out(writer)
                    try:
                        await self._handler(asked)(asked, out)
                    finally:
                        self.sent += out.sent
                if writer.is_closing():
                    break
        writer.close()
        with contextlib.suppress(OSError, asyncio.CancelledError):
            await writer.wait_closed()

    @contextlib.asynccontextmanager
    async def _counted(self, host: str) -> AsyncIterator[None]:
        self.under_way[host] += 1
        self.most_under_way[host] = max(self.most_under_way[host], self.under_way[host])
        try:
            yield
        finally:
            self.under_way[host] -= 1

    def _handler(self, asked: Asked) -> Handler:
        path = asked.target.partition("?")[0]
        folder = f"{path.rpartition('/')[0]}/*"
        for name in (f"http://{asked.host}{path}", path, folder, "*"):
            if name in self.pages:
                return self.pages[name]
        return page(b"not here", 404)


async def _requests(reader: asyncio.StreamReader) -> AsyncIterator[Asked]:
    while True:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("utf-8").strip().split("\r\n")
        method, target, _ = first.split(" ")
        headers = dict(line.split(": ", 1) for line in lines if ": " in line)
        yield Asked(method, target, {name.lower(): value for name, value in headers.items()})


async def _main() -> None:
    async with Site(HOSTILE) as site:
        print(site.url, flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_main())
