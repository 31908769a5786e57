"""When an article was published, as one number, whatever precision it was given with."""

from __future__ import annotations

import math
from datetime import UTC, datetime, time

from summarize.article import Article

# Two articles so many days apart keep 1/e of their similarity; 5 does as well, 3 and 7 do not
# (benchmarks/grouping.md).
DECAY_DAYS = 4.0

_SECONDS = 86_400


def days(article: Article) -> float | None:
    """Days since 1970 in UTC; a date without a time counts as its noon; None without a date."""
    published = article.published
    if published is None:
        return None
    if not isinstance(published, datetime):
        published = datetime.combine(published, time(12), UTC)
    return published.timestamp() / _SECONDS


def first_published(article: Article) -> tuple[float, str, str]:
    """A key that sorts by publication, undated last, and never depends on the order of reading."""
    moment = days(article)
    return (math.inf if moment is None else moment, article.key, article.id)


def time_decay(one: float | None, other: float | None) -> float:
    """What time leaves of a similarity: 1 on the same day, and where either has no date."""
    if one is None or other is None:
        return 1.0
    return math.exp(-abs(one - other) / DECAY_DAYS)
