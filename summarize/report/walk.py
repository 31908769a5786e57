"""Every claim of a report, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarize.claims import Brief, Claim, Overview, StoryBrief, claims_in
from summarize.edition import Change
from summarize.reported import Report

MANY = 0.25  # share of the claims; above it a run ends with exit code 3 (DESIGN §5)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many distinct claims a report holds, by verdict, and how many were withheld."""

    supported: int
    unchecked: int
    withheld: int
    unsupported: int = 0  # that stand in the report all the same, flagged or kept

    @property
    def all(self) -> int:
        """How many claims were made, shown or not."""
        return self.supported + self.unchecked + self.withheld + self.unsupported

    @property
    def many_withheld(self) -> bool:
        """Whether so many are missing that the rest may tell another story."""
        return self.withheld > MANY * self.all


def claims_of_story(brief: StoryBrief) -> Iterator[Claim]:
    """Each claim of a story, in the order of the page; one that stands twice comes twice."""
    if brief.bottom_line is not None:
        yield brief.bottom_line
    yield from brief.claims
    for difference in brief.differ:
        yield from difference.sides
    yield from (event.claim for event in brief.timeline)
    yield from brief.quotations
    yield from claims_in(brief.extra)
    yield from (agreement.claim for agreement in brief.agree)
    yield from brief.single_source


def claims_of_brief(brief: Brief) -> Iterator[Claim]:
    """Each claim of a brief, in the order of the page."""
    if brief.bottom_line is not None:
        yield brief.bottom_line
    yield from brief.claims
    yield from brief.quotations
    yield from claims_in(brief.extra)


def claims_of_overview(overview: Overview) -> Iterator[Claim]:
    """The sentences of the bottom line, then those of the highlights and of added fields."""
    yield from overview.bottom_line
    yield from (highlight.claim for highlight in overview.highlights)
    yield from claims_in(overview.extra)


def claims_of_changes(changes: Iterable[Change]) -> Iterator[Claim]:
    """Each claim of what changed, the later side first."""
    for change in changes:
        yield from (claim for claim in (change.after, change.before) if claim is not None)


def all_claims(report: Report) -> dict[str, Claim]:
    """The claims of a settled report by their ids, in the order of the page; withheld ones last."""
    found = {claim.id: claim for claim in _shown(report)}
    for entry in report.withheld:
        found.setdefault(entry.claim.id, entry.claim)
    return found


def tally(report: Report) -> Tally:
    """Counts over distinct claim ids: a claim of a brief that its story repeats counts once."""
    status = {claim.id: claim.verdict.status for claim in _shown(report)}
    withheld = {entry.claim.id for entry in report.withheld}
    found = list(status.values())
    shown = (found.count(one) for one in ("supported", "unchecked", "unsupported"))
    supported, unchecked, unsupported = shown
    return Tally(supported, unchecked, len(withheld), unsupported)


def _shown(report: Report) -> Iterator[Claim]:
    yield from claims_of_overview(report.overview)
    for story in report.stories:
        yield from claims_of_story(story.brief)
    for brief in report.briefs:
        yield from claims_of_brief(brief)
    yield from claims_of_changes(report.changes)
