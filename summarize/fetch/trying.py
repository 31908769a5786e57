"""How long a page may take, and when it is worth asking again."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# Seconds before the second, third and fourth time; each is drawn up to half as long again.
PAUSES = (0.5, 1.5, 4.5)
BROKE = "connection broke"
PASSING = frozenset({429, 502, 503, 504})


class Allowance:
    """The seconds that a page has left. Only what is spent here counts, not waiting for a turn."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    def spend(self, seconds: float) -> None:
        """So much was spent."""
        self.left -= seconds

    @asynccontextmanager
    async def spending(self) -> AsyncIterator[None]:
        """What happens inside is counted, and ended by TimeoutError when nothing is left."""
        loop = asyncio.get_running_loop()
        started = loop.time()
        try:
            async with asyncio.timeout(max(self.left, 0.0)):
                yield
        finally:
            self.spend(loop.time() - started)


def retry_after(said: str | None, now: datetime) -> float | None:
    """Seconds that `Retry-After` asks to wait: a number, or a date. None where it says nothing."""
    said = (said or "").strip()
    try:
        seconds = float(said)
    except ValueError:
        seconds = _until(said, now)
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def _until(said: str, now: datetime) -> float:
    try:
        when = parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):  # of a year or a zone of many digits
        return math.nan
    return (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds()
