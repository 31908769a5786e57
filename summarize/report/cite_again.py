"""A brief with the passages that its sentences rest on: marks in the text, a list at its end.

1. A mark that is right stays as it is, and so does one of an article that is not among the sources.
2. Where the words of a statement are not supported by what it cites, its marks give way to those of
   passages that do; where none are found, to `[no passage found]`.
3. A statement without marks that are known gets those of the passages that were found for it.
4. A mark that leads nowhere goes, wherever it stands. A passage that the text lists with other
   words than a source has is listed with the source's, or goes with its marks.
5. New passages are listed behind the others, numbered as the text numbers its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from summarize.article import Quote
from summarize.check.brief_check import CheckedText, Checker, Judged, Missing
from summarize.check.brief_inline import NO_PASSAGE, Mark
from summarize.check.brief_nouns import BriefText
from summarize.report.citations import SHOWN
from summarize.report.cite_list import CiteList

NOTHING = NO_PASSAGE  # the name of its mark
# What may close behind the last word: a link, emphasis, a tag.
_CLOSED = regex.compile(
    r"(?:\]\([^()\n]{0,2000}\)|\]\[[^\]\n]{0,300}\]|[*_`~]+|</[A-Za-z][^<>\n]{0,100}>)*+"
)


@dataclass(frozen=True, slots=True)
class _Edit:
    """What stands at `start:end` of the file is replaced by `text`."""

    start: int
    end: int
    text: str = ""


def cite_again(text: str, brief: BriefText, done: CheckedText, checker: Checker) -> str:
    """`text` with the passages of its statements, as `checker` found them."""
    return _Desk(text, brief, done, checker).written()


class _Desk:
    """A text, what was found of it, and the passages that it lists."""

    def __init__(self, text: str, brief: BriefText, done: CheckedText, checker: Checker) -> None:
        self._text = text
        self._brief = brief
        self._done = done
        self._checker = checker
        self._gone = {one.reference.name for one in done.missing if one.meant is None}
        self._list = CiteList(brief, done, checker)

    def written(self) -> str:
        edits = [edit for one in self._done.judged for edit in self._edits(one)]
        edits += self._removed([mark for mark in self._brief.loose if self._is_dead(mark)], [])
        for one in self._done.missing:
            edits += self._mended(one)
        for place, lines in self._list.places():
            opened = "\n" if self._text[place - 1] != "\n" else ""
            edits.append(_Edit(place, place, f"{opened}{lines}"))
        body = _applied(self._text, edits)
        if behind := self._list.behind:
            body = f"{body.rstrip()}\n\n{behind}"
        return f"{body.rstrip()}\n"

    def _edits(self, one: Judged) -> Iterator[_Edit]:
        marks = one.statement.marks
        wrong = [mark for mark in marks if mark.name == NOTHING or self._is_dead(mark)]
        new = ""
        if one.words == "unsupported":
            found = self._checker.find(one.statement) if marks else one
            wrong = [mark for mark in marks if mark in wrong or self._is_known(mark)]
            new = self._marks(found.quotes) if found.verdict.status == "supported" else NO_PASSAGE
        elif one.words == "supported" and not any(self._is_known(mark) for mark in marks):
            new = self._marks(one.quotes)
        kept = [mark for mark in marks if mark not in wrong]
        for mark in kept:
            self._list.keep(mark.name)
        if new == NO_PASSAGE and [mark.name for mark in wrong] == [NOTHING]:
            return
        yield from self._removed(wrong, kept)
        if new:
            place = self._place(one, wrong)
            yield _Edit(place, place, f" {new}")

    def _place(self, one: Judged, wrong: Sequence[Mark]) -> int:
        """Where new marks go: where the wrong ones stood, else behind the last word."""
        stood = [mark for mark in wrong if mark.start < mark.end]
        if stood:
            return _behind(self._text, stood[0].start)
        end = one.statement.end
        closed = _CLOSED.match(self._text, end)
        return closed.end() if closed else end

    def _removed(self, wrong: Sequence[Mark], kept: Sequence[Mark]) -> Iterator[_Edit]:
        """The marks without the wrong ones; those that stay of one bracket get their own."""
        for start, end in sorted({(m.start, m.end) for m in wrong if m.start < m.end}):
            stay = [mark.name for mark in kept if (mark.start, mark.end) == (start, end)]
            said = "".join(f" [{name}]" for name in stay)
            yield _Edit(_behind(self._text, start), end, said)

    def _marks(self, quotes: Sequence[Quote]) -> str:
        return " ".join(f"[{self._list.name(quote)}]" for quote in quotes[:SHOWN])

    def _is_known(self, mark: Mark) -> bool:
        return mark.name not in self._gone and self._done.citations.of(mark.name) is not None

    def _is_dead(self, mark: Mark) -> bool:
        listed = {reference.name for reference in self._brief.references} - self._gone
        return mark.name not in listed and not self._is_known(mark)

    def _mended(self, one: Missing) -> Iterator[_Edit]:
        """A listed passage in the words of its source; without one it goes, and its link."""
        reference = one.reference
        if one.meant is not None:
            line = self._list.line(reference.name, one.meant)
            yield _Edit(reference.start, reference.end, f"{line}\n")
            return
        yield _Edit(reference.start, reference.end)
        if anchor := self._brief.anchors.get(reference.name):
            yield _Edit(*anchor)


def _behind(text: str, place: int) -> int:
    """Where the spaces before a mark begin: they go with it."""
    return len(text[:place].rstrip(" "))


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    parts, last = [], 0
    # What is put in comes before what is taken out at the same place.
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts.append(text[last : max(last, edit.start)])
        parts.append(edit.text)
        last = max(last, edit.end)
    return "".join([*parts, text[last:]])
