"""The `summarize` command, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from summarize import __version__
from summarize.cli.batch import batch_group
from summarize.cli.check import check_command
from summarize.cli.editions import editions_group
from summarize.cli.evaluate import evaluate_command
from summarize.cli.models import models_command
from summarize.cli.prompts import prompts_group
from summarize.cli.read import read_command
from summarize.cli.render import render_command
from summarize.cli.reports import article, brief, daily
from summarize.cli.settings import settings_command
from summarize.cli.sources import sources_group
from summarize.cli.store import store_group
from summarize.cli.terminal import printable
from summarize.cli.why import why_command
from summarize.errors import SummarizeError

INTERRUPTED = 130


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`summarize COMMAND --help` shows the options and three examples of each command.",
)
@click.version_option(__version__, prog_name="summarize")
def summarize() -> None:
    """Make one cited page from a pile of news articles.

    Every sentence of the report points at the passage it came from. With no key and no network the
    built-in writer selects the sentences.

    \b
    Examples:
      summarize daily news/ -o brief.md
      summarize article story.html
      summarize brief papers/ -o brief.md -o brief.json
    """


for command in (
    daily, brief, article, read_command, check_command, models_command, prompts_group, store_group,
    why_command, evaluate_command, editions_group, render_command,
    settings_command,
    sources_group, batch_group,
):  # fmt: skip
    summarize.add_command(command)


def complaint(error: click.ClickException) -> str:
    """What is wrong with a command line, in one line: click would print four."""
    said = " ".join(error.format_message().split())
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{said.rstrip('.')} (see {context.command_path} --help)" if context else said


def bug_report(error: Exception) -> str:
    """An error that is our own fault, in one line: what, where in the program, what to do."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "nowhere"
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"this is a bug in summarize ({said}, {where}); please report it with the input"


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    try:
        # Standalone mode would print and exit by itself, differently for each kind of error.
        code = summarize.main(args, prog_name="summarize", standalone_mode=False)
    except SummarizeError as error:
        click.echo(f"Error: {printable(str(error))}", err=True)
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        click.echo(f"Error: {printable(complaint(error))}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Error: interrupted; nothing was written", err=True)
        # A plain return would wait for the worker thread, and end in a traceback when impatience
        # presses Ctrl-C again.
        sys.stderr.flush()
        os._exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - what nobody foresaw is one line too
        click.echo(f"Error: {printable(bug_report(error))}", err=True)
        return 1
    except SystemExit:
        return 0  # click gives up so where the reader of stdout has left
    return code if isinstance(code, int) else 0
