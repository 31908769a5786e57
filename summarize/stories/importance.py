"""The order in which stories are told: by independent origins, and by how new they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import log2

from summarize.stories.story import Story

# Days after which a story weighs half: a daily brief tells yesterday's lead below today's.
HALF_LIFE = 3.0
# What a story without any date weighs beside one of today: nobody knows that it is new.
UNDATED = 0.5


def by_importance(stories: Sequence[Story], *, recency: bool) -> list[Story]:
    """Stories, the most important first.

    `recency` lets a story fade with the days since the newest article of the pile; an undated
    story weighs half. Without it (a pile of papers) only origins and articles count.
    """
    newest = max((day for story in stories if (day := _latest(story))), default=None)

    def key(story: Story) -> tuple[float, int, str]:
        worth = log2(1 + len(story.origins))
        if recency:
            worth *= _freshness(_latest(story), newest)
        return -worth, -len(story.articles), story.id

    return sorted(stories, key=key)


def _latest(story: Story) -> date | None:
    return max((article.day for article in story.articles if article.day), default=None)


def _freshness(day: date | None, newest: date | None) -> float:
    if day is None or newest is None:
        return UNDATED
    return float(0.5 ** ((newest - day).days / HALF_LIFE))
