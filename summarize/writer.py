"""The seam between the pipeline and whoever writes: the built-in selection, or a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from summarize.article import Article
from summarize.claims import Brief, Claim, Finding, Overview, StoryBrief, Writer
from summarize.stories.story import Story


class BriefWriter(Protocol):
    """Writes briefs. What it returns is checked before it is used; it counts nothing itself."""

    @property
    def writer(self) -> Writer:
        """Who this is, for the report."""
        ...

    async def article(self, article: Article) -> Brief:
        """A brief of one article."""
        ...

    async def story(self, story: Story, briefs: Sequence[Brief]) -> StoryBrief:
        """A brief across the origins of one story, given the brief of each origin's lead."""
        ...

    async def overview(self, stories: Sequence[StoryBrief]) -> Overview:
        """The whole, from the stories in order of importance."""
        ...

    async def repair(self, claim: Claim, findings: Sequence[Finding]) -> Claim | None:
        """A claim that its passages support, in place of one they do not; None if there is none."""
        ...
