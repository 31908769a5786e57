"""`summarize sources`: what the settings read every day, and how that goes."""

from __future__ import annotations

from typing import Any

import click

from summarize.cli import options as given

_COMMON = given.options(given.store, given.config, given.quiet, given.verbose)
_url = click.argument("url", metavar="URL")


@click.group("sources", short_help="What is read every day, and how that goes.")
def sources_group() -> None:
    """Look at the [[source]] entries of the settings, try an address, and add one.

    \b
    Examples:
      summarize sources list
      summarize sources test https://ledger.example/feed
      summarize sources add https://ledger.example/
    """


@sources_group.command("list", short_help="The sources, and when each was last read.")
@_COMMON
def list_command(**choices: Any) -> None:
    """List the sources: when each was last read, its items, for how many days it is silent, errors.

    \b
    Examples:
      summarize sources list
      summarize sources list --config desk.toml
      summarize sources list --store team.db
    """
    from summarize.cli.sources_shown import listed
    from summarize.cli.terminal import to_stdout

    to_stdout(listed(choices["config"], choices["store"]), wrap=False)


@sources_group.command("test", short_help="What would be read from an address.")
@_url
@given.fetching
@_COMMON
def test_command(url: str, **choices: Any) -> int:
    """Show what would be read from an address, and where each field came from. Nothing is kept.

    \b
    Examples:
      summarize sources test https://ledger.example/feed
      summarize sources test https://ledger.example/feed --items 3 -v
      summarize sources test http://127.0.0.1:8080/feed --allow-private
    """
    from summarize.cli.sources_shown import tried

    return tried(url, choices)


@sources_group.command("add", short_help="Add an address to the settings.")
@_url
@click.option("--name", metavar="NAME", help="What you call it (default: its own title).")
@given.allow_private
@given.ignore_robots
@given.config
@given.quiet
@given.verbose
def add_command(url: str, name: str | None, **choices: Any) -> None:
    """Add an address as a [[source]] to the end of the settings file, which stays as it is.

    Of a page that is no feed, the feed that it names is added.

    \b
    Examples:
      summarize sources add https://ledger.example/
      summarize sources add https://ledger.example/feed --name "Valley Ledger"
      summarize sources add https://ledger.example/feed --config desk.toml
    """
    from summarize.cli.sources_shown import added

    added(url, name, choices)
