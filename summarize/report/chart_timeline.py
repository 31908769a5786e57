"""The timeline of a story as a picture: a line of days, and on it the numbers of the events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from summarize.report.chart_rows import per_cent, placed, rows
from summarize.report.view import Cited

DOT = 20  # pixels across, with the space to the next
BELOW = 34  # pixels: the line, and the days under it


@dataclass(frozen=True, slots=True)
class EventDot:
    """Event `number`, `x` per cent from the left and `y` pixels from the top."""

    number: int
    x: float
    y: int


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """A line at `line` pixels from the top, from the day `first` to the day `last`."""

    first: str
    last: str
    dots: tuple[EventDot, ...]
    line: int
    height: int


def chart_timeline(events: Sequence[Cited]) -> TimelineChart | None:
    """The picture of events in their order, each dated by its `lead`: an ISO day, month or year.

    None where they are all of one day.
    """
    days = [_day(event.lead) for event in events]
    known = [day.toordinal() for day in days if day is not None]
    if len(known) < len(events) or len(set(known)) < 2:
        return None
    places = [placed(day, min(known), max(known)) for day in known]
    half = per_cent(DOT) / 2
    levels = rows([(x - half, x + half) for x in places])
    line = DOT * (max(levels) + 1)
    dots = tuple(
        EventDot(number, x, line - DOT * level - DOT // 2)
        for number, (x, level) in enumerate(zip(places, levels, strict=True), 1)
    )
    return TimelineChart(events[0].lead, events[-1].lead, dots, line, line + BELOW)


def _day(said: str) -> date | None:
    """The day, or the first one of a month or year; None of what is no date."""
    parts = [*said.split("-"), "1", "1"][:3]
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return None
