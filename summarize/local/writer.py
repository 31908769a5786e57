"""The built-in writer behind the seam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.article import Article, Quote
from summarize.aside import aside
from summarize.claims import EXTRACTIVE, Brief, Claim, Finding, Overview, StoryBrief, Writer
from summarize.local.article import brief_article
from summarize.local.overview import overview
from summarize.local.story import brief_story
from summarize.stories.doubtful import UNSETTLED, Pair, Settled
from summarize.stories.story import Story
from summarize.writer import Account


@dataclass(frozen=True, slots=True)
class Local:
    """Selects sentences. `length` is the number of words of a brief.

    Selection is plain computation, so it runs in a worker thread and leaves the event loop free.
    """

    length: int

    @property
    def writer(self) -> Writer:
        """Extraction, no model."""
        return EXTRACTIVE

    @property
    def account(self) -> Account:
        """Nothing is asked, and nothing is missing."""
        return Account()

    def begin(self, stories: Sequence[Story]) -> None:
        """Nothing to prepare."""

    async def settle(self, pairs: Sequence[Pair]) -> Settled:  # noqa: ARG002 - it knows the words of articles, which are counted already
        """Nothing: what it knows of articles was counted before."""
        return UNSETTLED

    async def article(self, article: Article, also: Sequence[Quote] = ()) -> Brief:  # noqa: ARG002 - the brief of a copy is that of its lead
        """A brief of one article."""
        return await aside(brief_article, article, self.length)

    async def story(self, story: Story, briefs: Sequence[Brief]) -> StoryBrief:  # noqa: ARG002 - the seam's shape: extraction goes back to the sentences
        """A brief across origins."""
        return await aside(brief_story, story, self.length)

    async def overview(self, stories: Sequence[StoryBrief]) -> Overview:
        """What leads the report."""
        return overview(stories)

    async def repair(self, claim: Claim, findings: Sequence[Finding]) -> Claim | None:  # noqa: ARG002 - a verbatim span has no other wording
        """None: a verbatim span cannot be said otherwise."""
        return None
