"""Several notes become one, in as many rounds as the model's context needs.

1. Notes are put into as few calls as they fit, at least two in each: every round makes fewer.
2. Where two do not fit one call together, the least important claims of the longer ones go.
3. A call that the server would not take whole is made in halves, and these are merged.
4. Where a merge gets no answer, the notes are put side by side: what was answered is not lost.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest
from typing import TypeVar

from summarize.article import Quote
from summarize.briefs.asking import Asker
from summarize.briefs.evidence import Source, cost, show
from summarize.briefs.fields import answers, beside
from summarize.briefs.replies import Notes, notes_of, ranked
from summarize.claims import claims_in
from summarize.errors import ModelError, PromptCut, TooLong
from summarize.models.shapes import ArticleReply
from summarize.text.packing import pack

T = TypeVar("T")

MARGIN = 120  # tokens for boundaries, headings and the end of the last line
PAIR = 2
BESIDE = 20  # claims of notes that were put side by side instead of merged


@dataclass(frozen=True)
class Step:
    """One kind of call: its template and shape, and what its calls are about.

    `heading` is what the model is told of the one article, `headings` of each by its id, where
    there are several.
    """

    template: str
    shape: type[ArticleReply]
    label: str
    priority: float
    heading: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Merged:
    """The notes of the whole, why a merge was not the model's, and whether any was (`by_model`)."""

    notes: Notes
    failed: tuple[ModelError, ...] = ()
    by_model: bool = False


async def one_call(asker: Asker, step: Step, sources: Sequence[Source]) -> Notes:
    """What the model notes of some sources that fit one call. Raises ModelError."""
    shown = show(sources)
    request = asker.request(step.template, step.shape, shown, step.label, step.priority)
    reply = await asker.ask(request, step.shape)
    notes = notes_of(reply, shown.quotes, asker.language)
    found = answers(reply, shown.quotes, asker.language, len(notes.claims))
    return replace(notes, calls=(asker.call(request),), extra=found.extra, unfit=found.unfit)


async def merge(asker: Asker, step: Step, notes: Sequence[Notes]) -> Merged:
    """The notes of the parts of one whole, in their order, as notes of the whole."""
    room = asker.room(step.template) - MARGIN
    failed: list[ModelError] = []
    by_model = False
    while len(notes) > 1:
        batches = _batches(asker, step, notes, room)
        merged = await asyncio.gather(*(_merged(asker, step, batch) for batch in batches))
        notes = [one.notes for one in merged]
        failed += [error for one in merged for error in one.failed]
        by_model |= any(one.by_model for one in merged)
    return Merged(notes[0], tuple(failed), by_model)


async def _merged(asker: Asker, step: Step, notes: Sequence[Notes]) -> Merged:
    if len(notes) == 1:
        return Merged(notes[0])
    try:
        sources = _parts(step, notes)
        return Merged(_with_details(await one_call(asker, step, sources), notes), by_model=True)
    except (TooLong, PromptCut) as error:
        if all(len(one.claims) <= 1 and not one.extra for one in notes):
            return Merged(_beside(notes), (error,))
    except ModelError as error:
        return Merged(_beside(notes), (error,))
    if len(notes) == PAIR:
        return await _merged(asker, step, [_halved(one) for one in notes])
    first, second = [await _merged(asker, step, half) for half in halves(notes)]
    whole = await _merged(asker, step, [first.notes, second.notes])
    failed = (*first.failed, *second.failed, *whole.failed)
    return Merged(whole.notes, failed, first.by_model or second.by_model or whole.by_model)


def halves(parts: Sequence[T]) -> list[Sequence[T]]:
    """The first half and the second, where the whole was too long."""
    middle = len(parts) // 2
    return [parts[:middle], parts[middle:]]


def _with_details(whole: Notes, parts: Sequence[Notes]) -> Notes:
    """What was asked, and what only code counts further (days, differences), of each part too."""
    events = (*whole.events, *(event for part in parts for event in part.events))
    differ = (*whole.differ, *(one for part in parts for one in part.differ))
    calls = dict.fromkeys(call for one in (*parts, whole) for call in one.calls)
    return replace(whole, events=events, differ=differ, calls=tuple(calls))


