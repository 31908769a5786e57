"""All sources as one pile: files and folders read as ever, the web fetched, nothing read twice."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, islice
from typing import BinaryIO

from summarize.errors import StoreError, UsageError
from summarize.fetch import FetchSettings
from summarize.fetch.cache import PageCache
from summarize.fetch.client import Fetcher
from summarize.fetch.resolving import Resolver
from summarize.period import Bound
from summarize.read import Pile, Reading, walk
from summarize.read import read as read_files
from summarize.read.finish import Finished
from summarize.read.options import AS_USUAL
from summarize.reported import Skipped
from summarize.sources import later
from summarize.sources.health import FAILING
from summarize.sources.heap import Heap
from summarize.sources.later import Since
from summarize.sources.memory import Memory
from summarize.sources.source import Source
from summarize.sources.web import Read, Web
from summarize.store import Store

ITEMS = 30  # of a feed, the newest: a day of most outlets, and what most feeds have
POLITE = FetchSettings()
ALL = Since()
Progress = Callable[[str, str], None]


def _silent(_stage: str, _detail: str) -> None: ...


@dataclass(frozen=True)
class How:
    """How sources are read, `now` (aware). `items` are those of a feed that are read, the newest.

    Without a `store` all is fetched again next time. `remembers` says whether how each source has
    fared is kept. `environ` names the proxies.
    """

    now: datetime
    store: Store | None = None
    fetching: FetchSettings = POLITE
    reading: Reading = AS_USUAL
    items: int = ITEMS
    since: Since = ALL
    remembers: bool = True
    stdin: BinaryIO | None = None
    progress: Progress = _silent
    resolver: Resolver | None = None
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)


@dataclass(frozen=True)
class Failing:
    """A source of the settings that has not been read for `runs` runs in a row, and why."""

    source: Source
    runs: int
    why: str


@dataclass(frozen=True)
class Gathered:
    """What was read, and how that went.

    `unreached` are sources of the command line that were not read, `failing` those of the settings
    that have not been for several runs. `weights` and `bounds` (from when it is covered) are by
    article id. `reads` are what each source of the web gave, `trouble` why nothing is remembered.
    """

    pile: Pile
    unreached: tuple[Skipped, ...] = ()
    failing: tuple[Failing, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    reads: tuple[Read, ...] = ()
    trouble: StoreError | None = None


def gather(sources: Sequence[Source], how: How) -> Gathered:
    """Read all sources. UsageError where a file or folder of the command line does not exist."""
    walk.check([one.where for one in sources if not one.is_address and not one.listed])
    web = [one for one in sources if one.is_web]
    memory = Memory(how.store, how.now)
    top, trouble = asyncio.run(_fetched(web, how, memory)) if web else ([], None)
    heap = Heap()
    waiting = iter(top)
    for group in _runs(sources):
        if group[0].is_web:
            for one in _flat(list(islice(waiting, len(group)))):
                heap.take(_named(one), one.source)
        else:
            _read_files(heap, group, how)
    reads = list(_flat(top))
    bounds = later.add(heap, reads, how.since, memory)
    failing = _fared(reads, memory) if how.remembers else []
    return Gathered(
        heap.pile(),
        unreached=tuple(Skipped(one.source.where, one.error) for one in top
                        if one.error and not one.source.listed),
        failing=tuple(failing),
        weights=heap.weights,
        bounds=bounds,
        reads=tuple(reads),
        trouble=memory.error or trouble,
    )  # fmt: skip


async def _fetched(
    web: Sequence[Source], how: How, memory: Memory
) -> tuple[list[Read], StoreError | None]:
    kept = PageCache(how.store) if how.store else None
    fetcher = Fetcher(how.fetching, kept, resolver=how.resolver, environ=how.environ)

    def told(done: int, total: int) -> None:
        how.progress("fetching", f"{done} of {total} pages")

    how.progress("fetching", f"{len(web)} sources")
    async with fetcher:
        reader = Web(fetcher, memory, reading=how.reading, most=how.items, told=told)
        return await reader.all(web), fetcher.store_error


def _flat(reads: Iterable[Read]) -> Iterator[Read]:
    """Each, and after a list what its feeds gave."""
    for read in reads:
        yield read
        yield from _flat(read.below)


def _named(read: Read) -> list[Finished | Skipped]:
    """What a source gave, or that it was not read."""
    if not read.error:
        return list(read.read)
    where, shown = read.source.where, read.source.shown
    why = read.error if shown == where else f"{read.error}; {where}"
    return [Skipped(shown, why, where)]


def _runs(sources: Sequence[Source]) -> Iterator[list[Source]]:
    """Sources in their order, neighbours that are read alike together."""

    def alike(one: Source) -> tuple[bool, str]:
        return one.is_web, one.where if one.listed else ""

    for _, group in groupby(sources, alike):
        yield list(group)


def _read_files(heap: Heap, group: Sequence[Source], how: How) -> None:
    """Those of a command line together, which tell each other's copies; else one."""
    first = group[0]
    try:
        pile = read_files(
            [one.where for one in group],
            now=how.now,
            stdin=how.stdin,
            progress=lambda name: how.progress("reading", name),
            reading=how.reading,
        )
    except UsageError as error:
        heap.skipped.append(Skipped(first.shown, error.what))
        return
    heap.take_files(pile, first)


def _fared(reads: Iterable[Read], memory: Memory) -> list[Failing]:
    """Remember how each source has fared; those of the settings that have failed for long."""
    failing = []
    for read in reads:
        source = read.source
        if not source.is_address:
            continue
        if not read.error:
            memory.was_read(source.where, read.items, read.newest)
            continue
        runs = memory.has_failed(source.where, read.error)
        if source.listed and runs >= FAILING:
            failing.append(Failing(source, runs, read.error))
    return failing
