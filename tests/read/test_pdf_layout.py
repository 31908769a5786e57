"""The order of the lines of a page."""

from summarize.read.pdf_fragments import Fragment
from summarize.read.pdf_layout import lines

SAID = "forty letters of prose that fill a column"


def at(text: str, x: float, y: float, order: int = 0, size: float = 10.0) -> Fragment:
    return Fragment(text, x, y, len(text) * size * 0.5, size, False, order)


def column(name: str, x: float, top: float, rows: int, start: int = 0) -> list[Fragment]:
    return [at(f"{name}{n} {SAID}", x, top - 12 * n, start + n) for n in range(rows)]


def read(fragments: list[Fragment]) -> list[str]:
    return [line.text.split()[0] for line in lines(fragments)]


def test_no_text_has_no_lines() -> None:
    assert lines([]) == []


def test_one_column_is_read_from_top_to_bottom() -> None:
    assert read(column("a", 72, 700, 3)[::-1]) == ["a0", "a1", "a2"]


def test_columns_are_read_one_after_the_other() -> None:
    rows = [*column("a", 60, 700, 6), *column("b", 310, 700, 6)]
    assert read(rows) == [*(f"a{n}" for n in range(6)), *(f"b{n}" for n in range(6))]


def test_a_row_across_parts_the_columns() -> None:
    across = at("across " + "all of the page and more of it " * 3, 60, 640)
    rows = [*column("a", 60, 700, 4), *column("b", 310, 700, 4), across,
            *column("c", 60, 620, 4), *column("d", 310, 620, 4)]  # fmt: skip
    order = read(rows)
    assert order.index("b3") < order.index("across") < order.index("c0") < order.index("d0")


def test_words_one_by_one_are_no_columns() -> None:
    words = [at("word ", 60 + 30 * n, 700 - 12 * row, row * 15 + n)
             for row in range(20) for n in range(15)]  # fmt: skip
    assert len(lines(words)) == 20


def test_a_table_of_figures_is_read_row_by_row() -> None:
    cells = [at(f"r{row}c{n}", 60 + 120 * n, 700 - 12 * row, row * 4 + n)
             for row in range(8) for n in range(4)]  # fmt: skip
    assert lines(cells)[0].text == "r0c0r0c1r0c2r0c3"


def test_pieces_apart_in_the_file_get_their_space() -> None:
    pieces = [at("second", 140, 700, 9), at("first", 72, 700, 0)]
    assert lines(pieces)[0].text == "first second"


def test_a_raised_mark_stays_in_its_row() -> None:
    pieces = [at("noted", 72, 700, 0), at("1", 97, 703.5, 1, 6.0), at(" on", 100, 700, 2)]
    assert [line.text for line in lines(pieces)] == ["noted1 on"]


def test_right_to_left_pieces_are_joined_from_the_right() -> None:
    pieces = [at("السد", 200, 700, 0), at("انهار", 240, 700, 5)]
    assert lines(pieces)[0].text.split()[0] == "انهار"
