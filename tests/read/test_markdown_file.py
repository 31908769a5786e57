"""Markdown becomes plain text with its headings."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import front_matter, markdown_file
from summarize.read.draft import Block


def values(text: str) -> dict[str, str]:
    return {name: field.value for name, field in markdown_file.found(text).fields.items()}


def blocks(text: str) -> list[Block]:
    return list(markdown_file.found(text).blocks)


def test_front_matter_fills_the_fields() -> None:
    text = """---
# who wrote it
title: "The dam: what we know"
date: 2026-03-10T08:30:00+02:00
source: Valley Ledger   # the paper
authors:
  - Anna Kell
  - 'Tom de Vree'
lang: en
tags: [flood, dam]
---
The dam broke."""
    assert values(text) == {
        "title": "The dam: what we know",
        "published": "2026-03-10T08:30:00+02:00",
        "outlet": "Valley Ledger",
        "author": "Anna Kell, Tom de Vree",
        "language": "en",
    }
    assert blocks(text) == [Block("The dam broke.")]


def test_toml_front_matter_fills_the_fields() -> None:
    text = (
        '+++\ntitle = "Dam breaks"\ndate = 2026-03-10\n'
        'authors = ["Anna Kell", "Tom Vree"]\n+++\nText.'
    )
    assert values(text) == {
        "title": "Dam breaks",
        "published": "2026-03-10",
        "author": "Anna Kell, Tom Vree",
    }


def test_broken_toml_front_matter_is_noted() -> None:
    found = markdown_file.found("+++\ntitle = Dam\n+++\nThe dam broke.")
    assert found.fields["front matter"].value == ""
    assert found.fields["front matter"].origin.startswith("not TOML")
    assert found.blocks == (Block("The dam broke."),)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Dam breaks", "Dam breaks"),
        ('"She said \\"go\\""', 'She said "go"'),
        ("'it''s'", "it"),
        ('"never closed', '"never closed'),
        ("Dam # breaks", "Dam"),
        ("C# grows", "C# grows"),
        (">\n  Dam\n  breaks", "Dam breaks"),
        ("[one, two]", "one, two"),
        ("[]", None),
        ("", None),
    ],
)
def test_a_front_matter_value_is_read(written: str, value: str | None) -> None:
    assert values(f"---\ntitle: {written}\n---\nText.").get("title") == value


def test_an_indented_line_under_a_list_is_passed_over() -> None:
    assert values("---\nauthor: [Anna Kell]\n  more\n---\nText.")["author"] == "Anna Kell"


@pytest.mark.parametrize(
    "text", ["---\nA rule, not a key.\n---\nText.", "---\ntitle: Dam\n\nText."]
)
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    assert front_matter.split(text).end == 0


def test_empty_front_matter_is_taken_away() -> None:
    assert blocks("---\n---\nText.") == [Block("Text.")]


def test_the_first_heading_is_the_title() -> None:
    found = markdown_file.found("# Dam *breaks*\n\nRain fell.\n\n## Toll\n\nTwo died.")
    assert found.fields["title"].value == "Dam breaks"
    assert found.fields["title"].origin == "first heading"
    assert found.blocks == (Block("Rain fell."), Block("Toll", 2), Block("Two died."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("### Toll ###", [Block("Toll", 3)]),
        ("#", []),
        ("#hashtag", [Block("#hashtag")]),
        ("Toll\n----", [Block("Toll", 2)]),
        ("One line\nand another\n---", [Block("One line and another")]),
        ("Rain\nfell.", [Block("Rain fell.")]),
        ("- one\n- two\n  more\n1. three", [Block("one"), Block("two more"), Block("three")]),
        ("> Rain\n> fell.", [Block("Rain fell.")]),
        ("```\nx = *p;\ny = 1\n```\nText.", [Block("x = *p; y = 1"), Block("Text.")]),
        ("~~~\n# no heading\n", [Block("# no heading")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nText.", [Block("Text.")]),
        ("one\n\n* * *\n\ntwo", [Block("one"), Block("two")]),
        ("Text <!-- not\nthis --> here.", [Block("Text here.")]),
        ("Text.\n\n[a]: https://ledger.example", [Block("Text.")]),
    ],
)
def test_a_block_is_read(text: str, expected: list[Block]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**12 killed** and *many* hurt", "12 killed and many hurt"),
        ("__so__ _it_ goes", "so it goes"),
        ("a snake_case_name", "a snake_case_name"),
        ("5*3 and 5 * 3", "5*3 and 5 * 3"),
        ("the [dam](https://ledger.example/a_(b) 'title')", "the dam"),
        ("the [**big** dam][ref]", "the big dam"),
        ("![a photo](x.jpg) Text", "Text"),
        ("[![a photo](x.jpg)](https://ledger.example) Text", "Text"),
        ("<https://ledger.example>", "https://ledger.example"),
        ("a <b>bold</b> word", "a bold word"),
        ("`code` and ~~gone~~", "code and gone"),
        (r"1\. not \*this\*", "1. not *this*"),
        ("a note[^1]", "a note"),
        ("fish &amp; chips", "fish & chips"),
        ("2 < 3 and [brackets]", "2 < 3 and [brackets]"),
    ],
)
def test_marks_become_plain_text(marked: str, plain: str) -> None:
    assert markdown_file.plain(marked) == plain


@given(st.text(alphabet=st.sampled_from("ab #*_`~[]()<>!|-+\n\\\"':."), max_size=120))
def test_no_text_raises(text: str) -> None:
    found = markdown_file.found(f"---\n{text}")
    assert all(block.text.strip() for block in found.blocks)


@pytest.mark.parametrize("piece", ["[", "![", "[a](", "*", "_", "`", "<a", "\\", "[a]((x)", "<!--"])
def test_hostile_marks_take_time_in_proportion(piece: str) -> None:
    start = time.perf_counter()
    assert markdown_file.found(piece * 20_000).blocks is not None
    assert time.perf_counter() - start < 5
