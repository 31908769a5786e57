"""Who is credited for a report, and what stands at a single story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.claims import Brief, Writer
from summarize.report.assemble import settle
from summarize.report.credit import credit, mark
from summarize.report.desk import Desk, open_desk
from summarize.report.markdown import to_markdown
from summarize.reported import Report

MODEL = Writer("model", "small-1")
BUILT_IN = Writer("extractive", None, "small-1 did not answer in time")
IN_PART = Writer("model", "small-1", "a part was not written by the model: no reply")


def desk_of(report: Report, of_all: Writer) -> Desk:
    method = replace(report.method, writer=of_all)
    return open_desk(settle(replace(report, method=method)))


def first_brief(report: Report, writer: Writer, *, empty: bool = False) -> Brief:
    brief = replace(report.briefs[0], writer=writer)
    return replace(brief, claims=()) if empty else brief


def test_briefs_are_counted_where_there_are_no_stories(single: Report) -> None:
    brief = first_brief(single, BUILT_IN)
    desk = desk_of(replace(single, briefs=(brief,)), MODEL)
    assert credit(desk) == "written by small-1 (0 briefs) and the built-in writer (1 brief)"


def test_what_nobody_wrote_is_counted(single: Report) -> None:
    brief = first_brief(single, IN_PART, empty=True)
    desk = desk_of(replace(single, briefs=(brief,)), MODEL)
    assert credit(desk) == "written by small-1, 1 brief not written"


def test_a_report_that_nobody_wrote_says_why(single: Report) -> None:
    desk = desk_of(single, replace(MODEL, why="small-1 could not be reached"))
    assert credit(desk) == "nothing was written (small-1 could not be reached)"


@pytest.mark.parametrize(
    ("of_all", "own", "empty", "said"),
    [
        (MODEL, MODEL, False, ""),
        (MODEL, BUILT_IN, False, "written by the built-in writer"),
        (MODEL, IN_PART, False, "written by small-1 in part"),
        (MODEL, IN_PART, True, "not written"),
        (IN_PART, IN_PART, True, ""),
        (BUILT_IN, BUILT_IN, False, ""),
        (BUILT_IN, MODEL, False, "written by small-1"),
    ],
    ids=str,
)
def test_a_brief_is_marked_where_another_wrote_it(
    single: Report, of_all: Writer, own: Writer, empty: bool, said: str
) -> None:
    assert mark(desk_of(single, of_all), first_brief(single, own, empty=empty)) == said


def test_the_mark_stands_beside_the_facts_of_a_brief(single: Report) -> None:
    method = replace(single.method, writer=MODEL)
    report = replace(single, method=method, briefs=(first_brief(single, BUILT_IN),))
    assert " · written by the built-in writer*" in to_markdown(settle(report))
