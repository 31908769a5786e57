"""What a report command does: read, run, write, and say what happened."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from summarize.claims import Kind, Report
from summarize.cli.output import Target, targets, write
from summarize.cli.prompt_options import given_to_run, in_use
from summarize.cli.talk import Talk
from summarize.errors import UsageError
from summarize.local.writer import Local
from summarize.pipeline import Options, run
from summarize.read import Pile, read
from summarize.report.desk import Printing
from summarize.report.walk import tally

if TYPE_CHECKING:
    from summarize.briefs.session import Session
    from summarize.templates.variables import Given

INCOMPLETE = 3


def make(kind: Kind, choices: Mapping[str, Any]) -> int:
    """Make a report of `kind` from the options of the command line; the exit code."""
    # What a run makes are trees: to look for cycles in them takes a tenth of its time.
    gc.set_threshold(200_000, 50, 50)
    talk = Talk(quiet=choices["quiet"], verbose=choices["verbose"])
    given = given_to_run(choices)
    if used := in_use(choices["config"].path, given.folders):
        talk.say(used)
    files: list[Target] = targets(choices["output"])
    options = _options(kind, choices, given)
    local = Local(choices["length"])
    session = None
    if choices["model"] != "local":
        session = _session(kind, choices, given, local, talk)
    with talk.progress() as progress:
        pile = read(
            choices["sources"],
            now=options.now,
            progress=lambda path: progress("reading", path),
        )
        progress("grouping", f"{len(pile.articles)} articles")
        talk.skipped(pile.skipped)
        talk.unread_fields(pile)
        if session is None:
            talk.languages(pile.articles, options.language)
    report = asyncio.run(_run(pile, session, local, options, talk))
    if session is not None and session.dry is not None:
        from summarize.cli.plan import show_plan

        show_plan(report, session, verbose=talk.verbose)
        return 0
    printing = Printing(choices["words"], choices["show_withheld"], given.folders, given.variables)
    write(report, files, printing)
    talk.used(report.method)
    talk.written(report, files)
    return INCOMPLETE if report.partial or tally(report).many_withheld else 0


def _options(kind: Kind, choices: Mapping[str, Any], given: Given) -> Options:
    config = choices["config"].path
    return Options(
        kind=kind,
        now=datetime.now().astimezone(),
        title=choices["title"],
        as_of=choices["as_of"],
        zone=_zone(choices["timezone"]),
        since=choices["since"],
        top=choices.get("top"),
        group=choices.get("group", "auto"),
        language=choices["language"],
        unsupported=choices["unsupported"],
        config=str(config) if config else None,
        folders=given.folders,
    )


def _session(
    kind: Kind, choices: Mapping[str, Any], given: Given, local: Local, talk: Talk
) -> Session:
    from summarize.briefs.session import Asked, open_session

    names = Asked.__dataclass_fields__
    asked = Asked(
        settings=choices["config"],
        name=choices["model"],
        overview=kind != "article",
        folders=given.folders,
        variables=given.variables,
        **{name: value for name, value in choices.items() if name in names},
    )
    # A dry run goes on with selected claims where it has no answers, whoever is to write them.
    fallback = choices["fallback"] == "local" or choices["dry_run"]
    return open_session(asked, local if fallback else None, talk.say)


async def _run(
    pile: Pile, session: Session | None, local: Local, options: Options, talk: Talk
) -> Report:
    with talk.progress() as progress:

        def told(stage: str, done: int, total: int) -> None:
            progress(stage, f"{done} of {total}")

        if session is None:
            return await run(pile.articles, pile.skipped, local, options, told)
        async with session:
            _stop_on_interrupt(session, talk)
            writer = await session.writer()
            return await run(pile.articles, pile.skipped, writer, options, told)


def _stop_on_interrupt(session: Session, talk: Talk) -> None:
    """Ctrl-C ends the asking; a second one ends the program, as it does without a model."""
    loop = asyncio.get_running_loop()

    def stop() -> None:
        talk.say("interrupted: waiting for what is in flight; Ctrl-C again stops at once")
        session.interrupt()

    def heard(_signal: int, _frame: object) -> None:
        # The second one must end a program whose event loop is busy: it is not left to the loop.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        loop.call_soon_threadsafe(stop)

    signal.signal(signal.SIGINT, heard)


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise UsageError(
            f"--timezone {name!r} is not known", hint="write it as Europe/Berlin or UTC"
        ) from None
