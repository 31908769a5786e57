"""The editions that a store keeps, by series: numbered, compared with, shown again, deleted.

A number is given inside `Store.together`, so that two processes at once get two.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime

from summarize.edition import Numbered
from summarize.errors import StoreError
from summarize.store import Store
from summarize.stored import StoredEdition

LEVEL = (
    1  # of zlib: a twentieth more than at 6 in a third of the time, on reports of 1,000 articles
)
_KNOWN = "series, number, revision, as_of, made, partial, title, stories, articles"
_WHICH = "series = ? AND number = ? AND revision = ?"


class Editions:
    """The editions of one series. Every method raises StoreError as the store does."""

    def __init__(self, store: Store, series: str) -> None:
        self._store = store
        self.series = series

    def kept(self) -> tuple[StoredEdition, ...]:
        """All of them, by number and revision."""
        rows = self._store.read(
            f"SELECT {_KNOWN} FROM editions WHERE series = ? ORDER BY number, revision",
            self.series,
        )
        return tuple(
            StoredEdition(
                series,
                Numbered(number, revision),
                date.fromisoformat(as_of),
                datetime.fromtimestamp(made, UTC),
                bool(partial),
                title,
                stories,
                articles,
            )
            for series, number, revision, as_of, made, partial, title, stories, articles in rows
        )

    def report(self, numbered: Numbered) -> str:
        """The report.json of an edition that is kept."""
        rows = self._store.read(f"SELECT report FROM editions WHERE {_WHICH}", *self._at(numbered))
        try:
            return zlib.decompress(rows[0][0]).decode("utf-8")
        except (IndexError, zlib.error, UnicodeDecodeError):
            raise StoreError(
                f"edition {numbered} of series {self.series} cannot be read",
                hint="delete it with `summarize editions delete`",
            ) from None

    def next_number(self, as_of: date, pages: Collection[str]) -> Numbered:
        """The place of a new edition.

        `pages` are what tells its articles again. It is a revision of the last edition for the same
        as-of that has one of them, else the next edition.
        """
        rows = self._store.read(
            "SELECT number, revision, pages FROM editions WHERE series = ? AND as_of = ?"
            " ORDER BY number, revision",
            *(self.series, as_of.isoformat()),
        )
        shared = [n for n, _, kept in rows if not set(pages).isdisjoint(json.loads(kept))]
        if shared:
            revisions = [revision for number, revision, _ in rows if number == shared[-1]]
            return Numbered(shared[-1], max(revisions) + 1)
        highest = "SELECT coalesce(max(number), 0) FROM editions WHERE series = ?"
        return Numbered(self._store.read(highest, self.series)[0][0] + 1)

    def keep(self, edition: StoredEdition, pages: Collection[str], report: str) -> None:
        """Keep an edition with its report.json and what tells its articles again."""
        self._store.write(
            "INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *self._at(edition.numbered),
            *(edition.as_of.isoformat(), edition.made.timestamp(), int(edition.partial)),
            *(edition.title, edition.stories, edition.articles, json.dumps(sorted(pages))),
            zlib.compress(report.encode("utf-8"), LEVEL),
        )

    def delete(self, numbered: Numbered) -> None:
        """Remove an edition."""
        self._store.write(f"DELETE FROM editions WHERE {_WHICH}", *self._at(numbered))

    def _at(self, numbered: Numbered) -> tuple[str, int, int]:
        return self.series, numbered.number, numbered.revision


def all_series(store: Store) -> dict[str, int]:
    """How many editions there are of each series, by name."""
    return dict(store.read("SELECT series, count(*) FROM editions GROUP BY series ORDER BY series"))


def before(kept: Sequence[StoredEdition], as_of: date) -> StoredEdition | None:
    """What an edition for `as_of` is compared with: the last one of an earlier as-of.

    The newest complete one for that day; a partial one where there is no complete one.
    """
    days = [one.as_of for one in kept if one.as_of < as_of]
    return best([one for one in kept if one.as_of == max(days)]) if days else None


def further_back(kept: Sequence[StoredEdition], last: StoredEdition) -> list[StoredEdition]:
    """The other editions up to the day of `last`, of each number the best, the newest first."""
    by_number: dict[int, list[StoredEdition]] = {}
    for one in kept:
        if one.as_of <= last.as_of and one.numbered.number != last.numbered.number:
            by_number.setdefault(one.numbered.number, []).append(one)
    found = map(best, by_number.values())
    return sorted(found, key=lambda one: (one.as_of, one.numbered.number), reverse=True)


def best(revisions: Sequence[StoredEdition]) -> StoredEdition:
    """The newest complete one, else the newest."""
    complete = [one for one in revisions if not one.partial]
    return (complete or list(revisions))[-1]
