"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from summarize.settings import load

F = TypeVar("F", bound=Callable[..., Any])

LANGUAGES = ("en", "fr", "es")  # those with a catalogue in prompts/report/labels


class Day(click.ParamType[date]):
    """An ISO date."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The date; a usage error where it is none."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2026-03-10", param, ctx)


def _settings(ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """Read the settings before the other options ask for their defaults."""
    settings = load(value)
    names = {param.name for param in ctx.command.params}
    ctx.default_map = {name: v for name, v in settings.values.items() if name in names}
    return settings.path


def option(*names: str, **keywords: Any) -> Callable[[F], F]:
    """An option that the environment can set too: `--title` as SUMMARIZE_TITLE."""
    long = next(name for name in names if name.startswith("--"))
    envvar = "SUMMARIZE_" + long.removeprefix("--").replace("-", "_").upper()
    return click.option(*names, envvar=envvar, **keywords)


sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
config = option(
    "--config",
    type=click.Path(path_type=Path),
    is_eager=True,
    callback=_settings,
    help="Settings file (default: summarize.toml here, else in your config folder).",
)
output = option(
    "-o",
    "--output",
    multiple=True,
    type=click.Path(),
    metavar="FILE",
    help="Where to write, by ending: .md or .json; repeatable. {date} and {series} are filled in. "
    "Default: Markdown on stdout.",
)
title = option("--title", help="Title of the report.")
as_of = option("--date", "as_of", type=Day(), metavar="DATE", help="As-of date of the report.")
timezone = option(
    "--timezone", metavar="ZONE", help="Time zone that decides the day, such as Europe/Berlin."
)
since = option(
    "--since",
    metavar="DATE|Nd",
    help="Cover what was published since a date, or in the last N days. Undated articles stay.",
)
top = option(
    "--top", type=click.IntRange(min=1), metavar="N", help="Tell the first N stories only."
)
length = option(
    "--length",
    type=click.IntRange(min=10),
    default=120,
    show_default=True,
    metavar="WORDS",
    help="Words of the brief of a story or an article; of a long one with headings, at least a "
    "sentence of each section.",
)
words = option(
    "--words",
    type=click.IntRange(min=50),
    default=1_500,
    show_default=True,
    metavar="N",
    help="Words of the printed body. The JSON keeps all.",
)
group = option(
    "--group",
    type=click.Choice(["auto", "one", "each"]),
    default="auto",
    show_default=True,
    help="Find the stories, make one of all, or one of each article.",
)
language = option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of the labels. The built-in writer does not translate.",
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
verbose = click.option("-v", "--verbose", is_flag=True, help="Say more of what is done.")


def options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Several options, in the order in which the help shows them."""

    def apply(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return apply
