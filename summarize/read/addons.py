"""Readers that other packages bring, under the entry-point group `summarize.readers`.

An entry point is named after what it reads: a scheme (`demo`, for SOURCEs like `demo:…`) or a
suffix with its dot (`.ics`). It is a function `(spec) -> Iterable[Article]`, where `spec` is the
SOURCE as it was named, or the path of the file. Nothing is looked up for what is read without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from summarize.article import Article
from summarize.read import clean, finish, formats, readers, urls
from summarize.read.draft import FEWEST_WORDS_RECORD
from summarize.read.finish import Finished
from summarize.reported import Skipped

GROUP = "summarize.readers"
Reader = Callable[[str], Iterable[Article]]

# What a function of another package may raise, by mistake or because something is not there.
_FAILURES = (
    ArithmeticError, AttributeError, ImportError, LookupError, OSError, RuntimeError, TypeError,
    ValueError,
)  # fmt: skip


@dataclass(frozen=True)
class AddOn:
    """A reader of another package, not loaded yet, and what it is to read."""

    entry: EntryPoint
    spec: str

    def read(self) -> Iterator[Finished | Skipped]:
        """Its articles, cleaned as all are; what is none is named, also where the reader fails."""
        origin = f"reader {self.entry.name}"
        try:
            reader: Reader = self.entry.load()
            for one in reader(self.spec):
                yield _finished(one, self.spec, origin)
        except _FAILURES as error:
            said = clean.line(str(error))[: finish.LONGEST_NOTE]
            yield Skipped(self.spec, f"{origin} failed: {type(error).__name__}: {said}")


class Readers:
    """The readers that are installed, looked up when one is asked for."""

    @cached_property
    def _installed(self) -> Mapping[str, EntryPoint]:
        found: dict[str, EntryPoint] = {}
        for entry in entry_points(group=GROUP):
            found.setdefault(entry.name.lower(), entry)  # as an import, the first on the path
        return found

    def of_source(self, source: str) -> AddOn | None:
        """By the scheme; None for a file, an address and where no reader is installed."""
        name = urls.other_scheme(source)
        entry = self._installed.get(name) if name else None
        return AddOn(entry, source) if entry else None

    def of_file(self, file: Path | None) -> AddOn | None:
        """By the suffix, where no reader of ours has it."""
        suffix = formats.suffix_of(file.name) if file else ""
        if not suffix or suffix in formats.TEXTS or suffix in readers.READERS:
            return None
        entry = self._installed.get(suffix)
        return AddOn(entry, str(file)) if entry else None


def _finished(one: object, spec: str, origin: str) -> Finished | Skipped:
    if not isinstance(one, Article):
        return Skipped(spec, f"{origin} gave no Article but {type(one).__name__}")
    text = clean.characters(one.text).strip()
    if reason := finish.refusal(text, FEWEST_WORDS_RECORD):
        return Skipped(f"{spec}: {clean.line(one.title)}", reason)
    if text != one.text:  # spans of another text mean nothing in this one
        one = replace(one, text=text, headings=(), pages=())
    if one.url and urls.web_address(one.url) is None:
        one = replace(one, url=None)
    title = finish.shorten(clean.line(one.title), finish.LONGEST_TITLE) or finish.made_title(text)
    if one.retrieved.tzinfo is None:
        one = replace(one, retrieved=one.retrieved.astimezone())
    return Finished(replace(one, title=title), dict.fromkeys(("title", "text"), origin))
