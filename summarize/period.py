"""Which articles a report covers, and as of when.

`as_of` is a date without a time: the one asked for, else the newest publication date that is not
in the future, else today.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone, tzinfo

from summarize.article import Article
from summarize.errors import UsageError

_EASTERNMOST = timezone(timedelta(hours=14))  # where a date comes first
_DAYS = re.compile(r"(\d{1,4})d")


@dataclass(frozen=True)
class Covered:
    """The articles that a report is about; what was left out is counted by rule."""

    articles: tuple[Article, ...]
    as_of: date
    first: date | None
    last: date | None
    excluded: Mapping[str, int] = field(default_factory=dict)


def in_zone(article: Article, zone: tzinfo | None) -> Article:
    """The article with its time of publication in `zone`; a date without a time stays."""
    if zone is None or not isinstance(article.published, datetime):
        return article
    return replace(article, published=article.published.astimezone(zone))


def cover(
    articles: Sequence[Article],
    *,
    now: datetime,
    as_of: date | None = None,
    since: str | None = None,
) -> Covered:
    """What is published since `since` (an ISO date, or `Nd`: N days up to `as_of`).

    `now` is aware, in the zone whose today counts. With an `as_of` asked for, what is published
    after it is left out. An article without a date is always covered: nobody knows that it is old.
    """
    known = [a.day for a in articles if a.day and _has_come(a, now)]
    when = as_of or max(known, default=now.date())
    first = since_date(since, when) if since else None
    old = sum(1 for a in articles if first and a.day and a.day < first)
    late = sum(1 for a in articles if as_of and a.day and a.day > as_of)
    kept = tuple(a for a in articles if a.day is None or _between(first, a.day, as_of))
    covered = [a.day for a in kept if a.day and a.day <= when]
    left_out = {f"--since {first}": old, f"--date {as_of}": late}
    return Covered(
        articles=kept,
        as_of=when,
        first=first or min(covered, default=None),
        last=max(covered, default=None),
        excluded={rule: times for rule, times in left_out.items() if times},
    )


def _between(first: date | None, day: date, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _has_come(article: Article, now: datetime) -> bool:
    """Whether the time of publication is not in the future, wherever on earth it was given."""
    if isinstance(article.published, datetime):
        return article.published <= now
    return article.day is not None and article.day <= now.astimezone(_EASTERNMOST).date()


def since_date(since: str, as_of: date) -> date:
    """The first day covered. UsageError where `since` is neither a date nor `Nd`."""
    if match := _DAYS.fullmatch(since):
        return as_of - timedelta(days=min(int(match[1]), as_of.toordinal()) - 1)
    try:
        return date.fromisoformat(since)
    except ValueError:
        raise UsageError(
            f"--since {since!r} is not a date", hint="write it as 2026-03-10, or 3d for three days"
        ) from None
