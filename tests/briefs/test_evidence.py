"""What a model is shown, and how the text of strangers is kept apart from ours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.briefs.evidence import (
    Source,
    article_heading,
    boundary,
    sentence_line,
    show,
    statement_quotes,
)
from summarize.claims import make_claim
from tests.builders import article

DAM = article("The dam burst on Monday night. Two towns were flooded before dawn.")
RATE = article("The bank cut its rate on Tuesday.", title="Rate cut", outlet="Vessen Courier")


def test_sentences_are_numbered_through_all_sources() -> None:
    sources = [Source(article_heading(a, n), statement_quotes(a)) for n, a in ((1, DAM), (2, RATE))]

    shown = show(sources)

    assert [line for line in shown.text.splitlines() if line.startswith("[")] == [
        "[1] The dam burst on Monday night.",
        "[2] Two towns were flooded before dawn.",
        "[3] The bank cut its rate on Tuesday.",
    ]
    assert [quote.text for quote in shown.quotes][2] == "The bank cut its rate on Tuesday."


def test_a_passage_that_is_shown_twice_has_one_number() -> None:
    source = Source("ARTICLE 1", statement_quotes(DAM))

    shown = show([source, source])

    assert len(shown.quotes) == 2


def test_a_note_is_shown_with_the_numbers_of_its_passages() -> None:
    quotes = statement_quotes(DAM)
    note = make_claim("A dam failed.", quotes, "en", 1)

    shown = show([Source("ARTICLE 1", quotes, (note,))])

    assert "NOTE: A dam failed. [1][2]" in shown.text.splitlines()


def test_a_heading_of_an_article_tells_outlet_day_and_origin() -> None:
    assert article_heading(DAM, 1, 4) == (
        "ARTICLE 1 | Harbor Gazette | 2026-03-10 | origin 4\nTITLE: A title"
    )


def test_a_number_that_a_sentence_begins_with_is_escaped() -> None:
    assert sentence_line(7, "[3] The dam held.") == "[7] \\[3] The dam held."


def test_the_input_stands_between_two_lines_of_its_boundary() -> None:
    lines = show([Source("ARTICLE 1", statement_quotes(DAM))]).text.splitlines()

    assert lines[0] == lines[-1]
    assert lines[0].startswith("===== ")


@given(st.text(min_size=1, max_size=300))
def test_no_text_holds_its_own_boundary(text: str) -> None:
    mark = boundary(text)

    assert len(mark) == 32
    assert mark not in text
    assert mark == boundary(text)


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=6))
def test_no_sentence_breaks_its_line(sentences: list[str]) -> None:
    lines = [sentence_line(n, text) for n, text in enumerate(sentences, 1)]

    assert all(len(line.splitlines()) == 1 for line in lines)
