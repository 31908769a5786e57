"""What a line break in plain text means."""

import textwrap
import time

from hypothesis import given
from hypothesis import strategies as st

from summarize.read.unwrap import paragraphs

FIRST = (
    "The dam above Orlen gave way shortly after midnight on Tuesday, sending a wall of water "
    "through the lower town and cutting the only road to the valley, the regional council said."
)
SECOND = (
    "Rescue teams reached the school by boat at dawn, where about 140 people had spent the night "
    "on the roof. Nobody there was hurt, the mayor said in a short statement to the radio."
)


def test_hard_wrapped_paragraphs_are_joined() -> None:
    text = "\n\n".join(textwrap.fill(part, 72) for part in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


def test_each_line_is_a_paragraph_without_blank_lines() -> None:
    assert paragraphs(f"{FIRST}\n{SECOND}\n{FIRST}") == [FIRST, SECOND, FIRST]


def test_short_lines_without_blank_lines_stay_paragraphs() -> None:
    assert paragraphs("It rained.\nIt stopped.\nIt rained.") == [
        "It rained.",
        "It stopped.",
        "It rained.",
    ]


def test_hard_wrapped_text_without_blank_lines_ends_paragraphs_at_short_lines() -> None:
    text = "\n".join(textwrap.fill(part, 72) for part in (FIRST, SECOND))
    assert paragraphs(text) == [FIRST, SECOND]


def test_a_line_that_goes_on_is_joined_between_blank_lines() -> None:
    text = "The dam broke on Monday\nin the upper valley.\n\nTwo bridges fell."
    assert paragraphs(text) == ["The dam broke on Monday in the upper valley.", "Two bridges fell."]


def test_lines_under_a_heading_of_blank_lines_stay_paragraphs() -> None:
    text = f"Flood in Orlen\n\n{FIRST}\n{SECOND}"
    assert paragraphs(text) == ["Flood in Orlen", FIRST, SECOND]


def test_items_of_a_list_are_not_joined() -> None:
    text = "What is closed\n- the school\n- the bridge\n\nAll else is open."
    assert paragraphs(text) == [
        "What is closed",
        "- the school",
        "- the bridge",
        "All else is open.",
    ]


def test_scripts_without_spaces_get_none_at_the_seam() -> None:
    assert paragraphs("洪水冲毁了三座\n桥梁。\n\n学校停课。") == [
        "洪水冲毁了三座桥梁。",
        "学校停课。",
    ]


def test_a_line_end_hyphen_is_left_alone() -> None:
    assert paragraphs("the north-\neast\n\nend.") == ["the north- east", "end."]


def test_no_text_has_no_paragraphs() -> None:
    assert paragraphs(" \n\n \n") == []


@given(st.text(alphabet=st.sampled_from("ab .\n-Aé\u200b\u0301中\t"), max_size=200))
def test_paragraphs_hold_no_line_break_and_are_stable(text: str) -> None:
    made = paragraphs(text)
    assert all(part and part == part.strip() and "\n" not in part for part in made)
    assert paragraphs("\n\n".join(made)) == made


@given(st.lists(st.sampled_from(["rain", "fell", "in", "Orlen", "today"]), min_size=1))
def test_no_word_is_lost(words: list[str]) -> None:
    text = textwrap.fill(" ".join(words), 60)
    assert " ".join(paragraphs(text)).split() == words


def test_a_large_text_takes_time_in_proportion() -> None:
    start = time.perf_counter()
    assert len(paragraphs("a line of a large text\n\n" * 50_000)) == 50_000
    assert time.perf_counter() - start < 3  # 0.2 s; a quadratic way would take minutes


def test_the_width_is_told_from_the_head_of_a_long_text() -> None:
    wrapped = "\n\n".join([textwrap.fill(FIRST, 72), textwrap.fill(SECOND, 72)] * 800)
    assert paragraphs(wrapped) == [FIRST, SECOND] * 800
