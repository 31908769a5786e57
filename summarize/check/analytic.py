"""Warnings about analytic language, after ICD 203: nothing here makes a claim unsupported.

1. Two words for different degrees of likelihood about one thing: "likely or almost certain".
2. Words of both columns of likelihood in one text: "unlikely" here, "improbable" there.
3. Likelihood and confidence in one sentence.
4. An opinion that is nobody's: "it is feared", "some believe", a sentence that begins "Slams …".

What stands in quotation marks is somebody else's language and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from summarize.check.likelihood_words import CONFIDENCE, LIKELIHOOD, NOBODY, TWO_THINGS
from summarize.claims import Finding
from summarize.text import patterns
from summarize.text.sentences import tile

_QUOTED = r"\"[^\"]*\"|“[^“”]*”"


@dataclass(frozen=True, slots=True)
class _Likely:
    """A word of likelihood: its place, and its row and column in ICD 203."""

    start: int
    end: int
    text: str
    row: int
    column: int


def lint(text: str, language: str) -> tuple[Finding, ...]:
    """What to reword in `text`; nothing for languages other than English."""
    if language != "en":
        return ()
    own = patterns.compiled(_QUOTED).sub(lambda quoted: " " * len(quoted[0]), text)
    sentences = [own[start:end] for start, end in tile(own, language)]
    found = [finding for sentence in sentences for finding in _of_sentence(sentence)]
    return (*found, *_columns(own))


def _of_sentence(sentence: str) -> Iterator[Finding]:
    likely = _likelihood(sentence)
    yield from _rows(sentence, likely)
    sure = patterns.search(rf"(?i)\b{CONFIDENCE}\b", sentence)
    if sure and likely:
        why = f"likelihood ({likely[0].text}) and confidence in one sentence"
        yield Finding("confidence", sure[0], why)
    for shape in NOBODY:
        if match := patterns.search(f"(?i){shape}", sentence):
            yield Finding("opinion", match[0].strip(), "does not say whose opinion it is")


def _rows(sentence: str, likely: Sequence[_Likely]) -> Iterator[Finding]:
    for one, other in pairwise(likely):
        between = sentence[one.end : other.start]
        if one.row != other.row and not patterns.search(f"(?i){TWO_THINGS}", between):
            why = f"another degree of likelihood than {one.text}"
            yield Finding("likelihood", other.text, why)


def _columns(text: str) -> Iterator[Finding]:
    """The first word that leaves the column of the first."""
    likely = _likelihood(text)
    for other in likely:
        if other.column != likely[0].column:
            why = f"another column of ICD 203 than {likely[0].text}"
            yield Finding("likelihood", other.text, why)
            return


def _likelihood(text: str) -> list[_Likely]:
    found = []
    for match in _shapes().finditer(text):
        row, column = divmod((match.lastindex or 1) - 1, 2)
        found.append(_Likely(match.start(), match.end(), match[0], row, column))
    return found


@cache
def _shapes() -> regex.Pattern[str]:
    """A group for each word, row by row."""
    groups = "|".join(f"({word})" for row in LIKELIHOOD for word in row)
    return regex.compile(rf"(?i)\b(?:{groups})\b")
