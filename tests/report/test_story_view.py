"""What the heading of a story says of the round-ups that touch on it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from summarize.local.writer import Local
from summarize.pipeline import Options, run
from summarize.report.json_file import to_json
from summarize.report.markdown import to_markdown
from summarize.report.reading import loads
from summarize.report.recheck import recheck
from summarize.report.story_view import ALSO_IN
from summarize.reported import Report
from tests.builders import NOW
from tests.stories.test_round_ups import PILE, round_up


async def made(*titles: str) -> Report:
    """A report with a round-up under each of the titles."""
    items = ("dam", "ship", "museum")
    ups = [
        replace(round_up(*items, key=f"up {n}", outlet=f"Paper {n}"), title=title)
        for n, title in enumerate(titles)
    ]
    return await run([*PILE, *ups], [], Local(200), Options("daily", NOW))


def headings(report: Report) -> list[str]:
    """The line under the headline of each story."""
    return [
        line for line in to_markdown(report).splitlines() if line.startswith("*") and "·" in line
    ]


async def test_each_story_names_the_round_up_that_touches_on_it() -> None:
    lines = headings(await made("Morning briefing"))

    assert len(lines) == 3
    assert all("also in Morning briefing (Paper 0)" in line for line in lines)


async def test_a_round_up_counts_for_no_origin_of_a_story_and_is_a_source() -> None:
    report = await made("Morning briefing")
    [up] = [one for one in report.articles if one.key == "up 0"]

    assert all(story.also == (up.id,) for story in report.stories)
    assert all(up.id not in story.articles for story in report.stories)
    assert {claim.origins for s in report.stories for claim in s.brief.claims} <= {1, 2}


async def test_a_round_up_without_a_title_is_named_by_its_outlet() -> None:
    assert "also in Paper 0" in headings(await made(""))[0]


async def test_of_many_round_ups_the_first_are_named() -> None:
    report = await made(*(f"Briefing {n}" for n in range(ALSO_IN + 2)))

    assert headings(report)[0].count("Briefing") == ALSO_IN
    assert ", +2" in headings(report)[0]


@pytest.mark.parametrize("title", ["Today <b>in *brief*</b>", "[1a] News"])
async def test_a_title_is_escaped(title: str) -> None:
    report = await made(title)

    assert title not in to_markdown(report)


async def test_the_file_keeps_them() -> None:
    report = await made("Morning briefing")
    text = to_json(report)
    read = loads(text, "report.json")

    assert {tuple(story["also"]) for story in json.loads(text)["stories"]} == {
        report.stories[0].also
    }
    assert [story.also for story in read.report.stories] == [s.also for s in report.stories]
    assert to_markdown(read.report) == to_markdown(report)
    assert recheck(read).faults == ()
