"""Which articles carry one and the same text: the wire copies become one origin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from summarize.article import Article
from summarize.stories.components import Components
from summarize.stories.copies import body_sentences, candidate_pairs, is_copy
from summarize.stories.story import Origin
from summarize.stories.times import first_published
from summarize.text.agencies import agency_in_sentence, agency_of_author, known_agency, may_credit
from summarize.text.datelines import body_start, dateline_credit
from summarize.text.words import count

# A credit that is not in the dateline stands in the first sentence or at the very end, where
# `All rights reserved.` may follow it.
_LAST_SENTENCES = 2
# Articles whose sentences are kept split while copies are looked for: 4 KB each.
REMEMBERED = 10_000


def find_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """Every article in exactly one origin; copies of one text share theirs, as do their copies.

    Origins are ordered by their earliest carrier, whatever the order of `articles`. Within one,
    the most complete carrier comes first (most words), then the earliest, then by key.
    """
    ordered = sorted(articles, key=first_published)
    components = Components(len(ordered))
    sentences = lru_cache(REMEMBERED)(lambda index: body_sentences(ordered[index]))
    for first, second in candidate_pairs(ordered):
        known = components.root(first) == components.root(second)
        if not known and is_copy(sentences(first), sentences(second)):
            components.join(first, second)
    return tuple(
        make_origin([ordered[index] for index in members]) for members in components.members()
    )


def make_origin(carriers: Sequence[Article]) -> Origin:
    """One origin of the articles that carry it, in the order of an origin, with its name."""
    if len(carriers) == 1:
        return Origin(origin_name(carriers), tuple(carriers))
    complete = sorted(
        carriers, key=lambda article: (-count(article.text), first_published(article))
    )
    return Origin(origin_name(carriers), tuple(complete))


def origin_name(carriers: Sequence[Article]) -> str:
    """The agency that the text names, else the outlet of the earliest carrier.

    A dateline says more than a byline, and a byline more than a mention in the text; the earliest
    carrier is asked first.
    """
    ordered = sorted(carriers, key=first_published)
    for ask in (_dateline, _author, _mention):
        for article in ordered:
            if name := ask(article):
                return name
    return ordered[0].outlet


def _dateline(article: Article) -> str | None:
    credit = dateline_credit(article.text)
    return known_agency(credit) or credit if credit else None


def _author(article: Article) -> str | None:
    return agency_of_author(article.author) if article.author else None


def _mention(article: Article) -> str | None:
    if not may_credit(article.text):  # its sentences need not be found
        return None
    start = body_start(article.text)
    sentences = [s for s in article.sentences if s.end > start]
    for sentence in sentences[:1] + sentences[1:][-_LAST_SENTENCES:]:
        if name := agency_in_sentence(article.text[sentence.start : sentence.end].strip()):
            return name
    return None
