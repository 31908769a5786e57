"""Who reported what: stories by outlets, texts of an outlet's own apart from copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.report.desk import Desk
from summarize.report.escape import fold
from summarize.report.view import Link
from summarize.reported import StoryReport

OUTLETS = 12  # columns; the outlets with fewer articles share one more
STORIES = 30  # rows: more are a list, which the page has already


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """How many articles of an outlet tell a story: its own texts, and copies of others."""

    own: int
    copies: int


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A story, and a cell for each outlet; `others` for all the outlets without a column."""

    story: Link
    cells: tuple[CoverageCell, ...]
    others: CoverageCell


@dataclass(frozen=True, slots=True)
class CoverageChart:
    """The outlets of the columns; `has_others` where there are more."""

    outlets: tuple[str, ...]
    has_others: bool
    rows: tuple[CoverageRow, ...]


def chart_coverage(
    desk: Desk, shown: Sequence[Link], stories: Mapping[str, StoryReport]
) -> CoverageChart | None:
    """The stories `shown`, of `stories` by anchor; None where there are not two by two."""
    told = [(link, _counts(desk, stories[link.anchor])) for link in shown[:STORIES]]
    totals: Counter[str] = Counter()
    for _, counts in told:
        totals.update({outlet: cell.own + cell.copies for outlet, cell in counts.items()})
    if len(told) < 2 or len(totals) < 2:
        return None
    most = sorted(totals, key=lambda outlet: (-totals[outlet], outlet))
    outlets = most[:OUTLETS]
    rows = tuple(_row(link, counts, outlets) for link, counts in told)
    return CoverageChart(tuple(outlets), len(most) > OUTLETS, rows)


def _row(link: Link, counts: Mapping[str, CoverageCell], outlets: Sequence[str]) -> CoverageRow:
    none = CoverageCell(0, 0)
    rest = [cell for outlet, cell in counts.items() if outlet not in outlets]
    others = CoverageCell(sum(cell.own for cell in rest), sum(cell.copies for cell in rest))
    return CoverageRow(link, tuple(counts.get(outlet, none) for outlet in outlets), others)


def _counts(desk: Desk, story: StoryReport) -> dict[str, CoverageCell]:
    """An article is its outlet's own where the origin has the outlet's name."""
    own: Counter[str] = Counter()
    copies: Counter[str] = Counter()
    for name, ids in story.origins:
        for article in (desk.articles[id_] for id_ in ids if id_ in desk.articles):
            is_own = fold(article.outlet) == fold(name)
            (own if is_own else copies)[article.outlet] += 1
    return {outlet: CoverageCell(own[outlet], copies[outlet]) for outlet in own | copies}
