"""HTML without a page around it."""

import pytest

from summarize.read import fragment
from summarize.read.fragment import Piece


def texts(html: str) -> list[str]:
    return [piece.text for piece in fragment.read(html).pieces]


def test_paragraphs_and_headings_are_pieces() -> None:
    read = fragment.read("<h2>News</h2><p>One <i>and</i> two</p>tail<br>end")
    assert read.pieces == (Piece("News", 2), Piece("One and two"), Piece("tail"), Piece("end"))
    assert [block.level for block in read.blocks] == [2, 0, 0, 0]


def test_a_piece_knows_where_it_leads() -> None:
    (piece,) = fragment.read('<p>See <a href="https://a.example/1">this</a>, please</p>').pieces
    assert (piece.link, piece.stands_out) == ("https://a.example/1", False)


def test_a_link_around_a_paragraph_is_of_the_paragraph() -> None:
    first, second = fragment.read(
        '<a href="https://a.example/1"><p>All of it</p></a><p>not this</p>'
    ).pieces
    assert (first.link, first.stands_out) == ("https://a.example/1", True)
    assert (second.link, second.stands_out) == (None, False)


def test_a_link_that_is_no_web_address_leads_nowhere() -> None:
    assert fragment.read('<p><a href="javascript:x">Click</a></p>').pieces[0].link is None


def test_bold_text_stands_out() -> None:
    first, second = fragment.read("<p><b>All of it</b></p><p><b>A</b> part</p>").pieces
    assert (first.stands_out, second.stands_out) == (True, False)


def test_a_cell_with_a_label_is_left_out_unless_it_stands_out() -> None:
    cells = "<td>12 March</td><td><b>Dam breaks</b></td><td>" + "word " * 9 + "</td>"
    assert texts(f"<table><tr>{cells}</tr></table>") == ["Dam breaks", " ".join(["word"] * 9)]


def test_what_nobody_sees_is_counted_and_not_read() -> None:
    read = fragment.read("<p>Seen</p><p style='display:none'>Hidden order</p><!-- a comment -->")
    assert [piece.text for piece in read.pieces] == ["Seen"]
    assert sum(read.removed.values()) == 1


def test_text_after_a_comment_is_read() -> None:
    assert texts("<p>before<!-- x --> after</p>") == ["before after"]


@pytest.mark.parametrize("html", ["", "  ", "<!-- x -->", "<p></p>", "\0", "<frameset></frameset>"])
def test_nothing_gives_no_pieces(html: str) -> None:
    assert texts(html) == []


def test_too_many_elements_give_no_pieces() -> None:
    assert texts("<i></i>" * 50_001 + "<p>x</p>") == []


def test_an_xml_declaration_is_passed_over() -> None:
    assert texts('<?xml version="1.0" encoding="utf-8"?><p>x</p>') == ["x"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a < b", False), ("<p>x", True), ("x<br/>y", True), ("<3 this", False), ("<b>x</b>", True)],
)
def test_html_is_known_by_its_elements(text: str, expected: bool) -> None:
    assert fragment.is_html(text) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Dam &amp; bridge", "Dam & bridge"),
        ("Dam &lt;b&gt;breaks&lt;/b&gt;", "Dam breaks"),
        ("A &amp;amp; B", "A &amp; B"),
        ("5 < 6\n and more", "5 < 6 and more"),
    ],
)
def test_a_title_is_one_plain_line(written: str, expected: str) -> None:
    assert fragment.plain(written) == expected
