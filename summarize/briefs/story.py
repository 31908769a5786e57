"""The brief across the origins of one story by a model, from the sentences as far as they fit.

1. `sentences`: all sentences of one article for each origin, and what only other carriers have.
2. `claims`: where these do not fit one call, the claims of each article's brief with the sentences
   they rest on, and each sentence in which code found a figure, a quotation or a date.
3. `rounds`: where these do not fit either, groups of origins, one call each, then their notes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from summarize.article import Article, Quote
from summarize.briefs.asking import Asker
from summarize.briefs.evidence import Source, article_heading, cost, one_line, span
from summarize.briefs.replies import Notes
from summarize.briefs.rounds import MARGIN, Step, merge, one_call
from summarize.claims import Brief
from summarize.errors import PromptCut, TooLong
from summarize.models.shapes import StoryReply
from summarize.stories.story import Origin, Story
from summarize.stories.unique import said_by
from summarize.text.dates import dates
from summarize.text.figures import numbers
from summarize.text.packing import pack
from summarize.text.standalone import QUOTE_MARKS


@dataclass(frozen=True)
class NotedStory:
    """What the model noted of a story, and how it was shown: `sentences`, `claims`, `rounds`."""

    notes: Notes
    mode: str


async def note_story(
    asker: Asker, story: Story, briefs: Sequence[Brief], priority: float
) -> NotedStory:
    """What the model notes across the origins of `story`; `briefs` are those of its leads."""
    step = Step("story", StoryReply, f"story “{one_line(story.leads[0].title)}”", priority)
    of = {brief.article: brief for brief in briefs}
    room = asker.room("story") - MARGIN
    whole = [_whole(origin, n) for n, origin in enumerate(story.origins, 1)]
    if notes := await _if_it_fits(asker, step, whole, room):
        return NotedStory(notes, "sentences")
    # Where one article alone is too long for a call, its least telling sentences are left out.
    told = [
        _fitted(_claims(origin, n, of.get(origin.lead.id)), asker, room)
        for n, origin in enumerate(story.origins, 1)
    ]
    if notes := await _if_it_fits(asker, step, told, room):
        return NotedStory(notes, "claims")
    return NotedStory(await _in_rounds(asker, step, told, room), "rounds")


async def _if_it_fits(
    asker: Asker, step: Step, sources: Sequence[Source], room: int
) -> Notes | None:
    if sum(cost(source, asker.counter.count) for source in sources) > room:
        return None
    try:
        return await one_call(asker, step, sources)
    except (TooLong, PromptCut):
        return None


async def _in_rounds(asker: Asker, step: Step, sources: Sequence[Source], room: int) -> Notes:
    ranges = pack(_sizes(asker, sources), room)
    groups = [sources[one.start : one.stop] for one in ranges]
    if len(groups) == 1:  # it fits, by our count: the server would not take it
        groups = _halves(sources)
    found = await asyncio.gather(*(_group(asker, step, group) for group in groups))
    return await merge(asker, step, [notes for group in found for notes in group], "ARTICLES")


async def _group(asker: Asker, step: Step, sources: Sequence[Source]) -> list[Notes]:
    """The notes on some sources, from the fewest calls that the server takes."""
    try:
        return [await one_call(asker, step, sources)]
    except (TooLong, PromptCut):
        if len(sources) > 1:
            parts = _halves(sources)
        else:
            smaller = _cut_to(sources[0], asker, cost(sources[0], asker.counter.count) // 2)
            if smaller == sources[0]:
                raise
            parts = [[smaller]]
    return [notes for part in parts for notes in await _group(asker, step, part)]


def _halves(sources: Sequence[Source]) -> list[Sequence[Source]]:
    middle = len(sources) // 2
    return [sources[:middle], sources[middle:]]


def _sizes(asker: Asker, sources: Sequence[Source]) -> list[int]:
    return [cost(source, asker.counter.count) for source in sources]


def _whole(origin: Origin, number: int) -> Source:
    quotes = tuple(s.article.quote(s.sentence.start, s.sentence.end) for s in said_by(origin))
    return Source(article_heading(origin.lead, number, number), quotes)


def _claims(origin: Origin, number: int, brief: Brief | None) -> Source:
    """The claims of the brief, their sentences, and the others that code finds telling."""
    claims = brief.claims if brief else ()
    cited = {span(quote): quote for claim in claims for quote in claim.quotes}
    for quote in _telling(origin):
        cited.setdefault(span(quote), quote)
    return Source(article_heading(origin.lead, number, number), tuple(cited.values()), claims)


def _telling(origin: Origin) -> Iterator[Quote]:
    for said in said_by(origin):
        quote = said.article.quote(said.sentence.start, said.sentence.end)
        if said.article is not origin.lead or tells(quote.text, said.article, said.article.day):
            yield quote


def tells(text: str, article: Article, day: date | None) -> bool:
    """Whether code finds a figure, a quotation or a date in a sentence."""
    return (
        any(mark in text for mark in QUOTE_MARKS)
        or bool(dates(text, article.language, day))
        or bool(tuple(numbers(text, article.language)))
    )


def _fitted(source: Source, asker: Asker, room: int) -> Source:
    return source if cost(source, asker.counter.count) <= room else _cut_to(source, asker, room)


def _cut_to(source: Source, asker: Asker, room: int) -> Source:
    """A source without the sentences behind its cited ones that do not fit; notes go last."""
    notes, quotes = list(source.notes), list(source.quotes)
    while cost(Source(source.heading, tuple(quotes), tuple(notes)), asker.counter.count) > room:
        if len(quotes) > 1:
            quotes = quotes[: max(len(quotes) * 3 // 4, 1)]
        elif len(notes) > 1:
            notes.pop()
        else:
            break
        kept = {span(quote) for quote in quotes}
        notes = [c for c in notes if all(span(q) in kept for q in c.quotes)] or notes[:1]
    return Source(source.heading, tuple(quotes), tuple(notes))
