"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from summarize.cli.settable import Settable
from summarize.cli.values import Amount, Day, OneOf, Series, Since, StorePlace, Zone

if TYPE_CHECKING:
    from summarize.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])

# Those with a catalogue in prompts/report/labels.
LANGUAGES = ("en", "fr", "es", "de", "ar", "zh", "vi")


def _settings(ctx: click.Context, _param: click.Parameter, value: Path | None) -> Settings:
    """Read the settings before the other options ask for their defaults."""
    from summarize.settings import load

    settings = load(value)
    names = {param.name for param in ctx.command.params}
    # What a profile may say is looked up when it is known which one is asked for.
    names -= {"base_url", "context", "price"}
    names -= {"prompts"}  # the folders of the settings come after those of the command line
    defaults = {name: v for name, v in settings.values.items() if name in names}
    run = settings.tables.get("budget", {}).get("run")
    ctx.default_map = defaults if run is None else {"budget": run, **defaults}
    return settings


def option(*names: str, **keywords: Any) -> Callable[[F], F]:
    """An option that the environment can set too: `--title` as SUMMARIZE_TITLE."""
    long = next(name for name in names if name.startswith("--"))
    envvar = "SUMMARIZE_" + long.removeprefix("--").replace("-", "_").upper()
    return click.option(*names, cls=Settable, envvar=envvar, **keywords)


sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
sources_or_settings = click.argument("sources", nargs=-1, metavar="[SOURCE...]")
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
    help="Where to write, by ending: .md, .html, .eml for a mail, .json, .claims.jsonl with a "
    "claim a line, or .review.md for what an editor has to look at; repeatable. {date} stands for "
    "the as-of date, {series} and {number} for those of a daily brief; - is Markdown on stdout, as "
    "without -o.",
)
title = option("--title", help="Title of the report.")
as_of = option("--date", "as_of", type=Day(), metavar="DATE", help="As-of date of the report.")
timezone = option(
    "--timezone",
    type=Zone(),
    metavar="ZONE",
    help="Time zone that decides the day, such as Europe/Berlin.",
)
since = option(
    "--since",
    type=Since(),
    metavar="DATE|Nd|Nh|yesterday|last",
    help="Cover what was published since a date, in the last N days or hours, since yesterday, or "
    "since the last complete edition of an earlier day (of a source that has failed since: since "
    "it was last read).",
)
undated = option(
    "--undated",
    type=OneOf(["keep", "drop"]),
    default="keep",
    show_default=True,
    help="What becomes of articles without a date: told and marked, or left out.",
)
items = option(
    "--items",
    type=click.IntRange(min=1),
    default=30,
    show_default=True,
    metavar="N",
    help="Items of a feed that are read, the newest.",
)
allow_private = option(
    "--allow-private",
    is_flag=True,
    help="Fetch from private and loopback addresses too: for a feed of your own network.",
)
ignore_robots = option(
    "--ignore-robots",
    is_flag=True,
    help="Do not ask robots.txt whether a page may be read; the report says so.",
)
only = option(
    "--only",
    multiple=True,
    metavar="RULE",
    help="Cover only articles that match: outlet:NAME, author:NAME, lang:CODE, url:GLOB or "
    "/regex/; repeatable. Of rules of one kind one has to match, and one of each kind.",
)
exclude = option(
    "--exclude", multiple=True, metavar="RULE", help="Leave out articles that match; repeatable."
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
group = option(
    "--group",
    type=OneOf(["auto", "one", "each", "model"]),
    default="auto",
    show_default=True,
    help="Find the stories, make one of all, one of each article, or find them and have the model "
    "settle the pairs that are in doubt.",
)
language = option(
    "--language",
    type=OneOf(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of the labels. The built-in writer does not translate.",
)
unsupported = option(
    "--unsupported",
    type=OneOf(["withhold", "flag", "keep"]),
    default="withhold",
    show_default=True,
    help="What becomes of a claim that its passages do not support: left out, printed and led by "
    "NOT SUPPORTED, or kept in place with a mark.",
)
judge = option(
    "--judge",
    metavar="MODEL",
    help="Ask a second model whether each claim follows from its passages. Its opinion is kept "
    "beside the verdict of the check, and printed where the two differ.",
)
model = option(
    "-m",
    "--model",
    default="local",
    show_default=True,
    metavar="NAME",
    help="Who writes: local (selects sentences, asks nobody), a model of the server, a profile of "
    "the settings, or scripted:FILE.",
)
base_url = option(
    "--base-url",
    metavar="URL",
    help="The server, any that is OpenAI-compatible (default: OPENAI_BASE_URL, else OpenAI). The "
    "key is taken from OPENAI_API_KEY, else from the settings.",
)
context = option(
    "--context",
    type=click.IntRange(min=2_048),
    metavar="TOKENS",
    help="The model's window (default: settings, price table, what the server states, else 8,192).",
)
budget = option(
    "--budget",
    type=Amount(),
    metavar="USD",
    help="Never pay more. What then cannot be asked is written by --fallback.",
)
max_calls = option(
    "--max-calls", type=click.IntRange(min=0), metavar="N", help="Never send more requests."
)
price = option(
    "--price",
    metavar="IN,OUT",
    help="USD for a million tokens of input and output, where the price is not known.",
)
fallback = option(
    "--fallback",
    type=OneOf(["local", "none"]),
    default="local",
    show_default=True,
    help="Who writes what the model could not.",
)
concurrency = option(
    "--concurrency",
    type=click.IntRange(min=1),
    default=16,
    show_default=True,
    metavar="N",
    help="Requests in flight at once, at most.",
)
requests_per_minute = option(
    "--requests-per-minute",
    type=Amount(above=0.0),
    metavar="N",
    help="Requests sent in a minute, at most (default: what the server states).",
)
tokens_per_minute = option(
    "--tokens-per-minute",
    type=Amount(above=0.0),
    metavar="N",
    help="Tokens sent and asked for in a minute, at most (default: what the server states).",
)
store = option(
    "--store",
    type=StorePlace(),
    metavar="FILE",
    help="Where answers are kept, so that none is paid twice, and the editions of daily briefs "
    "(default: in your data folder); postgresql://… for several machines, none keeps nothing.",
)
series = option(
    "--series",
    type=Series(),
    default="default",
    show_default=True,
    metavar="NAME",
    help="The series of editions: each has its own numbers, and is compared with its own last one.",
)
previous = click.option(
    "--previous",
    metavar="N|REPORT.json",
    help="Compare with this edition of the series, or with the report in a file (default: the last "
    "edition of an earlier as-of date).",
)
no_history = click.option(
    "--no-history", is_flag=True, help="Compare with no edition, and keep none."
)
fresh = click.option("--fresh", is_flag=True, help="Ask again for what is in the store.")
record = option(
    "--record",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the replies as lines that -m scripted:FILE answers from.",
)
on = option(
    "--on",
    metavar="ray|ray://HOST:PORT",
    help="Tell the stories on Ray: started here for this run, or a cluster that is running. Needs "
    "the extra summarize-news[ray].",
)
dry_run = click.option(
    "--dry-run",
    is_flag=True,
    help="Say what would be asked and what it would cost; ask nobody. With -v also each message.",
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


fetching = options(items, allow_private, ignore_robots)
asking = options(  # what is said to and of a model
    base_url,
    context,
    budget,
    max_calls,
    price,
    fallback,
    concurrency,
    requests_per_minute,
    tokens_per_minute,
    store,
    fresh,
    record,
    dry_run,
)
