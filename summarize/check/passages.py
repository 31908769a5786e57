"""What a claim is compared with: the sentences it cites, and one around each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarize.article import UNKNOWN_LANGUAGE, Article, Quote, Sentence
from summarize.check.sides import Side


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
            near = [_side(article, sentence) for sentence in article.around(quote)]
        found.update(dict.fromkeys(near))
    return tuple(found)


def articles_of(quotes: Sequence[Quote], articles: Mapping[str, Article]) -> tuple[Side, ...]:
    """All sentences of the articles that are quoted."""
    cited = dict.fromkeys(quote.article for quote in quotes)
    found = (articles[one] for one in cited if one in articles)
    return tuple(_side(article, s) for article in found for s in article.statements)


def outlets_of(quotes: Sequence[Quote], articles: Mapping[str, Article]) -> tuple[Side, ...]:
    """The names of the outlets that are quoted."""
    cited = (articles[quote.article] for quote in quotes if quote.article in articles)
    return tuple(dict.fromkeys(Side(one.outlet, one.language) for one in cited))


def _alone(quote: Quote, article: Article | None) -> Side:
    if article is None:
        return Side(quote.text, UNKNOWN_LANGUAGE)
    return Side(quote.text, article.language, article.day)


def _side(article: Article, said: Sentence) -> Side:
    return Side(article.text[said.start : said.end], article.language, article.day)
