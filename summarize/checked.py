"""What a writer returns is checked before it is passed on.

A claim that fails goes once to `repair`. If it still fails it is withheld: the claim is dropped,
never the brief. A withheld bottom line is replaced by the claim of highest rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from summarize.article import Article
from summarize.check import check
from summarize.claims import Brief, Claim, Overview, Quotation, StoryBrief, Withheld
from summarize.stories.story import Story
from summarize.writer import BriefWriter

T = TypeVar("T", Brief, StoryBrief)


@dataclass(frozen=True)
class Checked(Generic[T]):
    """A brief of claims that hold, and those that did not."""

    brief: T
    withheld: tuple[Withheld, ...]


async def article_brief(writer: BriefWriter, article: Article, story: str) -> Checked[Brief]:
    """The brief of `article`, an article of the story with id `story`, checked."""
    gate = _Gate(writer, story)
    brief = await gate.pass_on(await writer.article(article))
    return Checked(brief, tuple(gate.withheld))


async def story_brief(
    writer: BriefWriter, story: Story, briefs: Sequence[Brief]
) -> Checked[StoryBrief]:
    """The brief of `story`, checked."""
    gate = _Gate(writer, story.id)
    brief = await gate.pass_on(await writer.story(story, briefs))
    return Checked(brief, tuple(gate.withheld))


async def checked_overview(writer: BriefWriter, stories: Sequence[StoryBrief]) -> Overview:
    """The overview, without claims that do not hold."""
    overview = await writer.overview(stories)
    gate = _Gate(writer, "")
    return replace(
        overview,
        bottom_line=await gate.claims(overview.bottom_line),
        highlights=tuple(
            [
                replace(highlight, claim=claim)
                for highlight in overview.highlights
                if (claim := await gate.claim(highlight.claim)) is not None
            ]
        ),
    )


class _Gate:
    """Lets claims of one story through that hold; the others are kept in `withheld`."""

    def __init__(self, writer: BriefWriter, story: str) -> None:
        self._writer = writer
        self._story = story
        self.withheld: list[Withheld] = []

    async def pass_on(self, brief: T) -> T:
        claims = await self.claims(brief.claims)
        bottom = await self.claim(brief.bottom_line) if brief.bottom_line else None
        if bottom is None:
            bottom = min(claims, key=lambda claim: claim.rank, default=None)
        return replace(
            brief,
            bottom_line=bottom,
            claims=claims,
            quotations=await self._quotations(brief.quotations),
        )

    async def claims(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        passed = [await self.claim(claim) for claim in claims]
        return tuple(claim for claim in passed if claim is not None)

    async def claim(self, claim: Claim) -> Claim | None:
        """The claim, or a repaired one, with its verdict; None where it is withheld."""
        found = check(claim)
        if found.verdict.status != "unsupported":
            return found
        repaired = await self._writer.repair(found, found.verdict.findings)
        if repaired is not None and check(repaired).verdict.status != "unsupported":
            return check(repaired)
        if found.id not in {entry.claim.id for entry in self.withheld}:
            self.withheld.append(Withheld(self._story, found))
        return None

    async def _quotations(self, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
        """Somebody's own words are not repaired: they stand as they are, or fall."""
        found = [check(quotation) for quotation in quotations]
        self.withheld.extend(
            Withheld(self._story, claim) for claim in found if claim.verdict.status == "unsupported"
        )
        return tuple(claim for claim in found if claim.verdict.status != "unsupported")
