"""Parts, multiples and ordinals in words: "a third", "doubled", "the second quarter".

Each is held against those of its own kind that stand beside the same words in the passage, an
ordinal against those of the same noun. One that differs from them is a finding; one of which the
passage says nothing is left to a reader, who may have counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

import regex

from summarize.check.amounts import amounts
from summarize.check.numbers_words import MULTIPLES, ORDINALS
from summarize.check.sides import Side
from summarize.check.stems import stem
from summarize.claims import Finding
from summarize.text.like_numbers import PARTS
from summarize.text.words import tokens

Kind = Literal["part", "multiple", "ordinal"]
_TABLES: Mapping[Kind, Mapping[str, Sequence[tuple[str, float]]]] = {
    "part": PARTS,
    "multiple": MULTIPLES,
    "ordinal": ORDINALS,
}
_NEAR = 4  # words on each side that are compared
_REACH = 50  # characters in which they stand
_PERCENT_OFF = 5.0  # "a third" may be said of 35 percent, "nearly half" of 46
_UNSPACED = frozenset({"zh"})
# "The first half", "half-time", "a second time": no parts of a whole.
_NO_PART = r"(?<!\b(?:first|second|opening|other)\s)(?!half[- ]?time|half[- ]an?\b)"


@dataclass(frozen=True, slots=True)
class Worded:
    """A number in a word: what kind it is, and the stems around it, or that of its noun."""

    kind: Kind
    text: str
    value: float
    near: frozenset[str]


def worded(claim: Side, passage: Sequence[Side]) -> tuple[int, list[Finding]]:
    """How many of them the claim has, and those which the passage tells otherwise."""
    stated = _named(claim.text, claim.language)
    findings = []
    for each in stated:
        sides = [side for side in passage if side.language == claim.language]
        told = [one for side in sides for one in _named(side.text, side.language)]
        told = [one for one in told if one.kind == each.kind]
        if any(one.value == each.value for one in told) or _in_figures(each, sides):
            continue
        if others := [one for one in told if one.near & each.near]:
            findings.append(Finding("number", each.text, f"the passage says {others[0].text}"))
    return len(stated), findings


def _in_figures(each: Worded, sides: Sequence[Side]) -> bool:
    """Whether a number of the passage may say the same: 33 percent, 3 times, 100 percent more."""
    for amount in (a for side in sides for a in amounts(side.text, side.language, side.day)):
        value = amount.values[0]
        if each.kind == "part" and amount.unit == "%" and abs(value - each.value) <= _PERCENT_OFF:
            return True
        if each.kind == "multiple" and value in (each.value, 100 * (each.value - 1)):
            return True
    return False


@lru_cache(maxsize=50_000)
def _named(text: str, language: str) -> tuple[Worded, ...]:
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[Worded]:
    for kind, table in _TABLES.items():
        if language not in table:
            continue
        for match in _pattern(kind, language).finditer(text.lower()):
            value = table[language][int((match.lastgroup or "w0")[1:])][1]
            near = _near(text, match, kind, language)
            yield Worded(kind, text[match.start() : match.end()], value, near)


def _near(text: str, match: regex.Match[str], kind: Kind, language: str) -> frozenset[str]:
    after = tokens(text[match.end() : match.end() + _REACH])
    before = tokens(text[max(0, match.start() - _REACH) : match.start()])
    words = after[:1] if kind == "ordinal" else (*before[-_NEAR:], *after[:_NEAR])
    return frozenset(stem(word, language) for word in words) - {""}


@cache
def _pattern(kind: Kind, language: str) -> regex.Pattern[str]:
    shapes = "|".join(
        f"(?P<w{place}>{shape})" for place, (shape, _) in enumerate(_TABLES[kind][language])
    )
    lead = _NO_PART if kind == "part" else ""
    if language in _UNSPACED:
        return regex.compile(shapes)
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}\d]){lead}(?:{shapes})(?![\p{{L}}\p{{M}}])")
