"""Plain text: when the first line is a title."""

import time

import pytest

from summarize.read import text_file

BODY = "The dam above Orlen broke on Tuesday.\n\nTwo bridges fell."


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\r\r", "\n   \n", "\n\n\n"])
def test_a_short_first_line_with_a_blank_line_is_the_title(gap: str) -> None:
    found = text_file.found(f"Dam breaks above Orlen{gap}{BODY}")
    assert found.fields["title"].value == "Dam breaks above Orlen"
    assert found.fields["title"].origin == "first line"
    assert found.blocks[0].text == "The dam above Orlen broke on Tuesday."


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Dam breaks above Orlen\n{BODY}",
        f"{'A very long first line ' * 10}\n\n{BODY}",
        "Only one line\n\n",
        "",
    ],
)
def test_another_first_line_stays_in_the_text(text: str) -> None:
    found = text_file.found(text)
    assert "title" not in found.fields
    assert " ".join(block.text for block in found.blocks).split() == text.split()


def test_much_white_space_takes_time_in_proportion() -> None:
    start = time.perf_counter()
    assert text_file.found(" " * 1_000_000 + "x").blocks[0].text == "x"
    assert time.perf_counter() - start < 3


def test_a_title_is_cleaned() -> None:
    found = text_file.found(f"\n  Dam\u200b breaks\u00a0in Orlen \n\n{BODY}")
    assert found.fields["title"].value == "Dam breaks in Orlen"
