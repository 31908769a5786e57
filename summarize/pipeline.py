"""The whole run on one page: read -> origins -> group -> brief -> check -> compare -> report.

The pipeline does not know who writes. It checks what each step returns before it passes it on.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.article import Article
from summarize.aside import aside
from summarize.checked import Checked, Rules, checked_overview
from summarize.chosen import Chosen, choose, coverage, joining
from summarize.claims import Gap, Overview, Writer
from summarize.compare import key_figures
from summarize.continued import Going, compared, go_on
from summarize.errors import nothing_to_read
from summarize.gaps import Day, gaps_of
from summarize.options import Options
from summarize.period import Covered, ahead
from summarize.report.assemble import versions
from summarize.report.labels import labels_for
from summarize.reported import Method, Report, Skipped, StoryReport
from summarize.templates import report_hashes
from summarize.told import Progress, Told, tell_all
from summarize.writer import Account, BriefWriter, SecondJudge

__all__ = ["Options", "run"]


@dataclass(frozen=True)
class _Made:
    """All that a run made, before it is put together."""

    covered: Covered
    chosen: Chosen
    told: Sequence[Told]
    head: Checked[Overview]
    gaps: tuple[Gap, ...]


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
    chosen = await choose(covered, writer, options)
    rules = Rules(chosen.articles, options.unsupported, options.language)
    join = joining(chosen, covered, options)
    told = await tell_all(chosen.stories, writer, rules, progress, join, options.engine)
    places = _places(skipped, options)
    going = await aside(_going, told, chosen, writer, options, places)
    told = _newest_first(told, going)
    head = Checked(Overview(writer.writer), ())
    if options.kind != "article":
        head = await checked_overview(writer, [one.brief for one in told], rules)
    fresh = [one for one in told if options.kind != "article" and not going.is_old(one.story)]
    day = Day(covered.as_of, options.language, fresh, covered.articles, places)
    gaps = await aside(gaps_of, head.brief.gaps, day, going.earlier)
    made = _Made(covered, chosen, told, head, gaps)
    report = _report(made, writer, options, skipped, started)
    if second is None:
        return await aside(going.settled, report)
    claims = list((await aside(versions, report)).values())
    progress("judging", 0, len(claims))
    opinions = await second.judge(claims, chosen.articles)
    report = _judged(report, writer, second, options, started)
    return await aside(going.settled, report, opinions)


def _judged(
    report: Report,
    writer: BriefWriter,
    second: SecondJudge,
    options: Options,
    started: float,
) -> Report:
    """The report with what the second judge used, and on what it has no opinion."""
    both = writer.account + second.account
    method = _method(writer.writer, both, options, started, report.method.notes)
    missing = (*both.missing, *both.unfit, *options.sourcing.unreached)
    return replace(report, method=method, partial=bool(both.missing), missing=missing)


def _report(
    made: _Made,
    writer: BriefWriter,
    options: Options,
    skipped: Sequence[Skipped],
    started: float,
) -> Report:
    account = writer.account
    return Report(
        kind=options.kind,
        title=options.title or labels_for(options.language).say(f"title_{options.kind}"),
        as_of=made.covered.as_of,
        period=(made.covered.first, made.covered.last),
        language=options.language,
        overview=made.head.brief,
        stories=tuple(_entry(one) for one in made.told) if options.kind != "article" else (),
        briefs=tuple(brief for one in made.told for brief in one.briefs),
        articles=tuple(made.chosen.articles.values()),
        key_figures=key_figures([one.brief for one in made.told]),
        gaps=(*made.gaps, *(Gap(one, "open", None, ()) for one in options.sourcing.failing)),
        skipped=tuple(skipped),
        withheld=(*(entry for one in made.told for entry in one.withheld), *made.head.withheld),
        method=_method(writer.writer, account, options, started, _notes(made.covered, options)),
        excluded=made.chosen.excluded,
        header=options.header,
        partial=bool(account.missing),
        missing=(*account.missing, *account.unfit, *options.sourcing.unreached),
    )


def _going(
    told: Sequence[Told],
    chosen: Chosen,
    writer: BriefWriter,
    options: Options,
    places: Sequence[Skipped],
) -> Going:
    earlier = options.previous
    if earlier is None:
        return Going()
    earlier = replace(earlier, articles=tuple(map(options.outlets.applied, earlier.articles)))
    previous = compared(earlier, writer.writer, writer.account.templates, options.language)
    return go_on(told, earlier, previous, skipped=places, beyond=chosen.beyond)


def _places(skipped: Sequence[Skipped], options: Options) -> list[Skipped]:
    """What could not be read, by the names that its outlets have in the report."""
    return [replace(one, source=options.outlets.folder_of(one.source)) for one in skipped]


def _newest_first(told: list[Told], going: Going) -> list[Told]:
    """The stories of which there is something new, then the others; each under its headline."""
    titled = [replace(one, brief=going.titled(one.brief)) for one in told]
    return sorted(titled, key=lambda one: going.is_old(one.story))


def _method(
    who: Writer, account: Account, options: Options, started: float, notes: tuple[str, ...]
) -> Method:
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
        notes=notes,
    )


def _notes(covered: Covered, options: Options) -> tuple[str, ...]:
    """What was unusual in reading the sources, with the articles that are of a future date."""
    labels = labels_for(options.language)
    found = ahead(covered.articles, options.now)
    return (*options.sourcing.notes, *([labels.count("ahead", len(found))] if found else []))


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
        also=tuple(article.id for article in story.also_in),
    )
