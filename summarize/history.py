"""The editions of one series as reports: which to compare with, and keeping a new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from summarize.edition import Numbered
from summarize.errors import StoreError, UsageError
from summarize.report.json_file import to_json
from summarize.reported import Report
from summarize.store import Store
from summarize.stored import StoredEdition
from summarize.stored_editions import Editions, all_series, before, best, further_back

NAMED = 12  # editions and series that an error names


@dataclass(frozen=True)
class Kept:
    """A report with its number; `beside` are other editions for the same as-of, of other pages."""

    report: Report
    beside: tuple[Numbered, ...]


class History:
    """The series `series` of an open store. Every method raises StoreError as the store does."""

    def __init__(self, store: Store, series: str) -> None:
        self._store = store
        self._editions = Editions(store, series)
        self.series = series

    def kept(self) -> tuple[StoredEdition, ...]:
        """All editions, by number and revision."""
        return self._editions.kept()

    def others(self) -> dict[str, int]:
        """How many editions other series have, by name."""
        return {name: n for name, n in all_series(self._store).items() if name != self.series}

    def previous(self, as_of: date) -> Report | None:
        """What a report for `as_of` is compared with; None where nothing earlier is kept.

        It has the stories of earlier editions that the last one did not tell (`asleep`).
        """
        found = before(self.kept(), as_of)
        return self._going_back(found) if found else None

    def chosen(self, wanted: str) -> Report:
        """The same of the edition that is meant."""
        return self._going_back(best(self.named(wanted)))

    def _going_back(self, last: StoredEdition) -> Report:
        from summarize.asleep import LOOK_BACK, with_asleep

        older = further_back(self.kept(), last)[: LOOK_BACK - 1]
        return with_asleep(self.report(last.numbered), self._readable(older))

    def _readable(self, older: Sequence[StoredEdition]) -> Iterator[tuple[int, str]]:
        """Number and report.json of each; what is damaged is no reason not to compare."""
        for one in older:
            with suppress(StoreError):
                yield one.numbered.number, self._editions.report(one.numbered)

    def report(self, numbered: Numbered) -> Report:
        """An edition, as it was made."""
        from summarize.report.reading import loads  # not where there is nothing to read

        name = f"edition {numbered} of series {self.series}"
        return loads(self._editions.report(numbered), name).report

    def named(self, wanted: str) -> tuple[StoredEdition, ...]:
        """The editions that `4` (with all revisions), `4.1`, or `4.0` (the first one) means.

        UsageError says which there are where there is none.
        """
        kept = self.kept()
        found = tuple(one for one in kept if wanted in _names(one.numbered))
        if not found:
            raise UsageError(
                f"no edition {wanted} in series {self.series}: {_there_are(kept, self.others())}"
            )
        return found

    def one(self, wanted: str) -> Report:
        """The edition that is meant; of several revisions the newest complete one."""
        return self.report(best(self.named(wanted)).numbered)

    @contextmanager
    def keeping(self, report: Report) -> Iterator[Kept]:
        """The report with its number in the series. It is kept when what is done inside ends well.

        Other processes wait for their number meanwhile.
        """
        pages = {article.key if article.url else article.id for article in report.own_articles}
        with self._store.together():
            numbered = self._editions.next_number(report.as_of, pages)
            made = replace(report, series=self.series, numbered=numbered)
            kept = self.kept()
            self._editions.keep(_stored(made, numbered), pages, to_json(made))
            other = {e.numbered.number for e in kept if e.as_of == made.as_of} - {numbered.number}
            yield Kept(made, tuple(map(Numbered, sorted(other))) if not numbered.revision else ())

    def delete(self, numbered: Numbered) -> None:
        """Remove an edition; what is kept of others does not change."""
        self._editions.delete(numbered)


def _names(numbered: Numbered) -> tuple[str, str]:
    return str(numbered.number), f"{numbered.number}.{numbered.revision}"


def _stored(report: Report, numbered: Numbered) -> StoredEdition:
    return StoredEdition(
        series=report.series,
        numbered=numbered,
        as_of=report.as_of,
        made=datetime.now(UTC),
        partial=report.partial,
        title=report.title,
        stories=len(report.stories),
        articles=len(report.own_articles),
    )


def _there_are(kept: Sequence[StoredEdition], others: dict[str, int]) -> str:
    numbers = list(dict.fromkeys(one.numbered.number for one in kept))
    if not numbers:
        there = ", ".join(list(others)[:NAMED])
        return f"it has none; there are editions of {there}" if there else "none is kept yet"
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"there are {numbers[0]} to {numbers[-1]}"
    listed = ", ".join(map(str, numbers[-NAMED:]))
    return f"there {'is' if len(numbers) == 1 else 'are'} {listed}"
