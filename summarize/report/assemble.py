"""A report in its final order: one content for each claim id, articles as they are numbered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from summarize.claims import Brief, Claim, Extra, Opinion, Overview, Quotation, StoryBrief
from summarize.edition import Change
from summarize.report.citations import in_order_of_citation
from summarize.report.walk import (
    claims_of_brief,
    claims_of_changes,
    claims_of_overview,
    claims_of_story,
)
from summarize.reported import Report, StoryReport

NO_OPINIONS: Mapping[str, Opinion] = MappingProxyType({})


def settle(report: Report, opinions: Mapping[str, Opinion] = NO_OPINIONS) -> Report:
    """The same report, in which a claim id means one content and the articles stand by `n`.

    A claim of a brief that its story repeats takes the story's version (with the passages of other
    origins, its verdict and its rank) wherever it stands; a quotation keeps its speaker. `opinions`
    are those of a second judge, by the ids of claims.
    """
    same = _Same(versions(report), opinions)
    settled = replace(
        report,
        overview=same.overview(report.overview),
        stories=tuple(same.story(story) for story in report.stories),
        briefs=tuple(same.brief(brief) for brief in report.briefs),
        withheld=tuple(replace(w, claim=same.claim(w.claim)) for w in report.withheld),
        changes=tuple(same.change(change) for change in report.changes),
    )
    return replace(settled, articles=in_order_of_citation(settled))


def versions(report: Report) -> Mapping[str, Claim]:
    """The one version of each claim, shown or withheld, by its id: stories first, in order."""
    version: dict[str, Claim] = {}
    for story in report.stories:
        for claim in claims_of_story(story.brief):
            known = version.get(claim.id)
            if known is None or len(claim.quotes) > len(known.quotes):
                version[claim.id] = claim
    for claim in _outside_stories(report):
        version.setdefault(claim.id, claim)
    return version


class _Same:
    """The one version of each claim, put in wherever its id stands."""

    def __init__(self, version: Mapping[str, Claim], opinions: Mapping[str, Opinion]) -> None:
        judged = {
            id_: replace(version[id_], judge=opinion)
            for id_, opinion in opinions.items()
            if id_ in version
        }
        self._version = {**version, **judged}

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

    def extra(self, extra: tuple[Extra, ...]) -> tuple[Extra, ...]:
        return tuple(one.with_claims({c.id: self.claim(c) for c in one.claims}) for one in extra)

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
            extra=self.extra(overview.extra),
        )

    def brief(self, brief: Brief) -> Brief:
        return replace(
            brief,
            bottom_line=self.maybe(brief.bottom_line),
            claims=self.claims(brief.claims),
            quotations=self.quotations(brief.quotations),
            extra=self.extra(brief.extra),
        )

    def change(self, change: Change) -> Change:
        return replace(change, before=self.maybe(change.before), after=self.maybe(change.after))

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
            extra=self.extra(brief.extra),
        )


def _outside_stories(report: Report) -> Iterator[Claim]:
    yield from claims_of_overview(report.overview)
    for brief in report.briefs:
        yield from claims_of_brief(brief)
    yield from (entry.claim for entry in report.withheld)
    yield from claims_of_changes(report.changes)
