"""What a report command does: read, run, write, and say what happened."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from summarize.claims import Kind
from summarize.cli.output import Target, targets, write
from summarize.cli.talk import Talk
from summarize.errors import UsageError
from summarize.local.writer import Local
from summarize.pipeline import Options, run
from summarize.read import read


def make(kind: Kind, choices: Mapping[str, Any]) -> None:
    """Make a report of `kind` from the options of the command line."""
    # What a run makes are trees: to look for cycles in them takes a tenth of its time.
    gc.set_threshold(200_000, 50, 50)
    talk = Talk(quiet=choices["quiet"], verbose=choices["verbose"])
    files: list[Target] = targets(choices["output"])
    now = datetime.now().astimezone()
    options = Options(
        kind=kind,
        now=now,
        title=choices["title"],
        as_of=choices["as_of"],
        zone=_zone(choices["timezone"]),
        since=choices["since"],
        top=choices.get("top"),
        group=choices.get("group", "auto"),
        language=choices["language"],
        config=str(choices["config"]) if choices["config"] else None,
    )
    with talk.progress() as progress:
        pile = read(
            choices["sources"],
            now=now,
            progress=lambda path: progress("reading", path),
        )
        progress("grouping", f"{len(pile.articles)} articles")
        talk.skipped(pile.skipped)
        talk.unread_fields(pile)
        talk.languages(pile.articles, options.language)
        report = asyncio.run(
            run(
                pile.articles,
                pile.skipped,
                Local(choices["length"]),
                options,
                lambda stage, done, total: progress(stage, f"{done} of {total}"),
            )
        )
    write(report, files, words=choices["words"])
    talk.written(report, files)


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise UsageError(
            f"--timezone {name!r} is not known", hint="write it as Europe/Berlin or UTC"
        ) from None
