"""Limits: as much at once, a second and a minute as the server takes, and trying again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import ExitStack
from random import Random
from typing import Literal

from summarize.errors import Busy, Passing
from summarize.models.gate import Gate
from summarize.models.headers import stated_rate
from summarize.models.pace import Pace
from summarize.models.pressure import JITTER, Pressure, Turn
from summarize.models.request import Model, Reply, Request
from summarize.models.switch import Switch

TRIES = 5  # of a request whose answer was a failure; a 429 is none
PATIENCE = 600.0  # seconds for which a request is tried again after its first 429
FIRST_BACKOFF, LONGEST_BACKOFF = 0.5, 30.0  # seconds before a failed request is sent again
BUSY_BACKOFF = 0.1  # the same for a 429, which mostly finds a place at once
ENOUGH = 9  # doublings


class Limits:
    """Sends through one gate and tries again what may pass.

    Never more than `concurrency` are in flight, and less where the server answers 429. What was
    answered counts as in flight until its `Request.place` is closed: were this process killed, no
    more than those would be paid again. Starts are spaced evenly, so that `requests_per_minute` and
    `tokens_per_minute` (prompt and reply) are kept. A 429 is tried again for 10 minutes and then
    raised as Busy; another Passing error 4 times. Requests with a lower `priority` go first.
    """

    def __init__(
        self,
        inner: Model,
        switch: Switch,
        *,
        concurrency: int = 16,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        random: Random | None = None,
    ) -> None:
        self._inner = inner
        self._switch = switch
        self._random = random or Random()
        asked: dict[Literal["requests", "tokens"], float | None] = {
            "requests": requests_per_minute,
            "tokens": tokens_per_minute,
        }
        self._paces = {kind: Pace(rate and rate / 60) for kind, rate in asked.items()}
        self._to_hear = [kind for kind, rate in asked.items() if rate is None]
        self._pressure = Pressure(concurrency, self._random)
        paces = self._paces["requests"], self._paces["tokens"]
        self._gate = Gate(switch, concurrency, self._pressure, *paces)

    async def ask(self, request: Request) -> Reply:
        """The reply, in its turn.

        Raises the reason of the switch while it waits, the last Passing error when it has been
        tried often enough, and at once whatever else the inner model raises.
        """
        if request.place is not None:
            request.place.close()  # asked again: the answer before was of no use
        turn = self._gate.turn(request.priority, request.prompt_tokens + request.max_output)
        attempts = _Attempts(self._random)
        after = 0.0
        while True:
            await self._gate.enter(turn, after)
            with ExitStack() as inside:
                inside.callback(self._gate.leave, turn)
                try:
                    reply = await self._sent(request, turn)
                except Passing as error:
                    after = attempts.wait(error, asyncio.get_running_loop().time())
                    continue
                if request.place is not None:
                    self._gate.answered(turn)
                    request.place.push(inside.pop_all())
                return reply

    async def _sent(self, request: Request, turn: Turn) -> Reply:
        clock = asyncio.get_running_loop().time
        # The place came free by the failure that turned the switch off.
        self._switch.check()
        try:
            reply = await self._inner.ask(request)
        except Busy as error:
            # Who is told to wait longer gives up; the others must not wait that long for it.
            wait = error.wait if error.wait and error.wait <= PATIENCE else None
            self._pressure.refused(turn, clock(), wait)
            raise
        self._pressure.served(turn, clock())
        if reply.usage is not None:
            used = reply.usage.input + reply.usage.output
            self._paces["tokens"].give_back(turn.tokens - used)
        return reply

    def heard(self, headers: Mapping[str, str]) -> None:
        """Keep to the limits that a reply's headers state, where the user set none."""
        for kind in self._to_hear:
            rate = stated_rate(headers, kind)
            if rate is not None:
                self._paces[kind].per_second = rate


class _Attempts:
    """How often and how long one request has been tried."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._failures = 0
        self._refusals = 0
        self._give_up_at = 0.0

    def wait(self, error: Passing, now: float) -> float:
        """Seconds before the next attempt; raises the error if there is none."""
        if isinstance(error, Busy):
            self._give_up_at = self._give_up_at or now + PATIENCE
            pause = self._backoff(BUSY_BACKOFF, self._refusals)
            self._refusals += 1
        else:
            self._failures += 1
            if self._failures >= TRIES:
                raise error
            pause = self._backoff(FIRST_BACKOFF, self._failures - 1)
        if error.wait:
            pause = error.wait * (1 + JITTER * self._random.random())
        if now + pause > (self._give_up_at or now + PATIENCE):
            raise error
        return pause

    def _backoff(self, first: float, before: int) -> float:
        return self._random.random() * min(LONGEST_BACKOFF, first * 2.0 ** min(before, ENOUGH))
