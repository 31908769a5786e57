"""An article in another language, as its brief tells it in the language of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarize.article import UNKNOWN_LANGUAGE, Article
from summarize.claims import Brief
from summarize.stories.story import Story

ABOUT = "with"  # a stop word in front of a list


def is_foreign(article: Article, language: str) -> bool:
    """Whether an article is in another language than the report, as far as that is known."""
    return article.language not in {language, UNKNOWN_LANGUAGE}


def are_to_be_joined(stories: Sequence[Story], language: str) -> bool:
    """Whether leads are foreign to a report in this language, beside some in another language."""
    leads = [lead for story in stories for lead in story.leads]
    return len({lead.language for lead in leads}) > 1 and any(
        is_foreign(lead, language) for lead in leads
    )


def as_told(article: Article, brief: Brief | None) -> Article:
    """The article with the headline and the words of its brief, where that is in another language.

    Where its headline is still that of the article, its first claim is its title. Its who, where,
    when and figures are words of it too. Without a brief, or with an empty one, the article is as
    it was.
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
        title=claims[0].text if brief.headline == article.title else brief.headline,
        text=" ".join([*said, beside]),
        language=claims[0].language,
        headings=(),
        kept_id=None,
    )
