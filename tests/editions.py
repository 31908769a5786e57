"""Editions of yesterday for tests: a report that holds stories and the articles they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from summarize.article import Article
from summarize.claims import EXTRACTIVE, Overview, StoryBrief
from summarize.local.story import brief_story
from summarize.reported import Method, Report, StoryReport
from summarize.stories.story import Origin, Story
from tests.builders import TUESDAY, article

WEDNESDAY = TUESDAY + timedelta(days=1)


@dataclass(frozen=True)
class Told:
    """A story and its brief, as the pipeline has them."""

    story: Story
    brief: StoryBrief


def told(id_: str, *articles: Article) -> Told:
    """A story of articles that are origins of their own, told by selection."""
    story = Story(id_, tuple(Origin(one.outlet, (one,)) for one in articles))
    return Told(story, brief_story(story, 300))


def edition(*stories: Told, as_of: date = TUESDAY) -> Report:
    """A report on these stories."""
    return Report(
        kind="daily",
        title="Yesterday",
        as_of=as_of,
        period=(as_of, as_of),
        language="en",
        overview=Overview(EXTRACTIVE),
        stories=tuple(
            StoryReport(
                one.story.id,
                tuple(article.id for article in one.story.articles),
                tuple((o.name, tuple(a.id for a in o.articles)) for o in one.story.origins),
                one.brief,
            )
            for one in stories
        ),
        briefs=(),
        articles=tuple(article for one in stories for article in one.story.articles),
        key_figures=(),
        gaps=(),
        skipped=(),
        withheld=(),
        method=Method(EXTRACTIVE, {}, None, 0.0),
    )


def by(outlet: str, text: str, *, published: date = TUESDAY, language: str = "en") -> Article:
    """An article of an outlet; its first words are its title."""
    title = f"{' '.join(text.split()[:5])} ({published})"
    return article(text, title=title, outlet=outlet, published=published, language=language)
