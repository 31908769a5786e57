from __future__ import annotations

import pytest

from summarize.text.agencies import agency_in_sentence, agency_of_author, known_agency


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("The dam held, Reuters reported.", "Reuters"),
        ("The dam held, the governor told AFP.", "AFP"),
        ("The dam held, AP reported on Tuesday.", "AP"),
        ("Copyright 2026 The Associated Press.", "AP"),
        ("© AP", "AP"),
        ("The dam held. — dpa", "dpa"),
        ("The dam held (UPI).", "UPI"),
        ("据新华社报道，大坝守住了。", "Xinhua"),
        ("Bloomberg said no to a third term.", None),
        ("The PTI party won in Dunmore.", None),
        ("Photo: Reuters", None),
        ("The dam held.", None),
    ],
)
def test_a_sentence_credits_an_agency(sentence: str, agency: str | None) -> None:
    assert agency_in_sentence(sentence) == agency


@pytest.mark.parametrize(
    ("author", "agency"),
    [
        ("Associated Press", "AP"),
        ("The Associated Press", "AP"),
        ("Reuters Staff", "Reuters"),
        ("Mara Quill, AFP", "AFP"),
        ("Mara Quill of Bloomberg", "Bloomberg"),
        ("Mara Bloomberg", None),
        ("Mara Quill", None),
    ],
)
def test_a_byline_names_an_agency(author: str, agency: str | None) -> None:
    assert agency_of_author(author) == agency


def test_an_agency_is_known_in_any_case() -> None:
    assert (known_agency(" associated press "), known_agency("Coast Wire")) == ("AP", None)
