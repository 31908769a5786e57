"""`summarize store`: what is kept of models' answers, and getting rid of it.

Editions stand in the same file; `summarize editions` is about them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import options as given

if TYPE_CHECKING:
    from summarize.store import Store, StoredKind, StoreInfo
    from summarize.stored import Place


class Age(click.ParamType[timedelta]):
    """A number of days, as `30d`."""

    name = "age"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        """The time; a usage error where it is none."""
        match = re.fullmatch(r"(\d{1,5})d", str(value))
        if match is None:
            self.fail(f"{value!r} is no number of days; write it as 30d", param, ctx)
        return timedelta(days=int(match[1]))


@click.group("store", short_help="What is kept of models' answers, and getting rid of it.")
def store_group() -> None:
    """Look at the answers that models gave, which are kept so that none is paid twice.

    \b
    Examples:
      summarize store info
      summarize store prune --older-than 30d
      summarize store clear --yes
    """


@store_group.command("info", short_help="Where answers are kept, how many, and what they cost.")
@given.config
@given.store
def info_command(config: Path | None, store: Place | None) -> None:  # noqa: ARG001
    """Show where answers are kept, how many there are by model and template, and their cost.

    \b
    Examples:
      summarize store info
      summarize store info --store team.db
      summarize store info --config desk.toml
    """
    _tell(store, lambda opened: _shown(opened.info()))


@store_group.command("prune", short_help="Remove answers that were not used for some time.")
@given.config
@given.store
@click.option(
    "--older-than", type=Age(), required=True, metavar="Nd", help="Not used for N days or more."
)
def prune_command(
    config: Path | None,  # noqa: ARG001
    store: Place | None,
    older_than: timedelta,
) -> None:
    """Remove the answers that were not used for some days; asked again, they are paid again.

    \b
    Examples:
      summarize store prune --older-than 30d
      summarize store prune --older-than 7d --store team.db
      summarize store prune --older-than 365d
    """
    _tell(store, lambda opened: _removed(opened.prune(older_than)))


@store_group.command("clear", short_help="Remove all answers.")
@given.config
@given.store
@click.option("--yes", is_flag=True, help="Really do it.")
def clear_command(
    config: Path | None,  # noqa: ARG001
    store: Place | None,
    yes: bool,
) -> None:
    """Remove all answers, and what was learned about servers. What was spent stays counted.

    \b
    Examples:
      summarize store clear --yes
      summarize store clear --yes --store team.db
      summarize store clear --yes --config desk.toml
    """
    from summarize.errors import UsageError

    if not yes:
        raise UsageError("every answer that was paid would be removed", hint="say so with --yes")
    _tell(store, lambda opened: _removed(opened.clear()))


def _tell(path: Place | None, done: Callable[[Store], str]) -> None:
    """Print what was done with the store. Where there is none, none is made."""
    from summarize.cli.kept import kept_at
    from summarize.cli.terminal import to_stdout

    store = kept_at(path)
    if store is not None:
        with store:
            to_stdout(done(store))


def _removed(answers: int) -> str:
    from summarize.cli.terminal import counted

    return f"{counted(answers, 'answer', 'answers')} removed\n"


def _shown(info: StoreInfo) -> str:
    from summarize.cli.terminal import printable

    lines = [
        f"store    {info.where}",
        f"size     {info.bytes / 1e6:.1f} MB",
        f"answers  {info.answers}",
        f"editions {info.editions}",
    ]
    if info.oldest and info.newest:
        lines.append(f"from     {info.oldest.date()} to {info.newest.date()}")
    lines += map(_kind, info.kinds)
    return "".join(f"{printable(line)}\n" for line in lines)


def _kind(kind: StoredKind) -> str:
    from summarize.cli.terminal import counted

    cost = "cost not known" if kind.cost_usd is None else f"{kind.cost_usd:.4f} USD"
    return (
        f"  {kind.model}, {kind.template}: {counted(kind.answers, 'answer', 'answers')}, "
        f"{kind.input} tokens in ({kind.cached} cached), {kind.output} out, {cost}"
    )
