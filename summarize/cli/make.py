"""What a report command does: read, run, write, and say what happened."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from summarize.chosen import coverage
from summarize.cli.batch_options import left_open, require_model
from summarize.cli.gathering import files_of, gathered, since_of, wanted_sources, with_sources
from summarize.cli.keeping import Book, open_book
from summarize.cli.notices import unfilled_fields, unsettled, without_effect
from summarize.cli.on_options import on_cluster, require_engine
from summarize.cli.output import Target, targets, write
from summarize.cli.printing import printing_of
from summarize.cli.prompt_options import given_to_run, in_use
from summarize.cli.talk import Talk
from summarize.filters import filters
from summarize.local.writer import Local
from summarize.outlets import outlets_of
from summarize.pipeline import Options, run
from summarize.read import Pile
from summarize.report.desk import Printing
from summarize.report.walk import tally
from summarize.reported import Header, Kind, Report

if TYPE_CHECKING:
    from summarize.briefs.second import Second
    from summarize.briefs.session import Asked, Session
    from summarize.sources.source import Source
    from summarize.templates.variables import Given

INCOMPLETE = 3


class Interruptible(Protocol):
    """What is told of a Ctrl-C."""

    def interrupt(self) -> None:
        """Ask no more."""
        ...


@dataclass(frozen=True)
class _Models:
    """The model that writes and the one that judges, where there are such."""

    session: Session | None
    second: Second | None

    @property
    def opened(self) -> Sequence[Session]:
        both = (self.session, self.second.session if self.second else None)
        return [one for one in both if one is not None]


def make(kind: Kind, choices: Mapping[str, Any]) -> int:
    """Make a report of `kind` from the options of the command line; the exit code."""
    # What a run makes are trees: to look for cycles in them takes a tenth of its time.
    gc.set_threshold(200_000, 50, 50)
    talk = Talk(quiet=choices["quiet"], verbose=choices["verbose"])
    given = given_to_run(choices)
    _say_of_options(choices, given, talk)
    asked = _asked(kind, choices, given, talk)
    require_engine(choices)
    numbered = kind == "daily" and not choices["no_history"]
    inputs = files_of(wanted := wanted_sources(kind, choices))
    files = targets(choices["output"], inputs, numbered=numbered)
    printing = printing_of(choices, given)
    options = _options(kind, choices, given)
    local = Local(choices["length"])
    with ExitStack() as opened:
        book = open_book(kind, choices, talk, opened)
        models = _models(asked, choices, local, talk)
        if book.trouble is not None and not any(one.unkept for one in models.opened):
            talk.warn(f"the report has no number, and is not compared: {book.trouble}")
        ready = _read(wanted, choices, book, options)
        if models.session is None:
            talk.languages(ready.pile.articles, options.language)
        report = asyncio.run(_run(ready, models, local, choices, talk))
        if not _ended(models.opened, talk):
            return INCOMPLETE
        if choices["dry_run"]:
            _show_plan(report, models, talk)
            return 0
        names = dict.fromkeys(one.choice.name for one in models.opened if one.asker)
        talk.used(report.method, list(names))
        _deliver(report, files, printing, inputs, book)
    due = report.partial or tally(report).many_withheld or ready.options.sourcing.unreached
    return INCOMPLETE if due else 0


def _deliver(
    report: Report, files: Sequence[Target], printing: Printing, sources: Sequence[str], book: Book
) -> None:
    """Write the report, and keep it as an edition where that ends well."""
    strangers: set[Path] = set()

    def put(made: Report) -> None:
        placed = [target for target in files if not target.is_stdout]
        strangers.update(write(made, placed, printing, sources))

    def show(made: Report) -> None:
        write(made, [target for target in files if target.is_stdout], printing)

    made = book.deliver(report, put, show)
    book.talk.written(made, files, strangers)


@dataclass(frozen=True)
class _Ready:
    """What was read, and the options as they are with it."""

    pile: Pile
    options: Options


def _read(
    wanted: Sequence[Source], choices: Mapping[str, Any], book: Book, options: Options
) -> _Ready:
    since_then, since = since_of(choices, book, options.now)
    found = gathered(wanted, choices, since, options.now, book.talk)
    book.talk.unread_fields(found.pile)
    options = with_sources(replace(options, since=since_then), found, choices)
    if not found.pile.articles:
        return _Ready(found.pile, options)
    covered = coverage(found.pile.articles, options)
    for rule in options.filters.unmatched(found.pile.articles):
        book.talk.warn(f"no article matches {rule}")
    if choices["dry_run"] or choices["verbose"]:
        book.talk.left_out(covered.left_out)
    return _Ready(found.pile, replace(options, previous=book.previous(covered.as_of)))


def _say_of_options(choices: Mapping[str, Any], given: Given, talk: Talk) -> None:
    notices = (
        in_use(choices["config"].path, given.folders),
        given.unused,
        unsettled(choices["model"], choices.get("group")),
    )
    for line in filter(None, notices):
        talk.say(line)


def _show_plan(report: Report, models: _Models, talk: Talk) -> None:
    from summarize.cli.plan import show_plan

    second = models.second.session if models.second else None
    show_plan(report, models.session, second, verbose=talk.verbose)


def _options(kind: Kind, choices: Mapping[str, Any], given: Given) -> Options:
    config = choices["config"].path
    return Options(
        kind=kind,
        now=datetime.now().astimezone(),
        title=choices["title"],
        as_of=choices["as_of"],
        zone=choices["timezone"],
        undated=choices["undated"],
        filters=filters(choices["only"], choices["exclude"]),
        top=choices.get("top"),
        group=choices.get("group", "auto"),
        language=choices["language"],
        unsupported=choices["unsupported"],
        config=str(config) if config else None,
        folders=given.folders,
        outlets=outlets_of(choices["config"]),
        header=Header(**choices["config"].tables.get("report", {})),
    )


def _asked(kind: Kind, choices: Mapping[str, Any], given: Given, talk: Talk) -> Asked | None:
    """What is asked of models; None where none is named, and what that leaves without effect."""
    require_model(choices)
    if choices["model"] == "local" and (unfilled := unfilled_fields(kind, given.folders)):
        talk.say(unfilled)
    if choices["model"] == "local" and choices["judge"] is None:
        for line in without_effect(click.get_current_context(), kind):
            talk.say(line)
        return None
    from summarize.briefs.session import Asked

    names = Asked.__dataclass_fields__
    return Asked(
        settings=choices["config"],
        name=choices["model"],
        overview=kind != "article",
        folders=given.folders,
        variables=given.variables,
        **{name: value for name, value in choices.items() if name in names},
    )


def _models(asked: Asked | None, choices: Mapping[str, Any], local: Local, talk: Talk) -> _Models:
    session = second = None
    if asked is not None and asked.name != "local":
        from summarize.briefs.session import open_session

        # A dry run goes on with selected claims where it has no answers, whoever is to write them.
        fallback = choices["fallback"] == "local" or asked.dry_run
        session = open_session(asked, local if fallback else None, talk.say)
    if asked is not None and choices["judge"] is not None:
        from summarize.briefs.second import open_second

        second = open_second(asked, choices["judge"], session, talk.say)
    models = _Models(session, second)
    for one in models.opened:
        if one.unkept is not None:
            talk.warn(f"answers are not kept, and are paid again next time: {one.unkept}")
    return models


def _ended(sessions: Sequence[Session], talk: Talk) -> bool:
    """Whether there is a report now; what was not kept, or is open, is said."""
    if sessions:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    warn_unkept(sessions, talk)
    return not left_open(sessions, talk)


def warn_unkept(sessions: Sequence[Session], talk: Talk) -> None:
    """Say why answers were not kept, where they were not."""
    for why in dict.fromkeys(one.nest.trouble for one in sessions):
        if why is not None:
            talk.warn(f"not all answers were kept; those are paid again next time: {why}")


async def _run(
    ready: _Ready, models: _Models, local: Local, choices: Mapping[str, Any], talk: Talk
) -> Report:
    pile = ready.pile
    with talk.progress() as progress:

        def told(stage: str, done: int, total: int) -> None:
            progress(stage, f"{done} of {total}")

        async with AsyncExitStack() as opened:
            for session in models.opened:
                await opened.enter_async_context(session)
            if models.opened:
                stop_on_interrupt(models.opened, talk)
            writer = await models.session.writer() if models.session else local
            # Its end comes before the report is written: Ray may print while it runs.
            engine = on_cluster(choices, models.session, opened)
            options = replace(ready.options, engine=engine)
            return await run(pile.articles, pile.skipped, writer, options, told, models.second)


def stop_on_interrupt(sessions: Sequence[Interruptible], talk: Talk) -> None:
    """Ctrl-C ends the asking; a second one ends the program, as it does without a model."""
    loop = asyncio.get_running_loop()

    def stop() -> None:
        talk.say("interrupted: waiting for what is in flight; Ctrl-C again stops at once")
        for session in sessions:
            session.interrupt()

    def heard(_signal: int, _frame: object) -> None:
        # The second one must end a program whose event loop is busy: it is not left to the loop.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        loop.call_soon_threadsafe(stop)

    signal.signal(signal.SIGINT, heard)
