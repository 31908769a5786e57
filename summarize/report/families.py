"""The origins of a story of a report, and which of them count once: those of one publisher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarize.article import Article
from summarize.report.desk import Desk
from summarize.reported import StoryReport
from summarize.stories.story import Origin, Story


def story_of(entry: StoryReport, articles: Mapping[str, Article]) -> Story:
    """The story behind an entry of a report; `articles` are those of the report, by id.

    An origin of which no article is known is left out.
    """
    known = (
        (name, tuple(articles[id_] for id_ in ids if id_ in articles))
        for name, ids in entry.origins
    )
    return Story(entry.id, tuple(Origin(name, carriers) for name, carriers in known if carriers))


def witness_names(story: Story) -> dict[str, str]:
    """By article id what the witness is called: the origin, or the family that has several."""
    shared = set(_shared(story))
    return {
        article.id: origin.family if origin.family in shared and origin.family else origin.name
        for origin in story.origins
        for article in origin.articles
    }


def counted_once(desk: Desk, story: Story) -> Iterator[str]:
    """`Valley Group: 3 outlets, counted once`, for each family that has several origins."""
    for family, outlets in _shared(story).items():
        counted = desk.labels.count("outlets", len(outlets))
        yield desk.labels.say("counted_once", family=family, outlets=counted)


def _shared(story: Story) -> dict[str, set[str]]:
    """The outlets of each family that has several origins."""
    outlets: dict[str, set[str]] = {}
    several: dict[str, int] = {}
    for origin in story.origins:
        if origin.family:
            several[origin.family] = several.get(origin.family, 0) + 1
            outlets.setdefault(origin.family, set()).update(a.outlet for a in origin.articles)
    return {family: outlets[family] for family, number in several.items() if number > 1}
