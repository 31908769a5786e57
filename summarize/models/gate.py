"""The one gate that all calls of a run pass: who goes next, and when."""

from __future__ import annotations

import asyncio
import heapq
from itertools import count

from summarize.models.pace import Pace
from summarize.models.pressure import Pressure, Turn
from summarize.models.switch import Switch

_Waiting = tuple[float, int, Turn, "asyncio.Future[None]"]


class Gate:
    """Lets requests through in order of priority, then of arrival.

    Nobody passes while all `places` are taken, or as many wait for an answer as `pressure` allows,
    or before it and the paces `requests` and `tokens` are ready. Those who wait hear at once when
    the switch goes off.
    """

    def __init__(
        self, switch: Switch, places: int, pressure: Pressure, requests: Pace, tokens: Pace
    ) -> None:
        self._switch = switch
        self._free = places
        self._pressure = pressure
        self._requests = requests
        self._tokens = tokens
        self._order = count()
        self._queue: list[_Waiting] = []
        self._waiting: set[asyncio.Future[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        switch.when_off(self._send_away)

    def turn(self, priority: float, tokens: int) -> Turn:
        """A place in the order, kept over all attempts of a request."""
        return Turn(priority, next(self._order), tokens)

    async def enter(self, turn: Turn, after: float = 0.0) -> None:
        """Wait for `after` seconds and then for a place; `leave` must follow.

        Raises the reason of the switch if that is or goes off.
        """
        self._switch.check()
        loop = asyncio.get_running_loop()
        passed: asyncio.Future[None] = loop.create_future()
        self._waiting.add(passed)
        if after:
            timer = loop.call_later(after, self._queue_up, turn, passed)
        else:
            timer = None
            self._queue_up(turn, passed)
        try:
            await passed
        except asyncio.CancelledError:
            if passed.done() and not passed.cancelled():  # it had just been let in
                self.leave(turn)
            raise
        finally:
            self._waiting.discard(passed)
            if timer is not None:
                timer.cancel()

    def answered(self, turn: Turn) -> None:
        """The server is done with a request, which keeps its place until it leaves."""
        self._pressure.left(turn)
        self._admit()

    def leave(self, turn: Turn) -> None:
        """Free the place of a request that ended, however it did."""
        self._free += 1
        self.answered(turn)

    def _queue_up(self, turn: Turn, passed: asyncio.Future[None]) -> None:
        heapq.heappush(self._queue, (turn.priority, turn.order, turn, passed))
        self._admit()

    def _admit(self) -> None:
        now = asyncio.get_running_loop().time()
        while self._queue and self._free and self._pressure.has_room:
            if self._queue[0][3].done():
                heapq.heappop(self._queue)
                continue
            ready = max(self._pressure.ready(), self._requests.ready(), self._tokens.ready())
            if ready > now:
                self._look_again(ready)
                return
            turn, passed = heapq.heappop(self._queue)[2:]
            self._free -= 1
            self._pressure.sent(turn, now)
            self._requests.take(now)
            self._tokens.take(now, turn.tokens)
            passed.set_result(None)

    def _look_again(self, at: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_at(at, self._admit)

    def _send_away(self) -> None:
        for passed in self._waiting:
            if not passed.done() and self._switch.reason is not None:
                passed.set_exception(self._switch.reason)
