from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.check.brief_blocks import Block, outline

LISTS = frozenset({"sources", "works cited"})


def blocks(text: str) -> list[Block]:
    return outline(text, LISTS).blocks


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def test_lines_of_a_paragraph_belong_together() -> None:
    assert texts("The dam\nbroke.\n\nTwo towns\r\nwere flooded.\n") == [
        "The dam broke.",
        "Two towns were flooded.",
    ]


def test_a_list_item_is_a_block_of_its_own() -> None:
    found = blocks("Before:\n- one\n  goes on\n2. two\n* [x] three")

    assert [(block.text, block.name) for block in found] == [
        ("Before:", None),
        ("one   goes on", None),
        ("two", "2"),
        ("three", None),
    ]


def test_headings_tables_rules_and_code_hold_no_block() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    text = f"# Title\n\nUnder\n=====\n\n{table}\n\n---\n\n```\ncode\n```\n~~~\nx"

    assert texts(text) == []


def test_comments_scripts_and_front_matter_hold_no_block() -> None:
    text = "---\ntitle: x\n---\nSeen. <!-- not\nseen --><script>\nvar x;\n</script>\n\n<style>a"

    assert [each.strip() for each in texts(text)] == ["Seen."]


def test_a_fence_that_is_longer_ends_with_one_as_long() -> None:
    assert texts("````\na\n```\nb\n````\nAfter.") == ["After."]


def test_a_quotation_loses_its_marks() -> None:
    assert texts("> > Quoted\n> line") == ["Quoted line"]


def test_a_block_knows_the_headings_above_it() -> None:
    found = blocks("# A\n## B\none\n### C\ntwo\n## D\nthree")

    assert [block.under for block in found] == [("A", "B"), ("A", "B", "C"), ("A", "D")]


def test_a_definition_is_told_from_a_paragraph() -> None:
    found = blocks("[1]: https://a.example\n[^x]: a note\nText.")

    assert [(b.name, b.is_definition) for b in found] == [("1", True), ("^x", True)]


def test_the_name_of_a_list_of_references_is_a_heading_in_any_form() -> None:
    for form in ("Sources", "Sources:", "**Sources**", "**Works cited:**"):
        found = blocks(f"Text.\n\n{form}\n\n1. Gazette")
        assert [block.under[:1] != () for block in found] == [False, True]


def test_in_a_list_of_references_each_line_with_a_mark_is_a_block() -> None:
    assert texts("Sources:\n[1] one\n[2] two\nand more") == ["[1] one", "[2] two and more"]


def test_elsewhere_a_line_may_begin_with_a_mark() -> None:
    assert texts("The dam broke.\n[1] Two towns.") == ["The dam broke. [1] Two towns."]


@given(st.text(alphabet="ab .\n#-*>|`[]1:\r", max_size=80))
def test_every_character_stands_at_its_place(text: str) -> None:
    for block in blocks(text):
        assert len(block.text) == len(block.places)
        for char, place in zip(block.text, block.places, strict=True):
            assert char == " " or text[place] == char
