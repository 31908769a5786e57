from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import pytest

from summarize.stories import neighbours
from summarize.stories.components import Components
from summarize.stories.neighbours import near_pairs
from summarize.stories.vectors import Vector, cosine, tf_idf
from tests.stories.texts import DAM, DAM_LATER, HARBOUR, article


def same(_one: int, _other: int) -> float:
    return 1.0


def random_vectors(size: int) -> list[Vector]:
    chance = random.Random(1)
    words = [f"word{number}" for number in range(200)]
    texts = [" ".join(chance.choices(words, k=60)) for _ in range(size)]
    return tf_idf([article(str(index), text) for index, text in enumerate(texts)])


def every_pair(vectors: Sequence[Vector], least: float) -> set[tuple[int, int]]:
    pairs = combinations(range(len(vectors)), 2)
    return {(a, b) for a, b in pairs if cosine(vectors[a], vectors[b]) >= least}


def test_in_a_small_pile_every_near_pair_is_found() -> None:
    vectors = random_vectors(60)
    found = {(a, b) for a, b, _ in near_pairs(vectors, 0.3, same)}
    assert found == every_pair(vectors, 0.3)


def test_in_a_large_pile_the_strongest_terms_find_the_near_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(neighbours, "SMALL_PILE", 10)
    monkeypatch.setattr(neighbours, "LATEST", 60)
    monkeypatch.setattr(neighbours, "NEAREST", 60)
    vectors = random_vectors(60)
    found = {(a, b) for a, b, _ in near_pairs(vectors, 0.35, same)}
    assert found == every_pair(vectors, 0.35)


def test_in_a_large_pile_each_is_compared_with_few_and_yet_linked_to_all_it_is_near_to() -> None:
    size = neighbours.SMALL_PILE + 50
    texts = ["Karrow dam broke above Dunmore.", "The ship lies off Port Ellis in the harbour."]
    vectors = tf_idf([article(str(n), texts[n % 2]) for n in range(size)])
    pairs = [(first, second) for first, second, _ in near_pairs(vectors, 0.3, same)]
    linked = Components(size)
    for first, second in pairs:
        linked.join(first, second)
    assert len(pairs) <= size * neighbours.NEAREST
    assert linked.members() == [list(range(0, size, 2)), list(range(1, size, 2))]


def test_the_similarity_is_the_cosine_times_the_weight() -> None:
    vectors = tf_idf([article("a", DAM), article("b", DAM_LATER)])
    ((_, _, similarity),) = near_pairs(vectors, 0.01, lambda _one, _other: 0.5)
    assert similarity == pytest.approx(0.5 * cosine(*vectors))


def test_a_pair_that_weighs_too_little_is_left_out() -> None:
    vectors = tf_idf([article("a", DAM), article("b", DAM)])
    assert list(near_pairs(vectors, 0.2, lambda _one, _other: 0.1)) == []


def test_a_vector_has_length_one() -> None:
    vectors = tf_idf([article("a", DAM, title="Dam"), article("b", HARBOUR)])
    assert [cosine(vector, vector) for vector in vectors] == pytest.approx([1, 1])


def test_an_article_without_content_words_is_near_to_nothing() -> None:
    vectors = tf_idf([article("a", "— …"), article("b", DAM)])
    assert (vectors[0], cosine(*vectors)) == ({}, 0)


def test_a_word_of_the_title_weighs_more_than_one_of_the_text() -> None:
    titled, plain, other = tf_idf(
        [
            article("a", "Harbour news today.", title="Karrow"),
            article("b", "Harbour news today Karrow."),
            article("c", "Karrow."),
        ]
    )
    assert cosine(titled, other) > cosine(plain, other)


def test_only_the_head_of_a_long_text_counts() -> None:
    filler = " ".join(f"word{number}" for number in range(5_000))
    with_tail, without = tf_idf([article("a", f"{filler} Karrow"), article("b", filler)])
    assert cosine(with_tail, without) == pytest.approx(1)


def test_across_a_border_are_the_pairs_of_one_from_each_side() -> None:
    vectors = random_vectors(60)

    found = {(a, b) for a, b, _ in near_pairs(vectors, 0.3, same, across=20)}

    assert found == {(a, b) for a, b in every_pair(vectors, 0.3) if a < 20 <= b}
