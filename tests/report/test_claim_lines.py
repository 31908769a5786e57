"""Claims as JSON Lines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from summarize.report.claim_lines import to_claim_lines
from summarize.report.walk import all_claims
from summarize.reported import Report


def lines(report: Report) -> list[dict[str, Any]]:
    return [json.loads(line) for line in to_claim_lines(report).splitlines()]


def test_each_claim_of_stories_and_briefs_is_one_line(daily: Report) -> None:
    found = [line["id"] for line in lines(daily)]

    assert len(found) == len(set(found))
    assert set(found) <= set(all_claims(daily))
    told = {c.id for story in daily.stories for c in story.brief.claims}
    assert told <= set(found)


def test_a_line_says_which_story_it_is_of(daily: Report) -> None:
    headlines = {story.id: story.brief.headline for story in daily.stories}

    assert all(line["headline"] == headlines[line["story"]] for line in lines(daily))


def test_a_quote_says_what_article_it_is_from(daily: Report) -> None:
    outlets = {article.id: article.outlet for article in daily.articles}

    for quote in (q for line in lines(daily) for q in line["quotes"]):
        assert quote["outlet"] == outlets[quote["article"]]


def test_withheld_claims_come_last_and_say_so(daily: Report) -> None:
    withheld = [line["withheld"] for line in lines(daily)]

    assert withheld == sorted(withheld)
    assert sum(withheld) == len(daily.withheld)


def test_what_only_the_head_says_is_a_line_too(daily: Report) -> None:
    head = daily.overview
    said = replace(head.bottom_line[0], id="of-all", text="Two things happened in the valley.")
    told = replace(head.highlights[0].claim, id="of-one", text="The dam broke.")
    highlight = replace(head.highlights[0], claim=told)
    report = replace(daily, overview=replace(head, bottom_line=(said,), highlights=(highlight,)))

    stories = {line["id"]: line["story"] for line in lines(report)}

    assert (stories["of-all"], stories["of-one"]) == ("", highlight.story)
