"""An article as a vector of TF-IDF weights, and which vectors are near.

A vector is a dict of term number to weight, of length 1 (or empty, where an article has no content
words). Only the head of a text counts: news say there what happened, and a long feature would
otherwise be near to nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from summarize.article import Article
from summarize.text.datelines import body_start
from summarize.text.words import content, stems

# benchmarks/grouping.md: 2 to 5 give the same.
TITLE_WEIGHT = 3
# A name counts so often at most: two events in one town, told with its name in each sentence, are
# not one (benchmarks/grouping.md: 1.5 to 2 do; without it such events are joined).
NAME_WEIGHT = 1.5
# Under a title that several outlets have, word for word, short texts are one event although each
# says something else: the whole title is one more term, and counts so often
# (benchmarks/grouping.md: 9 to 30 give the same). A shorter title may be that of a column.
SAME_TITLE = 12
LEAST_TITLE = 3  # content words
# Characters of text; the middle of the plateau 2,000 … 5,000.
HEAD = 3_000

Vector = Mapping[int, float]
Stems = Sequence[tuple[str, ...]]  # of paragraphs


class Space:
    """The vectors of a pile, and how other words are weighed in it.

    A weight is (1 + ln tf) × (1 + ln((n + 1) / (df + 1))); the added ones keep the similarities of
    a pile of two comparable with those of a large one. `names` are those in each article, for which
    `NAME_WEIGHT` holds. `heads` has the stems of the head of each article, by paragraphs.
    """

    def __init__(
        self, articles: Sequence[Article], names: Sequence[Iterable[str]] | None = None
    ) -> None:
        self.heads = [_head(article) for article in articles]
        counts = _counts(articles, self.heads, names or [()] * len(articles))
        spread = Counter(chain.from_iterable(counts))
        self._numbers = {term: number for number, term in enumerate(spread)}
        self._weights = [1 + math.log((len(counts) + 1) / (df + 1)) for df in spread.values()]
        self._unknown = 1 + math.log(len(counts) + 1)
        self.vectors: list[Vector] = [self._vector(terms) for terms in counts]

    def vector(self, words: Iterable[str]) -> Vector:
        """The unit vector of the stems of some other text."""
        counts = Counter(words)
        for word in counts:
            if word not in self._numbers:
                self._numbers[word] = len(self._numbers)
                self._weights.append(self._unknown)
        return self._vector(counts)

    def _vector(self, counts: Mapping[str, float]) -> Vector:
        numbers, weights = self._numbers, self._weights
        raw = {
            (number := numbers[term]): weights[number] * (1 + math.log(tf) if tf != 1 else 1)
            for term, tf in counts.items()
        }
        length = math.hypot(*raw.values())
        return {term: weight / length for term, weight in raw.items()}


def tf_idf(
    articles: Sequence[Article], names: Sequence[Iterable[str]] | None = None
) -> list[Vector]:
    """One unit vector for each article, as `Space` weighs it."""
    return Space(articles, names).vectors


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors."""
    total = 0.0
    for term in one.keys() & other.keys():  # a third faster than to look up each
        total += one[term] * other[term]
    return total


def _head(article: Article) -> Stems:
    start = body_start(article.text)
    head = article.text[start : start + HEAD]
    return [stems(paragraph, article.language) for paragraph in head.split("\n\n")]


def _counts(
    articles: Sequence[Article], heads: Sequence[Stems], names: Sequence[Iterable[str]]
) -> list[dict[str, float]]:
    """How often each article has its terms, titles and names weighed."""
    titles = [_title(article) for article in articles]
    shared = _shared(titles, articles)
    counts: list[dict[str, float]] = []
    for article, title, head, own in zip(articles, titles, heads, names, strict=True):
        terms: dict[str, float] = {**_terms(title, head)}
        for stem in {stem for name in own for stem in content(name, article.language)}:
            if terms.get(stem, 0) > NAME_WEIGHT:
                terms[stem] = NAME_WEIGHT
        if title in shared:
            terms[" ".join(title)] = SAME_TITLE  # no word has a space in it
        counts.append(terms)
    return counts


def _title(article: Article) -> tuple[str, ...]:
    """The stems of the title, without the name of the outlet that many sites put behind it."""
    words = content(article.title, article.language)
    outlet = content(article.outlet, article.language)
    return words[: -len(outlet)] if outlet and words[-len(outlet) :] == outlet else words


def _shared(
    titles: Sequence[tuple[str, ...]], articles: Sequence[Article]
) -> frozenset[tuple[str, ...]]:
    """The titles that more than one outlet has; one outlet may write under the same each day."""
    owners = {(title, article.outlet) for title, article in zip(titles, articles, strict=True)}
    outlets = Counter(title for title, _ in owners if len(title) >= LEAST_TITLE)
    return frozenset(title for title, number in outlets.items() if number > 1)


def _terms(title: Sequence[str], head: Stems) -> Counter[str]:
    terms = Counter(chain.from_iterable(head))
    for term in title:
        terms[term] += TITLE_WEIGHT
    return terms
