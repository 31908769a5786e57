"""Whose turn it is: so many requests at once, and at one host so many and not too often."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

# Seconds that pages wait at most for a host that asks for long pauses: enough for a feed of 30
# items with a Crawl-delay of 10. What comes later is left for another run.
PATIENCE = 300.0


class ComeLater(Exception):
    """The host asks for a pause longer than we wait. `seconds` until the turn comes."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass
class _Host:
    slots: asyncio.Semaphore
    pause: float  # seconds between two starts
    next: asyncio.Lock = field(default_factory=asyncio.Lock)  # one page is the next to start
    asked: bool = False  # it was the host that asked for this pause
    next_start: float = 0.0
    held_until: float = 0.0
    waiting: int = 0

    def due(self, now: float) -> float:
        """Seconds until the next start, were nobody waiting."""
        return max(self.next_start, self.held_until) - now


class Pacing:
    """Turns for all hosts. `delay` is seconds between two starts at one host."""

    def __init__(self, at_once: int, per_host: int, delay: float) -> None:
        self._at_once = asyncio.Semaphore(at_once)
        self._per_host = per_host
        self._delay = delay
        self._hosts: dict[str, _Host] = {}

    def ask_pause(self, host: str, seconds: float | None) -> None:
        """The Crawl-delay of a host, where it asks for one."""
        if seconds is not None and seconds > self._delay:
            self._host(host).pause, self._host(host).asked = seconds, True

    def hold(self, host: str, seconds: float) -> None:
        """No start at a host for so long: it said Retry-After."""
        known = self._host(host)
        known.held_until = max(known.held_until, _now() + seconds)

    @asynccontextmanager
    async def turn(self, host: str, patience: float) -> AsyncIterator[None]:
        """Inside it is our turn. ComeLater where a host is held for longer than `patience`."""
        known = self._host(host)
        _refuse_long(known, patience)
        known.waiting += 1
        try:
            await known.slots.acquire()
        finally:
            known.waiting -= 1
        try:
            await self._start(known, patience)
            try:
                yield
            finally:
                self._at_once.release()
        finally:
            known.slots.release()

    async def _start(self, host: _Host, patience: float) -> None:
        """Wait for the time, then for a place: no place is taken by one that only waits."""
        async with host.next:
            while True:
                while (seconds := host.due(_now())) > 0:
                    _refuse_long(host, patience)
                    await asyncio.sleep(seconds)
                await self._at_once.acquire()
                if host.due(_now()) <= 0:
                    host.next_start = _now() + host.pause
                    return
                self._at_once.release()  # the host has asked to wait meanwhile

    def _host(self, host: str) -> _Host:
        if host not in self._hosts:
            self._hosts[host] = _Host(asyncio.Semaphore(self._per_host), self._delay)
        return self._hosts[host]


def _refuse_long(host: _Host, patience: float) -> None:
    held = host.held_until - _now()
    if held > patience:
        raise ComeLater(held)
    queued = host.due(_now()) + host.waiting * host.pause
    if host.asked and queued > PATIENCE:
        raise ComeLater(queued)


def _now() -> float:
    return asyncio.get_running_loop().time()
