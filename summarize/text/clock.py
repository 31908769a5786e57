"""Clock times in a text, so that `9.30am`, `9:30 a.m.` and `09:30` are one time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from summarize.text import clock_words as words

_DIGIT = regex.compile(r"\d")
_LONGEST_HALF = 14  # characters of the text before an hour that may name the half of the day


@dataclass(frozen=True, slots=True)
class TimeMention:
    """`text[start:end]` names the time `iso`, as `09:30`.

    `certain` is False where it may as well be twelve hours later: "2 o'clock", "at 2:30".
    """

    start: int
    end: int
    iso: str
    certain: bool = True

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return int(self.iso[:2]) * 60 + int(self.iso[3:])


@lru_cache(maxsize=50_000)
def times(text: str) -> tuple[TimeMention, ...]:
    """The clock times in `text`, in order; what is no time of a day is left out."""
    named = [
        TimeMention(match.start(), match.end(), words.NAMED[match[0]])
        for match in _named().finditer(text)
    ]
    if not _DIGIT.search(text):
        return tuple(named)
    found = [_time(text, match) for match in _pattern().finditer(text)]
    return tuple(sorted([*named, *(time for time in found if time)], key=lambda each: each.start))


def _time(text: str, match: regex.Match[str]) -> TimeMention | None:
    hour = int(match["hour"])
    minute = 30 if match["thirty"] else int(match["minute"] or 0)
    half = _half(text, match)
    if hour >= 24 or minute >= 60 or (half and hour > 12 and match["half"]):
        return None
    if half:
        hour = _turned(hour, half)
    certain = bool(half) or hour > 12 or match["hour"].startswith("0")
    return TimeMention(match.start(), match.end(), f"{hour:02}:{minute:02}", certain)


def _half(text: str, match: regex.Match[str]) -> str | None:
    if match["half"]:
        return "pm" if match["half"].lower() == "p" else "am"
    if match["after"]:
        return words.HALVES[match["after"].lower()]
    head = text[max(0, match.start() - _LONGEST_HALF) : match.start()]
    before = _half_before().search(head)
    return words.HALVES[before[1]] if before else None


def _turned(hour: int, half: str) -> int:
    """The hour of 24: "12 p.m." is 12, "2 at night" is 2, "9 at night" is 21."""
    if hour > 12:
        return hour
    early = {"noon": hour in (10, 11), "night": hour < 6 or hour == 12}
    return hour % 12 + (0 if early.get(half, half == "am") else 12)


@cache
def _pattern() -> regex.Pattern[str]:
    halves = "|".join(map(regex.escape, sorted(words.HALVES, key=len, reverse=True)))
    hour, minute = r"(?<![\p{Latin}\d]|\d[:.,])(?P<hour>\d{1,2})(?!\d)", r"(?P<minute>\d\d)"
    after = rf"(?:\s?(?P<after>{halves})(?!\w))"
    end = r"(?!\d|[:.,]\d|\s?%)"
    shapes = (
        rf"(?:[:.]{minute})?\s?(?P<half>[ap])\.?\s?m\b\.?",
        # "8-10 a.m.": the first of them
        rf"(?:[:.]{minute})?(?=\s?(?:[-–—]|to|and|until)\s?\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b)",
        rf"(?:[:.]{minute})?\s?(?:{words.HOUR})(?!\w)(?:\s{minute}(?!\d))?{after}?",
        rf":{minute}(?!\d|[:.]\d){after}?",
        rf"\s?h(?:\s?{minute})?(?!\w)",
        rf"[点點时時](?:{minute}分?|(?P<thirty>半))?",
        rf"\s(?:{words.HOUR_OR_HOURS})(?:\s{minute})?{after}",
        rf"\s(?:{words.HOUR_OR_HOURS})(?<=(?<!\w)(?:{words.BEFORE_HOURS})\s\d+\s\w+)(?!\w)"
        rf"(?:\s{minute}(?!\d))?",
        rf"(?<=(?<!\w)(?:{words.BEFORE_HOUR})\s\d+){end}{after}",
        rf"(?<=(?<!\w)(?:{words.BEFORE_HOUR_ALONE})\s\d+){end}",
    )
    return regex.compile(f"{hour}(?:{'|'.join(shapes)})", regex.IGNORECASE)


@cache
def _named() -> re.Pattern[str]:
    latin = "|".join(word for word in words.NAMED if word[0].isascii())
    return re.compile(rf"(?<![\w’'-])(?:{latin}|nửa đêm)(?![\w-])|正午|午夜")


@cache
def _half_before() -> regex.Pattern[str]:
    halves = "|".join(map(regex.escape, sorted(words.HALVES, key=len, reverse=True)))
    return regex.compile(rf"({halves})\s?$")
