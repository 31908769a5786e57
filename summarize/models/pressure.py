"""How much a server takes, learnt from what it answers 429.

A 429 says that there were too many at once, or too many a second, and not which. A server that
counts how many it has at once refuses only above what it has proven to take; so a 429 well below
that number is about the rate. Too many at once: each 429 takes its own slot away, and the limit
falls onto what is really in service. Too many a second: admissions are spaced, at what got through
in the last seconds. Both grow again while all is well, the more slowly the surer the limit.

The figures are tuned on `benchmarks/storms.py` and its servers.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from random import Random

from summarize.models.pace import Pace

RAMP = 0.01  # seconds between the first requests: a 429 comes back sooner than all are out
ROOMY = 0.9  # below this share of what was taken at once before, a 429 is about the rate
SLOWER, CUT_EVERY = 0.85, 0.3  # what a 429 leaves of the rate, at most so often (seconds)
OUTAGE = 3  # pauses in a row with no reply: it is not about the rate any more
# Growth of the rate for each reply, doubled every CALM replies, so many times at most.
FASTER, CALM, DOUBLINGS = 0.0015, 100, 6
MEASURED = 2.0  # seconds over which the rate is taken
PATIENCE = (4, 32)  # full windows without a 429 before one more is tried; twice as many each time
# Seconds, where the server does not say how long; doubled so many times at most.
FIRST_PAUSE, LONGEST_PAUSE, ENOUGH = 0.1, 30.0, 9
LONG = 0.5  # seconds: a pause in which a server of so many a second gets its breath back
JITTER = 0.1  # share of a wait that is added to it at most, so that clients do not come together
CAUTION = 10.0  # pauses that pass without a 429 before more is tried


@dataclass(eq=False, slots=True)
class Turn:
    """One request on its way through the gate, over all its attempts.

    `tokens` is what it may take of the tokens a minute. `sent` and `level` are of its last
    attempt: when it was sent, and how many were then in service with it.
    """

    priority: float
    order: int
    tokens: int
    sent: float = 0.0
    level: int = 0


class Pressure:
    """What may be sent now; told of each request that is sent, answered or refused."""

    def __init__(self, most: int, random: Random) -> None:
        self.limit = most
        self._most = most
        self._random = random
        self._pace = Pace()
        self._inside: set[Turn] = set()
        self._recent: deque[float] = deque()
        self._ramp = most
        self._next_of_ramp = 0.0
        self._proven = 0
        self._patience = PATIENCE[0]
        self._full = 0
        self._tried_more = False
        self._calm = 0
        self._refusals = 0
        self._refused_at = -1.0
        self._resumed = 0.0
        self._measured_from = 0.0
        self._most_seen = 0.0  # a second
        self._slowed_at = -CUT_EVERY
        self._hold_until = 0.0

    @property
    def has_room(self) -> bool:
        """Whether one more may be in flight."""
        return len(self._inside) < self.limit

    def ready(self) -> float:
        """The time from which one more may be sent."""
        return max(self._resumed, self._pace.ready(), self._next_of_ramp if self._ramp else 0.0)

    def sent(self, turn: Turn, now: float) -> None:
        """A request goes out."""
        self._inside.add(turn)
        turn.sent, turn.level = now, len(self._inside)
        self._recent.append(now)
        while self._recent[0] < now - MEASURED:
            self._recent.popleft()
        self._pace.take(now)
        if self._ramp:
            self._ramp -= 1
            self._next_of_ramp = now + RAMP

    def left(self, turn: Turn) -> None:
        """A request is in flight no longer, however it ended."""
        self._inside.discard(turn)

    def served(self, turn: Turn, now: float) -> None:
        """A request was answered: there is room for that many."""
        self._proven = max(self._proven, turn.level)
        self._refusals = self._ramp = 0
        if now < self._hold_until:
            return
        self._calm += 1
        if self._pace.per_second is not None:
            self._pace.per_second *= 1 + FASTER * 2 ** min(self._calm // CALM, DOUBLINGS)
        if turn.level >= self.limit < self._most:
            self._full += 1
            if self._full >= self._patience * self.limit:
                self.limit += 1
                self._full = 0
                self._tried_more = True

    def refused(self, turn: Turn, now: float, wait: float | None) -> None:
        """A request got a 429; `wait` is the seconds of its Retry-After."""
        self._inside.discard(turn)
        for other in self._inside:  # it was never in service, so it took nothing from these
            if (other.sent, other.level) > (turn.sent, turn.level):
                other.level -= 1
        if turn.sent in self._recent:
            self._recent.remove(turn.sent)
        self._most_seen = max(self._most_seen, self._rate(now))
        self._proven = max(self._proven, self._surely_in_service(turn, now))
        if turn.level == 1 or turn.level < ROOMY * self._proven:
            self._proven -= 1  # a server may take less than it did
            if now >= self._slowed_at + CUT_EVERY and self._refusals < OUTAGE:
                self._slow_down(now)
        else:
            if self._tried_more:
                self._patience = min(PATIENCE[1], self._patience * 2)
                self._tried_more = False
            self.limit = min(self.limit, turn.level - 1)
        if wait or turn.sent >= self._refused_at:  # else it left before the last 429 was heard
            self._pause(now, wait)

    def _surely_in_service(self, refused: Turn, now: float) -> int:
        """How many are: who is out twice as long as this 429 took would have got its own by now."""
        sure = 2 * refused.sent - now
        return max((one.level for one in self._inside if one.sent <= sure), default=0)

    def _slow_down(self, now: float) -> None:
        before = self._pace.per_second or self._most_seen
        self._pace.per_second = SLOWER * min(before, max(self._rate(now), before / 2))
        self._slowed_at = now

    def _rate(self, now: float) -> float:
        """How many a second got through lately."""
        since = now - MEASURED
        if since < self._measured_from <= now:
            since = self._measured_from
        recent = [at for at in self._recent if at >= since]
        return max(1, len(recent)) / max(1.0, now - min(recent, default=now))

    def _pause(self, now: float, wait: float | None) -> None:
        if wait:
            pause = wait * (1 + JITTER * self._random.random())
        else:
            longest = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(self._refusals, ENOUGH))
            pause = self._random.random() * longest
        if pause > LONG:
            self._measured_from = now + pause
        self._refusals += 1
        self._refused_at = now
        self._resumed = max(self._resumed, now + pause)
        self._hold_until = max(self._hold_until, now + CAUTION * pause)
        self._ramp = self.limit
        self._next_of_ramp = 0.0
        self._calm = self._full = 0
