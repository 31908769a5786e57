"""Runs golden cases, each with a store of its own, so that none is answered from another's."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from summarize.briefs.session import Asked, open_session
from summarize.cases.case import Case
from summarize.cases.judging import Failure, Outcome, judge
from summarize.errors import OutputError, SummarizeError, UsageError
from summarize.models.choice import SCRIPTED
from summarize.pipeline import Options, run
from summarize.read import read
from summarize.settings import Settings
from summarize.templates import Folders, Prompts
from summarize.templates.variables import join_variables, refuse_unused

_HINT = "name another place with --record"


@dataclass(frozen=True)
class Setup:
    """What all cases are run with.

    `model` answers them; each has its recorded replies where it is None. `budget` is what all may
    cost together, in USD. Answers are added to the file `record`.
    """

    settings: Settings
    folders: Folders
    model: str | None = None
    base_url: str | None = None
    price: str | None = None
    budget: float | None = None
    record: Path | None = None


@dataclass(frozen=True)
class Result:
    """What came of a case. `error` says why it could not be run, `outcome` is None then."""

    case: Case
    outcome: Outcome | None
    failures: tuple[Failure, ...]
    seconds: float
    error: str | None = None

    @property
    def passed(self) -> bool:
        """Whether it was run, and all that it asserts is so."""
        return not self.failures and self.error is None


async def run_cases(
    cases: Sequence[Case],
    setup: Setup,
    say: Callable[[str], None],
    done: Callable[[Result], None] = lambda _result: None,
) -> list[Result]:
    """The results, one case after the other; `done` hears each at once.

    OutputError where `setup.record` cannot be written at first; from then on a case that cannot be
    run is a result.
    """
    if setup.record:
        _write(setup.record, "wb", b"")
    results: list[Result] = []
    for case in cases:
        result = await _result(case, setup, say)
        results.append(result)
        done(result)
        if setup.budget is not None and result.outcome is not None:
            left = setup.budget - (result.outcome.report.method.cost_usd or 0.0)
            setup = replace(setup, budget=max(left, 0.0))
    return results


async def _result(case: Case, setup: Setup, say: Callable[[str], None]) -> Result:
    started = time.perf_counter()
    try:
        with TemporaryDirectory(prefix="summarize-") as folder:
            outcome = await _outcome(case, setup, Path(folder), say)
    except SummarizeError as error:
        return Result(case, None, (), time.perf_counter() - started, str(error))
    seconds = time.perf_counter() - started
    return Result(case, outcome, tuple(judge(case.asserted, outcome)), seconds)


async def _outcome(case: Case, setup: Setup, folder: Path, say: Callable[[str], None]) -> Outcome:
    asked = _asked(case, setup, folder)
    refuse_unused(case.set, setup.folders)
    Prompts(asked.folders, asked.variables).try_all()
    now = datetime.now().astimezone()
    pile = read(case.sources, now=now)
    options = Options(
        kind=case.kind,
        now=now,
        group=case.group,
        language=case.language,
        folders=setup.folders,
    )
    # Nobody stands in for the model: what it does not write is not there to be judged.
    session = open_session(asked, None, say)
    try:
        async with session:
            writer = await session.writer()
            report = await run(pile.articles, pile.skipped, writer, options)
            return Outcome(report, dict(session.nest.unusable))
    finally:
        if setup.record and asked.record and asked.record.exists():
            _write(setup.record, "ab", asked.record.read_bytes())


def _asked(case: Case, setup: Setup, folder: Path) -> Asked:
    if setup.model is None and case.script is None:
        raise UsageError(f"{case.path} has no replies", hint="name them in it, or a model with -m")
    return Asked(
        settings=setup.settings,
        name=setup.model or f"{SCRIPTED}{case.script}",
        language=case.language,
        length=case.length,
        overview=case.kind != "article",
        base_url=setup.base_url,
        price=setup.price,
        budget=setup.budget,
        store=folder / "store.db",
        record=folder / "replies.jsonl" if setup.record else None,
        folders=setup.folders,
        variables=join_variables([], {**setup.settings.tables.get("vars", {}), **case.set}),
    )


def _write(path: Path, mode: str, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open(mode) as file:
            file.write(content)
    except OSError as error:
        raise OutputError(f"cannot write {str(path)!r}: {error.strerror}", hint=_HINT) from None
