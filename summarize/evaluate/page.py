"""The comparison as a page: every story with the brief of each variant in a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarize.article import UNKNOWN_LANGUAGE, Article, Quote, Span
from summarize.claims import Claim, Quotation
from summarize.evaluate.comparison import Column, Comparison
from summarize.evaluate.measure import Counted, shown
from summarize.evaluate.sheet import sheet, title
from summarize.report.causes import findings
from summarize.report.compare_page import (
    AddedLines,
    ComparePage,
    PassageLine,
    SentenceLine,
    SharedLine,
    StoryLines,
    ToldColumn,
)
from summarize.report.desk import Desk, open_desk, span_of_days
from summarize.report.labels import labels_for
from summarize.report.sources import article_facts, place_of
from summarize.reported import StoryReport


def compare_page(made: Comparison) -> ComparePage:
    """What the template of the page is given."""
    desk = replace(open_desk(made.report), labels=labels_for("en"))  # as all that is said here
    stories = (_story(made, desk, place) for place in range(len(made.report.stories)))
    return ComparePage(title(made), sheet(made), tuple(stories))


@dataclass(frozen=True)
class _Told:
    """One story of one variant: what it shows, what was withheld, what was counted."""

    column: Column
    entry: StoryReport
    withheld: tuple[Claim, ...]
    counted: Counted


def _story(made: Comparison, desk: Desk, place: int) -> StoryLines:
    told = [_told(column, place) for column in made.run]
    passages = _passages(desk, told)
    entry = made.report.stories[place]
    facts = made.shared[entry.id]
    return StoryLines(
        anchor=f"story-{place + 1}",
        title=desk.articles[entry.articles[0]].title or entry.brief.headline,
        about=_about(desk, entry),
        columns=tuple(_column(one, passages) for one in told),
        shared=tuple(
            SharedLine(
                fact.quote.text,
                fact.origins,
                tuple(one.column.letter for one in told if one.counted.told[number]),
            )
            for number, fact in enumerate(facts)
        ),
        passages=tuple(passages.values()),
    )


def _told(column: Column, place: int) -> _Told:
    report = column.report
    assert report is not None  # those that were run have one
    entry = report.stories[place]
    withheld = {one.claim.id: one.claim for one in report.withheld if one.story == entry.id}
    return _Told(column, entry, tuple(withheld.values()), column.counted[place])


def _about(desk: Desk, entry: StoryReport) -> str:
    labels = desk.labels
    days = (desk.articles[id_].day for id_ in entry.articles)
    parts = [
        labels.count("origins", len(entry.origins)),
        labels.count("articles", len(entry.articles)),
        span_of_days(desk, {day for day in days if day is not None}),
    ]
    return " · ".join(part for part in parts if part)


def _passages(desk: Desk, told: Sequence[_Told]) -> Mapping[Span, PassageLine]:
    """All passages that a column cites, numbered by article of the story and place in it."""
    order = {id_: number for number, id_ in enumerate(told[0].entry.articles)}
    quotes = {
        quote.span: quote
        for one in told
        for claim in (*shown(one.entry.brief), *one.withheld)
        for quote in claim.quotes
    }
    spans = sorted(quotes, key=lambda span: (order.get(span[0], len(order)), span))
    return {
        span: _passage(desk, number, quotes[span], desk.articles[span[0]])
        for number, span in enumerate(spans, 1)
    }


def _passage(desk: Desk, number: int, quote: Quote, article: Article) -> PassageLine:
    parts = (article_facts(desk, article), place_of(desk, quote.locator))
    return PassageLine(number, quote.text, ", ".join(part for part in parts if part))


def _column(told: _Told, passages: Mapping[Span, PassageLine]) -> ToldColumn:
    brief, found = told.entry.brief, told.counted.told

    def line(claim: Claim) -> SentenceLine:
        return _sentence(claim, passages)

    bottom = brief.bottom_line
    return ToldColumn(
        letter=told.column.letter,
        name=told.column.outcome.variant.name,
        language=_language(told),
        headline=brief.headline,
        bottom_line=line(bottom) if bottom else None,
        claims=tuple(line(c) for c in brief.claims if bottom is None or c.id != bottom.id),
        quotations=tuple(map(line, brief.quotations)),
        fields=tuple(
            AddedLines(
                one.name.replace("_", " ").capitalize(), tuple(map(line, one.claims)), one.plain
            )
            for one in brief.extra
            if one.claims or one.plain
        ),
        withheld=tuple(map(line, told.withheld)),
        facts=f"{sum(found)} of {len(found)} shared facts told" if found else "",
        words=told.counted.words,
    )


def _language(told: _Told) -> str:
    """That of most sentences: the built-in writer quotes articles in whatever language they are."""
    said = [c.language for c in shown(told.entry.brief) if c.language != UNKNOWN_LANGUAGE]
    report = told.column.report
    assert report is not None  # those that were run have one
    return Counter(said).most_common(1)[0][0] if said else report.language


def _sentence(claim: Claim, passages: Mapping[Span, PassageLine]) -> SentenceLine:
    notes = list(findings(claim.verdict.findings))
    if claim.origins > 1:
        notes.insert(0, f"{claim.origins} origins")
    return SentenceLine(
        text=claim.text,
        speaker=(claim.speaker or "") if isinstance(claim, Quotation) else "",
        status=claim.verdict.status,
        notes=tuple(notes),
        passages=tuple(dict.fromkeys(passages[quote.span] for quote in claim.quotes)),
    )
