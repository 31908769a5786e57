"""Doubtful pairs, settled by a model: whether two articles tell one event.

Each pair is one call, about the titles, the days and the first sentences of both. What gets no
answer stays undecided, and is grouped as without a model.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.article import Article, Quote
from summarize.briefs.asking import Asker
from summarize.briefs.evidence import (
    Shown,
    Source,
    article_heading,
    one_line,
    show,
    statement_quotes,
)
from summarize.errors import ModelError
from summarize.models.shapes import PairReply
from summarize.stories.doubtful import Pair, Settled

TEMPLATE = "pair"
BEGINNING = 600  # characters of an article, after which no further sentence of it is shown


@dataclass(frozen=True)
class PairsNoted:
    """What the model said of the pairs, and why it said nothing of some."""

    settled: Settled
    failed: tuple[ModelError, ...] = ()


async def note_pairs(asker: Asker, pairs: Sequence[Pair]) -> PairsNoted:
    """What the model says of each pair; those that come first are asked about first."""
    found = await asyncio.gather(*(_asked(asker, pair, n) for n, pair in enumerate(pairs)))
    both = list(zip(pairs, found, strict=True))
    return PairsNoted(
        {pair.key: said for pair, said in both if isinstance(said, bool)},
        tuple(said for said in found if isinstance(said, ModelError)),
    )


async def _asked(asker: Asker, pair: Pair, place: int) -> bool | ModelError:
    """Whether both tell one event, or why nobody says."""
    label = f"pair “{one_line(pair.one.title)}” and “{one_line(pair.other.title)}”"
    request = asker.request(TEMPLATE, PairReply, pair_shown(pair), label, float(place))
    try:
        reply = await asker.ask(request, PairReply)
    except ModelError as error:
        return error
    return reply.same_event == "yes"


def pair_shown(pair: Pair) -> Shown:
    """The beginnings of both articles, as they are shown."""
    both = enumerate((pair.one, pair.other), 1)
    return show([Source(article_heading(one, n), tuple(_beginning(one))) for n, one in both])


def _beginning(article: Article) -> Iterator[Quote]:
    shown = 0
    for quote in statement_quotes(article):
        if shown >= BEGINNING:
            return
        shown += len(quote.text)
        yield quote
