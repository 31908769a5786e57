"""Do two sentences tell outcomes that exclude each other: "approved" and "rejected"?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

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
    found = [
        left != right
        for left, right in zip(_told(one), _told(other), strict=True)
        if left is not None and right is not None
    ]
    return any(found) if found else None


def denies(side: Side, *, refusing: bool = False) -> bool:
    """Whether a word denies something; with `refusing` also by what it means."""
    shapes = [DENY.get(side.language), REFUSE.get(side.language) if refusing else None]
    return any(search(shape, side.text.lower()) for shape in shapes if shape)


def _told(side: Side) -> Iterator[bool | None]:
    """For each pair of outcomes whether the first is told, or the second; None for neither."""
    text = side.text.lower()
    for shapes in _rows(side.language):
        matches = [shape.search(text) for shape in shapes]
        first, second = matches
        match = first or second
        if match is None or (first and second):
            yield None
        else:
            before = text[max(0, match.start() - REACH) : match.start()]
            denied = denies(Side(before, side.language), refusing=True)
            yield (first is not None) != denied


@cache
def _rows(language: str) -> tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...]:
    begin = _BEGIN.get(language, r"\b")
    return tuple(
        (regex.compile(f"{begin}(?:{one})"), regex.compile(f"{begin}(?:{other})"))
        for one, other in OUTCOMES.get(language, ())
    )
