"""What a daily report is compared with, and keeping it as an edition when it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.cli.talk import Talk
from summarize.errors import ReportFault, StoreError, SummarizeError, UsageError
from summarize.reported import Kind, Report

if TYPE_CHECKING:
    from summarize.history import History
    from summarize.store import Store
    from summarize.stored import Place

Put = Callable[[Report], None]
_NUMBER = re.compile(r"\d+(\.\d+)?")  # a file of such a name is written as ./4


@dataclass
class Book:
    """The editions of a run's series. Without a `history` none is kept, and `trouble` may say why.

    `chosen` is the report that the command line names to compare with.
    """

    talk: Talk
    series: str = "default"
    history: History | None = None
    chosen: Report | None = None
    trouble: StoreError | None = None
    keeps: bool = True

    def previous(self, as_of: date) -> Report | None:
        """The report that one for `as_of` is compared with, if any. It is read here."""
        if self.chosen is not None:
            if self.chosen.as_of > as_of:
                raise UsageError(
                    f"--previous is as of {self.chosen.as_of}, later than this report ({as_of})"
                )
            return self.chosen
        try:
            return self.history.previous(as_of) if self.history else None
        except (StoreError, ReportFault) as error:
            self.talk.warn(f"not compared with the last edition: {error}")
            return None

    def deliver(self, report: Report, put: Put, last: Put) -> Report:
        """Give the report its number and `put` it; it is kept where that ended well.

        `last` is done when it is kept: a reader at the other end may take long. What is kept is
        taken back where that fails.
        """
        report = replace(report, series=self.series)
        made, kept = report, False
        try:
            with ExitStack() as opened:
                made, kept = self._numbered(report, opened)
                put(made)
        except StoreError as error:
            kept = False
            self._unkept(error)
        try:
            last(made)
        except (SummarizeError, KeyboardInterrupt):
            if kept and self.history and made.numbered:
                self.history.delete(made.numbered)
            raise
        if kept:
            self._tell(made)
        return made

    def _numbered(self, report: Report, opened: ExitStack) -> tuple[Report, bool]:
        if self.history is None or not self.keeps:
            return report, False
        try:
            kept = opened.enter_context(self.history.keeping(report))
        except StoreError as error:
            self._unkept(error)
            return report, False
        if kept.beside:
            beside = ", ".join(map(str, kept.beside))
            self.talk.warn(
                f"a further edition for {report.as_of}: it has no article of edition {beside}; "
                "--series NAME keeps piles apart"
            )
        return kept.report, True

    def _unkept(self, error: StoreError) -> None:
        self.talk.warn(f"the edition is not kept: {error}")

    def _tell(self, made: Report) -> None:
        line = f"edition {made.numbered} of series {made.series}"
        if made.previous is not None:
            number = made.previous.number
            which = f"edition {number}" if number else "the report"
            line += f", compared with {which} of {made.previous.as_of}"
            line += " by figures, names and dates only" if made.previous.by_values else ""
        self.talk.say(line)


def open_book(kind: Kind, choices: Mapping[str, Any], talk: Talk, opened: ExitStack) -> Book:
    """The book of a run; `opened` closes it. UsageError where there is no edition of that name."""
    if kind != "daily":
        return Book(talk)
    wanted, series = choices["previous"], choices["series"]
    if choices["no_history"]:
        if wanted:
            raise UsageError("--previous and --no-history exclude each other")
        return Book(talk, series)
    book = Book(talk, series, keeps=not choices["dry_run"])
    store = None
    try:
        store = _store(choices["store"], dry_run=choices["dry_run"])
    except StoreError as error:
        book.trouble = error
    if store is not None:
        from summarize.history import History

        book.history = History(opened.enter_context(store), series)
    if wanted:
        book.chosen = _chosen(wanted, book)
    return book


def _store(path: Place | None, *, dry_run: bool) -> Store | None:
    from summarize.store import NO_STORE, Store

    if path == NO_STORE:
        raise StoreError("it was asked for with --store none")
    where = path or Store.default_path()
    return Store.open_existing(where) if dry_run else Store.open(where)


def _chosen(wanted: str, book: Book) -> Report:
    """The edition of that number, or the report in that file."""
    if _NUMBER.fullmatch(wanted):
        if book.history is None:
            why = book.trouble or f"no edition {wanted}: there is no store yet"
            raise UsageError(f"--previous {wanted}: {why}")
        return book.history.chosen(wanted)
    from summarize.report.reading import load

    report = load(Path(wanted)).report
    if report.kind == "article":
        raise UsageError(f"--previous {wanted!r} has no stories", hint="name a daily report")
    return report
