"""Numbers that stand in the claim where the passage has others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.amounts import amounts
from summarize.check.numbers_placed import MOST, displaced


def found(claim: str, *passage: str, language: str = "en") -> list[tuple[str, str]]:
    given = [each for text in passage for each in amounts(text, language, None)]
    pairs = displaced(amounts(claim, language, None), given, language)
    return [(mine.shown, theirs.shown) for mine, theirs in pairs]


@pytest.mark.parametrize(
    ("language", "claim", "passage"),
    [
        ("en", "It has 31 cooks and 540 guests.", "It has 540 cooks and 31 guests."),
        ("en", "The slide killed 61 and injured 44.", "44 people died and 61 others were injured."),
        ("en", "Sales were $3 million and costs $9 million.", "Sales were $9m, costs $3m."),
        ("en", "Rents fell to 7 percent from 4 percent.", "Rents fell to 4% from 7%."),
        ("fr", "Il y a 31 cuisiniers et 540 clients.", "Il y a 540 cuisiniers et 31 clients."),
        ("de", "An Bord: 31 Köche und 540 Gäste.", "An Bord: 540 Köche und 31 Gäste."),
    ],
)
def test_two_numbers_that_changed_places_are_found(language: str, claim: str, passage: str) -> None:
    assert len(found(claim, passage, language=language)) == 2


def test_two_numbers_of_two_sentences_may_have_changed_places() -> None:
    passage = ["He won seven silver medals.", "He broke three world records."]

    assert len(found("He won three silver medals and broke seven world records.", *passage)) == 2


@pytest.mark.parametrize(
    "claim",
    [
        "31 cooks and 540 guests were there.",
        "It had 540 guests, 31 cooks.",
        "There were 540 people on board and 31 cooks.",
        "31 of them cook.",
    ],
)
def test_another_order_of_the_same_is_right(claim: str) -> None:
    assert found(claim, "On board were 540 guests and 31 cooks.") == []


@pytest.mark.parametrize(
    "claim",
    [
        "Joblessness in Tarn County stood at 7.4 percent.",
        "Joblessness in Tarn County had been 6.1 percent.",
        "Joblessness in Tarn County is 7.4 percent, up from 6.1 percent.",
    ],
)
def test_what_is_said_of_both_numbers_of_a_change_belongs_to_both(claim: str) -> None:
    passage = "Joblessness in Tarn County rose from 6.1 percent in May to 7.4 percent in June."

    assert found(claim, passage) == []


def test_a_number_in_the_place_of_another_is_found() -> None:
    passage = "The slide killed 44 people, and rescuers pulled 61 goats out of the mud."

    assert found("The slide killed 61 people.", passage) == [("61", "44")]


@pytest.mark.parametrize(
    "passage",
    [
        "The slide killed 44,000 people, and 3 goats.",  # too far apart
        "The slide killed 44 percent of the people, and 3 goats.",  # another unit
        "Three goats.",
    ],
)
def test_numbers_too_unlike_do_not_take_each_others_place(passage: str) -> None:
    assert found("The slide killed three people.", passage) == []


def test_nothing_is_said_of_a_table() -> None:
    cells = ", ".join(f"{n} cows and {n + 1} sheep" for n in range(20, 20 + MOST))

    assert found(cells, "21 cows and 20 sheep") == []


SENTENCES = st.lists(
    st.sampled_from(["5 men", "7 goats", "and", ",", "died", "from 3 percent", "to 9 percent"]),
    max_size=8,
).map(" ".join)


@given(SENTENCES)
def test_a_sentence_has_no_number_out_of_its_own_place(sentence: str) -> None:
    assert found(sentence, sentence) == []


@given(st.lists(SENTENCES, max_size=3), SENTENCES)
def test_only_numbers_of_the_claim_are_found(passage: Sequence[str], claim: str) -> None:
    assert all(mine in claim for mine, _ in found(claim, *passage))
