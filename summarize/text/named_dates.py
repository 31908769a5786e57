"""The dates of a text by what they name: a weekday, a day of a month, a month, a year.

`dates` tells which days a text means, and must know for it when the text was published. Whether
two texts name the same date can often be told without that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

import regex

from summarize.text.calendar_words import ALSO_NAMES, CALENDARS, SHORT, UNKNOWN, Unit
from summarize.text.date_patterns import Reader, reader
from summarize.text.dates import days_of, key, matches, month_number

Span = tuple[date, date]
Relative = tuple[Unit, int]

# Whether a match is a date at all is told with this day, where that of publication is not known.
_STAND_IN = date(2024, 2, 29)
_MONTHS = 12
_UNSPACED = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date: the parts that the text names, and the days it means where known.

    `weekday` is 0 for Monday. `relative` counts from now: ("week", -1) is last week; with `ago` it
    is about so. `days` are the first and the last, both included; `today` is that of publication.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: Relative | None = None
    days: Span | None = None
    ago: bool = False
    today: date | None = None

    @property
    def is_weekday(self) -> bool:
        """Whether it is a weekday and nothing else: "on Tuesday"."""
        return self.weekday is not None and self.day is None and self.relative is None


@dataclass(frozen=True, slots=True)
class NamedDate:
    """`text[start:end]` names a date: one point, or both ends of a range.

    10/03/2026 has two `readings`. `days` is all of a range, where known.
    """

    start: int
    end: int
    readings: tuple[tuple[Point, ...], ...]
    days: Span | None = None

    @property
    def points(self) -> Iterator[Point]:
        """The points of all readings."""
        for reading in self.readings:
            yield from reading


@lru_cache(maxsize=50_000)
def named_dates(text: str, language: str, day: date | None) -> tuple[NamedDate, ...]:
    """The dates in `text` (published on `day`), in order, none overlapping another."""
    found = [
        named
        for kind, match in matches(text, language)
        if (named := _named(kind, match, language, day))
    ]
    taken = {place for each in found for place in range(each.start, each.end)}
    found += [each for each in _months(text, language) if each.start not in taken]
    return tuple(sorted(found, key=lambda each: each.start))


def _named(kind: str, match: regex.Match[str], language: str, day: date | None) -> NamedDate | None:
    if kind == "numeric":
        day_first = CALENDARS.get(language, UNKNOWN).day_first
        readings = tuple((point,) for point in _numeric(match, day_first))
        return NamedDate(match.start(), match.end(), readings) if readings else None
    found = days_of(kind, match, language, day or _STAND_IN)
    if found is None:
        return None
    days = (found[0], found[1]) if day or match.groupdict().get("year") else None
    points = (
        _ends(kind, match, (found[0], found[1]), days is not None)
        if found[2] == "range"
        else (replace(_point(kind, match, reader(language), days), today=day),)
    )
    return NamedDate(match.start(), match.end(), (points,), days)


def _numeric(match: regex.Match[str], day_first: bool) -> Iterator[Point]:
    year, a, b = (int(match[name]) for name in ("year", "a", "b"))
    orders: tuple[tuple[int, int], ...] = ((b, a),)
    if match.groupdict().get("mark"):
        orders = ((a, b),) if day_first and b <= _MONTHS else ((b, a), (a, b))
    for day, month in dict.fromkeys(orders):
        try:
            found = date(year, month, day)
        except ValueError:  # there is no month 13
            continue
        yield Point(year, month, day, days=(found, found))


def _point(kind: str, match: regex.Match[str], words: Reader, days: Span | None) -> Point:
    named = match.groupdict()
    month, day, year = named.get("month"), named.get("day"), named.get("year")
    return Point(
        int(year) if year else None,
        month_number(words, month) if month else None,
        int(day) if day else None,
        _weekday(words, named.get("weekday")),
        _relative(kind, match, words),
        days,
        kind == "ago",
    )


def _ends(kind: str, match: regex.Match[str], days: Span, known: bool) -> tuple[Point, ...]:
    if kind == "years":
        return tuple(Point(each.year) for each in days)
    year = match.groupdict().get("year")
    return tuple(
        Point(
            int(year) if year and each.year == int(year) else None,
            each.month,
            each.day,
            days=(each, each) if known else None,
        )
        for each in days
    )


def _weekday(words: Reader, word: str | None) -> int | None:
    if not word:
        return None
    return _UNSPACED.index(word) if len(word) == 1 else words.weekdays[key(word)]


def _relative(kind: str, match: regex.Match[str], words: Reader) -> Relative | None:
    named = match.groupdict()
    if kind == "ago":
        count = key(named["count"])
        number = int(count) if count.isdigit() else words.calendar.counts[count]
        return words.units[key(named["unit"])], -number
    if kind != "word":
        return None
    if named.get("word"):
        return "day", words.calendar.days[key(named["word"])]
    return words.calendar.periods[key(named["period"])]


def _months(text: str, language: str) -> Iterator[NamedDate]:
    """Months without a word beside them that tells that they are one ("the June vote")."""
    words = reader(language)
    for match in names(language).finditer(text) if words.months else ():
        name = key(match[0])
        if (
            name not in words.months
            or name in SHORT
            or match[0][0].isupper() != words.calendar.cased
        ):
            continue
        if name not in ALSO_NAMES or not _beside_a_name(text, match):
            yield NamedDate(match.start(), match.end(), ((Point(month=words.months[name]),),))


def _beside_a_name(text: str, match: regex.Match[str]) -> bool:
    before, after = text[: match.start()].split(), text[match.end() :].split()
    return not before or before[-1][0].isupper() or bool(after and after[0][0].isupper())


@cache
def names(language: str) -> regex.Pattern[str]:
    """Any name of a month or weekday of the language."""
    calendar = CALENDARS.get(language, UNKNOWN)
    words = [*reader(language).months, *loose_weekdays(language)]
    longest = (
        "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    )
    if not calendar.spaced:
        return regex.compile(longest)
    left = rf"(?<!\w)(?:[{calendar.prefix}]\K)?" if calendar.prefix else r"(?<!\w)"
    return regex.compile(rf"{left}(?:{longest})(?!\w)", regex.IGNORECASE)


@cache
def loose_weekdays(language: str) -> dict[str, int]:
    """The weekdays as they may stand by themselves, 0 for Monday."""
    calendar = CALENDARS.get(language, UNKNOWN)
    days = enumerate(calendar.loose_weekdays or calendar.weekdays)
    return {word: number for number, words in days for word in words.split("|")}
