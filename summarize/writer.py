"""The seam between the pipeline and whoever writes: the built-in selection, or a model.

And that between it and whoever gives a second opinion on what was written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from summarize.article import Article, Quote
from summarize.claims import Brief, Call, Claim, Finding, Opinion, Overview, StoryBrief, Writer
from summarize.reported import Tokens
from summarize.stories.doubtful import Pair, Settled
from summarize.stories.story import Story


@dataclass(frozen=True)
class Account:
    """What a writer used.

    `templates` are the hashes of its prompts by file name, `context` the tokens of its model's
    window, `calls` the requests that were sent, `reused` the answers that were on disk. `missing`
    has a line for each thing that another had to write, or nobody wrote, `unfit` for each field
    that a template adds and that was not answered as it asks. `cost_usd` is None where the price is
    not known. `repairs` are the calls with which claims were asked for once more, by the ids of the
    claims before and after.
    """

    templates: Mapping[str, str] = field(default_factory=dict)
    context: int | None = None
    calls: int = 0
    reused: int = 0
    tokens: Tokens = field(default_factory=Tokens)
    cost_usd: float | None = 0.0
    missing: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
    repairs: Mapping[str, tuple[Call, ...]] = field(default_factory=dict)

    def __add__(self, other: Account) -> Account:
        """What was used together with somebody who writes nothing: a judge."""
        known = self.cost_usd is not None and other.cost_usd is not None
        return replace(
            self,
            templates={**self.templates, **other.templates},
            calls=self.calls + other.calls,
            reused=self.reused + other.reused,
            tokens=self.tokens + other.tokens,
            cost_usd=(self.cost_usd or 0.0) + (other.cost_usd or 0.0) if known else None,
            missing=self.missing + other.missing,
        )


class SecondJudge(Protocol):
    """Gives an opinion on claims, which is kept beside the verdict of the check."""

    @property
    def account(self) -> Account:
        """What it has used so far, and on what it gave no opinion though it should have."""
        ...

    async def judge(
        self, claims: Sequence[Claim], articles: Mapping[str, Article]
    ) -> Mapping[str, Opinion]:
        """Opinions by the ids of claims; of some claims there is none.

        Called once, when all is written; `articles` are those that claims may quote, by id.
        """
        ...


class BriefWriter(Protocol):
    """Writes briefs. What it returns is checked before it is used; it counts nothing itself."""

    @property
    def writer(self) -> Writer:
        """Who this is, for the report."""
        ...

    @property
    def account(self) -> Account:
        """What it has used so far, and what it has not written."""
        ...

    def begin(self, stories: Sequence[Story]) -> None:
        """What will be told, in the order of the report. Called before any brief is asked for.

        It is called again where the stories of those articles are others after their briefs.
        """
        ...

    async def settle(self, pairs: Sequence[Pair]) -> Settled:
        """Whether the two articles of a pair tell one event; of some pairs nobody knows.

        Called before all else, and only where a model is to settle what is doubtful.
        """
        ...

    async def article(self, article: Article, also: Sequence[Quote] = ()) -> Brief:
        """A brief of one article. `also` are sentences that only other carriers of it have."""
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
