"""Whether a date of a passage says a date of a claim.

It does where it is the same one or one within it. Two dates are compared by the days they mean
where both are known, else by what they name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from summarize.check.sides import Side
from summarize.text.loose_dates import loose
from summarize.text.named_dates import Point

_WEEK = timedelta(7)
# "Two weeks ago" is right of what was so many days more or less than two weeks ago.
_ABOUT = {"day": 0, "week": 7, "month": 31, "year": 366}


def says(point: Point, other: Point, passage: Sequence[Side]) -> bool:
    """Whether `other`, of the passage, says `point`."""
    return _within(point, other) or _named(point, other, passage)


def _within(point: Point, other: Point) -> bool:
    """Whether the days of `other` are known to lie within those of `point`."""
    if other.days is None:
        return False
    first, last = other.days
    if point.weekday is not None and (first != last or first.weekday() != point.weekday):
        return False
    if point.days is None:
        return point.is_weekday
    start, end = point.days
    if point.is_weekday:  # the last one or the next one: only the tense tells
        return abs(start - first) <= _WEEK
    if point.ago and point.relative and not other.ago:
        about = timedelta(_ABOUT[point.relative[0]])
        return start - about <= first and last <= end + about
    return any(start <= first + shift and last + shift <= end for shift in _shifts(other))


def _shifts(point: Point) -> tuple[timedelta, ...]:
    """Whether "on Tuesday" is the last one or the next one is a guess: the other one may do."""
    if not point.is_weekday or not point.days or not point.today:
        return (timedelta(0),)
    return timedelta(0), -_WEEK if point.days[0] > point.today else _WEEK


def _named(point: Point, other: Point, passage: Sequence[Side]) -> bool:
    """Whether `other` names each part of `point`; a weekday and a year may stand elsewhere."""
    if point.is_weekday or point.relative:
        known = point.days is not None and other.days is not None
        same = point.relative in (None, other.relative) and point.weekday in (None, other.weekday)
        return same and not known
    if point.month != other.month or point.day not in (None, other.day):
        return False
    if point.weekday not in (None, other.weekday) and not _weekday_elsewhere(point, other, passage):
        return False
    return point.year in (None, other.year) or (other.year is None and _has_year(point, passage))


def _weekday_elsewhere(point: Point, other: Point, passage: Sequence[Side]) -> bool:
    return other.weekday is None and other.days is None and _has_weekday(point, passage)


def _has_weekday(point: Point, passage: Sequence[Side]) -> bool:
    return any(point.weekday in loose(side.text, side.language).weekdays for side in passage)


def _has_year(point: Point, passage: Sequence[Side]) -> bool:
    return any(point.year in loose(side.text, side.language).numbers for side in passage)


def loosely(point: Point, passage: Sequence[Side]) -> bool:
    """Whether a sentence has its parts, in whatever sense, though none as part of another date."""
    if point.relative or (point.is_weekday and point.days):
        return False
    if point.weekday is not None and not _has_weekday(point, passage):
        return False
    if point.month is None:
        return point.year is None or _has_year(point, passage)
    numbers = {point.day, point.year} - {None}
    read = (loose(side.text, side.language) for side in passage)
    return any(point.month in each.months and numbers <= each.free for each in read)
