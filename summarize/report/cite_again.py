"""A brief with the passages that its sentences rest on: marks in the text, a list at its end.

1. Behind a statement that is supported, the marks of its passages stand in place of its own.
2. One that is not supported by what it cites gets a passage that does, where one is found; else
   `[no passage found]`.
3. One that could not be checked keeps what it cites where that is known, and else nothing.
4. The text's own lists of references go: their numbers mean something else now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from summarize.article import Article, Quote
from summarize.check.brief_check import Checker, Judged
from summarize.check.brief_inline import NO_PASSAGE
from summarize.check.brief_text import BriefText
from summarize.report.citations import SHOWN
from summarize.report.escape import escape_markdown
from summarize.report.sources import in_marks

HEADING = "## Sources"
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


def cite_again(text: str, brief: BriefText, judged: Sequence[Judged], checker: Checker) -> str:
    """`text` with the passages of its statements, `judged` by `checker`, as numbered sources."""
    numbers: dict[Quote, int] = {}
    edits = [_Edit(start, end) for start, end in brief.lists]
    for one in judged:
        edits += _edits(text, one, checker, numbers)
    body = _applied(text, edits).rstrip()
    listed = [_source(number, quote, checker.articles) for quote, number in numbers.items()]
    return "\n".join([body, "", HEADING, "", *listed]) + "\n" if listed else f"{body}\n"


def _edits(text: str, judged: Judged, checker: Checker, numbers: dict[Quote, int]) -> list[_Edit]:
    statement = judged.statement
    if judged.verdict.status == "unsupported" and statement.marks:
        judged = checker.find(statement)
    if judged.verdict.status == "unsupported":
        said = NO_PASSAGE
    elif judged.verdict.status == "supported" or judged.is_cited:
        said = " ".join(
            f"[{numbers.setdefault(quote, len(numbers) + 1)}]" for quote in judged.quotes[:SHOWN]
        )
    else:
        return []
    removed = [_Edit(_behind(text, m.start), m.end) for m in statement.marks if m.start < m.end]
    end = statement.end + len(_CLOSED.match(text, statement.end)[0])  # type: ignore[index] # "" too
    return [*removed, _Edit(end, end, f" {said}")]


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


def _source(number: int, quote: Quote, articles: Mapping[str, Article]) -> str:
    """`[1] "…" (Valley Ledger, Dam gives way, 2026-03-11, ¶ 2)`, as a line of a list."""
    article = articles.get(quote.article)
    where = [article.outlet, article.title] if article else []
    if article and article.day:
        where.append(article.day.isoformat())
    if quote.locator.paragraph:
        where.append(f"¶ {quote.locator.paragraph}")
    place = f" ({', '.join(where)})" if where else ""
    return f"- [{number}] {escape_markdown(in_marks(quote.text) + place)}"
