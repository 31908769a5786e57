"""An article as a vector of TF-IDF weights, and which vectors are near.

A vector is a dict of term number to weight, of length 1 (or empty, where an article has no content
words). Only the head of a text counts: news say there what happened, and a long feature would
otherwise be near to nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from summarize.article import Article
from summarize.text.datelines import body_start
from summarize.text.words import content

# benchmarks/grouping.md: 2 to 5 give the same.
TITLE_WEIGHT = 3
# A name counts so often at most: two events in one town, told with its name in each sentence, are
# not one (benchmarks/grouping.md: 1.5 to 2 do; without it such events are joined).
NAME_WEIGHT = 1.5
# Characters of text; the middle of the plateau 2,000 … 5,000.
HEAD = 3_000

Vector = Mapping[int, float]


def tf_idf(
    articles: Sequence[Article], names: Sequence[Iterable[str]] | None = None
) -> list[Vector]:
    """One unit vector for each article: (1 + ln tf) × (1 + ln((n + 1) / (df + 1))).

    `names` are those in each article, for which `NAME_WEIGHT` holds. The added ones keep the
    similarities of a pile of two comparable with those of a large one.
    """
    counts: list[dict[str, float]] = [{**_terms(article)} for article in articles]
    for article, terms, own in zip(articles, counts, names or [()] * len(counts), strict=True):
        for stem in {stem for name in own for stem in content(name, article.language)}:
            if terms.get(stem, 0) > NAME_WEIGHT:
                terms[stem] = NAME_WEIGHT
    spread = Counter(term for terms in counts for term in terms)
    numbers = {term: number for number, term in enumerate(spread)}
    weights = [1 + math.log((len(counts) + 1) / (df + 1)) for df in spread.values()]
    return [_unit({numbers[term]: tf for term, tf in own.items()}, weights) for own in counts]


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _terms(article: Article) -> Counter[str]:
    start = body_start(article.text)
    terms = Counter(content(article.text[start : start + HEAD], article.language))
    for term in content(article.title, article.language):
        terms[term] += TITLE_WEIGHT
    return terms


def _unit(counts: Mapping[int, float], weights: Sequence[float]) -> Vector:
    raw = {term: (1 + math.log(tf)) * weights[term] for term, tf in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in raw.values()))
    return {term: weight / length for term, weight in raw.items()}
