"""The brief across the origins of one story by a model, from the sentences as far as they fit.

1. `sentences`: all sentences of one article for each origin, and what only other carriers have.
2. `claims`: where these do not fit one call, the claims of each article's brief with the sentences
   they rest on, and each sentence in which code found a figure, a quotation or a date.
3. `rounds`: where these do not fit either, groups of origins, one call each, then their notes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.article import Article, Quote
from summarize.aside import aside
from summarize.briefs.asking import Asker
from summarize.briefs.evidence import Source, article_heading, cost, one_line
from summarize.briefs.replies import Notes, ranked
from summarize.briefs.rounds import MARGIN, Step, halves, merge, one_call
from summarize.claims import Brief
from summarize.errors import ModelError, PromptCut, TooLong
from summarize.models.shapes import StoryReply
from summarize.stories.story import Origin, Story
from summarize.stories.unique import said_by
from summarize.text.dates import dates
from summarize.text.figures import numbers
from summarize.text.packing import pack
from summarize.text.standalone import QUOTE_MARKS, stands_alone


@dataclass(frozen=True)
class NotedStory:
    """What the model noted of a story, and how it was shown: `sentences`, `claims`, `rounds`.

    `failed` says why a round was not the model's, where one was not.
    """

    notes: Notes
    mode: str
    failed: tuple[ModelError, ...] = ()


async def note_story(
    asker: Asker, story: Story, briefs: Sequence[Brief], priority: float
) -> NotedStory:
    """What the model notes across the origins of `story`; `briefs` are those of its leads.

    Raises ModelError where it notes nothing of it.
    """
    headings = {
        article.id: article_heading(origin.lead, number, number)
        for number, origin in enumerate(story.origins, 1)
        for article in origin.articles
    }
    label = f"story “{one_line(story.leads[0].title)}”"
    step = Step("story", StoryReply, label, priority, headings=headings)
    of = {brief.article: brief for brief in briefs}
    room = asker.room("story") - MARGIN
    whole = await aside(_all, _whole, story, headings)
    if notes := await _if_it_fits(asker, step, whole, room):
        return NotedStory(notes, "sentences")

    # Where one article alone is too long for a call, its least telling sentences are left out.
    def tell(origin: Origin, heading: str) -> Source:
        return _fitted(_claims(origin, heading, of.get(origin.lead.id)), asker, room)

    told = await aside(_all, tell, story, headings)
    if notes := await _if_it_fits(asker, step, told, room):
        return NotedStory(notes, "claims")
    return await _in_rounds(asker, step, told, room)


async def _if_it_fits(
    asker: Asker, step: Step, sources: Sequence[Source], room: int
) -> Notes | None:
    if sum(cost(source, asker.counter.count) for source in sources) > room:
        return None
    try:
        return await one_call(asker, step, sources)
    except (TooLong, PromptCut):
        return None


async def _in_rounds(asker: Asker, step: Step, sources: Sequence[Source], room: int) -> NotedStory:
    ranges = pack([cost(source, asker.counter.count) for source in sources], room)
    groups = [sources[one.start : one.stop] for one in ranges]
    if len(groups) == 1:  # it fits, by our count: the server would not take it
        groups = halves(sources)
    found = await asyncio.gather(*(_group(asker, step, group) for group in groups))
    merged = await merge(asker, step, [notes for group in found for notes in group.notes])
    if merged.failed and not (merged.by_model or any(group.by_model for group in found)):
        raise merged.failed[0]
    return NotedStory(merged.notes, "rounds", merged.failed)


@dataclass(frozen=True)
class _Group:
    """Notes on some sources. `by_model` says whether any are on the story, not of a brief."""

    notes: tuple[Notes, ...]
    by_model: bool


async def _group(asker: Asker, step: Step, sources: Sequence[Source]) -> _Group:
    """The notes on some sources, from the fewest calls that the server takes.

    An article that stands alone in its call was briefed alone: its brief is its notes.
    """
    if len(sources) == 1 and sources[0].notes:
        claims = ranked(sources[0].notes)
        return _Group((Notes(claims[0], claims),), by_model=False)
    try:
        return _Group((await one_call(asker, step, sources),), by_model=True)
    except (TooLong, PromptCut):
        if len(sources) == 1:
            raise
    first, second = [await _group(asker, step, half) for half in halves(sources)]
    return _Group(first.notes + second.notes, first.by_model or second.by_model)


def _all(
    source: Callable[[Origin, str], Source], story: Story, headings: Mapping[str, str]
) -> list[Source]:
    """The source of each origin. Of many articles it takes long: it is made beside the loop."""
    return [source(origin, headings[origin.lead.id]) for origin in story.origins]


def _whole(origin: Origin, heading: str) -> Source:
    return Source(heading, tuple(quote for quote, _ in _statements(origin)))


def _claims(origin: Origin, heading: str, brief: Brief | None) -> Source:
    """The claims of the brief with their sentences and those that code finds telling, in order.

    With a sentence that does not stand alone comes the one before it, which says who "he" is.
    """
    claims = brief.claims if brief else ()
    cited = {quote.span for claim in claims for quote in claim.quotes}
    chosen: dict[int, Quote] = {}
    statements = list(_statements(origin))
    for place, (quote, article) in enumerate(statements):
        only_here = article is not origin.lead
        if quote.span in cited or only_here or tells(quote.text, article):
            if place and not stands_alone(quote.text, article.language):
                chosen.setdefault(place - 1, statements[place - 1][0])
            chosen[place] = quote
    ordered = tuple(chosen[place] for place in sorted(chosen))
    return Source(heading, ordered, tuple(claim for claim in claims if claim.quotes))


def _statements(origin: Origin) -> Iterator[tuple[Quote, Article]]:
    for said in said_by(origin):
        yield said.article.quote(said.sentence.start, said.sentence.end), said.article


def tells(text: str, article: Article) -> bool:
    """Whether code finds a figure, a quotation or a date in a sentence."""
    return (
        any(mark in text for mark in QUOTE_MARKS)
        or any(map(str.isdigit, text))  # in digits it is found at once
        or bool(dates(text, article.language, article.day))
        or bool(tuple(numbers(text, article.language)))
    )


def _fitted(source: Source, asker: Asker, room: int) -> Source:
    """A source that fits: sentences that no note rests on go first, from the end, then notes."""
    notes = list(source.notes)
    cited = {quote.span for note in notes for quote in note.quotes}
    others = [quote.span for quote in source.quotes if quote.span not in cited]
    while True:
        kept = {quote.span for note in notes for quote in note.quotes} | set(others)
        quotes = tuple(quote for quote in source.quotes if quote.span in kept)
        made = Source(source.heading, quotes, tuple(notes))
        if cost(made, asker.counter.count) <= room:
            return made
        if others:
            others = others[: len(others) * 3 // 4]
        elif len(notes) > 1:
            notes.pop()
        else:
            return made


def headline(story: Story, notes: Notes, articles: Mapping[str, Article]) -> str:
    """The title that was chosen, else that of the article which the bottom line cites first."""
    if 1 <= notes.headline <= len(story.leads):
        return story.leads[notes.headline - 1].title
    cited = [q.article for claim in notes.claims[:1] for q in claim.quotes]
    return next((articles[id_].title for id_ in cited), story.leads[0].title)
