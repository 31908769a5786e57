from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.local.select import Candidate, select, weigh

WORDS = st.lists(
    st.sampled_from(["dam", "flood", "river", "town", "toll", "rescue", "road"]), max_size=8
)


def candidate(text: str, *, document: int = 0, position: int = 0, words: int = 5) -> Candidate:
    return Candidate(document, position, tuple(text.split()), words)


def test_what_several_documents_say_is_chosen_before_what_one_says() -> None:
    found = [
        candidate("zoo opens aviary", document=0),
        candidate("dam burst town", document=0, position=1),
        candidate("dam burst town", document=1),
    ]

    chosen = select(found, 5, weigh(found))

    assert found[chosen[0]].terms == ("dam", "burst", "town")


def test_an_early_sentence_is_chosen_before_a_late_one_that_says_as_much() -> None:
    found = [candidate("bridge closed east", position=9), candidate("ferry stopped west")]

    assert select(found, 5, weigh(found)) == [1]


def test_a_repetition_is_not_chosen() -> None:
    found = [candidate("dam burst town flood"), candidate("dam burst town flood", document=1)]

    assert len(select(found, 100, weigh(found))) == 1


def test_what_is_chosen_first_leads_and_counts_as_covered() -> None:
    found = [candidate("dam burst town"), candidate("dam burst town", document=1)]

    assert select(found, 100, weigh(found), (1,)) == [1]


def test_a_sentence_without_content_words_is_never_chosen() -> None:
    found = [candidate("")]

    assert select(found, 100, weigh(found)) == []


@given(st.lists(st.tuples(WORDS, st.integers(1, 30)), max_size=12), st.integers(0, 80))
def test_the_choice_keeps_the_budget_and_names_each_sentence_once(
    sentences: list[tuple[list[str], int]], budget: int
) -> None:
    found = [
        Candidate(0, place, tuple(words), length) for place, (words, length) in enumerate(sentences)
    ]

    chosen = select(found, budget, weigh(found))

    assert sum(found[index].words for index in chosen) <= budget
    assert len(set(chosen)) == len(chosen)
