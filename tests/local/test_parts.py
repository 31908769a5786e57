from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article, Heading
from summarize.local.article import brief_article
from summarize.local.parts import MOST, is_long, parts, under_headings
from summarize.local.passages import passages
from tests.builders import article

SENTENCE = "The river rose by {0} metres near Lindmere in {1}, and the ferry of town {1} stopped."


def text(sentences: int) -> str:
    return " ".join(SENTENCE.format(n % 7 + 2, n) for n in range(sentences))


def headed(headings: int, sentences: int) -> Article:
    whole, found = "", []
    for number in range(headings):
        found.append(Heading(len(whole), len(whole) + len(f"Part {number}"), 2))
        whole += f"Part {number}\n\n{text(sentences)}\n\n"
    return article(whole, headings=tuple(found))


def test_a_long_text_without_headings_is_told_from_each_third() -> None:
    one = article(text(400))

    starts = [claim.quotes[0].start for claim in brief_article(one, 100).claims]

    assert {3 * start // len(one.text) for start in starts} == {0, 1, 2}


def test_a_text_of_usual_length_is_not_long() -> None:
    assert not is_long(passages(article(text(20))))


def test_each_heading_is_a_part() -> None:
    one = headed(4, 3)
    found = passages(one)

    made = under_headings(one, found, [place for run in parts(one, found, 60) for place in run])

    assert [title for title, _ in made] == ["Part 0", "Part 1", "Part 2", "Part 3"]


def test_many_headings_share_parts() -> None:
    one = headed(40, 2)

    made = parts(one, passages(one), 100)

    assert len(made) == MOST
    assert [place for run in made for place in run] == list(range(80))


def test_what_stands_before_the_first_heading_is_under_the_title() -> None:
    lead = text(2)
    heading = Heading(len(lead) + 2, len(lead) + 8, 2)
    one = article(f"{lead}\n\nPart 1\n\n{text(2)}", title="The river", headings=(heading,))

    assert [title for title, _ in under_headings(one, passages(one), [0, 2])] == [
        "The river",
        "Part 1",
    ]


def test_without_headings_there_are_no_sections() -> None:
    one = article(text(2))

    assert under_headings(one, passages(one), [0]) == []


@given(st.integers(1, 60), st.integers(0, 2_000))
def test_parts_cover_all_passages_in_order(sentences: int, length: int) -> None:
    found = passages(article(text(sentences)))

    made = parts(article(text(sentences)), found, length)

    assert [place for run in made for place in run] == list(range(len(found)))
    assert len(made) <= MOST
