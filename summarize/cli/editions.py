"""`summarize editions`: the reports that `daily` has kept, and what changed between them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from summarize.cli import options as given
from summarize.cli import printed_options

if TYPE_CHECKING:
    from summarize.history import History
    from summarize.stored import Place

_COMMON = given.options(given.series, given.store, given.config)
_number = click.argument("number", metavar="N")


@click.group("editions", short_help="The daily briefs that were kept, and what changed.")
def editions_group() -> None:
    """Look at the editions of a series: `summarize daily` keeps each report that it has written.

    N is the number of an edition, as 4, or 4.1 for its first revision. 4 alone means the newest
    revision that is complete, 4.0 what was made first.

    \b
    Examples:
      summarize editions list
      summarize editions show 4 -o no-4.md
      summarize editions diff 3 4
    """


@editions_group.command("list", short_help="Which editions there are.")
@_COMMON
def list_command(**choices: Any) -> None:
    """List the editions of a series, the newest last.

    \b
    Examples:
      summarize editions list
      summarize editions list --series desk
      summarize editions list --store team.db
    """
    from summarize.cli.editions_shown import listed

    _with_history(choices, listed)


@editions_group.command("show", short_help="Print an edition again.")
@_number
@given.output
@printed_options.words
@printed_options.show_withheld
@_COMMON
def show_command(number: str, **choices: Any) -> None:
    """Print the Markdown of an edition again, or write it to files.

    \b
    Examples:
      summarize editions show 4
      summarize editions show 4.1 -o no-4.1.md -o no-4.1.json
      summarize editions show 4 --series desk --words 500
    """
    from summarize.cli.output import targets, write
    from summarize.report.desk import Printing

    files = targets(choices["output"], numbered=True)
    printing = Printing(choices["words"], choices["show_withheld"])

    def show(history: History) -> str:
        write(history.one(number), files, printing)
        return ""

    _with_history(choices, show)


@editions_group.command("diff", short_help="What changed from one edition to another.")
@click.argument("earlier", metavar="A")
@click.argument("later", metavar="B")
@_COMMON
def diff_command(earlier: str, later: str, **choices: Any) -> None:
    """Print what changed from edition A to edition B, by what their articles say.

    \b
    Examples:
      summarize editions diff 3 4
      summarize editions diff 1 4 --series desk
      summarize editions diff 4 4.1
    """
    from summarize.cli.editions_shown import differing

    _with_history(choices, lambda history: differing(history.one(earlier), history.one(later)))


@editions_group.command("delete", short_help="Remove an edition.")
@_number
@click.option("--yes", is_flag=True, help="Do not ask.")
@_COMMON
def delete_command(number: str, yes: bool, **choices: Any) -> None:
    """Remove an edition with all its revisions, or one revision. Files are not touched.

    \b
    Examples:
      summarize editions delete 4
      summarize editions delete 4.1 --yes
      summarize editions delete 4 --series desk
    """
    from summarize.cli.editions_shown import numbers
    from summarize.errors import UsageError

    def delete(history: History) -> str:
        found = history.named(number)
        which = f"{numbers(found)} of series {history.series}"
        if not yes:
            if not is_terminal():
                raise UsageError(f"{which} would be removed", hint="say so with --yes")
            if not click.confirm(f"remove {which}?", err=True):
                return "nothing was removed\n"
        for one in found:
            history.delete(one.numbered)
        return f"removed {which}\n"

    _with_history(choices, delete)


def is_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty()


def _with_history(choices: dict[str, Any], done: Callable[[History], str]) -> None:
    """Print what is to be said of a series. Where there is no store, none is made."""
    from summarize.cli.terminal import to_stdout
    from summarize.errors import UsageError
    from summarize.history import History
    from summarize.store import Store

    where: Place = choices["store"] or Store.default_path()
    if not Store.exists(where):
        raise UsageError(f"no edition is kept: there is no store at {str(where)!r}")
    with Store.open(where) as store:
        said = done(History(store, choices["series"]))
    if said:
        to_stdout(said)
