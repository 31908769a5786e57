from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.stories.average_linkage import average_linkage

Matrix = list[list[float]]


def clusters(matrix: Matrix, least: float) -> list[list[int]]:
    pairs = combinations(range(len(matrix)), 2)
    edges = {(a, b): matrix[a][b] for a, b in pairs if matrix[a][b] >= least}
    return average_linkage(len(matrix), edges, lambda a, b: matrix[a][b], least)


def random_matrix(size: int, seed: int) -> Matrix:
    chance = random.Random(seed)
    matrix = [[1.0] * size for _ in range(size)]
    for a, b in combinations(range(size), 2):
        matrix[a][b] = matrix[b][a] = chance.random() ** 2
    return matrix


def full(pairs: dict[tuple[int, int], float], size: int) -> Matrix:
    matrix = [[0.0] * size for _ in range(size)]
    for (a, b), value in pairs.items():
        matrix[a][b] = matrix[b][a] = value
    return matrix


def test_nothing_gives_no_cluster() -> None:
    assert clusters([], 0.5) == []


def test_what_is_joined_by_nothing_stays_alone() -> None:
    assert clusters(full({(0, 1): 0.4}, 3), 0.5) == [[0], [1], [2]]


def test_a_chain_is_cut_where_the_mean_falls_below_the_threshold() -> None:
    # 0-1 join at 0.9; with 2 the mean is (0.6 + 0.1) / 2 = 0.35.
    matrix = full({(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.1}, 3)
    assert (clusters(matrix, 0.4), clusters(matrix, 0.35)) == ([[0, 1], [2]], [[0, 1, 2]])


def test_the_mean_counts_every_pair_of_two_clusters() -> None:
    # 0-1 and 2-3 join first; the four pairs between them have a mean of 0.45.
    between = {(0, 2): 0.8, (0, 3): 0.5, (1, 2): 0.3, (1, 3): 0.2}
    matrix = full({(0, 1): 0.9, (2, 3): 0.85, **between}, 4)
    assert clusters(matrix, 0.46) == [[0, 1], [2, 3]]
    assert clusters(matrix, 0.44) == [[0, 1, 2, 3]]


def test_of_equal_pairs_the_first_is_joined() -> None:
    assert clusters(full({(0, 1): 0.6, (1, 2): 0.6}, 3), 0.5) == [[0, 1], [2]]


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("least", [0.2, 0.35, 0.5])
def test_it_gives_the_clusters_of_scipy(seed: int, least: float) -> None:
    scipy = pytest.importorskip("scipy.cluster.hierarchy", reason="compared where scipy is")
    matrix = random_matrix(24, seed)
    distances = [1 - matrix[a][b] for a, b in combinations(range(24), 2)]
    labels = list(scipy.fcluster(scipy.linkage(distances, "average"), 1 - least, "distance"))
    theirs = sorted(
        [item for item in range(24) if labels[item] == label] for label in sorted(set(labels))
    )
    assert clusters(matrix, least) == theirs


@given(st.integers(0, 12), st.integers(0, 1000), st.floats(0.05, 0.95))
def test_every_item_is_in_one_cluster(size: int, seed: int, least: float) -> None:
    found = clusters(random_matrix(size, seed), least)
    assert sorted(item for cluster in found for item in cluster) == list(range(size))
