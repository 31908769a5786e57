"""Saved web pages: text, headings, and what the page says of itself."""

import json
from datetime import UTC, datetime

import pytest

from summarize.read import page
from summarize.read.draft import Block, Found
from summarize.read.page_meta import headline

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
PARAGRAPHS = [
    "The dam above Orlen gave way shortly after midnight on Tuesday, and a wall of water went"
    " through the lower town, the regional council said in a statement.",
    "Rescue teams reached the school by boat at dawn, where about 140 people had spent the night"
    " on the roof, and nobody there was hurt.",
    "The council had been told in October that the spillway was cracked, according to a report"
    " that its engineers wrote after an inspection.",
]


def saved(head: str = "", body: str | None = None, lang: str = ' lang="en"') -> str:
    text = "".join(f"<p>{part}</p>\n" for part in PARAGRAPHS)
    body = body or f"<article><h1>Dam breaks above Orlen</h1>{text}</article>"
    return (
        f"<!DOCTYPE html><html{lang}><head><meta charset='utf-8'>{head}</head><body><nav>"
        f"<a href='/'>Home</a> <a href='/sport'>Sport</a></nav>{body}"
        "<footer>Imprint</footer></body></html>"
    )


def read(head: str = "", body: str | None = None, lang: str = ' lang="en"') -> Found:
    return page.found(saved(head, body, lang), NOW)


def value(found: Found, name: str) -> tuple[str, str] | None:
    field = found.fields.get(name)
    return (field.value, field.origin) if field else None


def json_ld(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def test_the_text_is_the_article_without_navigation() -> None:
    texts = [block.text for block in read().blocks if not block.level]
    assert texts == PARAGRAPHS


def test_headings_are_blocks_of_their_level() -> None:
    body = (
        f"<article><h1>Dam breaks</h1><p>{PARAGRAPHS[0]}</p><h2>The warning</h2>"
        f"<p>{PARAGRAPHS[2]}</p><h3></h3><p>{PARAGRAPHS[1]}</p></article>"
    )
    headings = [(block.text, block.level) for block in read(body=body).blocks if block.level]
    assert ("The warning", 2) in headings


def test_items_and_quotes_are_paragraphs() -> None:
    body = (
        f"<article><p>{PARAGRAPHS[0]}</p><ul><li>{PARAGRAPHS[1]}</li></ul>"
        f"<blockquote><p>{PARAGRAPHS[2]}</p></blockquote></article>"
    )
    assert [block.text for block in read(body=body).blocks] == PARAGRAPHS


def test_a_break_after_a_sentence_parts_paragraphs() -> None:
    body = f"<article><p>{PARAGRAPHS[0]}<br>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></article>"
    assert [block.text for block in read(body=body).blocks] == PARAGRAPHS


def test_of_a_table_only_sentences_are_text() -> None:
    body = (
        f"<article><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><table><tr><td>Orlen</td>"
        f"<td>12</td></tr><tr><td>{PARAGRAPHS[2]}</td><td>3</td></tr></table></article>"
    )
    assert [block.text for block in read(body=body).blocks] == PARAGRAPHS


def test_lines_of_the_source_are_no_paragraphs() -> None:
    wrapped = PARAGRAPHS[0].replace(" and ", "\n   and ")
    body = f"<article><p>{wrapped}</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></article>"
    assert read(body=body).blocks[0] == Block(PARAGRAPHS[0])


def test_json_ld_says_most() -> None:
    found = read(json_ld({"@graph": [
        {"@type": "WebSite", "name": "no"},
        {"@type": ["NewsArticle"], "headline": "Dam breaks &amp; floods Orlen",
         "datePublished": "2026-03-10T08:30:00+02:00", "author": [{"name": "Anna Kell"}],
         "publisher": {"@type": "Organization", "name": "Valley Ledger"}},
    ]}))  # fmt: skip
    assert value(found, "title") == ("Dam breaks & floods Orlen", "JSON-LD")
    assert value(found, "published") == ("2026-03-10T08:30:00+02:00", "JSON-LD")
    assert value(found, "author") == ("Anna Kell", "JSON-LD")
    assert value(found, "outlet") == ("Valley Ledger", "JSON-LD")


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 100_000, '"text"', '{"@type": 4}', '{"@type": "Person", "name": "no"}',
     '{"@type": "NewsArticle", "datePublished": "soon", "author": 4, "headline": null}'],
)  # fmt: skip
def test_broken_json_ld_is_passed_over(script: str) -> None:
    found = read(f"<script type='application/ld+json'>{script}</script>"
                 "<meta property='article:published_time' content='2026-03-10'>")  # fmt: skip
    assert value(found, "published") == ("2026-03-10", "meta")
    assert "author" not in found.fields


