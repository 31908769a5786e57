"""Is every number of the claim in its passage, with its unit?

A number is there where the passage has the same value, in digits or words, or one that it rounds
(`rounding.py`). It is not where that value counts something else there, and the same thing is
counted with another (`roles.py`). Kinds of finding:

- `currency`: the value is there in another currency only.
- `unit`: the value is there with another unit only, or a percentage as a plain number.
- `number`: the value is not there, or is that of something else.

A small number of which the passage says nothing is a doubt: a reader can count three films that
are named. A plain number in the claim may have any unit in the passage. Where the languages differ
only values, percent and currencies are compared. Numbers of dates and clock times are left to
`dates.py`, but for a year that stands where the passage has another one. Nothing is looked at in a
language whose numbers are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.check.amounts import Amount, amounts, like, parts
from summarize.check.multitudes import multitudes
from summarize.check.numbers_bounds import other_bound, other_sign, with_bound
from summarize.check.numbers_placed import displaced
from summarize.check.numbers_worded import worded
from summarize.check.roles import YEAR, Role, alike, compare, unit
from summarize.check.rounding import rounds
from summarize.check.sides import Looked, Side
from summarize.claims import Finding
from summarize.text.patterns import compiled
from summarize.text.unit_words import CURRENCY_FAMILIES, MONEY

LANGUAGES = frozenset({"ar", "de", "en", "es", "fr", "hi", "pt", "ur", "vi", "zh"})
# Of these the number words are known too: what is not found in such a passage is not there.
READ = LANGUAGES | {"ru"}
UNKNOWN = "und"
COUNTABLE = 100  # a larger number is not made by counting, nor is money or a share
CLOSE = 0.1  # two numbers as close as this count the same thing, whatever it is called
# Numbers further apart do not take each other's place; nor those of which it is not even known
# whether they count the same thing.
TENFOLD = 10
TWOFOLD = 2
# So many more words must a number have in common with the claim's than that of equal value has.
# Measured with benchmarks/check_facts.py, together with dates: false alarms on 0.5 % of items (0.9
# with 3), numbers of the same article found 73 % (79 with 3, 58 without this rule).
MISPLACED = 4
NOWHERE = "no passage has this number"
NOT_READ = "a number in signs that are not read"
_UNREAD = r"(?:(?![⁰¹²³⁴-⁹₀-₉])[\p{No}\p{Nl}])+"  # circled, Roman, fractions; no exponents


@dataclass(frozen=True)
class _Given:
    """A number of the passage, and whether it is in another language than the claim."""

    amount: Amount
    across: bool


@dataclass(frozen=True)
class _Asked:
    """All numbers that a claim states, those of its passage, and the sentences of that."""

    language: str
    values: frozenset[float]
    given: Sequence[_Given]
    passage: Sequence[Side]


def look(claim: Side, passage: Sequence[Side]) -> Looked:
    """Each number of the claim is an item; kinds of finding are number, currency and unit."""
    if claim.language not in LANGUAGES:
        return Looked()
    items, many = _in_words(claim, passage)
    doubts = dict.fromkeys(_unread(claim, passage))
    every = amounts(claim.text, claim.language, claim.day)
    if not every:
        return Looked(items, tuple(many), tuple(doubts))
    values = frozenset(value for each in every for value in each.values)
    asked = _Asked(claim.language, values, [*_given(claim.language, passage)], passage)
    findings = dict.fromkeys(many)
    for each in every:
        items += each.stated
        finding = _finding(each, asked) if each.stated else _other_year(each, asked)
        if finding:
            unsure = finding.why == NOWHERE and _unsure(each, asked)
            (doubts if unsure else findings)[finding] = None
    told = [given.amount for given in asked.given if not given.across]
    for amount, other in displaced(every, told, claim.language):
        if all(amount.shown != each.text for each in findings):
            why = f"the passage says {other.shown} here"
            findings[Finding("number", amount.shown, why)] = None
    return Looked(items, tuple(findings), tuple(doubts))


def _in_words(claim: Side, passage: Sequence[Side]) -> tuple[int, list[Finding]]:
    """What the claim states with no figure, and those which the passage tells otherwise."""
    (one, many), (two, words) = multitudes(claim, passage), worded(claim, passage)
    return one + two, many + words


def _unread(claim: Side, passage: Sequence[Side]) -> Iterator[Finding]:
    """Numbers in signs that are not read, and that the passage does not have as they are."""
    for match in compiled(_UNREAD).finditer(claim.text):
        if not any(match[0] in side.text for side in passage):
            yield Finding("number", match[0], NOT_READ)


def _given(language: str, passage: Sequence[Side]) -> Iterator[_Given]:
    for side in passage:
        known = language if side.language == UNKNOWN else side.language
        for amount in amounts(side.text, known, side.day):
            yield _Given(amount, known != language)


def _finding(amount: Amount, asked: _Asked) -> Finding | None:
    if amount.pair and (other := _other_pair(amount.pair, asked)):
        return Finding("number", _joined(amount.pair), f"the passage says {_joined(other)}")
    equal = [given for given in asked.given if _same_value(amount, given.amount)]
    fitting = [given for given in equal if _same_unit(amount.unit, given)]
    if differing := _differing(amount, fitting, asked):
        return differing
    if any(each.across or _role(amount, each, asked) is not Role.OTHER for each in fitting):
        return None
    rival = _rival(amount, asked, Role.SAME)
    if fitting and not rival:
        return None
    if (amount.is_word or not rival) and _said_otherwise(amount, asked):
        return None
    if equal and not fitting:
        there = equal[0].amount
        kind = "currency" if {amount.unit, there.unit} <= MONEY else "unit"
        return Finding(kind, amount.shown, f"the passage says {there.shown}")
    if not rival and not amount.is_word:
        rival = _rival(amount, asked, Role.UNKNOWN)
    return Finding("number", amount.shown, f"the passage says {rival.shown}" if rival else NOWHERE)


def _other_year(amount: Amount, asked: _Asked) -> Finding | None:
    """A finding where a date has a year that stands elsewhere in the passage, not there."""
    if unit(amount) != YEAR:
        return None
    fitting = [given for given in asked.given if _same_value(amount, given.amount)]
    return _differing(amount, fitting, asked)


def _differing(amount: Amount, fitting: Sequence[_Given], asked: _Asked) -> Finding | None:
    """A finding where the number is there, but in another place, or with another bound or sign."""
    if misplaced := _misplaced(amount, fitting, asked):
        return Finding("number", amount.shown, f"the passage says {misplaced.shown}")
    if amount.stated and (other := _other_bound(amount, fitting)):
        return Finding("number", with_bound(amount), f"the passage says {with_bound(other)}")
    return None


def _other_bound(amount: Amount, fitting: Sequence[_Given]) -> Amount | None:
    """A number of equal value, where each such one has another bound or sign than the claim's."""
    exact = [given.amount for given in fitting if amount.values[0] in given.amount.values]
    if len(exact) != len(fitting) or any(given.across for given in fitting):
        return None
    others = (other_bound(amount, each) or other_sign(amount, each) for each in exact)
    return exact[0] if exact and all(others) else None


