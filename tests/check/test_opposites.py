from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.opposite_words import COUNTING, LEADING, PAIRS
from summarize.check.opposites import opposites
from summarize.check.sides import Looked, Side


def found(claim: str, *passage: str, language: str = "en") -> list[str]:
    answer = opposites(Side(claim, language), [Side(text, language) for text in passage])
    assert answer.items == len(answer.findings)
    return [finding.text for finding in answer.findings]


TURNED = [
    ("The bank raised its main rate.", "The bank lowered its main rate.", "raised"),
    ("Shares in Corrin rose on Friday.", "Shares in Corrin fell on Friday.", "rose"),
    ("The senate rejected the plan.", "The senate accepted the plan.", "rejected"),
    ("None of the 14 crew were hurt.", "Some of the 14 crew were hurt.", "none of"),
    ("Some of the crew were hurt.", "None of the crew were hurt.", "some of"),
    ("Fewer than 30 homes were lost.", "More than 30 homes were lost.", "fewer than"),
    ("Over thirty homes were lost.", "Nearly thirty homes were lost.", "over"),
    ("Reyes left before the vote.", "Reyes left after the vote.", "before"),
    ("The camp is south of Brask.", "The camp is north of Brask.", "south"),
    ("It broke early Monday in Brask.", "It broke late Monday in Brask.", "early"),
    ("Police released Reyes in May.", "Police arrested Reyes in May.", "released"),
]


@pytest.mark.parametrize(("claim", "passage", "expected"), TURNED)
def test_the_opposite_among_the_same_words_is_found(
    claim: str, passage: str, expected: str
) -> None:
    assert found(claim, passage) == [expected]


def test_a_finding_says_what_the_passage_has() -> None:
    claim, passage = Side("Prices rose in May.", "en"), Side("Prices dropped in May.", "en")
    (finding,) = opposites(claim, [passage]).findings
    assert (finding.kind, finding.text) == ("opposite", "rose")
    assert finding.why == "the passage says “dropped” here"


KEPT = [
    ("The bank raised its rate.", ["The bank increased its rate."]),
    (
        "The bank raised its rate.",
        ["The bank lowered its rate.", "In May the bank raised its rate"],
    ),
    ("The senate rejected the plan.", ["The senate did not accept the plan."]),
    ("The senate did not reject the plan.", ["The senate accepted the plan."]),
    ("Prices rose in May.", ["Wages fell in June."]),
    ("Reyes came before the vote.", ["Reyes slept after lunch."]),
    ("The firm is under Reyes.", ["Anger over Reyes grew."]),
    ("It rained.", ["It was dry."]),
    ("Prices rose.", []),
]


@pytest.mark.parametrize(("claim", "passage"), KEPT)
def test_nothing_is_found_where_the_passage_may_mean_the_same(
    claim: str, passage: list[str]
) -> None:
    assert found(claim, *passage) == []


@pytest.mark.parametrize(
    ("language", "claim", "passage"),
    [
        ("de", "Die Bank hat den Zins erhöht.", "Die Bank hat den Zins gesenkt."),
        ("es", "El banco subió el tipo.", "El banco bajó el tipo."),
        ("fr", "La banque a relevé le taux.", "La banque a abaissé le taux."),
        ("pt", "O banco subiu a taxa.", "O banco reduziu a taxa."),
        ("es", "Más de 30 casas ardieron.", "Menos de 30 casas ardieron."),
        ("fr", "Il est parti avant le vote.", "Il est parti après le vote."),
    ],
)
def test_it_is_found_in_other_languages(language: str, claim: str, passage: str) -> None:
    assert len(found(claim, passage, language=language)) == 1


def test_passages_in_another_language_and_other_languages_are_left_alone() -> None:
    assert opposites(Side("Prices rose.", "en"), [Side("Prices fell.", "fr")]) == Looked()
    assert found("Prices rose.", "Prices fell.", language="it") == []


@pytest.mark.parametrize("table", [PAIRS, LEADING, COUNTING])
def test_no_word_is_on_both_sides_of_a_pair(table: dict[str, tuple[tuple[str, str], ...]]) -> None:
    pairs = [pair for rows in table.values() for pair in rows]
    assert all(set(one.split()).isdisjoint(other.split()) for one, other in pairs)


@given(st.text(), st.text())
def test_a_sentence_is_never_the_opposite_of_itself(text: str, more: str) -> None:
    assert found(text, text, more) == []
