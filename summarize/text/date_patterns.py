"""One regular expression for all dates of a language, built from its `Calendar`.

A match has a group `is_KIND` that says how it is to be resolved; the parts (day, month, year,
weekday, turn …) are groups too, shared by all shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from summarize.text.calendar_words import CALENDARS, SHORT, UNKNOWN, Calendar, Unit

_WORD = regex.compile(r"\w+")
_BORDER = r"\w"  # in `regex` a mark is part of a word too


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads the dates of one language: its patterns, and what its words mean."""

    language: str
    calendar: Calendar
    pattern: regex.Pattern[str]
    opening: re.Pattern[str]  # finds each place in a lower-case text where a date may begin
    tense: regex.Pattern[str]  # the groups `future` and `past`
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, Unit]


@cache
def reader(language: str) -> Reader:
    """The reader of a language; of one that is not known it reads numeric dates only."""
    calendar = CALENDARS.get(language, UNKNOWN)
    units = {word: unit for words, unit in calendar.units.items() for word in words.split("|")}
    parts = _parts(calendar, units)
    found = "|".join(f"(?P<is_{kind}>{_filled(shape, parts)})" for kind, shape in _shapes(calendar))
    before = rf"(?<!{_BORDER})(?<![$€£¥/]|\d[.,\-])"
    if calendar.prefix:
        before = rf"(?:{before}|(?<=(?<!{_BORDER})[{calendar.prefix}]))"
    left, right = (before, rf"(?!{_BORDER})") if calendar.spaced else (r"(?<!\d)", r"(?!\d)")
    tense = rf"\b(?:(?P<future>{calendar.future})|(?P<past>{calendar.past}))\b"
    return Reader(
        language,
        calendar,
        regex.compile(f"{left}(?:{found}){right}", 0 if calendar.cased else regex.IGNORECASE),
        _opening(calendar, units),
        regex.compile(_filled(tense, {}), regex.IGNORECASE),
        _numbered(calendar.months, 1),
        _numbered(calendar.weekdays, 0),
        units,
    )


def _numbered(names: Iterable[str], first: int) -> dict[str, int]:
    return {word: number for number, words in enumerate(names, first) for word in words.split("|")}


def _opening(calendar: Calendar, units: Iterable[str]) -> re.Pattern[str]:
    """Numbers, words that are dates, and words that are so before another: "the" before "day".

    Where a word ends is asked of ASCII letters alone: a place too many costs only time.
    """
    names = "|".join((*calendar.months, *calendar.weekdays)).split("|")
    counted = (*calendar.turns, *calendar.counts)
    phrases = [_WORD.findall(word.lower()) for word in (*names, *calendar.days, *calendar.periods)]
    opened = [_WORD.findall(word.lower()) for word in counted]
    alone = {words[0] for words in phrases if len(words) == 1} | {*_WORD.findall(calendar.ago)[:1]}
    first = {words[0] for words in (*phrases, *opened) if words} - alone
    second = {words[1] for words in (*phrases, *opened) if len(words) > 1}
    second |= {_WORD.findall(word.lower())[0] for word in (*names, *units) if word}
    before = rf"(?:{_either(first)})(?=\W+(?:{_either(second)})(?![a-z]))"
    return re.compile(rf"(?<![a-z0-9_])(?:\d|(?:{_either(alone)})(?![a-z])|{before})")


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _parts(calendar: Calendar, units: Iterable[str]) -> dict[str, str]:
    """What each `<X>` of a shape stands for."""
    ordinal = r"(?:st|nd|rd|th|er|º|ª)?(?![\p{L}\d:]|[.,]\d)" if calendar.months else r"(?!\d)"
    month = _names(calendar.months, calendar.cased) if calendar.months else r"\d{1,2}"
    if calendar.prefix:  # both names of an Arabic month stand side by side
        month = rf"{month}(?:\s?/\s?{month})?"
    year = r"(?P<year>\d{4})(?!\d|[.,:]\d|%)"
    return {
        "D": rf"(?P<day>\d{{1,2}}){ordinal}",
        "D2": rf"(?P<day2>\d{{1,2}}){ordinal}",
        "M": f"(?P<month>{month})",
        "M2": f"(?P<month2>{month})",
        "MONTH": f"(?P<month>{_names(calendar.months, calendar.cased, False)})",
        "Y": year,
        "YEAR": f"(?:{calendar.before_year}{year})",
        "W": f"(?P<weekday>{_names(calendar.weekdays, calendar.cased)})",
        "WEEKDAY": f"(?P<weekday>{_names(calendar.weekdays, calendar.cased, False)})",
        "T": f"(?P<turn>{_any(calendar.turns)})",
        "U": f"(?P<unit>{_any(units)})",
        "N": rf"(?P<count>\d{{1,3}}|{_any(calendar.counts)})",
        "OF": calendar.of,
        "TO": calendar.to,
        "THE": calendar.the,
    }


