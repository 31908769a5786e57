"""What a claim is compared with: the sentences it cites, and one around each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from summarize.article import UNKNOWN_LANGUAGE, Article, Quote
from summarize.check.sides import Side

AROUND = 1  # sentences before and after a quote: a name or a day often stands one earlier


def passage(quotes: Sequence[Quote], articles: Mapping[str, Article]) -> tuple[Side, ...]:
    """The sentences that `quotes` touch and their neighbours, each once, in the order of quoting.

    `articles` are looked up by id; of one whose text was not kept, the words of the quote are all
    there is.
    """
    found: dict[Side, None] = {}
    for quote in quotes:
        article = articles.get(quote.article)
        if article is None or not article.text:
            near = [_alone(quote, article)]
        else:
            near = _around(quote, article)
        found.update(dict.fromkeys(near))
    return tuple(found)


def _alone(quote: Quote, article: Article | None) -> Side:
    if article is None:
        return Side(quote.text, UNKNOWN_LANGUAGE)
    return Side(quote.text, article.language, article.day)


def _around(quote: Quote, article: Article) -> list[Side]:
    said = article.statements
    first = bisect_right(said, quote.start, key=lambda sentence: sentence.start) - 1
    last = bisect_right(said, quote.end - 1, key=lambda sentence: sentence.start) - 1
    near = said[max(0, first - AROUND) : last + 1 + AROUND]
    return [Side(article.text[s.start : s.end], article.language, article.day) for s in near]