def _misplaced(amount: Amount, fitting: Sequence[_Given], asked: _Asked) -> Amount | None:
    """The number that stands in the passage where the claim has one from elsewhere in it."""
    if not fitting or any(each.across for each in fitting):
        return None
    needed = max(alike(amount, each.amount) for each in fitting) + MISPLACED
    for each in asked.given:
        other = each.amount
        if (
            not each.across
            and not asked.values.intersection(other.values)
            and (other.stated or unit(other) == YEAR)
            and unit(other) == unit(amount)
            and _within(TENFOLD, amount, other)
            and alike(amount, other) >= needed
        ):
            return other
    return None


def _role(amount: Amount, given: _Given, asked: _Asked) -> Role:
    return compare(amount, given.amount, asked.language)


def _same_value(amount: Amount, given: Amount) -> bool:
    if any(value in given.values for value in amount.values):
        return True
    return any(rounds(amount, value, given) for value in given.values)


def _same_unit(unit: str | None, given: _Given) -> bool:
    other = given.amount.unit
    if unit is None or unit == other:
        return True
    if "%" in (unit, other):
        return False
    if unit in MONEY or other in MONEY:
        return any({unit, other} <= family for family in CURRENCY_FAMILIES)
    return given.across or other is None


def _other_pair(pair: tuple[float, float], asked: _Asked) -> tuple[float, float] | None:
    """A score or range of the passage with one of both numbers; None where the claim's is there."""
    pairs = [given.amount.pair for given in asked.given if given.amount.pair]
    if any(sorted(each) == sorted(pair) for each in pairs):
        return None
    return next((each for each in pairs if {*each} & {*pair}), None)


def _joined(pair: tuple[float, float]) -> str:
    return f"{pair[0]:g}-{pair[1]:g}"


def _rival(amount: Amount, asked: _Asked, role: Role) -> Amount | None:
    """What the passage counts instead: the closest number of the same unit with that role."""
    weak = role is Role.UNKNOWN
    there = [
        given.amount
        for given in asked.given
        if not given.across
        and given.amount.stated
        and not asked.values.intersection(given.amount.values)
        and unit(given.amount) == unit(amount)
        and (not weak or _within(TWOFOLD, amount, given.amount))
        and bool(given.amount.pair) == bool(amount.pair)
        and (_role(amount, given, asked) is role or (weak and _close(amount, given.amount)))
    ]
    return min(there, key=lambda each: abs(each.values[0] - amount.values[0]), default=None)


def _within(times: int, amount: Amount, given: Amount) -> bool:
    """Whether neither number is more than so many times the other."""
    mine, theirs = amount.values[0], given.values[0]
    return mine <= times * theirs and theirs <= times * mine


def _close(amount: Amount, given: Amount) -> bool:
    return abs(amount.values[0] - given.values[0]) <= CLOSE * given.values[0]


def _said_otherwise(amount: Amount, asked: _Asked) -> bool:
    """Whether a word stands for the number: dozen, third, half of."""
    value = amount.values[0]
    for side in asked.passage:
        spoken = asked.language if side.language == UNKNOWN else side.language
        if amount.unit == "%":
            if any(abs(part - value) <= 1 for part in parts(side.text, spoken)):
                return True
        elif amount.unit not in MONEY and value in like(side.text, spoken):
            return True
    return False


def _unsure(amount: Amount, asked: _Asked) -> bool:
    """Whether a reader may have counted it, or the passage says it in words that are not known."""
    value = amount.values[0]
    few = value <= COUNTABLE and value == int(value)
    if not few or amount.unit == "%" or amount.unit in MONEY:
        return False
    languages = {side.language for side in asked.passage} - {asked.language, UNKNOWN}
    return not languages or not languages <= READ
