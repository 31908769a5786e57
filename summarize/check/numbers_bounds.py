"""What belongs to a number besides its digits: on which side of it the truth lies, and its sign."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from summarize.check.amounts import Amount
from summarize.check.numbers_words import AFTER, BEFORE, MINUS_AFTER, MINUS_BEFORE
from summarize.text.patterns import compiled

_REACH = 30  # characters before a number in which its bound stands, and behind it
_UP = frozenset({"more", "least"})
_DOWN = frozenset({"less", "most"})
DEGREES = "degrees"


def other_bound(amount: Amount, equal: Amount) -> bool:
    """Whether a number of the claim is bounded where the passage's, of equal value, is not so.

    "At least 12" may be said of 12, and "more than 12" of "at least 12"; neither of "up to 12".
    "More than 12" is not said of 12 itself, nor of about 12.
    """
    mine, theirs = bound(amount), bound(equal)
    if not mine or mine == theirs:
        return False
    if {mine, theirs} <= _UP or {mine, theirs} <= _DOWN:
        return False
    return bool(theirs) or mine in ("more", "less")


@lru_cache(maxsize=20_000)
def bound(amount: Amount) -> str:
    """ "more", "less", "least", "most", or "" where the number has no bound."""
    before = amount.text[max(0, amount.start - _REACH) : amount.start].lower()
    found = [(match.start(), name) for name, shape in _before() if (match := shape.search(before))]
    if found:  # "no more than" begins before the "more than" in it
        return min(found)[1]
    after = amount.text[amount.end : amount.end + _REACH].lower()
    return next((name for name, shape in AFTER if compiled(shape).match(after)), "")


def with_bound(amount: Amount) -> str:
    """The number as its text writes it, with its bound and sign before it."""
    before = amount.text[max(0, amount.start - _REACH) : amount.start]
    starts = [match.start() for _, shape in _before() if (match := shape.search(before.lower()))]
    if sign := compiled(MINUS_BEFORE).search(before.lower()):
        starts.append(sign.start())
    return (before[min(starts) :] if starts else "").lstrip() + amount.shown


@cache
def _before() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    return tuple(
        (name, regex.compile(rf"(?<!\p{{L}})(?:{shape})(?:\s(?:a|an|the|les|de))?\s?$"))
        for name, shape in BEFORE
    )


def other_sign(amount: Amount, equal: Amount) -> bool:
    """Whether two temperatures differ in sign or scale. "Fell 2 percent" may be said of -2 %."""
    if amount.unit != DEGREES or equal.unit != DEGREES:
        return False
    scales = {_scale(amount), _scale(equal)} - {""}
    return len(scales) > 1 or _is_negative(amount) is not _is_negative(equal)


def _scale(amount: Amount) -> str:
    match = compiled(r"(?i)(?<![a-z])([cf])(?:elsius|ahrenheit)?$").search(amount.shown)
    return match[1].upper() if match else ""


@lru_cache(maxsize=20_000)
def _is_negative(amount: Amount) -> bool:
    before = amount.text[max(0, amount.start - _REACH) : amount.start].lower()
    after = amount.text[amount.end : amount.end + _REACH].lower()
    signed = compiled(MINUS_BEFORE).search(before) is not None
    return signed or compiled(MINUS_AFTER).match(after) is not None
