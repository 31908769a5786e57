from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.brief_blocks import Block, outline
from summarize.check.brief_inline import Plain, plain


def read(text: str, *outlets: str) -> Plain:
    return plain(Block(text, range(len(text))), frozenset(outlets))


def names(text: str, *outlets: str) -> list[str]:
    return [mark.name for mark in read(text, *outlets).marks]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Broke [1].", ["1"]),
        ("Broke [3a] [12b].", ["3a", "12b"]),
        ("Broke [1][2].", ["1", "2"]),
        ("Broke [1, 2; 3].", ["1", "2", "3"]),
        ("Broke [^2] [^note].", ["^2", "^note"]),
        ("Broke 【4†source】.", ["4"]),
        ("Broke [1](https://a.example/x).", ["1", "https://a.example/x"]),
        ("Broke [[1]](https://a.example/x).", ["1", "https://a.example/x"]),
        ("Broke ([Gazette](https://a.example/x)).", ["https://a.example/x"]),
        ("Broke (https://a.example/x).", ["https://a.example/x"]),
        ("Broke <https://a.example/x>.", ["https://a.example/x"]),
        ("Broke https://a.example/x.", ["https://a.example/x"]),
        ("Broke https://a.example/x_(y), then.", ["https://a.example/x_(y)"]),
    ],
)
def test_citations_are_found_in_every_form(text: str, cited: list[str]) -> None:
    read_text = read(text)

    assert [mark.name for mark in read_text.marks] == cited
    assert read_text.text.startswith("Broke ")
    assert not any(char in read_text.text for char in "[]【<1")


def test_brackets_around_words_are_no_citation() -> None:
    assert read("He [the mayor] said \\[1\\] so [sic].").text == "He [the mayor] said [1] so [sic]."
    assert names("He [the mayor] said \\[1\\] so [sic].") == []


def test_a_link_keeps_its_words_and_cites_its_address() -> None:
    found = read("See [the *first* report](https://a.example/x 'title') now.")

    assert found.text == "See the first report now."
    assert [(m.name, m.end - m.start) for m in found.marks] == [("https://a.example/x", 0)]


def test_a_link_into_the_page_cites_nothing() -> None:
    assert (read("Broke. ([story 1](#s1))").text, names("Broke. ([story 1](#s1))")) == (
        "Broke. ",
        [],
    )


def test_an_outlet_in_brackets_is_a_citation() -> None:
    assert names("Broke (harbor gazette, 10 March).", "Harbor Gazette") == ["harbor gazette"]
    assert names("Broke (other paper).", "Harbor Gazette") == []


def test_marks_of_markdown_go_and_signs_of_the_text_stay() -> None:
    text = (
        "**Bold** _soft_ `code` ~~old~~ <b>tag</b> ![image](x.png) 5 * 3 a_b &amp; &#233; \\* x < 5"
    )

    assert read(text).text == "Bold soft code old tag  5 * 3 a_b & é * x < 5"


def test_a_place_without_a_passage_is_no_text() -> None:
    assert read("Broke. [no passage found]").text == "Broke. "
    assert names("Broke. [no passage found]") == ["[no passage found]"]


@given(st.text(alphabet="ab[]()*_^1,<>&;#\\`!h:/. ", max_size=60))
def test_what_is_left_stands_in_the_text_in_order(text: str) -> None:
    found = read(text)

    assert len(found.text) == len(found.places)
    assert found.places == sorted(found.places)
    assert all(0 <= mark.at <= len(found.text) for mark in found.marks)
    assert all(0 <= mark.start <= mark.end <= len(text) for mark in found.marks)


def test_a_hard_break_leaves_no_backslash() -> None:
    text = "Ten died\\\nin Brask\\"
    (block,) = outline(text, frozenset()).blocks

    assert " ".join(plain(block).text.split()) == "Ten died in Brask"
