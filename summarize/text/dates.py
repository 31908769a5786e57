"""The dates that a text names, as spans, each resolved to the days it means.

A newspaper counts from the day it is printed: "on Tuesday" is the last Tuesday up to that day, or
the next one where the clause looks ahead ("will vote on Tuesday"); "January 3" is in the year that
brings it closest. So what is relative or has no year needs the date of publication, and is left
out without it. Clock times, "may" and "march" as verbs, and numbers that only look like a year are
not dates.

The words are in `calendar_words`; `date_patterns` makes one regular expression of them.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

import regex

from summarize.text.calendar_words import Unit
from summarize.text.date_patterns import Reader, reader
from summarize.text.stopwords import STOPWORDS

Precision = Literal["day", "range", "week", "month", "year"]
Days = tuple[date, date, Precision]

# How far the clause of a weekday is searched for its tense, in characters.
CLAUSE = 80
# Days since the weekday that follows the day of publication.
EVE = 6
# A number by itself is a year only in these.
YEARS = range(1900, 2100)

_NOUN = regex.compile(r"\s+(\p{Ll}[\p{L}\p{M}]*)")
_BORDER_BEFORE = regex.compile(r"[.!?;:\n]\s")
_BORDER_AFTER = regex.compile(r"[.!?;:\n]")


@dataclass(frozen=True, slots=True)
class DateMention:
    """`text[start:end]` names the days from `first` to `last`, both included."""

    start: int
    end: int
    first: date
    last: date
    precision: Precision

    @property
    def iso(self) -> str:
        """`2026-05-06`, `2026-05-06/2026-05-07` (range, week), `2026-05` or `2026`."""
        if self.precision in ("range", "week"):
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        return self.first.isoformat()[: {"month": 7, "year": 4}.get(self.precision, 10)]


@lru_cache(maxsize=50_000)
def dates(text: str, language: str, published: date | None) -> tuple[DateMention, ...]:
    """The dates in `text`, in order, none overlapping another.

    `language` is a code of two letters; in one that is not known only numeric dates are found.
    """
    return tuple(_found(text, language, published))


def named_days(said: Iterable[tuple[str, str]], published: date | None) -> tuple[date, ...]:
    """The single days that some texts name, each text with its language, in order."""
    days = {
        mention.first
        for text, language in said
        for mention in dates(text, language, published)
        if mention.precision == "day"
    }
    return tuple(sorted(days))


def _found(text: str, language: str, published: date | None) -> Iterator[DateMention]:
    for kind, match in matches(text, language):
        if published is None and (kind in _NEEDS_TODAY or not _has_year(kind, match)):
            continue
        if days := days_of(kind, match, language, published or date.min):
            yield DateMention(match.start(), match.end(), *days)


def _has_year(kind: str, match: regex.Match[str]) -> bool:
    return kind in ("year", "years") or bool(_part(match, "year"))


def days_of(kind: str, match: regex.Match[str], language: str, published: date) -> Days | None:
    """The days that a match of that kind means; None where there is no such day."""
    try:
        return _RESOLVE[kind](match, reader(language), published)
    except (ValueError, OverflowError):  # 30 February, the year 0
        return None


@lru_cache(maxsize=50_000)
def matches(text: str, language: str) -> tuple[tuple[str, regex.Match[str]], ...]:
    """What may be a date, in order: its kind (a key of `date_patterns`), and the match."""
    return tuple((_kind(match), match) for match in _matches(text, reader(language)))


def _kind(match: regex.Match[str]) -> str:
    named = match.groupdict()
    return next(kind for kind in _RESOLVE if named.get(f"is_{kind}"))


def _matches(text: str, words: Reader) -> Iterator[regex.Match[str]]:
    """Matches in order. The pattern is tried only where a date may begin: 10 times faster."""
    if not words.calendar.spaced:
        yield from words.pattern.finditer(text)
        return
    end = 0
    # Of all letters only the dotted capital I is two in lower case.
    for opening in words.opening.finditer(text.replace("İ", "I").lower()):
        if opening.start() >= end and (match := words.pattern.match(text, opening.start())):
            end = match.end()
            yield match


def _part(match: regex.Match[str], name: str) -> str | None:
    """A part of a date, None also where no shape of the language has such a part."""
    part: str | None = match.groupdict().get(name)
    return part


def key(word: str) -> str:
    """How the tables of a calendar write a word."""
    return " ".join(word.split()).lower().rstrip(".")


def month_number(words: Reader, word: str) -> int:
    """1 for January."""
    name = key(word.partition("/")[0])
    return int(name) if name.isdigit() else words.months[name]


def _whole(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"


def _numeric(match: regex.Match[str], words: Reader, _: date) -> Days | None:
    year, a, b = (int(match[name]) for name in ("year", "a", "b"))
    if _part(match, "mark") is None:
        day, month = b, a
    elif words.calendar.day_first or a > 12 or a == b:
        day, month = a, b
    elif b > 12:
        day, month = b, a
    else:
        return None  # 10/03/2026 is in March for one reader, in October for another
    return date(year, month, day), date(year, month, day), "day"


def _closest(published: date, year: str | None, month: int, day: int) -> date:
    """That day of the year given, else of the year which brings it closest to publication."""
    if year:
        return date(int(year), month, day)
    years = (published.year - 1, published.year, published.year + 1)
    near = [date(each, month, day) for each in years if day <= monthrange(each, month)[1]]
    if not near:
        raise ValueError(f"no day {day} in month {month} near {published.year}")
    return min(near, key=lambda found: abs(found - published))


def _day(match: regex.Match[str], words: Reader, published: date) -> Days | None:
    month = month_number(words, match["month"])
    found = _closest(published, _part(match, "year"), month, int(match["day"]))
    return found, found, "day"


def _range(match: regex.Match[str], words: Reader, published: date) -> Days | None:
    month = month_number(words, match["month"])
    other = _part(match, "month2")
    month2 = month_number(words, other) if other else month
    day, day2 = int(match["day"]), int(match["day2"])
    last = _closest(published, _part(match, "year"), month2, day2)
    first = date(last.year - ((month, day) > (month2, day2)), month, day)
    # 8-6 May is no range; 30 December to 2 January is.
    return None if month == month2 and day >= day2 else (first, last, "range")


def _month_of(match: regex.Match[str], words: Reader, _: date) -> Days | None:
    return _whole(int(match["year"]), month_number(words, match["month"]))


def _bare_month(match: regex.Match[str], words: Reader, published: date) -> Days | None:
    month = month_number(words, match["month"])
    turn = words.calendar.turns[key(turned)] if (turned := _part(match, "turn")) else None
    if turn is None:
        return _whole(_closest(published, None, month, 15).year, month)
    passed = published.month > month if turn < 0 else published.month < month
    return _whole(published.year + (turn if not passed else 0), month)


def _year(match: regex.Match[str], _: Reader, __: date) -> Days | None:
    year = int(match["year"])
    return (date(year, 1, 1), date(year, 12, 31), "year") if year in YEARS else None


def _counted(match: regex.Match[str], words: Reader, published: date) -> Days | None:
    """ "by 2019 the" but not "of 2019 people": no noun may follow that the number could count."""
    after = _NOUN.match(match.string, pos=match.end())
    if after and after[1] not in STOPWORDS.get(words.language, frozenset()):
        return None
    return _year(match, words, published)


def _years(match: regex.Match[str], _: Reader, __: date) -> Days | None:
    first, last = int(match["year"]), match["year2"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if first not in YEARS or end not in YEARS or first >= end:
        return None
    return date(first, 1, 1), date(end, 12, 31), "range"


def _word(match: regex.Match[str], words: Reader, published: date) -> Days | None:
    named = match.groupdict()
    if named.get("word"):
        found = published + timedelta(words.calendar.days[key(match["word"])])
        return found, found, "day"
    unit, offset = words.calendar.periods[key(match["period"])]
    days = _shifted(published, unit, offset)
    if unit == "week" and named.get("weekday"):  # 上周二: the Tuesday of last week
        found = days[0] + timedelta("一二三四五六日".index(match["weekday"]))
        return found, found, "day"
    return None if named.get("weekday") else days


def _shifted(published: date, unit: Unit, offset: int) -> Days:
    """The day, week (from Monday), month or year so many after that of publication."""
    if unit == "day":
        found = published + timedelta(offset)
        return found, found, "day"
    if unit == "week":
        monday = published + timedelta(7 * offset - published.weekday())
        return monday, monday + timedelta(6), "week"
    if unit == "month":
        months = published.year * 12 + published.month - 1 + offset
        return _whole(months // 12, months % 12 + 1)
    year = published.year + offset
    return date(year, 1, 1), date(year, 12, 31), "year"


def _ago(match: regex.Match[str], words: Reader, published: date) -> Days | None:
    count = key(match["count"])
    number = int(count) if count.isdigit() else words.calendar.counts[count]
    return _shifted(published, words.units[key(match["unit"])], -number)


def _weekday(match: regex.Match[str], words: Reader, published: date) -> Days | None:
    number = words.weekdays[key(match["weekday"])]
    back = (published.weekday() - number) % 7  # 0 on the day itself
    turn = words.calendar.turns[key(turned)] if (turned := _part(match, "turn")) else None
    if turn is None:
        # Nobody writes "on Saturday" on a Friday and means six days ago: the text was updated.
        ahead = back == EVE or _looks_ahead(match, words)
        offset = (7 - back) % 7 if ahead else -back
    elif turn == 0:  # "this Tuesday" is the coming one
        offset = (7 - back) % 7
    else:
        offset = 7 - back if turn > 0 else -(back or 7)
    found = published + timedelta(offset)
    return found, found, "day"


def _looks_ahead(match: regex.Match[str], words: Reader) -> bool:
    """Whether the tense nearest before the weekday, else after it, is the future."""
    before = _BORDER_BEFORE.split(match.string[max(0, match.start() - CLAUSE) : match.start()])[-1]
    after = _BORDER_AFTER.split(match.string[match.end() : match.end() + CLAUSE])[0]
    cues = [*words.tense.finditer(before)][-1:] or [*words.tense.finditer(after)][:1]
    return bool(cues and cues[0]["future"])


_Resolver = Callable[["regex.Match[str]", Reader, date], Days | None]
_RESOLVE: dict[str, _Resolver] = {
    "numeric": _numeric,
    "day": _day,
    "range": _range,
    "month": _month_of,
    "bare": _bare_month,
    "year": _year,
    "counted": _counted,
    "years": _years,
    "word": _word,
    "ago": _ago,
    "weekday": _weekday,
}
_NEEDS_TODAY = frozenset({"bare", "word", "ago", "weekday"})
