"""Thousands, millions, billions: numbers that no figure stands before.

One is in the passage where the same word stands there, or a figure of that magnitude. Where only
another such word stands there, it is a finding; where none does nothing is said, for a reader may
call what was added up millions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarize.check.sides import Side
from summarize.claims import Finding
from summarize.text.numerals import numbers
from summarize.text.patterns import compiled

_WORDS = {
    "ar": {"آلاف": 1e3, "ملايين": 1e6, "مليارات": 1e9},
    "de": {"tausende": 1e3, "tausenden": 1e3, "millionen": 1e6, "milliarden": 1e9},
    "en": {"hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12},
    "es": {"cientos": 1e2, "miles": 1e3, "millones": 1e6, "billones": 1e12},
    "fr": {"centaines": 1e2, "milliers": 1e3, "millions": 1e6, "milliards": 1e9},
    "hi": {"सैकड़ों": 1e2, "हजारों": 1e3, "हज़ारों": 1e3, "लाखों": 1e5, "करोड़ों": 1e7, "अरबों": 1e9},
    "pt": {"centenas": 1e2, "milhares": 1e3, "milhões": 1e6, "bilhões": 1e9, "trilhões": 1e12},
    "ur": {"سینکڑوں": 1e2, "ہزاروں": 1e3, "لاکھوں": 1e5, "کروڑوں": 1e7, "اربوں": 1e9},
}
_STEP = 1000


def multitudes(claim: Side, passage: Sequence[Side]) -> tuple[int, list[Finding]]:
    """How many of them the claim has, and those which the passage tells otherwise."""
    stated = _named(claim)
    findings = []
    for word, value in stated:
        others = [each for side in passage for each in _named(side)]
        there = any(value == other for _, other in others) or any(
            value <= number.value < value * _STEP
            for side in passage
            for number in numbers(side.text, side.language)
        )
        if others and not there:
            findings.append(Finding("number", word, f"the passage says {others[0][0]}"))
    return len(stated), findings


def _named(side: Side) -> tuple[tuple[str, float], ...]:
    return _words(side.text, side.language) if side.language in _WORDS else ()


@lru_cache(maxsize=50_000)
def _words(text: str, language: str) -> tuple[tuple[str, float], ...]:
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[tuple[str, float]]:
    lower = text.lower()
    if not any(word in lower for word in _WORDS[language]):
        return
    shape = "|".join(_WORDS[language])
    taken = [(each.start, each.end) for each in numbers(text, language)]
    for match in compiled(rf"(?i)(?<![\p{{L}}\p{{M}}])(?:{shape})(?![\p{{L}}\p{{M}}])").finditer(
        text
    ):
        if not any(start <= match.start() < end for start, end in taken):
            yield match[0], _WORDS[language][match[0].lower()]
