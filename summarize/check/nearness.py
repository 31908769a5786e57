"""What stands around a place in a sentence: content words, the nearer the more they weigh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from summarize.check.stems import stem

# Stems (numbers as they are) around a place, and how many such words away each stands at least.
Around = Mapping[str, int]


def around(before: Sequence[str], after: Sequence[str], language: str) -> Around:
    """What stands around a place that parts the folded tokens of a sentence."""
    nearest: dict[str, int] = {}
    for part in (reversed(before), after):
        for distance, word in enumerate(content_words(part, language), 1):
            nearest[word] = min(distance, nearest.get(word, distance))
    return nearest


def content_words(tokens: Iterable[str], language: str) -> list[str]:
    """The stems of folded tokens in order, numbers as they are, without stop words."""
    words = (token if token[:1].isdigit() else stem(token, language) for token in tokens)
    return [word for word in words if word]


def weight(one: Around, other: Around) -> float:
    """How much of what is around one place is around another: 1/4 for a word next to both."""
    return sum(1 / (one[w] + 1) / (other[w] + 1) for w in one.keys() & other.keys())
