"""Which origins tell the same event: the stories of a pile."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from summarize.article import Article
from summarize.claims import Brief
from summarize.stories.after_brief import as_told
from summarize.stories.average_linkage import average_linkage
from summarize.stories.bridge import bridged, landmarks
from summarize.stories.doubtful import UNSETTLED, UNSURE, Doubts, Pair, Settled
from summarize.stories.named import named
from summarize.stories.neighbours import near_pairs
from summarize.stories.origins import make_origin
from summarize.stories.story import Origin, Story
from summarize.stories.times import days, first_published, time_decay
from summarize.stories.twins import Twins
from summarize.stories.vectors import cosine, tf_idf

How = Literal["auto", "one", "each", "model"]

# Mean similarity (cosine × decay) at which two clusters are one story: the middle of the plateau
# 0.14 … 0.16 of benchmarks/grouping.md.
SAME_STORY = 0.15


def group(
    origins: Sequence[Origin],
    how: How = "auto",
    *,
    decay: bool = True,
    settled: Settled = UNSETTLED,
) -> tuple[Story, ...]:
    """The stories that the origins tell; every origin is in exactly one.

    `auto` finds them: TF-IDF cosine of the leading carriers × time decay (`decay=False` where
    dates should not matter), average linkage, cut at `SAME_STORY`. So does `model`, but where a
    decision is doubtful, what a model has `settled` of it counts. `one` makes one story of all,
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
    leads = [origin.lead for origin in ordered]
    return _stories(_find(ordered, leads, decay, settled if how == "model" else None)[0])


def doubtful(origins: Sequence[Origin], *, decay: bool = True) -> tuple[Pair, ...]:
    """The pairs of leads on which a doubtful decision of `group` depends, most doubtful first."""
    ordered = sorted(origins, key=_first)
    found = _find(ordered, [origin.lead for origin in ordered], decay, UNSETTLED)[1]
    return tuple(sorted(found, key=lambda pair: abs(pair.likeness - SAME_STORY)))


def join_after_brief(
    stories: Sequence[Story],
    briefs: Mapping[str, Brief],
    *,
    decay: bool = True,
    settled: Settled | None = None,
) -> tuple[Story, ...]:
    """The stories that `group` found, grouped anew after what a model says of foreign articles.

    `briefs` are those of the leads, by article id. A lead whose brief is in another language than
    its text counts with its brief's words: so what no bridge reaches is joined, and what only
    looked alike in a language without names is parted. What a model has `settled` is kept. The
    order is that of `group`; where no lead is foreign to its brief, the stories are returned as
    they are.
    """
    origins = sorted((origin for story in stories for origin in story.origins), key=_first)
    told = [as_told(origin.lead, briefs.get(origin.lead.id)) for origin in origins]
    if all(article is origin.lead for article, origin in zip(told, origins, strict=True)):
        return tuple(stories)
    return _stories(_find(origins, told, decay, settled)[0])


def _find(
    origins: Sequence[Origin], leads: Sequence[Article], decay: bool, settled: Settled | None
) -> tuple[list[list[Origin]], tuple[Pair, ...]]:
    """The groups, and what is doubtful in them; `leads` are the texts that are compared.

    Nothing is doubtful where there is nobody who might settle it (None).
    """
    names = named(leads)
    vectors = tf_idf(leads, names)
    twins = Twins(names)
    moments = [_moment(origin) if decay else None for origin in origins]

    def weight(one: int, other: int) -> float:
        return time_decay(moments[one], moments[other]) * twins.weight(one, other)

    def similarity(one: int, other: int) -> float:
        return cosine(vectors[one], vectors[other]) * weight(one, other)

    least, doubts = SAME_STORY, None
    if settled is not None:
        own = [origin.lead for origin in origins]
        least, doubts = UNSURE, Doubts(own, similarity, SAME_STORY, settled)
    edges = {(one, other): value for one, other, value in near_pairs(vectors, least, weight)}
    joins = doubts.joins if doubts else None
    clusters = average_linkage(len(origins), edges, similarity, least, joins)
    languages = [lead.language for lead in leads]
    if len(set(languages)) > 1:
        marks = [landmarks(lead, own) for lead, own in zip(leads, names, strict=True)]
        clusters = bridged(clusters, marks, languages, moments)
    groups = [[origins[index] for index in members] for members in clusters]
    return groups, tuple(doubts.pairs.values()) if doubts else ()


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
    return (-story.independent, -len(story.articles), -newest, story.id)
