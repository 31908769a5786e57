"""Who reported what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarize.report.assemble import settle
from summarize.report.chart_coverage import OUTLETS, STORIES, CoverageCell, chart_coverage
from summarize.report.desk import open_desk
from summarize.report.view import Link
from summarize.reported import Report

Many = Callable[[Sequence[int]], Report]
Chart = tuple[tuple[str, ...], list[tuple[CoverageCell, ...]]]


def chart_of(report: Report) -> Chart | None:
    report = settle(report)
    anchors = {f"s{n}": story for n, story in enumerate(report.stories, 1)}
    links = [Link(story.brief.headline, anchor) for anchor, story in anchors.items()]
    chart = chart_coverage(open_desk(report), links, anchors)
    return None if chart is None else (chart.outlets, [(*r.cells, r.others) for r in chart.rows])


def test_copies_stand_apart_from_texts_of_an_outlets_own(daily: Report) -> None:
    own, copy, none = CoverageCell(1, 0), CoverageCell(0, 1), CoverageCell(0, 0)

    found = chart_of(daily)

    # What the agency wrote is nobody's own.
    assert found == (
        ("Harbor Courier", "Lethe Record", "Northern Post", "Valley Ledger"),
        [(copy, none, copy, own, none), (none, own, none, none, none)],
    )


def test_the_outlets_with_the_fewest_articles_share_a_column(many: Many) -> None:
    found = chart_of(many([OUTLETS + 3, OUTLETS]))

    assert found is not None
    assert len(found[0]) == OUTLETS
    assert [row[-1] for row in found[1]] == [CoverageCell(3, 0), CoverageCell(0, 0)]


def test_only_so_many_stories_are_drawn(many: Many) -> None:
    found = chart_of(many([2] * (STORIES + 1)))

    assert found is not None
    assert len(found[1]) == STORIES


def test_one_story_or_one_outlet_is_no_picture(many: Many) -> None:
    assert chart_of(many([3])) is None
    assert chart_of(many([1, 1])) is None
