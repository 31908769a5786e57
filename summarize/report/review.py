"""The claims that an editor has to look at, each with its passages and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarize.article import Quote
from summarize.claims import Claim, Finding
from summarize.report.desk import Desk
from summarize.report.sources import in_marks, place_of
from summarize.report.view import Reviewed, ReviewPage
from summarize.report.walk import claims_of_brief, claims_of_overview, claims_of_story, tally


def review_page(desk: Desk) -> ReviewPage:
    """Withheld and flagged claims first, then those that are unchecked; each once."""
    report, labels = desk.report, desk.labels
    headlines = {story.id: story.brief.headline for story in report.stories}
    withheld = ((entry.claim, headlines.get(entry.story, "")) for entry in report.withheld)
    claims = {claim.id: (claim, story) for claim, story in (*withheld, *_shown(desk))}
    by_status: dict[str, list[Reviewed]] = {"unsupported": [], "unchecked": [], "supported": []}
    for claim, story in claims.values():
        by_status[claim.verdict.status].append(_reviewed(desk, claim, story))
    counts = tally(report)
    status = labels.say(
        "checked",
        supported=counts.supported,
        unchecked=counts.unchecked,
        withheld=counts.withheld,
    )
    if not by_status["unsupported"] and not by_status["unchecked"]:
        status = f"{status}: {labels.say('nothing_to_review')}"
    return ReviewPage(
        label=labels.texts,
        title=f"{labels.say('review')}: {report.title}",
        status=status,
        unsupported=tuple(by_status["unsupported"]),
        unchecked=tuple(by_status["unchecked"]),
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
        findings=tuple(findings(claim.verdict.findings)),
        passages=tuple(_passage(desk, quote) for quote in claim.quotes),
    )


def findings(found: Iterable[Finding]) -> Iterator[str]:
    """`number “17”: the passage says 12`, one for each."""
    for finding in found:
        item = f" {in_marks(finding.text)}" if finding.text else ""
        yield f"{finding.kind}{item}: {finding.why}"


def _passage(desk: Desk, quote: Quote) -> str:
    article = desk.articles.get(quote.article)
    named = [article.outlet, article.title] if article else []
    where = ", ".join(part for part in (*named, place_of(desk, quote.locator)) if part)
    return f"{in_marks(quote.text)} ({where})" if where else in_marks(quote.text)
