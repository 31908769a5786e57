"""A report in its final order: one content for each claim id, articles as they are numbered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarize.claims import (
    Brief,
    Claim,
    Overview,
    Quotation,
    Report,
    StoryBrief,
    StoryReport,
)
from summarize.report.citations import in_order_of_citation
from summarize.report.walk import claims_of_brief, claims_of_overview, claims_of_story


def settle(report: Report) -> Report:
    """The same report, in which a claim id means one content and the articles stand by `n`.

    A claim of a brief that its story repeats takes the story's version (with the passages of other
    origins, its verdict and its rank) wherever it stands; a quotation keeps its speaker.
    """
    same = _Same(report)
    settled = replace(
        report,
        overview=same.overview(report.overview),
        stories=tuple(same.story(story) for story in report.stories),
        briefs=tuple(same.brief(brief) for brief in report.briefs),
        withheld=tuple(replace(w, claim=same.claim(w.claim)) for w in report.withheld),
    )
    return replace(settled, articles=in_order_of_citation(settled))


class _Same:
    """The one version of each claim, put in wherever its id stands."""

    def __init__(self, report: Report) -> None:
        self._version: dict[str, Claim] = {}
        for story in report.stories:
            for claim in claims_of_story(story.brief):
                known = self._version.get(claim.id)
                if known is None or len(claim.quotes) > len(known.quotes):
                    self._version[claim.id] = claim
        for claim in _outside_stories(report):
            self._version.setdefault(claim.id, claim)

    def claim(self, claim: Claim) -> Claim:
        one = self._version[claim.id]
        return Claim(
            one.id,
            one.text,
            one.quotes,
            one.language,
            one.rank,
            one.verdict,
            one.origins,
            one.judge,
        )

    def claims(self, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        return tuple(self.claim(claim) for claim in claims)

    def maybe(self, claim: Claim | None) -> Claim | None:
        return None if claim is None else self.claim(claim)

    def quotations(self, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
        return tuple(self._quotation(quotation) for quotation in quotations)

    def _quotation(self, said: Quotation) -> Quotation:
        one = self.claim(said)
        return replace(
            said,
            text=one.text,
            quotes=one.quotes,
            language=one.language,
            rank=one.rank,
            verdict=one.verdict,
            origins=one.origins,
            judge=one.judge,
        )

    def overview(self, overview: Overview) -> Overview:
        return replace(
            overview,
            bottom_line=self.claims(overview.bottom_line),
            highlights=tuple(replace(h, claim=self.claim(h.claim)) for h in overview.highlights),
        )

    def brief(self, brief: Brief) -> Brief:
        return replace(
            brief,
            bottom_line=self.maybe(brief.bottom_line),
            claims=self.claims(brief.claims),
            quotations=self.quotations(brief.quotations),
        )

    def story(self, story: StoryReport) -> StoryReport:
        brief = story.brief
        return replace(story, brief=self._story_brief(brief))

    def _story_brief(self, brief: StoryBrief) -> StoryBrief:
        return replace(
            brief,
            bottom_line=self.maybe(brief.bottom_line),
            claims=self.claims(brief.claims),
            quotations=self.quotations(brief.quotations),
            timeline=tuple(replace(e, claim=self.claim(e.claim)) for e in brief.timeline),
            agree=tuple(replace(a, claim=self.claim(a.claim)) for a in brief.agree),
            differ=tuple(replace(d, sides=self.claims(d.sides)) for d in brief.differ),
            single_source=self.claims(brief.single_source),
        )


def _outside_stories(report: Report) -> Iterator[Claim]:
    yield from claims_of_overview(report.overview)
    for brief in report.briefs:
        yield from claims_of_brief(brief)
    yield from (entry.claim for entry in report.withheld)
