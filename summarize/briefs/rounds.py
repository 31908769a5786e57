"""Several notes become one, in as many rounds as the model's context needs.

1. Notes are put into as few calls as they fit, at least two in each: every round makes fewer.
2. Where two do not fit one call together, the least important half of the longer ones goes.
3. A call that the server would not take whole is made in halves, and these are merged.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.briefs.asking import Asker
from summarize.briefs.evidence import Source, cost, show
from summarize.briefs.replies import Notes, notes_of
from summarize.errors import PromptCut, TooLong
from summarize.models.shapes import ArticleReply
from summarize.text.packing import pack

MARGIN = 120  # tokens for boundaries, headings and the end of the last line
PAIR = 2


@dataclass(frozen=True)
class Step:
    """One kind of call: its template and shape, and what its calls are about."""

    template: str
    shape: type[ArticleReply]
    label: str
    priority: float


async def one_call(asker: Asker, step: Step, sources: Sequence[Source]) -> Notes:
    """What the model notes of some sources that fit one call."""
    shown = show(sources)
    request = asker.request(step.template, step.shape, shown, step.label, step.priority)
    reply = await asker.ask(request, step.shape)
    return notes_of(reply, shown.quotes, asker.language)


async def merge(asker: Asker, step: Step, notes: Sequence[Notes], heading: str) -> Notes:
    """The notes of the parts of one whole as notes of the whole. Raises ModelError."""
    room = asker.room(step.template) - MARGIN
    while len(notes) > 1:
        batches = _batches(asker, notes, heading, room)
        notes = await asyncio.gather(*(_merged(asker, step, one, heading) for one in batches))
    return notes[0]


async def _merged(asker: Asker, step: Step, notes: Sequence[Notes], heading: str) -> Notes:
    if len(notes) == 1:
        return notes[0]
    sources = [noted(f"{heading}\nPART {n}", one) for n, one in enumerate(notes, 1)]
    try:
        return _with_details(await one_call(asker, step, sources), notes)
    except (TooLong, PromptCut):
        if len(notes) > PAIR:
            middle = len(notes) // 2
            halves = [
                await _merged(asker, step, half, heading)
                for half in (notes[:middle], notes[middle:])
            ]
        elif all(len(one.claims) == 1 for one in notes):
            raise
        else:
            halves = [_shorter(one) for one in notes]
        return await _merged(asker, step, halves, heading)


def _with_details(whole: Notes, parts: Sequence[Notes]) -> Notes:
    """What only code counts further, the days and the differences, is kept from each part."""
    events = (*whole.events, *(event for part in parts for event in part.events))
    differ = (*whole.differ, *(one for part in parts for one in part.differ))
    return replace(whole, events=events, differ=differ)


def _batches(
    asker: Asker, notes: Sequence[Notes], heading: str, room: int
) -> list[Sequence[Notes]]:
    def size(one: Notes) -> int:
        return cost(noted(heading, one), asker.counter.count)

    sizes = [size(one) for one in notes]
    while True:
        ranges = pack(sizes, room)
        if len(ranges) <= (len(notes) + 1) // PAIR:
            return [notes[one.start : one.stop] for one in ranges]
        longest = max(range(len(notes)), key=lambda i: sizes[i])
        if len(notes[longest].claims) == 1:  # nothing to leave out: let the server say no
            return [notes[i : i + PAIR] for i in range(0, len(notes), PAIR)]
        notes = [_shorter(one) if i == longest else one for i, one in enumerate(notes)]
        sizes[longest] = size(notes[longest])


def _shorter(notes: Notes) -> Notes:
    kept = max(len(notes.claims) // 2, 1)
    return replace(notes, claims=notes.claims[:kept], quotations=())


def noted(heading: str, notes: Notes) -> Source:
    """Notes as a source to show: the cited sentences, then the notes that rest on them."""
    quotes = {
        (quote.article, quote.start, quote.end): quote
        for claim in (*notes.claims, *notes.quotations)
        for quote in claim.quotes
    }
    ordered = tuple(quotes[place] for place in sorted(quotes))
    return Source(heading, ordered, tuple(claim for claim in notes.claims if claim.quotes))