def _shapes(calendar: Calendar) -> Iterator[tuple[str, str]]:
    """Kind and shape, the longer ones first."""
    yield "numeric", r"(?P<year>\d{4})-(?P<a>\d\d)-(?P<b>\d\d)"
    yield "numeric", r"(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})"
    yield from calendar.shapes
    if calendar.months:
        yield "month", "<M>(?:<YEAR>| <Y>)"
        yield "bare", rf"(?:{_turned('<MONTH>', calendar)})(?! \d)"
        # "of June Lind" is a person
        follows = r"(?! \p{Lu}\p{Ll})" if calendar.cased else ""
        yield "bare", _after(calendar.in_month, "<MONTH>") + follows
    if calendar.periods:
        day = "" if calendar.spaced else "(?P<weekday>[一二三四五六日])?"
        yield "word", f"(?P<period>{_any(calendar.periods)}){day}"
    if calendar.days:
        yield "word", rf"(?P<word>{_any(calendar.days)})(?<!USA TODAY)"
    if calendar.weekdays:
        turned = _turned("<WEEKDAY>", calendar)
        names = rf"(?<!\b(?:{calendar.holidays}) )(?:{turned}|<WEEKDAY>)"
        yield "weekday", rf"{names}(?! (?:{calendar.papers})\b)"
    yield "ago", calendar.ago
    yield from _year_shapes(calendar)


def _year_shapes(calendar: Calendar) -> Iterator[tuple[str, str]]:
    if calendar.spaced:
        yield "years", r"<Y>\s?[-–—]\s?(?P<year2>\d{4}|\d\d)(?!\d|[.,:\-]\d|%)"
        yield "year", r"(?<=\()<Y>(?=\))"
    yield "year", _after(calendar.in_year, "<Y>")
    yield "counted", _after(calendar.near_year, "<Y>")
    yield "year", f"<Y>(?= (?:{calendar.after_year}))"


def _turned(shape: str, calendar: Calendar) -> str:
    return f"<T> {shape}|{shape} <T>" if calendar.turn_follows else f"<T> {shape}"


def _after(words: str, shape: str) -> str:
    """`shape` where one of `words` stands before it, which is no part of the date."""
    # The look ahead costs little and spares most of the looks behind.
    return rf"(?={shape})(?<=(?<!{_BORDER})(?i:{words})(?: |(?<=[-'’]))){shape}"


def _names(names: Iterable[str], cased: bool, short: bool = True) -> str:
    """Names, the short ones among them with or without a point, or left out."""
    found = []
    for words in names:
        for word in sorted(words.split("|"), key=len, reverse=True):
            pointed = word in SHORT
            if short or not pointed:
                found.append(_any([word], cased) + (r"\.?" if pointed else ""))
    return "(?:" + "|".join(found) + ")" if found else "(?!)"


def _any(words: Iterable[str], cased: bool = False) -> str:
    longest = sorted(words, key=len, reverse=True)
    if cased:
        return "(?:" + "|".join(f"{w.capitalize()}|{w.upper()}" for w in longest) + ")"
    return "(?i:" + "|".join(map(regex.escape, longest)) + ")" if longest else "(?!)"


def _filled(shape: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        shape = shape.replace(f"<{name}>", part)
    return shape.replace("\\ ", " ").replace(" ", r"\s{1,2}")
