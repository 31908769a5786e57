from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.wording import parts, wording

TEXT = wording(["The mill, they said, is clo-", "sed. Café and café!"])


@pytest.mark.parametrize(
    ("quotation", "there"),
    [
        ("THE MILL THEY SAID", True),
        ("is closed", True),
        ("cafe and cafe", True),
        ("mill … said", True),
        ("said … mill", False),
        ("the [old] mill", True),
        ("he mill", False),
        ("the mil", False),
        ("the mil[lers]", True),
        ("[What]they said", True),
        ("the mill [x] … closed", True),
        ("", True),
    ],
)
def test_letters_are_compared_from_the_start_of_a_word_to_the_end_of_one(
    quotation: str, there: bool
) -> None:
    assert TEXT.has(parts(quotation)) is there


def test_the_closest_words_stand_as_they_are_in_the_text() -> None:
    assert TEXT.closest("they sadly said") == "they said"


def test_nothing_is_close_in_a_text_without_words() -> None:
    assert wording([]).closest("they said") is None


def test_a_quotation_of_many_parts_takes_no_long_time() -> None:
    many = parts("a … " * 5000 + "b")
    assert len(many) < 50
    assert not wording(["a " * 500] * 6).has(many)


@given(st.lists(st.text(max_size=20), max_size=5), st.text(max_size=40))
def test_the_closest_words_are_a_part_of_the_text(sentences: list[str], quotation: str) -> None:
    source = wording(sentences)
    closest = source.closest(quotation) if parts(quotation) else None
    assert closest is None or closest in source.text
    assert source.text == " ".join(each for each in sentences) or "" in sentences
