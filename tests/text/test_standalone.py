from __future__ import annotations

import pytest

from summarize.text.standalone import ease, is_boilerplate, stands_alone

GOOD = "The Karrow Dam burst on Monday night and flooded two towns."


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to our newsletter for more stories like this.",
        "Sign up here to get the news at seven.",
        "Photo by Mara Quill.",
        "Ada Vale contributed to this report.",
        "This story was updated at noon.",
        "Abonnez-vous pour lire la suite.",
        "Tous droits réservés.",
        "Suscríbase para leer más.",
        "© Harbor Gazette 2026",
    ],
)
def test_the_business_of_an_outlet_is_boilerplate(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text", [GOOD, "Photographs of the dam contributed nothing to the inquiry, the judge said."]
)
def test_news_is_not_boilerplate(text: str) -> None:
    assert not is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "But the dam held through the night, the mayor said.",
        "He said the dam had held through the night.",
        "The decision follows three days of rain in the valley.",
        "Who is to blame for the flood in the valley?",
        "the dam held through the night and the day.",
        "“The dam held through the night and the day.",
        'The mayor said "the dam held through the night.',
        "Mais le barrage a tenu toute la nuit.",
        "The dam held.",
        "The dam held through the night and",
    ],
)
def test_what_leans_on_other_sentences_does_not_stand_alone(text: str) -> None:
    language = "fr" if text.startswith("Mais") else "en"

    assert not stands_alone(text, language)


def test_a_plain_statement_stands_alone() -> None:
    assert stands_alone(GOOD, "en")


@pytest.mark.parametrize(
    "text",
    [
        "The dam had held through the night, she said.",
        "“The dam held through the night,” said Mara Quill.",
        "For 23 years he kept the gates of the dam.",
        "Our readers know what we think of the dam.",
    ],
)
def test_what_reads_less_well_alone_weighs_less(text: str) -> None:
    assert ease(text, "en") < ease(GOOD, "en") == 1.0
