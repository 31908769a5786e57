"""The whole run on one page: read -> origins -> group -> brief -> check -> compare -> report.

The pipeline does not know who writes. It checks what each step returns before it passes it on.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from summarize.article import Article
from summarize.aside import aside
from summarize.checked import Checked, Rules, article_brief, checked_overview, story_brief
from summarize.claims import Brief, Overview, StoryBrief, Writer
from summarize.compare import Witnesses, compare, compare_brief, key_figures
from summarize.continued import Going, compared, go_on
from summarize.errors import NothingToRead, nothing_to_read
from summarize.gaps import Day, gaps_of
from summarize.outlets import NO_OUTLETS, Outlets
from summarize.period import Covered, cover, in_zone
from summarize.report.assemble import versions
from summarize.report.labels import labels_for
from summarize.reported import Kind, Method, Report, Skipped, StoryReport, Unsupported, Withheld
from summarize.stories.groups import How, group
from summarize.stories.importance import by_importance
from summarize.stories.origins import find_origins
from summarize.stories.story import Origin, Story
from summarize.stories.unique import only_others
from summarize.templates import SHIPPED, Folders, report_hashes
from summarize.writer import Account, BriefWriter, SecondJudge

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Options:
    """What a run is asked for. `now` is aware; its day counts where no article has a date.

    `folders` are where the templates of the report are found. `previous` is the earlier report that
    this one goes on, if any. `outlets` are those of the settings.
    """

    kind: Kind
    now: datetime
    title: str | None = None
    as_of: date | None = None
    zone: tzinfo | None = None
    since: str | None = None
    top: int | None = None
    group: How = "auto"
    language: str = "en"
    unsupported: Unsupported = "withhold"
    config: str | None = None
    folders: Folders = SHIPPED
    previous: Report | None = None
    outlets: Outlets = NO_OUTLETS


@dataclass(frozen=True)
class Told:
    """One story with all that was written about it."""

    story: Story
    brief: StoryBrief
    briefs: tuple[Brief, ...]
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True)
class Chosen:
    """The stories that are told, those `beyond`, and how many articles were left out, by rule."""

    stories: tuple[Story, ...]
    excluded: dict[str, int]
    beyond: tuple[Story, ...] = ()


async def run(
    articles: Sequence[Article],
    skipped: Sequence[Skipped],
    writer: BriefWriter,
    options: Options,
    progress: Progress = lambda _stage, _done, _total: None,
    second: SecondJudge | None = None,
) -> Report:
    """A report on `articles`; `progress(stage, done, total)` hears how far it is.

    `second` is asked for its opinion on every claim, when all is written and checked. Raises
    NothingToRead where no article is covered.
    """
    started = time.perf_counter()
    if not articles:
        raise nothing_to_read(skipped)
    covered = coverage(articles, options)
    chosen = await aside(choose, covered, options)
    writer.begin(chosen.stories)
    every = {article.id: article for story in chosen.stories for article in story.articles}
    rules = Rules(every, options.unsupported, options.language)
    told = await _tell_all(chosen.stories, writer, rules, progress)
    going = await aside(_going, told, chosen, writer, options, skipped)
    told = _newest_first(told, going)
    head = Checked(Overview(writer.writer), ())
    if options.kind != "article":
        head = await checked_overview(writer, [one.brief for one in told], rules)
    account = writer.account
    fresh = [one for one in told if options.kind != "article" and not going.is_old(one.story)]
    places = _places(skipped, options)
    day = Day(covered.as_of, options.language, fresh, covered.articles, places)
    gaps = await aside(gaps_of, head.brief.gaps, day, going.earlier)
    report = Report(
        kind=options.kind,
        title=options.title or labels_for(options.language).say(f"title_{options.kind}"),
        as_of=covered.as_of,
        period=(covered.first, covered.last),
        language=options.language,
        overview=head.brief,
        stories=tuple(_entry(one) for one in told) if options.kind != "article" else (),
        briefs=tuple(brief for one in told for brief in one.briefs),
        articles=tuple(every.values()),
        key_figures=key_figures([one.brief for one in told]),
        gaps=gaps,
        skipped=tuple(skipped),
        withheld=(*(entry for one in told for entry in one.withheld), *head.withheld),
        method=_method(writer.writer, account, options, started),
        excluded=chosen.excluded,
        partial=bool(account.missing),
        missing=(*account.missing, *account.unfit),
    )
    if second is None:
        return await aside(going.settled, report)
    claims = list((await aside(versions, report)).values())
    progress("judging", 0, len(claims))
    opinions = await second.judge(claims, every)
    both = account + second.account
    method = _method(writer.writer, both, options, started)
    missing = (*both.missing, *both.unfit)
    report = replace(report, method=method, partial=bool(both.missing), missing=missing)
    return await aside(going.settled, report, opinions)


def _going(
    told: Sequence[Told],
    chosen: Chosen,
    writer: BriefWriter,
    options: Options,
    skipped: Sequence[Skipped],
) -> Going:
    earlier = options.previous
    if earlier is None:
        return Going()
    earlier = replace(earlier, articles=tuple(map(options.outlets.applied, earlier.articles)))
    skipped = _places(skipped, options)
    previous = compared(earlier, writer.writer, writer.account.templates, options.language)
    return go_on(told, earlier, previous, skipped=skipped, beyond=chosen.beyond)


def _places(skipped: Sequence[Skipped], options: Options) -> list[Skipped]:
    """What could not be read, by the names that its outlets have in the report."""
    return [replace(one, source=options.outlets.folder_of(one.source)) for one in skipped]


def _newest_first(told: list[Told], going: Going) -> list[Told]:
    """The stories of which there is something new, then the others; each under its headline."""
    titled = [replace(one, brief=going.titled(one.brief)) for one in told]
    return sorted(titled, key=lambda one: going.is_old(one.story))


def _method(who: Writer, account: Account, options: Options, started: float) -> Method:
    return Method(
        writer=who,
        templates={**report_hashes(options.kind, options.folders), **account.templates},
        config=options.config,
        seconds=round(time.perf_counter() - started, 3),
        context=account.context,
        calls=account.calls,
        reused=account.reused,
        tokens=account.tokens,
        cost_usd=account.cost_usd,
        unsupported=options.unsupported,
        repairs=account.repairs,
    )


def coverage(articles: Sequence[Article], options: Options) -> Covered:
    """What is covered, and as of when. NothingToRead where no article is left."""
    named = map(options.outlets.applied, articles)
    placed = [in_zone(article, options.zone) for article in named]
    now = options.now.astimezone(options.zone) if options.zone else options.now
    covered = cover(placed, now=now, as_of=options.as_of, since=options.since)
    if not covered.articles:
        days = sorted(article.day for article in placed if article.day)
        raise NothingToRead(
            f"no article is left by {' and '.join(covered.excluded)}",
            hint=f"they are of {days[0]} to {days[-1]}",
        )
    return covered


def choose(covered: Covered, options: Options) -> Chosen:
    """The stories to tell, in the order of telling, decided before anything is written."""
    if options.kind == "article":
        alone = (Origin(article.outlet, (article,)) for article in covered.articles)
        stories = [Story(origin.lead.id, (origin,)) for origin in alone]
    else:
        daily = options.kind == "daily"
        found = group(find_origins(covered.articles), options.group, decay=daily)
        stories = by_importance(found, as_of=covered.as_of if daily else None)
    shown = stories[: options.top] if options.top else stories
    excluded = dict(covered.excluded)
    if beyond := sum(len(story.articles) for story in stories[len(shown) :]):
        excluded[f"--top {options.top}"] = beyond
    return Chosen(tuple(shown), excluded, tuple(stories[len(shown) :]))


async def _tell_all(
    stories: Sequence[Story], writer: BriefWriter, rules: Rules, progress: Progress
) -> list[Told]:
    done = 0

    async def one(story: Story) -> Told:
        nonlocal done
        told = await tell(story, writer, rules)
        done += 1
        progress("stories", done, len(stories))
        return told

    return await asyncio.gather(*(one(story) for story in stories))


async def tell(story: Story, writer: BriefWriter, rules: Rules) -> Told:
    """Everything that is written about one story: a brief of each origin, then one across them.

    A story of one origin is that origin's brief, promoted.
    """
    checked = await asyncio.gather(
        *(article_brief(writer, o.lead, story.id, rules, only_others(o)) for o in story.origins)
    )
    briefs = [one.brief for one in checked]
    withheld = [entry for one in checked for entry in one.withheld]
    if len(briefs) == 1:
        across = promote(story, briefs[0])
    else:
        result = await story_brief(writer, story, briefs, rules)
        across = result.brief
        withheld.extend(result.withheld)
    return await aside(_compared, story, across, briefs, withheld)


def _compared(
    story: Story, across: StoryBrief, briefs: Sequence[Brief], withheld: Sequence[Withheld]
) -> Told:
    witnesses = Witnesses.of(story)
    return Told(
        story,
        compare(across, witnesses),
        tuple(compare_brief(brief, witnesses) for brief in briefs),
        tuple(withheld),
    )


def promote(story: Story, brief: Brief) -> StoryBrief:
    """The brief of the only origin, as the brief of its story: all that it holds.

    Its added fields too: who writes it has asked for those of the story in the same call.
    """
    return StoryBrief(
        story=story.id,
        writer=brief.writer,
        headline=brief.headline,
        bottom_line=brief.bottom_line,
        claims=brief.claims,
        who=brief.who,
        where=brief.where,
        quotations=brief.quotations,
        calls=brief.calls,
        extra=brief.extra,
    )


def _entry(told: Told) -> StoryReport:
    story = told.story
    return StoryReport(
        id=story.id,
        articles=tuple(article.id for article in story.articles),
        origins=tuple(
            (origin.name, tuple(article.id for article in origin.articles))
            for origin in story.origins
        ),
        brief=told.brief,
    )
