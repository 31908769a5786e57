"""Timelines as Mermaid diagrams."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.claims import Event
from summarize.report.assemble import settle
from summarize.report.desk import Printing
from summarize.report.markdown import to_markdown
from summarize.report.mermaid import escape_mermaid
from summarize.reported import Report

MERMAID = Printing(mermaid=True)


def diagrams(text: str) -> list[list[str]]:
    return [found.splitlines() for found in re.findall(r"(?ms)^```mermaid\n(.*?)^```$", text)]


def test_a_timeline_is_drawn_with_its_citations_below(daily: Report) -> None:
    text = to_markdown(settle(daily), MERMAID)
    listed = to_markdown(settle(daily))

    ((kind, *events),) = diagrams(text)
    assert kind == "timeline"
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d : .+", event) for event in events)
    marks = re.findall(r"\[\w+\]", " ".join(events))
    _, _, below = text.partition("```\n\n")
    assert re.findall(r"\[\w+\]", below.partition("\n")[0]) == marks
    assert "- 2026-03-10: " in listed.partition("**Timeline**")[2]
    assert diagrams(listed) == []


def test_events_of_one_day_stand_under_it(daily: Report) -> None:
    story = daily.stories[0]
    events = story.brief.timeline
    twice = (*events[:2], Event(events[1].date, events[2].claim), *events[3:])
    brief = replace(story.brief, timeline=twice)
    report = replace(daily, stories=(replace(story, brief=brief), *daily.stories[1:]))

    ((_, *lines),) = diagrams(to_markdown(settle(report), MERMAID))
    assert sum(line.startswith("    : ") for line in lines) == 1


@pytest.mark.parametrize(
    ("text", "inert"),
    [
        ("at 14:30; see #5", "at 14#58;30#59; see #35;5"),
        ("```\nx", "#96;#96;#96; x"),
        ("%%{init}%%", "#37;#37;#123;init#125;#37;#37;"),
        ("<b>&amp;", "#60;b#62;#38;amp#59;"),
        ("title of it", "#116;itle of it"),
        ("Section 5", "#83;ection 5"),
        ("the title", "the title"),
        ("العربية", "العربية"),
    ],
)
def test_what_would_be_syntax_is_an_entity(text: str, inert: str) -> None:
    assert escape_mermaid(text) == inert


@given(st.text())
def test_nothing_foreign_ends_an_event_or_the_block(text: str) -> None:
    inert = escape_mermaid(text)
    bare = re.sub(r"#\d+;", "", inert)

    assert not set(':;#%`<>&"{}\n[]()|\\') & set(bare)
    assert not re.match(r"(?i)title|section|acc", inert)
