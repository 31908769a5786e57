"""How much one filling of a template may do: what it makes, how often it repeats itself, how long.

Nothing is counted outside of `metered`.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from jinja2.exceptions import SecurityError

T = TypeVar("T")

# Characters that are made on the way, a step of a loop counted as STEP of them, a call of a macro
# as CALL. A daily report on 25 articles, printed in full, takes 0.6 million; what makes nothing
# takes one or two seconds to reach the end.
WORK = 100_000_000
STEP = 500
CALL = 2_500
SECONDS = 10  # for what is slow and makes little, as a search through a long list in each step
# What each part of a page may add to that: the HTML of 100 stories takes 960, and 0.13 ms of cpu, a
# part (benchmarks/large_report.py, all printed); on a busy machine that is several times as long.
PART_WORK = 2_500
PART_SECONDS = 0.001


class _Meter:
    def __init__(self, seconds: float, parts: int) -> None:
        self.left = WORK + PART_WORK * parts
        self.until = time.monotonic() + seconds + PART_SECONDS * parts


_running: ContextVar[_Meter | None] = ContextVar("meter", default=None)


@contextmanager
def metered(seconds: float = SECONDS, parts: int = 0) -> Iterator[None]:
    """Count what is done inside, from nothing; a page of many `parts` may do more."""
    before = _running.set(_Meter(seconds, parts))
    try:
        yield
    finally:
        _running.reset(before)


def charge(work: int) -> None:
    """Count `work`. SecurityError where that, with what was done before, is too much."""
    meter = _running.get()
    if meter is None:
        return
    meter.left -= work
    if meter.left < 0 or time.monotonic() > meter.until:
        raise SecurityError("it does too much: a loop that hardly ends, or a text that grows")


def each(items: Iterable[T], work: int = 0) -> Iterator[T]:
    """The `items`, each counted as a step and as `work`."""
    for item in items:
        charge(STEP + max(work, 0))
        yield item
