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


def by_importance(stories: Sequence[Story], *, as_of: date | None) -> list[Story]:
    """Stories, the most important first.

    With `as_of` a story fades with the days from its newest article to that of the pile (no later
    than `as_of`: a wrong date in the future makes nothing news); one without a date weighs half.
    Without it (a pile of papers) only origins and articles count.
    """
    latest = {story.id: _latest(story, as_of) for story in stories}
    newest = max((day for day in latest.values() if day), default=None)

    def key(story: Story) -> tuple[float, int, str]:
        worth = log2(1 + story.independent)
        if as_of is not None:
            worth *= _freshness(latest[story.id], newest)
        return -worth, -len(story.articles), story.id

    return sorted(stories, key=key)


def _latest(story: Story, as_of: date | None) -> date | None:
    days = (article.day for article in story.articles if article.day)
    return max((day for day in days if as_of is None or day <= as_of), default=None)


def _freshness(day: date | None, newest: date | None) -> float:
    if day is None or newest is None:
        return UNDATED
    return float(0.5 ** ((newest - day).days / HALF_LIFE))
