"""The figures of a sentence: a number, its unit, and what it counts.

Two newspapers are said to differ where figures with equal keys have unequal values. So a figure
of which it is not sure what it counts has an empty `key`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from summarize.text.counted import counted
from summarize.text.fates import NOTHING
from summarize.text.numerals import NumberMention, ascii_digits, numbers
from summarize.text.quantities import Approximate, Quantity, quantities

__all__ = ["FigureMention", "NumberMention", "figures", "numbers"]

# "None of its 21 crew members was hurt" does not count 21 hurt.
_DENIED = regex.compile(
    r"\b(?:none|neither|not one|aucune?|ningun[oa])\b[^.;,]{0,20}$", regex.IGNORECASE
)
DENIAL = 40  # characters before the number in which it is looked for
# A sentence with more numbers is a table or a list of results.
TABLE = 40


@dataclass(frozen=True, slots=True)
class FigureMention:
    """`text[start:end]` is a figure with its unit: `value` is a number, or the ends of a range.

    `unit` is `%`, a currency, a measure or None; `what` is what is counted, as the text words it;
    `key` holds sorted stems that equal for the same counted thing, and is empty where the figure
    must not be compared, as where `is_part` says that it is no total.
    """

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None
    what: str
    key: tuple[str, ...]
    approximate: Approximate = ""
    is_part: bool = False


@lru_cache(maxsize=50_000)
def figures(text: str, language: str) -> tuple[FigureMention, ...]:
    """The figures of one sentence, in order, disjoint. Never raises."""
    if not 0 < len(numbers(text, language)) <= TABLE:
        return ()
    plain = ascii_digits(text)
    found = (_figure(plain, quantity, language) for quantity in quantities(text, language))
    return tuple(_unambiguous([figure for figure in found if figure is not None]))


def _figure(text: str, quantity: Quantity, language: str) -> FigureMention | None:
    if _DENIED.search(text[max(0, quantity.start - DENIAL) : quantity.start]):
        return None
    what = counted(text, quantity, language)
    if what == NOTHING and quantity.unit is None and quantity.is_word:
        return None  # "one of the", "the two": no noun, no figure
    return FigureMention(
        quantity.start,
        quantity.end,
        quantity.value,
        quantity.unit,
        what.what,
        tuple(sorted(what.key)),
        quantity.approximate,
        what.is_part,
    )


def _unambiguous(found: Sequence[FigureMention]) -> Sequence[FigureMention]:
    """Two values of one thing in one sentence ("from 12 to 17"): neither can be compared."""
    values = Counter((key, unit) for key, unit, _ in {(f.key, f.unit, f.value) for f in found})
    return [
        replace(figure, key=()) if values[figure.key, figure.unit] > 1 else figure
        for figure in found
    ]
