"""Is every date and clock time of the claim in its passage?

A date is there where the passage names the same one or one within it: "in March" is right of
12 March, "on 12 March" is not right of "in March" (`dates_said.py`).

1. A date of the passage says it, and stands with what the claim dates (`dates_events.py`).
2. Or its parts stand in one sentence, whatever they belong to there.
3. Else it is a finding. It is a doubt where the passage has only dates that it cannot be compared
   with ("yesterday", of an unknown day), where it has none but appeared on that day or is in
   another language, and where its words for dates are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.check.dates_events import dates_of, rival
from summarize.check.dates_said import loosely, says
from summarize.check.sides import Looked, Side
from summarize.claims import Finding
from summarize.text.calendar_words import CALENDARS
from summarize.text.clock import TimeMention, times
from summarize.text.named_dates import NamedDate, Point

_SHOWN = 3  # dates or times of the passage that a finding quotes
_NOON = 12 * 60  # minutes


def look(claim: Side, passage: Sequence[Side]) -> Looked:
    """Each date and time of the claim is an item; kinds of finding are "date" and "time"."""
    dated, timed = dates_of(claim), times(claim.text)
    if not dated and not timed:
        return Looked()
    findings: list[Finding] = []
    doubts: list[Finding] = []
    for date in dated:
        if not _stated(date, passage):
            told = doubts if _unsure(date, claim, passage) else findings
            told.append(Finding("date", _shown(claim, date), _dates_of(passage)))
        elif other := rival(date, claim, passage):
            findings.append(
                Finding("date", _shown(claim, date), f"the passage says “{other}” here")
            )
    told_times = [(side, time) for side in passage for time in times(side.text)]
    for time in timed:
        if not any(_same_time(time, other) for _, other in told_times):
            told = findings if told_times or _one_language(claim, passage) else doubts
            why = _said([_shown(*each) for each in told_times], "time of day")
            told.append(Finding("time", _shown(claim, time), why))
    return Looked(len(dated) + len(timed), tuple(findings), tuple(doubts))


def _one_language(claim: Side, passage: Sequence[Side]) -> bool:
    return all(side.language == claim.language for side in passage)


def _shown(side: Side, mention: NamedDate | TimeMention) -> str:
    return side.text[mention.start : mention.end]


def _dates_of(passage: Sequence[Side]) -> str:
    return _said([_shown(side, each) for side in passage for each in dates_of(side)], "date")


def _said(shown: Sequence[str], what: str) -> str:
    """Why it does not hold: what the passage has instead."""
    if not shown:
        return f"the passage names no {what}"
    return "the passage says " + ", ".join(f"“{each}”" for each in [*dict.fromkeys(shown)][:_SHOWN])


def _points(passage: Sequence[Side]) -> Iterator[Point]:
    for side in passage:
        for named in dates_of(side):
            yield from named.points


def _stated(named: NamedDate, passage: Sequence[Side]) -> bool:
    """Whether the passage has all points of a reading, or just such a range."""
    points = list(_points(passage))
    return any(
        all(_said_by(p, points, passage) for p in reading) for reading in named.readings
    ) or (
        len(named.readings[0]) > 1
        and named.days in {each.days for side in passage for each in dates_of(side) if each.days}
    )


def _said_by(point: Point, points: Sequence[Point], passage: Sequence[Side]) -> bool:
    return loosely(point, passage) or any(says(point, other, passage) for other in points)


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
