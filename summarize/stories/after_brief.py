"""An article in another language, as its brief tells it in the language of the report."""

from __future__ import annotations

from dataclasses import replace

from summarize.article import Article
from summarize.claims import Brief

ABOUT = "with"  # a stop word in front of a list


def as_told(article: Article, brief: Brief | None) -> Article:
    """The article with the headline and the words of its brief, where that is in another language.

    The brief's who, where, when and figures are words of it too. Without a brief, or with an empty
    one, the article is as it was.
    """
    if brief is None:
        return article
    claims = (brief.bottom_line, *brief.claims) if brief.bottom_line else brief.claims
    if not claims or claims[0].language == article.language:
        return article
    said = [claim.text for claim in claims]
    named = [*brief.who, *brief.where, *(day.isoformat() for day in brief.when)]
    counted = [value.text for figure in brief.figures for value in figure.values]
    # What is a name is told by its capital, and that only inside a sentence.
    beside = f"{ABOUT} {', '.join(named + counted)}."
    return replace(
        article,
        title=brief.headline,
        text=" ".join([*said, beside]),
        language=claims[0].language,
        headings=(),
        kept_id=None,
    )