def _beside(notes: Sequence[Notes]) -> Notes:
    """The most important claims of each, then the next of each."""
    by_rank = chain.from_iterable(zip_longest(*(one.claims for one in notes)))
    claims = ranked([claim for claim in by_rank if claim is not None][:BESIDE])
    names = dict.fromkeys(name for one in notes for name in one.who)
    places = dict.fromkeys(place for one in notes for place in one.where)
    first = claims[0] if claims else None
    whole = Notes(first, claims, tuple(names), tuple(places), notes[0].quotations, notes[0].said_in)
    found = beside(notes)
    return _with_details(replace(whole, extra=found.extra, unfit=found.unfit), notes)


def _batches(asker: Asker, step: Step, notes: Sequence[Notes], room: int) -> list[Sequence[Notes]]:
    def size(one: Notes) -> int:
        return sum(cost(source, asker.counter.count) for source in _parts(step, [one]))

    sizes = [size(one) for one in notes]
    while True:
        ranges = pack(sizes, room)
        if len(ranges) <= (len(notes) + 1) // PAIR:
            return [notes[one.start : one.stop] for one in ranges]
        longest = max(range(len(notes)), key=lambda i: sizes[i])
        if not _can_shorten(notes[longest]):  # let the server say no
            return [notes[i : i + PAIR] for i in range(0, len(notes), PAIR)]
        notes = [_without_last(one) if i == longest else one for i, one in enumerate(notes)]
        sizes[longest] = size(notes[longest])


def _can_shorten(notes: Notes) -> bool:
    return bool(len(notes.claims) > 1 or notes.quotations or notes.extra)


def _without_last(notes: Notes) -> Notes:
    """Without what matters least: what a person asked for in a field goes last."""
    if notes.quotations:
        return replace(notes, quotations=(), said_in=())
    if len(notes.claims) > 1:
        return replace(notes, claims=notes.claims[:-1])
    return replace(notes, extra=())


def _halved(notes: Notes) -> Notes:
    kept = max(len(notes.claims) // 2, 1)
    extra = notes.extra if len(notes.claims) > 1 else ()
    return replace(notes, claims=notes.claims[:kept], quotations=(), said_in=(), extra=extra)


def _parts(step: Step, notes: Sequence[Notes]) -> list[Source]:
    """Notes as sources to show: the cited sentences under their articles, then what was noted."""
    if not step.headings:
        parts = [noted(f"PART {n} OF {len(notes)}", one) for n, one in enumerate(notes, 1)]
        return [Source(step.heading, ()), *parts]
    cited = _cited(notes)
    sources = [
        Source(heading, tuple(q for q in cited if q.article == article))
        for article, heading in step.headings.items()
        if any(quote.article == article for quote in cited)
    ]
    claims = tuple(claim for one in notes for claim in one.claims if claim.quotes)
    said = tuple(quotation for one in notes for quotation in one.quotations if quotation.quotes)
    extra = tuple(field for one in notes for field in one.extra)
    return [*sources, Source("WHAT WAS NOTED OF THEM", (), claims, said, extra)]


def noted(heading: str, notes: Notes) -> Source:
    """Notes as one source to show: the cited sentences, then the notes that rest on them."""
    claims = tuple(claim for claim in notes.claims if claim.quotes)
    said = tuple(quotation for quotation in notes.quotations if quotation.quotes)
    return Source(heading, tuple(_cited([notes])), claims, said, notes.extra)


def _cited(notes: Iterable[Notes]) -> list[Quote]:
    """The passages behind notes, each once, in order of the text."""
    all_notes = list(notes)
    quotes = {
        quote.span: quote
        for one in all_notes
        for claim in (*one.claims, *claims_in(one.extra))
        for quote in claim.quotes
    }
    quotes |= {quote.span: quote for one in all_notes for quote in one.said_in}
    return [quotes[place] for place in sorted(quotes)]
