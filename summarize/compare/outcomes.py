"""Do two sentences tell outcomes that exclude each other: "approved" and "rejected"?"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from summarize.check.sides import Side
from summarize.compare.outcome_words import DENY, OUTCOMES, REFUSE
from summarize.text.patterns import search

REACH = 30  # characters before an outcome in which a denial turns it round

_BEGIN = {"ar": r"(?<!\p{L})[وفبل]?(?:ال)?", "zh": ""}


def opposed(one: Side, other: Side) -> bool | None:
    """Whether they tell opposite outcomes; None where no pair of outcomes is told by both."""
    if one.language != other.language:
        return None
    left = _told(one.text, one.language)
    if not any(side is not None for side in left):  # of most nothing is told
        return None
    right = _told(other.text, other.language)
    found = [a != b for a, b in zip(left, right, strict=True) if a is not None and b is not None]
    return any(found) if found else None


def denies(side: Side, *, refusing: bool = False) -> bool:
    """Whether a word denies something; with `refusing` also by what it means."""
    shapes = [DENY.get(side.language), REFUSE.get(side.language) if refusing else None]
    return any(search(shape, side.text.lower()) for shape in shapes if shape)


@lru_cache(maxsize=10_000)  # one statement is held against many
def _told(text: str, language: str) -> tuple[bool | None, ...]:
    """For each pair of outcomes whether the first is told, or the second; None for neither."""
    lowered = text.lower()
    return tuple(_which(lowered, shapes, language) for shapes in _rows(language))


def _which(
    text: str, shapes: tuple[regex.Pattern[str], regex.Pattern[str]], language: str
) -> bool | None:
    first, second = (shape.search(text) for shape in shapes)
    match = first or second
    if match is None or (first and second):
        return None
    before = text[max(0, match.start() - REACH) : match.start()]
    denied = denies(Side(before, language), refusing=True)
    return (first is not None) != denied


@cache
def _rows(language: str) -> tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...]:
    begin = _BEGIN.get(language, r"\b")
    return tuple(
        (regex.compile(f"{begin}(?:{one})"), regex.compile(f"{begin}(?:{other})"))
        for one, other in OUTCOMES.get(language, ())
    )
