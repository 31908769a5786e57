"""The numbers of a sentence as a check compares them: value, unit, how exactly they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import zip_longest

from summarize.text.clock import times
from summarize.text.like_numbers import LIKE_NUMBERS, PARTS
from summarize.text.named_dates import named_dates
from summarize.text.numerals import NumberMention, ascii_digits, numbers
from summarize.text.patterns import compiled
from summarize.text.quantities import Approximate, currency_before, hedge_before, unit_after
from summarize.text.spelled import spelled
from summarize.text.unit_words import AMBIGUOUS, CURRENCY_BEFORE

_SIGN = 9  # characters before a number in which its currency stands
_UNIT = 40  # and after it its unit
# The name of a model, a virus, a road: G20, COVID-19, A380; the number of a list entry or a note.
_NAMED = r"\p{Latin}[-‑–]?$"
_MARKED = r"^\W*$"
_ENTRY = r"[.)]\s"
_HOUR = r"\d{1,2}\.[0-5]\d"
_HOUR_BEFORE = r"\b(?:a|de|desde|hasta|sobre) las?\s$"
_PER_CENT_BEFORE = r"(?:百分之|[%٪])\s?$"
# What makes one unit or magnitude of two numbers: "10 to 20 million", "12 and 14 percent".
_TIE = (
    r"\s?(?:--|[-–—‑~]|(?:to|and|or|à|et|ou|y|o|a|e|bis|und|oder|đến|và|hoặc|से|और|या|سے|اور|یا"
    r"|إلى|و|أو|до|и|или)(?!\p{L})|至|到|和|或)\s?(?:and\s|und\s)?[$€£¥]?"
)
_HYPHENS = frozenset({"-", "–", "—", "‑", "--"})
_AND_A_HALF = (
    r"(?:\s|[-‑])(?:and|et|y|e)[\s-](?:a[\s-]half|demie?|medi[ao]|mei[ao])"
    r"(?:\s(?P<scale>thousand|million|billion|trillion))?|\srưỡi"
)
_HALF_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_DOZEN = r"\s(?:dozen|douzaines?|docenas?|dutzend|dúzias?)\b"
_DECADE = r"['’]?s\b"
_LAST_CENTURY = 1900


@dataclass(frozen=True, eq=False)  # one is made once and looked up often: by identity it is fast
class Amount:
    """`text[start:end]` is a number with its unit; the number itself ends at `number_end`.

    `values` are its readings, the likeliest first ("10" in "10 to 20 million" is 10 million or
    10). `unit` is `%`, a currency, a measure or None. `raw` is how the number itself is written,
    `scale` its magnitude. `pair` are both numbers of a score or a range with a hyphen, `is_second`
    the latter of them. A claim is held to it where it is `stated`: not a part of a name, a date
    or a clock time, and not `one`.
    """

    text: str
    start: int
    end: int
    number_end: int
    values: tuple[float, ...]
    unit: str | None
    raw: str
    scale: float
    stated: bool
    pair: tuple[float, float] | None = None
    is_second: bool = False

    @property
    def shown(self) -> str:
        """The number with its unit, as the text writes it."""
        return self.text[self.start : self.end].strip(" -")

    @property
    def is_word(self) -> bool:
        """Whether no digit stands in it."""
        return self.raw.isalpha() or not any(map(str.isdecimal, self.raw))

    @cached_property
    def hedge(self) -> Approximate:
        """The estimate before it: about, at least, at most, or none."""
        plain = ascii_digits(self.text)
        found = hedge_before(plain, self.start)[0]
        if found == "" and compiled(r"\+|[ -](?:or more|plus)\b").match(plain, self.end):
            return "at least"
        return found

    @cached_property
    def written(self) -> float:
        """What its last digit counts: 1 of 12,345, 0.1 of 2.5, 100,000 of "1.2 million"."""
        digits = sum(char.isdecimal() for char in self.raw)
        whole = len(str(int(self.values[0] / self.scale)))
        if not digits:
            return self.significant if self.values[0] >= 1000 else 1.0
        return self.scale * 0.1 ** max(0, digits - whole)

    @cached_property
    def significant(self) -> float:
        """What its last digit that is not 0 counts: 1,000 of 12,000."""
        place = self.scale / 1000
        count = round(self.values[0] / place)
        while count and count % 10 == 0:
            count //= 10
            place *= 10.0
        return place


@lru_cache(maxsize=50_000)
def amounts(text: str, language: str, day: date | None) -> tuple[Amount, ...]:
    """Every number of a sentence published on `day`, in order, disjoint; also those of dates."""
    found = numbers(text, language)
    taken = [(each.start, each.end) for each in found]
    more = [
        (NumberMention(each.start, each.end, each.value, is_word=True), each.sure)
        for each in spelled(text, language)
        if not any(start < each.end and each.start < end for start, end in taken)
    ]
    if not found and not more:
        return ()
    plain = ascii_digits(text)
    when = [(each.start, each.end) for each in named_dates(text, language, day)]
    when += [(each.start, each.end) for each in times(text)]
    every = sorted([*((each, True) for each in found), *more], key=lambda each: each[0].start)
    read: list[Amount] = []
    for mention, sure in every:
        if not read or mention.start >= read[-1].end:  # "في المئة" is a unit, and holds a number
            read.append(_amount(text, plain, mention, when, sure))
    return tuple(_tied(plain, read))


def _amount(
    text: str, plain: str, number: NumberMention, when: Sequence[tuple[int, int]], sure: bool
) -> Amount:
    start, unit = number.start, None
    values, end = _readings(plain, number)
    before = plain[max(0, start - _SIGN) : start]
    sign = currency_before(before)
    stated = sure and not any(first <= start < last for first, last in when)
    stated = stated and _is_count(plain, number, bool(sign))
    if sign:
        start -= len(sign[0])
        unit = AMBIGUOUS.get(sign[0].strip()) or CURRENCY_BEFORE[sign[0].strip()]
    elif compiled(_PER_CENT_BEFORE).search(before):
        unit = "%"
    after = unit_after(plain[end : end + _UNIT])
    if after and (unit in (None, after[1]) or after[1] == "USD"):
        end += after[0]
        unit = unit or after[1]
    raw = plain[number.start : number.end]
    return Amount(text, start, end, number.end, values, unit, raw, number.scale, stated)


def _is_count(plain: str, number: NumberMention, has_sign: bool) -> bool:
    """Whether the number says how many, not which one."""
    if number.is_word:
        named = plain[number.start].isupper() and not compiled(_MARKED).match(plain[: number.start])
        return number.value != 1 and not named
    before = plain[max(0, number.start - _SIGN) : number.start]
    digits = plain[number.start : number.end]
    if compiled(_HOUR_BEFORE).search(before) and compiled(_HOUR).fullmatch(digits):
        return False
    if not has_sign and compiled(_NAMED).search(plain[max(0, number.start - 2) : number.start]):
        return False
    if compiled(_ENTRY).match(plain, number.end):
        return compiled(_MARKED).match(plain[: number.start]) is None
    return plain[number.start - 1 : number.start] != "["


def _readings(plain: str, number: NumberMention) -> tuple[tuple[float, ...], int]:
    """What the number with the words right behind it may mean, and where these end."""
    value, end = number.value, number.end
    if half := compiled(_AND_A_HALF).match(plain, end):
        scale = _HALF_SCALES.get(half["scale"] or "", number.scale)
        return ((value / number.scale + 0.5) * scale, value), half.end()
    if dozen := compiled(_DOZEN).match(plain, end):
        return (value * 12, value), dozen.end()
    if 20 <= value <= 90 and not number.is_word and compiled(_DECADE).match(plain, end):
        return (value, value + _LAST_CENTURY), end
    return (value,), end


def _tied(plain: str, read: Sequence[Amount]) -> Iterator[Amount]:
    """Each amount with what it shares with its neighbours."""
    last: Amount | None = None
    for each, following in zip_longest(read, read[1:]):
        if following and _is_tie(plain, each.number_end, following.start):
            each = _with_that_of(each, following)
            if plain[each.number_end : following.start].strip() in _HYPHENS:
                each = replace(each, pair=(each.values[0], following.values[0]))
        if last and last.pair and not last.is_second:
            each = replace(each, pair=last.pair, is_second=True)
        if last and each.unit is None and _is_tie(plain, last.end, each.start):
            each = replace(each, unit=last.unit if _is_sign(plain, last) else None)
        yield each
        last = each


def _is_tie(plain: str, end: int, start: int) -> bool:
    return compiled(_TIE).fullmatch(plain, end, start) is not None


def _is_sign(plain: str, amount: Amount) -> bool:
    """Whether the unit stands before the number, as in "$10 to 12"."""
    return not plain[amount.start].isalnum()


def _with_that_of(amount: Amount, following: Amount) -> Amount:
    if amount.scale == 1.0 < following.scale and amount.values[0] < following.values[0]:
        values = (round(amount.values[0] * following.scale, 2), *amount.values)
        amount = replace(amount, values=values)
    if amount.unit is None and following.unit:
        amount = replace(amount, unit=following.unit)
    return amount


@lru_cache(maxsize=20_000)
def like(text: str, language: str) -> frozenset[float]:
    """The values of words that say a number without being one: dozen, third, twice."""
    known = LIKE_NUMBERS.get(language, {})
    words = compiled(r"[\p{L}\p{M}]+").findall(text.lower()) if known else ()
    return frozenset(known[word] for word in words if word in known)


@lru_cache(maxsize=20_000)
def parts(text: str, language: str) -> frozenset[float]:
    """The parts of a whole that a text names, in per cent: 50 for half."""
    lower = text.lower()
    return frozenset(
        value
        for shape, value in PARTS.get(language, ())
        if compiled(rf"(?<!\p{{L}})(?:{shape})(?!\p{{L}})").search(lower)
    )
