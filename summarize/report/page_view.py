"""What the page in a browser shows: the view of the printed page, with passages and pictures.

Parts, order, wording and numbers are those of Markdown, from the same functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from summarize.report.article_page import article_page
from summarize.report.chart_coverage import CoverageChart, chart_coverage
from summarize.report.chart_ranges import RangeChart, chart_ranges
from summarize.report.chart_timeline import TimelineChart, chart_timeline
from summarize.report.chart_volume import VolumeChart, chart_volume
from summarize.report.desk import Desk
from summarize.report.pages import situation_page
from summarize.report.passage_view import SourceCard, view_cards
from summarize.report.told import direction
from summarize.report.view import (
    ArticlePage,
    Head,
    MethodView,
    SituationPage,
    StoryView,
)
from summarize.reported import StoryReport


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story with its pictures."""

    view: StoryView
    timeline: TimelineChart | None
    ranges: tuple[RangeChart, ...]


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What the template may use as `page`: `news` or `articles`, by the kind of the report.

    `language` and `direction` are those of the labels. `style_hash` and `script_hash` are what the
    policy of the page allows (sha256, base64).
    """

    label: Mapping[str, str]
    language: str
    direction: str
    head: Head
    status: tuple[str, ...]
    news: SituationPage | None
    stories: tuple[StoryCard, ...]
    coverage: CoverageChart | None
    volume: VolumeChart | None
    articles: ArticlePage | None
    sources: tuple[SourceCard, ...]
    others: str
    method: MethodView
    style_hash: str = ""
    script_hash: str = ""


def view_page(desk: Desk) -> HtmlPage:
    """The page of a settled report."""
    language = desk.labels.language
    page = article_page(desk) if desk.report.kind == "article" else situation_page(desk)
    made = HtmlPage(
        label=page.label,
        language=language,
        direction=direction(language),
        head=page.head,
        status=_parts(page.head.status),
        news=None,
        stories=(),
        coverage=None,
        volume=None,
        articles=None,
        sources=view_cards(desk, page.sources),
        others=page.sources.others,
        method=page.method,
    )
    if isinstance(page, ArticlePage):
        return replace(made, articles=page)
    return _with_news(desk, made, page)


def _with_news(desk: Desk, made: HtmlPage, page: SituationPage) -> HtmlPage:
    """The page with its stories and what is drawn of them."""
    stories = {f"s{n}": story for n, story in enumerate(desk.report.stories, 1)}
    return replace(
        made,
        news=page,
        stories=tuple(_story(view, stories[view.anchor]) for view in page.stories),
        coverage=chart_coverage(desk, [row.headline for row in page.glance], stories),
        volume=chart_volume(desk),
    )


def _parts(status: str) -> tuple[str, ...]:
    """The statements of the status line, each for itself."""
    return tuple(status.split(" · "))


def _story(view: StoryView, story: StoryReport) -> StoryCard:
    about = [differing.about for differing in view.differ]
    return StoryCard(view, chart_timeline(view.timeline), chart_ranges(story.brief.figures, about))
