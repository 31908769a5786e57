"""What an origin says: its most complete carrier, and what only another carrier adds to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.article import Article, Quote, Sentence
from summarize.stories.copies import Wording, says, wording
from summarize.stories.story import Origin


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of an origin: a sentence of one of its carriers."""

    article: Article
    sentence: Sentence


def said_by(origin: Origin) -> Iterator[Said]:
    """The statements of the lead, then those of other carriers that no carrier before has."""
    lead, *others = origin.articles
    yield from (Said(lead, sentence) for sentence in lead.statements)
    known = [_worded(lead, sentence) for sentence in lead.statements] if others else []
    for article in others:
        for sentence in article.statements:
            worded = _worded(article, sentence)
            if not says(worded, known):
                known.append(worded)
                yield Said(article, sentence)


def only_others(origin: Origin) -> tuple[Quote, ...]:
    """The statements of an origin that its lead does not have."""
    return tuple(
        said.article.quote(said.sentence.start, said.sentence.end)
        for said in (said_by(origin) if len(origin.articles) > 1 else ())
        if said.article is not origin.lead
    )


def _worded(article: Article, sentence: Sentence) -> Wording:
    return wording(article.text[sentence.start : sentence.end], article.language)
