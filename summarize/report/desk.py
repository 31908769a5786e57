"""What every part of a page needs at hand while it is laid out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from summarize.article import Article, Quote
from summarize.claims import Claim, Figure, Value
from summarize.report.causes import findings
from summarize.report.citations import Citations, number_citations
from summarize.report.labels import Labels, labels_for
from summarize.report.sections import SECTIONS
from summarize.report.told import Told
from summarize.report.view import Cited, FigureRow
from summarize.reported import Report
from summarize.templates import SHIPPED, Folders

Embed = Literal["passages", "full", "none"]
CiteStyle = Literal["marks", "pandoc"]

VALUE_MARKS = 2  # marks after one value of a table
WORDS = 1_500  # of the printed body, unless asked otherwise
NOT_SUPPORTED = "NOT SUPPORTED"  # like INCOMPLETE, it is the same word in every language


@dataclass(frozen=True, slots=True)
class Printing:
    """What is printed of a report: about so many words, and with or without withheld claims.

    Templates are looked for in `folders`; `variables` are what a person gave to them. `sections`
    are those of the page in their order; no more than `top` stories are printed, each in about
    `length` words at most. `language` is that of the labels, where it is not the report's. `embed`
    says how much of the articles goes in: their full texts, the cited passages, or no words of
    theirs beyond the claims; None is the way of each format (report.json: full, pages: passages).
    With `mermaid` the timelines of Markdown are diagrams. `cite` is how Markdown cites: `[3a]`, or
    `[@key, p. 12]` for pandoc.
    """

    words: int = WORDS
    withheld: bool = False
    folders: Folders = SHIPPED
    variables: Mapping[str, object] = field(default_factory=dict)
    sections: Sequence[str] = SECTIONS
    top: int | None = None
    length: int | None = None
    language: str | None = None
    embed: Embed | None = None
    mermaid: bool = False
    cite: CiteStyle = "marks"


PRINTED = Printing()


@dataclass(frozen=True)
class Desk:
    """A report, its citation marks, the words of its language, its articles by id."""

    report: Report
    printing: Printing
    citations: Citations
    labels: Labels
    articles: Mapping[str, Article]
    numbers: Mapping[str, int]


def open_desk(report: Report, printing: Printing = PRINTED) -> Desk:
    """The desk of one report."""
    return Desk(
        report,
        printing,
        number_citations(report),
        labels_for(printing.language or report.language),
        {article.id: article for article in report.articles},
        {article.id: n for n, article in enumerate(report.articles, 1)},
    )


def cite(desk: Desk, claim: Claim, lead: str = "", only: Mapping[str, str] | None = None) -> Cited:
    """A claim with its marks and what is to be said about it.

    `only` names the origin of each claim (by id) that no other origin carries.
    """
    labels = desk.labels
    text, notes = claim.text, []
    if claim.verdict.status == "unsupported" and desk.report.method.unsupported == "flag":
        text = f"{NOT_SUPPORTED}: {text}"
    elif claim.verdict.status != "supported":
        notes.append(labels.say(claim.verdict.status))
    if claim.origins > 1:
        notes.append(labels.count("origins", claim.origins))
    elif only and claim.id in only:
        notes.append(labels.say("only", name=only[claim.id]))
    notes += second_note(desk, claim)
    why = tuple(findings(claim.verdict.findings))
    told = Told(claim.id, claim.verdict.status, why, claim.language)
    return Cited(text, marks(desk, claim.quotes), tuple(notes), lead, told)


def second_note(desk: Desk, claim: Claim) -> list[str]:
    """What the second judge says of a claim, where it contradicts the check."""
    if claim.judge is None or not claim.disputed:
        return []
    return [desk.labels.say("second_judge", verdict=desk.labels.say(claim.judge.verdict))]


def marks(desk: Desk, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """The citation marks of some evidence."""
    return desk.citations.of(quotes)


def figure_row(desk: Desk, figure: Figure) -> FigureRow:
    """A figure with its values: first those that a later one replaced."""
    stands = [value for value in figure.values if not value.superseded]
    before = [value for value in figure.values if value.superseded]
    days = {value.as_of for value in stands if value.as_of is not None}
    dated = len(days) > 1  # then each value says its day, and the newest stands first
    if dated:
        stands.sort(key=lambda value: value.as_of or date.min, reverse=True)
    return FigureRow(
        what=figure.what,
        before=tuple(cite_value(desk, value) for value in before),
        values=tuple(cite_value(desk, value, dated) for value in stands),
        as_of=max(days).isoformat() if days else "",
    )


def cite_value(desk: Desk, value: Value, dated: bool = False) -> Cited:
    """A value as it was worded, with its marks, and its day where that matters."""
    notes = (value.as_of.isoformat(),) if dated and value.as_of else ()
    return Cited(value.text, desk.citations.of(value.quotes, VALUE_MARKS), notes)


def span_of_days(desk: Desk, days: Collection[date]) -> str:
    """`2026-03-10 to 2026-03-11`, one day alone, or nothing where no date is known."""
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return first.isoformat()
    return desk.labels.say("period", first=first.isoformat(), last=last.isoformat())