def test_meta_elements_say_the_rest() -> None:
    found = read(
        "<meta property='og:title' content='Dam breaks above Orlen | Valley Ledger'>"
        "<meta property='og:site_name' content='Valley Ledger | News'>"
        "<meta property='article:published_time' content='2026-03-10T08:30:00Z'>"
        "<meta property='article:author' content='https://ledger.example/people/kell'>"
        "<meta name='author' content='Anna Kell'><meta property='og:locale' content='en_GB'>"
        "<meta property='og:url' content='https://ledger.example/b'>",
        lang="",
    )
    assert value(found, "title") == ("Dam breaks above Orlen", "meta")
    assert value(found, "outlet") == ("Valley Ledger", "meta")
    assert value(found, "published") == ("2026-03-10T08:30:00Z", "meta")
    assert value(found, "author") == ("Anna Kell", "meta")
    assert value(found, "language") == ("en_GB", "meta")
    assert value(found, "url") == ("https://ledger.example/b", "meta")


def test_the_canonical_link_is_the_address() -> None:
    found = read("<link rel='canonical' href='https://ledger.example/dam'>")
    assert value(found, "url") == ("https://ledger.example/dam", "canonical link")


def test_a_relative_canonical_link_is_not() -> None:
    assert "url" not in read("<link rel='canonical' href='/dam'>").fields


def test_a_marked_time_in_the_text_is_the_date() -> None:
    body = (
        "<article><header><h1>Dam breaks</h1><time datetime='2026-03-10T08:30:00+02:00'>today"
        f"</time></header>{''.join(f'<p>{part}</p>' for part in PARAGRAPHS)}</article>"
    )
    assert value(read(body=body), "published") == ("2026-03-10T08:30:00+02:00", "page")


def test_a_date_that_only_stands_in_the_text_is_not_taken() -> None:
    body = "".join(f"<p>{part} It opened on 4 May 1998.</p>" for part in PARAGRAPHS)
    assert "published" not in read(body=f"<article>{body}</article>").fields


def test_the_language_of_the_page_is_declared() -> None:
    assert value(read(), "language") == ("en", "html lang")


def test_the_heading_is_the_title_where_nothing_else_is() -> None:
    assert value(read("<title>Dam breaks above Orlen - Ledger</title>"), "title") == (
        "Dam breaks above Orlen",
        "page",
    )


@pytest.mark.parametrize(
    ("title", "outlet", "headings", "short"),
    [
        ("Dam breaks | World | Ledger", "Ledger", [], "Dam breaks"),
        ("Dam breaks - Valley Ledger", "Valley Ledger", [], "Dam breaks"),
        ("Dam breaks - Ledger", "www.ledger.example", [], "Dam breaks"),
        ("Dam breaks – live", None, ["Dam breaks"], "Dam breaks"),
        ("Dam breaks - 12 killed", "Ledger", [], "Dam breaks - 12 killed"),
        ("Dam breaks – live", None, ["Dam breaks – live"], "Dam breaks – live"),
        ("Ledger | News", "Ledger", [], "Ledger | News"),
        ("Dam breaks", None, [], "Dam breaks"),
    ],
)
def test_a_title_loses_the_names_behind_it(
    title: str, outlet: str | None, headings: list[str], short: str
) -> None:
    assert headline(title, outlet, headings) == short


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<",
        "<html></html>",
        "<div>" * 5_000 + "text",
        "<p>" * (page.MOST_ELEMENTS + 10),
        "<!--" * 1_000,
        "\x00" * 50,
    ],
)
def test_a_page_without_an_article_has_no_blocks(text: str) -> None:
    assert page.found(text, NOW).blocks == ()


def test_a_page_of_nothing_but_a_word_gives_that_word() -> None:
    assert page.found("<html><body><p>x</p></body></html>", NOW).blocks == (Block("x"),)


def test_an_xml_declaration_is_no_hindrance() -> None:
    text = "<?xml version='1.0' encoding='utf-8'?>\n" + saved()
    assert len(page.found(text, NOW).blocks) >= len(PARAGRAPHS)
