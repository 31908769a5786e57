from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Heading, Page
from tests.builders import article

TEXT = "First heading\n\nOne here. Two here.\n\nSecond heading\n\nThree here."
HEADED = article(TEXT, headings=(Heading(0, 13, 2), Heading(36, 50, 2)))


@given(st.text(max_size=400), st.data())
def test_a_quote_is_its_span_trimmed(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    one = article(text)
    if not text[start:end].strip():
        with pytest.raises(ValueError, match="no text"):
            one.quote(start, end)
        return

    quote = one.quote(start, end)

    assert one.text[quote.start : quote.end] == quote.text == text[start:end].strip()


@given(st.text(max_size=400))
def test_sentences_tile_the_text(text: str) -> None:
    one = article(text)

    assert "".join(text[s.start : s.end] for s in one.sentences) == text


@given(st.text(max_size=400))
def test_statements_are_spans_without_white_space_around(text: str) -> None:
    assert all(said and said == said.strip() for said in article(text).wording)


def test_headings_are_sentences_of_their_own_and_no_statements() -> None:
    assert [s.is_heading for s in HEADED.sentences] == [True, False, False, True, False]
    assert HEADED.wording == ["One here.", "Two here.", "Three here."]


def test_a_quote_says_where_it_stands() -> None:
    locator = HEADED.quote(52, 63).locator

    assert (locator.paragraph, locator.heading) == (4, "Second heading")


def test_before_the_first_heading_there_is_none() -> None:
    assert article("One here.").quote(0, 9).locator.heading is None


def test_a_dateline_is_no_part_of_the_statement() -> None:
    one = article("PORT HALDEN (CNW) — The ship ran aground.\n\nTugs came.")

    assert one.wording == ["The ship ran aground.", "Tugs came."]


def test_the_same_key_and_text_have_the_same_id() -> None:
    assert article("Text here.").id == article("Text here.", published=None).id


@pytest.mark.parametrize("other", [article("Other."), article("Text.", outlet="The Tavrenian")])
def test_another_key_or_text_has_another_id(other: object) -> None:
    assert article("Text.") != other
    assert article("Text.").id != getattr(other, "id", None)


def test_the_day_of_a_time_is_its_own_date() -> None:
    assert article("T.", published=datetime(2026, 3, 10, 23, tzinfo=UTC)).day == date(2026, 3, 10)


def test_a_quote_names_its_page_and_both_where_it_goes_on() -> None:
    text = "The dam broke on Tuesday night. The town was under water by noon."
    pages = (Page(0, 40, 3, "iii"), Page(40, len(text), 4))
    paged = replace(article(text), pages=pages)
    first, second = (paged.quote(s.start, s.end).locator for s in paged.statements)
    assert (first.page, first.sheet) == ("iii", 3)
    assert (second.page, second.sheet) == ("iii–4", 3)


def test_an_article_without_pages_has_none_in_its_quotes() -> None:
    locator = article("The dam broke on Tuesday night.").quote(0, 7).locator
    assert (locator.page, locator.sheet) == (None, None)
