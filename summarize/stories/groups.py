"""Which origins tell the same event: the stories of a pile."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence
from typing import Literal

from summarize.article import Article
from summarize.stories.average_linkage import average_linkage
from summarize.stories.named import named
from summarize.stories.neighbours import near_pairs
from summarize.stories.origins import make_origin
from summarize.stories.story import Origin, Story
from summarize.stories.times import days, first_published
from summarize.stories.twins import Twins
from summarize.stories.vectors import cosine, tf_idf

How = Literal["auto", "one", "each"]

# Mean similarity (cosine × decay) at which two clusters are one story: the middle of the plateau
# 0.14 … 0.16 of benchmarks/grouping.md.
SAME_STORY = 0.15
# Two articles so many days apart keep 1/e of their similarity; 5 does as well, 3 and 7 do not.
DECAY_DAYS = 4.0


def group(origins: Sequence[Origin], how: How = "auto", *, decay: bool = True) -> tuple[Story, ...]:
    """The stories that the origins tell; every origin is in exactly one.

    `auto` finds them: TF-IDF cosine of the leading carriers × time decay (`decay=False` where
    dates should not matter), average linkage, cut at `SAME_STORY`. `one` makes one story of all,
    `each` one of every article, copies included.
    The stories with most origins come first, then most articles, then the newest; the order of
    `origins` does not matter.
    """
    ordered = sorted(origins, key=_first)
    if how == "each":
        alone = [make_origin([article]) for origin in ordered for article in origin.articles]
        return _stories([origin] for origin in alone)
    if how == "one":
        return _stories([ordered] if ordered else [])
    return _stories(_find(ordered, decay))


def _find(origins: Sequence[Origin], decay: bool) -> list[list[Origin]]:
    leads = [origin.lead for origin in origins]
    names = named(leads)
    vectors = tf_idf(leads, names)
    twins = Twins(names)
    moments = [_moment(origin) if decay else None for origin in origins]

    def weight(one: int, other: int) -> float:
        return time_decay(moments[one], moments[other]) * twins.weight(one, other)

    def similarity(one: int, other: int) -> float:
        return cosine(vectors[one], vectors[other]) * weight(one, other)

    near = near_pairs(vectors, SAME_STORY, weight)
    edges = {(one, other): value for one, other, value in near}
    clusters = average_linkage(len(origins), edges, similarity, SAME_STORY)
    return [[origins[index] for index in members] for members in clusters]


def time_decay(one: float | None, other: float | None) -> float:
    """What time leaves of a similarity: 1 on the same day, and where either has no date."""
    if one is None or other is None:
        return 1.0
    return math.exp(-abs(one - other) / DECAY_DAYS)


def _stories(groups: Iterable[Sequence[Origin]]) -> tuple[Story, ...]:
    """Stories in their order, each with an id of its own."""
    ids: set[str] = set()
    stories = []
    for origins in sorted((sorted(group, key=_first) for group in groups), key=_first_of):
        story = Story(_story_id(origins, ids), tuple(origins))
        ids.add(story.id)
        stories.append(story)
    return tuple(sorted(stories, key=_rank))


def _story_id(origins: Sequence[Origin], taken: set[str]) -> str:
    """12 hex of sha256 of the earliest article's key; counted on where that id is taken."""
    key = _first_of(origins)[1]
    id, count = _hex(key), 1
    while id in taken:  # two versions under one key, in two stories
        count += 1
        id = _hex(f"{key}\n{count}")
    return id


def _hex(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _earliest(origin: Origin) -> Article:
    return min(origin.articles, key=first_published)


def _first(origin: Origin) -> tuple[float, str, str]:
    return first_published(_earliest(origin))


def _first_of(origins: Sequence[Origin]) -> tuple[float, str, str]:
    return _first(origins[0])


def _moment(origin: Origin) -> float | None:
    """When the text first appeared: a copy may tell the date that the lead lacks."""
    return days(_earliest(origin))


def _rank(story: Story) -> tuple[int, int, float, str]:
    moments = [moment for article in story.articles if (moment := days(article)) is not None]
    newest = max(moments, default=-math.inf)
    return (-len(story.origins), -len(story.articles), -newest, story.id)
