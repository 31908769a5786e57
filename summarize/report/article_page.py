"""Briefs of single articles as a page."""

from __future__ import annotations

from dataclasses import replace

from summarize.claims import Brief, Claim, claims_in
from summarize.report.credit import mark
from summarize.report.desk import Desk, cite, figure_row
from summarize.report.escape import fold, link_target
from summarize.report.field_view import view_fields
from summarize.report.head import view_head
from summarize.report.method_view import view_method
from summarize.report.pages import NO_METHOD, NOTHING, left_out, used_marks
from summarize.report.sections import only_of_articles
from summarize.report.sources import article_facts, view_sources
from summarize.report.story_view import QUOTATIONS, Printed
from summarize.report.view import ArticlePage, BriefView, SectionView
from summarize.text.words import count


def article_page(desk: Desk) -> ArticlePage:
    """One brief after the other, each shortened to its share of the words that are printed."""
    printing = desk.printing
    briefs = desk.report.briefs[: printing.top]
    share = printing.words // max(1, len(briefs))
    share = min(share, printing.length or share)
    kept = [_within(brief, share - _words_of_fields(brief)) for brief in briefs]
    cut = sum(len(brief.claims) - len(claims) for brief, claims in zip(briefs, kept, strict=True))
    page = ArticlePage(
        label=desk.labels.texts,
        head=view_head(desk, {}),
        briefs=tuple(
            _view(desk, brief, claims, place)
            for place, (brief, claims) in enumerate(zip(briefs, kept, strict=True))
        ),
        left_out=left_out(desk, cut, 0),
        sources=NOTHING,
        method=view_method(desk) if "method" in printing.sections else NO_METHOD,
    )
    page = only_of_articles(page, printing.sections)
    if "sources" not in printing.sections:
        return page
    return replace(page, sources=view_sources(desk, list(used_marks(page))))


def _within(brief: Brief, words: int) -> list[Claim]:
    """The claims of highest rank that fit into `words` beside the bottom line, in their order.

    At least one, where there is no bottom line.
    """
    first = [] if brief.bottom_line is None else [brief.bottom_line]
    words -= sum(count(claim.text) for claim in first)
    kept = {claim.id for claim in first}
    for claim in sorted(brief.claims, key=lambda claim: claim.rank):
        if claim.id in kept:
            continue
        words -= count(claim.text)
        if words < 0 and kept:
            break
        kept.add(claim.id)
    return [claim for claim in brief.claims if claim.id in kept]


def _words_of_fields(brief: Brief) -> int:
    texts = (text for one in brief.extra for text in one.plain)
    return sum(map(count, (*texts, *(claim.text for claim in claims_in(brief.extra)))))


def _view(desk: Desk, brief: Brief, kept: list[Claim], place: int) -> BriefView:
    article = desk.articles[brief.article]
    printed = Printed()
    if brief.bottom_line is not None:
        printed.add(brief.bottom_line)
    fields = view_fields(desk, brief.extra, printed.again)
    by_id = {claim.id: claim for claim in kept}
    placed = {claim for section in brief.sections for claim in section.claims}
    free = printed.fresh(claim for claim in kept if claim.id not in placed)
    sections = []
    for section in brief.sections:
        claims = printed.fresh(by_id[claim] for claim in section.claims if claim in by_id)
        if claims:
            said = tuple(cite(desk, claim) for claim in claims)
            sections.append(SectionView(section.heading, said))
    quotations = printed.fresh(brief.quotations)[:QUOTATIONS]
    speakers = {quotation.id: quotation.speaker or "" for quotation in brief.quotations}
    is_title = len(desk.report.briefs) == 1 and fold(brief.headline) == fold(desk.report.title)
    return BriefView(
        anchor=f"b{place + 1}",
        headline="" if is_title else brief.headline,
        facts=" · ".join(filter(None, (article_facts(desk, article), mark(desk, brief)))),
        url=(link_target(article.url) or "") if article.url else "",
        bottom_line=None if brief.bottom_line is None else cite(desk, brief.bottom_line),
        claims=tuple(cite(desk, claim) for claim in free),
        sections=tuple(sections),
        named=_named(desk, brief),
        figures=tuple(figure_row(desk, figure) for figure in brief.figures),
        quotations=tuple(cite(desk, claim, lead=speakers[claim.id]) for claim in quotations),
        fields=fields,
    )


def _named(desk: Desk, brief: Brief) -> tuple[tuple[str, str], ...]:
    """Who, where and when, each with its label, where the brief has any."""
    when = [day.isoformat() for day in brief.when]
    named = (("who", brief.who), ("where", brief.where), ("when", when))
    return tuple((desk.labels.say(key), ", ".join(values)) for key, values in named if values)
