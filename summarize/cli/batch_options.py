"""`--batch`: what it asks for, and what is said where a run ends before its batches do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from summarize.errors import NoBatches, UsageError

if TYPE_CHECKING:
    from summarize.briefs.session import Session
    from summarize.cli.talk import Talk

batch = click.option(
    "--batch",
    is_flag=True,
    help="Ask through the Batch API of the server: half the price, and up to 24 hours for each "
    "step (articles, stories, overview). Ctrl-C leaves what is open, and the same command goes on "
    "with it: see `summarize batch`.",
)


def require_model(choices: Mapping[str, Any]) -> None:
    """Raise UsageError where batches are wanted and nobody is asked."""
    if choices["batch"] and choices["model"] == "local" and choices["judge"] is None:
        raise UsageError(
            "--batch: the built-in writer asks no model", hint="name one with -m, or leave it out"
        )


def left_open(sessions: Sequence[Session], talk: Talk) -> bool:
    """Whether batches of the run are still open: then there is no report yet, and this says so.

    Raises NoBatches where the server has no Batch API.
    """
    stopped = [one.nest.stopped for one in sessions]
    for reason in stopped:
        if reason is not None and isinstance(reason.because, NoBatches):
            raise reason.because
    sent = [one for session in sessions if session.batch for one in session.batch.open]
    if not sent:
        return False
    named = " and ".join(one.called for one in sent)
    are, answers = ("is", "its") if len(sent) == 1 else ("are", "their")
    talk.warn(
        f"no report yet: batch {named} {are} open; run the same command again to go on with "
        f"{answers} answers (`summarize batch list` shows how far it is, `summarize batch cancel` "
        "ends it)"
    )
    return True
