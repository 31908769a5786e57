"""Is every number of the claim in its passage, with its unit?

A number is there where the passage has the same value, in digits or words, or one that it rounds
(`rounding.py`). Kinds of finding:

- `currency`: the value is there in another currency only.
- `unit`: the value is there with another unit only, or a percentage as a plain number.
- `number`: the value is not there.

A plain number in the claim may have any unit in the passage. Where the languages differ only
values, percent and currencies are compared. Numbers of dates and clock times are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.check.amounts import Amount, amounts, like, parts
from summarize.check.rounding import rounds
from summarize.check.sides import Looked, Side
from summarize.claims import Finding
from summarize.text.unit_words import CURRENCY_FAMILIES, MONEY

LANGUAGES = frozenset("ar de en es fr hi pt ur vi zh".split())
# Of these the number words are known too: what is not found in such a passage is not there.
READ = LANGUAGES | {"ru"}
UNKNOWN = "und"
_FEW = 20  # up to here another language may have written it in words


def look(claim: Side, passage: Sequence[Side]) -> Looked:
    """Each number of the claim is an item; kinds of finding are number, currency and unit."""
    if claim.language not in LANGUAGES:
        return Looked()
    stated = [each for each in amounts(claim.text, claim.language, claim.day) if each.stated]
    if not stated:
        return Looked()
    findings, doubts = [], []
    for each in stated:
        if finding := _finding(each, claim.language, passage):
            (doubts if _unsure(each, passage) else findings).append(finding)
    return Looked(len(stated), tuple(findings), tuple(doubts))


def _finding(amount: Amount, language: str, passage: Sequence[Side]) -> Finding | None:
    other_unit: Amount | None = None
    for side in passage:
        for given in _read(side, language):
            if not _same_value(amount, given):
                continue
            if _same_unit(amount.unit, given.unit, _across(side, language)):
                return None
            other_unit = other_unit or given
    if _said_otherwise(amount, language, passage):
        return None
    if other_unit:
        both = amount.unit in MONEY and other_unit.unit in MONEY
        kind = "currency" if both else "unit"
        return Finding(kind, amount.shown, f"the passage says {other_unit.shown}")
    return Finding("number", amount.shown, _said(amount, language, passage))


def _read(side: Side, language: str) -> tuple[Amount, ...]:
    return amounts(side.text, language if side.language == UNKNOWN else side.language, side.day)


def _across(side: Side, language: str) -> bool:
    return side.language not in (language, UNKNOWN)


def _same_value(amount: Amount, given: Amount) -> bool:
    if any(value in given.values for value in amount.values):
        return True
    return any(rounds(amount, value, given) for value in given.values)


def _same_unit(unit: str | None, other: str | None, across: bool) -> bool:
    if unit is None or unit == other:
        return True
    if unit == "%" or other == "%":
        return False
    if unit in MONEY or other in MONEY:
        return unit in MONEY and any({unit, other} <= family for family in CURRENCY_FAMILIES)
    return across or other is None


def _said_otherwise(amount: Amount, language: str, passage: Sequence[Side]) -> bool:
    """Whether a word stands for the number: dozen, third, half of."""
    value = amount.values[0]
    for side in passage:
        spoken = language if side.language == UNKNOWN else side.language
        if amount.unit == "%":
            if any(abs(part - value) <= 1 for part in parts(side.text, spoken)):
                return True
        elif amount.unit not in MONEY and value in like(side.text, spoken):
            return True
    return False


def _unsure(amount: Amount, passage: Sequence[Side]) -> bool:
    """Whether a passage may write the number in words that are not known."""
    few = amount.values[0] <= _FEW and amount.values[0] == int(amount.values[0])
    return few and any(side.language not in READ | {UNKNOWN} for side in passage)


def _said(amount: Amount, language: str, passage: Sequence[Side]) -> str:
    """What the passage has instead: the closest number with the same unit."""
    there = [given for given in _others(amount, language, passage) if given.unit == amount.unit]
    if not there:
        return "no passage has this number"
    closest = min(there, key=lambda given: abs(given.values[0] - amount.values[0]))
    return f"the passage says {closest.shown}"


def _others(amount: Amount, language: str, passage: Sequence[Side]) -> Iterator[Amount]:
    for side in passage:
        yield from (given for given in _read(side, language) if given.stated)
