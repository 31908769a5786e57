"""Is every date and clock time of the claim in its passage?

A date is there where the passage names the same one or one within it: "in March" is right of
12 March, "on 12 March" is not right of "in March". Two dates are compared by the days they mean
where both are known, else by what they name.

1. A date of the passage says it.
2. Or its parts stand in one sentence, whatever they belong to there.
3. Else it is a finding. It is a doubt where the passage has only dates that it cannot be compared
   with ("yesterday", of an unknown day), where it has none but appeared on that day or is in
   another language, and where its words for dates are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from summarize.check.sides import Looked, Side
from summarize.claims import Finding
from summarize.text.calendar_words import CALENDARS
from summarize.text.clock import TimeMention, times
from summarize.text.loose_dates import loose
from summarize.text.named_dates import NamedDate, Point, named_dates

_WEEK = timedelta(7)
# "Two weeks ago" is right of what was so many days more or less than two weeks ago.
_ABOUT = {"day": 0, "week": 7, "month": 31, "year": 366}
_SHOWN = 3  # dates or times of the passage that a finding quotes
_NOON = 12 * 60  # minutes


def look(claim: Side, passage: Sequence[Side]) -> Looked:
    """Each date and time of the claim is an item; kinds of finding are "date" and "time"."""
    dated, timed = _dates(claim), times(claim.text)
    if not dated and not timed:
        return Looked()
    findings: list[Finding] = []
    doubts: list[Finding] = []
    for date in dated:
        if not _stated(date, passage):
            told = doubts if _unsure(date, claim, passage) else findings
            told.append(Finding("date", _shown(claim, date), _dates_of(passage)))
    told_times = [(side, time) for side in passage for time in times(side.text)]
    for time in timed:
        if not any(_same_time(time, other) for _, other in told_times):
            told = findings if told_times or _one_language(claim, passage) else doubts
            why = _said([_shown(*each) for each in told_times], "time of day")
            told.append(Finding("time", _shown(claim, time), why))
    return Looked(len(dated) + len(timed), tuple(findings), tuple(doubts))


def _dates(side: Side) -> tuple[NamedDate, ...]:
    return named_dates(side.text, side.language, side.day)


def _one_language(claim: Side, passage: Sequence[Side]) -> bool:
    return all(side.language == claim.language for side in passage)


def _shown(side: Side, mention: NamedDate | TimeMention) -> str:
    return side.text[mention.start : mention.end]


def _dates_of(passage: Sequence[Side]) -> str:
    return _said([_shown(side, each) for side in passage for each in _dates(side)], "date")


def _said(shown: Sequence[str], what: str) -> str:
    """Why it does not hold: what the passage has instead."""
    if not shown:
        return f"the passage names no {what}"
    return "the passage says " + ", ".join(f"“{each}”" for each in [*dict.fromkeys(shown)][:_SHOWN])


def _points(passage: Sequence[Side]) -> Iterator[Point]:
    for side in passage:
        for named in _dates(side):
            yield from named.points


def _stated(named: NamedDate, passage: Sequence[Side]) -> bool:
    """Whether the passage has all points of a reading, or just such a range."""
    points = list(_points(passage))
    return any(
        all(_said_by(p, points, passage) for p in reading) for reading in named.readings
    ) or (
        len(named.readings[0]) > 1
        and named.days in {each.days for side in passage for each in _dates(side) if each.days}
    )


def _said_by(point: Point, points: Sequence[Point], passage: Sequence[Side]) -> bool:
    return _loosely(point, passage) or any(
        _within(point, other) or _named(point, other, passage) for other in points
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


def _unsure(named: NamedDate, claim: Side, passage: Sequence[Side]) -> bool:
    """Whether the passage has no date that could contradict this one."""
    points, reading, days = list(_points(passage)), named.readings[0], named.days
    covered = all(side.language in CALENDARS for side in passage)
    if not covered or (not points and not _one_language(claim, passage)):
        return True
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
