from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.negation import negation
from summarize.check.sides import Looked, Side

WORDS = [
    "the",
    "council",
    "not",
    "approved",
    "never",
    "bridge",
    "refused",
    "no",
    "but",
    "mayor",
    "resign",
    "without",
    "vote",
    ";",
    "harbour",
    "didn't",
    "agree",
    "plan",
]


def looked(claim: str, *passage: str, language: str = "en") -> Looked:
    return negation(Side(claim, language), [Side(text, language) for text in passage])


@pytest.mark.parametrize(
    "claim",
    [
        "The council did not approve the harbour bridge.",
        "The council didn’t approve the harbour bridge.",
        "The council has never approved the harbour bridge.",
    ],
)
def test_a_denial_of_what_the_passage_states_is_a_finding(claim: str) -> None:
    found = looked(claim, "On Monday the council approved the harbour bridge after a long debate.")

    assert [finding.kind for finding in found.findings] == ["negation"]
    assert found.findings[0].why == "the passage states it and does not deny it"


def test_a_finding_shows_the_denial_with_what_follows() -> None:
    found = looked("The mayor will not resign over the flood.", "The mayor will resign on Friday.")

    assert found.findings[0].text == "not resign over the flood."


def test_a_denial_beside_the_same_words_is_told() -> None:
    claim = "The mayor will not resign over the flood."

    assert looked(claim, "Mayor Vale said she wouldn't resign.") == Looked(items=1)


@pytest.mark.parametrize(
    "passage",
    [
        "Mayor Vale refused to sign the treaty with Karrow.",
        "Mayor Vale rejected the treaty with Karrow.",
        "Mayor Vale was unable to sign the treaty with Karrow.",
    ],
)
def test_words_that_deny_by_their_meaning_answer_a_denial(passage: str) -> None:
    assert looked("Mayor Vale did not sign the treaty with Karrow.", passage) == Looked(items=1)


def test_a_denial_elsewhere_in_the_passage_does_not_answer() -> None:
    passage = "Engineers did not sleep. The council approved the harbour bridge on Monday."

    assert looked("The council did not approve the harbour bridge.", passage).findings


def test_a_denial_of_what_no_passage_speaks_of_is_doubted() -> None:
    found = looked("The text does not say why.", "The council approved the harbour bridge.")

    assert found.doubts
    assert not found.findings


def test_what_the_passage_denies_and_the_claim_states_is_a_finding() -> None:
    passage = "The council has not approved the harbour bridge, the mayor said."

    (found,) = looked("The council has approved the harbour bridge.", passage).findings

    assert found.why == "the passage denies it"


def test_what_a_passage_denies_and_another_states_is_no_finding() -> None:
    claim = "The council has approved the harbour bridge."

    assert not looked(claim, "It had not approved the harbour bridge in May.", claim).findings


@pytest.mark.parametrize(
    "claim",
    [
        "The council not only approved the bridge, it paid for the bridge.",
        "No. 4 was approved by the council.",
    ],
)
def test_words_that_only_look_like_a_denial_are_none(claim: str) -> None:
    assert looked(claim, "The council approved the bridge and paid.") == Looked()


@pytest.mark.parametrize(
    ("language", "passage", "claim"),
    [
        ("fr", "Le maire a signé le traité lundi.", "Le maire n'a pas signé le traité lundi."),
        ("es", "El alcalde firmó el tratado el lunes.", "El alcalde no firmó el tratado el lunes."),
        ("de", "Der Rat hat die Brücke genehmigt.", "Der Rat hat die Brücke nicht genehmigt."),
        ("pt", "O prefeito assinou o tratado.", "O prefeito não assinou o tratado."),
    ],
)
def test_a_denial_is_found_in_other_languages(language: str, passage: str, claim: str) -> None:
    assert looked(claim, passage, language=language).findings
    assert not looked(claim, claim, language=language).findings


def test_nothing_is_compared_across_languages_or_in_one_without_a_list() -> None:
    claim = Side("The council did not approve it.", "en")

    assert negation(claim, [Side("Le conseil l'a approuvé.", "fr")]) == Looked()
    assert looked("Rådet godkände inte bron.", "Rådet godkände bron.", language="sv") == Looked()


@given(
    st.lists(st.sampled_from(WORDS), max_size=15),
    st.lists(st.sampled_from(WORDS), max_size=15),
)
def test_a_sentence_of_the_passage_has_neither_finding_nor_doubt(
    words: list[str], others: list[str]
) -> None:
    text, other = " ".join(words), " ".join(others)

    found = looked(text, other, text)

    assert not found.findings
    assert not found.doubts


def test_a_very_long_claim_takes_bounded_time() -> None:
    long = "not bridge " * 50_000

    assert looked(long, "The bridge. " * 80).items < 1000
