"""The quantities of a sentence: numbers with unit and estimate, without those that count nothing.

Left out are dates, years, clock times, ages, telephone numbers, scores, fractions, list marks,
ordinals, and numbers that are part of a name (Route 66, Article 50, COVID-19, G20).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

import regex

from summarize.text import patterns
from summarize.text.dates import dates
from summarize.text.figure_words import APPROXIMATE
from summarize.text.numerals import NumberMention, ascii_digits, numbers
from summarize.text.unit_words import CURRENCY_BEFORE, UNITS_AFTER

Approximate = Literal["", "about", "at least", "at most"]

# Dates are only looked for, not resolved: any day will do.
_SOME_DAY = date(2000, 6, 15)
_GAP = "[-‑ \u00a0\u202f\u2009]"
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]"
_YEAR = regex.compile(r"(?:1[6-9]|20)\d\d")
_SPAN = (
    r"https?://\S+|www\.\S+|[#@]\w*\d+"
    r"|\b\d{1,2}[:.h]\d\d\b(?!\s?%)(?=\s?(?:[ap]\.?m|h\b|GMT|UTC|[A-Z]{2,4}T\b))|\b\d{1,2}:\d\d\b"
    r"|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|o'?clock|o’clock|heures? du|h\s?\d\d\b|h\b)"
    r"|(?<!\w)\+?\d{1,4}[-. (]\d{2,4}[-. )]+\d{3,4}(?:[-. ]\d{2,4})*"
    r"|(?<![$€£\d.,])\d+\s?/\s?\d+|[\[(]\d+[\])]|^\W*\d{1,3}[.)]\s"
    r"|(?<=\p{Lu}[\p{L}.’'-]+\s?,\s)\d{1,3}(?=\s?[,.;)]|\s(?:was|is|and|of|from)\b)"
    r"|(?i:\b(?:aged?|ages|âgée?s? de|de edad|edades? de)\s(?:of\s|between\s|entre\s)?\d{1,3}"
    r"(?:\s?(?:to|and|-|–|à|et|y|a)\s?\d{1,3})?)"
    r"|\b\d{1,2}-year\s(?:boy|girl)\b|(?i:\d[\d,]*[-‑–\s](?:years?|months?|weeks?|days?)[-‑\s]olds?)"
    r"|(?i:\d{1,3}\s(?:ans|años)\b(?!\s(?:de\s(?!edad)|d')))|(?i:\d{1,3}\saños de edad)"
    r"|(?i:\b(?:won|lost|win|wins|beat|beaten|score[sd]?|voted?|by|ruling|ruled|defeated)\s+"
    r"\d{1,3}[-–]\d{1,3})"
    r"|(?i:\d{1,3}[-–]\d{1,3}\s(?:vote|victory|win|loss|lead|majority|defeat|ruling|decision|margin))"
    r"|\b\d{3,4}\s?(?:GMT|UTC|hrs)\b|(?<![$€£])\b(?:911|999)\b(?![.,]?\d)"
    r"|\d+\sblock\sof\b|(?i:\b(?:mother|father|parent|mum|mom|dad)\sof\s\w+)"
    r"|\d[\d,]*\s?(?:BCE?|AD|CE)\b"
    r"|\b\d+[A-Z]?\s(?:[NSEW]\.?\s)?(?:\p{Lu}[\p{L}.']*\s){0,3}"
    r"(?:Road|Rd|Street|St|Avenue|Ave|Boulevard|Blvd|Drive|Lane|Court|Highway|Way|Place)\b"
    r"|(?i:\b(?:lundi|mardi|la|las)\s\d{1,2}(?=\sde la\s(?:mañana|tarde|noche)))"
)
# The first characters of each shape in `_SPAN`; a letter before them rules out whole words only.
_OPENS_SPAN = re.compile(
    r"^|(?=[0-9+#@(\[]|https?://|www\.)|(?<![A-Za-z])"
    r"(?=(?i:ag|âg|de|ed|wo|lo|wi|be|sc|vo|by|ru|mo|fa|pa|mu|da|lu|ma|la))"
)
# Longer words that stand before the number of a thing.
_NUMBERED = (
    r"\b(?i:no|nos|nr|n°|nº|núm|número|numéro|number|route|highway|interstate|article|art|section|"
    r"chapter|page|pages|p|pp|room|grade|phase|channel|level|category|type|version|volume|vol|"
    r"fig|figs|ref|eq|tab|episode|season|chapitre|artículo|sección|flight|vuelo|vol|proposition|prop|title|amendment|"
    r"resolution|bill|day|week|exit|gate|pier|unit|block|formula|ward|district|precinct|game|round|"
    r"area|apollo|windows|size|figure|table|appendix|rule|act|scene|psalm|verse|track|lane|bus|"
    r"line|magnitude|ligne|line|top|under|over|least|unless)\.?\s?[-#]?$"
)
_NOT_NUMBERED = frozenset({"top", "under", "over", "least", "unless", "no", "magnitude"})
_ORDINAL = (
    r"(?:st|nd|rd|th|e|er|ère|re|ème|es|º|ª|°\b|s|'s|’s)(?![\p{L}])"
    r"|[-‑ ]?(?:third|fourth|fifth|quarter|half|tiers|quarts?|tercios?|cuartos?)s?\b"
)
_NOUN_AFTER = (
    r"\s(?!(?:and|or|the|was|is|in|on|at|to|of|for|from|by|with|has|had|que|dans|est|les|des|del)\b)"
    r"\p{Ll}{3,}"
)
# "4,300 years ago" is a date.
_PAST = (
    r"[-\s](?:year|month|week|day|hour|minute|decade)s?\s(?:ago|old|earlier|later|before|after)\b"
)


_PLAIN_YEAR = regex.compile(r"(?<![\d$€£.,])(?:19|20)\d\d(?![\d.,]\d|\d|%)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` is a number or range with its unit; `number` is where the digits start.

    `joined` is whether a hyphen ties it to the noun after it ("35-day shutdown"); `hedge` is
    where the estimate before it ("at least") starts.
    """

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None
    approximate: Approximate
    hedge: int
    is_word: bool
    joined: bool = False


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of one sentence, in order, disjoint."""
    plain = ascii_digits(text)
    skipped = _skipped(plain, language)
    found = [
        _with_unit(plain, first, last)
        for first, last in _ranges(plain, numbers(text, language))
        if not skipped[first.start] and not _names_something(plain, first, last)
    ]
    return tuple(_disjoint(found))


def periods(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where a month, a year or a span of days is named: a figure is as of that time."""
    when = dates(ascii_digits(text), language, _SOME_DAY)
    named = [(each.start, each.end) for each in when if each.precision not in ("day", "week")]
    years = _PLAIN_YEAR.finditer(ascii_digits(text))
    return (*named, *((match.start(), match.end()) for match in years))


