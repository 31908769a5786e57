"""Which vectors are near enough to matter, without comparing every pair in full.

A pair is looked at when the strongest terms of both have enough in common; its cosine is then taken
over all terms. In a small pile every term counts, so that nothing can be missed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from summarize.stories.vectors import Vector, cosine

# Up to here all terms are looked up: exact, and a matter of a second.
SMALL_PILE = 300  # vectors
# Above it, this many terms of each vector, and this much of the cosine from them: together they
# find 99.2 to 100 % of the pairs with a cosine of 0.15 or more (benchmarks/grouping.md).
STRONGEST = 40
LEAST_SHARED = 0.02
# The same products summed in another order may differ in their last digits.
ROUNDING = 1e-9


def near_pairs(
    vectors: Sequence[Vector], least: float, weight: Callable[[int, int], float]
) -> Iterator[tuple[int, int, float]]:
    """Pairs `(first, second, similarity)`, first < second, whose similarity is `least` or more.

    The similarity is the cosine times `weight(first, second)`, which is 1 at most.
    """
    strongest = None if len(vectors) <= SMALL_PILE else STRONGEST
    postings: dict[int, list[tuple[int, float]]] = defaultdict(list)
    rests: list[float] = []
    for second, vector in enumerate(vectors):
        terms = _strongest(vector, strongest)
        rests.append(_rest(vector, terms))
        for first, product in _products(vector, terms, postings).items():
            # What the terms left out can add is at most their length (Cauchy-Schwarz).
            most = product + rests[first] + rests[second] + ROUNDING
            if most < least or product < LEAST_SHARED:
                continue
            factor = weight(first, second)
            if most * factor >= least and product * factor >= LEAST_SHARED:
                similarity = factor * cosine(vectors[first], vector)
                if similarity >= least:
                    yield first, second, similarity
        for term in terms:
            postings[term].append((second, vector[term]))


def _strongest(vector: Vector, most: int | None) -> list[int]:
    return sorted(vector, key=lambda term: (-vector[term], term))[:most]


def _rest(vector: Vector, terms: Sequence[int]) -> float:
    """The length of the unit vector without `terms`."""
    return math.sqrt(max(0.0, 1 - sum(vector[term] ** 2 for term in terms))) if vector else 0.0


def _products(
    vector: Vector, terms: Sequence[int], postings: Mapping[int, Sequence[tuple[int, float]]]
) -> dict[int, float]:
    """The product over `terms` with each vector that was looked up by one of them."""
    products: dict[int, float] = defaultdict(float)
    for term in terms:
        value = vector[term]
        for first, other in postings.get(term, ()):
            products[first] += value * other
    return products
