from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from summarize.article import Article
from summarize.errors import UsageError
from summarize.period import Bound, Coverage, ahead, cover, in_zone, start

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 8, tzinfo=UTC)


def article(published: date | None, key: str = "a") -> Article:
    return Article(key=key, title="T", text="Text.", retrieved=NOW, published=published)


def test_the_newest_publication_date_is_the_as_of_date() -> None:
    covered = cover([article(date(2026, 3, 9)), article(date(2026, 3, 10))], now=NOW)

    assert covered.as_of == date(2026, 3, 10)


def test_a_date_in_the_future_is_not_the_as_of_date() -> None:
    covered = cover([article(date(2026, 3, 9)), article(date(2036, 3, 10))], now=NOW)

    assert covered.as_of == date(2026, 3, 9)


def test_without_any_date_it_is_today() -> None:
    assert cover([article(None)], now=NOW).as_of == TODAY


def test_a_time_that_has_come_counts_though_its_date_is_tomorrow_here() -> None:
    here = datetime(2026, 3, 11, 20, tzinfo=ZoneInfo("America/Los_Angeles"))
    there = article(datetime(2026, 3, 12, 2, tzinfo=UTC))

    assert cover([there, article(date(2026, 3, 9))], now=here).as_of == date(2026, 3, 12)


def test_what_is_published_after_the_date_asked_for_is_left_out_and_counted() -> None:
    pile = [article(date(2026, 3, 9)), article(date(2026, 3, 11), "b")]

    covered = cover(pile, now=NOW, wanted=Coverage(as_of=date(2026, 3, 10)))

    assert covered.articles == (pile[0],)
    assert covered.excluded == {"--date 2026-03-10": 1}


def test_a_date_in_the_future_does_not_stretch_the_period() -> None:
    pile = [article(date(2026, 3, 9)), article(date(2126, 3, 11), "b")]

    assert cover(pile, now=NOW).last == date(2026, 3, 9)


def test_older_articles_are_left_out_and_counted() -> None:
    pile = [article(date(2026, 3, 9)), article(date(2026, 3, 10)), article(None)]

    covered = cover(pile, now=NOW, wanted=Coverage(since="2026-03-10"))

    assert covered.articles == tuple(pile[1:])
    assert covered.excluded == {"--since 2026-03-10": 1}


def test_the_last_day_alone_is_one_day() -> None:
    assert start("1d", date(2026, 3, 10), NOW) == date(2026, 3, 10)


@pytest.mark.parametrize("wrong", ["soon", "10/3/2026", "-3d", ""])
def test_what_is_no_date_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(UsageError, match="2026-03-10"):
        start(wrong, TODAY, NOW)


def test_a_time_is_placed_in_the_zone_that_decides_the_day() -> None:
    late = article(datetime(2026, 3, 9, 23, 30, tzinfo=UTC))

    assert in_zone(late, ZoneInfo("Europe/Berlin")).day == date(2026, 3, 10)


def test_a_date_without_a_time_stays_in_every_zone() -> None:
    assert in_zone(article(date(2026, 3, 9)), ZoneInfo("Asia/Tokyo")).day == date(2026, 3, 9)


def at(hour: int, day: int = 12) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("since", "asked", "expected"),
    [
        ("24h", None, datetime(2026, 3, 11, 8, tzinfo=UTC)),
        ("24h", date(2026, 3, 10), datetime(2026, 3, 10, 0, tzinfo=UTC)),
        ("yesterday", None, date(2026, 3, 11)),
        ("yesterday", date(2026, 3, 10), date(2026, 3, 9)),
        ("2026-03-10T06:00:00+00:00", None, datetime(2026, 3, 10, 6, tzinfo=UTC)),
    ],
)
def test_where_the_period_begins(since: str, asked: date | None, expected: Bound) -> None:
    assert start(since, asked or TODAY, NOW, asked=asked) == expected


@pytest.mark.parametrize("wrong", ["last", "2026-03-10T06:00:00", "24 h", "tomorrow"])
def test_what_says_no_moment_is_refused(wrong: str) -> None:
    with pytest.raises(UsageError, match="yesterday"):
        start(wrong, TODAY, NOW)


def test_hours_are_counted_to_the_time_of_publication() -> None:
    pile = [article(at(3), "a"), article(at(23, 10), "b"), article(date(2026, 3, 11), "c")]

    covered = cover(pile, now=NOW, wanted=Coverage(since="24h"))

    assert covered.articles == (pile[0], pile[2])
    assert covered.excluded == {"--since 2026-03-11 08:00+00:00": 1}


def test_an_article_with_a_bound_of_its_own_is_covered_by_that() -> None:
    pile = [article(date(2026, 3, 9), "a"), article(date(2026, 3, 9), "b")]
    own = {pile[1].id: date(2026, 3, 9)}

    covered = cover(pile, now=NOW, wanted=Coverage(since="2026-03-11", bounds=own))

    assert covered.articles == (pile[1],)


def test_undated_articles_are_left_out_where_they_are_not_wanted() -> None:
    pile = [article(date(2026, 3, 9), "a"), article(None, "b")]

    covered = cover(pile, now=NOW, wanted=Coverage(undated="drop"))

    assert covered.articles == (pile[0],)
    assert covered.excluded == {"--undated drop": 1}


def test_what_is_of_the_future_is_found() -> None:
    pile = [article(date(2026, 3, 9), "a"), article(date(2027, 3, 9), "b"), article(None, "c")]

    assert ahead(pile, NOW) == [pile[1]]


@pytest.mark.parametrize(
    ("since", "asked"),
    [
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:00-14:00", None),
        ("yesterday", date(1, 1, 1)),
        ("3h", date(9999, 12, 31)),
    ],
)
def test_what_would_begin_outside_of_all_years_is_refused(since: str, asked: date | None) -> None:
    with pytest.raises(UsageError, match="is not a date"):
        start(since, asked or TODAY, NOW, asked=asked)
