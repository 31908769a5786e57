"""What is covered of what was read before: items that a feed names no more, and bounds by source.

`--since last` begins where the last edition ended. What came into a feed only after that is not
lost though it says that it is a little older; of a source that has failed since, all is covered
since it was last read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from summarize.article import Article
from summarize.period import Bound, day_of, in_zone, newest, reaches, start
from summarize.read.finish import Finished
from summarize.sources.heap import Heap
from summarize.sources.memory import Memory
from summarize.sources.seen import Seen
from summarize.sources.web import Read

# Feeds name an article hours after the time that it carries; a day is more than enough.
LATE = timedelta(days=1)
_DAY = timedelta(days=1)  # what is kept has its day in UTC
_FIRST_DAY = date.min + _DAY  # none comes before it that could be counted back from


@dataclass(frozen=True)
class Since:
    """What is covered: `since` and `as_of` as in `period.Coverage`, days are those of `zone`.

    `last` is when the last edition was made, where `since` is that of `--since last`.
    """

    since: str | None = None
    as_of: date | None = None
    zone: tzinfo | None = None
    last: datetime | None = None


def add(heap: Heap, reads: Sequence[Read], wanted: Since, memory: Memory) -> dict[str, Bound]:
    """Put into the heap what was read before and is covered; from when on, by article id."""
    if wanted.since is None:
        return {}
    now = memory.now.astimezone(wanted.zone) if wanted.zone else memory.now
    when = wanted.as_of or newest((in_zone(a, wanted.zone) for a in heap.articles), now)
    general = start(wanted.since, when or now.date(), now, asked=wanted.as_of)
    bounds: dict[str, Bound] = {}
    for read in reads:
        bound = _bound(read, general, wanted, memory)
        day = max(day_of(bound), _FIRST_DAY) - _DAY
        earlier = memory.earlier(read.source.where, read.names, day)
        covered = [one.read for one in earlier if _is_covered(one, bound, wanted)]
        heap.take(covered, read.source)
        if bound != general:
            own = (*read.read, *covered)
            bounds.update({one.article.id: bound for one in own if isinstance(one, Finished)})
        elif wanted.last is not None:
            came = (id_ for id_, first in read.first.items() if first > wanted.last)
            bounds.update(dict.fromkeys(came, general - LATE))
    return bounds


def _bound(read: Read, general: Bound, wanted: Since, memory: Memory) -> Bound:
    """From when on a source is covered: it may have failed since the last edition."""
    health = memory.health(read.source.where) if wanted.last else None
    if health is None or not health.failures or health.success is None:
        return general
    success = health.success.astimezone(wanted.zone)
    return success if _before(success, general) else general


def _before(moment: datetime, bound: Bound) -> bool:
    return moment < bound if isinstance(bound, datetime) else moment.date() < bound


def _is_covered(one: Seen, bound: Bound, wanted: Since) -> bool:
    if not isinstance(one.read, Finished):
        return False
    article: Article = in_zone(one.read.article, wanted.zone)
    if article.day is None:
        return not _before(one.first, bound)
    return reaches(article, bound) and (wanted.as_of is None or article.day <= wanted.as_of)
