from __future__ import annotations

import pytest

from summarize.check import Facts, carries, facts, near_copy
from tests.builders import TUESDAY

CLAIM = "Rescuers found 26 people dead in Lindmere after the Karrow Dam burst on Monday night."


def of(text: str, language: str = "en") -> Facts:
    return facts(text, language, TUESDAY)


def test_a_sentence_carries_itself() -> None:
    assert carries(of(CLAIM), of(CLAIM))


def test_other_words_with_the_same_numbers_names_and_dates_carry_a_claim() -> None:
    passage = (
        "In Lindmere 26 people were found dead by rescuers, after the Karrow Dam burst on Monday, "
        "the governor said."
    )

    assert carries(of(passage), of(CLAIM))


@pytest.mark.parametrize(
    ("what", "passage"),
    [
        ("another number", CLAIM.replace("26", "31")),
        ("another day", CLAIM.replace("Monday", "Sunday")),
        ("a denial", CLAIM.replace("found 26 people", "did not find 26 people")),
        ("another subject", "The central bank cut its key rate to 6.75 percent on Monday night."),
    ],
)
def test_a_passage_does_not_carry_a_claim_that_it_contradicts_or_leaves_out(
    what: str, passage: str
) -> None:
    assert not carries(of(passage), of(CLAIM)), what


def test_a_passage_that_says_less_does_not_carry_the_whole_claim() -> None:
    assert not carries(of("Rescuers found 26 people dead."), of(CLAIM))


def test_a_copy_with_a_changed_word_is_a_near_copy() -> None:
    text = "Divers searched the flooded mill below the broken dam until dusk while boats stood by."

    assert near_copy(of(text), of(text.replace("until dusk", "until night")))


def test_the_same_words_in_another_order_are_told_and_not_copied() -> None:
    told = (
        "After the Karrow Dam burst on Monday night, 26 people were found dead by rescuers in "
        "Lindmere."
    )

    assert not near_copy(of(told), of(CLAIM))
    assert carries(of(told), of(CLAIM))


def test_a_copy_with_a_changed_number_is_no_near_copy() -> None:
    assert not near_copy(of(CLAIM), of(CLAIM.replace("26", "29")))


def test_short_sentences_are_copies_only_when_they_are_equal() -> None:
    assert not near_copy(of("The dam held."), of("The dam burst."))


def test_the_same_words_in_another_language_are_not_carried() -> None:
    french = of("Le barrage de Karrow a cédé lundi soir, faisant 26 morts à Lindmere.", "fr")

    assert not carries(french, of(CLAIM))
