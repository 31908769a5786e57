"""Clock times in a text, so that `9.30am`, `9:30 a.m.` and `09:30` are one time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

_TIME = regex.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|\b(?P<hour>\d{1,2}):(?P<minute>\d\d)(?!\d|[:.]\d)"
    r"|\b(?P<hour>\d{1,2})\s?(?:h|heures?)(?:\s?(?P<minute>\d\d))?\b",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """`text[start:end]` names the time `iso`, as `09:30`."""

    start: int
    end: int
    iso: str


@lru_cache(maxsize=50_000)
def times(text: str) -> tuple[TimeMention, ...]:
    """The clock times in `text`, in order; what is no time of a day is left out."""
    found = []
    for match in _TIME.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        if hour < 24 and minute < 60:
            found.append(TimeMention(match.start(), match.end(), f"{hour:02}:{minute:02}"))
    return tuple(found)
