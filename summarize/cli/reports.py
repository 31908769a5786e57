"""The commands that write a report: `daily`, `brief`, `article`."""

from __future__ import annotations

from typing import Any

import click

from summarize.cli import batch_options, printed_options, prompt_options
from summarize.cli import options as given

_COVERED = given.options(
    given.output,
    given.title,
    given.as_of,
    given.timezone,
    given.since,
    given.undated,
    given.only,
    given.exclude,
    given.fetching,
)
_CHECKED = given.options(given.unsupported, given.judge, printed_options.show_withheld)
_END = given.options(
    given.language,
    _CHECKED,
    prompt_options.given,
    given.asking,
    batch_options.batch,
    given.on,
    given.config,
    given.quiet,
    given.verbose,
)
_REPORT = given.options(
    given.model,
    _COVERED,
    given.top,
    given.length,
    printed_options.shape,
    given.group,
    _END,
)
_HISTORY = given.options(given.series, given.previous, given.no_history)
_ARTICLE = given.options(
    given.sources,
    given.model,
    _COVERED,
    given.length,
    printed_options.shape,
    _END,
)


@click.command(short_help="The daily brief of a pile of news.")
@given.sources_or_settings
@_REPORT
@_HISTORY
def daily(**choices: Any) -> int:
    """Write the daily brief of a pile of news.

    SOURCE is a file, a folder, a .jsonl of articles, - for stdin, or the address of a feed, an
    article, a list of feeds (OPML) or a sitemap; without one the [[source]] entries of the settings
    are read. Stories told by more independent origins come first, newer ones before older ones.
    Each report is kept as an edition of its series, and compared with the last one: see `summarize
    editions`.

    \b
    Examples:
      summarize daily news/
      summarize daily https://ledger.example/feed -o brief-{date}.md
      summarize daily news/ feed.jsonl -m gpt-5-mini --since 2d --top 5 --dry-run
    """
    from summarize.cli.make import make

    return make("daily", choices)


@click.command(short_help="A brief of a pile in which dates do not matter.")
@given.sources
@_REPORT
def brief(**choices: Any) -> int:
    """Write a brief of a pile in which dates do not matter: papers, reports, background.

    \b
    Examples:
      summarize brief papers/ -o brief.md
      summarize brief reports/ -m llama3.1 --base-url http://127.0.0.1:11434/v1
      summarize brief a.html b.txt c.jsonl -o brief.md -o brief.json
    """
    from summarize.cli.make import make

    return make("brief", choices)


@click.command(short_help="A brief of one article, or of each of several.")
@_ARTICLE
def article(**choices: Any) -> int:
    """Write a brief of one article, or of each of several, in the order given.

    \b
    Examples:
      summarize article story.html
      summarize article long-read.md --length 200 -o long-read-brief.md
      summarize article a.txt b.txt -o briefs.json
    """
    from summarize.cli.make import make

    return make("article", choices)
