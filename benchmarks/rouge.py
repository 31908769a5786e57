"""ROUGE-1, 2 and L of rouge-score on words of any script, and bootstrap intervals of means."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

DRAWS = 1_000
KINDS = ("rouge1", "rouge2", "rougeL")


def scorer(language: str) -> Callable[[str, str], tuple[float, ...]]:
    """F1 of a reference and a summary in per cent, for each of `KINDS`."""
    from rouge_score.rouge_scorer import RougeScorer

    # By name: the third place of RougeScorer is `split_summaries`, and without a tokenizer it drops
    # every letter that is not ASCII.
    made = RougeScorer(list(KINDS), tokenizer=_Tokens(language))

    def score(reference: str, summary: str) -> tuple[float, ...]:
        found: dict[str, Any] = made.score(reference, summary)
        return tuple(found[kind].fmeasure * 100 for kind in KINDS)

    return score


class _Tokens:
    def __init__(self, language: str) -> None:
        self.language = language

    def tokenize(self, text: str) -> list[str]:
        return stems(text, self.language)


def stems(text: str, language: str) -> list[str]:
    """Lower-case words; English ones of more than three letters stemmed, as rouge-score does."""
    import regex

    words: list[str] = regex.findall(r"[\p{L}\p{M}\p{N}]+", text.lower())
    return [_stem(w) if len(w) > 3 else w for w in words] if language == "en" else words


@cache
def _stem(word: str) -> str:
    from nltk.stem.porter import PorterStemmer

    return str(PorterStemmer().stem(word))


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % bootstrap interval of their mean; always the same draws."""
    chance = random.Random(1)
    means = sorted(statistics.fmean(chance.choices(values, k=len(values))) for _ in range(DRAWS))
    return means[DRAWS // 40], means[DRAWS - 1 - DRAWS // 40]
