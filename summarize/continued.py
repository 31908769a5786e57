"""A report as the next edition of an earlier one: who is compared, what persists, what is carried.

1. `compared` says whether words can be compared, or values only.
2. `go_on` finds each story's life and all changes.
3. `Going.settled` puts them into the report, with the earlier articles that are cited there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from summarize.article import Article
from summarize.claims import Opinion, Overview, StoryBrief, Writer
from summarize.compare.changes import Telling, course
from summarize.edition import Change, Course, Life, Previous
from summarize.read.urls import domain
from summarize.report.assemble import NO_OPINIONS, settle
from summarize.report.escape import fold
from summarize.report.walk import claims_of_changes
from summarize.reported import Report, Skipped, StoryReport
from summarize.stories.lineage import lineage
from summarize.stories.story import Story


def compared(
    earlier: Report, writer: Writer, templates: Mapping[str, str], language: str
) -> Previous:
    """The earlier report as what today's is compared with: by values where it was made otherwise.

    `writer` and `language` are those of today, `templates` the hashes of the prompts used today.
    """
    was = earlier.method
    other = (was.writer.kind, was.writer.model) != (writer.kind, writer.model)
    prompts = any(was.templates.get(name, hash_) != hash_ for name, hash_ in templates.items())
    number = earlier.numbered.number if earlier.numbered else None
    by_values = other or prompts or earlier.language != language
    return Previous(number, earlier.as_of, by_values)


@dataclass(frozen=True)
class Going:
    """How today's stories go on those of an `earlier` report; None where there is none."""

    earlier: Report | None = None
    course: Course = field(default_factory=lambda: Course(None, {}))

    def titled(self, brief: StoryBrief) -> StoryBrief:
        """The brief of a story under the headline that it keeps."""
        life = self.course.lives.get(brief.story)
        return brief if life is None else replace(brief, headline=life.headline)

    def is_old(self, story: Story) -> bool:
        """Whether there is nothing new in a story."""
        life = self.course.lives.get(story.id)
        return life is not None and life.mark is None

    def settled(self, report: Report, opinions: Mapping[str, Opinion] = NO_OPINIONS) -> Report:
        """The report in its final order, its stories under the ids of their lives."""
        if self.earlier is not None:
            report = _continued(report, self.course, self.earlier)
        return settle(report, opinions)


def go_on(
    told: Sequence[Telling],
    earlier: Report,
    previous: Previous,
    *,
    skipped: Sequence[Skipped] = (),
    beyond: Sequence[Story] = (),
) -> Going:
    """How today's stories go on; `beyond` are those that are not told, for there are too many."""
    failed = {
        *failed_outlets(earlier, skipped),
        *(a.outlet for story in beyond for a in story.articles),
    }
    found = course(told, earlier, previous, failed=failed)
    again = lineage(beyond, earlier).values() if beyond else ()
    untold = {old.id for line in again for old in line.earlier}
    titles = Beginnings([article.title for article in earlier.articles])
    by_id = {one.story.id: one for one in told}
    lives = {id_: _titled(life, by_id[id_], titles) for id_, life in found.lives.items()}
    quiet = {id_: said for id_, said in (found.quiet or {}).items() if id_ not in untold}
    return Going(earlier, replace(found, lives=lives, quiet=quiet))


def failed_outlets(earlier: Report, skipped: Sequence[Skipped]) -> Iterator[str]:
    """The outlets of which an input could not be read today: of the same file, folder or site."""
    for article in earlier.articles:
        for entry in skipped:
            inside = f"/{entry.source}"
            same = article.path and inside.endswith(f"/{article.path}")
            if (
                same
                or _of_one_site(article.url, entry.address)
                or inside.casefold().endswith(f"/{article.outlet.casefold()}")
            ):
                yield article.outlet


def _of_one_site(url: str | None, source: str) -> bool:
    """Whether an article is of the site of a source, as of its feeds: feeds.ledger.example."""
    own, read = domain(url) if url else None, domain(source)
    return bool(own and read) and (f".{own}".endswith(f".{read}") or f".{read}".endswith(f".{own}"))


def _titled(life: Life, one: Telling, titles: Beginnings) -> Life:
    """The life with a headline that can be shown to be one: the title of an article."""
    today = one.brief.headline
    if life.headline == today or titles.first(life.headline) is not None:
        return life
    return replace(life, headline=today, was=life.headline)


def _continued(report: Report, found: Course, earlier: Report) -> Report:
    """In a partial one nothing is reported no more: it may only not have been written."""
    lives = found.lives
    changes = [one for one in found.changes if not (report.partial and one.kind == "dropped")]
    made = replace(
        report,
        previous=found.previous,
        stories=tuple(_story(story, lives[story.id]) for story in report.stories),
        withheld=tuple(replace(w, story=_id(w.story, lives)) for w in report.withheld),
        overview=_overview(report.overview, lives),
        changes=tuple(changes),
        quiet=found.quiet or {},
    )
    carried = list(_carried(made, earlier))
    number = earlier.numbered.number if earlier.numbered else 0
    editions = {article.id: earlier.editions.get(article.id, number) for article in carried}
    return replace(made, articles=(*report.articles, *carried), editions=editions)


def _id(story: str, lives: Mapping[str, Life]) -> str:
    return lives[story].id if story in lives else story


def _story(story: StoryReport, life: Life) -> StoryReport:
    return replace(
        story,
        id=life.id,
        brief=replace(story.brief, story=life.id, headline=life.headline),
        mark=life.mark,
        was=life.was,
        continues=life.continues,
        origins_total=life.origins_total,
        new=life.new,
    )


def _overview(overview: Overview, lives: Mapping[str, Life]) -> Overview:
    marked = tuple(
        replace(h, story=lives[h.story].id, mark=lives[h.story].mark) if h.story in lives else h
        for h in overview.highlights
    )
    return replace(overview, highlights=marked)


def _carried(report: Report, earlier: Report) -> Iterator[Article]:
    """The earlier articles that changes or gaps cite, or whose title a story has, in order."""
    own = {article.id for article in report.articles}
    needed = {quote.article for gap in report.gaps for quote in gap.quotes}
    needed.update(_cited(report.changes))
    titles = {article.id: article.title for article in report.articles}
    known = Beginnings([article.title for article in earlier.articles])
    for story in report.stories:
        headline = story.brief.headline
        texts = [*(titles[id_] for id_ in story.articles), *(c.text for c in story.brief.claims)]
        if Beginnings(texts).first(headline) is None:
            titled = known.first(headline)
            needed.update([] if titled is None else [earlier.articles[titled].id])
    for article in earlier.articles:
        if article.id in needed and article.id not in own:
            yield article


def _cited(changes: Iterable[Change]) -> Iterator[str]:
    yield from (quote.article for claim in claims_of_changes(changes) for quote in claim.quotes)


class Beginnings:
    """Texts, to be asked which of them begins with a headline, however it is spaced and cased."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._ordered = sorted((fold(text).casefold(), n) for n, text in enumerate(texts))

    def first(self, headline: str) -> int | None:
        """The number of the first text that is the headline, or begins so; None where none does."""
        beginning = fold(headline).casefold().rstrip("…. ")
        rest = islice(self._ordered, bisect_left(self._ordered, (beginning, 0)), None)
        return min(
            (n for _, n in takewhile(lambda e: e[0].startswith(beginning), rest)), default=None
        )
