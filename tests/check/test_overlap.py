from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.overlap import overlap
from summarize.check.sides import Looked, Side

PASSAGE = [
    Side("The governor of Karrow opened the rebuilt harbour bridge on Tuesday.", "en"),
    Side("Engineers spent eleven months replacing its rusted cables and pylons.", "en"),
]


def test_a_claim_in_the_words_of_its_passages_is_one_item_without_finding() -> None:
    claim = Side("Engineers replaced rusted cables of the harbour bridge.", "en")

    assert overlap(claim, PASSAGE) == Looked(items=1)


def test_a_claim_in_quite_other_words_is_a_finding_that_names_the_first_five() -> None:
    claim = Side("Farmers in Ostrel harvested record barley despite drought and locusts.", "en")

    (found,) = overlap(claim, PASSAGE).findings

    assert found.kind == "overlap"
    assert found.why == "not in the passage: farmers, ostrel, harvested, record, barley"


def test_a_claim_of_which_a_part_is_there_is_doubted() -> None:
    claim = Side("The governor promised cheaper ferries, hospitals and a bridge at Karrow.", "en")

    looked = overlap(claim, PASSAGE)

    assert not looked.findings
    assert looked.doubts[0].why == "only 3 of 7 content words are in the passage"


@pytest.mark.parametrize("word", ["engineering", "won", "harbours"])
def test_other_forms_of_a_word_are_the_same_word(word: str) -> None:
    passage = [Side("Engineers win a harbour.", "en")]
    claim = Side(f"{word} beside quiet distant lanterns, grey willows", "en")

    assert overlap(claim, passage).findings[0].why.startswith("not in the passage: beside, quiet")


def test_what_a_summary_says_of_itself_is_no_content() -> None:
    assert overlap(Side("Here is a concise summary of the passage:", "en"), PASSAGE) == Looked()


def test_a_claim_about_the_text_itself_is_doubted_at_most() -> None:
    claim = Side("The passage compares unrelated festivals without further background.", "en")

    looked = overlap(claim, PASSAGE)

    assert looked.doubts
    assert not looked.findings


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (Side("Farmers in Ostrel harvested record barley.", "en"), [Side("Le pont.", "fr")]),
        (Side("Bönder i Ostrel skördade rekordmycket korn.", "sv"), [Side("En bro.", "sv")]),
        (Side("It held.", "en"), PASSAGE),
        (Side("Farmers in Ostrel harvested record barley.", "en"), []),
    ],
)
def test_nothing_is_compared_across_languages_or_where_words_are_too_few(
    claim: Side, passage: list[Side]
) -> None:
    assert overlap(claim, passage) == Looked()


def test_chinese_is_compared_by_pairs_of_characters() -> None:
    passage = [Side("卡罗省省长周二为重建的港口大桥揭幕。", "zh")]

    assert overlap(Side("省长为港口大桥揭幕。", "zh"), passage).items == 1
    assert overlap(Side("农民今年收获了大量小麦。", "zh"), passage).findings


@given(st.text(), st.text(), st.sampled_from(["ar", "de", "en", "es", "fr", "vi", "zh", "xx"]))
def test_a_sentence_of_the_passage_has_neither_finding_nor_doubt(
    text: str, other: str, language: str
) -> None:
    side = Side(text, language)

    looked = overlap(side, [Side(other, language), side])

    assert not looked.findings
    assert not looked.doubts
