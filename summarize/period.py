"""Which articles a report covers, and as of when.

`as_of` is a date without a time: the one asked for, else the newest publication date that is not
in the future, else today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from types import MappingProxyType
from typing import Literal

from summarize.article import Article
from summarize.errors import UsageError
from summarize.filters import ALL as EVERYTHING
from summarize.filters import Filters

_EASTERNMOST = timezone(timedelta(hours=14))  # where a date comes first
_DAYS = re.compile(r"(\d{1,4})d")
_HOURS = re.compile(r"(\d{1,5})h")
LAST = "last"  # since the last edition: which that is, is known only where editions are

Undated = Literal["keep", "drop"]
# From when an article is covered: a day, or an aware moment where the article tells its time too.
Bound = date | datetime
NO_BOUNDS: Mapping[str, Bound] = MappingProxyType({})


@dataclass(frozen=True)
class Coverage:
    """What a report is to cover; nothing said covers all.

    `as_of` is a day after which nothing is covered. `since` is an ISO date or moment, `Nd` (N days
    up to as-of), `Nh` (hours) or `yesterday`. `bounds` are by article id from when that one is
    covered, where that is not `since`. `undated` says what becomes of articles without a date.
    `filters` come first: what they leave out does not decide the as-of date.
    """

    as_of: date | None = None
    since: str | None = None
    bounds: Mapping[str, Bound] = field(default_factory=lambda: NO_BOUNDS)
    undated: Undated = "keep"
    filters: Filters = EVERYTHING


@dataclass(frozen=True)
class Covered:
    """The articles that a report is about, and by rule those that were left out."""

    articles: tuple[Article, ...]
    as_of: date
    first: date | None
    last: date | None
    left_out: Mapping[str, Sequence[Article]] = field(default_factory=dict)

    @property
    def excluded(self) -> Mapping[str, int]:
        """How many articles were left out, by rule."""
        return {rule: len(articles) for rule, articles in self.left_out.items()}


def in_zone(article: Article, zone: tzinfo | None) -> Article:
    """The article with its time of publication in `zone`; a date without a time stays."""
    if zone is None or not isinstance(article.published, datetime):
        return article
    return replace(article, published=article.published.astimezone(zone))


ALL = Coverage()


def cover(articles: Sequence[Article], *, now: datetime, wanted: Coverage = ALL) -> Covered:
    """What of `articles` is wanted.

    `now` is aware, in the zone whose today counts. An article without a date is covered unless
    `undated` says otherwise: nobody knows that it is old.
    """
    left_out: dict[str, list[Article]] = {}
    named: list[Article] = []
    for article in articles:
        rule = wanted.filters.excluding(article)
        (left_out.setdefault(rule, []) if rule else named).append(article)
    when = wanted.as_of or newest(named, now) or now.date()
    first = start(wanted.since, when, now, asked=wanted.as_of) if wanted.since else None
    kept: list[Article] = []
    for article in named:
        rule = _excluding(article, wanted.bounds.get(article.id, first), wanted)
        (left_out.setdefault(rule, []) if rule else kept).append(article)
    covered = [a.day for a in kept if a.day and a.day <= when]
    return Covered(
        articles=tuple(kept),
        as_of=when,
        first=day_of(first) if first else min(covered, default=None),
        last=max(covered, default=None),
        left_out=dict(sorted(left_out.items(), key=lambda entry: entry[0], reverse=True)),
    )


def newest(articles: Iterable[Article], now: datetime) -> date | None:
    """The newest publication date that is not in the future; None where there is none."""
    return max((a.day for a in articles if a.day and _has_come(a, now)), default=None)


def ahead(articles: Iterable[Article], now: datetime) -> list[Article]:
    """Those that say they were published in the future."""
    return [article for article in articles if article.day and not _has_come(article, now)]


def day_of(bound: Bound) -> date:
    """The day of a bound."""
    return bound.date() if isinstance(bound, datetime) else bound


def _excluding(article: Article, bound: Bound | None, wanted: Coverage) -> str:
    """The rule by which an article is left out; "" where it is covered."""
    if article.day is None:
        return "--undated drop" if wanted.undated == "drop" else ""
    if bound is not None and not reaches(article, bound):
        shown = bound.isoformat(" ", "minutes") if isinstance(bound, datetime) else bound
        return f"--since {shown}"
    late = wanted.as_of is not None and article.day > wanted.as_of
    return f"--date {wanted.as_of}" if late else ""


def reaches(article: Article, bound: Bound) -> bool:
    """Whether an article is of a bound or later; by its day where one has no time."""
    if isinstance(bound, datetime) and isinstance(article.published, datetime):
        return article.published >= bound
    return article.day is not None and article.day >= day_of(bound)


def _has_come(article: Article, now: datetime) -> bool:
    """Whether the time of publication is not in the future, wherever on earth it was given."""
    if isinstance(article.published, datetime):
        return article.published <= now
    return article.day is not None and article.day <= now.astimezone(_EASTERNMOST).date()


def start(since: str, when: date, now: datetime, *, asked: date | None = None) -> Bound:
    """From when on is covered. UsageError where `since` says nothing of the kind.

    `when` is the as-of date, `asked` the one that was asked for: hours are counted back from its
    end, else from `now`, and yesterday is the day before it, else before today.
    """
    try:
        return _start(since, when, now, asked)
    except OverflowError:  # dates are those of the years 1 to 9999
        raise _no_start(since) from None


def _start(since: str, when: date, now: datetime, asked: date | None) -> Bound:
    if since == "yesterday":
        return (asked or now.date()) - timedelta(days=1)
    if match := _HOURS.fullmatch(since):
        end = now if asked is None else min(now, _end(asked, now.tzinfo))
        return end - timedelta(hours=int(match[1]))
    if match := _DAYS.fullmatch(since):
        return when - timedelta(days=min(int(match[1]), when.toordinal()) - 1)
    try:
        return date.fromisoformat(since)
    except ValueError:
        return _moment(since).astimezone(now.tzinfo)


def _moment(since: str) -> datetime:
    try:
        found = datetime.fromisoformat(since)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise _no_start(since)
    return found


def _no_start(since: str) -> UsageError:
    return UsageError(
        f"--since {since!r} is not a date",
        hint="write it as 2026-03-10, 3d for three days, 24h, yesterday or last",
    )


def _end(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), zone)
