"""Dozens, hundreds, thousands, millions: numbers that no figure stands before.

One is in the passage where a word for as many stands there, or a figure of that magnitude. It is a
finding where the passage has another such word only, or counts the same things with a figure that
is smaller or larger. Else nothing is said, for a reader may call what was added up millions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from summarize.check.amounts import amounts
from summarize.check.multitudes_words import MULTITUDES
from summarize.check.numbers_placed import own_words
from summarize.check.sides import Side
from summarize.check.stems import stem
from summarize.claims import Finding
from summarize.text.numerals import numbers
from summarize.text.patterns import compiled
from summarize.text.words import tokens

# Content words next to both that make it the same things that are counted. With 1, "people" would.
SAME = 2
_WORDS = 6  # on each side, among which they are looked for
_ASIDE = r"[.,;:!?()\"“”«»，。；]"


@dataclass(frozen=True, slots=True)
class Multitude:
    """A word for from `least` to below `most` of something; `near` are the stems around it."""

    text: str
    least: float
    most: float
    near: frozenset[str]

    def has(self, value: float) -> bool:
        """Whether so many may be called that."""
        return self.least <= value < self.most


def multitudes(claim: Side, passage: Sequence[Side]) -> tuple[int, list[Finding]]:
    """How many of them the claim has, and those which the passage tells otherwise."""
    stated = _named(claim)
    findings = []
    for each in stated:
        others = [other for side in passage for other in _named(side)]
        figures = [number.value for side in passage for number in numbers(side.text, side.language)]
        if any(each.has(other.least) for other in others) or any(map(each.has, figures)):
            continue
        if told := others[0].text if others else _counted(each, claim, passage):
            findings.append(Finding("number", each.text, f"the passage says {told}"))
    return len(stated), findings


def _counted(multitude: Multitude, claim: Side, passage: Sequence[Side]) -> str:
    """The figure of the passage that counts the same things; "" without one."""
    for side in passage:
        found = amounts(side.text, side.language, side.day)
        if side.language != claim.language or not found:
            continue
        words = own_words(found, side.language)
        for amount in found:
            if amount.stated and not amount.unit and len(multitude.near & words[amount]) >= SAME:
                return amount.shown
    return ""


def _named(side: Side) -> tuple[Multitude, ...]:
    return _words(side.text, side.language) if side.language in MULTITUDES else ()


@lru_cache(maxsize=50_000)
def _words(text: str, language: str) -> tuple[Multitude, ...]:
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[Multitude]:
    matches = list(_pattern(language).finditer(text.lower()))
    taken = [(each.start, each.end) for each in numbers(text, language)] if matches else ()
    for match in matches:
        if any(start <= match.start() < end for start, end in taken):
            continue
        least, most = MULTITUDES[language][int((match.lastgroup or "m0")[1:])][1]
        before = tokens(compiled(_ASIDE).split(text[: match.start()])[-1])[-_WORDS:]
        after = tokens(compiled(_ASIDE).split(text[match.end() :], 1)[0])[:_WORDS]
        near = frozenset(stem(word, language) for word in (*before, *after)) - {""}
        yield Multitude(text[match.start() : match.end()], least, most, near)


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    """All of them; in `MULTITUDES` the longer ones stand before those they begin with."""
    shapes = "|".join(
        f"(?P<m{place}>{shape})" for place, (shape, _) in enumerate(MULTITUDES[language])
    )
    if language == "zh":
        return regex.compile(shapes)
    prefix = r"[وبل]?" if language == "ar" else ""
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}]){prefix}(?:{shapes})(?![\p{{L}}\p{{M}}])")
