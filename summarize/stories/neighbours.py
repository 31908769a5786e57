"""Which vectors are near enough to matter, without comparing every pair in full.

A pair is looked at when the strongest terms of both have enough in common; its cosine is then taken
over all terms. In a small pile every term counts, so that nothing can be missed. In a large one a
vector is compared with the last ones that have a term, and with the nearest of them only, so that
the cost of each stays the same: what is linked through others need not be found itself.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nlargest

from summarize.stories.vectors import Vector, cosine

# Up to here all terms are looked up: exact, and a matter of a second.
SMALL_PILE = 300  # vectors
# Above it, this many terms of each vector, and this much of the cosine from them: together they
# find 99.2 to 100 % of the pairs with a cosine of 0.15 or more at 0.02 (benchmarks/grouping.md).
STRONGEST = 40
LEAST_SHARED = 0.03
# So many vectors with one term, the last ones, and so many of all that were found: 30, or 100 and
# 60, take longer and find no better stories (benchmarks/grouping.md).
LATEST = 15
NEAREST = 20
# The same products summed in another order may differ in their last digits.
ROUNDING = 1e-9


# By term the vectors that have it, and how much of it.
Posting = deque[tuple[int, float]]


def near_pairs(
    vectors: Sequence[Vector],
    least: float,
    weight: Callable[[int, int], float],
    across: int | None = None,
) -> Iterator[tuple[int, int, float]]:
    """Pairs `(first, second, similarity)`, first < second, whose similarity is `least` or more.

    The similarity is the cosine times `weight(first, second)`, which is 1 at most. With `across`
    only the pairs of which the first is below that number, and the second is not.
    """
    small = len(vectors) <= SMALL_PILE
    latest = None if small else LATEST
    postings: dict[int, Posting] = defaultdict(lambda: deque(maxlen=latest))
    rests: list[float] = []
    for second, vector in enumerate(vectors):
        terms = _strongest(vector, None if small else STRONGEST)
        rests.append(_rest(vector, terms))
        if across is not None and second < across:
            _post(second, vector, terms, postings)
            continue
        products = _products(vector, terms, postings)
        found = [first for first, product in products.items() if product >= LEAST_SHARED]
        if not small and len(found) > NEAREST:
            found = nlargest(NEAREST, found, key=products.__getitem__)
        for first in found:
            # What the terms left out can add is at most their length (Cauchy-Schwarz).
            most = products[first] + rests[first] + rests[second] + ROUNDING
            if most < least:
                continue
            near = cosine(vectors[first], vector)
            if near >= least and (similarity := near * weight(first, second)) >= least:
                yield first, second, similarity
        if across is None:
            _post(second, vector, terms, postings)


def _post(
    number: int,
    vector: Vector,
    terms: Sequence[int],
    postings: Mapping[int, Posting],
) -> None:
    for term in terms:
        postings[term].append((number, vector[term]))


def _strongest(vector: Vector, most: int | None) -> list[int]:
    return sorted(vector, key=vector.__getitem__, reverse=True)[:most]


def _rest(vector: Vector, terms: Sequence[int]) -> float:
    """The length of the unit vector without `terms`."""
    return math.sqrt(max(0.0, 1 - sum(vector[term] ** 2 for term in terms))) if vector else 0.0


def _products(
    vector: Vector,
    terms: Sequence[int],
    postings: Mapping[int, Posting],
) -> dict[int, float]:
    """The product over `terms` with each vector that is posted at one of them."""
    products: dict[int, float] = defaultdict(float)
    for term in terms:
        value = vector[term]
        for first, other in postings.get(term, ()):
            products[first] += value * other
    return products
