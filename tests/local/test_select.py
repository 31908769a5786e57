from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.local.ranker import rank
from summarize.local.select import Candidate, form, select, weigh

WORDS = st.lists(
    st.sampled_from(["dam", "flood", "river", "town", "toll", "rescue", "road"]), max_size=8
)


def candidate(text: str, *, document: int = 0, position: int = 0, words: int = 5) -> Candidate:
    tokens = tuple(text.split())
    return Candidate(document, position, tokens, tokens, words, "en")


def chosen(found: list[Candidate], budget: int) -> list[int]:
    return select(found, budget, rank(found))


def test_what_several_documents_say_is_chosen_before_what_one_says() -> None:
    found = [
        candidate("zoo opens aviary", document=0),
        candidate("dam burst town", document=0, position=1),
        candidate("dam burst town", document=1),
        candidate("weather stays cold", document=2),
    ]

    assert found[chosen(found, 5)[0]].terms == ("dam", "burst", "town")


def test_a_repetition_is_not_chosen() -> None:
    found = [candidate("dam burst town flood"), candidate("dam burst town flood", document=1)]

    assert len(chosen(found, 100)) == 1


def test_a_sentence_that_says_mostly_what_is_said_already_is_not_chosen() -> None:
    found = [
        candidate("dam burst town flood valley rain"),
        candidate("rain valley flood town dam burst heavily", document=1),
    ]

    assert len(chosen(found, 100)) == 1


def test_a_sentence_without_words_is_never_chosen() -> None:
    assert chosen([candidate("")], 100) == []


def test_what_is_too_long_leaves_its_place_to_what_fits() -> None:
    found = [candidate("dam burst town flood", words=40), candidate("ferry stopped", words=8)]

    assert chosen(found, 30) == [1]


def test_a_sentence_is_chosen_after_the_one_it_needs_only() -> None:
    leaning = replace(candidate("he warned towns downstream", position=1), needs=0)
    found = [candidate("governor marwick spoke"), leaning]

    assert chosen(found, 100) == [0, 1]
    assert chosen([replace(found[0], words=50), leaning], 20) == []


def test_a_sentence_whose_need_is_itself_is_never_chosen() -> None:
    assert chosen([replace(candidate("he warned towns downstream"), needs=0)], 100) == []


@given(st.lists(st.tuples(WORDS, st.integers(1, 30)), max_size=12), st.integers(0, 80))
def test_the_choice_keeps_the_budget_and_names_each_sentence_once(
    sentences: list[tuple[list[str], int]], budget: int
) -> None:
    found = [
        candidate(" ".join(words), position=place, words=length)
        for place, (words, length) in enumerate(sentences)
    ]

    picked = chosen(found, budget)

    assert sum(found[index].words for index in picked) <= budget
    assert len(set(picked)) == len(picked)


def test_what_several_documents_say_weighs_more_than_what_one_repeats() -> None:
    found = [
        candidate("dam burst"),
        candidate("dam burst", document=1),
        candidate("zoo opens"),
        candidate("zoo opens", position=1),
    ]

    weights = weigh(found)

    assert weights["dam"] > weights["zoo"]
    assert weights["dam", "burst"] > weights["dam"]


@pytest.mark.parametrize(
    ("text", "is_form"),
    [
        ("The dam burst.", (True, False)),
        ("“The dam burst.”", (True, True)),
        ("Photo: the dam", (False, False)),
        ("大坝决口。", (True, False)),
    ],
)
def test_the_form_of_a_sentence_is_how_it_ends_and_whether_it_quotes(
    text: str, is_form: tuple[bool, bool]
) -> None:
    assert form(text) == is_form
