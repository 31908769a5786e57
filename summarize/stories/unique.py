"""What an origin says: its most complete carrier, and what only another carrier adds to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.article import Article, Quote, Sentence
from summarize.stories.copies import is_near
from summarize.stories.story import Origin
from summarize.text.words import tokens


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of an origin: a sentence of one of its carriers."""

    article: Article
    sentence: Sentence


def said_by(origin: Origin) -> Iterator[Said]:
    """The statements of the lead, then those of other carriers that no carrier before has."""
    lead, *others = origin.articles
    yield from (Said(lead, sentence) for sentence in lead.statements)
    known = [_bag(lead, sentence) for sentence in lead.statements] if others else []
    for article in others:
        for sentence in article.statements:
            bag = _bag(article, sentence)
            if not any(is_near(bag, other) for other in known):
                known.append(bag)
                yield Said(article, sentence)


def only_others(origin: Origin) -> tuple[Quote, ...]:
    """The statements of an origin that its lead does not have."""
    return tuple(
        said.article.quote(said.sentence.start, said.sentence.end)
        for said in (said_by(origin) if len(origin.articles) > 1 else ())
        if said.article is not origin.lead
    )


def _bag(article: Article, sentence: Sentence) -> frozenset[str]:
    return frozenset(tokens(article.text[sentence.start : sentence.end]))
