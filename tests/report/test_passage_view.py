"""The cited articles of a page, and how much of each is embedded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article, Quote
from summarize.report.assemble import settle
from summarize.report.desk import Desk, Embed, Printing, open_desk
from summarize.report.pages import situation_page
from summarize.report.passage_view import LONGEST, SourceCard, Stretch, around, view_cards
from summarize.reported import Report

NOW = datetime(2026, 3, 12, tzinfo=UTC)


def of(article: Article, words: str) -> Quote:
    start = article.text.index(words)
    return article.quote(start, start + len(words))


def cards(report: Report, embed: Embed | None = None) -> tuple[SourceCard, ...]:
    desk: Desk = open_desk(settle(report), Printing(embed=embed))
    return view_cards(desk, situation_page(desk).sources)


def test_a_quote_stands_in_its_paragraph_with_one_on_either_side(wire: Article) -> None:
    quote = of(wire, "The order was confirmed on 10 March.")

    assert around(wire, quote) == (
        Stretch("“We heard it before we saw it,” said Mayor Ilse Tarn.", "", ""),
        Stretch(
            "Repairs to the spillway were ordered on 9 March.",
            "The order was confirmed on 10 March.",
            "An inquiry opens on 15 March.",
            opens_apart=True,
            closes_apart=True,
        ),
    )


def test_where_a_language_has_no_spaces_none_are_made(wire: Article) -> None:
    chinese = replace(wire, text="大坝决口。省长说二十六人死亡。搜救继续。", language="zh")
    (found,) = around(chinese, of(chinese, "省长说二十六人死亡。"))

    assert (found.opens_apart, found.closes_apart) == (False, False)


def test_a_quote_over_two_paragraphs_is_marked_in_both(wire: Article) -> None:
    start = wire.text.index("More than 4,000")
    end = wire.text.index(" said Mayor")
    found = around(wire, wire.quote(start, end))

    assert [one.quoted for one in found] == [
        "",
        "More than 4,000 residents were moved to schools.",
        "“We heard it before we saw it,”",
        "",
    ]


def test_of_a_text_in_one_paragraph_a_part_is_embedded(wire: Article) -> None:
    long = replace(wire, text="word " * 500 + "The dam burst." + " word" * 500)
    (found,) = around(long, of(long, "The dam burst."))

    assert found.quoted == "The dam burst."
    assert found.before.startswith("… word")
    assert found.after.endswith("word …")
    assert max(len(found.before), len(found.after)) <= LONGEST + 2


@given(
    st.lists(st.text("ab ", min_size=1, max_size=9), min_size=1, max_size=6),
    st.integers(0, 60),
    st.integers(1, 60),
)
def test_what_is_marked_is_the_quote(paragraphs: list[str], start: int, length: int) -> None:
    text = "\n\n".join(paragraphs)
    article = Article("key", "A title", text, retrieved=NOW)
    whole = text[start : start + length]
    if not whole.strip():
        return
    quote = article.quote(start, start + length)

    marked = "\n\n".join(one.quoted for one in around(article, quote)).strip()
    assert marked.split() == quote.text.split()


def test_passages_alone_are_embedded_unless_asked(daily: Report) -> None:
    found = cards(daily)

    assert all(passage.context for card in found for passage in card.passages)
    assert [card.full for card in found] == [()] * len(found)


def test_full_texts_are_embedded_where_they_are_wanted(daily: Report) -> None:
    texts = {"\n\n".join(card.full) for card in cards(daily, "full")}

    assert texts <= {article.text for article in daily.articles}
    assert "" not in texts


def test_no_words_of_articles_are_embedded_where_none_are_wanted(daily: Report) -> None:
    found = [passage for card in cards(daily, "none") for passage in card.passages]

    assert {(passage.text, passage.context) for passage in found} == {("", ())}
    assert all(passage.place for passage in found)


def test_of_an_article_without_its_text_the_quote_is_all_there_is(daily: Report) -> None:
    bare = replace(
        daily, articles=tuple(replace(one, text="", kept_id=one.id) for one in daily.articles)
    )
    found = [passage for card in cards(bare) for passage in card.passages]

    assert found
    assert all(passage.context[0].quoted in passage.text for passage in found)
    assert all(card.full == () for card in cards(bare, "full"))


@pytest.mark.parametrize(
    ("language", "known", "written"), [("ar", "ar", "rtl"), ("und", "", "auto")]
)
def test_a_card_knows_its_language(daily: Report, language: str, known: str, written: str) -> None:
    articles = tuple(replace(one, language=language, kept_id=one.id) for one in daily.articles)
    found = cards(replace(daily, articles=articles))

    assert {(card.language, card.direction) for card in found} == {(known, written)}
