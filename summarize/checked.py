"""What a writer returns is checked before it is passed on.

A claim that fails goes once to `repair`. If it still fails it is withheld: the claim is dropped,
never the brief. A withheld bottom line is replaced by the claim of highest rank. Where failing
claims are to be flagged or kept, they stay in their places with their verdict.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from summarize.article import Article, Quote
from summarize.check import check
from summarize.claims import (
    Brief,
    Claim,
    Extra,
    Gap,
    Overview,
    Quotation,
    Section,
    StoryBrief,
    claims_in,
    make_claim,
)
from summarize.reported import Unsupported, Withheld
from summarize.stories.story import Story
from summarize.writer import BriefWriter

T = TypeVar("T", Brief, StoryBrief)
B = TypeVar("B", Brief, StoryBrief, Overview)
C = TypeVar("C", bound=Claim)  # a Quotation stays a Quotation


@dataclass(frozen=True)
class Checked(Generic[B]):
    """A brief of claims that hold, and those that did not."""

    brief: B
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True)
class Rules:
    """How claims are checked: the articles they may quote, by id, and what becomes of failures."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    unsupported: Unsupported = "withhold"
    language: str = "en"


async def article_brief(
    writer: BriefWriter, article: Article, story: str, rules: Rules, also: Sequence[Quote] = ()
) -> Checked[Brief]:
    """The brief of `article`, an article of the story with id `story`, checked.

    `also` are sentences that only other carriers of the same text have.
    """
    gate = _Gate(writer, story, rules, article.id)
    brief = await gate.pass_on(await writer.article(article, also))
    brief = replace(brief, sections=tuple(gate.section(section) for section in brief.sections))
    return Checked(brief, tuple(gate.withheld))


async def story_brief(
    writer: BriefWriter, story: Story, briefs: Sequence[Brief], rules: Rules
) -> Checked[StoryBrief]:
    """The brief of `story`, checked."""
    gate = _Gate(writer, story.id, rules)
    brief = await gate.pass_on(await writer.story(story, briefs))
    events = [
        replace(event, claim=claim)
        for event in brief.timeline
        if (claim := await gate.claim(event.claim)) is not None
    ]
    return Checked(replace(brief, timeline=tuple(events)), tuple(gate.withheld))


async def checked_overview(
    writer: BriefWriter, stories: Sequence[StoryBrief], rules: Rules
) -> Checked[Overview]:
    """The overview, without claims that do not hold; its bottom line is the first story's then."""
    overview = await writer.overview(stories)
    gate = _Gate(writer, "", rules)
    asked = [*(one.claim for one in overview.highlights), *overview.bottom_line]
    await gate.ahead([*asked, *claims_in(overview.extra)])
    highlights = [
        replace(highlight, claim=claim)
        for highlight in overview.highlights
        if (claim := await gate.claim(highlight.claim)) is not None
    ]
    lines = await gate.claims(overview.bottom_line)
    if not lines:
        lines = tuple(story.bottom_line for story in stories if story.bottom_line)[:1]
    gaps = [gap for gap in overview.gaps if await gate.holds(_as_claim(gap, rules.language))]
    checked = replace(
        overview,
        bottom_line=lines,
        highlights=tuple(highlights),
        gaps=tuple(gaps),
        extra=await gate.extra(overview.extra),
    )
    return Checked(checked, tuple(gate.withheld))


def _as_claim(gap: Gap, language: str) -> Claim:
    return make_claim(gap.text, gap.quotes, language, 1)


def _repairable(brief: Brief | StoryBrief) -> list[Claim]:
    """All claims of a brief but somebody's own words."""
    first = [*brief.claims, *([brief.bottom_line] if brief.bottom_line else [])]
    events = brief.timeline if isinstance(brief, StoryBrief) else ()
    return [*first, *(event.claim for event in events), *claims_in(brief.extra)]


class _Gate:
    """Lets claims of one story through that hold; the others are kept in `withheld`."""

    def __init__(
        self, writer: BriefWriter, story: str, rules: Rules, article: str | None = None
    ) -> None:
        self._writer = writer
        self._story = story
        self._article = article
        self._rules = rules
        self.withheld: list[Withheld] = []
        self._seen: dict[str, Claim | None] = {}
        self._found: dict[str, Claim] = {}

    async def ahead(self, claims: Iterable[Claim]) -> None:
        """Have those repaired together that fail: each might wait for a batch of its own else."""
        new = {claim.id: claim for claim in claims if claim.id not in self._found}
        found = await asyncio.gather(*map(self._repaired, new.values()))
        self._found |= dict(zip(new, found, strict=True))

    async def pass_on(self, brief: T) -> T:
        await self.ahead(_repairable(brief))
        claims = await self.claims(brief.claims)
        bottom = await self.claim(brief.bottom_line) if brief.bottom_line else None
        if bottom is None:
            bottom = min(claims, key=lambda claim: claim.rank, default=None)
        return replace(
            brief,
            bottom_line=bottom,
            claims=claims,
            quotations=await self._quotations(brief.quotations),
            extra=await self.extra(brief.extra),
        )

    async def extra(self, extra: Sequence[Extra]) -> tuple[Extra, ...]:
        """Added fields without claims that do not hold; one that is left with none stands empty."""
        passed = []
        for one in extra:
            found = {claim.id: await self.claim(claim) for claim in one.claims}
            passed.append(one.with_claims(found))
        return tuple(passed)

    async def claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        passed = [await self.claim(claim) for claim in claims]
        return tuple(claim for claim in passed if claim is not None)

    async def claim(self, claim: Claim) -> Claim | None:
        """The claim, or a repaired one, with its verdict; None where it is withheld.

        A bottom line stands among the claims as well: each claim is asked about once.
        """
        if claim.id not in self._seen:
            self._seen[claim.id] = await self._judged(claim)
        return self._seen[claim.id]

    async def _judged(self, claim: Claim) -> Claim | None:
        await self.ahead([claim])
        found = self._found[claim.id]
        return found if found.verdict.status != "unsupported" else self._failed(found)

    async def _repaired(self, claim: Claim) -> Claim:
        """The claim with its verdict; where it fails, one that holds in its place, if there is."""
        found = self._check(claim)
        if found.verdict.status != "unsupported":
            return found
        repaired = await self._writer.repair(found, found.verdict.findings)
        again = self._check(repaired) if repaired is not None else found
        return again if again.verdict.status != "unsupported" else found

    async def holds(self, gap: Claim) -> bool:
        """Whether a gap may be told; it has no place for a verdict, so a failing one never is."""
        found = await self.claim(gap)
        return found is not None and found.verdict.status != "unsupported"

    def _check(self, claim: C) -> C:
        return check(claim, self._rules.articles)

    def _failed(self, claim: C) -> C | None:
        """What becomes of a claim that its passages do not support."""
        if self._rules.unsupported != "withhold":
            return claim
        if claim.id not in {entry.claim.id for entry in self.withheld}:
            self.withheld.append(Withheld(self._story, claim, self._article))
        return None

    def section(self, section: Section) -> Section:
        """A section of claims that passed, under the ids they have now."""
        passed = (self._seen.get(id_) for id_ in section.claims)
        return replace(section, claims=tuple(claim.id for claim in passed if claim is not None))

    async def _quotations(self, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
        """Somebody's own words are not repaired: they stand as they are, or fall."""
        found = (self._check(quotation) for quotation in quotations)
        kept = (q if q.verdict.status != "unsupported" else self._failed(q) for q in found)
        return tuple(one for one in kept if one is not None)
