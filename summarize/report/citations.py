"""Citation marks: `3a` is the first cited passage of article 3.

The number is the article's place in the report. The letters run over all passages that the
unshortened report cites, by their place in the article, so that a mark means the same passage in
every format and at every length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.article import Article, Quote, Span
from summarize.claims import Brief, Figure, StoryBrief
from summarize.edition import Change
from summarize.report.walk import (
    claims_of_brief,
    claims_of_changes,
    claims_of_overview,
    claims_of_story,
)
from summarize.reported import Report

CORRECTIONS = ("revised", "reversed")  # changes that the head of the page tells
SHOWN = 3  # marks after one claim; the rest of its evidence stands in report.json


@dataclass(frozen=True)
class Citations:
    """The marks of one report.

    `marks` by span (article id, start, end), `quotes` by mark, `origins` names for each article
    the origin that it carries (any stable name, unique in the report).
    """

    marks: Mapping[Span, str]
    quotes: Mapping[str, Quote]
    origins: Mapping[str, str]

    def of(self, quotes: Sequence[Quote], limit: int = SHOWN) -> tuple[str, ...]:
        """The marks to print after a claim with these quotes, at most `limit`."""
        known = [quote for quote in quotes if quote.span in self.marks]
        chosen = pick(known, self.origins, limit)
        return tuple(dict.fromkeys(self.marks[quote.span] for quote in chosen))


def pick(quotes: Sequence[Quote], origins: Mapping[str, str], limit: int = SHOWN) -> list[Quote]:
    """The evidence to print: the first quote, one of each other origin, then what is left.

    A passage of another carrier of an origin that is cited already is a copy and adds nothing;
    a further passage of the same article does.
    """
    chosen: dict[str, Quote] = {}
    for quote in quotes:
        chosen.setdefault(origins.get(quote.article, quote.article), quote)
    cited = {quote.article for quote in chosen.values()}
    first = list(chosen.values())
    more = [quote for quote in quotes if quote.article in cited and quote not in first]
    return (first + more)[:limit]


def number_citations(report: Report) -> Citations:
    """The marks of every passage that the unshortened report can cite."""
    numbers = {article.id: n for n, article in enumerate(report.articles, 1)}
    cited = {
        quote.span: quote
        for quotes in _cited(report)
        for quote in quotes
        if quote.article in numbers
    }
    marks: dict[Span, str] = {}
    by_mark: dict[str, Quote] = {}
    seen: dict[str, int] = {}
    for place in sorted(cited):
        article = place[0]
        seen[article] = seen.get(article, 0) + 1
        mark = f"{numbers[article]}{letters(seen[article])}"
        marks[place], by_mark[mark] = mark, cited[place]
    return Citations(marks, by_mark, origin_names(report))


def origin_names(report: Report) -> dict[str, str]:
    """For each article a name of the origin it carries: the id of that origin's first article."""
    return {
        article: articles[0]
        for story in reversed(report.stories)
        for _, articles in story.origins
        for article in articles
    }


def in_order_of_citation(report: Report) -> tuple[Article, ...]:
    """The articles as they are to be numbered.

    First what the page cites, in order of first citation; then what only report.json cites; then
    the rest, story by story.
    """
    origins = origin_names(report)
    groups = list(_cited(report))
    order = [quote.article for quotes in groups for quote in pick(quotes, origins)]
    order += [quote.article for quotes in groups for quote in quotes]
    order += [article for story in report.stories for article in story.articles]
    order += [article.id for article in report.articles]
    by_id = {article.id: article for article in report.articles}
    return tuple(by_id[article] for article in dict.fromkeys(order) if article in by_id)


def _cited(report: Report) -> Iterator[Sequence[Quote]]:
    """The evidence of each thing the unshortened report prints, in the order of the page."""
    yield from (claim.quotes for claim in claims_of_overview(report.overview))
    yield from _changed(change for change in report.changes if change.kind in CORRECTIONS)
    if report.kind == "article":
        for brief in report.briefs:
            yield from _cited_by(brief)
    for story in report.stories:
        yield from _cited_by(story.brief)
        yield from _changed(change for change in report.changes if change.story == story.id)
    yield from _values(report.key_figures)
    yield from (gap.quotes for gap in report.gaps)


def _changed(changes: Iterable[Change]) -> Iterator[Sequence[Quote]]:
    yield from (claim.quotes for claim in claims_of_changes(changes))


def _cited_by(brief: Brief | StoryBrief) -> Iterator[Sequence[Quote]]:
    claims = claims_of_brief(brief) if isinstance(brief, Brief) else claims_of_story(brief)
    yield from (claim.quotes for claim in claims)
    yield from _values(brief.figures)


def _values(figures: Iterable[Figure]) -> Iterator[Sequence[Quote]]:
    for figure in figures:
        yield from (value.quotes for value in figure.values)


def letters(n: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    written = ""
    while n:
        n, rest = divmod(n - 1, 26)
        written = chr(ord("a") + rest) + written
    return written
