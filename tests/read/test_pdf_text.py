"""Paragraphs of printed lines."""

import pytest

from summarize.read.draft import Block, Sheet
from summarize.read.pdf_heads import Leaf
from summarize.read.pdf_layout import Line
from summarize.read.pdf_text import blocks

FULL = 510.0


def line(text: str, y: float, *, x: float = 72.0, size: float = 10.0, end: float = FULL,
         bold: bool = False, column: int = 0) -> Line:  # fmt: skip
    return Line(text, x, y, end, size, bold, column, 72, 520)


def texts(*lines: Line) -> list[str]:
    return [block.text for block in blocks([Leaf(Sheet(1), lines)])]


def rows(*said: str) -> list[Line]:
    return [line(text, 700 - 12 * n) for n, text in enumerate(said)]


def test_lines_are_joined() -> None:
    assert texts(*rows("The dam gave", "way on Tuesday", "at night.")) == [
        "The dam gave way on Tuesday at night."
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("the extra-", "ordinary flood"), "the extraordinary flood"),
        (("the extra\u00ad", "ordinary flood"), "the extraordinary flood"),
        (("the extra\u2010", "ordinary flood"), "the extraordinary flood"),
        (("a well-known man, well-", "known to all"), "a well-known man, well-known to all"),
        (("the Orlen-", "Velden line"), "the Orlen-Velden line"),
        (("from 2019-", "2021 it"), "from 2019-2021 it"),
        (("see a/", "b for it"), "see a/b for it"),
        (("大坝决", "堤了"), "大坝决堤了"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_unless_the_word_has_it(
    said: tuple[str, ...], expected: str
) -> None:
    assert texts(*rows(*said)) == [expected]


def test_a_gap_ends_a_paragraph() -> None:
    assert len(texts(*rows("One", "two", "three"), line("Four", 640))) == 2


def test_an_indented_line_after_a_sentence_begins_one() -> None:
    first, second = rows("It ended here.", "x")
    indented = line("It began here and", 688, x=86)
    assert texts(first, indented, line("went on", 676)) == [
        "It ended here.", "It began here and went on",
    ]  # fmt: skip
    assert second.text == "x"


def test_an_indented_line_amid_a_sentence_begins_none() -> None:
    assert len(texts(line("It did not", 700), line("end here", 688, x=86))) == 1


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    assert len(texts(line("It ended.", 700, end=200), line("It began", 688))) == 2
    assert len(texts(line("It did not", 700, end=200), line("end", 688))) == 1


def test_items_are_paragraphs() -> None:
    assert texts(*rows("They are", "• one", "• two", "1. three")) == [
        "They are", "• one", "• two", "1. three",
    ]  # fmt: skip


def test_larger_and_bold_lines_are_headings() -> None:
    found = blocks([Leaf(Sheet(1), (
        line("The title", 760, size=18), line("of it", 738, size=18),
        line("A section", 710, bold=True),
        *rows("Text that", "goes on"),
    ))])  # fmt: skip
    assert [(block.text, block.level) for block in found] == [
        ("The title of it", 1), ("A section", 2), ("Text that goes on", 0),
    ]  # fmt: skip


def test_a_bold_sentence_and_a_number_are_no_headings() -> None:
    lines = [line("It was said so.", 700, bold=True), *rows("Text")[:0], line("More text", 688)]
    assert [b.level for b in blocks([Leaf(Sheet(1), tuple(lines))])] == [0]
    number = [line("12", 700, size=20), *[line("Text goes on", 600 - 12 * n) for n in range(9)]]
    assert all(b.level == 0 for b in blocks([Leaf(Sheet(1), tuple(number))]))


def test_small_print_waits_for_the_end_of_its_paragraph() -> None:
    first = Leaf(Sheet(1), (
        *rows("The figures of the", "council are"),
        line("1 A note that is small", 100, size=7.0), line("and long.", 92, size=7.0, end=120),
        line("2 Another note.", 82, size=7.0),
    ))  # fmt: skip
    second = Leaf(Sheet(2), tuple(rows("not those of the state.", "They differ.")))
    assert blocks([first, second]) == (
        Block("The figures of the council are not those of the state. They differ.", 0,
              ((0, Sheet(1)), (31, Sheet(2)))),
        Block("1 A note that is small and long.", 0, ((0, Sheet(1)),)),
        Block("2 Another note.", 0, ((0, Sheet(1)),)),
    )  # fmt: skip


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    assert texts(line("The dam did", 100), line("not hold", 700, column=1)) == [
        "The dam did not hold"
    ]


def test_an_empty_page_has_no_blocks() -> None:
    assert blocks([Leaf(Sheet(1), ())]) == ()
    assert texts(line("\u200b", 700)) == []
