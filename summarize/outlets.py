"""What the settings say of outlets: under which name each is told, and who publishes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from summarize.article import Article, Declared
from summarize.errors import SettingsError
from summarize.read.urls import domain
from summarize.settings import Settings

_SAID = tuple(one.name for one in fields(Declared))


@dataclass(frozen=True)
class Outlets:
    """The outlets of the settings, by what an article tells of its own.

    `names` are canonical names by every name and domain, folded; `declared` is what is said of each
    outlet, by its canonical name.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    declared: Mapping[str, Declared] = field(default_factory=dict)

    def name_of(self, outlet: str, url: str | None = None) -> str:
        """The canonical name: by the name it has, else by the domain of its address, else as is."""
        host = domain(url) if url else None
        asked = (_folded(outlet), *(_domains(host) if host else ()))
        return next((self.names[one] for one in asked if one in self.names), outlet)

    def folder_of(self, source: str) -> str:
        """A place of which nothing could be read, its last part named as its outlet is."""
        folder, slash, name = source.rpartition("/")
        return f"{folder}{slash}{self.name_of(name)}"

    def applied(self, article: Article) -> Article:
        """The article under its outlet's canonical name, with what is said of that.

        Its key and id stay: the settings do not make another article of it.
        """
        outlet = self.name_of(article.outlet, article.url)
        declared = self.declared.get(outlet)
        if outlet == article.outlet and declared == article.declared:
            return article
        return replace(article, outlet=outlet, declared=declared)


NO_OUTLETS = Outlets()


def outlets_of(settings: Settings) -> Outlets:
    """The outlets of the tables `[[outlet]]`. SettingsError where two claim one name or domain."""
    tables, where = settings.outlets, f"{settings.path}: [[outlet]]"
    names: dict[str, str] = {}
    for table in tables:
        if table["name"] in names.values():
            raise SettingsError(f"{where} {table['name']!r} stands twice", hint="join the two")
        for said in _called(table):
            if (taken := names.setdefault(said, table["name"])) != table["name"]:
                raise SettingsError(
                    f"{where} {said!r} is said of {taken!r} and of {table['name']!r}",
                    hint="leave it at one of them",
                )
    said_of = {
        table["name"]: Declared(**{key: table[key] for key in _SAID if key in table})
        for table in tables
    }
    return Outlets(names, said_of)


def _called(table: Mapping[str, Any]) -> Iterator[str]:
    """Every name and domain of an outlet, folded."""
    yield from map(_folded, (table["name"], *table.get("aliases", ())))
    for said in table.get("domains", ()):
        address = said if "//" in said else f"https://{said}"
        yield domain(address) or _folded(said)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _domains(host: str) -> Iterator[str]:
    """`news.ledger.example`, `ledger.example`, `example`."""
    while host:
        yield host
        host = host.partition(".")[2]
