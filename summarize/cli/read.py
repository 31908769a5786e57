"""`summarize read`: what is read, and where each field came from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli import options as given

if TYPE_CHECKING:
    from summarize.article import Article
    from summarize.read import Pile

UNREACHED = 3  # a source that was named could not be read


@click.command("read", short_help="What is read, and where each field came from.")
@given.sources_or_settings
@click.option(
    "-o", "--output", type=click.Path(), metavar="FILE", help="Write the articles as .jsonl."
)
@given.fetching
@given.store
@given.config
@given.quiet
@given.verbose
def read_command(output: str | None, **choices: Any) -> int:
    """Show the articles of a pile: what was read, and where each field came from.

    Without a SOURCE the [[source]] entries of the settings are read. With -o the articles are
    written as one JSON object a line, which every command reads again.

    \b
    Examples:
      summarize read news/
      summarize read https://ledger.example/feed -v
      summarize read news/ -o articles.jsonl
    """
    from datetime import datetime

    from summarize.cli.gathering import gathered, wanted_sources
    from summarize.cli.output import write_file
    from summarize.cli.talk import Talk
    from summarize.errors import UsageError, nothing_to_read
    from summarize.read.lines import to_line
    from summarize.sources.later import Since

    if output and not output.lower().endswith((".jsonl", ".ndjson")):
        raise UsageError(f"cannot write articles to {output!r}", hint="end it in .jsonl")
    talk = Talk(quiet=choices["quiet"], verbose=choices["verbose"])
    now = datetime.now().astimezone()
    found = gathered(wanted_sources(None, choices), choices, Since(), now, talk)
    if not found.pile.articles:
        raise nothing_to_read(found.pile.skipped)
    if output:
        write_file(Path(output), "".join(map(to_line, found.pile.articles)))
        talk.say(f"wrote {output}")
    else:
        show(found.pile, verbose=talk.verbose)
    return UNREACHED if found.unreached else 0


def show(pile: Pile, *, verbose: bool) -> None:
    """Print the articles of a pile."""
    from summarize.cli.terminal import to_stdout

    shown = (_shown(one, pile.fields.get(one.id, {}), verbose) for one in pile.articles)
    to_stdout("\n".join(shown))


def _shown(article: Article, origins: Mapping[str, str], verbose: bool) -> str:
    """An article in a few lines: each field, and in parentheses where it came from."""
    from summarize.cli.terminal import printable
    from summarize.text.words import count

    fields = {
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "via": article.via,
        "language": article.language,
        "author": article.author,
        "url": article.url,
        "doi": article.doi,
        "citekey": article.citekey,
        "path": article.path,
    }
    lines = [_field("title", article.title, origins)]
    lines += [_field(name, value, origins) for name, value in fields.items() if value]
    unused = (name for name in origins if name != "title" and not fields.get(name))
    lines += [f"  {name:<10} not used: {origins[name]}" for name in unused]
    lines.append(f"  {'words':<10} {count(article.text)}")
    if verbose:
        lines.append(f"  {'key':<10} {article.key}")
        lines.append(f"  {'id':<10} {article.id}")
    return "\n".join(printable(line) for line in lines) + "\n"


def _field(name: str, value: str, origins: Mapping[str, str]) -> str:
    source = f"  ({origins[name]})" if name in origins else ""
    return f"{value}{source}" if name == "title" else f"  {name:<10} {value}{source}"