def _disjoint(found: Sequence[Quantity]) -> Iterator[Quantity]:
    last = 0
    for each in found:
        if each.start >= last:
            last = each.end
            yield each


def _skipped(plain: str, language: str) -> bytearray:
    """1 at each place of what counts nothing: a date, a clock time, an age, an address."""
    mask = bytearray(len(plain))
    when = dates(plain, language, _SOME_DAY)
    for start, end in (*_uncounted(plain), *((each.start, each.end) for each in when)):
        mask[start:end] = b"\1" * (end - start)
    return mask


def _uncounted(plain: str) -> Iterator[tuple[int, int]]:
    """What `_SPAN` finds. It is tried only where one of its shapes may begin: 5 times faster."""
    end, pattern = 0, patterns.compiled(_SPAN)
    for opening in _OPENS_SPAN.finditer(plain):
        if opening.start() >= end and (match := pattern.match(plain, opening.start())):
            end = match.end()
            yield match.span()


def _ranges(
    plain: str, found: tuple[NumberMention, ...]
) -> Iterator[tuple[NumberMention, NumberMention]]:
    """Each number as (itself, itself); the ends of a range as (first, last)."""
    place = 0
    while place < len(found):
        first = found[place]
        last = found[place + 1] if place + 1 < len(found) else first
        if last is not first and _is_range(plain, first, last):
            if first.scale == 1.0 and last.scale > 1.0 and first.value < last.value / last.scale:
                first = replace(first, value=round(first.value * last.scale, 2))
            yield first, last
            place += 2
        else:
            yield first, first
            place += 1


def _is_range(plain: str, first: NumberMention, last: NumberMention) -> bool:
    between = plain[first.end : last.start]
    sign = rf"\s?(?:[{regex.escape('$€£¥')}])?"
    before = plain[max(0, first.start - 14) : first.start].lower()
    if first.value >= last.value * (1 if first.scale >= last.scale else last.scale):
        return False
    if patterns.fullmatch(rf"\s?[-–—‑]{sign}", between):
        return not patterns.search(r"[\p{L}\d]-?$", before)
    if patterns.fullmatch(rf"\s(?:and|et|y){sign}\s?", between):
        return bool(patterns.search(r"\b(?:between|entre)\s\S?$", before))
    to = patterns.fullmatch(rf"\s(?:to|à|a|bis){sign}\s?", between)
    return bool(to) and not patterns.search(r"\b(?:from|de|von|rose|fell|up|down)\s\S?$", before)


