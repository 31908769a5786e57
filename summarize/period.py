"""Which articles a report covers, and as of when.

`as_of` is a date without a time: the one asked for, else the newest publication date that is not
in the future, else today.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo

from summarize.article import Article
from summarize.errors import UsageError

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
    articles: Sequence[Article], *, today: date, as_of: date | None = None, since: str | None = None
) -> Covered:
    """What is published since `since` (an ISO date, or `Nd`: N days up to `as_of`).

    An article without a date is always covered: nobody knows that it is old.
    """
    days = [article.day for article in articles if article.day]
    when = as_of or max((day for day in days if day <= today), default=today)
    first = since_date(since, when) if since else None
    kept = tuple(a for a in articles if first is None or a.day is None or a.day >= first)
    left_out = len(articles) - len(kept)
    covered = [article.day for article in kept if article.day]
    return Covered(
        articles=kept,
        as_of=when,
        first=first or min(covered, default=None),
        last=max(covered, default=None),
        excluded={f"--since {first}": left_out} if left_out else {},
    )


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
