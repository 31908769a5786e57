"""Running heads, page numbers and lists of references."""

import pytest

from summarize.read import pdf_words
from summarize.read.draft import Sheet
from summarize.read.pdf_heads import Leaf, body_size, without
from summarize.read.pdf_layout import Line

TEXT = [f"A line of the text that is number {n} of the page" for n in range(9)]
WORKS = [
    "[1] A. Quill, Floods, Journal of Rivers 12 (2019), 33-48.",
    "[2] C. Isby, Repairing Dams, Velden, 2021, pp. 10-19.",
    "[3] D. Sanders et al., Costs, doi:10.5555/w.4.2",
]


def line(text: str, y: float, size: float = 10.0, bold: bool = False) -> Line:
    return Line(text, 72, y, 400, size, bold, 0, 72, 520)


def leaf(number: int, *texts: str, head: str = "", foot: str = "") -> Leaf:
    rows = [line(text, 740 - 12 * n) for n, text in enumerate(texts)]
    head_rows = [line(head, 800)] if head else []
    return Leaf(Sheet(number), (*head_rows, *rows, *([line(foot, 40)] if foot else [])))


def texts(*leaves: Leaf) -> list[list[str]]:
    return [[row.text for row in one.lines] for one in without(leaves)]


def test_no_pages_have_no_size() -> None:
    assert body_size([]) == 0


def test_what_runs_over_the_pages_goes() -> None:
    first = leaf(1, *TEXT, head="Ledger, page 1", foot="Council of Orlen")
    second = leaf(2, *reversed(TEXT), head="Ledger, page 2", foot="Council of Orlen")
    assert texts(first, second) == [TEXT, TEXT[::-1]]


def test_what_stands_once_stays() -> None:
    first, second = leaf(1, *TEXT, head="The title"), leaf(2, *TEXT)
    assert texts(first, second)[0][0] == "The title"


def test_lines_of_the_text_that_are_alike_stay() -> None:
    assert texts(leaf(1, *TEXT), leaf(2, *TEXT)) == [TEXT, TEXT]


@pytest.mark.parametrize("number", ["7", "- 7 -", "Page 7 of 12", "vii", "7/12", "A-3", "Seite 7"])
def test_the_number_of_a_page_goes(number: str) -> None:
    assert texts(leaf(1, *TEXT, foot=number)) == [TEXT]


def test_a_number_amid_the_text_stays() -> None:
    said = [*TEXT[:4], "7", *TEXT[4:]]
    assert texts(leaf(1, *said)) == [said]


@pytest.mark.parametrize("head", ["References", "7. Bibliography", "Literatur", "参考文献"])
def test_a_list_of_references_goes(head: str) -> None:
    assert texts(leaf(1, *TEXT, head, *WORKS)) == [TEXT]


def test_the_list_goes_on_over_pages_and_ends_at_an_appendix() -> None:
    first, second = leaf(1, *TEXT, "References", *WORKS), leaf(2, *WORKS, "Appendix A", *TEXT)
    assert texts(first, second) == [TEXT, ["Appendix A", *TEXT]]


def test_the_list_ends_at_a_heading_like_its_own() -> None:
    rows = [line("References", 700, 14), *(line(work, 680 - n) for n, work in enumerate(WORKS))]
    after = [line("What comes next", 600, 14), line("Text again", 580)]
    body = [line(text, 800 - n) for n, text in enumerate(TEXT)]
    kept = without([Leaf(Sheet(1), (*body, *rows, *after))])
    assert [row.text for row in kept[0].lines] == [*TEXT, "What comes next", "Text again"]


def test_a_heading_without_works_below_stays() -> None:
    said = ["References", *TEXT]
    assert texts(leaf(1, *said)) == [said]
    assert texts(leaf(1, *TEXT, "References")) == [[*TEXT, "References"]]


@pytest.mark.parametrize(
    "text", ["In 12 of 14", "Page by page", "the year 2019 was", "1.2 million"]
)
def test_a_text_is_no_page_number(text: str) -> None:
    assert not pdf_words.is_page_number(text)


@pytest.mark.parametrize("row", ["2.1 Naming . . . . . . 3", "Preface ........ iv", "Notes ……… 12"])
def test_a_table_of_contents_goes(row: str) -> None:
    assert texts(leaf(1, row, *TEXT)) == [TEXT]


@pytest.mark.parametrize("row", ["And so on ... and on", "He waited....", "It is 3. 4. 5"])
def test_dots_in_a_text_stay(row: str) -> None:
    assert texts(leaf(1, row, *TEXT)) == [[row, *TEXT]]
