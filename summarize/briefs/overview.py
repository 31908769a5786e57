"""The head of the report by a model, from the claims of the stories and their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, islice
from math import ceil
from statistics import fmean

from summarize.article import Article, Quote
from summarize.briefs.asking import Asker
from summarize.briefs.evidence import (
    MARK,
    Shown,
    Source,
    cost,
    one_line,
    show,
    statement_quotes,
)
from summarize.briefs.fields import answers
from summarize.briefs.replies import Notes, Unfit, claim_of, plain, ranked
from summarize.briefs.rounds import MARGIN, noted
from summarize.claims import Call, Claim, Extra, Gap, Highlight, StoryBrief
from summarize.errors import PromptCut, TooLong
from summarize.models.request import Usage
from summarize.models.shapes import OverviewReply
from summarize.stories.story import Story
from summarize.text.dates import dates

CLAIMS = 6  # of a story, at most: its brief has the rest
BOTTOM_LINES = 3
HIGHLIGHTS = 5
GAPS = 5
AHEAD = 3  # sentences of a story that announce something
DIFFERENCES = 2  # of a story
# Of a story at most, but for claims that rest on several sentences: each claim and its sentence,
# what is announced, and both sides of a difference.
LINES = 2 * CLAIMS + AHEAD + 2 * DIFFERENCES
HEADING = 60  # tokens of the heading of a story


@dataclass(frozen=True)
class Headed:
    """What leads the report, how many stories were looked at for it, and what was asked.

    `extra` are the fields that the template adds, without those `unfit`.
    """

    bottom_line: tuple[Claim, ...]
    highlights: tuple[Highlight, ...]
    gaps: tuple[Gap, ...]
    seen: int
    calls: tuple[Call, ...] = ()
    extra: tuple[Extra, ...] = ()
    unfit: tuple[Unfit, ...] = ()


async def note_overview(
    asker: Asker,
    stories: Sequence[StoryBrief],
    articles: Mapping[str, Article],
    of: Mapping[str, Story],
) -> Headed:
    """The head, of as many stories as fit one call with their bottom lines. Raises ModelError.

    `articles` are those behind the quotes, `of` the stories with their articles, by id.
    """
    room = asker.room("overview") - MARGIN
    ahead = {id_: announcements(story) for id_, story in of.items()}
    told = [_Told(brief, n, of.get(brief.story), ahead) for n, brief in enumerate(stories, 1)]
    while True:
        shown, seen = overview_evidence(asker, told, room)
        request = asker.request("overview", OverviewReply, shown, "the overview", 0.0)
        try:
            reply = await asker.ask(request, OverviewReply)
        except (TooLong, PromptCut):
            if seen <= 1:
                raise
            room //= 2
            continue
        headed = _headed(reply, shown.quotes, stories[:seen], asker.language, articles)
        found = answers(reply, shown.quotes, asker.language, 1)
        return replace(headed, calls=(asker.call(request),), extra=found.extra, unfit=found.unfit)


def expected(asker: Asker, stories: Sequence[Story]) -> Usage:
    """What the call for the overview of stories that are yet to be told takes, counted upwards."""
    request = asker.request("overview", OverviewReply, Shown("", ()), "the overview", 0.0)
    shown = ceil(sum(HEADING + LINES * _line(asker, story) for story in stories))
    shown = min(shown, asker.room("overview") - MARGIN)
    return Usage(request.prompt_tokens + request.schema_tokens + shown, 0, request.max_output)


def _line(asker: Asker, story: Story) -> float:
    """Tokens of a line as it is shown, for sentences of the length that this story has."""
    quotes = (quote for article in story.leads for quote in statement_quotes(article))
    sizes = [asker.counter.count(quote.text) + MARK for quote in quotes]
    return fmean(sizes) if sizes else 0.0


@dataclass(frozen=True)
class _Told:
    """A story as the overview is shown it: number `n`, and what its articles announce."""

    brief: StoryBrief
    n: int
    story: Story | None
    ahead: Mapping[str, tuple[Quote, ...]]

    def source(self, claims: int) -> Source:
        """Its first claims with their sentences, what is announced, and what sources dispute."""
        brief = self.brief
        told = [c for c in (brief.bottom_line, *brief.claims) if c is not None and c.quotes]
        sides = [side for one in brief.differ[:DIFFERENCES] for side in one.sides]
        shown = noted(self._heading(), Notes(None, ranked(told)[:claims]))
        seen = {quote.span for quote in shown.quotes}
        more = [*self.ahead.get(brief.story, ()), *(q for side in sides for q in side.quotes[:1])]
        extra = {quote.span: quote for quote in more if quote.span not in seen}
        return Source(shown.heading, (*shown.quotes, *extra.values()), shown.notes)

    def _heading(self) -> str:
        days = sorted(a.day for a in self.story.articles if a.day) if self.story else []
        dated = f" | articles of {days[0]} to {days[-1]}" if days else ""
        differ = "".join(f"\nSOURCES DIFFER ON: {d.about}" for d in self.brief.differ[:DIFFERENCES])
        return f"STORY {self.n}{dated}\nTITLE: {one_line(self.brief.headline)}{differ}"


def announcements(story: Story) -> tuple[Quote, ...]:
    """Sentences of a story that name a day after their publication, one article for an origin."""
    found = (
        quote
        for article in story.leads
        for quote in statement_quotes(article)
        if any(_later(quote, {article.id: article}))
    )
    return tuple(islice(found, AHEAD))


def overview_evidence(asker: Asker, told: Sequence[_Told], room: int) -> tuple[Shown, int]:
    """What fits, and how many stories are in it.

    Of each story as many claims as fit for all of them, down to one; then as many stories as fit.
    """
    sources: list[Source] = []
    sizes: list[int] = []
    for claims in range(CLAIMS, 0, -1):
        sources = [one.source(claims) for one in told]
        sizes = [cost(source, asker.counter.count) for source in sources]
        if sum(sizes) <= room:
            return show(sources), len(told)
    fitting = sum(total <= room for total in accumulate(sizes))
    seen = max(fitting, 1)
    return show(sources[:seen]), seen


def _headed(
    reply: OverviewReply,
    shown: Sequence[Quote],
    stories: Sequence[StoryBrief],
    language: str,
    articles: Mapping[str, Article],
) -> Headed:
    lines = [claim_of(cited, shown, language, 1) for cited in reply.bottom_line]
    highlights = [
        Highlight(stories[one.story - 1].story, claim)
        for one in reply.highlights
        if 1 <= one.story <= len(stories) and (claim := claim_of(one, shown, language, 1))
    ]
    claimed = [(one, claim_of(one, shown, language)) for one in reply.gaps]
    gaps = [gap for _, claim in claimed if claim and (gap := _announced(claim, articles))]
    return Headed(
        tuple(line for line in lines if line is not None)[:BOTTOM_LINES],
        tuple(highlights)[:HIGHLIGHTS],
        tuple(gaps)[:GAPS],
        len(stories),
    )


def _announced(claim: Claim, articles: Mapping[str, Article]) -> Gap | None:
    """The claim as something to watch, if a cited passage names a day after its publication."""
    days = sorted(day for quote in claim.quotes for day in _later(quote, articles))
    return Gap(plain(claim.text), "announced", days[0], claim.quotes) if days else None


def _later(quote: Quote, articles: Mapping[str, Article]) -> Iterator[date]:
    article = articles.get(quote.article)
    if article is None or article.day is None:
        return
    for mention in dates(quote.text, article.language, article.day):
        if mention.precision == "day" and mention.first > article.day:
            yield mention.first
