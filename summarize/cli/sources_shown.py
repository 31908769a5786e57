"""What `summarize sources` does and says."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime
from typing import Any

from summarize.cli.gathering import fetching_of, gathered
from summarize.cli.read import UNREACHED, show
from summarize.cli.talk import Talk
from summarize.cli.terminal import counted, printable
from summarize.errors import UsageError
from summarize.read.urls import web_address
from summarize.settings import Settings
from summarize.sources import trying, writing
from summarize.sources.gathered import How
from summarize.sources.health import Health, Healths
from summarize.sources.later import Since
from summarize.sources.source import Source, given, of_settings
from summarize.store import NO_STORE, Store
from summarize.stored import Place

_KINDS = {"feed": "feed", "opml": "list of feeds", "sitemap": "sitemap", "page": "page"}


def listed(settings: Settings, store: Place | None) -> str:
    """The sources of the settings with how each has fared, a few lines each."""
    sources = of_settings(settings)
    if not sources:
        where = settings.path or "the settings"
        return f"no [[source]] in {where}; add one with `summarize sources add URL`\n"
    now = datetime.now().astimezone()
    path = store or Store.default_path()
    with ExitStack() as opened:
        kept = None if path == NO_STORE else Store.open_existing(path)
        healths = Healths(opened.enter_context(kept)) if kept else None
        lines = [_line(one, healths.of(one.where) if healths else None, now) for one in sources]
    return "".join(lines)


def _line(source: Source, health: Health | None, now: datetime) -> str:
    name = printable(source.name or source.outlet or source.where)
    where = "" if name == source.where else f"  {printable(source.where)}\n"
    return f"{name}\n{where}  {_fared(source, health, now)}\n"


def _fared(source: Source, health: Health | None, now: datetime) -> str:
    if not source.is_address:
        return "read from files"
    if health is None:
        return "not read yet"
    parts = []
    if health.success is None:
        parts.append("never read")
    else:
        when = health.success.astimezone(now.tzinfo)
        parts.append(f"read {when:%Y-%m-%d %H:%M}, {counted(health.items, 'item', 'items')}")
    days = health.silent(now)
    if days:
        parts.append(f"silent for {counted(days, 'day', 'days')}")
    if health.failures:
        runs = counted(health.failures, "run", "runs in a row")
        parts.append(f"FAILED {runs}: {printable(health.error)}")
    return "; ".join(parts)


def tried(url: str, choices: Mapping[str, Any]) -> int:
    """Print what would be read from an address, without keeping any of it; the exit code."""
    _check(url)
    talk = Talk(quiet=choices["quiet"], verbose=choices["verbose"])
    now = datetime.now().astimezone()
    unkept = {**choices, "store": NO_STORE}
    found = gathered(given([url]), unkept, Since(), now, talk)
    top = found.reads[0]
    if found.pile.articles:
        show(found.pile, verbose=talk.verbose)
    kept = counted(len(found.pile.articles), "article", "articles")
    what = "" if top.kind == "page" else f"a {_KINDS[top.kind]} of {top.items}, "
    talk.say(f"{url}: {what}{kept} read, {len(found.pile.skipped)} skipped; nothing was kept")
    return UNREACHED if found.unreached else 0


def added(url: str, name: str | None, choices: Mapping[str, Any]) -> None:
    """Find the feed at an address and add it to the settings."""
    _check(url)
    talk = Talk(quiet=choices["quiet"], verbose=choices["verbose"])
    settings: Settings = choices["config"]
    how = How(now=datetime.now().astimezone(), fetching=fetching_of(choices))
    found = trying.find(url, how)
    if writing.known(settings, found.url):
        talk.say(f"{found.url} is in {settings.path} already")
        return
    path = writing.append(settings, found.url, name if name is not None else found.title)
    talk.say(
        f"added {found.url} to {path}: a {_KINDS[found.kind]}"
        f"{f' “{found.title}”' if found.title else ''} of {counted(found.items, 'item', 'items')}"
    )
    for other in found.others:
        talk.say(f"the page also names {other}")


def _check(url: str) -> None:
    if web_address(url) is None:
        raise UsageError(f"{url!r} is not a web address", hint="write it as https://…")
