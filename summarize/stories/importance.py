"""The order in which stories are told.

A story weighs by its independent origins, by how new it is, by whether it counts something, and by
how far its best source is trusted and how much it weighs, where the settings say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import log2
from statistics import median
from types import MappingProxyType

from summarize.stories.story import Story
from summarize.text.quantities import quantities

# Days after which a story weighs half: a daily brief tells yesterday's lead below today's.
HALF_LIFE = 3.0
# What a story without any date weighs beside the typical one: nobody knows that it is new.
UNDATED = 0.5
# News with a figure in its first words (29 dead, a fine of 420 million) before news without one.
# Beside it a second origin weighs 1.6: it settles what origins and days leave equal.
FIGURE = 1.1
HEAD = 300  # characters: the title's sentence and the next
# The best grade of a story's outlets, A to F as in the Admiralty code; without a grade it is 1.
RELIABILITY = {"A": 1.2, "B": 1.1, "C": 1.0, "D": 0.8, "E": 0.6}

NO_WEIGHTS: Mapping[str, float] = MappingProxyType({})


def by_importance(
    stories: Sequence[Story], *, as_of: date | None, weights: Mapping[str, float] = NO_WEIGHTS
) -> list[Story]:
    """Stories, the most important first.

    With `as_of` a story fades with the days from its newest article to that of the pile (no later
    than `as_of`: a wrong date in the future makes nothing news); one without a date weighs half of
    the typical one. Without it (a pile of papers) days count for nothing. `weights`
    are those of sources by the ids of their articles, 1 where none is named; the highest counts.
    """
    latest = {story.id: _latest(story, as_of) for story in stories}
    newest = max((day for day in latest.values() if day), default=None)
    fresh = {
        story: float(0.5 ** ((newest - day).days / HALF_LIFE))
        for story, day in latest.items()
        if day and newest
    }
    undated = UNDATED * median(fresh.values()) if fresh else UNDATED

    def key(story: Story) -> tuple[float, int, str]:
        worth = log2(1 + story.independent) * _trust(story) * (FIGURE if _counts(story) else 1.0)
        worth *= max(weights.get(article.id, 1.0) for article in story.articles)
        if as_of is not None:
            worth *= fresh.get(story.id, undated)
        return -worth, -len(story.articles), story.id

    return sorted(stories, key=key)


def _latest(story: Story, as_of: date | None) -> date | None:
    days = (article.day for article in story.articles if article.day)
    return max((day for day in days if as_of is None or day <= as_of), default=None)


def _counts(story: Story) -> bool:
    """Whether half of its origins begin with a figure, dates aside."""
    counting = sum(bool(quantities(one.text[:HEAD], one.language)) for one in story.leads)
    return 2 * counting >= len(story.leads)


def _trust(story: Story) -> float:
    said = (article.declared.reliability for article in story.articles if article.declared)
    return max((RELIABILITY.get(grade[:1].upper(), 1.0) for grade in said if grade), default=1.0)
