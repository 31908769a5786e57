"""What the commands read: the sources of the command line or of the settings, to one pile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from summarize.cli.keeping import Book
from summarize.cli.talk import Talk
from summarize.cli.terminal import printable
from summarize.errors import StoreError, UsageError
from summarize.fetch import FetchSettings
from summarize.options import Options
from summarize.period import LAST, ahead
from summarize.read.options import reading_of
from summarize.report.labels import labels_for
from summarize.reported import Kind, Sourcing
from summarize.settings import Settings
from summarize.sources.gathered import Gathered, How, gather
from summarize.sources.later import Since
from summarize.sources.source import Source, given, of_settings
from summarize.store import NO_STORE, Store

_NO_SOURCE = (
    'name a file, a folder or an address, or write [[source]] with url = "…" in the settings'
)


def wanted_sources(kind: Kind | None, choices: Mapping[str, Any]) -> list[Source]:
    """Those of the command line; without one, for a daily brief, those of the settings."""
    if choices["sources"] or kind not in ("daily", None):
        return given(choices["sources"])
    settings: Settings = choices["config"]
    if not settings.sources:
        where = (
            f"there is no [[source]] in {settings.path}" if settings.path else "no settings file"
        )
        raise UsageError(f"nothing to read: no SOURCE was named, and {where}", hint=_NO_SOURCE)
    return of_settings(settings)


def files_of(sources: Sequence[Source]) -> list[str]:
    """The files and folders among sources."""
    return [one.where for one in sources if not one.is_address]


def since_of(choices: Mapping[str, Any], book: Book, now: datetime) -> tuple[str | None, Since]:
    """What is covered, with `last` told as a moment; everything where there is no last edition."""
    said, zone, as_of = choices["since"], choices["timezone"], choices["as_of"]
    if said != LAST:
        return said, Since(said, as_of, zone)
    today = as_of or now.astimezone(zone).date()
    editions = book.history.kept() if book.history else ()
    kept = [one for one in editions if not one.partial and one.as_of < today]
    if not kept:
        book.talk.say("--since last: there is no earlier complete edition; everything is covered")
        return None, Since(None, as_of, zone)
    last = max(kept, key=lambda one: (one.as_of, one.made))
    # An edition for a day long past ends with that day, whenever it was made.
    end = datetime.combine(last.as_of + timedelta(days=1), time(), zone or now.tzinfo)
    moment = min(last.made, end)
    text = moment.astimezone(zone or now.tzinfo).isoformat()
    return text, Since(text, as_of, zone, last=last.made)


def gathered(
    sources: Sequence[Source], choices: Mapping[str, Any], since: Since, now: datetime, talk: Talk
) -> Gathered:
    """Read all, and say what was skipped. Without a store all is fetched again next time."""
    dry = bool(choices.get("dry_run"))
    with ExitStack() as opened, talk.progress() as progress:
        store = None
        if any(one.is_web for one in sources):
            store = _store(choices, opened, talk, dry=dry)
        how = How(
            now=now,
            store=store,
            fetching=fetching_of(choices),
            reading=reading_of(choices["config"].tables),
            items=choices["items"],
            since=since,
            remembers=not dry,
            progress=progress,
        )
        found = gather(sources, how)
        progress("grouping", f"{len(found.pile.articles)} articles")
    if found.trouble is not None:
        talk.warn(f"what was fetched is not kept: {found.trouble}")
    talk.skipped(found.pile.skipped)
    _tell(found, now, talk)
    return found


def fetching_of(choices: Mapping[str, Any]) -> FetchSettings:
    """How pages are fetched."""
    return FetchSettings(
        allow_private=choices["allow_private"], ignore_robots=choices["ignore_robots"]
    )


def with_sources(options: Options, found: Gathered, choices: Mapping[str, Any]) -> Options:
    """The options with what the report says of its sources, and how each counts."""
    labels = labels_for(options.language)
    web = any(one.source.is_web for one in found.reads)
    notes = (labels.say("robots_ignored"),) if web and choices["ignore_robots"] else ()
    failing = (
        labels.say("failing", source=one.source.shown, runs=one.runs, why=one.why)
        for one in found.failing
    )
    unreached = (
        labels.say("unreached", source=one.source, why=one.reason) for one in found.unreached
    )
    return replace(
        options,
        bounds=found.bounds,
        weights=found.weights,
        sourcing=Sourcing(tuple(unreached), tuple(failing), notes),
    )


def _store(choices: Mapping[str, Any], opened: ExitStack, talk: Talk, *, dry: bool) -> Store | None:
    path = choices["store"]
    if path == NO_STORE:
        return None
    where = path or Store.default_path()
    try:
        store = Store.open_existing(where) if dry else Store.open(where)
    except StoreError as error:
        talk.warn(f"what was fetched is not kept: {error}")
        return None
    return None if store is None else opened.enter_context(store)


def _tell(found: Gathered, now: datetime, talk: Talk) -> None:
    """Sources that fail, and articles that say they are of tomorrow."""
    for one in found.failing:
        talk.say(f"{one.source.shown}: not read for {one.runs} runs in a row ({one.why})")
    future = ahead(found.pile.articles, now)
    if future:
        first = future[0]
        talk.say(
            f"{len(future)} with a date in the future (first: {first.published}, "
            f"{printable(first.path or first.url or first.title)})"
        )
