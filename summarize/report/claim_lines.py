"""Each claim of a report as one JSON line, for tools that know nothing of reports."""

from __future__ import annotations

import json
from collections.abc import Iterator

from summarize.article import Article
from summarize.claims import Claim
from summarize.report.json_claims import Json, claim_json, iso, quote_json
from summarize.report.walk import claims_of_brief, claims_of_overview, claims_of_story
from summarize.reported import Report


def to_claim_lines(report: Report) -> str:
    """Every claim of this edition once, with its story and what its quotes are of.

    A claim of the brief of an article that its story repeats is one of the story. Those of the head
    that are of no story follow, with `"story": ""`. Withheld claims come last, with
    `"withheld": true`.
    """
    return "".join(f"{json.dumps(line, ensure_ascii=True)}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[Json]:
    articles = {article.id: article for article in report.articles}
    story_of = {key: story.id for story in report.stories for key in story.articles}
    headlines = {story.id: story.brief.headline for story in report.stories}
    told: set[str] = set()
    for claim, story in _claims(report, story_of):
        if claim.id not in told:
            told.add(claim.id)
            yield _line(claim, story, headlines.get(story), articles, withheld=False)
    for entry in report.withheld:
        yield _line(entry.claim, entry.story, headlines.get(entry.story), articles, withheld=True)


def _claims(report: Report, story_of: dict[str, str]) -> Iterator[tuple[Claim, str]]:
    for story in report.stories:
        yield from ((claim, story.id) for claim in claims_of_story(story.brief))
    for brief in report.briefs:
        story_id = story_of.get(brief.article, brief.article)
        yield from ((claim, story_id) for claim in claims_of_brief(brief))
    head = report.overview
    yield from ((highlight.claim, highlight.story) for highlight in head.highlights)
    yield from ((claim, "") for claim in claims_of_overview(head))


def _line(
    claim: Claim,
    story: str,
    headline: str | None,
    articles: dict[str, Article],
    *,
    withheld: bool,
) -> Json:
    quotes = [quote_json(q) | _of(articles.get(q.article)) for q in claim.quotes]
    return {
        "story": story,
        "headline": headline,
        "withheld": withheld,
        **claim_json(claim),
        "quotes": quotes,
    }


def _of(article: Article | None) -> Json:
    if article is None:
        return {}
    return {
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": iso(article.published),
    }
