"""Whatever in a sentence might be part of a date.

Against a passage that is read so, a claim's date is only missed where nothing in it could mean it:
"the March rally, its 12th" may be 12 March.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from summarize.text.date_patterns import reader
from summarize.text.dates import key
from summarize.text.named_dates import Point, loose_weekdays, named_dates, names

_NUMBER = regex.compile(r"(?<![\d.,])\d{1,4}(?!\d|[.,]\d)")
_SECOND_YEAR = regex.compile(r"(?<!\d)(\d\d)\d\d\s?(?:[-–—/]|--)\s?(\d\d)(?!\d)")
_SHORT_YEAR = regex.compile(r"['’](\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Loose:
    """The months (1 is January), weekdays (0 is Monday) and whole numbers of a sentence.

    The numbers of `free` stand outside its dates; None among months or weekdays says nothing.
    """

    months: frozenset[int | None]
    weekdays: frozenset[int | None]
    numbers: frozenset[int]
    free: frozenset[int]


@lru_cache(maxsize=50_000)
def loose(text: str, language: str) -> Loose:
    """Every name of a month or weekday and every number up to 9999, whatever they stand for."""
    months, weekdays = reader(language).months, loose_weekdays(language)
    words = [key(match[0]) for match in names(language).finditer(text)]
    points: list[Point] = []
    rest = list(text)
    for named in named_dates(text, language, None):
        rest[named.start : named.end] = " " * (named.end - named.start)
        points += named.points
    return Loose(
        frozenset({months.get(word) for word in words} | {point.month for point in points}),
        frozenset({weekdays.get(word) for word in words} | {point.weekday for point in points}),
        _numbers(text),
        _numbers("".join(rest)),
    )


def _numbers(text: str) -> frozenset[int]:
    numbers = {int(match[0]) for match in _NUMBER.finditer(text)}
    numbers |= {int(first + last) for first, last in _SECOND_YEAR.findall(text)}
    for year in _SHORT_YEAR.findall(text):
        numbers |= {1900 + int(year), 2000 + int(year)}
    return frozenset(numbers)
