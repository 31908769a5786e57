"""What of a page is printed, and in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import UsageError
from summarize.report.desk import PRINTED
from summarize.report.markdown import to_markdown
from summarize.report.sections import PRESETS, SECTIONS, order, sections
from summarize.report.view import Block
from summarize.reported import Report


def printed(report: Report, *names: str) -> str:
    return to_markdown(report, replace(PRINTED, sections=names))


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_goes_by_its_name(name: str) -> None:
    assert sections(name) == PRESETS[name]


def test_names_keep_the_order_in_which_they_are_given() -> None:
    assert sections("gaps, stories,gaps") == ("gaps", "stories")


def test_a_name_that_is_unknown_is_told_with_the_one_that_is_meant() -> None:
    with pytest.raises(UsageError, match=r"'figure'; did you mean 'figures'"):
        sections("figure")


def test_no_name_at_all_is_a_fault() -> None:
    with pytest.raises(UsageError, match="no section"):
        sections(" , ")


def test_the_full_page_has_every_block() -> None:
    assert set(order(SECTIONS)) == set(get_args(Block))


@given(st.permutations(SECTIONS))
def test_what_there_was_no_room_for_is_said_once_after_the_stories(names: list[str]) -> None:
    blocks = order(names)

    assert blocks.count("left_out") == 1
    assert blocks.index("left_out") > max(blocks.index("stories"), blocks.index("also"))


def test_sections_stand_in_the_order_asked_for(daily: Report) -> None:
    page = printed(daily, "figures", "stories")

    assert 0 < page.index("## Key figures") < page.index("## Situation")


def test_what_is_not_asked_for_is_not_printed(daily: Report) -> None:
    page = printed(daily, "stories")

    for heading in ("Highlights", "Bottom line", "Key figures", "Sources\n", "How this was made"):
        assert heading not in page


def test_parts_of_a_story_can_be_left_out(daily: Report) -> None:
    assert "**Timeline**" in printed(daily, "stories", "timeline")
    assert "**Timeline**" not in printed(daily, "stories")


def test_a_mark_is_the_same_whatever_is_left_out(daily: Report) -> None:
    whole = to_markdown(daily).splitlines()
    short = printed(daily, "highlights", "sources").splitlines()

    passages = [line for line in short if line.startswith("- <a id=")]
    assert passages
    assert set(passages) <= set(whole)


def test_the_brief_of_an_article_goes_without_its_quotations(single: Report) -> None:
    assert "**Quotations**" in printed(single, "quotations")
    assert "**Quotations**" not in printed(single, "sources")
