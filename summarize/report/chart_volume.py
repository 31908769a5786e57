"""How many articles were published when: by hour of few days, by day, by month of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from summarize.report.desk import Desk

HOURS = 72  # a longer time is told by day
DAYS = 92  # a longer one by month
HEIGHT = 72  # pixels of the highest bar
WIDEST = 8.0  # per cent: a bar of few would be a block
ROOMY = 14  # so many bars have room for their numbers, three digits of each


@dataclass(frozen=True, slots=True)
class Bar:
    """So many articles (`n`) in the hour, day or month `when`; `x` and `width` in per cent."""

    when: str
    n: int
    x: float
    width: float
    height: int


@dataclass(frozen=True, slots=True)
class VolumeChart:
    """Bars in order of time, without the empty ones; `first` and `last` are the ends of the time.

    `title` names hour (in UTC), day or month; `most` are the articles of the highest bar. Where
    it `is_roomy` each bar has its number.
    """

    title: str
    first: str
    last: str
    most: int
    is_roomy: bool
    bars: tuple[Bar, ...]


def chart_volume(desk: Desk) -> VolumeChart | None:
    """The picture of this edition's dated articles; None where all are of one hour or day."""
    dated = [(article.published, article.day) for article in desk.report.own_articles]
    days = [day for _, day in dated if day is not None]
    times = [at for at, _ in dated if isinstance(at, datetime)]
    if times and len(times) == len(days) and max(times) - min(times) <= timedelta(hours=HOURS):
        with suppress(OverflowError):  # of the last hours of the year 9999
            return _drawn(desk, "hour", [at.astimezone(UTC) for at in times], _hour, _next_hour)
    if days and (max(days) - min(days)).days < DAYS:
        return _drawn(desk, "day", days, date.isoformat, lambda day: day + timedelta(days=1))
    return _drawn(desk, "month", days, _month, _next_month)


def _drawn(
    desk: Desk,
    unit: Literal["hour", "day", "month"],
    times: Sequence[date],
    name: Callable[[date], str],
    following: Callable[[date], date],
) -> VolumeChart | None:
    counted = Counter(map(name, times))
    if len(counted) < 2:
        return None
    first, last = min(times), max(times)
    names = [name(first)]
    while names[-1] != name(last):
        first = following(first)
        names.append(name(first))
    most, step = max(counted.values()), 100 / len(names)
    width = min(step, WIDEST)
    bars = tuple(
        Bar(when, n, round((place + 0.5) * step - width / 2, 3), round(width, 3), _height(n, most))
        for place, when in enumerate(names)
        if (n := counted[when])
    )
    return VolumeChart(
        desk.labels.say(f"page_by_{unit}"), names[0], names[-1], most, len(names) <= ROOMY, bars
    )


def _height(n: int, most: int) -> int:
    """Of one among thousands there is still something to see."""
    return max(1, HEIGHT * n // most)


def _hour(at: date) -> str:
    return at.strftime("%Y-%m-%d %H:00")


def _next_hour(at: date) -> date:
    return at + timedelta(hours=1)


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
