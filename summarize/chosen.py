"""What is told: which articles are covered, and which stories they make, the important first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summarize.article import Article
from summarize.aside import aside
from summarize.claims import Brief
from summarize.errors import NothingToRead
from summarize.options import Options
from summarize.period import Coverage, Covered, cover, in_zone
from summarize.stories.doubtful import UNSETTLED, Pair, Settled
from summarize.stories.groups import doubtful, group, join_after_brief
from summarize.stories.importance import by_importance
from summarize.stories.origins import find_origins
from summarize.stories.story import Origin, Story
from summarize.told import Join
from summarize.writer import BriefWriter


@dataclass(frozen=True)
class Chosen:
    """The stories that are told, those `beyond`, and how many articles were left out, by rule.

    `settled` is what a model said of doubtful pairs.
    """

    stories: tuple[Story, ...]
    excluded: dict[str, int]
    beyond: tuple[Story, ...] = ()
    settled: Settled = field(default_factory=dict)

    @cached_property
    def articles(self) -> dict[str, Article]:
        """By id every article that tells one of the stories, then those that only touch on them."""
        own = {article.id: article for story in self.stories for article in story.articles}
        return own | {article.id: article for story in self.stories for article in story.also_in}


def coverage(articles: Sequence[Article], options: Options) -> Covered:
    """What is covered, and as of when. NothingToRead where no article is left."""
    named = map(options.outlets.applied, articles)
    placed = [in_zone(article, options.zone) for article in named]
    now = options.now.astimezone(options.zone) if options.zone else options.now
    bounds = (options.as_of, options.since, options.bounds, options.undated)
    covered = cover(placed, now=now, wanted=Coverage(*bounds, options.filters))
    if not covered.articles:
        raise _nothing_left(placed, covered, options)
    return covered


def _nothing_left(articles: Sequence[Article], covered: Covered, options: Options) -> NothingToRead:
    """What is told where nothing is left: the days that there are, else the nearest titles."""
    rules = " and ".join(covered.excluded)
    if any(rule.startswith(("--only", "--exclude")) for rule in covered.excluded):
        near = (f"{one.title!r} ({one.outlet})" for one in options.filters.nearest(articles))
        hint = f"the nearest are {', '.join(near)}"
    else:
        days = sorted(article.day for article in articles if article.day)
        hint = f"they are of {days[0]} to {days[-1]}" if days else ""
    return NothingToRead(f"no article is left by {rules}", hint=hint)


async def choose(covered: Covered, writer: BriefWriter, options: Options) -> Chosen:
    """The stories to tell, in the order of telling, decided before anything is written.

    `writer` is asked about doubtful pairs only, and only where a model is to settle them.
    """
    if options.kind == "article":
        alone = (Origin(article.outlet, (article,)) for article in covered.articles)
        return _shown([Story(o.lead.id, (o,)) for o in alone], covered, options, UNSETTLED)
    origins = await aside(find_origins, covered.articles)
    settled = UNSETTLED
    if options.group == "model":
        settled = await writer.settle(await aside(_doubtful, origins, options))
    stories = await aside(_grouped, origins, covered, options, settled)
    return _shown(stories, covered, options, settled)


def joining(chosen: Chosen, covered: Covered, options: Options) -> Join | None:
    """What groups the stories anew, after the briefs of foreign articles, where anything does."""
    if not options.finds_stories:
        return None
    settled = chosen.settled if options.group == "model" else None

    def join(briefs: Mapping[str, Brief]) -> tuple[Story, ...]:
        found = join_after_brief(chosen.stories, briefs, decay=options.decays, settled=settled)
        return tuple(_ordered(found, covered, options))

    return join


def _doubtful(origins: Sequence[Origin], options: Options) -> tuple[Pair, ...]:
    return doubtful(origins, decay=options.decays)


def _grouped(
    origins: Sequence[Origin], covered: Covered, options: Options, settled: Settled
) -> list[Story]:
    found = group(origins, options.group, decay=options.decays, settled=settled)
    return _ordered(found, covered, options)


def _ordered(stories: Sequence[Story], covered: Covered, options: Options) -> list[Story]:
    as_of = covered.as_of if options.decays else None
    return by_importance(stories, as_of=as_of, weights=options.weights)


def _shown(
    stories: Sequence[Story], covered: Covered, options: Options, settled: Settled
) -> Chosen:
    """The first of the stories, as many as are asked for."""
    shown = stories[: options.top] if options.top else stories
    beyond = stories[len(shown) :]
    excluded = dict(covered.excluded)
    if left_out := sum(len(story.articles) for story in beyond):
        excluded[f"--top {options.top}"] = left_out
    return Chosen(tuple(shown), excluded, tuple(beyond), settled)
