"""What a report made of each story, counted so that shares can be formed over any of its stories.

Counted is what the writer wrote: bottom lines, claims, quotations and cited fields, of the stories
and of the articles they were made from, and what was withheld of these. What code adds to every
report alike (timeline, figures, differing sides) is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.article import Article
from summarize.cases.judging import words
from summarize.check import facts
from summarize.claims import Brief, Claim, StoryBrief, claims_in
from summarize.evaluate.facts import SharedFact
from summarize.report.walk import claims_of_brief, claims_of_overview
from summarize.reported import Report, StoryReport

Better = int  # 1 where more is better, -1 where less is, 0 where neither


@dataclass(frozen=True, slots=True)
class Counted:
    """One story as one variant tells it.

    `supported`, `unchecked` and `failed` (withheld) are distinct claims. Of the brief that a reader
    sees: `sentences`, the `passages` they cite, its `words`, and the `cited` of the story's
    `origins`. `told` says of each shared fact whether the brief tells it.
    """

    supported: int
    unchecked: int
    failed: int
    sentences: int
    passages: int
    cited: int
    origins: int
    words: int
    told: tuple[bool, ...]

    @property
    def claims(self) -> int:
        """All that were made."""
        return self.supported + self.unchecked + self.failed


@dataclass(frozen=True)
class Figure:
    """A ratio over stories: the sum of `part` over that of `whole`.

    It is a share, printed as a percentage, unless `digits` says how many decimals it is given with.
    """

    name: str
    label: str
    part: Callable[[Counted], int]
    whole: Callable[[Counted], int]
    better: Better = 0
    digits: int | None = None


FIGURES = (
    Figure("supported", "supported", lambda c: c.supported, lambda c: c.supported + c.failed, 1),
    Figure("withheld", "withheld", lambda c: c.failed, lambda c: c.claims, -1),
    Figure("unchecked", "unchecked", lambda c: c.unchecked, lambda c: c.claims, -1),
    Figure("origins_cited", "origins cited", lambda c: c.cited, lambda c: c.origins, 1),
    Figure("facts_told", "shared facts told", lambda c: sum(c.told), lambda c: len(c.told), 1),
    Figure("citations", "citations a claim", lambda c: c.passages, lambda c: c.sentences, digits=1),
    Figure("words", "words a story", lambda c: c.words, lambda _: 1, digits=0),
)


def measure(report: Report, shared: Mapping[str, Sequence[SharedFact]]) -> tuple[Counted, ...]:
    """The stories of a report in their order; `shared` are the facts of each, by its id."""
    articles = {article.id: article for article in report.articles}
    made = _made(report)
    return tuple(
        _counted(entry, made[entry.id], shared.get(entry.id, ()), articles)
        for entry in report.stories
    )


def shown(brief: Brief | StoryBrief) -> tuple[Claim, ...]:
    """Bottom line, claims, quotations and cited fields of a brief, each once."""
    leading = [brief.bottom_line] if brief.bottom_line else []
    said = (*leading, *brief.claims, *brief.quotations, *claims_in(brief.extra))
    return tuple({one.id: one for one in said}.values())


def _made(report: Report) -> Mapping[str, Mapping[str, Claim | None]]:
    """Each claim that was made of a story, by its id; None where it was withheld."""
    story_of = {article: entry.id for entry in report.stories for article in entry.articles}
    first = report.stories[0].id
    made: dict[str, dict[str, Claim | None]] = {entry.id: {} for entry in report.stories}

    def home(claim: Claim) -> str:
        """The story that a claim of the overview is about."""
        return next((story_of[q.article] for q in claim.quotes if q.article in story_of), first)

    for entry in report.withheld:
        made[entry.story or home(entry.claim)][entry.claim.id] = None
    for claim in claims_of_overview(report.overview):
        made[home(claim)][claim.id] = claim
    for brief in report.briefs:
        made[story_of[brief.article]].update((c.id, c) for c in claims_of_brief(brief))
    for story in report.stories:
        made[story.id].update((claim.id, claim) for claim in shown(story.brief))
    return made


def _counted(
    entry: StoryReport,
    made: Mapping[str, Claim | None],
    shared: Sequence[SharedFact],
    articles: Mapping[str, Article],
) -> Counted:
    claims = shown(entry.brief)
    status = [claim.verdict.status if claim else "unsupported" for claim in made.values()]
    cited = {quote.article for claim in claims for quote in claim.quotes}
    return Counted(
        supported=status.count("supported"),
        unchecked=status.count("unchecked"),
        failed=status.count("unsupported"),
        sentences=len(claims),
        passages=sum(len(claim.quotes) for claim in claims),
        cited=sum(not cited.isdisjoint(ids) for _, ids in entry.origins),
        origins=len(entry.origins),
        words=words(entry.brief),
        told=tuple(told(shared, claims, articles)),
    )


def told(
    shared: Iterable[SharedFact], claims: Iterable[Claim], articles: Mapping[str, Article]
) -> Iterator[bool]:
    """Of each fact, whether one of the claims tells it."""
    said = [
        (claim, facts(claim.text, claim.language, articles[claim.quotes[0].article].day))
        for claim in claims
        if claim.quotes
    ]
    return (any(fact.told_by(claim, stated) for claim, stated in said) for fact in shared)
