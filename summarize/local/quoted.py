"""Which quotations to show: those with a known speaker that say most of what matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from summarize.article import Article
from summarize.claims import Claim, Quotation, claim_id
from summarize.local.select import Concept
from summarize.text.quotations import QuotedSpan, quotations
from summarize.text.words import content

SHOWN = 3  # quotations of one article or story
SAID = 0.8  # share of the words of a quotation that make a claim say the same
USUAL = 15  # words of a quotation; a shorter one gains nothing by being short


def quoted(
    articles: Sequence[Article], weights: Mapping[Concept, float], claims: Sequence[Claim] = ()
) -> tuple[Quotation, ...]:
    """Quotations as claims, the weightiest first; words that one of `claims` has are left out."""
    said = [set(content(claim.text, claim.language)) for claim in claims]
    found: dict[tuple[str, ...], tuple[float, Article, QuotedSpan]] = {}
    for article in articles:
        spans = [(s.start, s.end) for s in article.statements]
        for span in quotations(article.text, spans, article.language):
            terms = content(span.words, article.language)
            worth = fsum(weights.get(term, 0.0) for term in set(terms)) / (len(terms) + USUAL)
            known = any(len(own & set(terms)) >= SAID * len(set(terms)) for own in said)
            if span.speaker and worth > 0.0 and not known:
                found.setdefault(terms, (worth, article, span))
    best = sorted(found.values(), key=lambda item: (-item[0], item[1].id, item[2].start))[:SHOWN]
    return tuple(_claim(article, span, rank) for rank, (_, article, span) in enumerate(best, 1))


def _claim(article: Article, span: QuotedSpan, rank: int) -> Quotation:
    quote = article.quote(span.start, span.end)
    key = claim_id(quote.text, [quote])
    return Quotation(key, quote.text, (quote,), article.language, rank, speaker=span.speaker)
