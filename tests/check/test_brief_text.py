from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from summarize.check.brief_nouns import BriefText, Furniture
from summarize.check.brief_text import parse

OWN = Furniture(
    sections=frozenset({"how this was made"}),
    blocks=r"As of.*|\*\*Highlights\*\*",
    leads=r"(?:\*\*[^*]*\*\*(?::| —)\s+)*",
    notes=r"(?:\s*\((?:unchecked|\d origins)\))*(?:\s*/(?=\s))?",
)


def said(brief: BriefText) -> list[tuple[int, str, list[str]]]:
    return [(s.line, s.text, [mark.name for mark in s.marks]) for s in brief.statements]


def test_each_sentence_has_its_line_and_its_citations() -> None:
    text = "# Head\n\nThe dam broke [1]. Two towns\nwere flooded. [2][3] It rained.\n"

    assert said(parse(text, "en")) == [
        (3, "The dam broke.", ["1"]),
        (3, "Two towns were flooded.", ["2", "3"]),
        (4, "It rained.", []),
    ]


def test_a_sentence_stands_at_its_place_in_the_file() -> None:
    text = "- The **dam** broke [1].\n"
    (statement,) = parse(text, "en").statements

    assert text[statement.start : statement.end] == "The **dam** broke [1]."


def test_a_citation_at_the_head_belongs_to_what_follows() -> None:
    assert said(parse("[1] The dam broke.", "en")) == [(1, "The dam broke.", ["1"])]


def test_a_short_lead_is_left_out() -> None:
    assert said(parse("**Casualties**: 31 people died.", "en")) == [(1, "31 people died.", [])]
    assert said(parse("**Casualties:** 31 people died.", "en")) == [(1, "31 people died.", [])]


def test_a_lead_that_states_something_is_a_statement() -> None:
    text = "**31 people died** — the town mourns."

    assert [words for _, words, _ in said(parse(text, "en"))] == [
        "31 people died",
        "the town mourns.",
    ]


def test_a_line_without_words_is_no_statement() -> None:
    assert parse("- —\n\n**…**\n\n- \n", "en").statements == ()


def test_references_are_read_by_number_mark_or_definition() -> None:
    text = (
        "Text [1].\n\n## Sources\n\n1. Gazette, https://a.example/x\n- [2] Courier\n\n"
        "**3. Ledger** — more\n- Not numbered\n\n## After\n\nMore.\n\n[^4]: Tribune\n"
        "[5]: https://b.example\n[5a]: #c5a\n"
    )
    brief = parse(text, "en")

    assert [(r.name, r.text, r.line, r.addresses) for r in brief.references] == [
        ("1", "Gazette,", 5, ("https://a.example/x",)),
        ("2", "Courier", 6, ()),
        ("3", "3. Ledger — more", 8, ()),
        ("^4", "Tribune", 15, ()),
        ("5", "", 16, ("https://b.example",)),
    ]
    assert [words for _, words, _ in said(brief)] == ["Text.", "More."]


def test_the_places_of_references_are_known() -> None:
    text = "Text.\n\n## Sources\n\n- [1] A\n\n## After\n\nMore.\n\n[2]: https://b.example"
    references = parse(text, "en").references

    assert [text[one.start : one.end] for one in references] == [
        "- [1] A\n",
        "[2]: https://b.example",
    ]


def test_in_our_own_page_a_statement_runs_up_to_its_citations() -> None:
    said_twice = '"It fell. It rose." [1a] [2b] (2 origins) Next. [3a]'
    text = f"As of today\n\n**Highlights**\n\n**Mayor**: {said_twice}"

    assert said(parse(text, "en", furniture=OWN)) == [
        (5, '"It fell. It rose."', ["1a", "2b"]),
        (5, "Next.", ["3a"]),
    ]


def test_in_our_own_page_sides_stand_without_what_they_are_about() -> None:
    text = "- people killed: 31 [1a] / 26 [2a] (unchecked)"

    assert said(parse(text, "en", furniture=OWN)) == [(1, "31", ["1a"]), (1, "26", ["2a"])]


def test_a_sentence_that_somebody_added_to_our_own_page_is_a_statement() -> None:
    text = "The dam broke. [1a] (unchecked) Nobody was hurt.\n\nAnother one. And one."

    assert [words for _, words, _ in said(parse(text, "en", furniture=OWN))] == [
        "The dam broke.",
        "Nobody was hurt.",
        "Another one.",
        "And one.",
    ]


def test_how_our_own_page_was_made_states_nothing() -> None:
    assert parse("## How this was made\n\n- Written by me.", "en", furniture=OWN).statements == ()


@given(st.text(alphabet='Ab .[]1*\n-/#:"“”()', max_size=80))
def test_statements_stand_in_order_and_on_their_lines(text: str) -> None:
    for furniture in (None, OWN):
        statements = parse(text, "en", furniture=furniture).statements
        assert [s.start for s in statements] == sorted(s.start for s in statements)
        for statement in statements:
            assert 0 <= statement.start < statement.end <= len(text)
            assert statement.line == text.count("\n", 0, statement.start) + 1


def test_a_heading_that_cites_is_a_statement_and_others_are_counted() -> None:
    text = "# Head\n\n## 1. The dam broke [1]\n\nIt rained.\n\n## Sources\n\n### A\n"

    for furniture in (None, OWN):
        brief = parse(text, "en", furniture=furniture)
        assert said(brief)[0] == (3, "The dam broke", ["1"])
        assert brief.passed == {"heading": 1}


def test_code_is_counted() -> None:
    assert parse("```\nx\n```\n\n~~~\ny\n~~~\n", "en").passed == {"code": 2}


def test_what_leads_in_our_own_page_stands_beside_its_statement() -> None:
    own = replace(OWN, leads=r"(?:\*\*[^*]*\*\*:\s+|[\d-]+:\s+)*", origins=r"\((\d) origins\)")
    text = "- 2026-03-10: It broke. [1a] (3 origins)\n- **Ana Reyes**: It held. [1b]\n"

    assert [
        [(one.kind, one.text) for one in statement.beside]
        for statement in parse(text, "en", furniture=own).statements
    ] == [[("date", "2026-03-10"), ("origins", "3")], [("speaker", "Ana Reyes")]]


def test_who_says_it_may_stand_on_the_next_line() -> None:
    (statement,) = parse("> “It broke.”\n> — Ana Reyes [1]\n", "en").statements

    assert statement.text == "“It broke.”"
    assert [(one.kind, one.text) for one in statement.beside] == [("speaker", "Ana Reyes")]
    assert [mark.name for mark in statement.marks] == ["1"]


def test_marks_outside_of_statements_are_known() -> None:
    text = "**Highlights**\n\n## How this was made\n\n- Withheld: a line [3d]\n"

    assert [mark.name for mark in parse(text, "en", furniture=OWN).loose] == ["3d"]


def test_lines_that_make_marks_links_are_no_references() -> None:
    text = "It broke. [1a]\n\n[1a]: #c1a\n"
    brief = parse(text, "en")

    assert (brief.references, brief.anchors) == ((), {"1a": (16, 27)})
