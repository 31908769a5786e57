"""Publication dates, as news writes them; never guessed.

1. ISO 8601: a date, or a date and time. Without a zone only the date is kept.
2. RFC 2822, as feeds and mail write it.
3. Seconds (or milliseconds) since 1970.
4. With the month as a word, in English, French or Spanish; 2026年3月10日.
5. Numbers in an order that can only be meant one way: 25/03/2026, but not 10/03/2026.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

# Outside lie default values of programs (0001-01-01) and times that overflow in another zone.
EARLIEST, LATEST = 1600, 2200  # years

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv enero ene",
            "february feb février fevrier févr fevr febrero",
            "march mar mars marzo",
            "april apr avril avr abril abr",
            "may mai mayo",
            "june jun juin junio",
            "july jul juillet juil julio",
            "august aug août aout agosto ago",
            "september sept sep septembre septiembre setiembre",
            "october oct octobre octubre",
            "november nov novembre noviembre",
            "december dec décembre decembre déc diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAY = r"(?:[^\W\d]{3,10}\.?,?\s+)?"
_TIME = r"(?:,?\s+(?:at|à|a las)?\s*\d{1,2}\s*[:.h].*)?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s+(?:of\s+|de\s+)?([^\W\d]+)\.?,?\s+"
    rf"(?:de[l]?\s+)?(\d{{4}}){_TIME}"
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}([^\W\d]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}"
)
_YEAR_FIRST = re.compile(r"(\d{4})(?:/|\.|年)(\d{1,2})(?:/|\.|月)(\d{1,2})日?")
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ZONE_NAME = re.compile(r"\s?(?:UTC|GMT)$", re.IGNORECASE)
_RFC_2822 = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
LONGEST = 60  # characters; no date is longer


def parse(text: str) -> date | datetime | None:
    """The date, or the aware datetime; None where `text` is neither or can be read two ways."""
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        return None
    for way in (_iso, _rfc_2822, _epoch, _worded, _numbers):
        try:
            found = way(text)
        except (ValueError, OverflowError, OSError):
            continue
        if found is not None:
            return found if EARLIEST <= found.year < LATEST else None
    return None


def _precise(moment: datetime) -> date | datetime:
    """A time without a zone could be any of two dozen moments: only its date is sure."""
    return moment.date() if moment.utcoffset() is None else moment


def _iso(text: str) -> date | datetime | None:
    if len(text) <= len("2026-03-10"):
        return date.fromisoformat(text)
    return _precise(datetime.fromisoformat(_ZONE_NAME.sub("+00:00", text)))


def _rfc_2822(text: str) -> date | datetime | None:
    return _precise(parsedate_to_datetime(text)) if _RFC_2822.match(text) else None


def _epoch(text: str) -> datetime | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1_000 if len(text.split(".")[0]) > 10 else seconds, UTC)


def _worded(text: str) -> date | None:
    lower = text.casefold()
    if match := _DAY_FIRST.fullmatch(lower):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(lower):
        month, day, year = match.groups()
    else:
        return None
    number = _MONTHS.get(month)
    return date(int(year), number, int(day)) if number else None


def _numbers(text: str) -> date | None:
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
        return date(year, month, day)
    if match := _NUMBERS.fullmatch(text):
        first, second, year = map(int, match.groups())
        if first > 12 or first == second:
            return date(year, second, first)
        if second > 12:
            return date(year, first, second)
    return None
