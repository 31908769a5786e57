"""The variants side by side: each figure with its interval, and how it differs from the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from summarize.evaluate.facts import SharedFact, shared_facts
from summarize.evaluate.interval import Measured, Pairs, difference, ratio
from summarize.evaluate.measure import FIGURES, Counted, Figure, measure
from summarize.evaluate.running import Outcome
from summarize.report.families import story_of
from summarize.reported import Report

Verdict = Literal[
    "better", "worse", "more", "less", "no clear difference", "too few stories to tell",
    "nothing to compare",
]  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One variant: what it made of each story, its figures, and these less those of the first.

    All are empty where it could not be run. Keys are the names of `FIGURES`.
    """

    outcome: Outcome
    counted: tuple[Counted, ...] = ()
    figures: Mapping[str, Measured | None] = field(default_factory=dict)
    against_first: Mapping[str, Measured | None] = field(default_factory=dict)

    @property
    def letter(self) -> str:
        """What stands for it in a table."""
        return self.outcome.variant.letter

    @property
    def report(self) -> Report | None:
        """Its report, if it could be run."""
        return self.outcome.report if self.outcome.error is None else None


@dataclass(frozen=True)
class Comparison:
    """All variants in order. `report` is that of the first that was run, `shared` by story id."""

    columns: tuple[Column, ...]
    report: Report
    shared: Mapping[str, tuple[SharedFact, ...]]

    @property
    def run(self) -> tuple[Column, ...]:
        """Those that have figures; the first of them is what the others are held against."""
        return tuple(column for column in self.columns if column.figures)


def compared(outcomes: Sequence[Outcome]) -> Comparison | None:
    """The comparison; None where no variant could be run."""
    columns = [Column(one) for one in outcomes]
    first = next((column.report for column in columns if column.report is not None), None)
    if first is None:
        return None
    articles = {article.id: article for article in first.articles}
    shared = {entry.id: shared_facts(story_of(entry, articles)) for entry in first.stories}
    columns = [_measured(column, shared) for column in columns]
    base = next(column for column in columns if column.figures)
    return Comparison(
        tuple(
            replace(column, against_first=_differences(base.counted, column.counted))
            if column.figures and column is not base
            else column
            for column in columns
        ),
        first,
        shared,
    )


def _measured(column: Column, shared: Mapping[str, tuple[SharedFact, ...]]) -> Column:
    if column.report is None:
        return column
    counted = measure(column.report, shared)
    figures = {figure.name: ratio(_pairs(figure, counted)) for figure in FIGURES}
    return replace(column, counted=counted, figures=figures)


def _differences(
    first: Sequence[Counted], other: Sequence[Counted]
) -> Mapping[str, Measured | None]:
    return {f.name: difference(_pairs(f, first), _pairs(f, other)) for f in FIGURES}


def _pairs(figure: Figure, counted: Sequence[Counted]) -> Pairs:
    return [(figure.part(one), figure.whole(one)) for one in counted]


def verdict(figure: Figure, found: Measured | None) -> Verdict:
    """What a difference to the first variant says, in words."""
    if found is None:
        return "nothing to compare"
    if found.low is None:
        return "too few stories to tell"
    if not found.is_clear:
        return "no clear difference"
    if figure.better:
        return "better" if found.value * figure.better > 0 else "worse"
    return "more" if found.value > 0 else "less"
