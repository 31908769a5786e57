"""The report that holds what a run made: its stories and briefs, and how it was made.

Field names are those of report.json, so that the file can be read beside this page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from summarize.article import Article
from summarize.claims import Brief, Call, Claim, Figure, Gap, Mark, Overview, StoryBrief, Writer
from summarize.edition import Change, Numbered, Previous

Kind = Literal["daily", "brief", "article"]
# What becomes of an unsupported claim: left out, shown and led by a warning, or kept with a mark.
Unsupported = Literal["withhold", "flag", "keep"]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be an article: its name (with line, where it has lines), and why.

    `address` is that of a feed or the like of which nothing could be read; "" of all else.
    """

    source: str
    reason: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What a report says of how its sources were read, each line in its language.

    `unreached` are SOURCEs of the command line that were not reached, with why, `failing` those of
    the settings that have failed for several runs, `notes` what else was unusual.
    """

    unreached: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What a newsroom prints under the title: who makes the report, where to write to them, how far
    it may go (`INTERNAL`), when the next one comes. A text that is empty is not printed.
    """

    producer: str = ""
    contact: str = ""
    marking: str = ""
    next_report: str = ""


NO_HEADER = Header()


@dataclass(frozen=True, slots=True)
class Withheld:
    """A claim that its passages do not support, and the story it was written for.

    `article` is the one whose brief it was written for, if it was that of an article.
    """

    story: str
    claim: Claim
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a run used of a model; `exact` is False where a tokenizer's table was missing."""

    input: int = 0
    cached: int = 0
    output: int = 0
    exact: bool = True

    def __add__(self, other: Tokens) -> Tokens:
        """Those of two models."""
        return Tokens(
            self.input + other.input,
            self.cached + other.cached,
            self.output + other.output,
            self.exact and other.exact,
        )


@dataclass(frozen=True, slots=True)
class Method:
    """How a report was made. `repairs`: what was asked once more, by the ids of the claims.

    `notes` are what was unusual in reading its sources.
    """

    writer: Writer
    templates: Mapping[str, str]
    config: str | None
    seconds: float
    context: int | None = None
    calls: int = 0
    reused: int = 0
    tokens: Tokens = Tokens()
    cost_usd: float | None = 0.0
    unsupported: Unsupported = "withhold"
    edits: tuple[str, ...] = ()
    repairs: Mapping[str, tuple[Call, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class StoryReport:
    """A story as it stands in a report: which articles told it, its brief, and how it goes on.

    `also` are the articles, round-ups and live blogs, that touch on it and count for no origin.
    What follows the brief is that of `edition.Life`; a report that is compared with no other has
    the defaults.
    """

    id: str
    articles: tuple[str, ...]
    origins: tuple[tuple[str, tuple[str, ...]], ...]
    brief: StoryBrief
    also: tuple[str, ...] = ()
    mark: Mark | None = None
    was: str | None = None
    continues: tuple[str, ...] = ()
    origins_total: int | None = None
    new: frozenset[str] = frozenset()


@dataclass(frozen=True, repr=False)  # asyncio prints the result of a task: all articles, 0.7 s
class Report:
    """One edition, with everything needed to check it and to render it again.

    `articles` are in order of their `n`: cited ones first, by first citation, then story order.
    `editions` names those of them that only an earlier edition had, by id, with its number (0 for a
    report without one). `quiet` are the headlines of stories of the previous edition of which
    nothing was reported, by their ids.
    """

    kind: Kind
    title: str
    as_of: date
    period: tuple[date | None, date | None]
    language: str
    overview: Overview
    stories: tuple[StoryReport, ...]
    briefs: tuple[Brief, ...]
    articles: tuple[Article, ...]
    key_figures: tuple[Figure, ...]
    gaps: tuple[Gap, ...]
    skipped: tuple[Skipped, ...]
    withheld: tuple[Withheld, ...]
    method: Method
    series: str = "default"
    partial: bool = False
    missing: tuple[str, ...] = ()
    excluded: Mapping[str, int] = field(default_factory=dict)
    numbered: Numbered | None = None
    previous: Previous | None = None
    changes: tuple[Change, ...] = ()
    quiet: Mapping[str, str] = field(default_factory=dict)
    editions: Mapping[str, int] = field(default_factory=dict)
    header: Header = NO_HEADER

    def is_asleep(self, story: StoryReport) -> bool:
        """Whether a story is not told here, but an earlier edition's (`asleep`)."""
        return all(article in self.editions for article in story.articles)

    @property
    def own_articles(self) -> tuple[Article, ...]:
        """The articles that this edition read, in order of their `n`."""
        return tuple(article for article in self.articles if article.id not in self.editions)
