"""A report as a page: every part worded, measured and cited, ready for a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date

from summarize.claims import Claim, Figure
from summarize.report.change_view import corrections, is_old, quiet, since
from summarize.report.desk import Desk, cite, figure_row, marks
from summarize.report.families import story_of
from summarize.report.field_view import view_fields
from summarize.report.head import view_head
from summarize.report.layout import is_single, lay_out, says_more
from summarize.report.method_view import view_method
from summarize.report.sections import only, order
from summarize.report.sources import view_sources
from summarize.report.story_view import outlets_of, view_story
from summarize.report.view import (
    Cited,
    FieldView,
    GapLine,
    Head,
    Link,
    MethodView,
    Row,
    SituationPage,
    Sources,
    StoryLine,
    StoryView,
)
from summarize.reported import StoryReport

KEY_FIGURES = 8  # DESIGN §6
NOTHING = Sources((), "")
NO_METHOD = MethodView((), (), "", ())


def situation_page(desk: Desk) -> SituationPage:
    """A daily report or a brief, its body shortened to about as many words as are printed."""
    printing = desk.printing
    stories = desk.report.stories[: printing.top]
    beyond = len(desk.report.stories) - len(stories)
    views = [view_story(desk, story, place) for place, story in enumerate(stories)]
    old = {place for place, story in enumerate(stories) if is_old(desk, story)}
    single = [is_single(story) for story in stories]
    layout = lay_out(views, single, printing.words, old, printing.length)
    told = tuple(replace(view, number=n) for n, view in enumerate(layout.stories, 1))
    by_anchor = {view.anchor: story for view, story in zip(views, stories, strict=True)}
    shown = [by_anchor[view.anchor] for view in (*told, *layout.also)]
    links = _links(desk, told, layout.also, by_anchor)
    corrected = corrections(desk, links)
    head = view_head(desk, links, corrected)
    page = SituationPage(
        order=order(printing.sections),
        label=desk.labels.texts,
        head=head,
        fields=_fields(desk, head),
        glance=_glance(desk, told, layout.also, by_anchor),
        stories=told,
        also=tuple(_line(desk, view, by_anchor[view.anchor]) for view in layout.also),
        corrections=tuple(corrected[len(head.corrections) :]),
        quiet=quiet(desk),
        left_out=left_out(desk, layout.claims_left, layout.stories_left + beyond),
        figures=tuple(figure_row(desk, figure) for figure in _figures(desk, shown)),
        gaps=tuple(_gaps(desk, links)),
        sources=NOTHING,
        method=view_method(desk) if "method" in printing.sections else NO_METHOD,
        mermaid=printing.mermaid,
    )
    page = only(page, printing.sections)
    if "sources" not in printing.sections:
        return page
    return replace(page, sources=view_sources(desk, list(used_marks(page))))


def _fields(desk: Desk, head: Head) -> tuple[FieldView, ...]:
    """The fields that the prompt of the head adds."""
    said = {cited.text for cited in _cited((head.bottom_line, head.highlights))}
    said |= {gap.text for gap in desk.report.gaps}

    def is_printed(claim: Claim) -> bool:
        text = cite(desk, claim).text
        had = text in said
        said.add(text)
        return had

    return view_fields(desk, desk.report.overview.extra, is_printed)


def used_marks(view: object) -> dict[str, None]:
    """Every citation mark that stands in a view, once, in order."""
    return dict.fromkeys(mark for cited in _cited(view) for mark in cited.marks)


def left_out(desk: Desk, claims: int, stories: int) -> str:
    """What the page had no room for, or nothing."""
    labels = desk.labels
    parts = [
        labels.count("more_claims", claims) if claims else "",
        labels.count("more_stories", stories) if stories else "",
    ]
    what = labels.say("and").join(part for part in parts if part)
    return labels.say("left_out", what=what) if what else ""


def _cited(view: object) -> Iterator[Cited]:
    if isinstance(view, Cited):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from _cited(part)
    elif is_dataclass(view):
        for field in fields(view):
            yield from _cited(getattr(view, field.name))


def _links(
    desk: Desk,
    told: tuple[StoryView, ...],
    also: tuple[StoryView, ...],
    stories: dict[str, StoryReport],
) -> dict[str, Link]:
    links = {
        stories[view.anchor].id: Link(desk.labels.say("story_link", n=view.number), view.anchor)
        for view in told
    }
    elsewhere = desk.labels.say("also_link")
    links.update({stories[view.anchor].id: Link(elsewhere, view.anchor) for view in also})
    return links


def _glance(
    desk: Desk,
    told: tuple[StoryView, ...],
    also: tuple[StoryView, ...],
    stories: dict[str, StoryReport],
) -> tuple[Row, ...]:
    """The stories told at length, and of those in one line the ones that several articles tell."""
    shared = [view for view in also if not is_single(stories[view.anchor])]
    return tuple(_row(desk, view, stories[view.anchor]) for view in (*told, *shared))


def _row(desk: Desk, view: StoryView, story: StoryReport) -> Row:
    days = [desk.articles[a].day for a in story.articles if a in desk.articles]
    known: list[date] = [day for day in days if day is not None]
    return Row(
        headline=Link(view.headline.text, view.anchor),
        origins=story_of(story, desk.articles).independent,
        outlets=len(outlets_of(desk, story.articles)),
        latest=max(known).isoformat() if known else desk.labels.say("undated"),
    )


def _line(desk: Desk, view: StoryView, story: StoryReport) -> StoryLine:
    """The story in its bottom line, with who tells it."""
    said = view.bottom_line or view.headline
    if is_old(desk, story):
        said = replace(said, notes=(desk.labels.say("nothing_new", edition=since(desk)),))
    elif not said.notes and len(story.origins) == 1:
        said = replace(said, notes=(story.origins[0][0],))
    more = says_more(view.headline.text, said.text, desk.report.language)
    return StoryLine(view.anchor, view.headline.text if more else "", said)


def _figures(desk: Desk, shown: list[StoryReport]) -> list[Figure]:
    """The key figures of stories that are on the page."""
    articles = {article for story in shown for article in story.articles}
    return [
        figure
        for figure in desk.report.key_figures
        if any(quote.article in articles for value in figure.values for quote in value.quotes)
    ][:KEY_FIGURES]


def _gaps(desk: Desk, links: Mapping[str, Link]) -> Iterator[GapLine]:
    """What is left open in a story is told where the story is on the page."""
    of = {article: story.id for story in desk.report.stories for article in story.articles}
    for gap in desk.report.gaps:
        stories = [of[quote.article] for quote in gap.quotes if quote.article in of]
        link = next((links[story] for story in stories if story in links), None)
        if link or gap.kind == "announced" or not stories:
            lead = gap.date.isoformat() if gap.date else ""
            yield GapLine(gap.text, marks(desk, gap.quotes), lead=lead, link=link)
