"""Where the stories of a newsletter begin."""

from summarize.read.digest import parts, trimmed
from summarize.read.fragment import Piece

TEXT = "A sentence of more than eight words that tells what has happened there."


def test_a_part_has_its_heading_its_text_and_its_link() -> None:
    pieces = (
        Piece("Editor's note"),
        Piece("First story", 2), Piece(TEXT), Piece("Read more", link="https://a.example/1"),
        Piece("Second story", 2, "https://a.example/2"), Piece(TEXT),
    )  # fmt: skip
    first, second = parts(pieces)
    assert (first.title, first.link, first.pieces) == (
        "First story", "https://a.example/1", (Piece(TEXT),)
    )  # fmt: skip
    assert second.link == "https://a.example/2"


def test_the_name_of_a_section_is_no_story() -> None:
    pieces = (
        Piece("World", 1),
        Piece("First story", 2), Piece(TEXT, link="https://a.example/1"),
        Piece("Sports", 1),
        Piece("Second story", 2), Piece(TEXT, link="https://a.example/2"),
    )  # fmt: skip
    assert [part.title for part in parts(pieces)] == ["First story", "Second story"]


def test_a_sentence_in_bold_is_no_heading() -> None:
    bold = Piece(TEXT, link="https://a.example/1", stands_out=True)
    assert parts((bold, Piece(TEXT), bold, Piece(TEXT))) == ()


def test_an_unsubscribe_line_at_the_top_ends_nothing() -> None:
    pieces = (Piece("Unsubscribe"), *[Piece(TEXT)] * 5)
    assert trimmed(pieces) == tuple([Piece(TEXT)] * 5)


def test_nothing_follows_the_end() -> None:
    assert trimmed((*[Piece(TEXT)] * 3, Piece("Unsubscribe"), Piece("12 Mill Lane"))) == tuple(
        [Piece(TEXT)] * 3
    )
