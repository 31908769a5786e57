"""The passages that a brief lists, and those that are put to them: under which names, and where.

1. A passage that is listed already keeps its name; one that a report among the sources numbers has
   that number.
2. In a text that names passages as this program does (`3a`), a new one is the next of its article;
   an article that the text does not number gets the next number. Elsewhere each passage has the
   next number.
3. New passages are listed behind the last of their article, else behind the last of all, else under
   a heading of their own at the end of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarize.article import Article, Quote, Span
from summarize.check.brief_check import CheckedText, Checker
from summarize.check.brief_nouns import BriefText, Reference
from summarize.check.cited import PASSAGE
from summarize.report.causes import in_marks
from summarize.report.citations import letters
from summarize.report.escape import escape_markdown
from summarize.text.patterns import fullmatch, match

HEADING = "## Sources"


class CiteList:
    """What is listed of one text, and what is added to it."""

    def __init__(self, brief: BriefText, done: CheckedText, checker: Checker) -> None:
        gone = {one.reference.name for one in done.missing if one.meant is None}
        self._articles: Mapping[str, Article] = checker.articles
        self._known = done.citations.sources.marks
        self._references = [one for one in brief.references if one.name not in gone]
        self._anchored = bool(brief.anchors)
        marks = [mark.name for s in brief.statements for mark in s.marks]
        marks += [mark.name for mark in brief.loose]
        self._taken = {one.name for one in brief.references} | set(marks)
        self._own = any(fullmatch(PASSAGE, one.name) for one in brief.references)
        self._names: dict[Span, str] = {}
        self._listed: dict[str, Reference] = {}
        self._numbers: dict[str, str] = {}  # of articles, where the text numbers them
        self._new: dict[str, Quote] = {}
        for one in self._references:
            cited = done.citations.of(one.name)
            if cited and cited.quotes:
                self._remember(one.name, cited.quotes[0])
                self._listed[one.name] = one

    def _remember(self, name: str, quote: Quote) -> None:
        self._names.setdefault(quote.span, name)
        self._taken.add(name)
        if fullmatch(PASSAGE, name):
            self._numbers.setdefault(quote.article, _number(name))

    def keep(self, name: str) -> None:
        """List what a mark of the text stands for, where only a report knows it."""
        quote = self._known.get(name)
        if quote and fullmatch(PASSAGE, name) and name not in self._listed:
            self._add(name, quote)

    def name(self, quote: Quote) -> str:
        """The name of a passage; it is listed from now on."""
        known = self._names.get(quote.span)
        if known is None:
            known = self._next(quote)
            self._add(known, quote)
        return known

    def _add(self, name: str, quote: Quote) -> None:
        if name not in self._new:
            self._remember(name, quote)
            self._new[name] = quote

    def _next(self, quote: Quote) -> str:
        if not self._own:
            numbers = [int(name) for name in self._taken if fullmatch(r"\d{1,9}", name)]
            return str(max(numbers, default=0) + 1)
        same = (name for name, q in self._known.items() if q.span == quote.span)
        if reported := next((name for name in same if name not in self._taken), None):
            return reported
        number = self._numbers.get(quote.article)
        if number is None:
            numbers = [int(_number(name)) for name in self._taken if fullmatch(PASSAGE, name)]
            number = str(max(numbers) + 1)
        free = (f"{number}{letters(n)}" for n in range(1, len(self._taken) + 2))
        return next(name for name in free if name not in self._taken)

    def places(self) -> Iterator[tuple[int, str]]:
        """The lines of new passages for each place of the text where they go."""
        if not self._references:
            return
        for name, quote in self._new.items():
            article = [one for key, one in self._listed.items() if _number(key) == _number(name)]
            near = article if self._own and article else self._references
            end = max(one.end for one in near)
            yield end, f"{self.line(name, quote)}\n"

    @property
    def behind(self) -> str:
        """What goes to the end of the text: a list of its own, or the links of new marks."""
        if not self._references:
            lines = [self.line(name, quote) for name, quote in self._new.items()]
            return "\n".join([HEADING, "", *lines]) if lines else ""
        return "\n".join(f"[{name}]: #c{name}" for name in self._new if self._anchored)

    def line(self, name: str, quote: Quote) -> str:
        """`- [1] "…" (Valley Ledger, Dam gives way, 2026-03-11, ¶ 2)`."""
        article = self._articles.get(quote.article)
        where = [article.outlet, article.title] if article else []
        if article and article.day:
            where.append(article.day.isoformat())
        if self._number_is_listed(name):
            where = []  # it stands under its article
        if quote.locator.paragraph:
            where.append(f"¶ {quote.locator.paragraph}")
        place = f" ({', '.join(where)})" if where else ""
        anchor = f'<a id="c{name}"></a>' if self._anchored else ""
        return f"- {anchor}[{name}] {escape_markdown(in_marks(quote.text) + place)}"

    def _number_is_listed(self, name: str) -> bool:
        return self._own and any(_number(one) == _number(name) for one in self._listed)


def _number(name: str) -> str:
    """The number of the article in the name of a passage, the name itself elsewhere."""
    found = match(r"\d+(?=[a-z]+$)", name)
    return found[0] if found else name
