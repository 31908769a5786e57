"""Is every date and clock time of the claim in its passage?

A date is there where the passage names the same one or one within it: "in March" is right of
12 March, "on 12 March" is not right of "in March". Two dates are compared by the days they mean
where both are known, else by what they name.

1. A date of the passage says it.
2. Or its parts stand in one sentence, whatever they belong to there.
3. Else it is a finding. It is a doubt where the passage has only dates that it cannot be compared
   with ("yesterday", of an unknown day), and where it has none but appeared on that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache

from summarize.check.sides import Looked, Side
from summarize.claims import Finding
from summarize.text.clock import TimeMention, times
from summarize.text.loose_dates import loose
from summarize.text.named_dates import NamedDate, Point, named_dates

_WEEK = timedelta(7)
# "Two weeks ago" is right of what was so many days more or less than two weeks ago.
_ABOUT = {"day": 0, "week": 7, "month": 31, "year": 366}
_SHOWN = 3  # dates or times of the passage that a finding quotes
_NOON = 12 * 60  # minutes

Read = tuple[tuple[NamedDate, ...], tuple[TimeMention, ...]]


def look(claim: Side, passage: Sequence[Side]) -> Looked:
    """Each date and time of the claim is an item; kinds of finding are "date" and "time"."""
    dated, timed = _read(claim)
    if not dated and not timed:
        return Looked()
    missing = [each for each in dated if not _stated(each, passage)]
    unsure = [each for each in missing if _unsure(each, passage)]
    findings = [
        Finding("date", _shown(claim, each), _said(passage, 0))
        for each in missing
        if each not in unsure
    ]
    findings += [
        Finding("time", _shown(claim, time), _said(passage, 1))
        for time in timed
        if not any(_same_time(time, other) for side in passage for other in _read(side)[1])
    ]
    doubts = tuple(Finding("date", _shown(claim, each), _said(passage, 0)) for each in unsure)
    return Looked(len(dated) + len(timed), tuple(findings), doubts)


@lru_cache(maxsize=50_000)
def _read(side: Side) -> Read:
    return named_dates(side.text, side.language, side.day), times(side.text)


def _shown(side: Side, mention: NamedDate | TimeMention) -> str:
    return side.text[mention.start : mention.end]


def _said(passage: Sequence[Side], which: int) -> str:
    """Why it does not hold: the dates (0) or times (1) that the passage has instead."""
    shown = dict.fromkeys(_shown(side, each) for side in passage for each in _read(side)[which])
    if not shown:
        return f"the passage names no {('date', 'time of day')[which]}"
    return "the passage says " + ", ".join(f"“{each}”" for each in [*shown][:_SHOWN])


def _points(passage: Sequence[Side]) -> Iterator[Point]:
    for side in passage:
        for named in _read(side)[0]:
            yield from named.points


def _stated(named: NamedDate, passage: Sequence[Side]) -> bool:
    if named.days and any(each.days == named.days for side in passage for each in _read(side)[0]):
        return True
    points = list(_points(passage))
    return any(
        all(
            any(_within(point, other) or _named(point, other, passage) for other in points)
            or _loosely(point, passage)
            for point in reading
        )
        for reading in named.readings
    )


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
    shifts = (timedelta(0), -_WEEK, _WEEK) if other.is_weekday else (timedelta(0),)
    return any(start <= first + shift and last + shift <= end for shift in shifts)


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


def _loosely(point: Point, passage: Sequence[Side]) -> bool:
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


def _unsure(named: NamedDate, passage: Sequence[Side]) -> bool:
    """Whether the passage has no date that could contradict this one."""
    points, reading, days = list(_points(passage)), named.readings[0], named.days
    if not points and days:
        return any(days[0] <= each.day <= days[1] for each in passage if each.day)
    return any(
        (point.relative or (points and point.is_weekday))
        and not any(_comparable(point, other) for other in points)
        for point in reading
    )


def _comparable(point: Point, other: Point) -> bool:
    if point.days and other.days:
        return True
    if point.relative:
        return bool(other.relative and other.relative[0] == point.relative[0])
    return other.relative is None


def _same_time(time: TimeMention, other: TimeMention) -> bool:
    """Equal, or alike on the dial where one does not say which half of the day."""
    sure = time.certain and other.certain
    return (time.minutes - other.minutes) % (2 * _NOON if sure else _NOON) == 0
