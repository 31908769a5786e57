from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from summarize.local.ranker import Survey, rank, survey
from summarize.local.select import Candidate

WORDS = st.lists(st.sampled_from(["the", "dam", "340", "town", "of", "道"]), max_size=7)


def candidate(text: str, *, document: int = 0, position: int = 0) -> Candidate:
    tokens = tuple(text.split())
    return Candidate(document, position, tokens, tokens, max(len(tokens), 1), "en")


def weight_of(pair: tuple[str, str], found: list[Candidate], titles: tuple[str, ...] = ()) -> float:
    return rank(found, titles).weights[place_of(pair, survey(found))]


def place_of(pair: tuple[str, str], found: Survey) -> int:
    return found.pairs.index(pair)


def test_a_pair_is_counted_over_documents_and_sentences_from_its_first_place_on() -> None:
    found = survey(
        [
            candidate("the dam burst", position=3),
            candidate("a dam burst", position=1, document=1),
            candidate("old dam burst", position=4, document=1),
        ]
    )

    assert found.seen[place_of(("dam", "burst"), found)] == (1, 2, 3, 1, 1 / 4 + 1 / 2)


def test_the_pairs_of_a_candidate_are_found_whatever_the_order_of_candidates() -> None:
    found = survey([candidate("towns flooded", document=1), candidate("dam burst")])

    assert [[found.pairs[i] for i in own] for own in found.of] == [
        [("towns", "flooded")],
        [("dam", "burst")],
    ]


def test_a_pair_that_several_documents_say_weighs_more() -> None:
    found = [candidate("dam burst"), candidate("dam burst", document=1), candidate("zoo opens")]

    assert weight_of(("dam", "burst"), found) > weight_of(("zoo", "opens"), found)


def test_a_pair_of_a_title_weighs_more() -> None:
    found = [candidate("dam burst"), candidate("zoo opens")]

    with_title = weight_of(("dam", "burst"), found, ("dam", "burst"))

    assert with_title > weight_of(("dam", "burst"), found)


def test_a_sentence_that_ends_as_one_counts_more_than_a_scrap() -> None:
    whole = candidate("dam burst")
    values = rank([whole, replace(whole, ended=False, document=1)])

    assert values.factors[0] > values.factors[1]


def test_vietnamese_news_lean_on_their_head() -> None:
    def last_beside_first(language: str) -> float:
        found = [replace(candidate("dam burst", position=p), language=language) for p in range(9)]
        factors = rank(found).factors
        return factors[-1] / factors[0]

    assert last_beside_first("vi") < 0.5 * last_beside_first("en")


@given(st.lists(st.tuples(st.integers(0, 3), WORDS), max_size=10))
def test_weights_are_chances_and_factors_are_positive(
    sentences: list[tuple[int, list[str]]],
) -> None:
    found = [
        candidate(" ".join(words), document=document, position=place)
        for place, (document, words) in enumerate(sentences)
    ]

    values = rank(found)

    assert all(0 < weight < 1 for weight in values.weights)
    assert len(values.factors) == len(found)
    assert all(factor > 0 for factor in values.factors)


def test_nothing_is_ranked_where_there_is_nothing() -> None:
    assert rank([]).factors == []