def _names_something(plain: str, first: NumberMention, last: NumberMention) -> bool:
    """Whether the number is part of a name, a code, an ordinal or a year."""
    before = plain[max(0, first.start - 30) : first.start]
    after = plain[last.end : last.end + 30]
    if patterns.match(_ORDINAL, after) or patterns.match(_PAST, after):
        return True
    if first.is_word:
        if patterns.search(r"(?i)\b(?:season|chapter|phase|grade|priority|page|number)\s$", before):
            return True
        return plain[first.start].isupper() and bool(patterns.search(r"[\p{L},]\s$", before))
    if patterns.search(rf"(?!{_UNSPACED})\p{{L}}[-‑–]?$", before) and not currency_before(before):
        return True
    if patterns.match(r"\p{L}", after) and not unit_after(after):
        return patterns.match(_UNSPACED, after) is None
    digits = plain[first.start : last.end]
    if _YEAR.fullmatch(digits) and not unit_after(after) and not currency_before(before):
        return True
    numbered = patterns.search(_NUMBERED, before)
    if numbered and numbered[0].strip(" .#-").lower() not in _NOT_NUMBERED:
        return True
    # "Boeing 737", but "in Elm 26 people"
    named = patterns.search(r"(?<![.!?]\s|^\W?)\p{Lu}[\p{L}.]+\s$", before) and not unit_after(
        after
    )
    placed = patterns.search(r"\b(?i:in|at|near|from|for|and|à|en|de)\s\p{Lu}[\p{L}.]+\s$", before)
    return bool(named) and not (placed and patterns.match(_NOUN_AFTER, after))


def _with_unit(plain: str, first: NumberMention, last: NumberMention) -> Quantity:
    start, end, unit = first.start, last.end, None
    value = first.value if first is last else (first.value, last.value)
    if sign := currency_before(plain[max(0, start - 6) : start]):
        start -= len(sign[0])
        unit = CURRENCY_BEFORE[sign[0].strip()]
    found = unit_after(plain[end : end + 40])
    joined = plain[end : end + 1] in ("-", "‑") and plain[end + 1 : end + 2].isalpha()
    if (found and unit in (None, found[1])) or (found and found[1] == "USD" and unit):
        end += found[0]
        unit = unit or found[1]
    if unit is None and patterns.search(
        r"(?i)\bmagnitude(?:[- ]of)?[- ]$", plain[max(0, start - 20) : start]
    ):
        unit = "magnitude"
    approximate, hedge = hedge_before(plain, start)
    if approximate == "" and patterns.match(r"\+|[ -](?:or more|plus)\b", plain[end : end + 9]):
        approximate = "at least"
    return Quantity(start, end, value, unit, approximate, hedge, first.is_word, joined)


def currency_before(before: str) -> regex.Match[str] | None:
    """The currency sign that ends `before`; its group 0 may end in white space."""
    return _currency_pattern().search(before)


@cache
def _currency_pattern() -> regex.Pattern[str]:
    signs = sorted(CURRENCY_BEFORE, key=len, reverse=True)
    return regex.compile(rf"(?<![\p{{L}}])(?:{'|'.join(map(regex.escape, signs))})\s?$")


def unit_after(after: str) -> tuple[int, str] | None:
    """Length and name of the unit at the start of `after`, the text right behind a number."""
    match = _unit_pattern().match(after)
    if match is None:
        return None
    name = UNITS_AFTER[int((match.lastgroup or "u0")[1:])][1]
    return match.end(), name or match[match.lastgroup or 0].lower()


@cache
def _unit_pattern() -> regex.Pattern[str]:
    shapes = (
        rf"(?P<u{place}>{shape.replace(' ', _GAP)})" for place, (shape, _) in enumerate(UNITS_AFTER)
    )
    # "5,7 milliards de dollars": the magnitude is followed by a preposition.
    return regex.compile(
        rf"{_GAP}?(?:d(?:e{_GAP}|['’]))?(?:{'|'.join(shapes)})(?:(?<=\p{{Han}})|(?![\p{{L}}\d]))",
        regex.I,
    )


def hedge_before(plain: str, start: int) -> tuple[Approximate, int]:
    """The estimate before the number, and where it starts; `start` itself without one."""
    before = plain[max(0, start - 30) : start]
    found: list[tuple[int, Approximate]] = []
    for name, pattern in _hedges():
        match = pattern.search(before)
        if match:
            found.append((match.start(), name))
    if not found:
        return "", start
    place, name = min(found)  # "no more than" begins before the "more than" in it
    return name, start - len(before) + place


@cache
def _hedges() -> tuple[tuple[Approximate, regex.Pattern[str]], ...]:
    names: tuple[Approximate, ...] = ("at least", "at most", "about")
    return tuple(
        (
            name,
            regex.compile(
                rf"(?<!\p{{L}})(?:{APPROXIMATE[name]})(?:\s(?:a|an|the|les|de))?\s?$", regex.I
            ),
        )
        for name in names
    )
