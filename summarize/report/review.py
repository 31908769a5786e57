"""The claims that an editor has to look at, each with its passages and what was found."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.article import Quote
from summarize.claims import Claim
from summarize.report.causes import findings, in_marks
from summarize.report.desk import Desk
from summarize.report.sources import place_of
from summarize.report.view import Reviewed, ReviewPage
from summarize.report.walk import claims_of_brief, claims_of_overview, claims_of_story, tally


def review_page(desk: Desk) -> ReviewPage:
    """The claims to look at, each once; withheld and flagged ones before others.

    First those on which check and second judge differ, then those that are not supported, then
    those that are unchecked.
    """
    report, labels = desk.report, desk.labels
    headlines = {story.id: story.brief.headline for story in report.stories}
    withheld = ((entry.claim, headlines.get(entry.story, "")) for entry in report.withheld)
    claims = {claim.id: (claim, story) for claim, story in (*withheld, *_shown(desk))}
    found: dict[str, list[Reviewed]] = {}
    for claim, story in claims.values():
        section = "disputed" if claim.disputed else claim.verdict.status
        if section != "supported":
            found.setdefault(section, []).append(_reviewed(desk, claim, story))
    counts = tally(report)
    status = labels.say(
        "checked",
        supported=counts.supported,
        unchecked=counts.unchecked,
        withheld=counts.withheld,
    )
    if not found:
        status = f"{status}: {labels.say('nothing_to_review')}"
    return ReviewPage(
        label=labels.texts,
        title=f"{labels.say('review')}: {report.title}",
        status=status,
        disputed=tuple(found.get("disputed", ())),
        unsupported=tuple(found.get("unsupported", ())),
        unchecked=tuple(found.get("unchecked", ())),
    )


def _shown(desk: Desk) -> Iterator[tuple[Claim, str]]:
    """Each claim of the report with the headline it stands under, in the order of the page."""
    report = desk.report
    for claim in claims_of_overview(report.overview):
        yield claim, ""
    for story in report.stories:
        for claim in claims_of_story(story.brief):
            yield claim, story.brief.headline
    for brief in report.briefs:
        for claim in claims_of_brief(brief):
            yield claim, brief.headline


def _reviewed(desk: Desk, claim: Claim, story: str) -> Reviewed:
    return Reviewed(
        id=claim.id,
        text=claim.text,
        story=story,
        views=tuple(_views(desk, claim)),
        findings=tuple(findings(claim.verdict.findings)),
        passages=tuple(passage_line(desk, quote) for quote in claim.quotes),
    )


def _views(desk: Desk, claim: Claim) -> Iterator[str]:
    """What check and second judge say, where there is a second judge."""
    if claim.judge is None:
        return
    labels = desk.labels
    yield labels.say("check", verdict=labels.say(claim.verdict.status))
    second = labels.say("second_judge", verdict=labels.say(claim.judge.verdict))
    named = f"{second} ({claim.judge.model})"
    yield f"{named}: {claim.judge.why}" if claim.judge.why else named


def passage_line(desk: Desk, quote: Quote) -> str:
    """`"…" (Valley Ledger, Dam gives way, ¶ 2)`: the words, and where a person finds them."""
    article = desk.articles.get(quote.article)
    named = [article.outlet, article.title] if article else []
    where = ", ".join(part for part in (*named, place_of(desk, quote.locator)) if part)
    return f"{in_marks(quote.text)} ({where})" if where else in_marks(quote.text)
