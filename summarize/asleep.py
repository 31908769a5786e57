"""Stories that were told before the last edition and not in it: they may come back.

A report is compared with the last edition and with what earlier ones told of such a story, so that
it keeps its id, and is new only in what nobody told before it fell asleep.

1. The editions before the last one are looked through, the newest first (`LOOK_BACK` with it).
2. Of each the stories that no later one told are taken, those of most origins first.
3. They stand in the last edition as stories of which all articles are an earlier edition's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from summarize.report.reading import loads
from summarize.reported import Report

LOOK_BACK = 7  # editions: a week of a daily brief
ASLEEP = 200  # stories: what is compared costs as much as what is told
_NOT_NEEDED = ("bottom_line", "highlights", "briefs", "key_figures", "gaps", "changes", "quiet",
               "withheld")  # fmt: skip


def with_asleep(last: Report, older: Iterable[tuple[int, str]]) -> Report:
    """The last edition with the stories that are asleep.

    `older` are the numbers and the report.json of earlier editions, the newest first. One that was
    made by another writer or in another language is passed over: its wording tells nothing.
    """
    report = last
    awake = {id_ for story in last.stories for id_ in (story.id, *story.continues)}
    for number, text in older:
        room = ASLEEP - (len(report.stories) - len(last.stories))
        data = json.loads(text)
        if room > 0 and _is_alike(data, last):
            held = {article.id for article in report.articles}
            stories = [s for s in data["stories"] if s["id"] not in awake]
            stories = [s for s in stories if held.isdisjoint(s["articles"])]
            stories.sort(key=lambda story: -len(story["origins"]))
            report = _joined(report, _only(data, stories[:room]), number)
        awake |= {id_ for story in data["stories"] for id_ in (story["id"], *story["continues"])}
    return report


def _is_alike(data: Mapping[str, Any], last: Report) -> bool:
    writer = data["method"]["writer"]
    made_by = last.method.writer
    same = (writer["kind"], writer["model"]) == (made_by.kind, made_by.model)
    return same and data["language"] == last.language


def _only(data: Mapping[str, Any], stories: list[dict[str, Any]]) -> Report:
    """The report of some of its stories, and of what they rest on."""
    articles = {id_ for story in stories for id_ in story["articles"]}
    kept = {
        **data,
        **dict.fromkeys(_NOT_NEEDED, ()),
        "stories": stories,
        "articles": [a for a in data["articles"] if a["id"] in articles],
    }
    return loads(json.dumps(kept), "an earlier edition").report


def _joined(report: Report, older: Report, number: int) -> Report:
    return replace(
        report,
        stories=(*report.stories, *older.stories),
        articles=(*report.articles, *older.articles),
        editions={**report.editions, **{article.id: number for article in older.articles}},
    )
