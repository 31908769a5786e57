from __future__ import annotations

import pytest

from summarize.text.standalone import is_boilerplate, is_credit, is_whole, stands_alone

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
        "FILE - The Karrow Dam, north of Lindmere, on a day in May 2025.",
        "Photo: Harbor Gazette",
        "Image copyright Harbor Gazette Image caption The dam on Monday",
        "The dam is seen before the flood of Monday night.",
        "Click to share on Twitter (Opens in new window)",
        "This is a developing story and there is more to come.",
        "Reporting by Mara Quill in Lindmere.",
        "Anyone with information is asked to call the police in Lindmere.",
        "This article was originally published in the Vale.",
        "Follow Mara Quill on Twitter.",
        "Lea también: la presa de Karrow.",
        "Leia também: a barragem de Karrow.",
        "Lesen Sie auch: der Damm von Karrow.",
        "Đập Karrow sáng nay - Ảnh: Harbor Gazette",
        "اقرأ أيضا: انهيار سد كارو.",
        "مزید پڑھیں: کارو ڈیم ٹوٹ گیا۔",
        "यह भी पढ़ें: कैरो बांध टूटा।",
        "未经授权不得转载。",
        "関連記事はこちら。",
    ],
)
def test_the_business_of_an_outlet_is_boilerplate(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "Photographs of the dam contributed nothing to the inquiry, the judge said.",
        "The report was published on Tuesday, and the minister is seen as its target.",
        "Doctors must follow the rules on waste, the court said.",
        "The court said that the names may not be published.",
    ],
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


def test_who_took_a_picture_is_known_by_the_brackets() -> None:
    assert is_credit("(Mara Quill / Staff photographer)")
    assert is_credit("(Associated Press)")
    assert not is_credit("(The dam was built in 1931.)")
    assert not is_credit("Mara Quill took photos of the dam.")


def test_a_plain_statement_stands_alone() -> None:
    assert stands_alone(GOOD, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The decision to close the dam was taken on Monday night.", "en"),
        ("This year the dam held through the rains of spring.", "en"),
        ("Both Lindmere and Wexmoor lost their bridges on Monday.", "en"),
        ("La décision de fermer le barrage a été prise lundi soir.", "fr"),
        ("Ông Karrow cho đóng cửa đập vào tối thứ Hai.", "vi"),
        ("Trong đêm thứ Hai, nước lũ nhấn chìm hai thị trấn.", "vi"),
    ],
)
def test_what_says_itself_what_it_means_leans_on_nothing(text: str, language: str) -> None:
    assert stands_alone(text, language)


def test_a_language_that_writes_syllables_apart_has_longer_sentences() -> None:
    text = "Nước lũ " * 40 + "đã rút."

    assert is_whole(text, "vi")
    assert not is_whole(text, "en")
