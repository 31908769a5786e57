"""Every claim of a report, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.claims import Brief, Claim, Overview, Report, StoryBrief


@dataclass(frozen=True, slots=True)
class Tally:
    """How many distinct claims a report holds, by verdict, and how many were withheld."""

    supported: int
    unchecked: int
    withheld: int


def claims_of_story(brief: StoryBrief) -> Iterator[Claim]:
    """Each claim of a story, in the order of the page; one that stands twice comes twice."""
    if brief.bottom_line is not None:
        yield brief.bottom_line
    yield from brief.claims
    for difference in brief.differ:
        yield from difference.sides
    yield from (event.claim for event in brief.timeline)
    yield from brief.quotations
    yield from (agreement.claim for agreement in brief.agree)
    yield from brief.single_source


def claims_of_brief(brief: Brief) -> Iterator[Claim]:
    """Each claim of a brief, in the order of the page."""
    if brief.bottom_line is not None:
        yield brief.bottom_line
    yield from brief.claims
    yield from brief.quotations


def claims_of_overview(overview: Overview) -> Iterator[Claim]:
    """The sentences of the bottom line, then those of the highlights."""
    yield from overview.bottom_line
    yield from (highlight.claim for highlight in overview.highlights)


def tally(report: Report) -> Tally:
    """Counts over distinct claim ids: a claim of a brief that its story repeats counts once."""
    claims = list(claims_of_overview(report.overview))
    for story in report.stories:
        claims.extend(claims_of_story(story.brief))
    for brief in report.briefs:
        claims.extend(claims_of_brief(brief))
    status = {claim.id: claim.verdict.status for claim in claims}
    withheld = {entry.claim.id for entry in report.withheld}
    found = list(status.values())
    return Tally(found.count("supported"), found.count("unchecked"), len(withheld))
