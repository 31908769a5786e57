"""The model-backed writer behind the seam.

What the model could not write, the writer behind it (`behind`) writes, marked with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from summarize.article import Article, Quote
from summarize.briefs.article import Task, note_article, sections
from summarize.briefs.asking import Asker
from summarize.briefs.evidence import one_line
from summarize.briefs.evidence import statement_quotes as quotes_of
from summarize.briefs.fields import unfit_lines
from summarize.briefs.missed import Missed, What, by_cause, in_order, in_short, root, whole
from summarize.briefs.noted import Noted
from summarize.briefs.overview import Headed, expected, note_overview
from summarize.briefs.pair import TEMPLATE as PAIR
from summarize.briefs.pair import note_pairs
from summarize.briefs.repair import nearest, repaired
from summarize.briefs.replies import Notes, Unfit
from summarize.briefs.story import headline, note_story
from summarize.claims import (
    Brief,
    Call,
    Claim,
    Finding,
    Overview,
    StoryBrief,
    Writer,
    claims_in,
)
from summarize.errors import ModelError, PromptCut, TooLong
from summarize.models.request import Usage
from summarize.stories.doubtful import Pair, Settled
from summarize.stories.story import Story
from summarize.templates.known import WRITING
from summarize.text.dates import named_days
from summarize.writer import Account, BriefWriter


class Written:
    """Writes with a model; `used` tells what that has cost so far.

    `in_order` asks for stories in the order of the report, as under a budget. Otherwise the calls
    behind which most others wait go first: those of the longest articles. `reserve` is told what
    the overview will take, before anything is asked.

    A story of one origin is its article's brief, promoted by code, and still has every field that
    the template of stories adds: such an article is asked for its own added fields and for theirs
    in one call. Of two of one name, it is the story's.
    """

    def __init__(
        self,
        asker: Asker,
        name: str,
        behind: BriefWriter | None,
        *,
        used: Callable[[], Account] = Account,
        in_order: bool = False,
        reserve: Callable[[Usage], None] | None = None,
    ) -> None:
        self._asker = asker
        self._name = name
        self._behind = behind
        self._used = used
        self._in_order = in_order
        self._reserve = reserve
        self._place: dict[str, int] = {}
        self._articles: dict[str, Article] = {}
        self._stories: dict[str, Story] = {}
        self._uncited: dict[str, tuple[Quote, ...]] = {}
        self._alone: set[str] = set()
        self._missed: list[Missed] = []
        self._unfit: list[tuple[str, Unfit]] = []
        self._wrote = False
        self._headed = False
        self._asked_pairs = False
        self._repairs: dict[str, set[Call]] = {}
        self._window_told = False
        self.notices: list[str] = []

    @property
    def writer(self) -> Writer:
        """The model; whoever stood in for it, and why, where it was to write and wrote nothing."""
        if self._wrote or not self._missed:
            return self._model
        stood_in = self._behind.writer if self._behind else self._model
        return replace(stood_in, why=in_short(self._missed, self._name))

    @property
    def _model(self) -> Writer:
        return Writer("model", self._name)

    @property
    def account(self) -> Account:
        """What was used, and a line for each cause for which the model did not write something."""
        told = (replace(m, what="alone") if m.article in self._alone else m for m in self._missed)
        missed = in_order(told, self._place)  # an article may have joined a story after its brief
        return replace(
            self._used(),
            templates=self._asker.prompts.hashes(
                (*WRITING, PAIR) if self._asked_pairs else WRITING
            ),
            context=self._asker.window.context,
            missing=by_cause(
                missed,
                whole(self._stories.values(), headed=self._headed),
                stood_in=self._behind is not None,
            ),
            unfit=unfit_lines(sorted(self._unfit, key=lambda one: one[0])),
            repairs={
                id_: tuple(sorted(self._repairs[id_], key=lambda call: call.request))
                for id_ in sorted(self._repairs)
            },
        )

    @property
    def noted(self) -> Noted:
        """What it remembers, to be told to the writer of the whole report."""
        lists = tuple(self._missed), tuple(self._unfit), tuple(self.notices)
        return Noted(*lists, self._wrote, {id_: set(has) for id_, has in self._repairs.items()})

    def note(self, noted: Noted) -> None:
        """Remember what another writer of the same report did, which wrote a part of it."""
        self._missed += noted.missed
        self._unfit += noted.unfit
        for id_, calls in noted.repairs.items():
            self._repairs.setdefault(id_, set()).update(calls)
        self._wrote = self._wrote or noted.wrote
        self.notices += (line for line in noted.notices if line not in self.notices)

    def begin(self, stories: Sequence[Story], first: int = 0) -> None:
        """Learn the order of the report, from its place `first` on, and the articles behind it."""
        self._stories.clear()
        self._alone.clear()
        for number, story in enumerate(stories, first):
            self._place[story.id] = number
            self._stories[story.id] = story
            for article in story.articles:
                self._place[article.id] = number
                self._articles[article.id] = article
            if len(story.origins) == 1:
                self._alone.add(story.leads[0].id)
        if self._reserve is not None:
            self._reserve(expected(self._asker, stories))

    async def settle(self, pairs: Sequence[Pair]) -> Settled:
        """Whether the two articles of a pair tell one event."""
        self._asked_pairs = bool(pairs)
        found = await note_pairs(self._asker, pairs)
        for error in found.failed:
            self._miss("pair", "a doubtful pair", error)
        return found.settled

    async def article(self, article: Article, also: Sequence[Quote] = ()) -> Brief:
        """A brief of one article, and of what only other carriers of its text say."""
        title = f"article “{one_line(article.title)}”"
        task = Task(article, tuple(also), self._priority(article), self._behind)
        try:
            found = await note_article(self._asker.of_article(article.id in self._alone), task)
        except ModelError as error:
            self._miss("article", f"the brief of {title}", error, article.id)
            if self._behind is None:
                return Brief(article.id, self._instead(error), article.title, None, ())
            return replace(await self._behind.article(article), writer=self._instead(error))
        writer = self._model
        if found.failed:
            writer = self._in_part(f"a part of {title}", found.failed[0])
        notes = self._noted(found.notes)
        self._note_fields(title, notes, task.quotes)
        self._remember_uncited(notes.claims, task.quotes)
        return Brief(
            article=article.id,
            writer=writer,
            headline=article.title,
            bottom_line=notes.bottom_line,
            claims=notes.claims,
            who=notes.who,
            where=notes.where,
            when=named_days(((c.text, c.language) for c in notes.claims), article.day),
            quotations=notes.quotations,
            sections=sections(article, notes.claims),
            calls=notes.calls,
            extra=notes.extra,
        )

    async def story(self, story: Story, briefs: Sequence[Brief]) -> StoryBrief:
        """A brief across the origins of a story."""
        title = f"story “{one_line(story.leads[0].title)}”"
        try:
            found = await note_story(self._asker, story, briefs, self._priority(story))
        except ModelError as error:
            self._miss("story", title, error)
            if self._behind is None:
                first = story.leads[0].title
                return StoryBrief(story.id, self._instead(error), first, None, ())
            brief = await self._behind.story(story, briefs)
            return replace(brief, writer=self._instead(error))
        notes, writer = self._noted(found.notes), self._model
        if found.failed:
            writer = self._in_part(f"a part of {title}", found.failed[0])
        shown = [quote for lead in story.leads for quote in quotes_of(lead)]
        self._note_fields(title, notes, shown)
        self._remember_uncited(notes.claims, shown)
        return StoryBrief(
            story=story.id,
            writer=writer,
            headline=headline(story, notes, self._articles),
            bottom_line=notes.bottom_line,
            claims=notes.claims,
            who=notes.who,
            where=notes.where,
            quotations=notes.quotations,
            timeline=notes.events,
            differ=notes.differ,
            mode=found.mode,
            calls=notes.calls,
            extra=notes.extra,
        )

    async def overview(self, stories: Sequence[StoryBrief]) -> Overview:
        """The head of the report. Nothing is asked where no story has a claim to show."""
        self._headed = True
        if not any(story.claims for story in stories):
            return Overview(self.writer)
        try:
            found = await note_overview(self._asker, stories, self._articles, self._stories)
        except ModelError as error:
            self._miss("overview", "the overview", error)
            if self._behind is None:
                return Overview(self._instead(error))
            return replace(await self._behind.overview(stories), writer=self._instead(error))
        if found.seen < len(stories):
            self.notices.append(
                f"the overview was made from the first {found.seen} of {len(stories)} stories: "
                "more do not fit the model's context"
            )
        self._wrote = True
        self._note_fields("the overview", found, [])
        return Overview(
            writer=self._model,
            bottom_line=found.bottom_line,
            highlights=found.highlights,
            gaps=found.gaps,
            calls=found.calls,
            extra=found.extra,
        )

    async def repair(self, claim: Claim, findings: Sequence[Finding]) -> Claim | None:
        """A claim that its passages support; None where there is none, or nobody to ask."""
        passages = claim.quotes or nearest(claim, self._uncited.get(claim.id, ()))
        if not passages:
            return None
        try:
            found = await repaired(self._asker, claim, findings, passages)
        except ModelError as error:
            self._miss("repair", "the repair of a claim", error)
            return None
        for one in filter(None, (claim, found.claim)):
            self._repairs.setdefault(one.id, set()).add(found.call)
        return found.claim

    def _note_fields(self, of: str, notes: Notes | Headed, shown: Sequence[Quote]) -> None:
        self._unfit += ((of, one) for one in notes.unfit)
        self._remember_uncited(claims_in(notes.extra), shown)

    def _noted(self, notes: Notes) -> Notes:
        self._wrote = self._wrote or bool(notes.calls)
        return notes

    def _instead(self, error: ModelError) -> Writer:
        stood_in = self._behind.writer if self._behind else self._model
        return replace(stood_in, why=root(error).what)

    def _in_part(self, what: str, error: ModelError) -> Writer:
        self._miss("part", what, error)
        return replace(self._model, why=f"a part was not written by the model: {root(error).what}")

    def _miss(self, what: What, name: str, error: ModelError, article: str | None = None) -> None:
        self._missed.append(Missed(what, name, error, article))
        if isinstance(error, TooLong | PromptCut) and not self._window_told:
            self._window_told = True
            self.notices.append(str(error))  # with what to do, which the report does not say

    def _priority(self, one: Article | Story) -> float:
        if self._in_order:
            return float(self._place.get(one.id, 0))
        # Behind an article waits its story, behind a long one also its merge.
        return -float(len(one.text)) if isinstance(one, Article) else 0.0

    def _remember_uncited(self, claims: Sequence[Claim], shown: Sequence[Quote]) -> None:
        for claim in claims:
            if not claim.quotes:
                self._uncited[claim.id] = tuple(shown)
