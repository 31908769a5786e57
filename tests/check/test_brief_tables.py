"""The rows of a table that cite."""

from __future__ import annotations

from summarize.check.brief_nouns import BriefText, Furniture
from summarize.check.brief_text import parse

OWN = Furniture(frozenset(), r"(?!)", r"(?!)", r"(?:\s*\(\d{4}-\d\d-\d\d\))*")
HEAD = "| What | Figure | As of |\n| --- | --- | --- |\n"


def said(brief: BriefText) -> list[tuple[str, list[str]]]:
    return [(s.text, [mark.name for mark in s.marks]) for s in brief.statements]


def test_each_value_of_our_own_table_is_a_statement_with_its_marks() -> None:
    row = "| people killed | 26 [2a] [10b] (2026-03-10) / 31 [6d] | 2026-03-11 |"
    brief = parse(HEAD + row, "en", furniture=OWN)

    assert said(brief) == [("26 people killed", ["2a", "10b"]), ("31 people killed", ["6d"])]
    assert [(one.kind, one.text, len(one.marks)) for one in brief.statements[0].beside] == [
        ("as of", "2026-03-11", 3)
    ]
    assert not brief.passed


def test_in_the_table_of_another_the_first_cell_leads() -> None:
    text = HEAD + "| Killed | 26 [2] | now |\n| A [1] | b | c |\n| none | 1 | 2 |"

    assert said(parse(text, "en")) == [("Killed: 26", ["2"]), ("A", ["1"])]


def test_marks_in_a_cell_of_their_own_are_of_the_whole_row() -> None:
    text = HEAD + "| Brask | 26 | [2] |\n| | | [3] |"

    assert said(parse(text, "en")) == [("Brask: 26", ["2"])]


def test_a_statement_of_a_table_stands_at_its_place() -> None:
    text = HEAD + "| Killed | **26** [2] | now |"
    (statement,) = parse(text, "en").statements

    assert (text[statement.start : statement.end], statement.line) == ("26", 3)


def test_a_table_without_citations_is_counted() -> None:
    assert parse(HEAD + "| a | 1 | 2 |", "en").passed == {"table": 1}


def test_a_table_among_the_references_is_none() -> None:
    assert parse("## Sources\n\n" + HEAD + "| a | 1 [1] | 2 |", "en").passed == {}
