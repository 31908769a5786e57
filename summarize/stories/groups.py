"""Which origins tell the same event: the stories of a pile."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from summarize.article import Article
from summarize.claims import Brief
from summarize.stories.after_brief import as_told
from summarize.stories.average_linkage import average_linkage
from summarize.stories.bridge import bridged, landmarks
from summarize.stories.doubtful import UNSETTLED, UNSURE, Doubts, Pair, Settled
from summarize.stories.named import named
from summarize.stories.neighbours import near_pairs
from summarize.stories.origins import make_origin
from summarize.stories.round_ups import RoundUp, placed, round_ups
from summarize.stories.story import Origin, Story
from summarize.stories.times import days, first_published, time_decay
from summarize.stories.twins import Twins
from summarize.stories.vectors import Space, cosine

How = Literal["auto", "one", "each", "model"]

# Mean similarity (cosine × decay) at which two clusters are one story: the middle of the plateau
# 0.14 … 0.16 of benchmarks/grouping.md.
SAME_STORY = 0.15


class Group(NamedTuple):
    """The origins of one story, and the round-ups that touch on it."""

    origins: Sequence[Origin]
    also: Sequence[Origin] = ()


class _Found(NamedTuple):
    """Stories and round-ups by the numbers of their origins, and what is doubtful in them."""

    stories: list[list[int]]
    round_ups: list[RoundUp]
    doubtful: tuple[Pair, ...]


def group(
    origins: Sequence[Origin],
    how: How = "auto",
    *,
    decay: bool = True,
    settled: Settled = UNSETTLED,
) -> tuple[Story, ...]:
    """The stories that the origins tell; every origin is in one, or a round-up that touches some.

    `auto` finds them: TF-IDF cosine of the leading carriers × time decay (`decay=False` where
    dates should not matter), average linkage, cut at `SAME_STORY`. So does `model`, but where a
    decision is doubtful, what a model has `settled` of it counts. `one` makes one story of all,
    `each` one of every article, copies included. Only the first two know round-ups: one stands in
    `also` of each story that it touches, and is a story of its own where most of it touches none.
    The stories with most origins come first, then most articles, then the newest; the order of
    `origins` does not matter.
    """
    ordered = sorted(origins, key=_first)
    if how == "each":
        alone = [make_origin([article]) for origin in ordered for article in origin.articles]
        return _stories(Group([origin]) for origin in alone)
    if how == "one":
        return _stories([Group(ordered)] if ordered else [])
    leads = [origin.lead for origin in ordered]
    found = _find(ordered, leads, decay, settled if how == "model" else None)
    return _stories(
        Group([ordered[one] for one in members], [ordered[one] for one in also])
        for members, also in placed(found.stories, found.round_ups)
    )


def doubtful(origins: Sequence[Origin], *, decay: bool = True) -> tuple[Pair, ...]:
    """The pairs of leads on which a doubtful decision of `group` depends, most doubtful first."""
    ordered = sorted(origins, key=_first)
    found = _find(ordered, [origin.lead for origin in ordered], decay, UNSETTLED)
    return tuple(sorted(found.doubtful, key=lambda pair: abs(pair.likeness - SAME_STORY)))


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
    looked alike in a language without names is parted. What a model has `settled` is kept, and so
    are round-ups. The order is that of `group`; where no lead is foreign to its brief, the stories
    are returned as they are.
    """
    origins = sorted((origin for story in stories for origin in story.origins), key=_first)
    told = [as_told(origin.lead, briefs.get(origin.lead.id)) for origin in origins]
    if all(article is origin.lead for article, origin in zip(told, origins, strict=True)):
        return tuple(stories)
    also = {origin.lead.id: story.also for story in stories for origin in story.origins}
    many = {origin.lead.id for touched in also.values() for origin in touched}
    known = [number for number, origin in enumerate(origins) if origin.lead.id in many]
    found = _find(origins, told, decay, settled, known)
    groups = ([origins[one] for one in members] for members in found.stories)
    return _stories(Group(own, _each_once(also[o.lead.id] for o in own)) for own in groups)


def _each_once(also: Iterable[Sequence[Origin]]) -> list[Origin]:
    return list({origin.lead.id: origin for origins in also for origin in origins}.values())


def _find(
    origins: Sequence[Origin],
    leads: Sequence[Article],
    decay: bool,
    settled: Settled | None,
    known: Collection[int] | None = None,
) -> _Found:
    """`leads` are the texts that are compared; `known` the round-ups, else they are looked for.

    Nothing is doubtful where there is nobody who might settle it (None).
    """
    names = named(leads)
    space = Space(leads, names)
    vectors, twins = space.vectors, Twins(names)
    moments = [_moment(origin) if decay else None for origin in origins]

    def weight(one: int, other: int) -> float:
        return time_decay(moments[one], moments[other]) * twins.weight(one, other)

    def similarity(one: int, other: int) -> float:
        return cosine(vectors[one], vectors[other]) * weight(one, other)

    least, doubts = SAME_STORY, None
    if settled is not None:
        own = [origin.lead for origin in origins]
        least, doubts = UNSURE, Doubts(own, similarity, SAME_STORY, settled)
    many = round_ups(leads, names, space, moments) if known is None else []
    apart = {one.number for one in many}.union(known or ())
    near = near_pairs(vectors, least, weight)
    edges = {(one, other): value for one, other, value in near if apart.isdisjoint((one, other))}
    joins = doubts.joins if doubts else None
    clusters = average_linkage(len(origins), edges, similarity, least, joins)
    clusters = [members for members in clusters if apart.isdisjoint(members)]
    languages = [lead.language for lead in leads]
    if len(set(languages)) > 1:
        marks = [landmarks(lead, own) for lead, own in zip(leads, names, strict=True)]
        clusters = bridged(clusters, marks, languages, moments)
    clusters += [[one] for one in known or ()]
    return _Found(clusters, many, tuple(doubts.pairs.values()) if doubts else ())


def _stories(groups: Iterable[Group]) -> tuple[Story, ...]:
    """Stories in their order, each with an id of its own."""
    ids: set[str] = set()
    stories = []
    ordered = (Group(sorted(g.origins, key=_first), sorted(g.also, key=_first)) for g in groups)
    for origins, also in sorted(ordered, key=lambda group: _first_of(group.origins)):
        story = Story(_story_id(origins, ids), tuple(origins), tuple(also))
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
