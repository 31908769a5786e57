from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.analytic import lint


def kinds(text: str) -> list[str]:
    return [finding.kind for finding in lint(text, "en")]


def test_two_degrees_of_likelihood_about_one_thing_are_warned_of() -> None:
    (found,) = lint("It is likely or almost certain that the dam holds.", "en")

    assert found.kind == "likelihood"
    assert (found.text, found.why) == ("almost certain", "another degree of likelihood than likely")


@pytest.mark.parametrize(
    "text",
    [
        "The dam will likely hold and rain is unlikely.",
        "A strike is very likely, and it is very likely to be long.",
        "The remote village of Ostrel is likely cut off.",
        "The court found probable cause; a trial is likely.",
        'It is likely, and "almost no chance" is what the mayor called it.',
    ],
)
def test_two_things_or_one_degree_are_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_words_of_both_columns_in_one_text_are_warned_of_once() -> None:
    text = "The dam will likely hold. A second wave is improbable. A third is improbable as well."

    (found,) = lint(text, "en")

    assert (found.text, found.why) == ("improbable", "another column of ICD 203 than likely")


def test_likelihood_and_confidence_in_one_sentence_are_warned_of() -> None:
    assert kinds("We judge with high confidence that a strike is likely.") == ["confidence"]
    assert kinds("A strike is likely. We have high confidence in that.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It is feared that ten miners died.",
        "The clerk is widely believed to have left.",
        "There are growing fears that the dam breaks.",
        "Some believe the mayor lied.",
        "Slams the minister's plan.",
    ],
)
def test_an_opinion_that_is_nobodys_is_warned_of(text: str) -> None:
    assert kinds(text) == ["opinion"]


@pytest.mark.parametrize(
    "text",
    [
        "Governor Reyes fears a second flood.",
        "The clerk was believed by the court.",
        "Fears of a flood grow in Ostrel.",
        "The mayor admitted the error.",
    ],
)
def test_an_opinion_with_its_owner_is_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_other_languages_are_not_looked_at() -> None:
    assert lint("It is likely or almost certain.", "fr") == ()


WORDS = ("it", "is", "likely", "almost certain", "may", "high confidence", "we", "assess", ".", "|")


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_every_finding_says_which_words_of_the_text_and_why(text: str) -> None:
    assert all(finding.why and finding.text in text for finding in lint(text, "en"))
