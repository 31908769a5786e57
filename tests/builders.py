"""Small articles and stories for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime

from summarize.article import Article, Heading
from summarize.stories.story import Origin, Story

NOW = datetime(2026, 3, 12, 8, tzinfo=UTC)
TUESDAY = date(2026, 3, 10)


def article(
    text: str,
    *,
    title: str = "A title",
    outlet: str = "Harbor Gazette",
    published: date | None = TUESDAY,
    language: str = "en",
    headings: tuple[Heading, ...] = (),
) -> Article:
    """An article whose key is its outlet and title."""
    return Article(
        key=f"{outlet}: {title}",
        title=title,
        text=text,
        retrieved=NOW,
        outlet=outlet,
        published=published,
        language=language,
        headings=headings,
    )


def story(*articles: Article) -> Story:
    """A story in which every article is an origin of its own."""
    return Story("story1", tuple(Origin(one.outlet, (one,)) for one in articles))
