"""What a brief is checked against: files and folders as they are read, and reports among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from summarize.article import Article, Quote
from summarize.check.cited import Sources
from summarize.claims import Claim
from summarize.errors import ReportFault
from summarize.read import read
from summarize.report.citations import number_citations
from summarize.report.escape import fold
from summarize.report.reading import load
from summarize.report.walk import claims_of_brief, claims_of_overview, claims_of_story
from summarize.reported import Report, Skipped


@dataclass(frozen=True, slots=True)
class Given:
    """The sources, and inputs that could not be read."""

    sources: Sources
    skipped: tuple[Skipped, ...]


def gather(names: Sequence[str], *, now: datetime, stdin: BinaryIO | None = None) -> Given:
    """Read the sources `names`; of a report.json its articles are sources, and its claims known.

    UsageError where a source does not exist; what cannot be read is in `Given.skipped`.
    """
    reports = {name: report for name in names if (report := _report(name)) is not None}
    others = [name for name in names if name not in reports]
    pile = read(others, now=now, stdin=stdin)
    articles: dict[str, Article] = {}
    marks: dict[str, Quote] = {}
    said: dict[str, tuple[Quote, ...]] = {}
    counts: dict[str, int] = {}
    for report in reports.values():
        articles.update((article.id, article) for article in report.articles)
        marks.update(number_citations(report).quotes)
        said.update((fold(claim.text), claim.quotes) for claim in _claims(report))
        counts.update((fold(claim.text), claim.origins) for claim in _claims(report))
    articles.update((article.id, article) for article in pile.articles)
    return Given(Sources(tuple(articles.values()), marks, said, counts), pile.skipped)


def _report(name: str) -> Report | None:
    """The report in a file; None where it is something else."""
    if not name.lower().endswith(".json"):
        return None
    try:
        return load(Path(name)).report
    except ReportFault:
        return None


def _claims(report: Report) -> Iterator[Claim]:
    yield from claims_of_overview(report.overview)
    for story in report.stories:
        yield from claims_of_story(story.brief)
    for brief in report.briefs:
        yield from claims_of_brief(brief)
