"""A source: something that is read again and again, or named once on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarize.errors import SettingsError
from summarize.read.clean import line
from summarize.read.urls import web_address
from summarize.settings import Settings
from summarize.sources.kinds import HEAD, kind_of

# Files that may list what is to be fetched.
LISTS = {".opml", ".rss", ".atom", ".xml", ".json"}


@dataclass(frozen=True)
class Source:
    """Where articles come from: `where` is a web address, a path, or `-` for standard input.

    `outlet` and `language` are said of all its articles. `weight` is how much its stories count
    beside those of others. `listed` says that it stands in the settings: one that fails is named
    there and no reason to complain.
    """

    where: str
    name: str = ""
    outlet: str = ""
    language: str = ""
    weight: float = 1.0
    listed: bool = field(default=False, compare=False)

    @property
    def is_web(self) -> bool:
        """Whether it is read from the web, or lists what is."""
        return self.is_address or _is_list(self.where)

    @property
    def is_address(self) -> bool:
        """Whether it is a web address."""
        return self.where.lower().startswith(("http://", "https://"))

    @property
    def said(self) -> dict[str, Any]:
        """What is said of its articles, by field."""
        said = {"outlet": self.outlet, "language": self.language}
        return {name: value for name, value in said.items() if value}

    @property
    def shown(self) -> str:
        """What a person is told of it."""
        return line(self.outlet or self.name or self.where)


def given(sources: Sequence[str]) -> list[Source]:
    """The sources of a command line."""
    return [Source(where) for where in sources]


def of_settings(settings: Settings) -> list[Source]:
    """The sources of the tables `[[source]]`, in order. SettingsError names one that is wrong."""
    return [_listed(table, number, settings) for number, table in enumerate(settings.sources, 1)]


def _listed(table: Mapping[str, Any], number: int, settings: Settings) -> Source:
    place = f"{settings.path}: [[source]] number {number}"
    url, path = table.get("url", ""), table.get("path", "")
    if bool(url) == bool(path):
        raise SettingsError(f"{place} needs a url or a path", hint='as url = "https://…"')
    if url and web_address(url) is None:
        raise SettingsError(f"{place}: {url!r} is not a web address")
    texts = {name: table.get(name, "") for name in ("name", "outlet", "language")}
    return Source(url or path, **texts, weight=table.get("weight", 1.0), listed=True)


def _is_list(where: str) -> bool:
    """Whether it is a file of a feed, or of a list of them."""
    if Path(where).suffix.lower() not in LISTS:
        return False
    try:
        with Path(where).open("rb") as opened:
            return kind_of(opened.read(HEAD)) in {"feed", "opml", "sitemap"}
    except (OSError, ValueError):
        return False
