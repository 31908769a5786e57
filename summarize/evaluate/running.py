"""Runs the variants, one after the other: the same pile, one store, one budget for all.

Nobody stands in for a model: what it does not write is not there to be counted. A variant that
cannot be run is an outcome like another, and the next one is run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

from summarize.briefs.plan import Plan, plan
from summarize.briefs.session import Asked, Session, open_session
from summarize.errors import NothingToRead, SummarizeError
from summarize.evaluate.variants import LOCAL, Variant
from summarize.local.writer import Local
from summarize.models.prices import cost
from summarize.models.request import Usage
from summarize.pipeline import Options, run
from summarize.read import Pile
from summarize.reported import Report, Tokens
from summarize.templates import Prompts
from summarize.templates.variables import unused_line, used_variables

INTERRUPTED = "not run: interrupted"


@dataclass(frozen=True)
class Outcome:
    """What came of a variant: its report, else why there is none (`error`).

    `tokens` and `cost_usd` are what it takes where nothing is in a store, `paid_usd` what was paid
    now; None where the price is not known. `plan` is that of a dry run, None for the built-in
    writer, which asks nobody.
    """

    variant: Variant
    report: Report | None = None
    error: str | None = None
    tokens: Tokens = field(default_factory=Tokens)
    cost_usd: float | None = 0.0
    paid_usd: float | None = 0.0
    plan: Plan | None = None


@dataclass
class Runs:
    """The variants of one evaluation, and what is open while they are run.

    `options` and `asked` are those of a normal run; prompts and model are put in for each variant.
    `say` hears what a line is of (a letter, or "Warning") and the line. `typed` are the variables
    that were given for these runs alone, not in the settings.
    """

    variants: Sequence[Variant]
    options: Options
    asked: Asked
    say: Callable[[str, str], None]
    typed: frozenset[str] = frozenset()
    interrupted: bool = False
    _opened: list[Session] = field(default_factory=list)

    @property
    def opened(self) -> Sequence[Session]:
        """The sessions with models."""
        return self._opened

    @property
    def asks(self) -> bool:
        """Whether any variant asks a model."""
        return any(variant.model != LOCAL for variant in self.variants)

    def interrupt(self) -> None:
        """Ask no more."""
        self.interrupted = True
        for session in self._opened:
            session.interrupt()

    async def run(
        self, pile: Pile, progress: Callable[[Variant, str, int, int], None]
    ) -> list[Outcome]:
        """An outcome for each variant.

        UsageError where a variable is used by none of them, NothingToRead where no article is
        covered.
        """
        async with AsyncExitStack() as stack:
            sessions = {v.letter: await self._open(v, stack) for v in self.variants}
            self._refuse_unused(sessions)
            return [
                await self._outcome(variant, sessions[variant.letter], pile, progress)
                for variant in self.variants
            ]

    async def _open(self, variant: Variant, stack: AsyncExitStack) -> Session | str | None:
        """The session of a variant, why there can be none, or None where it asks nobody.

        All are open before any is run, so that what one has paid since then is fresh for the next.
        """
        if variant.model == LOCAL:
            return None
        asked = replace(self.asked, name=variant.model, folders=variant.folders)
        behind = Local(asked.length) if asked.dry_run else None
        beside = self._opened[-1] if self._opened else None
        try:
            Prompts(asked.folders, asked.variables).try_all()
            session = open_session(
                asked, behind, lambda line: self.say(variant.letter, line), beside
            )
        except SummarizeError as error:
            return str(error)
        self._opened.append(await stack.enter_async_context(session))
        return session

    def _refuse_unused(self, sessions: Mapping[str, Session | str | None]) -> None:
        """A variable has to be of use to one variant only; a broken one may be that one.

        One of the settings is only warned of.
        """
        if not self.asked.variables or any(isinstance(one, str) for one in sessions.values()):
            return
        used = {name for one in self.variants for name in used_variables(one.folders)}
        asked = self.asked
        if line := unused_line(asked.variables, self.typed, used, asked.settings.path):
            self.say("Warning", line)

    async def _outcome(
        self,
        variant: Variant,
        session: Session | str | None,
        pile: Pile,
        progress: Callable[[Variant, str, int, int], None],
    ) -> Outcome:
        if isinstance(session, str):
            return Outcome(variant, error=session)
        if self.interrupted:
            return Outcome(variant, error=INTERRUPTED)
        options = replace(self.options, folders=variant.folders)
        try:
            report = await run(
                pile.articles,
                pile.skipped,
                await session.writer() if session else Local(self.asked.length),
                options,
                lambda *where: progress(variant, *where),
            )
        except NothingToRead:
            raise  # it is so for all of them
        except SummarizeError as error:
            return Outcome(variant, error=str(error))
        if session is None:
            return Outcome(variant, report)
        if session.dry is not None:
            self._without_shared(session)
            return Outcome(variant, report, plan=plan(report, session))
        return _accounted(variant, report, session)

    def _without_shared(self, session: Session) -> None:
        """Take what an earlier variant asks already out of a plan: it is not paid twice."""
        dry = session.dry
        for earlier in self._opened[: self._opened.index(session)]:
            other = earlier.dry
            if dry and other and (other.endpoint, other.model) == (dry.endpoint, dry.model):
                dry.planned = {k: v for k, v in dry.planned.items() if k not in other.planned}


def _accounted(variant: Variant, report: Report, session: Session) -> Outcome:
    saved, method = session.nest.saved, report.method
    tokens = method.tokens + Tokens(saved.input, saved.cached, saved.output)
    worth = cost(saved, session.price) if session.price else None
    if saved == Usage():
        worth = 0.0
    known = worth is not None and method.cost_usd is not None
    return Outcome(
        variant,
        report,
        _nothing_written(report),
        tokens,
        (worth or 0.0) + (method.cost_usd or 0.0) if known else None,
        method.cost_usd,
    )


def _nothing_written(report: Report) -> str | None:
    """Why there is nothing in a report, if there is nothing."""
    if not report.missing or any(story.brief.claims for story in report.stories):
        return None
    return report.missing[0]
