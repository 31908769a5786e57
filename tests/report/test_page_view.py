"""What the page in a browser shows: the printed page, with passages and pictures."""

from __future__ import annotations

from dataclasses import replace

from summarize.report.article_page import article_page
from summarize.report.assemble import settle
from summarize.report.desk import open_desk
from summarize.report.page_view import view_page
from summarize.report.pages import situation_page
from summarize.reported import Report


def test_a_daily_report_is_the_printed_page_with_pictures(daily: Report) -> None:
    desk = open_desk(settle(daily))
    page = view_page(desk)

    assert page.news == situation_page(desk)
    assert page.articles is None
    assert " · ".join(page.status) == page.head.status
    assert [card.number for card in page.sources] == [
        source.number for source in situation_page(desk).sources.cited
    ]
    assert page.coverage is not None
    assert page.volume is not None
    assert page.stories[0].timeline is not None
    assert [chart.about for chart in page.stories[0].ranges] == ["people killed"]


def test_a_report_on_articles_is_the_printed_page(single: Report) -> None:
    desk = open_desk(settle(single))
    page = view_page(desk)

    assert page.articles == article_page(desk)
    assert (page.news, page.coverage, page.volume) == (None, None, None)
    assert page.stories == ()


def test_a_report_of_nothing_has_no_pictures(daily: Report) -> None:
    empty = replace(daily, stories=(), articles=(), withheld=(), gaps=(), key_figures=())
    page = view_page(open_desk(empty))

    assert (page.coverage, page.volume) == (None, None)
    assert page.sources == ()
