"""Average linkage over a sparse graph: exact, and only where it can join anything.

The clusters are those of the full matrix, cut at `least` (UPGMA; Sokal and Michener 1958). Two
clusters whose mean similarity reaches `least` hold at least one pair that does, so only clusters
joined by an edge are ever compared, and no cluster crosses a connected component of the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Similarity = Callable[[int, int], float]
# Whether two clusters of a mean similarity are to be joined.
Joins = Callable[[Sequence[int], Sequence[int], float], bool]
Edges = Mapping[tuple[int, int], float]


def average_linkage(
    size: int, edges: Edges, similarity: Similarity, least: float, joins: Joins | None = None
) -> list[list[int]]:
    """Clusters of `0 … size - 1`, members in order, ordered by first member.

    `edges` holds every pair `(first, second)`, first < second, whose similarity is `least` or
    more; `similarity` is asked for the others as they are needed. Ties go to the lower numbers.
    Where `joins` says no to two clusters, they are not joined for that mean.
    """
    clusters = {item: [item] for item in range(size)}
    # sums[a][b]: the total similarity of all pairs between two clusters with an edge between them.
    sums: dict[int, dict[int, float]] = {item: {} for item in range(size)}
    for (first, second), value in edges.items():
        sums[first][second] = sums[second][first] = value
    heap = [(-value, first, second) for (first, second), value in edges.items() if value >= least]
    heapify(heap)
    fresh = size
    while heap:
        mean, first, second = heappop(heap)
        if first not in clusters or second not in clusters:
            continue
        if joins is not None and not joins(clusters[first], clusters[second], -mean):
            continue
        for other, total in _merged(first, second, clusters, sums, similarity).items():
            mean = total / (len(clusters[first] + clusters[second]) * len(clusters[other]))
            sums.setdefault(fresh, {})[other] = sums[other][fresh] = total
            if mean >= least:
                heappush(heap, (-mean, other, fresh))
        clusters[fresh] = clusters.pop(first) + clusters.pop(second)
        fresh += 1
    return sorted(sorted(members) for members in clusters.values())


def _merged(
    first: int,
    second: int,
    clusters: Mapping[int, list[int]],
    sums: dict[int, dict[int, float]],
    similarity: Similarity,
) -> dict[int, float]:
    """The totals of both clusters together with each neighbour of either; both are taken out."""
    one, two = sums.pop(first), sums.pop(second)
    merged = {}
    for other in sorted((one.keys() | two.keys()) - {first, second}):
        merged[other] = sum(
            totals[other] if other in totals else _total(clusters[own], clusters[other], similarity)
            for own, totals in ((first, one), (second, two))
        )
        sums[other].pop(first, None)
        sums[other].pop(second, None)
    return merged


def _total(one: list[int], other: list[int], similarity: Similarity) -> float:
    return sum(similarity(first, second) for first in one for second in other)
